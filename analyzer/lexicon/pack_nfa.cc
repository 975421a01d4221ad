#include "analyzer/lexicon/pack_nfa.h"

namespace rapport::lexicon {
namespace {

// Of the words in what the rules give as examples.
WordCounts counts_of(const Pack& pack) {
  WordCounts out;
  for (const Rule& rule : pack.rules) {
    for (const auto* examples : {&rule.hits, &rule.passes}) {
      for (const PlacedText& example : *examples) {
        std::string text = example.text;
        for (char& c : text) {
          if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        count_words(text, out);
      }
    }
  }
  return out;
}

}  // namespace

std::shared_ptr<const Nfa> make_nfa(const Pack& pack, const std::vector<bool>& runs) {
  NfaBuilder builder(counts_of(pack));
  for (int rule = 0; rule < static_cast<int>(pack.rules.size()); ++rule) {
    const auto index = static_cast<std::size_t>(rule);
    if (!runs.empty() && !runs[index]) continue;
    for (const Pattern& one : pack.rules[index].any) builder.add(one.expanded, any_tag(rule));
    for (const Pattern& one : pack.rules[index].except) builder.add(one.expanded, except_tag(rule));
  }
  return builder.build();
}

}  // namespace rapport::lexicon
