// Records from NDJSON and CSV: what is wrong with one leaves its neighbours alone.
#include "corpus/readers/reader.h"
#include "corpus/readers/record_fields.h"

#include "tests/support.h"

using namespace rapport;

namespace {

struct Read {
  std::vector<corpus::Record> records;
  corpus::Skipped skipped;
  // "line:text" or "line!code", in a row.
  std::string shown() const {
    std::string out;
    for (const corpus::Record& record : records) {
      out += (out.empty() ? "" : " ") + std::to_string(record.line) +
             (record.error ? "!" + record.error->code : ":" + record.draft.text);
    }
    return out;
  }
};

Read read(const std::string& name, const std::string& content, const corpus::ReadOptions& options = {}) {
  const tests::TempDir folder;
  const std::string path = (folder.path() / name).string();
  tests::write_file(path, content);
  const auto reader = corpus::open_reader(path, options);
  Read out;
  for (corpus::Record record; reader->next(record);) out.records.push_back(record);
  out.skipped = reader->skipped();
  return out;
}

std::string usage(const std::string& name, const std::string& content, const corpus::ReadOptions& options) {
  try {
    read(name, content, options);
  } catch (const corpus::UsageError& error) {
    return error.what();
  }
  return {};
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string line(const std::string& text) { return "{\"text\":\"" + text + "\"}\n"; }

}  // namespace

BOOST_AUTO_TEST_SUITE(readers_tests)

BOOST_AUTO_TEST_CASE(good_bad_good) {
  using namespace std::string_literals;
  struct Row {
    const char* name;
    std::string bad, shown;
  };
  for (const Row& row : std::vector<Row>{
           {"not_json", "{\"text\":\n", "2!invalid_json"},
           {"trailing_junk", "{\"text\":\"x\"} y\n", "2!invalid_json"},
           {"two_on_a_line", "{\"text\":\"x\"}{\"text\":\"y\"}\n", "2!invalid_json"},
           {"not_an_object", "[\"text\"]\n", "2!invalid_json"},
           {"nan", "{\"text\":\"x\",\"n\":NaN}\n", "2!invalid_json"},
           {"raw_nul", "{\"text\":\"x\0\"}\n"s, "2!invalid_json"},
           {"twice", "{\"text\":\"x\",\"text\":\"y\"}\n", "2!invalid_json"},
           {"deep", "{\"text\":\"x\",\"a\":" + std::string(5000, '[') + std::string(5000, ']') + "}\n", "2!invalid_json"},
           {"no_text", "{\"subject\":\"x\"}\n", "2!missing_text"},
           {"null_text", "{\"text\":null}\n", "2!invalid_text"},
           {"number_as_text", "{\"text\":5}\n", "2!invalid_text"},
           {"lone_continuation", line("\x80"), "2!invalid_utf8"},
           {"overlong", line("\xc0\xaf"), "2!invalid_utf8"},
           {"surrogate", line("\xed\xa0\x80"), "2!invalid_utf8"},
           {"wrong_kind", "{\"text\":\"x\",\"kind\":\"draft\"}\n", "2!invalid_field"},
           {"wrong_fact", "{\"text\":\"x\",\"context\":{\"to_nam\":\"Ana\"}}\n", "2!invalid_field"},
           {"wrong_outcome", "{\"text\":\"x\",\"replied\":\"perhaps\"}\n", "2!invalid_field"},
           {"wrong_time", "{\"text\":\"x\",\"sent\":\"soon\"}\n", "2!invalid_field"},
           {"windows", "{\"text\":\"x\"}\r\n", "2:x"},
           {"escaped_nul", line("x\\u0000y"), "2:x\0y"s},
       }) {
    BOOST_TEST_CONTEXT(row.name) {
      const Read got = read("a.ndjson", line("one") + row.bad + line("three"));
      BOOST_TEST((got.shown() == "1:one " + row.shown + " 3:three"), got.shown());
    }
  }
}

BOOST_AUTO_TEST_CASE(ends_of_ndjson) {
  BOOST_TEST(read("a.ndjson", "\xef\xbb\xbf" + line("a") + "\n  \r\n" + "{\"text\":\"b\"}").shown() == "1:a 4:b");
  BOOST_TEST(read("a.ndjson", line("a") + "\n\n").skipped.blank_lines == 2u);
  const Read cut = read("a.ndjson", line("a") + "{\"text\":\"b");
  BOOST_TEST(cut.shown() == "1:a 2!truncated");
  BOOST_TEST(cut.records[1].error->byte == 13u);
  BOOST_TEST(read("a.ndjson", "").shown() == "");
}

BOOST_AUTO_TEST_CASE(a_line_that_is_far_too_long) {
  const Read got = read("a.ndjson", line("a") + line(std::string(20 << 20, 'x')) + line(std::string(2 << 20, 'y')) + line("b"));
  BOOST_TEST(got.shown() == "1:a 2!too_large 3!too_large 4:b");
}

BOOST_AUTO_TEST_CASE(bad_bytes_are_told_or_replaced) {
  const Read told = read("a.ndjson", line("a") + line("b\xff"));
  BOOST_TEST(told.records.at(1).error->byte == 13u + 10u);
  BOOST_TEST(read("a.ndjson", line("b\xff" "c"), {.replace_bad_utf8 = true}).shown() == "1:b\xef\xbf\xbd" "c");
  BOOST_TEST(read("a.csv", "text,n\nb\xff,1\nc,2\n").shown() == "2!invalid_utf8 3:c");
  BOOST_TEST(read("a.csv", "text,n\nb\xff,1\n", {.replace_bad_utf8 = true}).shown() == "2:b\xef\xbf\xbd");
}

BOOST_AUTO_TEST_CASE(a_whole_object) {
  const Read got = read("a.jsonl", R"({"id":7,"text":"Hi","subject":"S","channel":"email","tier":"free","lang":"en",)"
      R"("kind":"template","sender":"Ana Lima","reader":"Bo","thread":"t","sent":"2026-11-25T10:00:00+01:00",)"
      R"("accepted":true,"replied":"no","context":{"to":{"name":"Bo Berg"},"met_at":"none"},"extra":{"a":[1,2]}})" "\n");
  BOOST_TEST_REQUIRE(got.shown() == "1:Hi");
  const corpus::Record& record = got.records[0];
  BOOST_TEST(record.id == "7");
  BOOST_TEST(record.draft.subject == "S");
  BOOST_TEST(record.draft.channel == "email");
  BOOST_TEST(record.draft.tier == "free");
  BOOST_TEST(record.draft.lang == "en");
  BOOST_TEST(record.draft.slots_filled);
  BOOST_TEST(record.draft.context.to.name == "Bo Berg");
  BOOST_TEST(record.draft.context.met_at.value() == "");
  BOOST_TEST(record.sender_key == "ana lima");
  BOOST_TEST(record.thread == "t");
  BOOST_TEST(record.accepted.value());
  BOOST_TEST(!record.replied.value());
  BOOST_TEST((record.sent == corpus::parse_time("2026-11-25 09:00:00 UTC")));
  BOOST_TEST(record.fields.size() == 15u);
  BOOST_TEST(record.fields.back().name == "extra");
  BOOST_TEST(record.fields.back().value == R"({"a":[1,2]})");
  BOOST_TEST(record.fields.back().is_json);
}

BOOST_AUTO_TEST_CASE(columns) {
  const Read got = read("a.csv", "ID;Body;to_name;Accepted;person\n1;Hi;Ana;yes;Bo\n2;Hey;;0;\n",
                        {.map = {{"to_name", "person"}}});
  BOOST_TEST_REQUIRE(got.shown() == "2:Hi 3:Hey");
  BOOST_TEST(got.records[0].id == "1");
  BOOST_TEST(got.records[0].draft.context.to.name == "Bo");
  BOOST_TEST(got.records[0].accepted.value());
  BOOST_TEST(!got.records[1].accepted.value());
  BOOST_TEST(got.records[1].fields.size() == 5u);
  // A fact is taken where it is mapped only.
  BOOST_TEST(read("a.csv", "text,to_name\nHi,Ana\n").records.at(0).draft.context.empty());
  // Known by its columns where the name of the file does not tell.
  BOOST_TEST(read("a.dat", "id,Message\n1,Hi\n").shown() == "2:Hi");
  BOOST_TEST(read("a.dat", "id\tMessage\n1\tHi, you\n").shown() == "2:Hi, you");
  BOOST_TEST(read("a.tsv", "text\tn\nHi, you\t1\n").shown() == "2:Hi, you");
}

BOOST_AUTO_TEST_CASE(rows_that_do_not_fit) {
  const Read got = read("a.csv", "text,n\na,1\nb\nc,1,2\ntext,n\nd,2\n\"e,3\n");
  BOOST_TEST(got.shown() == "2:a 3!ragged_row 4!ragged_row 6:d 7!unclosed_quote");
  BOOST_TEST_REQUIRE(got.skipped.notes.size() == 1u);
  BOOST_TEST(has(got.skipped.notes[0], "a.csv:5: the header again"));
}

BOOST_AUTO_TEST_CASE(wrong_names_are_answered_with_the_nearest) {
  BOOST_TEST(has(usage("a.csv", "text,n\n", {.text_field = "txet"}), "unknown column 'txet'; did you mean 'text'?"));
  BOOST_TEST(has(usage("a.csv", "a,b\n", {}), "--text-field"));
  BOOST_TEST(has(usage("a.csv", "text\n", {.map = {{"to_nam", "text"}}}), "did you mean 'to_name'?"));
  BOOST_TEST(has(usage("a.csv", "text\n", {.format = "cvs"}), "unknown input format 'cvs'; did you mean 'csv'?"));
}

BOOST_AUTO_TEST_CASE(times) {
  const auto seconds = [](const char* text) -> long long {
    const auto time = corpus::parse_time(text);
    return time ? static_cast<long long>(time->time_since_epoch().count()) : -1;
  };
  BOOST_TEST(seconds("1970-01-02") == 86400);
  BOOST_TEST(seconds("1970-01-01T00:00:05Z") == 5);
  BOOST_TEST(seconds("1970-01-01 01:00:05.25+01:00") == 5);
  BOOST_TEST(seconds("2021-08-01 10:00:00 UTC") == 1627812000);
  BOOST_TEST(seconds("8/1/21, 12:05 AM") == 1627776300);
  BOOST_TEST(seconds("8/1/21, 12:05 PM") == 1627776300 + 43200);
  for (const char* wrong : {"", "soon", "2026-13-01", "2026-02-30", "2026-11-25T", "2026-11-25T25:00", "8/1/21, 13:05 PM",
                            "2026-11-25 10:00:00 CET", "2026-11-25x"}) {
    BOOST_TEST_CONTEXT(wrong) { BOOST_TEST(!corpus::parse_time(wrong)); }
  }
}

BOOST_AUTO_TEST_SUITE_END()
