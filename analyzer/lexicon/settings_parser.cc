#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "analyzer/lexicon/parsers.h"

namespace rapport::lexicon {
namespace {

constexpr double kMostLength = 1e9;

const std::vector<std::string>& subscore_ids() {
  static const std::vector<std::string> ids = {"personal", "common_ground", "value", "restraint",
                                               "form"};
  return ids;
}

std::vector<int> named_signals(TableReader& reader, std::string_view key, const Taxonomy& taxonomy,
                               std::string_view name) {
  std::vector<int> found = taxonomy.signals_of(name);
  if (found.empty()) {
    std::vector<std::string> names = taxonomy.signal_names();
    for (std::string& family : taxonomy.family_names()) names.push_back(std::move(family));
    reader.error(key, "L005",
                 "unknown signal or family '" + std::string(name) + "'" + did_you_mean(name, names));
  }
  return found;
}

// Those that a signal can make; `otherwise` where the key is absent.
Move read_move(TableReader& reader, Move otherwise) {
  static const std::vector<std::pair<std::string, Move>> moves = {
      {"greeting", Move::kGreeting}, {"found", Move::kFound},   {"shared", Move::kShared},
      {"why", Move::kWhy},           {"intro", Move::kIntro},   {"offer", Move::kOffer},
      {"ask", Move::kAsk},           {"thanks", Move::kThanks}, {"way_out", Move::kWayOut},
      {"respect", Move::kRespect},
      {"pitch", Move::kPitch},       {"boast", Move::kBoast},   {"filler", Move::kFiller},
      {"slot", Move::kSlot},         {"harm", Move::kHarm},     {"other", Move::kOther}};
  std::vector<std::string> names;
  for (const auto& [name, move] : moves) names.push_back(name);
  const int index = reader.choice("move", names);
  return index < 0 ? otherwise : moves[static_cast<std::size_t>(index)].second;
}

}  // namespace

void parse_taxonomy(const Node& root, const SourceFile& file, DiagnosticLog& log, Taxonomy& out) {
  TableReader top(root, file, log);
  out.subscores.resize(kSubscores);
  std::vector<bool> seen(kSubscores);
  for (const Node* node : top.tables("subscore")) {
    TableReader reader(*node, file, log);
    const int id = reader.choice("id", subscore_ids(), kRequired);
    Subscore subscore{"", reader.text("title", kRequired), reader.text("definition", kRequired)};
    reader.done();
    if (id < 0) continue;
    subscore.id = subscore_ids()[id];
    out.subscores[id] = std::move(subscore);
    seen[id] = true;
  }
  if (std::count(seen.begin(), seen.end(), true) != kSubscores) {
    top.error("subscore", "L003", "all five sub-scores must stand here");
  }
  for (const Node* node : top.tables("family")) {
    TableReader reader(*node, file, log);
    Family family;
    family.id = reader.text("id", kRequired);
    family.positive = reader.choice("polarity", {"negative", "positive"}, kRequired) == 1;
    family.subscore = std::max(0, reader.choice("subscore", subscore_ids(), kRequired));
    family.definition = reader.text("definition", kRequired);
    family.move = read_move(reader, family.positive ? Move::kOther : Move::kHarm);
    reader.done();
    if (out.family(family.id) >= 0) reader.error("id", "L006", "family '" + family.id + "' again");
    out.families.push_back(std::move(family));
  }
  for (const Node* node : top.tables("signal")) {
    TableReader reader(*node, file, log);
    SignalType signal;
    signal.id = reader.text("id", kRequired);
    signal.definition = reader.text("definition", kRequired);
    const int own_family = out.family(signal.id.substr(0, signal.id.find('.')));
    signal.move = read_move(reader, own_family < 0 ? Move::kOther : out.families[static_cast<std::size_t>(own_family)].move);
    reader.done();
    if (out.signal(signal.id) >= 0) reader.error("id", "L006", "signal '" + signal.id + "' again");
    const std::string family = signal.id.substr(0, signal.id.find('.'));
    signal.family = out.family(family);
    if (signal.family < 0) {
      reader.error("id", "L005",
                   "unknown family '" + family + "'" + did_you_mean(family, out.family_names()));
      continue;
    }
    out.signals.push_back(std::move(signal));
  }
  for (const Node* node : top.tables("reading")) {
    TableReader reader(*node, file, log);
    Reading reading;
    reading.signal = reader.choice("signal", out.signal_names(), kRequired);
    reading.becomes = reader.choice("becomes", out.signal_names(), kRequired);
    reading.when_any = reader.choices("when_any", out.signal_names());
    reader.done();
    if (reading.signal >= 0 && reading.becomes >= 0) out.readings.push_back(std::move(reading));
  }
  for (const Node* node : top.tables("precedence")) {
    TableReader reader(*node, file, log);
    Precedence precedence;
    precedence.winners = named_signals(reader, "winner", out, reader.text("winner", kRequired));
    precedence.losers = named_signals(reader, "loser", out, reader.text("loser", kRequired));
    reader.done();
    out.precedences.push_back(std::move(precedence));
  }
  top.done();
}

void parse_evidence(const Node& root, const SourceFile& file, DiagnosticLog& log, Evidence& out) {
  TableReader top(root, file, log);
  if (const Node* grades = top.table("grade", kRequired)) {
    for (const auto& [letter, node] : grades->members) {
      TableReader reader(node, file, log);
      const double cap = reader.number("cap", 0, 0, kMostWeight, kRequired);
      reader.text("meaning", kRequired);
      reader.done();
      out.grades.push_back({letter.empty() ? '?' : letter[0], cap});
    }
  }
  std::vector<std::string> letters;
  for (const Grade& grade : out.grades) letters.emplace_back(1, grade.letter);
  for (const Node* node : top.tables("evidence")) {
    TableReader reader(*node, file, log);
    Finding finding;
    finding.id = reader.text("id", kRequired);
    const int grade = reader.choice("grade", letters, kRequired);
    finding.grade = grade < 0 ? 'D' : letters[grade][0];
    finding.n = reader.text("n");
    finding.finding = reader.text("finding", kRequired);
    finding.source = reader.text("source", kRequired);
    reader.done();
    const auto names = out.names();
    if (std::find(names.begin(), names.end(), finding.id) != names.end()) {
      reader.error("id", "L006", "evidence '" + finding.id + "' again");
    }
    out.findings.push_back(std::move(finding));
  }
  top.done();
}

namespace {

// One of the tables [prior] and [fitted]: a base, a weight for every signal, a
// weight for every feature.
struct WeightTable {
  double base = 0;
  std::vector<double> signals;                // in the order of the taxonomy
  std::vector<const Node*> places;            // of these, null where missing
  std::map<std::string, double> features;
  const Node* feature_table = nullptr;
};

WeightTable parse_weight_table(const Node& node, const SourceFile& file, DiagnosticLog& log,
                               const Taxonomy& taxonomy) {
  WeightTable out;
  TableReader reader(node, file, log);
  out.base = reader.number("base", 0, -kMostWeight, kMostWeight, kRequired);
  const Node* signals = reader.table("signal", kRequired);
  out.feature_table = reader.table("feature", kRequired);
  reader.done();
  if (signals) {
    TableReader weights(*signals, file, log);
    for (const SignalType& signal : taxonomy.signals) {
      const bool positive = taxonomy.families[static_cast<std::size_t>(signal.family)].positive;
      out.signals.push_back(weights.number(signal.id, 0, positive ? 0 : -kMostWeight,
                                           positive ? kMostWeight : 0, kRequired));
      out.places.push_back(signals->find(signal.id));
    }
    weights.done();
  }
  if (out.feature_table) {
    TableReader weights(*out.feature_table, file, log);
    for (const auto& [id, value] : out.feature_table->members) {
      out.features[id] = weights.number(id, 0, 0, kMostWeight);
    }
  }
  return out;
}

// The weight of a feature, taken out of the table; an error if there is none.
double take_feature(WeightTable& table, const char* name, const FeatureType& feature,
                    TableReader& reader) {
  const auto found = table.features.find(feature.id);
  if (found == table.features.end()) {
    reader.error("id", "L003", "'" + feature.id + "' has no weight in [" + name + ".feature]");
    return 0;
  }
  const double weight = found->second;
  table.features.erase(found);
  return weight;
}

void report_left_over(const WeightTable& table, const Weights& weights, const SourceFile& file,
                      DiagnosticLog& log) {
  std::vector<std::string> known;
  for (const FeatureType& feature : weights.features) known.push_back(feature.id);
  for (const auto& [id, value] : table.features) {
    const Node* at = table.feature_table->find(id);
    log.add(file, at->line, at->column, "L005",
            "no [[feature]] has the id '" + id + "'" + did_you_mean(id, known));
  }
}

}  // namespace

void parse_weights(const Node& root, const SourceFile& file, DiagnosticLog& log, LexiconData& out) {
  TableReader top(root, file, log);
  Taxonomy& taxonomy = out.taxonomy;
  Weights& weights = out.weights;
  if (const Node* node = top.table("score", kRequired)) {
    TableReader reader(*node, file, log);
    weights.decay = reader.number("decay", 1, 0, 1, kRequired);
    reader.done();
  }
  if (const Node* node = top.table("subscore", kRequired)) {
    TableReader reader(*node, file, log);
    for (Subscore& subscore : taxonomy.subscores) {
      const Node* entry = reader.table(subscore.id, kRequired);
      if (!entry) continue;
      TableReader inner(*entry, file, log);
      subscore.base = inner.number("base", 0, -kMostWeight, kMostWeight, kRequired);
      subscore.scale = inner.number("scale", 1, 0, kMostWeight, kRequired);
      inner.done();
    }
    reader.done();
  }
  if (const Node* node = top.table("quality", kRequired)) {
    TableReader reader(*node, file, log);
    for (const auto& [name, value] : node->members) {
      weights.qualities.push_back({name, reader.number(name, 1, 0, 1)});
    }
  }
  if (const Node* node = top.table("family_cap")) {
    TableReader reader(*node, file, log);
    for (Family& family : taxonomy.families) {
      family.cap = reader.number(family.id, 0, 0, kMostWeight);
    }
    reader.done();
  }
  const Node* fitted_node = top.table("fitted", kRequired);
  if (!fitted_node) return;
  WeightTable fitted = parse_weight_table(*fitted_node, file, log, taxonomy);
  // A lexicon without hand-set weights is fitted from those in force.
  const Node* prior_node = top.table("prior");
  WeightTable prior =
      prior_node ? parse_weight_table(*prior_node, file, log, taxonomy) : fitted;
  weights.base = fitted.base;
  weights.prior_base = prior.base;
  for (std::size_t i = 0; i < std::min(fitted.signals.size(), prior.signals.size()); ++i) {
    SignalType& signal = taxonomy.signals[i];
    signal.weight = fitted.signals[i];
    signal.prior = prior.signals[i];
    if (!fitted.places[i]) continue;
    signal.weight_file = static_cast<int>(&file - out.files.data());
    signal.weight_line = fitted.places[i]->line;
    signal.weight_column = fitted.places[i]->column;
  }
  for (const Node* node : top.tables("feature")) {
    TableReader reader(*node, file, log);
    FeatureType feature;
    feature.id = reader.text("id", kRequired);
    feature.subscore = std::max(0, reader.choice("subscore", subscore_ids(), kRequired));
    feature.evidence = reader.choice("evidence", out.evidence.names(), kRequired);
    feature.curve = reader.curve("curve");
    reader.done();
    if (feature.evidence < 0) continue;
    feature.weight = take_feature(fitted, "fitted", feature, reader);
    feature.prior = take_feature(prior, "prior", feature, reader);
    const char grade = out.evidence.findings[feature.evidence].grade;
    if (feature.weight > out.evidence.cap(grade)) {
      reader.error("id", "L011",
                   "its weight is over the cap of its evidence, grade " + std::string(1, grade) +
                       "; lower it or cite better evidence");
    }
    weights.features.push_back(std::move(feature));
  }
  report_left_over(fitted, weights, file, log);
  report_left_over(prior, weights, file, log);
  top.done();
}

void parse_channels(const Node& root, const SourceFile& file, DiagnosticLog& log,
                    LexiconData& out) {
  TableReader top(root, file, log);
  for (const Node* node : top.tables("channel")) {
    TableReader reader(*node, file, log);
    Channel channel;
    channel.id = reader.text("id", kRequired);
    channel.title = reader.text("title", kRequired);
    channel.subject = reader.choice("subject", {"no", "yes"}) == 1;
    channel.length = reader.curve("length", kRequired);
    channel.evidence = reader.choice("evidence", out.evidence.names(), kRequired);
    channel.limit_evidence = reader.choice("limit_evidence", out.evidence.names());
    for (const Node* tier_node : reader.tables("tier")) {
      TableReader tier_reader(*tier_node, file, log);
      Tier tier{tier_reader.text("id", kRequired), {}};
      for (const char* name : {"subject", "body"}) {
        const Node* limit_node = tier_reader.table(name);
        if (!limit_node) continue;
        TableReader limit(*limit_node, file, log);
        const double max = limit.number("max", 1, 1, kMostLength, kRequired);
        const double warn = limit.number("warn", 0, 0, max);
        limit.done();
        tier.limits.push_back(
            {name, static_cast<std::size_t>(max), static_cast<std::size_t>(warn)});
      }
      tier_reader.done();
      channel.tiers.push_back(std::move(tier));
    }
    reader.done();
    if (channel.tiers.empty()) reader.error("tier", "L003", "a channel has one tier or more");
    if (out.channel(channel.id) >= 0) {
      reader.error("id", "L006", "channel '" + channel.id + "' again");
    }
    out.channels.push_back(std::move(channel));
  }
  if (out.channels.empty()) top.error("channel", "L003", "there is no channel");
  top.done();
}

}  // namespace rapport::lexicon
