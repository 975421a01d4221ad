// A lexicon: all rules, weights, wording and limits, as loaded from TOML.
//
// A handle: cheap to copy, immutable, shared. The built-in lexicon is part of
// the program; a folder of one's own is merged over it or replaces it.
//
// Thread rule: every member is const and safe to call from many threads.
//
// Errors: loading reports all of them at once; see result.h.
//
// Example:
//   auto lexicon = rapport::Lexicon::load({.folder = "our-lexicon"});
//   if (!lexicon) return print(lexicon.diagnostics());
//   for (const auto& rule : lexicon->rules()) std::cout << rule.id << '\n';
#ifndef RAPPORT_ANALYZER_LEXICON_H_
#define RAPPORT_ANALYZER_LEXICON_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/result.h"

namespace rapport {

struct LexiconData;  // analyzer/lexicon/lexicon_data.h

// Where to load from.
struct LexiconSource {
  // A folder laid out as lexicons/ is. Empty: the built-in lexicon alone.
  std::string folder;
  // False: the folder's files are laid over the built-in ones: a file of the
  // same name replaces it, others are added. True: the folder stands alone.
  bool replace = false;
};

// A rule as people see it.
struct RuleInfo {
  std::string id;
  std::string signal;
  std::string reason;
  std::string evidence;       // key of evidence.toml
  char grade = 'D';
  std::string finding;        // of that evidence, one line
  std::string finding_source; // where the finding was read
  std::string source;         // of the rule
  double weight = 0;          // of its signal, in log-odds
  std::vector<std::string> patterns;  // as written; empty where it has a shape
  std::string shape;          // "capitals", "emoji", "paragraph"; or empty
  int at_least = 0;           // words, emoji or code points that the shape asks for
  std::vector<std::string> hits;      // with <<marks>>
  std::vector<std::string> passes;
  std::string file;
  int line = 0;
};

// A dotted id of the taxonomy as people see it.
struct SignalInfo {
  std::string id;
  std::string family;
  std::string subscore;
  std::string definition;
  bool positive = false;
  double weight = 0;
};

class Lexicon {
 public:
  // The lexicon that the program carries.
  static Result<Lexicon> built_in();
  static Result<Lexicon> load(const LexiconSource& source);

  // 16 hexadecimal digits over all files' names and contents: two lexicons
  // with the same hash give the same analysis.
  const std::string& hash() const;

  std::vector<RuleInfo> rules() const;         // by id
  std::vector<SignalInfo> signals() const;     // in taxonomy order
  std::vector<std::string> channels() const;   // in channels.toml order
  std::vector<std::string> tiers(std::string_view channel) const;
  std::vector<std::string> languages() const;  // BCP 47, sorted

  // For the layers of this library; users have no need of it.
  const LexiconData& data() const { return *data_; }
  explicit Lexicon(std::shared_ptr<const LexiconData> data)
      : data_(std::move(data)) {}

 private:
  std::shared_ptr<const LexiconData> data_;
};

}  // namespace rapport

#endif  // RAPPORT_ANALYZER_LEXICON_H_
