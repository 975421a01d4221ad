#include <algorithm>
#include <filesystem>

#include "analyzer/analyzer.h"
#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/match/check.h"

namespace rapport {
namespace {

// One flag a rule: whether it stands in one of `files`; empty: all do.
match::RuleFilter rules_of(const LexiconData& data, const lexicon::Pack& pack,
                           const std::vector<std::string>& files) {
  match::RuleFilter filter;
  if (files.empty()) return filter;
  for (const lexicon::Rule& rule : pack.rules) {
    const lexicon::SourceFile& file = data.files[static_cast<std::size_t>(rule.file)];
    filter.push_back(std::any_of(files.begin(), files.end(), [&](const std::string& wanted) {
      return wanted == file.name || wanted == file.shown;
    }));
  }
  return filter;
}

}  // namespace

CheckReport check_lexicon(const LexiconSource& source, const std::vector<std::string>& files) {
  CheckReport report;
  Result<Lexicon> lexicon = Lexicon::load(source);
  report.diagnostics = lexicon.diagnostics();
  if (!lexicon) return report;
  const LexiconData& data = lexicon->data();
  lexicon::DiagnosticLog log;
  log.append(report.diagnostics);
  for (const std::string& file : files) {
    const bool known =
        std::any_of(data.files.begin(), data.files.end(), [&](const lexicon::SourceFile& one) {
          return one.name == file || one.shown == file;
        });
    if (!known) log.add_file(file, "L019", "no file of this name in the lexicon");
  }
  for (const lexicon::Pack& pack : data.packs) {
    const match::RuleFilter filter = rules_of(data, pack, files);
    report.rules += filter.empty()
                        ? pack.rules.size()
                        : static_cast<std::size_t>(std::count(filter.begin(), filter.end(), true));
    match::check_patterns(data, pack, filter, log);
    if (log.has_errors()) continue;
    const match::ExampleCounts counts = match::check_examples(data, pack, filter, log);
    report.hits += counts.hits;
    report.passes += counts.passes;
    match::check_speed(data, pack, filter, log);
  }
  report.diagnostics = log.take();
  return report;
}

}  // namespace rapport
