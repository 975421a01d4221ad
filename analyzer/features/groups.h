// The functions of registry.cc's table. Internal to the features layer.
#ifndef RAPPORT_ANALYZER_FEATURES_GROUPS_H_
#define RAPPORT_ANALYZER_FEATURES_GROUPS_H_

#include "analyzer/features/feature.h"

namespace rapport::features {

// shape.cc: length and layout
std::optional<double> length(const Input& input);
std::optional<double> longest_paragraph(const Input& input);
std::optional<double> sentence_length(const Input& input);
std::optional<double> questions(const Input& input);
std::optional<double> reading_ease(const Input& input);

// marks.cc: what tokens look like
std::optional<double> capitals(const Input& input);
std::optional<double> exclamations(const Input& input);
std::optional<double> emoji(const Input& input);
std::optional<double> links(const Input& input);
std::optional<double> specifics(const Input& input);
std::optional<double> reader_ratio(const Input& input);

// order.cc: which signals stand where
std::optional<double> anonymous(const Input& input);
std::optional<double> first_ask(const Input& input);
std::optional<double> give_before_ask(const Input& input);

}  // namespace rapport::features

#endif  // RAPPORT_ANALYZER_FEATURES_GROUPS_H_
