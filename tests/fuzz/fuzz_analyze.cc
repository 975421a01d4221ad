// Any bytes are a draft: analysis never crashes, and what it says holds.
//
// The first byte chooses channel, subject and slots; the rest is the text.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "analyzer/analyzer.h"

namespace {

constexpr std::array<const char*, 7> kChannels = {
    "", "connection_note", "inmail", "direct_message", "email", "follow_up", "no such"};

// assert() would be gone in a build without them.
void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

const rapport::Analyzer& analyzer() {
  static const auto shared = rapport::Analyzer::create();
  if (!shared) {
    for (const auto& d : shared.diagnostics()) std::fputs(d.to_string().c_str(), stderr);
    std::abort();
  }
  return *shared;
}

// Bytes of the broken sequence at `at`: a lead byte takes what is there of its
// tail (Unicode 15, section 3.9, "maximal subpart").
std::size_t broken_length(const std::string& part, std::size_t at, std::size_t end) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(part[i]); };
  const unsigned lead = byte(at);
  const std::size_t tail = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  std::size_t length = 1;
  while (length <= tail && at + length < end) {
    const unsigned next = byte(at + length);
    const unsigned least = length > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned most = length > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (next < least || next > most) break;
    ++length;
  }
  return length;
}

// Whether `quote` is what stands at `bytes`, broken sequences read as U+FFFD.
bool is_quoted(const std::string& part, rapport::ByteSpan bytes, const std::string& quote) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::string_view rest = quote;
  std::size_t at = bytes.begin;
  while (!rest.empty() && at < bytes.end) {
    if (rest.starts_with(kReplacement)) {
      const bool whole = part.compare(at, kReplacement.size(), kReplacement) == 0;
      rest.remove_prefix(kReplacement.size());
      at += whole ? kReplacement.size() : broken_length(part, at, bytes.end);
    } else if (rest[0] == part[at]) {
      rest.remove_prefix(1);
      ++at;
    } else {
      return false;
    }
  }
  return rest.empty() && at == bytes.end;
}

// A part of a draft with every byte's count of code points, where it is UTF-8.
void check_place(const std::string& part, rapport::ByteSpan bytes,
                 rapport::CodePointSpan span, const std::string* quote) {
  require(bytes.begin <= bytes.end && bytes.end <= part.size(), "span inside its text");
  require(span.begin <= span.end && span.end <= part.size(), "code points inside");
  require(span.size() <= bytes.size(), "no more code points than bytes");
  if (quote) require(is_quoted(part, bytes, *quote), "quote is the slice");
}

void check_score(const rapport::Analysis& a) {
  if (!a.score) {
    require(!a.reason.empty(), "no score has its reason");
    return;
  }
  require(0 <= a.score->tenths && a.score->tenths <= 1000, "score from 0 to 100");
  rapport::Points sum = a.base;
  for (const auto& signal : a.signals) sum += signal.contribution;
  for (const auto& feature : a.features) sum += feature.contribution;
  require(sum == *a.score, "contributions add up");
  for (const auto& points : {a.scores.personal, a.scores.common_ground, a.scores.value,
                             a.scores.restraint, a.scores.form}) {
    require(0 <= points.tenths && points.tenths <= 1000, "sub-score from 0 to 100");
  }
}

void check(const rapport::Draft& draft, const rapport::Analysis& a) {
  const auto& part_of = [&](rapport::Part part) -> const std::string& {
    return part == rapport::Part::kText ? draft.text : draft.subject;
  };
  for (std::size_t i = 0; i < a.signals.size(); ++i) {
    const auto& signal = a.signals[i];
    check_place(part_of(signal.part), signal.bytes, signal.span, &signal.quote);
    if (i == 0 || a.signals[i - 1].part != signal.part) continue;
    require(a.signals[i - 1].bytes.begin <= signal.bytes.begin, "signals by position");
  }
  for (std::size_t i = 0; i < a.edits.size(); ++i) {
    check_place(draft.text, a.edits[i].bytes, a.edits[i].span, nullptr);
    require(a.edits[i].gain.tenths > 0, "an edit gains");
    require(i == 0 || a.edits[i - 1].gain >= a.edits[i].gain, "edits by gain");
  }
  for (std::size_t i = 0; i < a.repairs.size(); ++i) {
    require(a.repairs[i] < draft.text.size(), "repair inside the text");
    require(i == 0 || a.repairs[i - 1] < a.repairs[i], "repairs in order");
  }
  check_score(a);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  rapport::Draft draft;
  if (size > 0) {
    draft.channel = kChannels[data[0] % kChannels.size()];
    draft.slots_filled = (data[0] & 64) != 0;
    draft.text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::size_t line = draft.text.find('\n');
    if ((data[0] & 128) != 0 && line != std::string::npos) {
      draft.subject = draft.text.substr(0, line);
      draft.text.erase(0, line + 1);
    }
  }
  check(draft, analyzer().analyze(draft));
  return 0;
}
