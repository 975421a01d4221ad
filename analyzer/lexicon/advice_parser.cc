#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

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

// Tables of which a line that cannot be told is left out.
bool may_be_left_out(Kind kind) { return kind == Kind::kPlan || kind == Kind::kIntroduction; }

// Unknown is not none: a list that is empty is unknown.
bool can_be_none(const std::string& fact) {
  for (const char* value : {"none", "no", "0"}) {
    Context context;
    if (!set_fact(context, fact, value).empty()) continue;
    const auto values = fact_values(context, fact);
    if (values && (values->empty() || values->front() == "none")) return true;
  }
  return false;
}

// "questions>=4": a name, one of two signs, a number.
std::optional<Comparison> comparison(const std::string& text) {
  const std::size_t sign = text.find_first_of("<>");
  if (sign == std::string::npos || sign == 0) return std::nullopt;
  Comparison out{text.substr(0, sign), text[sign] == '<', 0};
  const std::string number = text.substr(sign + (out.below ? 1 : 2));
  const char* const end = number.data() + number.size();
  const auto read = std::from_chars(number.data(), end, out.number);
  if (number.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  if (!std::isfinite(out.number) || (!out.below && text[sign + 1] != '=')) return std::nullopt;
  return out;
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
      static const std::vector<std::string> whens = {"before", "accepted", "silence", "no"};
      const int when = reader_.choice("when", whens, kRequired);
      rule_.when = when < 0 ? "" : whens[static_cast<std::size_t>(when)];
    }
    if (kind == Kind::kFrequency) rule_.most = whole("most", 1'000'000);
    if (kind == Kind::kPlan || kind == Kind::kFrequency) rule_.days = whole("days", 1000);
    if (kind != Kind::kVerdict) {
      for (int verdict : reader_.choices("beside", verdicts())) {
        rule_.beside.push_back(verdicts()[static_cast<std::size_t>(verdict)]);
      }
    }
    read_reason();
    read_draft();
    read_facts();
    reader_.done();
    return std::move(rule_);
  }

  void error(std::string_view key, std::string code, std::string message) {
    reader_.error(key, std::move(code), std::move(message));
  }

 private:
  void read_reason() {
    rule_.reason = reader_.text("reason", kRequired);
    check_told_facts({rule_.reason, line_, 1}, file_, log_);
    if (may_be_left_out(rule_.kind)) return;
    const bool tells = rule_.reason.find('{') != std::string::npos;
    rule_.untold = reader_.text("untold", tells ? kRequired : kOptional);
    if (rule_.untold.find('{') != std::string::npos) {
      error("untold", "L023", "'untold' tells no facts: it is said where they cannot be told");
    }
  }

  void read_draft() {
    rule_.any = names("any");
    rule_.none = names("none");
    rule_.channels = reader_.texts("channel");
    for (const std::string& channel : rule_.channels) {
      if (lexicon_.channel(channel) < 0) {
        error("channel", "L005", "unknown channel '" + channel + "'" + did_you_mean(channel, channels()));
      }
    }
    rule_.tiers = reader_.texts("tier");
    for (const std::string& tier : rule_.tiers) {
      const std::vector<std::string> known = tiers();
      if (std::find(known.begin(), known.end(), tier) != known.end()) continue;
      error("tier", "L005", "no channel here has a tier '" + tier + "'" + did_you_mean(tier, known));
    }
    rule_.below = reader_.number("below", rule_.below, 0, 101);
    rule_.at_least = reader_.number("at_least", rule_.at_least, -1, 100);
    if (rule_.at_least >= rule_.below) error("at_least", "L011", "no score is below 'below' and at least 'at_least'");
    rule_.over_limit = whether("over_limit");
    rule_.check = whether("check");
    read_where();
  }

  void read_where() {
    std::vector<std::string> known;
    for (const Subscore& subscore : lexicon_.taxonomy.subscores) known.push_back(subscore.id);
    for (const FeatureType& feature : lexicon_.weights.features) known.push_back(feature.id);
    for (const std::string& text : reader_.texts("where")) {
      const std::optional<Comparison> read = comparison(text);
      if (!read) {
        error("where", "L024", "'" + text + "' is no 'name<number' or 'name>=number'");
      } else if (std::find(known.begin(), known.end(), read->name) == known.end()) {
        error("where", "L005", "unknown sub-score or feature '" + read->name + "'" + did_you_mean(read->name, known));
      } else {
        rule_.where.push_back(*read);
      }
    }
  }

  void read_facts() {
    rule_.given = fact_texts(reader_, "given");
    rule_.without = fact_texts(reader_, "without");
    rule_.either = whether("either") == Whether::kYes;
    if (rule_.either && (rule_.any.empty() || rule_.given.empty())) {
      error("either", "L024", "'either' is between 'any' and 'given': both are needed");
    }
    rule_.gap = whole("gap", 10);
    rule_.requests = whole("requests", 1000);
    rule_.within_days = whole("within_days", 1000);
    rule_.is = values("is");
    rule_.is_not = values("is_not");
  }

  // "last_answer=no": a fact and a value that it can have, or "none".
  std::vector<std::pair<std::string, std::string>> values(const char* key) {
    std::vector<std::pair<std::string, std::string>> out;
    for (const std::string& text : reader_.texts(key)) {
      const std::size_t equal = text.find('=');
      if (equal == std::string::npos || equal + 1 == text.size()) {
        error(key, "L024", "'" + text + "' is no 'fact=value'");
        continue;
      }
      const std::string name = text.substr(0, equal);
      const std::string value = text.substr(equal + 1);
      const std::vector<std::string> fact = {name};
      check_fact_names(reader_, key, fact);
      check_value(key, name, value);
      out.emplace_back(name, value);
    }
    return out;
  }

  void check_value(const char* key, const std::string& name, const std::string& value) {
    for (const FactInfo& fact : context_facts()) {
      if (fact.name != name) continue;
      if (value == "none") {
        if (!can_be_none(name)) error(key, "L005", name + " cannot be known to be none");
        continue;
      }
      Context context;
      const std::string refused = set_fact(context, name, value);
      if (!refused.empty()) {
        error(key, "L005", name + " " + refused + ", not '" + value + "'");
      } else if (fact_values(context, name) != std::vector<std::string>{value}) {
        // It is read as something else ("no" of a figure: none), and never equal.
        error(key, "L005", "'" + name + "=" + value + "' never holds; that there is none is '" + name + "=none'");
      }
    }
  }

  std::vector<std::string> names(const char* key) {
    std::vector<std::string> out = reader_.texts(key);
    check_names(reader_, key, lexicon_, pack_, out);
    return out;
  }

  Whether whether(const char* key) {
    return static_cast<Whether>(reader_.choice(key, {"no", "yes"}) + 1);
  }

  int whole(const char* key, int most) {
    const double read = reader_.number(key, 0, 0, most);
    if (read != std::floor(read)) error(key, "L011", "'" + std::string(key) + "' takes a whole number");
    return static_cast<int>(read);
  }

  std::vector<std::string> channels() const {
    std::vector<std::string> out;
    for (const Channel& channel : lexicon_.channels) out.push_back(channel.id);
    return out;
  }

  // Of the channels that the rule is for, or of all.
  std::vector<std::string> tiers() const {
    std::vector<std::string> out;
    for (const Channel& channel : lexicon_.channels) {
      const auto& only = rule_.channels;
      if (!only.empty() && std::find(only.begin(), only.end(), channel.id) == only.end()) continue;
      for (const Tier& tier : channel.tiers) out.push_back(tier.id);
    }
    return out;
  }

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
    std::set<std::string> codes;
    for (const Node* node : top.tables(table)) {
      AdviceReader reader(*node, file, log, lexicon, out);
      out.advice.push_back(reader.read(kind));
      const std::string& code = out.advice.back().code;
      if (!code.empty() && !codes.insert(code).second) {
        reader.error("code", "L006", "code '" + code + "' again in [[" + std::string(table) + "]]");
      }
    }
  }
  top.done();
}

}  // namespace rapport::lexicon
