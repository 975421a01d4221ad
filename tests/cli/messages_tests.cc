// A tour of every message that the program has for its user's mistakes, for a
// human eye: tests/golden/cli_errors.txt. A new message is missed here.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <regex>

#include "expect.h"
#include "lexicons.h"

using namespace rapport;
using namespace rapport::tests;
namespace fs = std::filesystem;

namespace {

struct Chapter {
  const char* title;
  std::vector<const char*> lines;  // for a shell
};

const Chapter kTour[] = {
    {"commands",
     {"rapport </dev/null", "rapport skore", "rapport xyzzy", "rapport tune", "rapport config shw", "rapport -v",
      "rapport help scor", "rapport help score now", "rapport man score", "rapport explain", "rapport completion",
      "rapport completion bsh", "rapport explain pitch ask"}},
    {"options",
     {"rapport score --frmat json", "rapport score -x", "rapport score --format", "rapport score --quiet=yes",
      "rapport score --format jsn", "rapport score --format parquet", "rapport score --fail-on eror",
      "rapport score --fail-on 'score<600'", "rapport score --max-bytes 0", "rapport score --width wide",
      "rapport score --config ''", "rapport score --lexicons ''", "rapport score --encoding-errors replce"}},
    {"names of the lexicon",
     {"rapport score --text Hi --channel emial", "rapport score --text Hi --tier premum",
      "rapport score --text Hi --channel connection_note --tier standard", "rapport score --text Hi --lang xx",
      "rapport score --text Hi --ignore nix,pich --only persure", "rapport explain pich", "rapport rules --family pich"}},
    {"drafts",
     {"rapport score nowhere.txt", "rapport score 'Hi Ana, I saw your talk'", "rapport score .", "rapport score ''",
      "rapport score pipe", "rapport score - -", "rapport score --text Hi draft.txt", "rapport score --text Hi --json-input",
      "rapport score <&-", "rapport score /dev/zero", "rapport score --max-bytes 3000 <big", "rapport score --max-bytes 2048 big",
      "printf 'Hi \\377' | rapport score", "printf 'Hi \\377' | rapport score --quiet --encoding-errors replace",
      "printf 'Hi \\377' | rapport score --encoding-errors replace >/dev/null",
      "printf 'Hi \\377\\377' | rapport score --encoding-errors replace >/dev/null",
      "printf '\\377\\376H\\0i\\0' | rapport score", "printf 'H\\0i\\0 \\0A\\0n\\0a\\0' | rapport score",
      "printf 'PK\\3\\4\\0\\0\\0' | rapport score", "rapport score draft.txt nowhere.txt >/dev/null"}},
    {"rewrites",
     {"rapport rewrite --text Hi draft.txt", "rapport rewrite --text Hi --json-input", "rapport rewrite ''",
      "rapport rewrite --text Hi", "rapport rewrite --text 'Guten Tag Frau Weber, vielen Dank.'",
      "rapport rewrite --text Hi --strategy shortst", "rapport rewrite a b"}},
    {"drafts as JSON",
     {"echo '{\"text\": \"a\",}' | rapport score --json-input", "echo '{\"text\": \"a' | rapport score --json-input",
      "echo '{\"text\": \"a\"} b' | rapport score --json-input", "echo '{\"text\": 1, \"text\": 2}' | rapport score --json-input",
      "echo '[1]' | rapport score --json-input", "echo '{}' | rapport score --json-input",
      "echo '{\"text\": 1}' | rapport score --json-input", "echo '{\"txt\": \"a\"}' | rapport score --json-input",
      "echo '{\"text\": \"a\", \"context\": 1}' | rapport score --json-input",
      "echo '{\"text\": \"a\", \"context\": {\"b\": []}}' | rapport score --json-input",
      "echo '{\"text\": \"a\", \"context\": {\"shared\": [[]]}}' | rapport score --json-input",
      "echo '{\"text\": \"a\", \"context\": {\"to\": {\"name\": {}}}}' | rapport score --json-input",
      "echo '{\"text\": \"a\", \"kind\": \"b\"}' | rapport score --json-input",
      "echo '{\"text\": \"a\", \"slots_filled\": 1}' | rapport score --json-input",
      "echo '{\"text\": \"a\", \"channel\": \"emial\"}' | rapport score --json-input",
      "echo '{\"text\": \"a\", \"tier\": \"premum\"}' | rapport score --json-input"}},
    {"mending",
     {"rapport score --text Hi --fix --interactive", "rapport score --text Hi --write",
      "rapport score --fix --write --json-input draft.txt", "rapport score --fix --format json --text Hi",
      "rapport score --fix --write --text Hi", "rapport score --fix draft.txt draft.txt",
      "rapport score --text Hi --fix >/dev/null", "setsid -w \"$R\" score --text Hi --interactive"}},
    {"facts",
     {"rapport score --text Hi --to-nam Ana", "rapport score --text Hi --last-request 2026-02-30",
      "rapport score --text Hi --intent sel", "rapport score --text Hi --context nowhere.toml",
      "rapport score --text Hi --context bad.toml", "rapport score --text Hi --to-name Ana --from-name Ana"}},
    {"configuration",
     {"rapport score --config nowhere.toml", "rapport score --config .", "rapport score --isolated --config draft.txt",
      "rapport score --config big64", "rapport score --config bad.toml",
      "RAPPORT_CONFIG=names.toml rapport score --text Hi", "cd lost; rapport score --quiet --text Hi",
      "cd owned; rapport score --quiet --text Hi"}},
    {"lexicons",
     {"rapport score --text Hi --lexicons nowhere", "rapport score --text Hi --lexicons empty",
      "rapport score --text Hi --lexicons-only", "rapport score --text Hi --lexicons wrong",
      "rapport tune check nowhere", "rapport tune check /dev/null", "rapport tune check --lexicons wrong wrong"}},
    {"corpora",
     {"rapport batch --map x draft.txt", "rapport batch --delimiter abc draft.txt",
      "rapport batch --stream --input-format csv draft.txt", "rapport batch --resume draft.txt",
      "echo x | rapport batch --resume --output out", "rapport batch nowhere.csv",
      "printf 'x\\nx\\n' | rapport batch --input-format ndjson --max-errors 1 >/dev/null",
      "rapport batch draft.txt --group-by x", "rapport batch draft.txt --summary -", "rapport batch draft.txt --report -",
      "rapport batch draft.txt --summary out --output out", "rapport batch draft.txt --summary s --output out --resume",
      "printf 'text\\nHi\\n' | rapport batch --input-format csv --summary s --group-by txet",
      "rapport batch draft.txt --summary s --group-by team >/dev/null"}},
    {"output", {"rapport help >/dev/full", "rapport help >&-"}},
};

const char* const kBadConfig = "colr = \"never\"\nformat = \"json\"\nwidth = \"wide\"\ncolor = [\"never\"]\nlexicons-only = \"maybe\"\n";

// The string literals of one source that stand in calls which tell something.
std::vector<std::string> messages_in(const std::string& source) {
  static const std::regex kCall(R"((?:Failure|refuse\w*|complain|warn|unknown|fail)\()");
  static const std::regex kLiteral(R"rx("((?:[^"\\\n]|\\.)*)")rx");
  std::vector<std::string> out;
  for (std::sregex_iterator call(source.begin(), source.end(), kCall), end; call != end; ++call) {
    const auto from = static_cast<std::size_t>(call->position());
    const std::string statement = source.substr(from, source.find(';', from) - from);
    for (std::sregex_iterator one(statement.begin(), statement.end(), kLiteral); one != end; ++one) {
      out.push_back((*one)[1]);
    }
  }
  return out;
}

// What no user can bring about.
const char* const kUnreachable[] = {"' is in no table", "internal error: "};

}  // namespace

BOOST_AUTO_TEST_SUITE(messages_tests)

BOOST_AUTO_TEST_CASE(every_message_once) {
  const LexiconDir dir({{"../draft.txt", kPitch},
                        {"../big", std::string(5000, 'a')},
                        {"../big64", std::string(70000, '#')},
                        {"../bad.toml", kBadConfig},
                        {"../names.toml", "[score]\nchannel = \"emial\"\n"},
                        {"../owned/.rapport.toml", "# of somebody else\n"},
                        {"../wrong/en/a.toml", replaced(kGoodRule, "passes", "pases")}});
  fs::create_directory(dir.dir.path() / "empty");
  BOOST_TEST_REQUIRE(mkfifo((dir.dir.path() / "pipe").c_str(), 0600) == 0);
  fs::create_directory(dir.dir.path() / "lost");
  fs::create_symlink("gone", dir.dir.path() / "lost/.rapport.toml");
  // As root a file can be given away; for others /etc/passwd is another's.
  const fs::path owned = dir.dir.path() / "owned/.rapport.toml";
  if (chown(owned.c_str(), 65534, 65534) != 0) {
    fs::remove(owned);
    fs::create_symlink("/etc/passwd", owned);
  }
  std::string golden =
      "What `rapport` says of mistakes. Written by tests/cli/messages_tests.cc.\n";
  for (const Chapter& part : kTour) {
    golden += "\n== " + std::string(part.title) + "\n";
    for (const char* line : part.lines) {
      const Ran ran = shell("rapport() { \"$R\" \"$@\"; }; " + std::string(line) + "; exit $?",
                            {.folder = dir.folder()});
      BOOST_TEST(!ran.hung, line);
      BOOST_TEST(is_harmless(ran.err), line);
      BOOST_TEST(ran.out == "", line << " printed " << ran.out);
      golden += "\n$ " + std::string(line) + "\n" + ran.err + "[" + std::to_string(ran.status) + "]\n";
    }
  }
  for (std::size_t at = 0; (at = golden.find(dir.folder(), at)) != std::string::npos;) {
    golden.replace(at, dir.folder().size(), "FOLDER");
  }
  check_golden("cli_errors.txt", golden);

  for (const auto& entry : fs::recursive_directory_iterator(source_dir() + "/cli")) {
    // Those of `tune` but `check` speak of a corpus and have suites of their own.
    const std::string name = entry.path().filename().string();
    // Those of journal and sink tell of a moment; batch_tests brings them about.
    if (name == "write_new.cc" || name == "journal.cc" || name == "sink.cc" || (name.starts_with("tune_") && name != "tune_check.cc")) continue;
    if (entry.path().extension() != ".cc") continue;
    for (std::string message : messages_in(read_file(entry.path()))) {
      if (message.size() < 8 || !says(message, " ")) continue;
      message = std::regex_replace(message, std::regex(R"(\\n)"), "\n");
      if (std::find(std::begin(kUnreachable), std::end(kUnreachable), message) != std::end(kUnreachable)) continue;
      BOOST_TEST(says(golden, message), name << ": not in the tour: '" << message << "'");
    }
  }
}

BOOST_AUTO_TEST_CASE(the_search_sees_messages) {
  BOOST_TEST(messages_in("throw Failure(\"a b\" +\n  x + \"c d\", 2); y(\"no message\");") == (Words{"a b", "c d"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
