#include <array>

#include "analyzer/text/fast_words.h"

namespace rapport::text {
namespace {

// Sentence_Break of ASCII. A line end is CR or LF; form feed is white space.
enum SentenceBreak : std::uint8_t {
  kOther,
  kLineEnd,
  kSpace,
  kLower,
  kUpper,
  kNumeric,
  kFullStop,  // ATerm
  kTerm,      // STerm: ! ?
  kContinue,  // SContinue: , - :
  kClose,     // brackets and quotes
};

constexpr std::array<SentenceBreak, 128> kSentenceBreak = [] {
  std::array<SentenceBreak, 128> table{};
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = kNumeric;
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = kLower;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = kUpper;
  for (const std::size_t c : {'\t', '\v', '\f', ' '}) table[c] = kSpace;
  for (const std::size_t c : {'\r', '\n'}) table[c] = kLineEnd;
  for (const std::size_t c : {'!', '?'}) table[c] = kTerm;
  for (const std::size_t c : {',', '-', ':'}) table[c] = kContinue;
  for (const std::size_t c : {'(', ')', '[', ']', '{', '}', '"', '\''}) table[c] = kClose;
  table['.'] = kFullStop;
  return table;
}();

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  // The end of the sentence that begins at `at`.
  std::size_t next(std::size_t at) const {
    SentenceBreak before = kOther;
    while (at < text_.size()) {
      const SentenceBreak here = class_at(at++);
      if (here == kLineEnd) return behind_line_end(at);
      if (here == kFullStop || here == kTerm) {
        std::size_t end = at;
        if (!goes_on(here, before, end)) return end;
        // What was looked over holds no more terms that could end a sentence.
        if (end > at) {
          at = end;
          before = class_at(end - 1);
          continue;
        }
      }
      before = here;
    }
    return text_.size();
  }

 private:
  SentenceBreak class_at(std::size_t i) const {
    return kSentenceBreak[static_cast<unsigned char>(text_[i])];
  }

  std::size_t behind_line_end(std::size_t at) const {  // SB3
    const bool pair = text_[at - 1] == '\r' && at < text_.size() && text_[at] == '\n';
    return pair ? at + 1 : at;
  }

  // Whether the sentence goes on behind the term that ends before `at`; sets
  // `at` behind what belongs to the term, or to the end of the sentence.
  bool goes_on(SentenceBreak term, SentenceBreak before, std::size_t& at) const {
    if (at >= text_.size()) return false;
    const SentenceBreak next = class_at(at);
    if (term == kFullStop) {
      if (next == kNumeric) return true;                                            // SB6
      if (next == kUpper && (before == kUpper || before == kLower)) return true;    // SB7
    }
    std::size_t end = at;
    while (end < text_.size() && class_at(end) == kClose) ++end;                    // SB9
    while (end < text_.size() && class_at(end) == kSpace) ++end;                    // SB10
    if (end == text_.size()) {
      at = end;
      return false;
    }
    const SentenceBreak behind = class_at(end);
    if (term == kFullStop && reaches_lower(end)) {                                  // SB8
      at = end;
      return true;
    }
    if (behind == kContinue || behind == kFullStop || behind == kTerm) {            // SB8a
      at = end;
      return true;
    }
    at = behind == kLineEnd ? behind_line_end(end + 1) : end;                       // SB11
    return false;
  }

  bool reaches_lower(std::size_t at) const {
    for (; at < text_.size(); ++at) {
      switch (class_at(at)) {
        case kLower: return true;
        case kUpper:
        case kLineEnd:
        case kFullStop:
        case kTerm: return false;
        default: break;
      }
    }
    return false;
  }

  std::string_view text_;
};

}  // namespace

void ascii_sentence_ends(std::string_view text, std::size_t base,
                         std::vector<std::uint32_t>& ends) {
  const Scanner scanner(text);
  for (std::size_t at = 0; at < text.size();) {
    at = scanner.next(at);
    ends.push_back(static_cast<std::uint32_t>(base + at));
  }
}

}  // namespace rapport::text
