// Telephone numbers and paths of hosts in a text.
//
// A number: a run of 7 to 15 digits with spaces, dots, hyphens, slashes and parentheses
// between them, or of 9 to 15 without; with a plus in front, 7 suffice. Dates
// ("2026-11-25", "25.11.2026") and pairs of years ("2019-2026") are none.
// A path: a host of any ending and what is behind its slash ("team.example/ana").
//
// Thread rule: pure function.
#ifndef RAPPORT_CORPUS_REPORTS_PHONE_H_
#define RAPPORT_CORPUS_REPORTS_PHONE_H_

#include <string_view>
#include <vector>

#include "analyzer/span.h"

namespace rapport::corpus {

std::vector<ByteSpan> find_phones(std::string_view text);
std::vector<ByteSpan> find_paths(std::string_view text);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_PHONE_H_
