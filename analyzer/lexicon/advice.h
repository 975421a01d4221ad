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
  std::string reason;   // one line; of kPlan and kIntroduction it may tell {facts}
  std::vector<std::string> any;   // signals, families or rules; one must be there
  std::vector<std::string> none;  // none may be there
  std::vector<std::string> channels;
  double below = 101;     // score < below
  double at_least = -1;   // score >= at_least
  bool over_limit = false;  // only where a limit is broken

  Kind kind = Kind::kVerdict;
  std::vector<std::string> tiers;
  bool check = false;                // only where the facts do not bear out a claim
  std::vector<std::string> given;    // facts, one of which must have a value
  std::vector<std::string> without;  // facts, none of which may have one
  std::vector<std::pair<std::string, std::string>> is;  // facts and their values, all of them;
                                                        // "none": known that there is none
  bool either = false;  // one of `any` or one of `given` is enough
  int gap = 0;          // the reader is so many career steps above the sender, or more
  int requests = 0;     // so many earlier requests, or more
  int within_days = 0;  // the latest of them is fewer days ago
  std::string when;     // of kPlan: "accepted", "silence", "no"
  int days = 0;         // of kPlan: after that, or after sending
};

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_ADVICE_H_
