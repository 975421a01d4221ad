#include "analyzer/lexicon/pattern_words.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace rapport::lexicon {
namespace {

constexpr int kMostSteps = 5'000;  // of a search for first words
constexpr std::size_t kMostNeeded = 5;

using Parts = std::vector<const Regex*>;

void flatten(const Regex& regex, Parts& out) {
  if (regex.kind != Regex::Kind::kConcatenate) {
    out.push_back(&regex);
    return;
  }
  for (const Regex& part : regex.parts) flatten(part, out);
}

// What surrounds a part of a pattern.
struct Around {
  bool left = true;   // what stands before is certainly no word byte
  bool right = true;  // nor what stands behind
  Spaces behind;      // from the start of the match to it
};

using Needs = std::vector<NeededWords>;

class Needed {
 public:
  explicit Needed(const WordCounts& counts) : counts_(counts) {}

  // Words of every match of `regex`.
  Needs of(const Regex& regex, Around around) const {
    Needs out;
    if (regex.kind == Regex::Kind::kAlternate && !strings_of(regex)) {
      add_choice(regex, around, out);
    } else if (regex.kind == Regex::Kind::kRepeat && !strings_of(regex)) {
      if (regex.least == 0) return out;
      const bool once = regex.most == 1;
      around.right = around.right && (once || !ends_of(regex.parts[0]).word_first);
      out = of(regex.parts[0], around);
    } else {
      add_sequence(regex, around, out);
    }
    best_first(out);
    return out;
  }

  void best_first(Needs& needs) const {
    std::erase_if(needs, [](const NeededWords& one) { return one.behind.least > kMostSpaces; });
    for (NeededWords& one : needs) one.behind.most = std::min(one.behind.most, kMostSpaces + 1);
    std::sort(needs.begin(), needs.end(), [&](const NeededWords& a, const NeededWords& b) {
      const std::size_t left = cost(a.words);
      const std::size_t right = cost(b.words);
      return left != right ? left < right
                           : std::tie(a.words, a.behind.least) < std::tie(b.words, b.behind.least);
    });
    needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
    if (needs.size() > kMostNeeded) needs.resize(kMostNeeded);
  }

  // How often one of them is met.
  std::size_t cost(const Words& words) const {
    std::size_t out = 0;
    for (const std::string& word : words) out += 1 + count(word);
    return out;
  }

 private:
  std::size_t count(const std::string& word) const {
    const auto found = counts_.find(word);
    return found == counts_.end() ? 0 : found->second;
  }

  // `choices[i]`: what choice i needs, best first. A match needs the best of one
  // of them, and the next best of one of them, ...
  static void add_ranks(const std::vector<Needs>& choices, Needs& out) {
    std::size_t ranks = 0;
    for (const Needs& own : choices) {
      if (own.empty()) return;
      ranks = std::max(ranks, own.size());
    }
    for (std::size_t rank = 0; rank < std::min(ranks, kMostNeeded); ++rank) {
      NeededWords all;
      for (const Needs& own : choices) {
        const NeededWords& one = own[std::min(rank, own.size() - 1)];
        all.behind = all.words.empty() ? one.behind : either(all.behind, one.behind);
        all.words.insert(all.words.end(), one.words.begin(), one.words.end());
      }
      sort_unique(all.words);
      out.push_back(std::move(all));
    }
  }

  void add_choice(const Regex& regex, Around around, Needs& out) const {
    std::vector<Needs> choices;
    for (const Regex& part : regex.parts) choices.push_back(of(part, around));
    add_ranks(choices, out);
  }

  void add_strings(const Words& strings, Around around, Needs& out) const {
    std::vector<Needs> choices;
    for (const std::string& string : strings) {
      choices.push_back(whole_words(string, around));
      best_first(choices.back());
    }
    add_ranks(choices, out);
  }

  static Needs whole_words(const std::string& string, Around around) {
    Needs out;
    for (std::size_t at = 0; at < string.size(); ++at) {
      const std::size_t begin = at;
      while (at < string.size() && is_word_byte(string[at])) ++at;
      const bool whole = (begin > 0 || around.left) && (at < string.size() || around.right);
      if (at == begin || !whole) continue;
      const std::string_view before = std::string_view(string).substr(0, begin);
      out.push_back({{string.substr(begin, at - begin)}, sum(around.behind, spaces_in(before))});
    }
    return out;
  }

  void add_sequence(const Regex& regex, Around around, Needs& out) const {
    Parts parts;
    flatten(regex, parts);
    const std::size_t size = parts.size();
    std::vector<Around> at(size + 1, around);  // the borders
    for (std::size_t i = 0; i < size; ++i) {
      const Ends ends = ends_of(*parts[i]);
      at[i + 1].left = !ends.word_last && (!ends.empty || at[i].left);
      at[i + 1].behind = sum(at[i].behind, spaces_of(*parts[i]));
    }
    for (std::size_t i = size; i-- > 0;) {
      const Ends ends = ends_of(*parts[i]);
      at[i].right = !ends.word_first && (!ends.empty || at[i + 1].right);
    }
    for (std::size_t i = 0; i < size;) {
      Around here = at[i];
      const Regex& first = *parts[i];
      Strings strings = strings_of(first);
      ++i;
      // On to where a word cannot go on.
      while (strings && i < size && !at[i].left && !at[i].right) {
        const Strings next = strings_of(*parts[i]);
        Strings longer = next ? product(*strings, *next) : std::nullopt;
        if (!longer) break;
        strings = std::move(longer);
        ++i;
      }
      here.right = at[i].right;
      if (strings) {
        add_strings(*strings, here, out);
      } else if (first.kind != Regex::Kind::kClass) {
        const Needs inner = of(first, here);
        out.insert(out.end(), inner.begin(), inner.end());
      }
    }
  }

  const WordCounts& counts_;
};

// Finds the words that a match can begin with.
class First {
 public:
  Words words;

  // Adds those of `prefix` and what `rest` matches behind it; false: not known.
  struct Link {
    const Regex* regex;
    const Link* next = nullptr;
    int done = 0;                        // of a repeat: times
    const std::string* before = nullptr;  // the prefix before the last time
  };
  bool add(const std::string& prefix, const Link* rest) {
    if (++steps_ > kMostSteps || prefix.size() > kLongestString) return false;
    if (!prefix.empty()) {
      std::size_t end = 0;
      while (end < prefix.size() && is_word_byte(prefix[end])) ++end;
      if (end == 0) return false;
      if (end < prefix.size() || parts_words(rest)) {
        words.push_back(prefix.substr(0, end));
        return true;
      }
    }
    if (!rest) return true;  // empty: no match
    const Regex& regex = *rest->regex;
    switch (regex.kind) {
      case Regex::Kind::kLiteral:
      case Regex::Kind::kClass: {
        const Strings strings = strings_of(regex);
        return strings && add_each(prefix, *strings, rest->next);
      }
      case Regex::Kind::kConcatenate: return add_parts(prefix, regex, 0, rest->next);
      case Regex::Kind::kAlternate:
        return std::all_of(regex.parts.begin(), regex.parts.end(), [&](const Regex& part) {
          const Link link{&part, rest->next};
          return add(prefix, &link);
        });
      case Regex::Kind::kRepeat: {
        if (is_digits(regex.parts[0])) return add_each(prefix, *strings_of(regex), rest->next);
        if (rest->done >= regex.least && !add(prefix, rest->next)) return false;
        if (regex.most != Regex::kUnbounded && rest->done >= regex.most) return true;
        // Once more changed nothing: what follows has been added.
        if (rest->done > regex.least && *rest->before == prefix) return true;
        const Link again{&regex, rest->next, rest->done + 1, &prefix};
        const Link link{&regex.parts[0], &again};
        return add(prefix, &link);
      }
    }
    return false;
  }

 private:
  bool add_each(const std::string& prefix, const Words& strings, const Link* rest) {
    return std::all_of(strings.begin(), strings.end(), [&](const std::string& string) {
      std::string longer = prefix;
      append_as_word(string, longer);
      return add(longer, rest);
    });
  }

  bool add_parts(const std::string& prefix, const Regex& regex, std::size_t from,
                 const Link* rest) {
    if (from == regex.parts.size()) return add(prefix, rest);
    std::vector<Link> links(regex.parts.size());
    for (std::size_t i = links.size(); i-- > from;) {
      links[i] = {&regex.parts[i], i + 1 < links.size() ? &links[i + 1] : rest};
    }
    return add(prefix, &links[from]);
  }

  // Whether what follows certainly begins with no word byte.
  static bool parts_words(const Link* rest) {
    for (; rest; rest = rest->next) {
      const Ends ends = ends_of(*rest->regex);
      const bool may_end = rest->regex->kind == Regex::Kind::kRepeat &&
                           rest->done >= rest->regex->least;
      if (ends.word_first) return false;
      if (!ends.empty && !may_end) return true;
    }
    return true;
  }

  int steps_ = 0;
};

}  // namespace

void count_words(std::string_view text, WordCounts& counts) {
  std::string word;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t begin = at;
    while (at < text.size() && is_word_byte(text[at])) ++at;
    if (at == begin) continue;
    word.clear();
    append_as_word(text.substr(begin, at - begin), word);
    ++counts[word];
  }
}

std::vector<NeededWords> words_of(const Regex& regex, const WordCounts& counts) {
  const Needed needed(counts);
  Needs out = needed.of(regex, {});
  First first;
  const First::Link link{&regex};
  if (first.add("", &link) && !first.words.empty()) {
    sort_unique(first.words);
    out.push_back({std::move(first.words), {0, 0}});
    needed.best_first(out);
  }
  // What brings a pattern up must be near; behind it, those that are told soonest.
  const auto near = std::find_if(out.begin(), out.end(), [](const NeededWords& one) {
    return one.behind.most <= kMostSpaces;
  });
  if (near == out.end()) return {};
  std::rotate(out.begin(), near, near + 1);
  constexpr std::size_t kDear = 60;  // words, to look for: a run costs less
  out.erase(std::remove_if(out.begin() + 1, out.end(),
                           [](const NeededWords& one) { return one.words.size() > kDear; }),
            out.end());
  const auto effort = [&](const NeededWords& one) {
    return (4 + one.words.size()) * (10 + needed.cost(one.words));
  };
  std::stable_sort(out.begin() + 1, out.end(), [&](const NeededWords& a, const NeededWords& b) {
    return effort(a) < effort(b);
  });
  return out;
}

}  // namespace rapport::lexicon
