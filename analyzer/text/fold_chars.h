// The fold's own tables: what NFKC case fold leaves apart and we take as one.
//
// Thread rule: pure functions and constants.
#ifndef RAPPORT_ANALYZER_TEXT_FOLD_CHARS_H_
#define RAPPORT_ANALYZER_TEXT_FOLD_CHARS_H_

#include <array>
#include <string_view>

namespace rapport::text {

// ASCII to lower case, the backtick to an apostrophe; white space stays.
inline constexpr std::array<char, 128> kAsciiFold = [] {
  std::array<char, 128> table{};
  for (int c = 0; c < 128; ++c) {
    char folded = static_cast<char>(c);
    if (c >= 'A' && c <= 'Z') folded = static_cast<char>(c + ('a' - 'A'));
    if (c == '`') folded = '\'';
    table[static_cast<std::size_t>(c)] = folded;
  }
  return table;
}();

// The ASCII mark that a quotation mark, apostrophe, prime or dash outside ASCII
// is read as; 0 for any other character.
constexpr char plain_mark(char32_t c) {
  if (c < 0xAB) return 0;
  switch (c) {
    case 0x00B4:  // acute accent
    case 0x02B9:  // modifier prime
    case 0x02BB:  // modifier turned comma
    case 0x02BC:  // modifier apostrophe
    case 0x02BD:  // modifier reversed comma
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:  // prime
    case 0x2035:  // reversed prime
    case 0x2039:  // single angle quotes
    case 0x203A:
    case 0x275B:  // heavy ornaments
    case 0x275C:
    case 0xFF07:  // fullwidth
    case 0xFF40: return '\'';
    case 0x00AB:  // angle quotes
    case 0x00BB:
    case 0x02BA:  // modifier double prime
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:  // double prime
    case 0x2036:
    case 0x275D:
    case 0x275E:
    case 0x301D:
    case 0x301E:
    case 0x301F:
    case 0xFF02: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:  // minus
    case 0x2E3A:
    case 0x2E3B:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D: return '-';
    default: return 0;
  }
}

// The plain letters of a Latin letter whose stroke or ligature is no mark that
// can be taken off; empty for any other character. Lower case only.
constexpr std::string_view plain_letter(char32_t c) {
  switch (c) {
    case 0x00E6: return "ae";
    case 0x00F8: return "o";
    case 0x0111: return "d";
    case 0x0127: return "h";
    case 0x0131: return "i";  // dotless
    case 0x0142: return "l";
    case 0x0153: return "oe";
    case 0x0167: return "t";
    default: return {};
  }
}

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_FOLD_CHARS_H_
