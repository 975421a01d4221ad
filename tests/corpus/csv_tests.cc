// CSV: RFC 4180, and what people make of it.
#include "corpus/readers/csv.h"

#include <algorithm>
#include <cstdlib>
#include <random>

#include "tests/support.h"

using namespace rapport;

namespace {

// Hands out at most `step` bytes at a time.
class Text : public corpus::ByteSource {
 public:
  Text(std::string text, std::size_t step) : text_(std::move(text)), step_(step) {}
  std::size_t read(char* to, std::size_t size) override {
    const std::size_t count = std::min({size, step_, text_.size() - at_});
    text_.copy(to, count, at_);
    at_ += count;
    return count;
  }
  std::uint64_t taken() const override { return at_; }
  std::uint64_t total() const override { return text_.size(); }

 private:
  std::string text_;
  std::size_t step_, at_ = 0;
};

// Rows as "line:field/field", or "line!code".
std::string rows_of(const std::string& text, std::size_t step, const corpus::CsvOptions& options = {}) {
  Text source(text, step);
  corpus::CsvParser parser(source, options);
  std::string out;
  for (corpus::CsvRow row; parser.next(row);) {
    out += (out.empty() ? "" : " ") + std::to_string(row.line) + (row.error ? "!" + row.error->code : ":");
    for (std::size_t i = 0; i < row.fields.size(); ++i) out += (i ? "/" : "") + row.fields[i];
  }
  return out;
}

std::string in_quotes(const std::string& field) {
  std::string out = "\"";
  for (const char c : field) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_tests)

BOOST_AUTO_TEST_CASE(rows) {
  struct Row {
    const char* name;
    std::string text, rows;
    corpus::CsvOptions options = {};
  };
  for (const Row& row : std::vector<Row>{
           {"nothing", "", ""},
           {"plain", "a,b\nc,d\n", "1:a/b 2:c/d"},
           {"no_last_newline", "a,b\nc,d", "1:a/b 2:c/d"},
           {"crlf_and_cr", "a,b\r\nc,d\re,f", "1:a/b 2:c/d 3:e/f"},
           {"mark_at_the_start", "\xef\xbb\xbf" "a,b\nc,d", "1:a/b 2:c/d"},
           {"quotes", "\"a\"\"b\",\"c,d\"\n", "1:a\"b/c,d"},
           {"break_in_quotes", "\"a\nb\",c\nd,e", "1:a\nb/c 3:d/e"},
           {"crlf_in_quotes", "\"a\r\nb\",c\r\nd,e", "1:a\r\nb/c 3:d/e"},
           {"blank_lines", "\na,b\n\n\nc,d\n\n", "2:a/b 5:c/d"},
           {"empty_fields", ",\n\"\",\"\"", "1:/ 2:/"},
           {"semicolon", "a;b\n1,5;2", "1:a/b 2:1,5/2"},
           {"tab", "a\tb\nc,\td", "1:a/b 2:c,/d"},
           {"bar", "a|b\nc|d", "1:a/b 2:c/d"},
           {"delimiter_in_quotes_is_not_counted", "\"a,,,,\";b\nc;d", "1:a,,,,/b 2:c/d"},
           {"delimiter_given", "a,b;c", "1:a,b/c", {.delimiter = ';'}},
           {"quote_in_the_middle", "a \"b\" c,d", "1:a \"b\" c/d"},
           {"text_after_a_quote", "\"a\"b,c", "1:ab/c"},
           {"never_closed", "a,b\n\"c,d\ne,f\ng,h", "1:a/b 2!unclosed_quote 3:e/f 4:g/h"},
           {"never_closed_crlf", "a,b\r\n\"c,d\r\ne,f\r\n", "1:a/b 2!unclosed_quote 3:e/f"},
           {"never_closed_at_the_end", "a,b\nc,\"", "1:a/b 2!unclosed_quote"},
           {"never_closed_and_long", "a,b\n\"c\nd,e\nffffffffffffff,g\nh,i",
            "1:a/b 2!unclosed_quote 3:d/e 4!too_large 5:h/i", {.max_row_bytes = 10}},
           {"too_long", "a,b\ncccccccccccc,d\ne,f", "1:a/b 2!too_large 3:e/f", {.max_row_bytes = 10}},
           {"too_many", "a,b\nc,d,e\nf,g", "1:a/b 2!too_many_columns 3:f/g", {.max_columns = 2}},
       }) {
    BOOST_TEST_CONTEXT(row.name) {
      for (const std::size_t step : {1u, 2u, 3u, 7u, 100000u}) {
        BOOST_TEST(rows_of(row.text, step, row.options) == row.rows);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_written_is_read) {
  std::mt19937 random(20261125);
  const std::string letters = "ab,;\t\"\n\r \xc3\xa9";
  for (int round = 0; round < 2000; ++round) {
    std::string text, expected;
    std::uint64_t line = 1;
    for (unsigned r = 0, rows = random() % 5; r < rows; ++r) {
      expected += (expected.empty() ? "" : " ") + std::to_string(line++) + ":";
      for (unsigned c = 0; c < 3; ++c) {
        std::string field;
        for (unsigned n = random() % 6; n > 0; --n) field += letters[random() % letters.size()];
        for (std::size_t i = 0; i < field.size(); ++i) {
          line += field[i] == '\r' || (field[i] == '\n' && (i == 0 || field[i - 1] != '\r')) ? 1 : 0;
        }
        text += (c ? "," : "") + in_quotes(field);
        expected += (c ? "/" : "") + field;
      }
      text += r % 2 ? "\r\n" : "\n";
    }
    BOOST_TEST_REQUIRE(rows_of(text, 1 + random() % 9, {.delimiter = ','}) == expected);
  }
}

BOOST_AUTO_TEST_CASE(rows_are_those_of_python) {
  const tests::TempDir folder;
  const std::string path = (folder.path() / "cases").string();
  const std::string command =
      "python3 '" + tests::source_dir() + "/tests/corpus/csv_referee.py' 20000 > '" + path + "'";
  BOOST_TEST_REQUIRE(std::system(command.c_str()) == 0);
  std::ifstream in(path);
  int compared = 0;
  for (std::string line; std::getline(in, line);) {
    const boost::json::value referee = boost::json::parse(line);
    const std::string text(referee.at("text").as_string());
    Text source(text, 1 + text.size() % 5);
    corpus::CsvParser parser(source, {.delimiter = ','});
    boost::json::array rows;
    bool closed = true;
    for (corpus::CsvRow row; parser.next(row);) {
      closed = closed && !row.error;
      boost::json::array fields;
      for (const std::string& field : row.fields) fields.emplace_back(field);
      rows.emplace_back(std::move(fields));
    }
    // Python takes a quote that is never closed as closed at the end.
    if (!closed) continue;
    ++compared;
    BOOST_TEST_REQUIRE((rows == referee.at("rows").as_array()), line + " read as " + boost::json::serialize(rows));
  }
  BOOST_TEST(compared > 10000);
}

BOOST_AUTO_TEST_CASE(a_row_without_end_takes_no_memory) {
  class Endless : public corpus::ByteSource {
   public:
    std::size_t read(char* to, std::size_t size) override {
      const std::size_t count = std::min<std::uint64_t>(size, (64u << 20) - at_);
      std::fill(to, to + count, 'x');
      at_ += count;
      return count;
    }
    std::uint64_t taken() const override { return at_; }
    std::uint64_t total() const override { return 0; }

   private:
    std::uint64_t at_ = 0;
  } source;
  corpus::CsvParser parser(source, {});
  corpus::CsvRow row;
  BOOST_TEST_REQUIRE(parser.next(row));
  BOOST_TEST(row.error.value().code == "too_large");
  BOOST_TEST(row.fields.capacity() <= 1u);
  BOOST_TEST(!parser.next(row));
}

BOOST_AUTO_TEST_SUITE_END()
