// Finds and reads the files of a lexicon.
//
// Only regular files inside the folder are read, links are not followed, and
// sizes are capped: a lexicon is data that may come from somebody else.
//
// Thread rule: pure functions of the file system.
#ifndef RAPPORT_ANALYZER_LEXICON_FILES_H_
#define RAPPORT_ANALYZER_LEXICON_FILES_H_

#include <string>
#include <vector>

#include "analyzer/lexicon/table_reader.h"

namespace rapport::lexicon {

inline constexpr std::size_t kMostLexiconBytes = 64u << 20;
inline constexpr std::size_t kMostRules = 20'000;

// The built-in files, by name.
std::vector<SourceFile> built_in_files();

// All *.toml of `folder` and of its sub-folders that hold a language pack, by
// name. Errors: L019 for what cannot be read, L020 over the cap.
std::vector<SourceFile> folder_files(const std::string& folder, DiagnosticLog& log);

// `over` laid over `under`: same name replaces, others are added; by name.
std::vector<SourceFile> merge_files(std::vector<SourceFile> under, std::vector<SourceFile> over);

// 16 hexadecimal digits: FNV-1a, 64 bits, over names and contents.
std::string hash_files(const std::vector<SourceFile>& files);

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_FILES_H_
