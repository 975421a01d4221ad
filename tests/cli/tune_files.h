// A folder with a small lexicon and a corpus, for the suites of the tune commands.
#ifndef RAPPORT_TESTS_CLI_TUNE_FILES_H_
#define RAPPORT_TESTS_CLI_TUNE_FILES_H_

#include "expect.h"
#include "tests/corpus/tuning_support.h"

namespace rapport::tests {

// "lex" knows zork (a pitch) and plugh (a gift); "corpus.jsonl" has six messages,
// three of them with spans.
class TuneFiles {
 public:
  TuneFiles() {
    write_small_lexicon(dir_.path() / "lex",
                        rule_of("en.pitch.offering.zork", "pitch.offering", {"zorks?", "blorb"}) +
                            rule_of("en.value_offer.resource.plugh", "value_offer.resource", {"plugh"}) +
                            rule_of("en.ask.time.never", "ask.time", {"never seen"}));
    write("corpus.jsonl",
          record_line("one", "We sell a zork.", "bad", span_of("We sell a zork.", "zork", "pitch.offering")) +
              record_line("two", "Zorks for all, \u001b[31mred\u202e.", "bad", ", \"spans\": []") +
              record_line("three", "Nothing to see here.", "bad") +
              record_line("four", "A plugh for you.", "good",
                          span_of("A plugh for you.", "plugh", "value_offer.resource")) +
              record_line("five", "My plugh is yours.", "good") + record_line("six", "Well.", "mixed"));
    write("plain.jsonl", record_line("only", "A zork.", ""));
  }

  void write(const std::string& name, const std::string& content) const {
    write_file(dir_.path() / name, content);
  }
  std::string read(const std::string& name) const { return read_file(dir_.path() / name); }
  std::filesystem::path path() const { return dir_.path(); }

  // A tune command in the folder, with its lexicon alone unless it takes two.
  Ran run(Words words, const std::string& input = "", bool own_lexicon = true) const {
    words.insert(words.begin(), "tune");
    if (own_lexicon) words.insert(words.end(), {"--lexicons", "lex", "--lexicons-only"});
    return rapport_with(words, {.input = input, .folder = dir_.path().string()});
  }

 private:
  TempDir dir_;
};

// What every command that reads records refuses.
inline void expect_bad_corpus_refused(const TuneFiles& files, const Words& before) {
  const auto with = [&](const std::string& operand, const std::string& input = "") {
    Words words = before;
    words.push_back(operand);
    return files.run(words, input);
  };
  files.write("bad.jsonl", record_line("a", "A zork.", "") + "{\"id\": \"b\"}\nno JSON\n");
  files.write("empty.jsonl", "\n\n");
  const Ran bad = with("bad.jsonl");
  BOOST_TEST(bad.status == 2);
  BOOST_TEST(bad.out == "");
  BOOST_TEST(says(bad.err, "bad.jsonl:2: G002: 'text' is missing"));
  BOOST_TEST(says(bad.err, "bad.jsonl:3: G001:"));
  BOOST_TEST(is_harmless(bad.err));
  expect_refused(with("empty.jsonl"), "there are no records in empty.jsonl");
  expect_refused(with("-", "\n"), "there are no records in <stdin>");
  expect_refused(with("nowhere.jsonl"), "nowhere.jsonl: G009: cannot be read");
}

}  // namespace rapport::tests

#endif  // RAPPORT_TESTS_CLI_TUNE_FILES_H_
