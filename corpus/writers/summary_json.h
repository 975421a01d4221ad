// A summary as one JSON object on one line; its shape is
// docs/schema/summary.schema.json.
//
// Points have one decimal, shares and differences four, chances six, days one.
// Where nothing was counted, figures are null. Keys may be added under the same
// schema number; none is removed or changes its meaning.
//
// Thread rule: pure function.
// Errors: none.
//
// Example:
//   std::cout << corpus::summary_json(collector.finish());
#ifndef RAPPORT_CORPUS_WRITERS_SUMMARY_JSON_H_
#define RAPPORT_CORPUS_WRITERS_SUMMARY_JSON_H_

#include <string>
#include <string_view>

#include "corpus/reports/summary.h"

namespace rapport::corpus {

// With a line's end.
std::string summary_json(const Summary& summary);

// "signal", "rule", "score", "length".
std::string_view name_of(OutcomeRow::Kind kind);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_SUMMARY_JSON_H_
