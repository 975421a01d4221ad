#include <algorithm>
#include <iterator>

#include "analyzer/features/groups.h"
#include "analyzer/text/chars.h"

namespace rapport::features {

bool Input::is_family(const match::Match& match, std::string_view family) const {
  const auto& signal = lexicon.taxonomy.signals[static_cast<std::size_t>(match.signal)];
  return lexicon.taxonomy.families[static_cast<std::size_t>(signal.family)].id == family;
}

bool Input::in_body(std::size_t text_offset) const {
  const auto after = std::upper_bound(
      body.begin(), body.end(), text_offset,
      [](std::size_t offset, ByteSpan span) { return offset < span.begin; });
  return after != body.begin() && std::prev(after)->contains(text_offset);
}

Input make_input(const LexiconData& lexicon, const lexicon::Pack& pack,
                 const text::Document& document, const std::vector<match::Match>& matches) {
  Input input{lexicon, pack, document, matches, {}, 0};
  for (const text::Zone& zone : document.zones) {
    if (zone.kind == text::ZoneKind::kSubject || zone.kind == text::ZoneKind::kQuoted) continue;
    if (!input.body.empty() && input.body.back().end == zone.span.begin) {
      input.body.back().end = zone.span.end;
    } else {
      input.body.push_back(zone.span);
    }
  }
  for (ByteSpan stretch : input.body) {
    input.body_code_points += document.code_points(text::trim(document.text, stretch)).size();
  }
  return input;
}

const std::vector<FeatureFunction>& registry() {
  static const std::vector<FeatureFunction> table = {
      {"anonymous", "flag", anonymous},
      {"capitals", "share", capitals},
      {"emoji", "emoji", emoji},
      {"exclamations", "marks", exclamations},
      {"first_ask", "share", first_ask},
      {"give_before_ask", "flag", give_before_ask},
      {"length", "code points", length},
      {"links", "links", links},
      {"longest_paragraph", "code points", longest_paragraph},
      {"questions", "questions", questions},
      {"reader_ratio", "ratio", reader_ratio},
      {"reading_ease", "points", reading_ease},
      {"sentence_length", "words", sentence_length},
      {"specifics", "items", specifics},
  };
  return table;
}

const FeatureFunction* find_feature(std::string_view id) {
  for (const FeatureFunction& feature : registry()) {
    if (feature.id == id) return &feature;
  }
  return nullptr;
}

}  // namespace rapport::features
