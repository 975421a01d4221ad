// What the suites of tuning share: a small lexicon of made-up words, records.
#ifndef RAPPORT_TESTS_CORPUS_TUNING_SUPPORT_H_
#define RAPPORT_TESTS_CORPUS_TUNING_SUPPORT_H_

#include <boost/test/data/test_case.hpp>

#include <string>
#include <vector>

#include "corpus/gold.h"
#include "corpus/tuning/rule_text.h"
#include "tests/support.h"

namespace rapport::tests {

// A rule that loads; its examples are never run. `more`: lines of other keys.
inline std::string rule_of(const std::string& id, const std::string& signal,
                           const std::vector<std::string>& any, const std::string& more = "") {
  corpus::RuleDraft rule;
  rule.id = id;
  rule.signal = signal;
  rule.any = any;
  rule.hits = {"<<a>> b", "<<a>> c"};
  rule.passes = {"b", "c"};
  rule.reason = "A rule of this test.";
  rule.source = "test";
  rule.evidence = "self-evident";  // the highest cap of weights
  return corpus::rule_block(rule) + more + "\n";
}

// The project's settings and English pack with these rules and no others.
inline void write_small_lexicon(const std::filesystem::path& folder, const std::string& rules) {
  for (const char* name : {"taxonomy.toml", "evidence.toml", "weights.toml", "channels.toml",
                           "en/pack.toml", "en/rewrites.toml", "en/advice.toml"}) {
    write_file(folder / name, read_file(source_dir() + "/lexicons/" + name));
  }
  write_file(folder / "en/rules.toml", rules);
}

inline std::string all_of(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) out += diagnostic.to_string();
  return out;
}

inline Lexicon small_lexicon(const std::string& rules) {
  const TempDir dir;
  write_small_lexicon(dir.path(), rules);
  const Result<Lexicon> lexicon = Lexicon::load({dir.path().string(), true});
  BOOST_TEST_REQUIRE(lexicon.ok(), all_of(lexicon.diagnostics()));
  return *lexicon;
}

// Records of JSON Lines.
inline std::vector<corpus::GoldRecord> records_of(const std::string& lines) {
  auto records = corpus::parse_gold(lines, "test.jsonl", {});
  BOOST_TEST_REQUIRE(records.ok(), all_of(records.diagnostics()));
  return *std::move(records);
}

// A record of one line; `more`: further members, each with a comma before it.
inline std::string record_line(const std::string& id, const std::string& text,
                               const std::string& label, const std::string& more = "") {
  return R"({"id": ")" + id + R"(", "lang": "en", "text": )" + boost::json::serialize(boost::json::value(text)) +
         (label.empty() ? "" : R"(, "label": ")" + label + "\"") + more + "}\n";
}

// `, "spans": [...]` of one span: the first time that `quote` stands in the text.
inline std::string span_of(const std::string& text, const std::string& quote,
                           const std::string& signal, const char* key = "spans") {
  const std::size_t at = text.find(quote);
  return std::string(", \"") + key + R"(": [{"signal": ")" + signal + R"(", "start": )" +
         std::to_string(at) + R"(, "end": )" + std::to_string(at + quote.size()) + "}]";
}

}  // namespace rapport::tests

#endif  // RAPPORT_TESTS_CORPUS_TUNING_SUPPORT_H_
