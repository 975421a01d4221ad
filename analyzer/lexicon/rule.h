// A rule and a language pack, as parsed: names resolved, macros expanded,
// patterns folded, nothing compiled.
//
// Thread rule: plain values.
#ifndef RAPPORT_ANALYZER_LEXICON_RULE_H_
#define RAPPORT_ANALYZER_LEXICON_RULE_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analyzer/lexicon/advice.h"
#include "analyzer/lexicon/nfa.h"
#include "analyzer/lexicon/table_reader.h"
#include "analyzer/text/language_data.h"

namespace rapport::lexicon {

// A pattern with its place.
struct Pattern {
  std::string written;   // as in the file
  std::string expanded;  // macros replaced, literals folded: what RE2 gets
  int line = 0;
  int column = 0;
};

// Guards, as bits. `unless` drops a match that has one, `require` one that
// lacks one.
enum Guard : std::uint8_t {
  kNegated = 1,   // a negation cue stands shortly before, in the same clause
  kQuoted = 2,    // inside quotation marks
  kQuestion = 4,  // its sentence ends with a question mark
  kTemplate = 8,  // it holds a slot, and slots count as filled
  kNamed = 16,    // it holds a name, a number, a slot, a quotation or a tag
};

// What a rule without patterns looks for: facts of shape that no pattern can see.
enum class Shape : std::uint8_t {
  kNone,
  kCapitals,   // a run of so many words in capitals
  kEmoji,      // so many emoji in the draft; each run of them is a match
  kParagraph,  // so many code points without a blank line
};

enum class SentenceGuard : std::uint8_t { kAny, kFirst, kLast };

struct Rule {
  std::string id;
  int signal = -1;    // index into Taxonomy::signals
  std::vector<Pattern> any;  // empty where the rule has a shape
  std::vector<Pattern> except;
  Shape shape = Shape::kNone;
  int at_least = 0;          // of the shape's unit
  std::uint8_t unless = 0;   // Guard bits
  std::uint8_t require = 0;
  std::uint8_t zones = 0;    // bit i: ZoneKind i
  SentenceGuard sentence = SentenceGuard::kAny;
  int max = 0;               // 0: no maximum
  int quality = -1;          // index into Weights::qualities
  int priority = 0;
  std::vector<PlacedText> hits;
  std::vector<PlacedText> passes;
  std::string reason;
  std::string source;
  int evidence = -1;         // index into Evidence::findings
  int file = -1;             // index into LexiconData::files
  int line = 0;
};

// What to do about a signal; see docs/lexicon-format.md, "Edits".
struct EditRule {
  // kFill: a slot is shown as `[first name]` and counts as filled.
  enum class Action : std::uint8_t { kRemove, kReplace, kFill };
  enum class Scope : std::uint8_t { kMatch, kSentence };
  std::vector<std::string> on;  // rule ids, dotted ids or families
  Action action = Action::kRemove;
  Scope scope = Scope::kMatch;
  std::vector<std::string> replacements;  // variants; one is chosen by the draft
  std::string note;
  int line = 0;
};

// What the pack says where a whole rewrite needs words of its own; see
// docs/lexicon-format.md, "Whole rewrites".
struct Wording {
  // kTie: why this reader; kStatement: what is offered; kAsk: a small question of who sells; kQuestion: one of
  // who sells nothing; kInterest: whether what was just
  // said is of use; kWayOut: no need to say yes to a question; kRelease: no need to
  // grant what else the writer asks for.
  enum class Move : std::uint8_t { kSubject, kGreeting, kTie, kIntro, kStatement, kAsk, kQuestion, kInterest, kWayOut, kRelease };
  Move move = Move::kTie;
  bool formal = false;
  std::vector<std::string> channels;  // empty: all
  std::vector<std::string> texts;     // variants; one is chosen by the draft
  int line = 0;
};

// Their names in a pack, by Wording::Move.
const std::vector<std::string>& wording_moves();

struct RewriteWording {
  std::vector<std::string> leaning;  // folded: a sentence that starts so leans on the one before
  std::vector<std::string> joining;  // folded: joins a clause that may be cut off
  std::vector<std::string> formal;   // folded: a greeting that starts so is formal
  std::vector<std::string> determiners;  // folded: {fact:bare} is without one of these before it
  std::vector<std::string> pointing;  // folded: a sentence that begins with one of these near points back
  std::vector<std::string> noticing;  // folded: a sentence that starts so tells what was seen of the reader
  std::vector<std::string> again;      // channels of messages to somebody who was written to before
  std::vector<std::string> asking;     // channels in which a message asks something
  std::vector<std::string> conditions; // folded: a sentence that starts so leaves the answer to the reader
  std::vector<std::string> openers;    // folded: words before a comma at the start that are no name
  std::vector<std::string> theirs;     // folded: words for what is the reader's
  std::vector<std::string> ours;       // folded: a sentence that starts so is about who writes and theirs
  std::vector<std::string> giving;     // folded: a sentence that starts so is of what who writes did or can do
  std::vector<std::string> yes_or_no;  // folded: a question that starts so is answered by yes or no
  // Dotted ids or families:
  std::vector<std::string> never;    // a draft with one has no rewrites
  std::vector<std::string> mild;     // a sentence that says more besides may keep these
  std::vector<std::string> loud;     // what is said too loudly is said again in small letters
  std::vector<std::string> offers;   // what is sold, plainly: one such sentence may stay
  std::vector<std::string> extras;   // what also goes with a request: makes no pitch beside one
  std::vector<std::string> bearable; // that sentence may keep these where none is plain
  std::vector<Wording> wordings;     // empty: the language has no whole rewrites
};

// A claim of a draft that facts bear out or do not.
struct ClaimRule {
  std::string code;
  std::vector<std::string> on;      // dotted ids or families: what claims it
  std::vector<std::string> behind;  // folded: what is named right behind one of these claims it,
  std::vector<std::string> beside;  // folded: where one of these is before it in the sentence
  bool person = false;              // a greeting: one word of a name is enough
  std::vector<std::string> any;     // facts, one of which must have what is named
  std::vector<std::string> each;    // or all of these that are given
  std::vector<std::string> never;   // facts that must not have it
  std::string reason;               // {claimed}, {known}; empty: names are not compared
  std::string reason_none;          // where the facts say that there is none: {claimed}; may be empty
};

struct Claims {
  std::vector<std::string> ignored;  // folded words that make no difference to a name
  std::vector<ClaimRule> rules;
};

// Flesch's reading ease, with the syllables of a word counted as groups of
// vowels, a silent ending taken off.
struct ReadingFormula {
  double base = 0;      // 0 with all others: the language has no formula
  double sentence = 0;  // per word of a sentence
  double syllable = 0;  // per syllable of a word
  std::string vowels;
  std::vector<std::string> silent_endings;
};

// What is said of a feature where it hurts or helps.
struct FeatureWording {
  std::string hurts_low;   // contribution below zero, value low on the curve
  std::string hurts_high;  // contribution below zero, value high
  std::string helps;
};

struct Pack {
  std::string name;  // "English"
  text::LanguageData language;
  std::map<std::string, std::string> macros;
  std::vector<std::vector<std::string>> negation_cues;  // words of each cue, folded
  int negation_reach = 4;                               // words
  std::vector<std::string> reader_words;
  std::vector<std::string> sender_words;
  ReadingFormula reading;
  std::map<std::string, std::string> family_wording;
  std::map<std::string, FeatureWording> feature_wording;
  std::string shorten_note;  // of the edit that brings a draft under its limit
  std::vector<Rule> rules;   // by id
  std::map<std::string, int> rule_index;  // id -> index into rules, once loaded
  std::vector<EditRule> edits;
  RewriteWording rewrite;
  std::vector<AdviceRule> advice;
  Claims claims;
  std::shared_ptr<const Nfa> nfa;  // of all rules (pack_nfa.h); null: not made yet
};

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_RULE_H_
