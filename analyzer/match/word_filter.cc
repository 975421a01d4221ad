#include "analyzer/match/word_filter.h"

#include <algorithm>
#include <array>

namespace rapport::match {
namespace {

using lexicon::is_word_byte;

constexpr std::array<bool, 256> kIsWordByte = [] {
  std::array<bool, 256> out{};
  for (int byte = 0; byte < 256; ++byte) {
    out[static_cast<std::size_t>(byte)] = is_word_byte(static_cast<char>(byte));
  }
  return out;
}();

bool in_word(std::string_view text, std::size_t at) {
  return kIsWordByte[static_cast<unsigned char>(text[at])];
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::uint64_t kHashStart = 1469598103934665603u;  // FNV-1a
std::uint64_t hash_on(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
}
std::size_t place_of(std::uint64_t hash) { return hash ^ hash >> 32; }

}  // namespace

WordFilter::WordFilter(const lexicon::WordIndex& index) : index_(index) {
  std::size_t places = 16;
  while (places < 4 * index.words.size()) places *= 2;
  by_hash_.assign(places, kNone);
  for (WordId word = 0; word < index.words.size(); ++word) {
    longest_ = std::max(longest_, index.words[word].size());
    std::uint64_t hash = kHashStart;
    for (char c : index.words[word]) hash = hash_on(hash, c);
    std::size_t at = place_of(hash);
    while (by_hash_[at &= places - 1] != kNone) ++at;
    by_hash_[at] = word;
  }
  // Counted, summed up, put in their places.
  const auto each_even = [&](auto use) {
    for (std::size_t pattern = index.patterns.size(); pattern-- > 0;) {
      const lexicon::WordIndex::Apart& apart = index.patterns[pattern];
      if (apart.tag % 2 == 0) use(static_cast<std::uint32_t>(pattern), index.needs_of(apart));
    }
  };
  first_brought_up_.assign(index.words.size() + 1, 0);
  each_even([&](std::uint32_t, auto needs) {
    for (WordId word : index.words_of(needs[0].set)) ++first_brought_up_[word];
  });
  std::uint32_t sum = 0;
  for (std::uint32_t& first : first_brought_up_) first = sum += first;
  brought_up_.resize(sum);
  each_even([&](std::uint32_t pattern, auto needs) {
    const BroughtUp one{pattern, needs[0], needs[needs.size() > 1]};
    for (WordId word : index.words_of(needs[0].set)) brought_up_[--first_brought_up_[word]] = one;
  });
}

WordFilter::Scratch::Scratch(const WordFilter& filter)
    : words(filter.index_.words.size()),
      is_present(filter.index_.words.size() / 64 + 1),
      sets(filter.index_.sets()) {}

// The word of the index that is text[begin, end), or kNone.
WordFilter::WordId WordFilter::word_at(std::string_view folded, std::size_t begin,
                                       std::size_t end) const {
  std::array<char, 64> word;
  std::size_t size = 0;
  std::uint64_t hash = kHashStart;
  for (std::size_t at = begin; at < end; ++at) {
    char c = folded[at];
    if (is_digit(c)) {
      if (size > 0 && word[size - 1] == '0') continue;
      c = '0';
    }
    if (size == longest_) return kNone;
    word[size++] = c;
    hash = hash_on(hash, c);
  }
  for (std::size_t place = place_of(hash);; ++place) {
    const std::uint32_t known = by_hash_[place &= by_hash_.size() - 1];
    if (known == kNone || index_.words[known] == std::string_view(word.data(), size)) return known;
  }
}

// Words end at other bytes and at edges; a run of word bytes that has edges
// inside (few have) gives every stretch of it that a match could begin or end in.
void WordFilter::cut(const text::Document& document, Scratch& scratch) const {
  const std::string_view folded = document.folded;
  const auto& edges = document.edges;
  auto& first_edge = scratch.first_edge;
  first_edge.assign(1, 0);
  scratch.text.clear();
  std::uint32_t place = 0;
  std::uint32_t edge = 0;
  const auto add = [&](std::size_t begin, std::size_t end) {
    const WordId word = word_at(folded, begin, end);
    if (word != kNone) scratch.text.push_back({word, place});
  };
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const std::size_t begin = at;
    while (at < folded.size() && in_word(folded, at)) ++at;
    if (at > begin) {
      while (edge < edges.size() && edges[edge] <= begin) ++edge;
      const auto add_from = [&](std::size_t from, std::uint32_t inner) {
        for (; inner < edges.size() && edges[inner] < at; ++inner) {
          if (edges[inner] - from > Edges::kLongestMatch) return;
          add(from, edges[inner]);
        }
        add(from, at);
      };
      add_from(begin, edge);
      for (; edge < edges.size() && edges[edge] < at; ++edge) add_from(edges[edge], edge + 1);
    }
    if (at < folded.size() && folded[at] == ' ') {
      while (edge < edges.size() && edges[edge] <= at) ++edge;
      first_edge.push_back(edge);
      ++place;
    }
  }
  first_edge.push_back(static_cast<std::uint32_t>(edges.size()));
}

// Begins a round: of the block that begins at this place, with the words
// text[from, to) of it and the next.
void WordFilter::mark(Scratch& scratch, std::size_t block, std::size_t from, std::size_t to) const {
  if (++scratch.round == kNone) {
    std::fill(scratch.words.begin(), scratch.words.end(), Scratch::Marked());
    std::fill(scratch.sets.begin(), scratch.sets.end(), Scratch::Marked());
    scratch.round = 1;
  }
  for (WordId word : scratch.present) scratch.is_present[word / 64] = 0;
  scratch.present.clear();
  for (std::size_t i = from; i < to; ++i) {
    const TextWord& one = scratch.text[i];
    Scratch::Marked& word = scratch.words[one.word];
    if (word.round != scratch.round) {
      word = {scratch.round, {}};
      scratch.present.push_back(one.word);
      scratch.is_present[one.word / 64] |= std::uint64_t{1} << one.word % 64;
    }
    const std::size_t place = one.place - block;
    (place < kBlock ? word.places.block : word.places.behind) |= std::uint64_t{1} << place % kBlock;
  }
}

const WordFilter::Places& WordFilter::places_of(Scratch& scratch, SetId set) const {
  Scratch::Marked& marked = scratch.sets[set];
  if (marked.round != scratch.round) {
    marked = {scratch.round, {}};
    for (WordId id : index_.words_of(set)) {
      if ((scratch.is_present[id / 64] >> id % 64 & 1) == 0) continue;
      const Places& places = scratch.words[id].places;
      marked.places.block |= places.block;
      marked.places.behind |= places.behind;
    }
  }
  return marked.places;
}

std::uint64_t WordFilter::Places::reached_from(unsigned least) const {
  const unsigned places = behind ? 2 * kBlock - static_cast<unsigned>(std::countl_zero(behind))
                                 : kBlock - static_cast<unsigned>(std::countl_zero(block));
  if (places <= least) return 0;
  const unsigned starts = places - least;
  return starts >= kBlock ? ~std::uint64_t{0} : (std::uint64_t{1} << starts) - 1;
}

// At which of the places `among` a match of the pattern can start, by its needs
// from this one on.
std::uint64_t WordFilter::starts_of(Scratch& scratch, std::size_t pattern, std::size_t from,
                                    std::uint64_t among) const {
  const auto needs = index_.needs_of(index_.patterns[pattern]);
  for (std::size_t i = from; among != 0 && i < needs.size(); ++i) {
    among &= starts_for(scratch, needs[i], places_of(scratch, needs[i].set));
  }
  return among;
}

}  // namespace rapport::match
