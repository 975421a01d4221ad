// What programs read has the promised shape: every sample, and every odd draft,
// by docs/schema/analysis.schema.json. And the schema says no to other shapes.
#include <boost/test/data/test_case.hpp>

#include <functional>

#include "expect.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;
namespace json = boost::json;

namespace {

using namespace std::string_literals;

const std::string kAnalysisSchema = source_dir() + "/docs/schema/analysis.schema.json";
const std::string kSarifSchema = source_dir() + "/tests/cli/sarif.schema.json";

// A python3 that has jsonschema (Debian's python3-jsonschema).
const std::string& python() {
  static const std::string found = [] {
    for (const char* name : {"/usr/bin/python3", "python3"}) {
      if (run_program({name, "-c", "import jsonschema"}).status == 0) return std::string(name);
    }
    return std::string();
  }();
  BOOST_TEST_REQUIRE(!found.empty(), "no python3 has jsonschema: apt-get install python3-jsonschema");
  return found;
}

// One verdict a document: "ok", or why not.
std::vector<std::string> validate(const std::string& schema, const std::string& documents) {
  const Ran ran = run_program({python(), source_dir() + "/tests/cli/validate.py", schema},
                              {.input = documents});
  BOOST_TEST_REQUIRE(ran.status == 0, ran.err);
  return lines_of(ran.out);
}

struct Odd {
  const char* name;
  std::string input;
  Words arguments;
};
std::ostream& operator<<(std::ostream& out, const Odd& row) { return out << row.name; }

const Odd kOdd[] = {
    {"empty", "", {}},
    {"white space", " \n ", {}},
    {"German", "Guten Tag Frau Weber, Ihr Vortrag \u00fcber Bienen hat mir sehr gut gefallen, vielen Dank.", {}},
    {"Japanese", "\u306f\u3058\u3081\u307e\u3057\u3066\u3001\u5148\u65e5\u306e\u8b1b\u6f14\u3092\u62dd\u8074\u3057\u307e\u3057\u305f\u3002", {}},
    {"no language", "!!! ??? 123", {}},
    {"one word", "Hi", {}},
    {"a pitch", kPitch, {}},
    {"in another tier", kPitch, {"--channel", "connection_note", "--tier", "premium"}},
    {"over every limit", repeated(kPitch + "\n\n", 40), {"--channel", "connection_note"}},
    {"with an empty slot", "Hi [First Name], {{x}} and %NAME%. " + kPitch, {}},
    {"no edits", kPitch, {"--no-edits"}},
    {"only one family", kPitch, {"--only", "pitch"}},
    {"all ignored", kPitch, {"--ignore", "pitch,ask,generic,personalization"}},
    {"replaced bytes", "Hi \xFF\xFE " + kPitch, {"--encoding-errors", "replace"}},
    {"NUL, controls, bidi", "Hi\0\x01\x1b \u202e Ana, "s + kPitch, {}},
    {"emoji and marks", "\U0001F469\u200d\U0001F4BB e\u0301 " + kPitch, {}},
    {"subject line", "Subject: Quick call?\n\n" + kPitch, {"--channel", "inmail"}},
    {"subject apart", R"({"text": "Hello. Do you have time?", "subject": "Quick call to see our demo?", "channel": "email"})", {"--json-input"}},
    {"held off by facts", R"({"text": "Hi Ana, may I ask you for advice?", "context": {"previous_requests": 2, "last_answer": "none", "to_seniority": "executive", "from_seniority": "student", "today": "2026-11-25"}})", {"--json-input"}},
    {"to be introduced", R"({"text": "Hi Ana, I am a nurse and I would like to connect.", "context": {"mutual": ["Jo Park"], "today": "2026-11-25"}})", {"--json-input"}},
    {"many questions", "Hi Ana, how long? Who? Where is it? Which one? Do you read it? When?", {}},
    {"with context", R"({"text": "Hello there.", "context": {"to_name": "Ana"}, "id": 3})", {"--json-input"}},
};

Ran as_json(const Odd& odd) {
  Words arguments = {"score", "--format", "json"};
  arguments.insert(arguments.end(), odd.arguments.begin(), odd.arguments.end());
  return rapport_with(arguments, {.input = odd.input});
}

json::object a_signal(json::object& analysis) { return analysis.at("signals").at(0).as_object(); }

// One change that must not pass.
struct Mutation {
  const char* name;
  std::function<void(json::object&)> change;
};
const Mutation kMutations[] = {
    {"no schema", [](json::object& a) { a.erase("schema"); }},
    {"another schema", [](json::object& a) { a["schema"] = 2; }},
    {"no lexicon", [](json::object& a) { a.erase("lexicon"); }},
    {"lexicon is no hash", [](json::object& a) { a["lexicon"] = "built-in"; }},
    {"a member more", [](json::object& a) { a["mood"] = 1; }},
    {"score over 100", [](json::object& a) { a["score"] = 100.1; }},
    {"score below 0", [](json::object& a) { a["score"] = -0.1; }},
    {"score is a text", [](json::object& a) { a["score"] = "60"; }},
    {"null without a reason", [](json::object& a) { a["score"] = nullptr; }},
    {"a reason with a score", [](json::object& a) { a["reason"] = "empty"; }},
    {"unknown reason", [](json::object& a) { a["score"] = nullptr; a["reason"] = "mood"; }},
    {"a sub-score less", [](json::object& a) { a["scores"].as_object().erase("form"); }},
    {"a sub-score more", [](json::object& a) { a["scores"].as_object()["mood"] = 1; }},
    {"signals are an object", [](json::object& a) { a["signals"] = json::object(); }},
    {"signal without bytes", [](json::object& a) { auto s = a_signal(a); s.erase("bytes"); a["signals"].as_array()[0] = s; }},
    {"three bytes", [](json::object& a) { auto s = a_signal(a); s["bytes"] = {1, 2, 3}; a["signals"].as_array()[0] = s; }},
    {"signal with a member more", [](json::object& a) { auto s = a_signal(a); s["mood"] = 1; a["signals"].as_array()[0] = s; }},
    {"start before the text", [](json::object& a) { auto s = a_signal(a); s["start"] = -1; a["signals"].as_array()[0] = s; }},
    {"half a code point", [](json::object& a) { auto s = a_signal(a); s["end"] = 1.5; a["signals"].as_array()[0] = s; }},
    {"unknown grade", [](json::object& a) { auto s = a_signal(a); s["grade"] = "E"; a["signals"].as_array()[0] = s; }},
    {"line 0", [](json::object& a) { auto s = a_signal(a); s["line"] = 0; a["signals"].as_array()[0] = s; }},
    {"feature without a unit", [](json::object& a) { a["features"].as_array()[0].as_object().erase("unit"); }},
    {"unknown level", [](json::object& a) { a["limits"].as_array()[0].as_object()["level"] = "bad"; }},
    {"unknown unit of a limit", [](json::object& a) { a["limits"].as_array()[0].as_object()["unit"] = "bytes"; }},
    {"edit without gain", [](json::object& a) { a["edits"].as_array()[0].as_object()["gain"] = 0; }},
    {"edit without a note", [](json::object& a) { a["edits"].as_array()[0].as_object().erase("note"); }},
    {"rewrite without gain", [](json::object& a) { a["rewrites"].as_array()[0].as_object()["gain"] = 0; }},
    {"rewrite of no strategy", [](json::object& a) { a["rewrites"].as_array()[0].as_object()["strategy"] = "mood"; }},
    {"rewrite without slots", [](json::object& a) { a["rewrites"].as_array()[0].as_object().erase("slots"); }},
    {"advice is a text", [](json::object& a) { a["advice"] = "send"; }},
    {"advice without a code", [](json::object& a) { a["advice"].as_object().erase("code"); }},
    {"advice of no verdict", [](json::object& a) { a["advice"].as_object()["verdict"] = "wait"; }},
    {"advice without reasons", [](json::object& a) { a["advice"].as_object()["reasons"] = json::array(); }},
    {"the reader's side is a text", [](json::object& a) { a["advice"].as_object()["read_back"] = "Would you answer?"; }},
    {"a step at no time", [](json::object& a) { a["advice"].as_object()["plan"] = {{{"code", "x"}, {"when", "later"}, {"days", 1}, {"text", "y"}}}; }},
    {"a limit of none", [](json::object& a) { a["advice"].as_object()["frequency"] = {{{"code", "x"}, {"reason", "y"}, {"most", 0}}}; }},
    {"repairs before the text", [](json::object& a) { a["repairs"] = json::array{-1}; }},
};

// The promise, in order; what may stand besides comes behind.
const char* const kMembers[] = {"schema", "version", "lexicon", "lang", "channel", "score", "scores",
                                "verdict", "signals", "features", "limits", "edits", "rewrites", "advice"};

}  // namespace

BOOST_AUTO_TEST_SUITE(schema_tests)

BOOST_AUTO_TEST_CASE(every_sample_has_the_promised_shape) {
  const TempDir dir;
  Words arguments = {"score", "--json-input", "--format", "json"};
  for (const Sample& sample : samples()) {
    const json::object record = {{"text", sample.draft.text}, {"channel", sample.draft.channel}};
    write_file(dir.path() / sample.id, json::serialize(record));
    arguments.push_back(sample.id);
  }
  const Ran ran = rapport_with(arguments, {.folder = dir.path().string()});
  expect_fine(ran);
  const auto verdicts = validate(kAnalysisSchema, ran.out);
  BOOST_TEST(verdicts.size() == samples().size());
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    BOOST_TEST(verdicts[i] == "ok", samples()[i].id << ": " << verdicts[i]);
  }
}

BOOST_DATA_TEST_CASE(odd_drafts_have_it_too, bdata::make(kOdd), odd) {
  const Ran ran = as_json(odd);
  BOOST_TEST(ran.status == 0);
  const auto verdicts = validate(kAnalysisSchema, ran.out);
  BOOST_TEST_REQUIRE(verdicts.size() == 1u);
  BOOST_TEST(verdicts[0] == "ok");
  const json::object analysis = object_of(ran);
  auto member = analysis.begin();
  for (const char* name : kMembers) {
    if (member->key() == "reason") ++member;
    BOOST_TEST(member->key() == name);
    ++member;
  }
  // Read and written again it is the same.
  BOOST_TEST(json::value(analysis) == json::parse(json::serialize(analysis)));
}

BOOST_AUTO_TEST_CASE(other_shapes_are_seen) {
  const Odd pitch{"", repeated(kPitch, 3), {"--channel", "connection_note"}};
  const json::object good = object_of(as_json(pitch));
  for (const char* list : {"signals", "features", "limits", "edits", "rewrites"}) {
    BOOST_TEST_REQUIRE(!good.at(list).as_array().empty(), list);
  }
  std::string documents = json::serialize(good) + "\n";
  for (const Mutation& mutation : kMutations) {
    json::object changed = good;
    mutation.change(changed);
    documents += json::serialize(changed) + "\n";
  }
  const auto verdicts = validate(kAnalysisSchema, documents);
  BOOST_TEST_REQUIRE(verdicts.size() == std::size(kMutations) + 1);
  BOOST_TEST(verdicts[0] == "ok");
  for (std::size_t i = 0; i < std::size(kMutations); ++i) {
    BOOST_TEST(verdicts[i + 1] != "ok", "passes: " << kMutations[i].name);
  }
}

BOOST_AUTO_TEST_CASE(sarif_has_what_it_requires) {
  const TempDir dir;
  std::string documents;
  for (const Odd& odd : kOdd) {
    Words arguments = {"score", "--format", "sarif"};
    arguments.insert(arguments.end(), odd.arguments.begin(), odd.arguments.end());
    documents += rapport_with(arguments, {.input = odd.input}).out;
  }
  write_file(dir.path() / "a b\u00e9:#?.txt", kPitch);
  write_file(dir.path() / "b.txt", "Hi");
  documents += rapport_with({"score", "--format", "sarif", "a b\u00e9:#?.txt", "b.txt",
                             (dir.path() / "b.txt").string()}, {.folder = dir.path().string()}).out;
  const auto verdicts = validate(kSarifSchema, documents);
  BOOST_TEST(verdicts.size() == std::size(kOdd) + 1);
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    BOOST_TEST(verdicts[i] == "ok", i << ": " << verdicts[i]);
  }
  // It is no schema that takes anything.
  BOOST_TEST(validate(kSarifSchema, R"({"version": "2.1.0", "runs": [{}]})").at(0) != "ok");
}

BOOST_AUTO_TEST_SUITE_END()
