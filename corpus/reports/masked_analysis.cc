#include "corpus/reports/masked_analysis.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace rapport::corpus {
namespace {

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Of a text after masking, and what was found in it before.
class Moved {
 public:
  explicit Moved(Masked masked) : masked_(std::move(masked)) {}

  template <typename Place>
  void move(Place& one) const {
    one.bytes = masked_.repaired ? ByteSpan{} : masked_.moved(one.bytes);
    const std::string_view text = masked_.text;
    const std::string_view quote = text.substr(one.bytes.begin, one.bytes.end - one.bytes.begin);
    one.span.begin = code_points(text.substr(0, one.bytes.begin));
    one.span.end = one.span.begin + code_points(quote);
    one.quote = quote;
  }

 private:
  Masked masked_;
};

}  // namespace

void mask_analysis(const Mask& mask, const Draft& draft, Analysis& analysis) {
  const Moved text(mask.text(draft.text));
  const Moved subject(mask.text(draft.subject));
  const auto in_place = [&](auto& one) { (one.part == Part::kSubject ? subject : text).move(one); };
  const auto masked = [&](std::string& one) {
    if (!one.empty()) one = mask.text(one).text;
  };
  for (Signal& signal : analysis.signals) {
    in_place(signal);
    masked(signal.reason);
  }
  for (Check& check : analysis.checks) {
    in_place(check);
    masked(check.reason);
  }
  for (Rewrite& rewrite : analysis.rewrites) {
    masked(rewrite.text);
    for (std::string& slot : rewrite.slots) masked(slot);
  }
  // What no writer of a corpus prints is not carried along unmasked.
  analysis.edits.clear();
  analysis.repairs.clear();
  Advice& advice = analysis.advice;
  advice = {.verdict = std::move(advice.verdict), .code = std::move(advice.code)};
}

}  // namespace rapport::corpus
