// What the suites of the text layer share: named rows, a small language, and
// documents written out as one line.
#ifndef RAPPORT_TESTS_TEXT_SUPPORT_H_
#define RAPPORT_TESTS_TEXT_SUPPORT_H_

#include <boost/test/data/test_case.hpp>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/text/document.h"
#include "analyzer/text/utf8.h"
#include "tests/support.h"

namespace rapport::tests {

// The first member of a row: what a failure prints.
struct Named {
  const char* name;
};
inline std::ostream& operator<<(std::ostream& out, const Named& row) { return out << row.name; }

inline const text::LanguageData& small_language() {
  static const text::LanguageData language = {
      .lang = "en",
      .greeting = {"hi", "hi there", "dear", "good morning", "buenos dias"},
      .closing = {"best", "best regards", "thanks", "cheers"},
      .abbreviations = {"Dr.", "Mr.", "e.g.", "i.e.", "U.S.", "p.m.", "No.", "vs.", "Ph.D."},
      .function_words = {"the", "and", "you", "your", "of", "to"},
      .capital_words = {"i"},
  };
  return language;
}

inline text::Document document_of(std::string_view given) {
  static text::DocumentBuilder builder;
  return builder.build(given, small_language());
}

// All but UTF-8 is of one kind: pieces of many scripts, marks and marks-up, for
// generated text.
inline const std::vector<std::string>& text_pieces() {
  static const std::vector<std::string> pieces = {
      "a", "Zo\u00eb", "don\u2019t", "e.g.", "U.S.", " ", "  ", "\n", "\r\n", "\r", "\t", ".", ". ",
      "?! ", ", ", "...", "\u2014", "\u201cq\u201d", "'", "\"", "@ana", "#tag", "[Name]", "{{x}}",
      "%NAME%", "<b>", "<<y>>", "http://a.io/b", "x@y.org", "12", "3.5", "_", "\u0301",
      "e\u0301", "\u00df", "\ufb01", "\u0130", "\uff21", "\u200b", "\u200d", "\ufeff", "\u00ad",
      "\u202e", "\u2028", "\u00a0", "\u3000", "\ue000", "\ufffd", "\u05d0\u05d1", "\u0645\u0631",
      "\u0e01\u0e32", "\u4f60\u597d", "\u30ab\u3099", "\uac00\u11a8", "\U0001F600",
      "\U0001F468\u200d\U0001F469", "\U0001F1E9\U0001F1EA", "1\ufe0f\u20e3", "\U00010400",
      "Subject: ", "Hi ", "Best,\n", "> ", "\u216b", "\u1e9e"};
  return pieces;
}

inline std::string generated_text(Random& random, std::size_t pieces) {
  std::string out;
  for (std::size_t i = 0; i < pieces; ++i) out += random.pick(text_pieces());
  return out;
}

// Bytes that may or may not be UTF-8.
inline std::string generated_bytes(Random& random, std::size_t count) {
  static const std::string bytes =
      "a \n.\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xc1\xc2\xc3\xdf\xe0\xe1\xe2\xed\xef\xf0\xf1\xf4\xf5\xff";
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += bytes[random.below(bytes.size())];
  return out;
}

// Whether a character of `text` begins or the text ends at `at`.
inline bool is_border(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && !text::is_continuation(text[at]));
}

// One letter a class: Word, Number, Url, e-Mail, @, #, emoJi, Slot, Punctuation.
inline char class_letter(text::TokenClass token_class) {
  return "WNUM@#JSP"[static_cast<std::size_t>(token_class)];
}

// "W(Hi) P(,) W(Ana)"
inline std::string shown_tokens(const text::Document& document) {
  std::string out;
  for (const text::Token& token : document.tokens) {
    out += (out.empty() ? "" : " ") + std::string(1, class_letter(token.token_class)) + "(" +
           std::string(document.slice(token.span)) + ")";
  }
  return out;
}

// "S[Subject: x\n]G[Hi,]B[ text]": Subject, Greeting, Body, Closing, siGnature
// as N for name, Quoted.
inline std::string shown_zones(const text::Document& document) {
  std::string out;
  for (const text::Zone& zone : document.zones) {
    out += std::string(1, "SGBCNQ"[static_cast<std::size_t>(zone.kind)]) + "[" +
           std::string(document.slice(zone.span)) + "]";
  }
  return out;
}

inline std::vector<std::string> slices(const text::Document& document,
                                       const std::vector<ByteSpan>& spans) {
  std::vector<std::string> out;
  for (const ByteSpan span : spans) out.emplace_back(document.slice(span));
  return out;
}

inline std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "|") + part;
  return out;
}

}  // namespace rapport::tests

#endif  // RAPPORT_TESTS_TEXT_SUPPORT_H_
