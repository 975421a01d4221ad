// Features: facts of a draft as a whole that no pattern can see.
//
// A feature is a number with a unit; weights.toml gives its curve and weight.
// One function a feature, all in registry.cc's table.
//
// Thread rule: pure functions.
#ifndef RAPPORT_ANALYZER_FEATURES_FEATURE_H_
#define RAPPORT_ANALYZER_FEATURES_FEATURE_H_

#include <optional>
#include <string_view>
#include <vector>

#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/match/resolve.h"
#include "analyzer/text/document.h"

namespace rapport::features {

// What a feature may look at.
struct Input {
  const LexiconData& lexicon;
  const lexicon::Pack& pack;
  const text::Document& document;
  const std::vector<match::Match>& matches;
  // The stretches of the document that are the body: not subject, not quoted.
  // In order, none touching another.
  std::vector<ByteSpan> body;
  std::size_t body_code_points = 0;  // white space at the ends of stretches left out

  bool is_family(const match::Match& match, std::string_view family) const;
  bool in_body(std::size_t text_offset) const;
};

Input make_input(const LexiconData& lexicon, const lexicon::Pack& pack,
                 const text::Document& document, const std::vector<match::Match>& matches);

struct FeatureFunction {
  std::string_view id;
  std::string_view unit;
  // No value: the feature does not apply (no ask, no formula of reading ease).
  std::optional<double> (*value)(const Input& input);
};

// All features that the program can compute, by id.
const std::vector<FeatureFunction>& registry();
const FeatureFunction* find_feature(std::string_view id);

}  // namespace rapport::features

#endif  // RAPPORT_ANALYZER_FEATURES_FEATURE_H_
