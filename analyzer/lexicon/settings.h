// What all languages share: taxonomy, evidence, weights and channels.
//
// Thread rule: plain values.
#ifndef RAPPORT_ANALYZER_LEXICON_SETTINGS_H_
#define RAPPORT_ANALYZER_LEXICON_SETTINGS_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::lexicon {

// Points of a piecewise-linear curve, x rising; flat outside.
using Curve = std::vector<std::pair<double, double>>;
double evaluate(const Curve& curve, double x);

enum SubscoreId { kPersonal, kCommonGround, kValue, kRestraint, kForm, kSubscores };

struct Subscore {
  std::string id;
  std::string title;
  std::string definition;
  double base = 0;   // log-odds of a draft without any signal
  double scale = 1;  // of the weights, for this sub-score
};

// What a stretch of a message does there.
enum class Move : std::uint8_t {
  kGreeting,
  kFound,   // something of the reader's: how the writer came upon them
  kShared,  // what both share
  kWhy,     // why this reader
  kIntro,   // who writes
  kOther,   // says what no signal sees
  kOffer,
  kAsk,     // an ask, or another question
  kThanks,
  kWayOut,  // leaves the reader free
  kRespect, // for the reader's time
  kSignOff,
  kPitch,
  kBoast,   // of what is sold: a pitch that offers nothing
  kFiller,
  kSlot,    // unfilled
  kHarm,    // pressure, what is improper, stock lines, style
};

// Found, shared or why: what makes it this reader's message.
inline bool is_tie(Move move) {
  return move == Move::kFound || move == Move::kShared || move == Move::kWhy;
}

struct Family {
  std::string id;
  bool positive = false;
  int subscore = 0;
  std::string definition;
  Move move = Move::kOther;  // of its signals that name none
  double cap = 0;  // most log-odds that the family may move; 0: no cap
};

struct SignalType {
  std::string id;
  int family = -1;
  std::string definition;
  Move move = Move::kOther;
  double weight = 0;  // log-odds of the first one of full quality
  double prior = 0;   // the weight set by hand, which fitting shrinks towards
  int weight_file = -1;  // index into LexiconData::files
  int weight_line = 0;
  int weight_column = 0;
};

// In the company of one of `when_any`, `signal` means `becomes`.
struct Reading {
  int signal = -1;
  int becomes = -1;
  std::vector<int> when_any;
};

// Of overlapping matches, that of `winner` stays. Dotted ids or families.
struct Precedence {
  std::vector<int> winners;  // signals
  std::vector<int> losers;
};

struct Taxonomy {
  std::vector<Subscore> subscores;  // in the order of SubscoreId
  std::vector<Family> families;
  std::vector<SignalType> signals;
  std::vector<Reading> readings;
  std::vector<Precedence> precedences;

  int family(std::string_view id) const;  // -1 if there is none
  int signal(std::string_view id) const;
  // The signals that a dotted id or a family names; empty if none.
  std::vector<int> signals_of(std::string_view name) const;
  std::vector<std::string> signal_names() const;
  std::vector<std::string> family_names() const;
};

struct Grade {
  char letter = 'D';
  double cap = 0;
};

struct Finding {
  std::string id;
  char grade = 'D';
  std::string n;
  std::string finding;
  std::string source;
};

struct Evidence {
  std::vector<Grade> grades;
  std::vector<Finding> findings;

  double cap(char grade) const;
  std::vector<std::string> names() const;
};

struct FeatureType {
  std::string id;
  double weight = 0;  // log-odds at |curve| = 1
  double prior = 0;   // as above
  int subscore = 0;
  int evidence = -1;
  Curve curve;        // value -> -1 … 1; empty for "length": the channel's own
};

struct Quality {
  std::string id;
  double factor = 1;
};

struct Weights {
  double base = 0;
  double prior_base = 0;
  double decay = 1;  // factor of each further match of one signal
  std::vector<Quality> qualities;
  std::vector<FeatureType> features;
  std::string default_quality;
};

struct LengthLimit {
  std::string name;  // "body" or "subject"
  std::size_t max = 0;
  std::size_t warn = 0;  // 0: no warning level
};

struct Tier {
  std::string id;
  std::vector<LengthLimit> limits;
};

struct Channel {
  std::string id;
  std::string title;
  bool subject = false;   // has a subject line
  std::vector<Tier> tiers;
  Curve length;           // code points of the body -> -1 … 1
  int evidence = -1;        // of the length curve
  int limit_evidence = -1;  // of the limits, where somebody has told them
};

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_SETTINGS_H_
