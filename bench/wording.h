// Words that the generated corpus is made of, beside the lexicon's examples.
//
// Written for this project. In all of them `{person}`, `{place}`, `{thing}` and
// `{number}` stand for one of the tables of that name.
//
// Thread rule: constant tables.
#ifndef RAPPORT_BENCH_WORDING_H_
#define RAPPORT_BENCH_WORDING_H_

#include <span>
#include <string_view>

namespace rapport::bench {

using Table = std::span<const std::string_view>;

// ASCII alone.
Table greetings();
Table neutral();     // sentences that say nothing a rule looks for
Table sign_offs();
Table subjects();
Table people();
Table places();
Table things();

// Each entry holds a character outside ASCII.
Table marked_people();
Table marked_sentences();
Table marks();       // a sentence may end with one: emoji and the like

}  // namespace rapport::bench

#endif  // RAPPORT_BENCH_WORDING_H_
