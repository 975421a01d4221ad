#include "analyzer/text/segment.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>

#include <algorithm>

#include "analyzer/text/fast_words.h"
#include "analyzer/text/utf8.h"

namespace rapport::text {
namespace {

enum Kind { kWords, kSentences, kGraphemes, kKinds };

std::unique_ptr<icu::BreakIterator> make_iterator(Kind kind) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale& root = icu::Locale::getRoot();
  std::unique_ptr<icu::BreakIterator> made;
  switch (kind) {
    case kWords: made.reset(icu::BreakIterator::createWordInstance(root, status)); break;
    case kSentences: made.reset(icu::BreakIterator::createSentenceInstance(root, status)); break;
    default: made.reset(icu::BreakIterator::createCharacterInstance(root, status)); break;
  }
  if (U_FAILURE(status)) made.reset();
  return made;
}

// ICU 72's root word rules take '@' for a letter and no colon for MidLetter.
// A character of the class that Unicode gives them, as long in UTF-16, stands
// in for them.
char16_t word_stand_in(char16_t unit) {
  constexpr char16_t kOther = u'#';
  constexpr char16_t kMidLetter = 0x00B7;
  switch (unit) {
    case u'@': return kOther;
    case u':':
    case 0xFE55:
    case 0xFF1A: return kMidLetter;
    default: return unit;
  }
}

// Bytes of UTF-8 behind a number of UTF-16 units, taken in rising order.
class ByteCursor {
 public:
  explicit ByteCursor(std::string_view text) : text_(text) {}

  std::size_t at(std::size_t unit) {
    while (unit_ < unit) {
      const auto lead = static_cast<unsigned char>(text_[byte_]);
      byte_ += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      unit_ += lead < 0xF0 ? 1 : 2;
    }
    return byte_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t unit_ = 0;
};

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

}  // namespace

struct Segmenter::State {
  std::unique_ptr<icu::BreakIterator> iterators[kKinds];
  std::u16string units;
  icu::UnicodeString alias;  // of `units`; the iterators point into it

  // Calls use(end) for each segment. Without ICU's data: one segment.
  template <typename Use>
  void by_icu(Kind kind, std::string_view text, Use use) {
    if (text.empty()) return;
    std::unique_ptr<icu::BreakIterator>& iterator = iterators[kind];
    if (!iterator) iterator = make_iterator(kind);
    if (!iterator) return use(text.size());
    units.clear();
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      if (c >= 0x10000) {
        units += static_cast<char16_t>(0xD7C0 + (c >> 10));
        units += static_cast<char16_t>(0xDC00 | (c & 0x3FF));
      } else {
        const auto unit = static_cast<char16_t>(c);
        units += kind == kWords ? word_stand_in(unit) : unit;
      }
    }
    alias.setTo(false, units.data(), static_cast<std::int32_t>(units.size()));
    iterator->setText(alias);
    ByteCursor cursor(text);
    iterator->first();
    for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
         end = iterator->next()) {
      use(cursor.at(static_cast<std::size_t>(end)));
    }
  }

  void add_by_icu(Kind kind, std::string_view text, std::size_t base,
                  std::vector<std::uint32_t>& ends) {
    by_icu(kind, text, [&](std::size_t end) {
      ends.push_back(static_cast<std::uint32_t>(base + end));
    });
  }
};

Segmenter::Segmenter() : state_(std::make_unique<State>()) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

// There is a word border between a space and an ASCII character that is none,
// whatever stands farther off: the text may be cut there.
void Segmenter::words(std::string_view text, std::vector<std::uint32_t>& ends) {
  constexpr std::size_t kWorthACut = 24;  // bytes of ASCII
  ends.clear();
  const auto cuts_before = [&](std::size_t at) {
    return text[at - 1] == ' ' && text[at] != ' ' && static_cast<unsigned char>(text[at]) < 0x80;
  };
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t foreign = find_non_ascii(text, begin);
    std::size_t end = foreign;
    if (foreign < text.size()) {
      while (end > begin && (end == foreign || !cuts_before(end))) --end;
    }
    ascii_word_ends(text.substr(begin, end - begin), begin, ends);
    if (end == text.size()) break;
    // From here on ICU, up to a cut that has enough ASCII behind it.
    begin = end;
    std::size_t last = foreign;  // the last byte known to be no ASCII
    for (end = foreign + 1; end < text.size(); ++end) {
      if (static_cast<unsigned char>(text[end]) >= 0x80) last = end;
      if (end - last < kWorthACut) continue;
      end = last + 1;
      while (end < text.size() && !cuts_before(end)) {
        if (static_cast<unsigned char>(text[end]) >= 0x80) last = end;
        ++end;
      }
      break;
    }
    end = std::min(end, text.size());
    state_->add_by_icu(kWords, text.substr(begin, end - begin), begin, ends);
    begin = end;
  }
}

// A line end always ends a sentence, so that lines may be taken one by one.
void Segmenter::sentences(std::string_view text, std::vector<std::uint32_t>& ends) {
  ends.clear();
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = find_non_ascii(text, begin);
    if (end < text.size()) {
      while (end > begin && !is_line_end(text[end - 1])) --end;
    }
    ascii_sentence_ends(text.substr(begin, end - begin), begin, ends);
    if (end == text.size()) break;
    begin = end;
    end = text.find_first_of("\r\n", find_non_ascii(text, begin));
    end = end == std::string_view::npos ? text.size() : end + 1;
    if (end < text.size() && text[end - 1] == '\r' && text[end] == '\n') ++end;
    state_->add_by_icu(kSentences, text.substr(begin, end - begin), begin, ends);
    begin = end;
  }
}

// All ASCII characters are graphemes of their own but CR LF.
void Segmenter::graphemes(std::string_view text, std::vector<std::uint32_t>& ends) {
  if (!is_ascii(text)) return graphemes_by_icu(text, ends);
  ends.clear();
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    ends.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

std::size_t Segmenter::count_graphemes(std::string_view text) {
  std::size_t count = 0;
  if (is_ascii(text)) {
    count = text.size();
    for (std::size_t at = text.find("\r\n"); at != std::string_view::npos;
         at = text.find("\r\n", at + 2)) {
      --count;
    }
    return count;
  }
  state_->by_icu(kGraphemes, text, [&](std::size_t) { ++count; });
  return count;
}

void Segmenter::words_by_icu(std::string_view text, std::vector<std::uint32_t>& ends) {
  ends.clear();
  state_->add_by_icu(kWords, text, 0, ends);
}

void Segmenter::sentences_by_icu(std::string_view text, std::vector<std::uint32_t>& ends) {
  ends.clear();
  state_->add_by_icu(kSentences, text, 0, ends);
}

void Segmenter::graphemes_by_icu(std::string_view text, std::vector<std::uint32_t>& ends) {
  ends.clear();
  state_->add_by_icu(kGraphemes, text, 0, ends);
}

}  // namespace rapport::text
