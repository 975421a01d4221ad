// A document: a draft's text, normalized and segmented, ready to match.
//
// Three coordinate systems, each a ByteSpan of its own string:
//   given   the bytes that the caller gave (may be invalid UTF-8)
//   text    the given bytes with what is not UTF-8 read as U+FFFD
//   folded  what patterns see: case-folded, quotes and dashes plain, white
//           space one space, a slot one U+E000 (see fold.h)
// Tokens, sentences and zones are spans of `text`; `to_text` maps folded spans
// to text, `given_bytes` and `code_points` map text spans outwards.
//
// Ownership: a Document owns all its strings; plain data otherwise.
// Thread rule: immutable once built; build with one Builder a thread.
//
// Example:
//   text::DocumentBuilder builder;            // holds ICU's iterators; reuse
//   text::Document doc = builder.build("Hi Ana, …", language_data);
//   for (const text::Token& token : doc.tokens) …
#ifndef RAPPORT_ANALYZER_TEXT_DOCUMENT_H_
#define RAPPORT_ANALYZER_TEXT_DOCUMENT_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/span.h"
#include "analyzer/text/language_data.h"

namespace rapport::text {

// The one character that stands for a slot in folded text.
inline constexpr std::string_view kSlotUtf8 = "\xEE\x80\x80";  // U+E000

enum class TokenClass : std::uint8_t {
  kWord,         // holds a letter
  kNumber,       // digits, with inner . and ,
  kUrl,
  kEmail,
  kMention,      // @ana
  kHashtag,      // #hiring
  kEmoji,        // one grapheme
  kSlot,         // [Name], {{first_name}}, %FIRSTNAME%, <<x>>, {company}, <Name>
  kPunctuation,  // anything else that is not white space
};

struct Token {
  ByteSpan span;           // in text
  TokenClass token_class = TokenClass::kPunctuation;
  bool capitalized = false;  // first letter is upper or title case
  bool all_caps = false;     // two or more letters, none lower case
};

enum class ZoneKind : std::uint8_t {
  kSubject,    // a first line "Subject: …", without that label
  kGreeting,   // the opener with the name, up to and with its , ! or dash
  kBody,
  kClosing,    // the line(s) of the sign-off: "Best,"
  kSignature,  // what stands behind the closing
  kQuoted,     // reply quotes: lines that start with '>'
};

struct Zone {
  ZoneKind kind = ZoneKind::kBody;
  ByteSpan span;  // in text
};

struct Document {
  std::string text;
  std::string folded;

  // All in order of position; neither tokens nor sentences overlap.
  std::vector<Token> tokens;        // white space is no token
  std::vector<ByteSpan> sentences;  // without white space at their ends
  std::vector<ByteSpan> paragraphs; // stretches between blank lines
  std::vector<Zone> zones;          // cover the text without gaps

  // Sorted folded offsets at which a match may start or end: the images of
  // token borders. Holds 0 and folded.size().
  std::vector<std::uint32_t> edges;

  std::vector<std::size_t> repairs;  // given offsets of bytes that are no UTF-8

  // The span of text behind a folded span; white space at its ends is cut.
  ByteSpan to_text(ByteSpan folded_span) const;
  // The first folded offset whose text offset is at least `text_offset`.
  std::size_t to_folded(std::size_t text_offset) const;
  ByteSpan given_bytes(ByteSpan text_span) const;
  // The first text offset that stands for the given byte `given_offset` or one behind it.
  std::size_t from_given(std::size_t given_offset) const;
  CodePointSpan code_points(ByteSpan text_span) const;
  bool is_edge(std::size_t folded_offset) const;

  // Index of the sentence, or of the zone, that holds or next follows a text
  // offset; the last one at the end of text. REQUIRES: there is one.
  std::size_t sentence_at(std::size_t text_offset) const;
  ZoneKind zone_at(std::size_t text_offset) const;

  std::string_view slice(ByteSpan text_span) const {
    return std::string_view(text).substr(text_span.begin, text_span.size());
  }
  std::string_view folded_slice(ByteSpan s) const {
    return std::string_view(folded).substr(s.begin, s.size());
  }

  // folded offset -> text offset; size folded.size() + 1.
  std::vector<std::uint32_t> fold_map;
  // Given offset minus text offset is constant between these text offsets;
  // empty where nothing was repaired.
  struct Shift {
    std::size_t text_from = 0;
    std::ptrdiff_t given_minus_text = 0;
  };
  std::vector<Shift> shifts;
  // Code points before every 64th byte of text; makes code_points() fast.
  std::vector<std::uint32_t> code_point_index;
};

// Builds documents. Holds ICU's break iterators, which are slow to make and
// fast to reuse.
//
// Thread rule: not safe to share; one a thread.
// Complexity: linear in the text's bytes.
class DocumentBuilder {
 public:
  DocumentBuilder();
  ~DocumentBuilder();
  DocumentBuilder(DocumentBuilder&&) noexcept;
  DocumentBuilder& operator=(DocumentBuilder&&) noexcept;

  // REQUIRES: given.size() <= 2^31 - 1 (ICU's offsets).
  Document build(std::string_view given, const LanguageData& language);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_DOCUMENT_H_
