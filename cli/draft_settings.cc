#include "cli/draft_settings.h"

#include <algorithm>

#include "cli/display.h"
#include "cli/failure.h"
#include "cli/nearest.h"

namespace rapport::cli {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

DraftSettings::DraftSettings(const Settings& settings, const Lexicon& lexicon)
    : settings_(settings), lexicon_(lexicon) {
  const std::string file = settings.text("context");
  if (!file.empty()) facts_ = read_context_file(file);
}

std::string DraftSettings::origin(const std::string& option) const {
  const Setting& setting = settings_.at(option);
  return setting.from_command_line ? "--" + option : shown_line(setting.origin);
}

void DraftSettings::check_names() const {
  const std::string channel = settings_.text("channel");
  const std::string tier = settings_.text("tier");
  const std::string lang = settings_.text("lang");
  if (!channel.empty() && !contains(lexicon_.channels(), channel)) {
    throw Failure(origin("channel") + ": " + unknown("channel", channel, lexicon_.channels()));
  }
  if (!tier.empty()) {
    const bool loose = channel.empty() || !settings_.at("tier").from_command_line;
    const std::vector<std::string> tiers = loose ? all_tiers() : lexicon_.tiers(channel);
    if (!contains(tiers, tier)) {
      throw Failure(origin("tier") + ": " +
                    unknown(loose ? "tier" : "tier of " + channel, tier, tiers));
    }
  }
  const std::string primary = lang.substr(0, lang.find('-'));
  const std::vector<std::string> languages = lexicon_.languages();
  if (!lang.empty() && !contains(languages, lang) && !contains(languages, primary)) {
    throw Failure(origin("lang") + ": " + unknown("language", lang, languages));
  }
}

std::vector<std::string> DraftSettings::all_tiers() const {
  std::vector<std::string> out;
  for (const std::string& channel : lexicon_.channels()) {
    for (const std::string& tier : lexicon_.tiers(channel)) {
      if (!contains(out, tier)) out.push_back(tier);
    }
  }
  return out;
}

void DraftSettings::complete(Draft& draft, const std::string& name) const {
  const auto choose = [&](const char* option, std::string& value) {
    const Setting& setting = settings_.at(option);
    if (setting.values.empty()) return;
    if (setting.from_command_line || value.empty()) value = setting.values.back();
  };
  choose("channel", draft.channel);
  choose("tier", draft.tier);
  choose("lang", draft.lang);
  complete_context(draft.context, facts_, settings_, name);
  if (!draft.channel.empty() && !contains(lexicon_.channels(), draft.channel)) {
    throw Failure(shown_line(name) + ": " +
                  unknown("channel", draft.channel, lexicon_.channels()));
  }
  // One that this channel does not have is no mistake: a sender keeps one
  // account over all channels.
  if (!draft.tier.empty() && !contains(all_tiers(), draft.tier)) {
    throw Failure(shown_line(name) + ": " + unknown("tier", draft.tier, all_tiers()));
  }
}

}  // namespace rapport::cli
