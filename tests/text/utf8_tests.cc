// Repair against a table and against ICU, and the sniffing of files.
#include <unicode/unistr.h>

#include "tests/text_support.h"

using namespace rapport;
using namespace rapport::text;
namespace bdata = boost::unit_test::data;

namespace {

using std::string_literals::operator""s;

struct Repair : tests::Named {
  std::string given;
  std::string text;                  // "?" is written for U+FFFD
  std::vector<std::size_t> repairs;  // given offsets
};

const std::vector<Repair> kRepairs = {
    {{"empty"}, "", "", {}},
    {{"ascii"}, "plain", "plain", {}},
    {{"nul is a character"}, "a\0b"s, "a\0b"s, {}},
    {{"two, three and four bytes"}, "\u00e9\u20ac\U0001F600", "\u00e9\u20ac\U0001F600", {}},
    {{"first and last of each length"}, "\u0080\u07ff\u0800\uffff\U00010000\U0010ffff",
     "\u0080\u07ff\u0800\uffff\U00010000\U0010ffff", {}},
    {{"around the surrogates"}, "\ud7ff\ue000", "\ud7ff\ue000", {}},
    {{"lone continuation"}, "a\x80" "b", "a?b", {1}},
    {{"two lone continuations"}, "\x80\xbf", "??", {0, 1}},
    {{"overlong slash in two"}, "\xc0\xaf", "??", {0, 1}},
    {{"overlong slash in three"}, "\xe0\x80\xaf", "???", {0, 1, 2}},
    {{"overlong slash in four"}, "\xf0\x80\x80\xaf", "????", {0, 1, 2, 3}},
    {{"overlong by one"}, "\xe0\x9f\xbf", "???", {0, 1, 2}},
    {{"high surrogate"}, "\xed\xa0\x80", "???", {0, 1, 2}},
    {{"surrogate pair"}, "\xed\xa0\xbd\xed\xb8\x80", "??????", {0, 1, 2, 3, 4, 5}},
    {{"above U+10FFFF"}, "\xf4\x90\x80\x80", "????", {0, 1, 2, 3}},
    {{"lead bytes of none"}, "\xf5\xf8\xfe\xff", "????", {0, 1, 2, 3}},
    {{"maximal subpart of two"}, "\xe1\x80" "A", "?A", {0}},
    {{"maximal subpart of three"}, "\xf1\x80\x80" "A", "?A", {0}},
    {{"subparts of the standard, table 3-8"}, "\xf1\x80\x80\xe1\x80\xc2" "b\x80" "c\x80\xbf" "d",
     "???b?c??d", {0, 3, 5, 7, 9, 10}},
    {{"truncated at the end of two"}, "a\xc3", "a?", {1}},
    {{"truncated at the end of three"}, "a\xe2\x82", "a?", {1}},
    {{"truncated at the end of four"}, "a\xf0\x9f\x98", "a?", {1}},
    {{"a lead byte before a character"}, "\xc3\u00e9", "?\u00e9", {0}},
    {{"behind eight bytes of ascii"}, "12345678\xff" "12345678", "12345678?12345678", {8}},
};

std::string with_replacements(const std::string& shown) {
  std::string out;
  for (const char c : shown) out += c == '?' ? std::string(kReplacementUtf8) : std::string(1, c);
  return out;
}

std::string repaired(std::string_view given, std::vector<std::size_t>* repairs = nullptr) {
  std::string text;
  std::vector<std::size_t> at;
  std::vector<Document::Shift> shifts;
  repair_utf8(given, text, at, shifts);
  if (repairs) *repairs = at;
  return text;
}

std::string repaired_by_icu(std::string_view given) {
  std::string out;
  icu::UnicodeString::fromUTF8(
      icu::StringPiece(given.data(), static_cast<std::int32_t>(given.size())))
      .toUTF8String(out);
  return out;
}

struct File : tests::Named {
  std::string bytes;
  bool utf16 = false;
  bool binary = false;
};

std::string times(const std::string& text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

const std::vector<File> kFiles = {
    {{"empty"}, "", false, false},
    {{"a letter"}, "a", false, false},
    {{"text"}, "Hi Ana,\r\n\tyour talk\f", false, false},
    {{"text with a mark of order"}, "\ufeffHi Ana", false, false},
    {{"one-byte encoding"}, "caf\xe9 cr\xe8me", false, false},
    {{"a stray NUL"}, "Hi Ana,\0 your talk"s, false, false},
    {{"a letter and NUL"}, "a\0"s, false, false},
    {{"little endian with its mark"}, "\xff\xfe" "a\0"s, true, false},
    {{"big endian with its mark"}, "\xfe\xff\0a"s, true, false},
    {{"little endian without"}, "H\0i\0 \0A\0"s, true, false},
    {{"big endian without"}, "\0H\0i\0 \0A"s, true, false},
    {{"NULs only"}, std::string(64, '\0'), false, true},
    {{"one NUL in fifty"}, times(std::string(49, 'a') + "\0"s, 20), false, false},
    {{"one NUL in forty"}, times(std::string(39, 'a') + "\0"s, 20), false, true},
    {{"NULs behind the first 4 KiB"}, std::string(4096, 'a') + std::string(999, '\0'), false, false},
    {{"control characters"}, times("ab\x01\x02", 10), false, true},
    {{"a few control characters"}, "ab\x01\x02", false, false},
    {{"terminal colours"}, times("\x1b[1mab\x1b[0m", 20), false, false},
    {{"PNG"}, "\x89PNG\r\n\x1a\n", false, true},
    {{"JPEG"}, "\xff\xd8\xff\xe0", false, true},
    {{"GIF"}, "GIF89a", false, true},
    {{"PDF"}, "%PDF-1.7", false, true},
    {{"ZIP"}, "PK\x03\x04", false, true},
    {{"empty ZIP"}, "PK\x05\x06", false, true},
    {{"gzip"}, "\x1f\x8b\x08", false, true},
    {{"ELF"}, "\x7f" "ELF", false, true},
    {{"zstd"}, "\x28\xb5\x2f\xfd", false, true},
    {{"xz"}, "\xfd" "7zXZ\0"s, false, true},
    {{"7z"}, "7z\xbc\xaf\x27\x1c", false, true},
    {{"bzip2"}, "BZh91AY", false, true},
    {{"SQLite"}, "SQLite format 3\0"s, false, true},
    {{"words like a signature"}, "PK is short for Peak. GIF87 too.", false, false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(utf8_tests)

BOOST_DATA_TEST_CASE(repair_reads_what_is_not_utf8_as_replacements, bdata::make(kRepairs), row) {
  std::vector<std::size_t> repairs;
  BOOST_TEST(repaired(row.given, &repairs) == with_replacements(row.text));
  BOOST_TEST(repairs == row.repairs, boost::test_tools::per_element());
  BOOST_TEST(is_utf8(row.given) == row.repairs.empty());
  BOOST_TEST(repaired_by_icu(row.given) == with_replacements(row.text));
}

BOOST_AUTO_TEST_CASE(repair_is_that_of_icu_on_all_short_sequences) {
  const std::string edges =
      "A\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xc1\xc2\xdf\xe0\xe1\xed\xee\xef\xf0\xf1\xf3\xf4\xf5\xff";
  std::size_t count = 0;
  std::string given(4, ' ');
  for (const char a : edges) {
    for (const char b : edges) {
      for (const char c : edges) {
        for (const char d : edges) {
          given = {a, b, c, d};
          ++count;
          if (repaired(given) != repaired_by_icu(given)) BOOST_TEST(false, given);
        }
      }
    }
  }
  BOOST_TEST(count == 23u * 23u * 23u * 23u);
}

BOOST_AUTO_TEST_CASE(repaired_text_is_utf8_and_stays) {
  tests::Random random(1);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = repaired(tests::generated_bytes(random, random.below(40)));
    BOOST_TEST_REQUIRE(is_utf8(text));
    BOOST_TEST_REQUIRE(repaired(text) == text);
  }
}

BOOST_AUTO_TEST_CASE(every_code_point_is_written_and_read_back) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text;
    append_utf8(c, text);
    std::size_t at = 0;
    const bool same = next_code_point(text, at) == c && at == text.size() && is_utf8(text);
    if (!same) BOOST_TEST(false, "U+" << std::hex << static_cast<unsigned>(c));
  }
}

BOOST_AUTO_TEST_CASE(the_first_byte_that_is_not_ascii_is_found_wherever_it_stands) {
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string plain(size, 'a');
    BOOST_TEST(is_ascii(plain));
    for (std::size_t at = 0; at < size; ++at) {
      std::string text = plain;
      text[at] = '\x80';
      BOOST_TEST(!is_ascii(text));
      for (std::size_t from = 0; from <= size; ++from) {
        BOOST_TEST_REQUIRE(find_non_ascii(text, from) == (from <= at ? at : size));
      }
    }
  }
}

BOOST_DATA_TEST_CASE(files_are_told_apart, bdata::make(kFiles), row) {
  BOOST_TEST(looks_utf16(row.bytes) == row.utf16);
  BOOST_TEST(looks_binary(row.bytes) == row.binary);
}

BOOST_AUTO_TEST_CASE(one_mark_of_order_is_taken_off) {
  BOOST_TEST(without_bom("\ufeff\ufeffa") == "\ufeffa");
  BOOST_TEST(without_bom("a\ufeff") == "a\ufeff");
  BOOST_TEST(without_bom("\xef\xbb") == "\xef\xbb");
  BOOST_TEST(without_bom("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
