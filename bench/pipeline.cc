#include "bench/pipeline.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "analyzer/features/feature.h"
#include "analyzer/score/model.h"

namespace rapport::bench {
namespace {

template <typename T>
T value_or_exit(Result<T> result) {
  if (result) return *std::move(result);
  for (const Diagnostic& diagnostic : result.diagnostics()) {
    std::fputs(diagnostic.to_string().c_str(), stderr);
  }
  std::exit(2);
}

const lexicon::Pack& english(const LexiconData& data) {
  return data.packs[static_cast<std::size_t>(std::max(0, data.pack("en")))];
}

}  // namespace

Lexicon built_in_lexicon() { return value_or_exit(Lexicon::built_in()); }

Analyzer make_analyzer(const Lexicon& lexicon, bool edits) {
  AnalyzerOptions options;
  options.edits = edits;
  options.rewrites = edits;
  return value_or_exit(Analyzer::create(lexicon, options));
}

Pipeline::Pipeline(const Lexicon& lexicon)
    : lexicon_(lexicon),
      pack_(english(lexicon_.data())),
      matcher_(match::make_matcher(pack_)),
      slow_matcher_(match::make_slow_matcher(pack_)),
      channel_(std::max(0, lexicon_.data().channel("direct_message"))) {}

text::Document Pipeline::build(std::string_view text) {
  return builder_.build(text, pack_.language);
}

void Pipeline::find(const text::Document& document, std::vector<match::RawMatch>& raw) const {
  matcher_->match(document, raw);
}

void Pipeline::find_slowly(const text::Document& document,
                           std::vector<match::RawMatch>& raw) const {
  slow_matcher_->match(document, raw);
}

std::vector<match::Match> Pipeline::resolve(const text::Document& document,
                                            const std::vector<match::RawMatch>& raw) const {
  return match::resolve(lexicon_.data(), pack_, document, slots_, raw);
}

int Pipeline::score(const text::Document& document,
                    const std::vector<match::Match>& matches) const {
  const LexiconData& data = lexicon_.data();
  const features::Input input = features::make_input(data, pack_, document, matches);
  const auto values = score::feature_values(input, channel_);
  return score::score(data, pack_, matches, values).score.tenths;
}

}  // namespace rapport::bench
