#include "analyzer/text/document.h"

#include <algorithm>

#include "analyzer/text/entities.h"
#include "analyzer/text/fold.h"
#include "analyzer/text/offsets.h"
#include "analyzer/text/segment.h"
#include "analyzer/text/sentences.h"
#include "analyzer/text/tokens.h"
#include "analyzer/text/utf8.h"
#include "analyzer/text/zones.h"

namespace rapport::text {
namespace {

// The folded offsets of all token borders, sorted.
void make_edges(Document& document) {
  auto& edges = document.edges;
  edges.reserve(2 * document.tokens.size() + 2);
  edges.push_back(0);
  std::size_t at = 0;  // folded; borders rise, so it never goes back
  const auto add = [&](std::size_t text_offset) {
    while (at < document.folded.size() && document.fold_map[at] < text_offset) ++at;
    if (edges.back() != at) edges.push_back(static_cast<std::uint32_t>(at));
  };
  for (const Token& token : document.tokens) {
    add(token.span.begin);
    add(token.span.end);
  }
  add(document.text.size());
  if (edges.back() != document.folded.size()) {
    edges.push_back(static_cast<std::uint32_t>(document.folded.size()));
  }
}

}  // namespace

struct DocumentBuilder::State {
  Segmenter segmenter;
  std::vector<std::uint32_t> ends;
  std::vector<Entity> entities;
  std::vector<ByteSpan> slots;
};

DocumentBuilder::DocumentBuilder() : state_(std::make_unique<State>()) {}
DocumentBuilder::~DocumentBuilder() = default;
DocumentBuilder::DocumentBuilder(DocumentBuilder&&) noexcept = default;
DocumentBuilder& DocumentBuilder::operator=(DocumentBuilder&&) noexcept = default;

Document DocumentBuilder::build(std::string_view given, const LanguageData& language) {
  Document out;
  State& s = *state_;
  if (is_utf8(given)) {
    out.text = given;
  } else {
    repair_utf8(given, out.text, out.repairs, out.shifts);
  }
  out.code_point_index = make_code_point_index(out.text);

  find_entities(out.text, s.entities);
  s.segmenter.words(out.text, s.ends);
  make_tokens(out.text, s.ends, s.entities, out.tokens);
  s.segmenter.sentences(out.text, s.ends);
  make_sentences(out.text, s.ends, s.entities, language.abbreviations, out.sentences);
  make_paragraphs(out.text, out.paragraphs);
  make_zones(out.text, out.tokens, language, out.zones);

  s.slots.clear();
  for (const Entity& entity : s.entities) {
    if (entity.token_class == TokenClass::kSlot) s.slots.push_back(entity.span);
  }
  fold(out.text, s.slots, out.folded, out.fold_map);
  make_edges(out);
  return out;
}

}  // namespace rapport::text
