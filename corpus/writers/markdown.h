// A summary as Markdown (CommonMark with GitHub's tables), in English.
//
// Sections without figures are left out. Text of the input is shown as text and
// cannot become markup; see markdown_text.h.
//
// Thread rule: pure function; the same summary gives the same bytes.
// Errors: none.
//
// Example:
//   std::cout << corpus::summary_markdown(collector.finish());
#ifndef RAPPORT_CORPUS_WRITERS_MARKDOWN_H_
#define RAPPORT_CORPUS_WRITERS_MARKDOWN_H_

#include <string>

#include "corpus/reports/summary.h"

namespace rapport::corpus {

std::string summary_markdown(const Summary& summary);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_MARKDOWN_H_
