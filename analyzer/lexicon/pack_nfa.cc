#include "analyzer/lexicon/pack_nfa.h"

namespace rapport::lexicon {

std::shared_ptr<const Nfa> make_nfa(const Pack& pack, const std::vector<bool>& runs) {
  NfaBuilder builder;
  for (int rule = 0; rule < static_cast<int>(pack.rules.size()); ++rule) {
    const auto index = static_cast<std::size_t>(rule);
    if (!runs.empty() && !runs[index]) continue;
    for (const Pattern& one : pack.rules[index].any) builder.add(one.expanded, any_tag(rule));
    for (const Pattern& one : pack.rules[index].except) builder.add(one.expanded, except_tag(rule));
  }
  return builder.build();
}

}  // namespace rapport::lexicon
