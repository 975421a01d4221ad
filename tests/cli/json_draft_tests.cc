// Drafts as JSON: every field, and every mistake that one can make in them.
#include <boost/test/data/test_case.hpp>

#include "cli/failure.h"
#include "cli/input.h"
#include "expect.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;

namespace {

Draft draft_of(const std::string& text) {
  return cli::to_draft(text, "<stdin>", {.json = true});
}

struct Row {
  const char* name;
  std::string json;
  const char* message;
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

const Row kRefused[] = {
    {"nothing", "", "<stdin>:1:1: invalid_json: incomplete JSON"},
    {"broken off", "{\"text\": \"a", "<stdin>:1:12: invalid_json: incomplete JSON"},
    {"comma at the end", "{\"text\": \"a\",}", "<stdin>:1:14: invalid_json: syntax error"},
    {"line and column in code points", "{\n  \"text\": \"\u00e9\u00e9\" oops}",
     "<stdin>:2:16: invalid_json: syntax error"},
    {"junk behind", "{\"text\": \"a\"} x", "<stdin>:1:15: invalid_json: extra data"},
    {"two objects", "{\"text\": \"a\"}\n{\"text\": \"b\"}", "<stdin>:2:1: invalid_json: extra data"},
    {"NaN", "{\"text\": \"a\", \"n\": NaN}", "<stdin>:1:20: invalid_json: syntax error"},
    {"half a surrogate", R"({"text": "\ud83d"})", "<stdin>:1:17: invalid_json"},
    {"raw control character", "{\"text\": \"a\tb\"}", "<stdin>:1:12: invalid_json"},
    {"deep", std::string(100000, '['), "invalid_json: too deep"},
    {"a list", "[1]", "a draft is an object with a 'text'"},
    {"no text", "{\"subject\": \"a\"}", "the draft has no 'text'"},
    {"text is a number", "{\"text\": 3}", "'text' must be a string"},
    {"text is null", "{\"text\": null}", "'text' must be a string"},
    {"channel is a number", "{\"text\": \"a\", \"channel\": 5}", "'channel' must be a string"},
    {"tier is a list", "{\"text\": \"a\", \"tier\": []}", "'tier' must be a string"},
    {"lang is true", "{\"text\": \"a\", \"lang\": true}", "'lang' must be a string"},
    {"subject is an object", "{\"text\": \"a\", \"subject\": {}}", "'subject' must be a string"},
    {"slots_filled is a text", "{\"text\": \"a\", \"slots_filled\": \"yes\"}",
     "'slots_filled' must be true or false"},
    {"kind of another kind", "{\"text\": \"a\", \"kind\": \"letter\"}",
     "'kind' is 'template' or 'filled', not 'letter'"},
    {"context is a list", "{\"text\": \"a\", \"context\": [1]}", "'context' must be an object"},
    {"an unknown fact", R"({"text": "a", "context": {"to_nam": "Ana"}})",
     "context.to_nam: unknown fact 'to_nam'; did you mean 'to_name'?"},
    {"an unknown fact in an object", R"({"text": "a", "context": {"to": {"nmae": "Ana"}}})",
     "context.to.nmae: unknown fact 'to_nmae'; did you mean 'to_name'?"},
    {"an object in an object", R"({"text": "a", "context": {"to": {"name": {}}}})",
     "'context.to.name' must not be an object"},
    {"a list for one name", R"({"text": "a", "context": {"to_name": ["Ana", "Bo"]}})",
     "context.to_name: to_name takes one value, not a list"},
    {"an object in a list", R"({"text": "a", "context": {"shared": ["choir", {}]}})",
     "'context.shared' must be a list of texts"},
    {"an impossible date", R"({"text": "a", "context": {"last_request": "2026-02-30"}})",
     "context.last_request: last_request is a day of the calendar as YYYY-MM-DD"},
    {"a fact beside the text", R"({"text": "a", "intent": "friendship"})",
     "intent: intent is one of advice, job, hire"},
    {"an empty fact", R"({"text": "a", "context": {"to_name": " "}})", "to_name is empty; leave it out"},
    {"misspelt text", "{\"txt\": \"a\"}", "unknown field 'txt'; did you mean 'text'?"},
    {"text in capitals", "{\"TEXT\": \"a\"}", "unknown field 'TEXT'; did you mean 'text'?"},
    {"misspelt channel", "{\"text\": \"a\", \"chanel\": \"email\"}", "did you mean 'channel'?"},
    {"misspelt subject", "{\"text\": \"a\", \"sujbect\": \"b\"}", "did you mean 'subject'?"},
    {"misspelt tier", "{\"text\": \"a\", \"teir\": \"free\"}", "did you mean 'tier'?"},
    {"misspelt lang", "{\"text\": \"a\", \"langu\": \"en\"}", "did you mean 'lang'?"},
    {"misspelt context", "{\"text\": \"a\", \"contxt\": {\"a\": 1}}", "did you mean 'context'?"},
    {"misspelt slots_filled", "{\"text\": \"a\", \"slot_filled\": true}", "did you mean 'slots_filled'?"},
    {"a key twice", "{\"text\": \"a\",\n\"text\": \"b\"}", "<stdin>:2:1: invalid_json: 'text' stands here twice"},
    {"a key twice, spelt apart", R"({"text": "a", "\u0074ext": "b"})", "'text' stands here twice"},
    {"a key twice inside", "{\"text\": \"a\", \"context\": {\"b\": 1, \"b\": 2}}", "'b' stands here twice"},
    {"hostile key twice", R"({"text": "a", "\u001b[2J": 1, "\u001b[2J": 2})", "[2J' stands here twice"},
};

const Row kAccepted[] = {
    {"text alone", "{\"text\": \"a\"}", ""},
    {"nulls count as not given", R"({"text": "a", "channel": null, "tier": null, "context": {"to_name": null}})", ""},
    {"the same key in neighbours", R"({"text": "a", "x": [{"k": 1}, {"k": 1}], "y": {"k": ["k", "k"]}})", ""},
    {"near, but of another kind", R"({"text": "a", "contact": "Ana", "land": 3})", ""},
    {"near a field that is there", R"({"text": "a", "test": "b", "lang": "en", "land": "NZ"})", ""},
    {"braces and quotes in texts", R"({"text": "{\"[,", "note": "\\"})", ""},
    {"white space around", "\r\n {\"text\": \"a\"}\n\n", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(json_draft_tests)

BOOST_DATA_TEST_CASE(refused_with_its_place_or_field, bdata::make(kRefused), row) {
  const auto is_clear = [&](const cli::Failure& failure) {
    const std::string message = failure.what();
    BOOST_TEST_INFO("message: " << message);
    BOOST_TEST(says(message, row.message));
    BOOST_TEST(message.starts_with("<stdin>:"));
    BOOST_TEST(says(message, "invalid_json: "));
    BOOST_TEST(is_harmless(message));
    return failure.status() == cli::kRefused;
  };
  BOOST_CHECK_EXCEPTION(draft_of(row.json), cli::Failure, is_clear);
}

BOOST_DATA_TEST_CASE(accepted, bdata::make(kAccepted), row) {
  BOOST_CHECK_NO_THROW(BOOST_TEST(!draft_of(row.json).text.empty()));
}

BOOST_AUTO_TEST_CASE(all_fields_arrive) {
  const Draft draft = draft_of(R"({
    "text": "Hi Ana", "subject": "Bees", "channel": "email", "tier": "standard", "lang": "en",
    "slots_filled": true, "context": {"to_name": "Ana", "previous_requests": 2, "met_at": false,
      "to": {"groups": ["Bee club", "Choir"], "public_figure": true, "place": null}},
    "offer": "a hive", "id": "n1", "sent": 2, "signals": [1, 2], "more": {"a": 1}})");
  BOOST_TEST(draft.text == "Hi Ana");
  BOOST_TEST(draft.subject == "Bees");
  BOOST_TEST(draft.channel == "email");
  BOOST_TEST(draft.tier == "standard");
  BOOST_TEST(draft.lang == "en");
  BOOST_TEST(draft.slots_filled);
  BOOST_TEST(draft.context.to.name == "Ana");
  BOOST_TEST(draft.context.previous_requests.value() == 2);
  BOOST_TEST(draft.context.met_at.value() == "");
  BOOST_TEST(draft.context.to.groups == (std::vector<std::string>{"Bee club", "Choir"}),
             boost::test_tools::per_element());
  BOOST_TEST(draft.context.to.public_figure.value());
  BOOST_TEST(draft.context.to.place == "");
  BOOST_TEST(draft.context.offer == "a hive");
  // Fields of other names are kept beside them; lists and objects are not.
  BOOST_TEST(draft.extra.size() == 2u);
  BOOST_TEST(draft.extra.at("id") == "n1");
  BOOST_TEST(draft.extra.at("sent") == "2");
}

BOOST_AUTO_TEST_CASE(what_the_context_says_is_not_overruled) {
  const char* const rows[] = {
      R"({"to_name": "outside", "text": "a", "context": {"to_name": "inside"}})",
      R"({"text": "a", "context": {"to_name": "inside"}, "to_name": "outside"})"};
  for (const char* row : rows) BOOST_TEST(draft_of(row).context.to.name == "inside");
}

BOOST_AUTO_TEST_CASE(a_template_has_its_slots_filled) {
  BOOST_TEST(draft_of(R"({"text": "a", "kind": "template"})").slots_filled);
  BOOST_TEST(!draft_of(R"({"text": "a", "kind": "filled"})").slots_filled);
}

BOOST_AUTO_TEST_CASE(the_program_names_an_unknown_channel_and_tier) {
  const auto run = [](const std::string& input) {
    return rapport_with({"score", "--json-input", "--format", "json"}, {.input = input});
  };
  expect_refused(run(R"({"text": "a", "channel": "emial"})"), "<stdin>: unknown channel 'emial'; did you mean 'email'?");
  expect_refused(run(R"({"text": "a", "tier": "premum"})"), "<stdin>: unknown tier 'premum'; did you mean 'premium'?");
  expect_refused(run("{\"txt\": \"a\"}"), "did you mean 'text'?");
  // A tier of another channel is a sender's account, not a mistake.
  expect_fine(run(R"({"text": "Hello there.", "channel": "email", "tier": "premium"})"));
  const Ran ran = run(R"({"text": "Hallo", "lang": "xx"})");
  expect_fine(ran);
  BOOST_TEST(object_of(ran).at("reason") == "language");
}

BOOST_AUTO_TEST_CASE(the_command_line_wins_over_the_draft) {
  const std::string input = R"({"text": "Hello there, Ana.", "channel": "email"})";
  const Ran draft = rapport_with({"score", "--json-input", "--format", "json"}, {.input = input});
  BOOST_TEST(object_of(draft).at("channel") == "email");
  const Ran line = rapport_with({"score", "--json-input", "--format", "json", "-c", "inmail"},
                                {.input = input});
  BOOST_TEST(object_of(line).at("channel") == "inmail");
}

BOOST_AUTO_TEST_SUITE_END()
