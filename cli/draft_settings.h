// What the settings say of every draft: its context, and channel, tier and
// language, checked against the lexicon.
//
// Thread rule: one thread. Holds references: settings and lexicon outlive it.
// Errors: Failure, which names the option or file at fault and the nearest name.
#ifndef RAPPORT_CLI_DRAFT_SETTINGS_H_
#define RAPPORT_CLI_DRAFT_SETTINGS_H_

#include <string>
#include <vector>

#include "analyzer/draft.h"
#include "analyzer/lexicon.h"
#include "cli/context.h"
#include "cli/settings.h"

namespace rapport::cli {

class DraftSettings {
 public:
  // Reads the file of --context.
  DraftSettings(const Settings& settings, const Lexicon& lexicon);

  // --channel, --tier and --lang against the lexicon.
  void check_names() const;
  // The command line wins over the draft, the draft over a configuration file.
  // `name`: of the draft, for messages.
  void complete(Draft& draft, const std::string& name) const;
  // Where the value of an option was given: "--channel", or a file.
  std::string origin(const std::string& option) const;

 private:
  std::vector<std::string> all_tiers() const;

  const Settings& settings_;
  const Lexicon& lexicon_;
  Facts facts_;  // of the file
};

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_DRAFT_SETTINGS_H_
