// The facts of a context: from a file, from options, from a JSON draft.
#include <boost/test/data/test_case.hpp>

#include <set>

#include "analyzer/context.h"
#include "cli/context.h"
#include "cli/options.h"
#include "expect.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;

namespace {

struct Row {
  const char* name;
  std::string toml;
  std::vector<const char*> messages;
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

const Row kWrong[] = {
    {"no TOML", "to_name = \n", {":1:11: L001: not TOML"}},
    {"an unknown fact", "to_nam = \"Ana\"\n", {":1:10: L002: unknown fact 'to_nam'; did you mean 'to_name'?"}},
    {"an unknown fact in a table", "[to]\nnmae = \"Ana\"\n", {":2:8: L002: unknown fact 'to_nmae'; did you mean 'to_name'?"}},
    {"an impossible date", "last_request = \"2026-02-30\"\n", {":1:16: L005: last_request is a day of the calendar"}},
    {"a list for one value", "to_name = [\"Ana\", \"Bo\"]\n", {":1:11: L005: to_name takes one value, not a list"}},
    {"a list of tables", "[[to]]\nname = \"Ana\"\n", {"L004"}},
    {"several at once", "to_nam = \"Ana\"\nprevious_requests = -1\n",
     {":1:10: L002: unknown fact 'to_nam'", ":2:21: L005: previous_requests is a count from 0 to 1000"}},
};

std::string write(const TempDir& dir, const std::string& name, const std::string& content) {
  write_file(dir.path() / name, content);
  return (dir.path() / name).string();
}

Ran score(Words arguments, const std::string& input = kPitch) {
  arguments.insert(arguments.begin(), "score");
  RunOptions options;
  options.input = input;
  return rapport_with(arguments, options);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(context_tests)

BOOST_AUTO_TEST_CASE(each_fact_has_an_option_and_each_option_a_fact) {
  std::set<std::string> facts, options;
  for (const FactInfo& fact : context_facts()) {
    const std::string name = cli::fact_option(fact.name);
    facts.insert(name);
    for (const cli::OptionInfo& option : cli::fact_options()) {
      if (option.name != name) continue;
      BOOST_TEST(option.repeats == (fact.kind == FactInfo::Kind::kList || fact.name == "mutual"));
      BOOST_TEST(option.choices == (fact.kind == FactInfo::Kind::kYesNo ? "yes|no" : fact.choices));
    }
  }
  for (const cli::OptionInfo& option : cli::fact_options()) {
    if (option.name != "context") options.emplace(option.name);
  }
  BOOST_TEST(facts == options, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(a_wrong_file_tells_all_its_errors, bdata::make(kWrong), row) {
  TempDir dir;
  const std::string file = write(dir, "facts.toml", row.toml);
  const Ran ran = score({"--context", file});
  BOOST_TEST(ran.status == 2);
  BOOST_TEST(ran.out == "");
  for (const char* message : row.messages) {
    BOOST_TEST(says(ran.err, file + (*message == ':' ? message : "")), ran.err);
    BOOST_TEST(says(ran.err, message), ran.err);
  }
  BOOST_TEST(is_harmless(ran.err));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there) {
  expect_refused(score({"--context", "nowhere.toml"}), "nowhere.toml");
}

BOOST_AUTO_TEST_CASE(wrong_options) {
  struct Wrong {
    const char* name;
    Words arguments;
    const char* message;
  };
  const Wrong rows[] = {
      {"a date that is none", {"--last-request", "yesterday"}, "--last-request is a day of the calendar as YYYY-MM-DD"},
      {"a count that is none", {"--previous-requests", "some"}, "--previous-requests is a count from 0 to 1000"},
      {"a choice that is none", {"--intent", "sel"}, "unknown intent 'sel'; did you mean 'sell'?"},
      {"an empty name", {"--to-name="}, "--to-name is empty; leave it out"},
      {"a misspelt option", {"--to-nam", "Ana"}, "did you mean '--to-name'?"},
      {"to oneself", {"--to-name", "Ana", "--from-name", "Ana"},
       "<stdin>: the context contradicts itself: from_name and to_name are the same"},
      {"a request from the future", {"--today", "2026-01-01", "--last-request", "2026-02-01"},
       "last_request is after today"},
  };
  for (const Wrong& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      for (const char* command : {"score", "rewrite"}) {
        Words arguments = {command};
        arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
        RunOptions options;
        options.input = kPitch;
        expect_refused(rapport_with(arguments, options), row.message);
      }
    }
  }
}

// The command line wins over the draft, the draft over the file; which one holds
// is told by whom it contradicts.
BOOST_AUTO_TEST_CASE(which_one_holds) {
  TempDir dir;
  const std::string file = write(dir, "facts.toml", "to_name = \"File\"\nfrom_name = \"Me\"\n");
  const auto run = [&](const Words& more, const std::string& from_draft) {
    Words arguments = {"--json-input", "--context", file};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return score(arguments, "{\"text\": \"Hi Ana, thanks.\", \"to_name\": " + from_draft + "}");
  };
  expect_fine(run({"--from-name", "Draft"}, "null"));
  expect_refused(run({"--from-name", "File"}, "null"), "are the same");
  expect_refused(run({"--from-name", "Draft"}, "\"Draft\""), "are the same");
  expect_fine(run({"--from-name", "Draft", "--to-name", "Option"}, "\"Draft\""));
  expect_refused(run({"--to-name", "Me"}, "\"Draft\""), "are the same");
}

BOOST_AUTO_TEST_CASE(a_configuration_names_the_file_from_where_it_stands) {
  TempDir dir;
  write(dir, "facts.toml", "from_name = \"Ana\"\n");
  const std::string config = write(dir, "my.toml", "context = \"facts.toml\"\n");
  expect_refused(score({"--config", config, "--to-name", "Ana"}),
                 "are the same");
}

BOOST_AUTO_TEST_SUITE_END()
