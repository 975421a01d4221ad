// The automaton of all patterns of a pack.
//
// Thread rule: pure functions.
#ifndef RAPPORT_ANALYZER_LEXICON_PACK_NFA_H_
#define RAPPORT_ANALYZER_LEXICON_PACK_NFA_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "analyzer/lexicon/nfa.h"
#include "analyzer/lexicon/rule.h"

namespace rapport::lexicon {

// What stands for a rule's `any` and for its `except` in the automaton.
constexpr std::uint32_t any_tag(int rule) { return static_cast<std::uint32_t>(rule) * 2; }
constexpr std::uint32_t except_tag(int rule) { return any_tag(rule) + 1; }

// Of the rules with `runs[rule]`; of all where `runs` is empty.
// Complexity: some hundred nanoseconds a byte of expanded patterns.
std::shared_ptr<const Nfa> make_nfa(const Pack& pack, const std::vector<bool>& runs = {});

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_PACK_NFA_H_
