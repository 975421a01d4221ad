// Reads the files of a lexicon into data. Internal to the lexicon layer.
//
// Each parser reports all errors of its file to `log` and goes on.
// Thread rule: one load a thread.
#ifndef RAPPORT_ANALYZER_LEXICON_PARSERS_H_
#define RAPPORT_ANALYZER_LEXICON_PARSERS_H_

#include "analyzer/lexicon/lexicon_data.h"

namespace rapport::lexicon {

inline constexpr double kMostWeight = 20;  // in log-odds, of anything

// Names that rule files use for guards, zones and sentences, in bit order.
const std::vector<std::string>& guard_names();
const std::vector<std::string>& zone_names();
const std::vector<std::string>& shape_names();  // Shape 1, 2, ...

// Each of `names` is a signal, a family, a feature or a rule of the pack, else L005.
void check_names(TableReader& reader, std::string_view key, const LexiconData& lexicon,
                 const Pack& pack, const std::vector<std::string>& names);
// The texts of a list, folded as drafts are.
std::vector<std::string> folded_texts(TableReader& reader, std::string_view key, Need need = kOptional);
// The facts of a context that a list names, each checked as below.
std::vector<std::string> fact_texts(TableReader& reader, std::string_view key);
// Each is a fact of a context, else L005.
void check_fact_names(TableReader& reader, std::string_view key,
                      const std::vector<std::string>& names);
// Each {fact} in a text is one, in a form that there is, else L023.
void check_told_facts(const PlacedText& text, const SourceFile& file, DiagnosticLog& log);

void parse_taxonomy(const Node& root, const SourceFile& file, DiagnosticLog& log, Taxonomy& out);
void parse_evidence(const Node& root, const SourceFile& file, DiagnosticLog& log, Evidence& out);
// REQUIRES: taxonomy and evidence are parsed.
void parse_weights(const Node& root, const SourceFile& file, DiagnosticLog& log, LexiconData& out);
void parse_channels(const Node& root, const SourceFile& file, DiagnosticLog& log, LexiconData& out);

void parse_pack(const Node& root, const SourceFile& file, DiagnosticLog& log, Pack& out);
// REQUIRES: the pack's own file and all settings are parsed.
void parse_rules(const Node& root, int file, DiagnosticLog& log, const LexiconData& lexicon,
                 Pack& out);
void parse_edits(const Node& root, const SourceFile& file, DiagnosticLog& log,
                 const LexiconData& lexicon, Pack& out);
void parse_wordings(const Node& root, const SourceFile& file, DiagnosticLog& log,
                    const LexiconData& lexicon, Pack& out);
void parse_claims(const Node& root, const SourceFile& file, DiagnosticLog& log,
                  const LexiconData& lexicon, Pack& out);
void parse_advice(const Node& root, const SourceFile& file, DiagnosticLog& log,
                  const LexiconData& lexicon, Pack& out);

// overrides.toml: rules switched off, weights and wording changed one by one.
// REQUIRES: all else is parsed.
void apply_overrides(const Node& root, int file, DiagnosticLog& log, LexiconData& data);

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_PARSERS_H_
