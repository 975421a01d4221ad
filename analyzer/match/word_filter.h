// Says which patterns are worth a run on a text, and from where: those whose
// words (lexicon/word_index.h) are in it.
//
// Method: the text is cut into words, each looked up once, and places are
// counted in spaces. For each word, and each set of words, one bit a place says
// where it stands, so that the places from which a pattern has all its words
// where it needs them are a few shifts and ands. Only patterns whose rarest
// words are there are looked at. It goes block by block of kBlock places.
//
// Thread rule: WordFilter is immutable and safe to share; a Scratch serves one
// thread at a time.
#ifndef RAPPORT_ANALYZER_MATCH_WORD_FILTER_H_
#define RAPPORT_ANALYZER_MATCH_WORD_FILTER_H_

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzer/lexicon/word_index.h"
#include "analyzer/match/pattern.h"
#include "analyzer/text/document.h"

namespace rapport::match {

class WordFilter {
 public:
  // `index` must outlive this.
  explicit WordFilter(const lexicon::WordIndex& index);

  class Scratch;

  // Calls use(pattern, start) for all patterns of even tags (of what rules look
  // for) and edges from which these can match, and for some from which they
  // cannot; a pair may come more than once.
  // Complexity: linear in the text, times the patterns that its words bring up.
  template <typename Use>
  void candidates(const text::Document& document, const Edges& edges, Scratch& scratch,
                  Use use) const;

  // The same for `patterns`. REQUIRES: candidates() was called last for this document.
  template <typename Use>
  void candidates_of(const std::vector<std::uint32_t>& patterns, const text::Document& document,
                     const Edges& edges, Scratch& scratch, Use use) const;

 private:
  using WordId = lexicon::WordIndex::WordId;
  using SetId = lexicon::WordIndex::SetId;
  using Need = lexicon::WordIndex::Need;
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  static constexpr std::size_t kBlock = 64;

  // Places of a block and of the next one, the first in the lowest bit.
  struct Places {
    std::uint64_t block = 0;
    std::uint64_t behind = 0;
    // From which of this block's places there is one `least` to `most` further on.
    std::uint64_t reached_from(unsigned least, unsigned most) const;
    // The same without a limit.
    std::uint64_t reached_from(unsigned least) const;
  };
  // A word of the index in the text.
  struct TextWord {
    WordId word = 0;
    std::uint32_t place = 0;
  };

  void cut(const text::Document& document, Scratch& scratch) const;
  WordId word_at(std::string_view folded, std::size_t begin, std::size_t end) const;
  void mark(Scratch& scratch, std::size_t block, std::size_t from, std::size_t to) const;
  const Places& places_of(Scratch& scratch, SetId set) const;
  std::uint64_t starts_of(Scratch& scratch, std::size_t pattern, std::size_t from,
                          std::uint64_t among) const;
  static std::uint64_t starts_for(const Scratch& scratch, Need need, const Places& places);
  template <typename Run>
  void each_block(Scratch& scratch, Run run) const;
  template <typename Use>
  static void each_start(const text::Document& document, const Edges& edges,
                         const Scratch& scratch, std::size_t block, std::uint64_t starts, Use use);

  // A pattern that a word brings up, with what it needs first, side by side: most
  // fall out at once.
  struct BroughtUp {
    std::uint32_t pattern = 0;
    Need rarest;
    Need second;  // the rarest again where there is no other
  };

  const lexicon::WordIndex& index_;
  std::size_t longest_ = 0;             // bytes of a word
  std::vector<std::uint32_t> by_hash_;  // words, open addressing
  std::vector<std::uint32_t> first_brought_up_;  // one a word, and one more
  std::vector<BroughtUp> brought_up_;
};

class WordFilter::Scratch {
 public:
  explicit Scratch(const WordFilter& filter);

 private:
  friend class WordFilter;

  // `round`: that of the last block in which the rest was set.
  struct Marked {
    std::uint32_t round = 0;
    Places places;
  };
  std::vector<TextWord> text;
  std::vector<std::uint32_t> first_edge;  // one a place, and one more: into Document::edges
  std::vector<Marked> words;              // one a word of the index
  std::vector<std::uint64_t> is_present;  // one bit a word of the index
  std::vector<Marked> sets;               // one a set
  std::vector<WordId> present;            // in the block and the next
  bool ends = false;                      // the text does, before the block after the next
  std::uint32_t round = 0;                // of blocks, counted on from text to text
};

inline std::uint64_t WordFilter::Places::reached_from(unsigned least, unsigned most) const {
  const auto down = [](Places places, unsigned by) {
    if (by == 0) return places;
    return Places{places.block >> by | places.behind << (kBlock - by), places.behind >> by};
  };
  Places out = down(*this, least);
  // Each round doubles how far is looked.
  for (unsigned width = 1, all = most - least + 1; width < all;) {
    const unsigned by = std::min(width, all - width);
    const Places moved = down(out, by);
    out.block |= moved.block;
    out.behind |= moved.behind;
    width += by;
  }
  return out.block;
}

// From which places of the block a match can start that has a word at one of
// `places` as `need` says.
inline std::uint64_t WordFilter::starts_for(const Scratch& scratch, Need need,
                                            const Places& places) {
  if (need.most > lexicon::kMostSpaces) {
    return scratch.ends ? places.reached_from(need.least) : ~std::uint64_t{0};
  }
  if ((places.block | places.behind) == 0) return 0;
  return places.reached_from(need.least, need.most);
}

template <typename Run>
void WordFilter::each_block(Scratch& scratch, Run run) const {
  const auto& text = scratch.text;
  const std::size_t places = scratch.first_edge.size() - 1;
  std::size_t from = 0;
  std::size_t to = 0;
  for (std::size_t block = 0; block < places; block += kBlock) {
    while (from < text.size() && text[from].place < block) ++from;
    while (to < text.size() && text[to].place < block + 2 * kBlock) ++to;
    mark(scratch, block, from, to);
    scratch.ends = places <= block + 2 * kBlock;
    run(block);
  }
}

template <typename Use>
void WordFilter::each_start(const text::Document& document, const Edges& edges,
                            const Scratch& scratch, std::size_t block, std::uint64_t starts,
                            Use use) {
  for (; starts; starts &= starts - 1) {
    const std::size_t place = block + static_cast<std::size_t>(std::countr_zero(starts));
    const std::uint32_t last = scratch.first_edge[place + 1];
    for (std::uint32_t edge = scratch.first_edge[place]; edge < last; ++edge) {
      if (edges.starts_at(document.edges[edge])) use(document.edges[edge]);
    }
  }
}

template <typename Use>
void WordFilter::candidates(const text::Document& document, const Edges& edges, Scratch& scratch,
                            Use use) const {
  cut(document, scratch);
  each_block(scratch, [&](std::size_t block) {
    for (WordId word : scratch.present) {
      const Places places = scratch.words[word].places;
      for (std::uint32_t i = first_brought_up_[word]; i < first_brought_up_[word + 1]; ++i) {
        const BroughtUp& one = brought_up_[i];
        std::uint64_t starts = starts_for(scratch, one.rarest, places);
        if (starts == 0) continue;
        starts &= starts_for(scratch, one.second, places_of(scratch, one.second.set));
        if (starts == 0) continue;
        starts = starts_of(scratch, one.pattern, 2, starts);
        each_start(document, edges, scratch, block, starts,
                   [&](std::size_t start) { use(one.pattern, start); });
      }
    }
  });
}

template <typename Use>
void WordFilter::candidates_of(const std::vector<std::uint32_t>& patterns,
                               const text::Document& document, const Edges& edges,
                               Scratch& scratch, Use use) const {
  each_block(scratch, [&](std::size_t block) {
    for (std::uint32_t pattern : patterns) {
      const std::uint64_t starts = starts_of(scratch, pattern, 0, ~std::uint64_t{0});
      each_start(document, edges, scratch, block, starts,
                 [&](std::size_t start) { use(pattern, start); });
    }
  });
}

}  // namespace rapport::match

#endif  // RAPPORT_ANALYZER_MATCH_WORD_FILTER_H_
