#include <algorithm>

#include "analyzer/lexicon/macros.h"
#include "analyzer/lexicon/parsers.h"

namespace rapport::lexicon {
namespace {

constexpr std::size_t kFewestExamples = 2;
constexpr std::uint8_t kAllZonesButQuoted = 0b011111;

std::uint8_t bits(const std::vector<int>& indexes) {
  std::uint8_t out = 0;
  for (int index : indexes) out = static_cast<std::uint8_t>(out | (1u << index));
  return out;
}

bool is_snake_case(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

class RuleParser {
 public:
  RuleParser(int file, DiagnosticLog& log, const LexiconData& lexicon, Pack& pack)
      : file_index_(file),
        file_(lexicon.files[file]),
        log_(log),
        lexicon_(lexicon),
        pack_(pack),
        signal_names_(lexicon.taxonomy.signal_names()),
        evidence_names_(lexicon.evidence.names()) {
    for (const Quality& quality : lexicon.weights.qualities) quality_names_.push_back(quality.id);
  }

  void parse(const Node& root) {
    TableReader top(root, file_, log_);
    if (const Node* node = top.table("macros")) {
      TableReader reader(*node, file_, log_);
      for (const auto& [name, value] : node->members) {
        macros_[name] = reader.text(name, kRequired);
      }
    }
    for (const Node* node : top.tables("rule")) parse_rule(*node);
    top.done();
  }

 private:
  void parse_rule(const Node& node) {
    TableReader reader(node, file_, log_);
    Rule rule;
    rule.file = file_index_;
    rule.line = node.line;
    rule.id = reader.text("id", kRequired);
    rule.signal = reader.choice("signal", signal_names_, kRequired);
    rule.shape = static_cast<Shape>(reader.choice("shape", shape_names()) + 1);
    const bool shaped = rule.shape != Shape::kNone;
    rule.any = patterns(reader.placed_texts("any", shaped ? kOptional : kRequired));
    rule.at_least = static_cast<int>(
        reader.number("at_least", 0, 2, 100000, shaped ? kRequired : kOptional));
    if (shaped && !rule.any.empty()) {
      reader.error("any", "L022", "a rule has patterns (any) or a shape, not both");
    }
    if (!shaped && rule.at_least > 0) {
      reader.error("at_least", "L022", "at_least goes with a shape");
    }
    rule.except = patterns(reader.placed_texts("except"));
    rule.unless = bits(reader.choices("unless", guard_names()));
    rule.require = bits(reader.choices("require", guard_names()));
    const std::uint8_t zones = bits(reader.choices("zone", zone_names()));
    rule.zones = zones ? zones : kAllZonesButQuoted;
    const int sentence = reader.choice("sentence", {"first", "last"});
    rule.sentence = static_cast<SentenceGuard>(sentence + 1);
    rule.max = static_cast<int>(reader.number("max", 0, 1, 1000));
    rule.priority = static_cast<int>(reader.number("priority", 0, -100, 100));
    rule.quality = reader.choice("quality", quality_names_);
    rule.hits = reader.placed_texts("hits", kRequired);
    rule.passes = reader.placed_texts("passes", kRequired);
    rule.reason = reader.text("reason", kRequired);
    rule.source = reader.text("source", kRequired);
    rule.evidence = reader.choice("evidence", evidence_names_, kRequired);
    reader.done();
    if (rule.quality < 0) {
      const auto plain = std::find(quality_names_.begin(), quality_names_.end(), "plain");
      rule.quality = static_cast<int>(plain - quality_names_.begin());
      if (plain == quality_names_.end()) rule.quality = 0;
    }
    check_id(reader, rule);
    check_examples(reader, rule);
    pack_.rules.push_back(std::move(rule));
  }

  void check_id(TableReader& reader, const Rule& rule) {
    if (rule.signal < 0 || rule.id.empty()) return;
    const std::string prefix = pack_.language.lang + "." + signal_names_[rule.signal] + ".";
    if (!rule.id.starts_with(prefix) || !is_snake_case(rule.id.substr(prefix.size()))) {
      reader.error("id", "L007", "the id of this rule must be '" + prefix + "<name>'");
    }
    const auto [first, fresh] =
        pack_.rule_index.emplace(rule.id, static_cast<int>(pack_.rules.size()));
    if (fresh) return;
    const Rule& other = pack_.rules[first->second];
    reader.error("id", "L006",
                 "rule '" + rule.id + "' again; the first stands in " +
                     lexicon_.files[other.file].shown + ":" + std::to_string(other.line));
  }

  void check_examples(TableReader& reader, const Rule& rule) {
    for (const auto& [key, examples] :
         {std::pair("hits", &rule.hits), std::pair("passes", &rule.passes)}) {
      if (examples->size() >= kFewestExamples || examples->empty()) continue;
      reader.error(key, "L008", "a rule has two or more " + std::string(key));
    }
    for (const PlacedText& hit : rule.hits) {
      const std::size_t open = hit.text.find("<<");
      const std::size_t close = hit.text.find(">>", open);
      const bool marked = open != std::string::npos && close != std::string::npos &&
                          close > open + 2 && hit.text.find("<<", open + 2) == std::string::npos &&
                          hit.text.find(">>", close + 2) == std::string::npos;
      if (!marked) {
        log_.add(file_, hit.line, hit.column, "L009",
                 "a hit marks exactly one stretch << like this >>, without the spaces");
      }
    }
  }

  std::vector<Pattern> patterns(const std::vector<PlacedText>& texts) {
    std::vector<Pattern> out;
    for (const PlacedText& text : texts) {
      Pattern pattern{text.text, "", text.line, text.column};
      const PatternProblem problem =
          read_pattern(text.text, macros_, pack_.macros, pattern.expanded);
      if (!problem.code.empty()) {
        log_.add(file_, text.line, text.column, problem.code, problem.message);
        continue;
      }
      out.push_back(std::move(pattern));
    }
    return out;
  }

  int file_index_;
  const SourceFile& file_;
  DiagnosticLog& log_;
  const LexiconData& lexicon_;
  Pack& pack_;
  std::vector<std::string> signal_names_;
  std::vector<std::string> evidence_names_;
  std::vector<std::string> quality_names_;
  Macros macros_;
};

}  // namespace

const std::vector<std::string>& guard_names() {
  static const std::vector<std::string> names = {"negated", "quoted", "question", "template",
                                                 "named"};
  return names;
}

const std::vector<std::string>& shape_names() {
  static const std::vector<std::string> names = {"capitals", "emoji", "paragraph"};
  return names;
}

const std::vector<std::string>& zone_names() {
  static const std::vector<std::string> names = {"subject", "greeting",  "body",
                                                 "closing", "signature", "quoted"};
  return names;
}

void parse_rules(const Node& root, int file, DiagnosticLog& log, const LexiconData& lexicon,
                 Pack& out) {
  RuleParser(file, log, lexicon, out).parse(root);
}

}  // namespace rapport::lexicon
