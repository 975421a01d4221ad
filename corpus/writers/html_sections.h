// The sections of the HTML report, each from its <section> to its end; empty where
// there is nothing to say.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CORPUS_WRITERS_HTML_SECTIONS_H_
#define RAPPORT_CORPUS_WRITERS_HTML_SECTIONS_H_

#include <string>
#include <string_view>

#include "corpus/reports/summary.h"

namespace rapport::corpus {

std::string html_section(std::string_view id, std::string_view title, const std::string& body);

std::string html_frequency(const FrequencySummary& all);
std::string html_outcomes(const std::vector<Outcome>& outcomes);
std::string html_templates(const Summary& summary);
std::string html_examples(std::string_view id, std::string_view title, const std::vector<Example>& all);

// A message with its signals marked.
std::string html_marked(const Example& example);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_HTML_SECTIONS_H_
