#include "analyzer/lexicon/word_index.h"

namespace rapport::lexicon {

WordIndex::SetId WordIndexBuilder::set_of(const Words& words) {
  std::vector<WordIndex::WordId> ids;
  for (const std::string& word : words) {
    const auto fresh = static_cast<WordIndex::WordId>(index_.words.size());
    const auto [known, is_new] = known_words_.try_emplace(word, fresh);
    if (is_new) index_.words.push_back(word);
    ids.push_back(known->second);
  }
  const auto fresh = static_cast<WordIndex::SetId>(index_.sets());
  const auto [known, is_new] = known_sets_.try_emplace(ids, fresh);
  if (is_new) {
    index_.set_words.insert(index_.set_words.end(), ids.begin(), ids.end());
    index_.first_word.push_back(static_cast<std::uint32_t>(index_.set_words.size()));
  }
  return known->second;
}

void WordIndexBuilder::add(const std::vector<NeededWords>& needed, std::uint32_t start,
                           std::uint32_t tag) {
  const auto first = static_cast<std::uint32_t>(index_.needs.size());
  for (const NeededWords& one : needed) {
    index_.needs.push_back({set_of(one.words), static_cast<std::uint8_t>(one.behind.least),
                            static_cast<std::uint8_t>(one.behind.most)});
  }
  index_.patterns.push_back({start, tag, first, static_cast<std::uint32_t>(needed.size())});
}

}  // namespace rapport::lexicon
