// A summary as one HTML file, in English: a page that needs nothing else.
//
// It holds its own style and script and names their hashes in a Content-
// Security-Policy that allows nothing besides: no request leaves the page,
// whatever stands in a message. Without script it is whole; the script sorts and
// filters its tables. Charts are SVG and stand beside tables of the same figures.
// Sections without figures are left out.
//
// Text of the input is shown as text: see html_text.h. With --anonymize it was
// masked before it got here.
//
// Thread rule: pure function; the same summary gives the same bytes.
// Errors: none.
//
// Example:
//   file << corpus::summary_html(collector.finish());
#ifndef RAPPORT_CORPUS_WRITERS_HTML_H_
#define RAPPORT_CORPUS_WRITERS_HTML_H_

#include <string>

#include "corpus/reports/summary.h"

namespace rapport::corpus {

std::string summary_html(const Summary& summary);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_HTML_H_
