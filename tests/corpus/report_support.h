// A summary made by hand, for suites of the HTML report: every section has
// something, and its texts try to be more than text.
#ifndef RAPPORT_TESTS_CORPUS_REPORT_SUPPORT_H_
#define RAPPORT_TESTS_CORPUS_REPORT_SUPPORT_H_

#include <string>
#include <utility>
#include <vector>

#include "corpus/reports/summary.h"

namespace rapport::tests {

// What a hostile message holds: ends of elements, handlers, references, escape
// sequences, bidirectional controls, separators, bytes that are no UTF-8.
std::string hostile_text();

// `hostile`: its names, ids, sources and texts are hostile_text().
corpus::Summary report_summary(bool hostile);

// What `python3 tests/corpus/<script> FILE…` says of pages, given with the names
// of their files; the test fails where its status is not 0.
std::string said_of_pages(const std::string& script, const std::vector<std::pair<std::string, std::string>>& pages);

}  // namespace rapport::tests

#endif  // RAPPORT_TESTS_CORPUS_REPORT_SUPPORT_H_
