#include "corpus/tuning/rule_text.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "analyzer/lexicon/lexicon_data.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kFewestExamples = 2;

std::string line(const std::string& key, const std::string& value, const std::string& hint) {
  return key + " = " + toml_text(value) + (value.empty() ? "  # to fill: " + hint : "") + "\n";
}

std::string list(const std::string& key, std::vector<std::string> values, std::size_t fewest,
                 const std::string& hint) {
  values.resize(std::max(values.size(), fewest));
  std::string out = key + " = [\n";
  for (const std::string& value : values) {
    out += "  " + toml_text(value) + "," + (value.empty() ? "  # to fill: " + hint : "") + "\n";
  }
  return out + "]\n";
}

}  // namespace

std::string toml_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (byte < 0x20 || byte == 0x7F) {
          char escape[8];
          std::snprintf(escape, sizeof escape, "\\u%04X", static_cast<unsigned>(byte));
          out += escape;
        } else {
          out += c;
        }
    }
  }
  return out + "\"";
}

std::string toml_comment(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = text.find('\n');
    const std::string_view one = text.substr(0, end);
    out += one.empty() ? "#\n" : "# " + std::string(one) + "\n";
    if (end == std::string_view::npos || end + 1 == text.size()) return out;
    text.remove_prefix(end + 1);
  }
}

std::string rule_block(const RuleDraft& rule) {
  return "[[rule]]\n" + line("id", rule.id, rule.id_hint) +
         line("signal", rule.signal, "a dotted id of taxonomy.toml") +
         list("any", rule.any, 1, "a pattern, such as quick {{gap1}}call") +
         list("hits", rule.hits, kFewestExamples,
              "words that it marks << like this >>, no spaces inside the marks") +
         list("passes", rule.passes, kFewestExamples, "a near miss that it must not mark") +
         line("reason", rule.reason, "what to do, in one line that teaches") +
         line("source", rule.source, "where the rule comes from") +
         line("evidence", rule.evidence, "a key of evidence.toml");
}

std::string usual_evidence(const Lexicon& lexicon, std::string_view lang, std::string_view signal) {
  const LexiconData& data = lexicon.data();
  const int pack = data.pack(lang);
  const int wanted = data.taxonomy.signal(signal);
  std::map<int, int> cited;
  if (pack >= 0) {
    for (const lexicon::Rule& rule : data.packs[static_cast<std::size_t>(pack)].rules) {
      if (rule.signal == wanted) ++cited[rule.evidence];
    }
  }
  const auto most = std::max_element(cited.begin(), cited.end(), [](const auto& a, const auto& b) {
    return a.second < b.second;
  });
  if (most == cited.end()) return "";
  return data.evidence.findings[static_cast<std::size_t>(most->first)].id;
}

}  // namespace rapport::corpus
