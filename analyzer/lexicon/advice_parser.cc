#include <algorithm>
#include <array>

#include "analyzer/context.h"
#include "analyzer/lexicon/parsers.h"

namespace rapport::lexicon {
namespace {

using Kind = AdviceRule::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 7> kTables = {{
    {"advice", Kind::kVerdict},
    {"ground", Kind::kGround},
    {"perception", Kind::kPerception},
    {"read_back", Kind::kReadBack},
    {"plan", Kind::kPlan},
    {"frequency", Kind::kFrequency},
    {"introduction", Kind::kIntroduction},
}};

const std::vector<std::string>& verdicts() {
  static const std::vector<std::string> names = {
      "send", "revise", "send_without_note", "ask_for_introduction", "warm_up_first", "hold_off"};
  return names;
}

class AdviceReader {
 public:
  AdviceReader(const Node& node, const SourceFile& file, DiagnosticLog& log,
               const LexiconData& lexicon, const Pack& pack)
      : reader_(node, file, log), file_(file), log_(log), lexicon_(lexicon), pack_(pack), line_(node.line) {}

  AdviceRule read(Kind kind) {
    rule_.kind = kind;
    rule_.code = reader_.text("code", kRequired);
    if (kind == Kind::kVerdict) {
      const int verdict = reader_.choice("verdict", verdicts(), kRequired);
      rule_.verdict = verdict < 0 ? "" : verdicts()[static_cast<std::size_t>(verdict)];
    }
    if (kind == Kind::kPlan) {
      static const std::vector<std::string> whens = {"accepted", "silence", "no"};
      const int when = reader_.choice("when", whens, kRequired);
      rule_.when = when < 0 ? "" : whens[static_cast<std::size_t>(when)];
      rule_.days = static_cast<int>(reader_.number("days", 0, 0, 1000));
    }
    rule_.reason = reader_.text("reason", kRequired);
    check_told_facts({rule_.reason, line_, 1}, file_, log_);
    read_draft();
    read_facts();
    reader_.done();
    return std::move(rule_);
  }

 private:
  void read_draft() {
    rule_.any = names("any");
    rule_.none = names("none");
    rule_.channels = reader_.texts("channel");
    for (const std::string& channel : rule_.channels) {
      if (lexicon_.channel(channel) < 0) {
        reader_.error("channel", "L005", "unknown channel '" + channel + "'");
      }
    }
    rule_.tiers = reader_.texts("tier");
    rule_.below = reader_.number("below", rule_.below, 0, 101);
    rule_.at_least = reader_.number("at_least", rule_.at_least, -1, 100);
    rule_.over_limit = yes("over_limit");
    rule_.check = yes("check");
  }

  void read_facts() {
    rule_.given = facts("given");
    rule_.without = facts("without");
    rule_.either = yes("either");
    rule_.gap = static_cast<int>(reader_.number("gap", 0, 0, 10));
    rule_.requests = static_cast<int>(reader_.number("requests", 0, 0, 1000));
    rule_.within_days = static_cast<int>(reader_.number("within_days", 0, 0, 1000));
    for (const std::string& text : reader_.texts("is")) {
      const std::size_t equal = std::min(text.find('='), text.size());
      const std::string name = text.substr(0, equal);
      const std::string value = text.substr(std::min(equal + 1, text.size()));
      check_fact_names(reader_, "is", {name});
      if (value.empty()) reader_.error("is", "L024", "'" + text + "' is no 'fact=value'");
      rule_.is.emplace_back(name, value);
    }
  }

  std::vector<std::string> names(const char* key) {
    std::vector<std::string> out = reader_.texts(key);
    check_names(reader_, key, lexicon_, pack_, out);
    return out;
  }

  std::vector<std::string> facts(const char* key) {
    std::vector<std::string> out = reader_.texts(key);
    check_fact_names(reader_, key, out);
    return out;
  }

  bool yes(const char* key) { return reader_.choice(key, {"no", "yes"}) == 1; }

  TableReader reader_;
  const SourceFile& file_;
  DiagnosticLog& log_;
  const LexiconData& lexicon_;
  const Pack& pack_;
  int line_;  // of the table
  AdviceRule rule_;
};

}  // namespace

void parse_advice(const Node& root, const SourceFile& file, DiagnosticLog& log,
                  const LexiconData& lexicon, Pack& out) {
  TableReader top(root, file, log);
  for (const auto& [table, kind] : kTables) {
    for (const Node* node : top.tables(table)) {
      out.advice.push_back(AdviceReader(*node, file, log, lexicon, out).read(kind));
    }
  }
  top.done();
}

}  // namespace rapport::lexicon
