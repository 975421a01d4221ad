#include "corpus/tuning/phrases.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace rapport::corpus {
namespace {

// One time that a phrase stands somewhere.
struct Occurrence {
  std::uint64_t key = 0;
  std::uint32_t record = 0;
  std::uint32_t begin = 0;
  std::uint8_t length = 0;  // words, with the gap
  std::uint8_t gap = 0;     // its index; 0: none
  std::uint8_t side = 0;    // 0 none, 1 second, 2 first
  bool covered = false;
};

std::uint64_t mixed(std::uint64_t key, std::uint64_t value) {
  std::uint64_t z = key + value + 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

constexpr std::uint64_t kGapKey = 3;

std::uint64_t with_word(std::uint64_t key, const PhraseWord& word) {
  return mixed(mixed(key, static_cast<std::uint64_t>(word.joint)), word.id);
}

std::uint64_t first_key(const PhraseWord& word) { return mixed(0, word.id); }

class Finder {
 public:
  Finder(const std::vector<PhraseSource>& sources, const ContentWords& content,
         const PhraseRules& rules)
      : sources_(sources), content_(content), rules_(rules) {}

  std::vector<Phrase> find() {
    count_words();
    count_pairs();
    if (rules_.first_only) {
      only_first_ = true;
      each_source();
      for (const Occurrence& one : found_) wanted_.insert(one.key);
      found_.clear();
      only_first_ = false;
    }
    each_source();
    std::sort(found_.begin(), found_.end(), [](const Occurrence& a, const Occurrence& b) {
      return std::tie(a.key, a.record, a.begin) < std::tie(b.key, b.record, b.begin);
    });
    const ClassSizes sizes = class_sizes(sources_);
    std::vector<Phrase> out;
    for (std::size_t from = 0; from < found_.size();) {
      std::size_t to = from;
      while (to < found_.size() && found_[to].key == found_[from].key) ++to;
      add_phrase(from, to, sizes, out);
      from = to;
    }
    std::sort(out.begin(), out.end(), [](const Phrase& a, const Phrase& b) {
      const auto key = [](const Phrase& p) {
        return std::tuple(-std::abs(p.z), -static_cast<std::ptrdiff_t>(p.words.size()));
      };
      return key(a) != key(b) ? key(a) < key(b)
                              : std::tie(a.words, a.joints) < std::tie(b.words, b.joints);
    });
    if (out.size() > rules_.most) out.resize(rules_.most);
    return out;
  }

 private:
  // Messages that hold each word; then each pair of words, of frequent ones.
  void count_words() {
    std::unordered_set<std::uint64_t> seen;
    for (const PhraseSource& source : sources_) {
      seen.clear();
      for (const PhraseWord& word : source.words) {
        if (seen.insert(word.id).second) ++words_[word.id];
      }
    }
  }

  void count_pairs() {
    std::unordered_set<std::uint64_t> seen;
    for (const PhraseSource& source : sources_) {
      seen.clear();
      for (std::size_t i = 1; i < source.words.size(); ++i) {
        const PhraseWord& word = source.words[i];
        if (!word.joint || !is_frequent(source.words[i - 1]) || !is_frequent(word)) continue;
        const std::uint64_t pair = with_word(first_key(source.words[i - 1]), word);
        if (seen.insert(pair).second) ++pairs_[pair];
      }
    }
  }

  bool is_frequent(const PhraseWord& word) const {
    const auto found = words_.find(word.id);
    return found != words_.end() && found->second >= rules_.fewest;
  }

  bool is_frequent_pair(const PhraseWord& a, const PhraseWord& b) const {
    const auto found = pairs_.find(with_word(first_key(a), b));
    return b.joint && found != pairs_.end() && found->second >= rules_.fewest;
  }

  void each_source() {
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      words_here_ = &sources_[i].words;
      record_ = static_cast<std::uint32_t>(i);
      here_.clear();
      for (std::size_t begin = 0; begin < words_here_->size(); ++begin) from(begin);
      keep_first_ones();
    }
  }

  // Of each phrase and side of a message: one that says the same words over and
  // over costs no more memory than another.
  void keep_first_ones() {
    const auto key = [](const Occurrence& one) { return std::tie(one.key, one.side); };
    std::sort(here_.begin(), here_.end(), [&](const Occurrence& a, const Occurrence& b) {
      return key(a) != key(b) ? key(a) < key(b) : a.begin < b.begin;
    });
    const auto last =
        std::unique(here_.begin(), here_.end(),
                    [&](const Occurrence& a, const Occurrence& b) { return key(a) == key(b); });
    found_.insert(found_.end(), here_.begin(), last);
  }

  // All phrases that begin at a word.
  void from(std::size_t begin) {
    const std::vector<PhraseWord>& words = *words_here_;
    if (!is_frequent(words[begin])) return;
    std::uint64_t key = first_key(words[begin]);
    for (std::size_t count = 1; count <= kMostWords; ++count) {
      const std::size_t next = begin + count;
      if (count >= kFewestWords) emit(key, begin, next, 0);
      if (count < kMostWords) with_gap(key, begin, next, count);
      if (next >= words.size() || !is_frequent_pair(words[next - 1], words[next])) return;
      key = with_word(key, words[next]);
    }
  }

  // Those that go on behind a gap at `gap`, `count` words having gone before.
  void with_gap(std::uint64_t key, std::size_t begin, std::size_t gap, std::size_t count) {
    const std::vector<PhraseWord>& words = *words_here_;
    std::size_t next = gap + 1;
    if (next >= words.size() || words[gap].joint != ' ' || words[next].joint != ' ') return;
    if (!is_frequent(words[next])) return;
    key = with_word(mixed(key, kGapKey), words[next]);
    while (true) {
      ++count;
      ++next;
      emit(key, begin, next, gap - begin);
      if (count == kMostWords || next >= words.size()) return;
      if (!is_frequent_pair(words[next - 1], words[next])) return;
      key = with_word(key, words[next]);
    }
  }

  void emit(std::uint64_t key, std::size_t begin, std::size_t end, std::size_t gap) {
    const std::vector<PhraseWord>& words = *words_here_;
    if (!wanted_.empty() && !wanted_.count(key)) return;
    Occurrence one;
    one.key = key;
    one.record = record_;
    one.begin = static_cast<std::uint32_t>(begin);
    one.length = static_cast<std::uint8_t>(end - begin);
    one.gap = static_cast<std::uint8_t>(gap);
    bool same = true;
    for (std::size_t i = begin; i < end; ++i) {
      same = same && words[i].side == words[begin].side;
      one.covered = one.covered || words[i].covered;
    }
    if (same) one.side = static_cast<std::uint8_t>(std::min(words[begin].side, kFirstSide));
    if (only_first_ && one.side != kFirstSide) return;
    here_.push_back(one);
  }

  void add_phrase(std::size_t from, std::size_t to, const ClassSizes& sizes,
                  std::vector<Phrase>& out) const {
    if (to - from < rules_.fewest) return;
    Phrase phrase;
    std::set<std::size_t> units;
    std::size_t covered = 0;
    for (std::size_t i = from; i < to;) {
      const std::uint32_t record = found_[i].record;
      bool seen[kFirstSide + 1] = {};
      for (; i < to && found_[i].record == record; ++i) {
        const Occurrence& one = found_[i];
        if (seen[one.side]) continue;
        seen[one.side] = true;
        if (one.side == kNoSide || (rules_.first_only && one.side != kFirstSide)) continue;
        phrase.places.push_back(
            {record, one.begin, one.begin + one.length, one.side == kFirstSide});
        units.insert(sources_[record].unit);
        covered += one.covered;
      }
      phrase.counts.first += seen[kFirstSide];
      phrase.counts.second += seen[kSecondSide];
      phrase.counts.background += 1;
    }
    if (units.size() < rules_.fewest) return;
    if (rules_.uncovered_only && covered * 2 >= phrase.places.size()) return;
    phrase.z = log_odds_z(phrase.counts, sizes);
    if (rules_.first_only ? phrase.z < rules_.least_z : std::abs(phrase.z) < rules_.least_z) return;
    write(found_[from], phrase);
    const auto fixed = static_cast<std::size_t>(found_[from].length - (found_[from].gap > 0));
    const bool says_something =
        std::any_of(phrase.words.begin(), phrase.words.end(),
                    [&](const std::string& word) { return content_.holds(word); });
    if (!says_something && fixed < kFewestPlainWords) return;
    out.push_back(std::move(phrase));
  }

  void write(const Occurrence& one, Phrase& phrase) const {
    const PhraseSource& source = sources_[one.record];
    for (std::size_t i = 0; i < one.length; ++i) {
      const PhraseWord& word = source.words[one.begin + i];
      const bool gap = one.gap > 0 && i == one.gap;
      phrase.words.push_back(gap ? std::string(kGapWord) : written_word(source.text, word));
      if (i > 0) phrase.joints += word.joint;
    }
  }

  const std::vector<PhraseSource>& sources_;
  const ContentWords& content_;
  const PhraseRules& rules_;
  std::unordered_map<std::uint64_t, std::size_t> words_;
  std::unordered_map<std::uint64_t, std::size_t> pairs_;
  std::unordered_set<std::uint64_t> wanted_;  // empty: all
  bool only_first_ = false;
  const std::vector<PhraseWord>* words_here_ = nullptr;
  std::uint32_t record_ = 0;
  std::vector<Occurrence> here_;  // of one message
  std::vector<Occurrence> found_;
};

}  // namespace

std::string Phrase::text() const {
  std::string out = words.empty() ? "" : words[0];
  for (std::size_t i = 1; i < words.size(); ++i) out += joints[i - 1] + words[i];
  return out;
}

ClassSizes class_sizes(const std::vector<PhraseSource>& sources) {
  ClassSizes out;
  std::unordered_set<std::uint64_t> first, second, all;
  for (const PhraseSource& source : sources) {
    first.clear();
    second.clear();
    all.clear();
    for (const PhraseWord& word : source.words) {
      all.insert(word.id);
      if (word.side >= kFirstSide) first.insert(word.id);
      if (word.side == kSecondSide) second.insert(word.id);
    }
    out.first += static_cast<double>(first.size());
    out.second += static_cast<double>(second.size());
    out.background += static_cast<double>(all.size());
  }
  return out;
}

std::vector<Phrase> find_phrases(const std::vector<PhraseSource>& sources,
                                 const ContentWords& content, const PhraseRules& rules) {
  return Finder(sources, content, rules).find();
}

}  // namespace rapport::corpus
