// rapport batch --summary, --group-by and --anonymize, run for real.
#include <boost/json.hpp>

#include <signal.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <thread>

#include "expect.h"
#include "tests/corpus/tuning_support.h"

using namespace rapport;
using namespace rapport::tests;
namespace json = boost::json;

namespace {

const std::string kCorpus =
    "id,team,sender,recipient,text,sent,accepted\n"
    "1,north,Ana Lima,Bo Friis,\"Hi Bo, your talk on caching made me rethink our design. Could we hop on a quick "
    "call?\",2026-10-01T10:00:00Z,yes\n"
    "2,south,Cy Park,Dee Okoro,\"Hi Dee, we help teams like yours save 30%. Act now!\",2026-10-01T11:00:00Z,no\n"
    "3,north,Ana Lima,Eve Kern,\"Hi Eve, saw your note on queues. No worries if not. Ana Lima\",2026-10-02T10:00:00Z,yes\n"
    "4,south,Cy Park,,\"\",2026-10-02T11:00:00Z,\n";

class Folder {
 public:
  Folder() { write_file(dir_.path() / "in.csv", kCorpus); }
  void write(const std::string& name, const std::string& content) const { write_file(dir_.path() / name, content); }
  std::string read(const std::string& name) const { return read_file(dir_.path() / name); }
  bool has(const std::string& name) const { return std::filesystem::exists(dir_.path() / name); }
  // Ended with SIGTERM once `due` holds, at most after twenty seconds.
  Ran run(Words words, const std::function<bool()>& due = {}) const {
    words.insert(words.begin(), "batch");
    RunOptions options;
    options.folder = dir_.path().string();
    if (due) {
      options.meanwhile = [due](pid_t id) {
        for (int i = 0; i < 1000 && !due(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        ::kill(id, SIGTERM);
      };
    }
    return rapport_with(words, options);
  }

 private:
  TempDir dir_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_summary_tests)

BOOST_AUTO_TEST_CASE(a_summary_in_json_has_the_figures) {
  const Folder folder;
  const Ran ran = folder.run({"in.csv", "-o", "out", "--summary", "s.json", "--group-by", "team"});
  BOOST_TEST(ran.status == 0, ran.err);
  BOOST_TEST(ran.err == "");
  const json::object s = json::parse(folder.read("s.json")).as_object();
  BOOST_TEST(s.at("records").as_int64() == 4);
  BOOST_TEST(s.at("all").at("scored").as_int64() == 3);
  const json::array& groups = s.at("by").at("groups").as_array();
  BOOST_TEST_REQUIRE(groups.size() == 2u);
  BOOST_TEST(groups[0].at("value").as_string() == "north");
  BOOST_TEST(!s.at("edits").as_array().empty());
  BOOST_TEST(!folder.has("s.json.part"));
}

BOOST_AUTO_TEST_CASE(a_summary_in_markdown_is_for_people) {
  const Folder folder;
  const Ran ran = folder.run({"in.csv", "-o", "out", "--summary", "-"});
  BOOST_TEST(ran.status == 0, ran.err);
  BOOST_TEST(ran.out.starts_with("# Summary of 4 messages\n"), ran.out);
  BOOST_TEST(lines_of(folder.read("out")).size() == 4u);
}

BOOST_AUTO_TEST_CASE(a_report_is_a_page) {
  const Folder folder;
  const Ran ran = folder.run({"in.csv", "-o", "out", "--report", "r.html", "--summary", "s.md", "--group-by", "team"});
  BOOST_TEST(ran.status == 0, ran.err);
  const std::string page = folder.read("r.html");
  BOOST_TEST(page.starts_with("<!doctype html>\n"));
  BOOST_TEST(page.ends_with("</html>\n"));
  BOOST_TEST(says(page, "<h2 id=\"groups-title\">By <bdi>team</bdi></h2>"));
  BOOST_TEST(folder.has("s.md"));
}

BOOST_AUTO_TEST_CASE(it_is_the_same_for_any_number_of_jobs) {
  const Folder folder;
  std::string many = kCorpus;
  for (int i = 0; i < 40; ++i) many += kCorpus.substr(kCorpus.find('\n') + 1);
  folder.write("many.csv", many);
  std::string first, first_out;
  for (const char* jobs : {"1", "2", "8"}) {
    const Ran ran = folder.run({"many.csv", "-o", "out", "--summary", "s.md", "--anonymize", "--jobs", jobs});
    BOOST_TEST(ran.status == 0, ran.err);
    if (first.empty()) first = folder.read("s.md"), first_out = folder.read("out");
    BOOST_TEST((folder.read("s.md") == first), jobs << " jobs");
    BOOST_TEST((folder.read("out") == first_out), jobs << " jobs");
  }
}

BOOST_AUTO_TEST_CASE(nobody_is_named_in_anything_that_is_written) {
  for (const Words& more : {Words{}, Words{"--spans", "--rewrites"}, Words{"--format", "csv"}, Words{"--group-by", "sender"}}) {
    const Folder folder;
    folder.write("bad.ndjson", "{\"text\": \"Hi Ana Lima\", \"sender\": \"Ana Lima\", \"channel\": \"pigeon\"}\n");
    Words words{"in.csv", "--map", "reader=recipient", "-o", "out", "--summary", "s.md", "--anonymize"};
    words.insert(words.end(), more.begin(), more.end());
    const Ran ran = folder.run(words);
    BOOST_TEST(ran.status == 0, ran.err);
    for (const char* file : {"out", "s.md"}) {
      const std::string text = folder.read(file);
      for (const char* name : {"Ana", "Lima", "Bo ", "Friis", "Dee", "Okoro", "Eve", "Kern", "Cy ", "Park"}) {
        BOOST_TEST(text.find(name) == std::string::npos, name << " in " << file);
      }
      BOOST_TEST(says(text, "Person 1"), file);
    }
  }
}

BOOST_AUTO_TEST_CASE(places_of_signals_are_those_of_the_masked_text) {
  const Folder folder;
  const Ran ran = folder.run({"in.csv", "--anonymize", "--spans", "--map", "reader=recipient"});
  BOOST_TEST(ran.status == 0, ran.err);
  std::size_t signals = 0;
  for (const std::string& line : lines_of(ran.out)) {
    const json::object record = json::parse(line).as_object();
    const std::string text(record.at("text").as_string());
    for (const json::value& signal : record.at("signals").as_array()) {
      const auto begin = static_cast<std::size_t>(signal.at("bytes").at(0).as_int64());
      const auto end = static_cast<std::size_t>(signal.at("bytes").at(1).as_int64());
      BOOST_TEST(text.substr(begin, end - begin) == std::string(signal.at("quote").as_string()));
      // All ASCII: code points are bytes.
      BOOST_TEST(signal.at("start").as_int64() == signal.at("bytes").at(0).as_int64());
      ++signals;
    }
  }
  BOOST_TEST(signals > 4u);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_refused_before_anything_is_read) {
  struct Row {
    const char* name;
    Words words;
    int status;
    const char* says;
  };
  const Row rows[] = {
      {"both to standard output", {"--summary", "-"}, 2, "--summary -: the records go to standard output already; add --output FILE"},
      {"one file", {"-o", "x", "--summary", "x"}, 2, "--summary: another output has the same name 'x'"},
      {"one file for both", {"-o", "x", "--summary", "s", "--report", "s"}, 2, "--report: another output has the same name 's'"},
      {"no summary", {"--group-by", "team"}, 2, "--group-by is of a summary; add --summary FILE or --report FILE"},
      {"a misspelt column", {"-o", "x", "--summary", "s", "--group-by", "teem"}, 2, "unknown column 'teem'; did you mean 'team'?"},
      {"resumed", {"-o", "x", "--summary", "s", "--resume"}, 2, "--resume cannot tell what an earlier run read"},
      {"no such folder", {"-o", "x", "--summary", "nowhere/s"}, 2, "nowhere/s"},
      {"a full disk", {"-o", "x", "--summary", "/dev/full"}, 4, "/dev/full"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      const Folder folder;
      Words words{"in.csv"};
      words.insert(words.end(), row.words.begin(), row.words.end());
      const Ran ran = folder.run(words);
      BOOST_TEST(ran.status == row.status, ran.err);
      BOOST_TEST(says(ran.err, row.says), ran.err);
      BOOST_TEST(lines_of(ran.err).size() == 1u, ran.err);
      BOOST_TEST(!folder.has("x"));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_run_that_is_ended_leaves_no_summary) {
  const Folder folder;
  std::string many = kCorpus;
  for (int i = 0; i < 5000; ++i) many += kCorpus.substr(kCorpus.find('\n') + 1);
  folder.write("many.csv", many);
  const Ran ran = folder.run({"many.csv", "-o", "out", "--summary", "s.md", "--report", "r.html"}, [&] { return folder.has("s.md.part"); });
  BOOST_TEST(ran.status == 143);
  BOOST_TEST(!folder.has("s.md.part"));
  BOOST_TEST(!folder.has("r.html.part"));
  BOOST_TEST(!folder.has("s.md"));
  BOOST_TEST(folder.has("out.part"));
}

BOOST_AUTO_TEST_CASE(a_column_that_no_record_has_is_told) {
  const Folder folder;
  folder.write("in.ndjson", "{\"text\": \"Hi Ana, your talk on caching helped us.\"}\n");
  const Ran ran = folder.run({"in.ndjson", "-o", "out", "--summary", "s.md", "--group-by", "team"});
  BOOST_TEST(ran.status == 0);
  BOOST_TEST(says(ran.err, "--group-by: no record has a column 'team'"), ran.err);
}

BOOST_AUTO_TEST_SUITE_END()
