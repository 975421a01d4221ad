// A summary as one HTML file that needs nothing else: no network (its content
// security policy allows its own style and script by their hashes, and nothing
// more), readable without script, in dark and light, on paper and at phone width.
//
// Thread rule: pure function. The same summary gives the same bytes.
// Errors: none; every text of the input is escaped.
//
// Example:
//   const std::string page = corpus::summary_html(collector.finish());
#ifndef RAPPORT_CORPUS_WRITERS_HTML_H_
#define RAPPORT_CORPUS_WRITERS_HTML_H_

#include <string>

#include "corpus/reports/summary.h"

namespace rapport::corpus {

std::string summary_html(const Summary& summary);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_HTML_H_
