// What is said about sending a draft, and when: one rule a line of advice.
//
// Thread rule: plain values.
#ifndef RAPPORT_ANALYZER_LEXICON_ADVICE_H_
#define RAPPORT_ANALYZER_LEXICON_ADVICE_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace rapport::lexicon {

// A sub-score or a feature against a number.
struct Comparison {
  std::string name;    // "restraint", "questions"
  bool below = false;  // value < number; otherwise value >= number
  double number = 0;
};

// A condition that may be asked for either way.
enum class Whether : std::uint8_t { kEither, kNo, kYes };

// All conditions that are set must hold.
struct AdviceRule {
  enum class Kind : std::uint8_t {
    kVerdict,       // whether to send it: the first that holds decides
    kGround,        // what speaks for writing to this reader
    kPerception,    // how it will likely be felt
    kReadBack,      // the draft from the reader's side: the first that holds
    kPlan,          // what to do once it was sent
    kFrequency,     // how often
    kIntroduction,  // a message to somebody whom both know: the first that can be told
  };

  std::string code;
  std::string verdict;  // of kVerdict
  std::string reason;   // one line; may tell {facts}
  std::string untold;   // said instead where a fact of it cannot be told; of kPlan and
                        // kIntroduction the whole line is then left out
  std::vector<std::string> any;   // signals, families or rules; one must be there
  std::vector<std::string> none;  // none may be there
  std::vector<std::string> channels;
  double below = 101;     // score < below
  double at_least = -1;   // score >= at_least
  std::vector<Comparison> where;            // all of them
  Whether over_limit = Whether::kEither;    // whether a limit is broken

  Kind kind = Kind::kVerdict;
  std::vector<std::string> tiers;
  Whether check = Whether::kEither;  // whether the facts fail to bear out a claim
  std::vector<std::string> given;    // facts, one of which must have a value
  std::vector<std::string> without;  // facts, none of which may have one
  std::vector<std::pair<std::string, std::string>> is;  // facts and their values, all of them;
                                                        // "none": known that there is none
  std::vector<std::pair<std::string, std::string>> is_not;  // none of them
  bool either = false;  // one of `any` or one of `given` is enough
  int gap = 0;          // the reader is so many career steps above the sender, or more
  int requests = 0;     // so many earlier requests, or more
  int within_days = 0;  // the latest of them is fewer days ago
  std::vector<std::string> beside;  // not of kVerdict: only with one of these verdicts
  std::string when;     // of kPlan: "before", "accepted", "silence", "no"
  int days = 0;         // of kPlan: after that, or after sending; of kFrequency: in so many
  int most = 0;         // of kFrequency: at most so many; 0: no number is known
};

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_ADVICE_H_
