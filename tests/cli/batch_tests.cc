// rapport batch, run for real.
#include <boost/json.hpp>

#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "expect.h"
#include "tests/corpus/tuning_support.h"

using namespace rapport;
using namespace rapport::tests;
namespace json = boost::json;

namespace {

constexpr const char* kTexts[] = {
    "Hi Ana, your talk on caching made me rethink our design. Could we hop on a quick call?",
    "We help teams like yours save time. Let me know!",
    "Saw your note on queues;\\nthe part on \\\"back pressure\\\" helped us at Brindle.",
    "\\u00c7ok te\\u015fekk\\u00fcrler, I liked ISTANBUL.",
};

std::string message(std::size_t i) {
  return "{\"id\":" + std::to_string(i) + ",\"text\":\"" + kTexts[i % 4] + " Number " + std::to_string(i) +
         ".\",\"sender\":\"Ana Number " +
         std::to_string(i % 977) + "\",\"tags\":[1,{\"a\": null}]}\n";
}

std::string messages(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += message(i);
  return out;
}

class Folder {
 public:
  void write(const std::string& name, const std::string& content) const { write_file(dir_.path() / name, content); }
  std::string read(const std::string& name) const { return read_file(dir_.path() / name); }
  bool has(const std::string& name) const { return std::filesystem::exists(dir_.path() / name); }
  // At most twenty seconds.
  void wait_for(const std::string& name) const {
    for (int i = 0; i < 1000 && !has(name); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  std::string path() const { return dir_.path().string(); }
  Ran run(Words words, RunOptions options = {}) const {
    words.insert(words.begin(), "batch");
    options.folder = path();
    return rapport_with(words, options);
  }

 private:
  TempDir dir_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_tests)

BOOST_AUTO_TEST_CASE(any_number_of_jobs_gives_the_same_bytes) {
  Folder folder;
  folder.write("in.ndjson", messages(500) + "{bad\n" + messages(300));
  for (const Words& format : {Words{"--spans"}, Words{"--format", "csv"}}) {
    Words words{"in.ndjson"};
    words.insert(words.end(), format.begin(), format.end());
    std::string first;
    for (const char* jobs : {"1", "2", "8", "64"}) {
      Words with = words;
      with.insert(with.end(), {"--jobs", jobs});
      const Ran ran = folder.run(with);
      BOOST_TEST(ran.status == 3, ran.err);
      if (first.empty()) first = ran.out;
      BOOST_TEST((ran.out == first), jobs << " jobs");
    }
    BOOST_TEST(lines_of(first).size() >= 801u);
  }
}

BOOST_AUTO_TEST_CASE(signals_and_rewrites_are_the_bytes_of_score) {
  for (const char* text : kTexts) {
    const std::string draft = std::string("{\"text\":\"") + text + "\",\"subject\":\"A quick call?\"}";
    const Ran one = rapport_with({"score", "--json-input", "--format", "json", "-"}, {.input = draft});
    const Ran all = rapport_with({"batch", "--spans", "--rewrites"}, {.input = draft + "\n"});
    BOOST_TEST(one.status == 0, one.err);
    BOOST_TEST(all.status == 0, all.err);
    const auto member = [](const std::string& out, const std::string& from, const std::string& to) {
      const std::size_t begin = out.find(from);
      return begin == std::string::npos ? "" : out.substr(begin, out.find(to, begin) - begin);
    };
    const std::string signals = member(one.out, ",\"signals\":", ",\"features\":");
    const std::string rewrites = member(one.out, ",\"rewrites\":", ",\"advice\":");
    BOOST_TEST(!signals.empty());
    BOOST_TEST(!rewrites.empty());
    BOOST_TEST(says(all.out, signals + rewrites + "}\n"), all.out << "\n" << one.out);
  }
}

BOOST_AUTO_TEST_CASE(fields_of_the_input_come_first_as_they_were) {
  const Ran ran = rapport_with({"batch"}, {.input = "{\"n\":1.5,\"text\":\"Hi.\",\"score\":\"x\",\"o\":{\"a\":[true]}}\n"});
  BOOST_TEST(ran.status == 0, ran.err);
  BOOST_TEST(ran.out.starts_with("{\"n\":1.5,\"text\":\"Hi.\",\"input.score\":\"x\",\"o\":{\"a\":[true]},\"score\":") , ran.out);
}

BOOST_AUTO_TEST_CASE(what_is_no_text_keeps_its_bytes) {
  for (const char* value : {"1.50", "1E5", "-0.0", "18446744073709551615", "{\"a\": [1.0, \"}\\\"\" ] }", "[ ]", "true", "null"}) {
    const Ran ran = rapport_with({"batch"}, {.input = std::string("{ \"n\" : ") + value + " , \"text\":\"Hi.\" }\n"});
    BOOST_TEST(ran.status == 0, ran.err);
    BOOST_TEST(ran.out.starts_with(std::string("{\"n\":") + value + ",\"text\":\"Hi.\","), ran.out);
  }
}

BOOST_AUTO_TEST_CASE(a_bad_record_stays_in_its_place) {
  Folder folder;
  folder.write("in.ndjson", message(0) + "{bad\n" + message(1) + "{\"text\":\"Hi.\",\"channel\":\"pigeon\"}\n");
  const Ran ran = folder.run({"in.ndjson"});
  BOOST_TEST(ran.status == 3);
  const std::vector<std::string> lines = lines_of(ran.out);
  BOOST_REQUIRE(lines.size() == 4u);
  const json::object error = json::parse(lines[1]).at("error").as_object();
  BOOST_TEST(error.at("code") == "invalid_json");
  BOOST_TEST(error.at("line") == 2);
  BOOST_TEST(error.at("byte") == static_cast<std::int64_t>(message(0).size()));
  BOOST_TEST(json::parse(lines[2]).at("id") == 1);
  BOOST_TEST(json::parse(lines[3]).at("error").at("code") == "invalid_field");

  const Ran apart = folder.run({"in.ndjson", "--errors", "bad.ndjson"});
  BOOST_TEST(apart.status == 3);
  BOOST_TEST(lines_of(apart.out).size() == 2u);
  BOOST_TEST(lines_of(folder.read("bad.ndjson")).size() == 2u);
}

BOOST_AUTO_TEST_CASE(max_errors_ends_the_run) {
  std::string bad;
  for (int i = 0; i < 1000; ++i) bad += "{bad\n";
  const Ran ran = rapport_with({"batch", "--max-errors", "3", "--jobs", "2"}, {.input = bad});
  BOOST_TEST(ran.status == 3);
  BOOST_TEST(says(ran.err, "--max-errors"));
  BOOST_TEST(lines_of(ran.out).size() == 3u);
  // The last line is the third that is at fault, with any number of jobs.
  std::string mixed;
  for (int i = 0; i < 300; ++i) mixed += i % 50 == 49 ? "{bad\n" : message(static_cast<std::size_t>(i));
  for (const char* jobs : {"1", "3"}) {
    Folder folder;
    folder.write("in.ndjson", mixed);
    const Ran cut = folder.run({"in.ndjson", "--max-errors", "3", "--jobs", jobs});
    BOOST_TEST(cut.status == 3);
    BOOST_TEST(lines_of(cut.out).size() == 150u);
    BOOST_TEST(says(lines_of(cut.out).back(), "invalid_json"));
  }
}

BOOST_AUTO_TEST_CASE(cells_that_a_spreadsheet_would_run_are_made_text) {
  const std::string in = "id,text\n=1+1,\"@SUM(A1)\"\n-x,+y\n";
  const Ran safe = rapport_with({"batch", "--input-format", "csv", "--format", "csv"}, {.input = in});
  BOOST_TEST(safe.status == 0, safe.err);
  BOOST_TEST(says(safe.out, "\n'=1+1,'@SUM(A1),"), safe.out);
  BOOST_TEST(says(safe.out, "\n'-x,'+y,"));
  const Ran raw = rapport_with({"batch", "--input-format", "csv", "--format", "csv", "--csv-raw"}, {.input = in});
  BOOST_TEST(says(raw.out, "\n=1+1,@SUM(A1),"));
}

BOOST_AUTO_TEST_CASE(a_stream_has_a_line_out_for_each_line_in_at_once) {
  const std::string script =
      "import subprocess, sys, os\n"
      "p = subprocess.Popen([os.environ['R'], 'batch', '--stream', '--jobs', sys.argv[1]], stdin=subprocess.PIPE,\n"
      "                     stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)\n"
      "for line in [b'{\"text\":\"Hi.\"}', b'', b'{bad', b'   ', b'{\"text\":\"Ho.\"}'] * 5:\n"
      "    p.stdin.write(line + b'\\n'); p.stdin.flush()\n"
      "    back = p.stdout.readline()\n"
      "    assert (b'score' in back) == (b'text' in line), back\n"
      "p.stdin.close()\n"
      "assert p.stdout.read() == b'' and p.wait() == 3\n";
  Folder folder;
  folder.write("step.py", script);
  for (const char* jobs : {"1", "3"}) {
    const Ran ran = shell(std::string("export R; python3 step.py ") + jobs, {.folder = folder.path()});
    BOOST_TEST(ran.status == 0, ran.err);
    BOOST_TEST(!ran.hung);
  }
}

BOOST_AUTO_TEST_CASE(parallel_gives_the_lines_of_one_run) {
  Folder folder;
  folder.write("in.ndjson", messages(400));
  if (shell("command -v parallel").status != 0) {
    BOOST_TEST_MESSAGE("GNU parallel is not installed");
    return;
  }
  const Ran one = folder.run({"in.ndjson"});
  const Ran many = shell("export HOME=$PWD; parallel -k --block 9k --pipepart -a in.ndjson \"$R\" batch --stream",
                         {.folder = folder.path()});
  BOOST_TEST(many.status == 0, many.err);
  BOOST_TEST((many.out == one.out));
}

BOOST_AUTO_TEST_CASE(killed_at_any_moment_it_goes_on_to_the_same_bytes) {
  Folder folder;
  folder.write("in.ndjson", messages(6000) + "{bad\n" + messages(6000));
  // Pseudonyms are numbered from the start, also by a run that goes on.
  const Words words{"in.ndjson", "--output", "out.ndjson", "--errors", "bad.ndjson", "--jobs", "2", "--resume", "--anonymize"};
  BOOST_TEST(folder.run(words).status == 3);
  const std::string whole = folder.read("out.ndjson"), bad = folder.read("bad.ndjson");
  BOOST_TEST(lines_of(whole).size() == 12000u);
  BOOST_TEST(!folder.has("out.ndjson.journal"));
  std::filesystem::remove(folder.path() + "/out.ndjson");
  std::uint32_t random = 7;
  int killed = 0;
  for (int i = 0; i < 20; ++i) {
    random = random * 1664525u + 1013904223u;
    const std::string wait = "0." + std::to_string(100 + (random >> 16) % 800);
    const Ran ran = shell("\"$R\" batch in.ndjson --output out.ndjson --errors bad.ndjson --jobs 2 --resume --anonymize & "
                          "p=$!; sleep " + wait + "; kill -9 $p; wait $p", {.folder = folder.path()});
    BOOST_TEST((ran.status == 137 || ran.status == 3), ran.status << ran.err);
    killed += ran.status == 137;
    BOOST_TEST((folder.has("out.ndjson") || ran.status == 137));
    if (folder.has("out.ndjson")) {
      BOOST_TEST((folder.read("out.ndjson") == whole));
      BOOST_TEST((folder.read("bad.ndjson") == bad));
      std::filesystem::remove(folder.path() + "/out.ndjson");
    }
  }
  BOOST_TEST(killed > 0);
  BOOST_TEST(folder.run(words).status == 3);
  BOOST_TEST((folder.read("out.ndjson") == whole));
  BOOST_TEST((folder.read("bad.ndjson") == bad));
}

BOOST_AUTO_TEST_CASE(a_changed_input_or_option_is_not_gone_on_with) {
  Folder folder;
  folder.write("in.ndjson", messages(30000));
  const auto end = [&](pid_t id) {
    folder.wait_for("out.ndjson.part");  // it listens to signals before it writes
    ::kill(id, SIGTERM);
  };
  const Ran cut = folder.run({"in.ndjson", "--output", "out.ndjson"}, {.meanwhile = end});
  BOOST_REQUIRE(cut.status == 143);
  BOOST_REQUIRE(folder.has("out.ndjson.journal"));
  BOOST_TEST(!folder.has("out.ndjson"));
  const Ran options = folder.run({"in.ndjson", "--output", "out.ndjson", "--resume", "--spans"});
  BOOST_TEST(options.status == 2);
  BOOST_TEST(says(options.err, "it was none and is --spans"), options.err);
  folder.write("in.ndjson", messages(10));
  const Ran input = folder.run({"in.ndjson", "--output", "out.ndjson", "--resume"});
  BOOST_TEST(input.status == 2);
  BOOST_TEST(says(input.err, "cannot resume: the input changed; it was in.ndjson ("), input.err);
}

BOOST_AUTO_TEST_CASE(changed_facts_are_not_gone_on_with) {
  Folder folder;
  folder.write("in.ndjson", messages(30000));
  folder.write("facts.toml", "to_name = \"Ana\"\n");
  const auto end = [&](pid_t id) {
    folder.wait_for("out.ndjson.part");
    ::kill(id, SIGTERM);
  };
  const Words words{"in.ndjson", "--output", "out.ndjson", "--context", "facts.toml"};
  BOOST_REQUIRE(folder.run(words, {.meanwhile = end}).status == 143);
  folder.write("facts.toml", "to_name = \"Eve Kern\"\n");
  Words resumed = words;
  resumed.emplace_back("--resume");
  const Ran ran = folder.run(resumed);
  BOOST_TEST(ran.status == 2);
  BOOST_TEST(says(ran.err, "--context=facts.toml ("), ran.err);
}

BOOST_AUTO_TEST_CASE(bad_bytes_are_read_as_marks_where_that_is_asked_for) {
  const std::string input = "{\"text\":\"Hi Ana, caf\xe9.\"}\n";
  const Ran strict = rapport_with({"batch"}, {.input = input});
  BOOST_TEST(strict.status == 3);
  BOOST_TEST(says(strict.out, "\"code\":\"invalid_utf8\""), strict.out);
  const Ran replaced = rapport_with({"batch", "--encoding-errors", "replace"}, {.input = input});
  BOOST_TEST(replaced.status == 0, replaced.err);
  BOOST_TEST(says(replaced.out, "caf\xEF\xBF\xBD.\",\"score\":"), replaced.out);
}

BOOST_AUTO_TEST_CASE(ctrl_c_ends_it_within_a_second_though_no_input_comes) {
  Folder folder;
  for (const char* jobs : {"1", "4"}) {
    const Ran ran = shell(std::string("rm -f f; mkfifo f; exec 3<>f; printf '{\"text\":\"Hi.\"}\\n' >&3; "
                                      "timeout --preserve-status -s INT 1 \"$R\" batch --stream --jobs ") +
                              jobs + " < f; echo $? >&2",
                          {.folder = folder.path()});
    BOOST_TEST(lines_of(ran.out).size() == 1u);
    BOOST_TEST(says(ran.err, "130"), ran.err);
    BOOST_TEST(ran.seconds < (sanitized() ? 10 : 5));  // of which 1 waits
  }
}

BOOST_AUTO_TEST_CASE(a_full_disk_and_a_closed_pipe) {
  Folder folder;
  folder.write("in.ndjson", messages(2000));
  for (const char* jobs : {"1", "2"}) {
    const Ran full = folder.run({"in.ndjson", "--jobs", jobs}, {.output = "/dev/full"});
    BOOST_TEST(full.status == 4);
    BOOST_TEST(lines_of(full.err).size() == 1u, full.err);
    const Ran named = folder.run({"in.ndjson", "--jobs", jobs, "--output", "/dev/full"});
    BOOST_TEST(named.status == 4);
    const Ran closed = shell(std::string("{ \"$R\" batch in.ndjson --jobs ") + jobs + "; echo $? >&2; } | head -1",
                             {.folder = folder.path()});
    BOOST_TEST(lines_of(closed.out).size() == 1u);
    BOOST_TEST(closed.err == "141\n", closed.err);
  }
}

BOOST_AUTO_TEST_CASE(two_runs_do_not_write_one_file) {
  Folder folder;
  folder.write("in.ndjson", messages(30000));
  Ran second;
  const Ran first = folder.run({"in.ndjson", "--output", "out.ndjson"}, {.meanwhile = [&](pid_t id) {
    folder.wait_for("out.ndjson.part");
    second = folder.run({"in.ndjson", "--output", "out.ndjson"});
    BOOST_TEST(says(second.err, "process " + std::to_string(id)), second.err);
    ::kill(id, SIGTERM);
  }});
  BOOST_TEST(first.status == 143, first.err);
  BOOST_TEST(second.status == 2);
}

BOOST_AUTO_TEST_CASE(the_locale_changes_nothing) {
  const Ran plain = rapport_with({"batch", "--spans"}, {.input = messages(8)});
  const Ran turkish = rapport_with({"batch", "--spans"}, {.input = messages(8), .environment = {{"LC_ALL", "tr_TR.UTF-8"}}});
  BOOST_TEST(plain.status == 0);
  BOOST_TEST((turkish.out == plain.out));
}

BOOST_AUTO_TEST_SUITE_END()
