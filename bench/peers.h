// What rapport's stages are measured against: ICU and RE2, used plainly.
//
// Thread rule: one object a thread.
#ifndef RAPPORT_BENCH_PEERS_H_
#define RAPPORT_BENCH_PEERS_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/lexicon/rule.h"
#include "analyzer/match/rule_set.h"

namespace rapport::bench {

// ICU's word break iterator at its best: made once, over UTF-16 that was made
// beforehand, set without a copy.
class IcuWords {
 public:
  IcuWords();
  ~IcuWords();

  // Boundaries in `text`.
  std::size_t count(std::u16string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// REQUIRES: text is UTF-8; what is not becomes U+FFFD.
std::u16string to_utf16(std::string_view text);

// RE2::Set of a pack's patterns, with the options of the library's own set,
// that says which match and not where.
class IdSet {
 public:
  // `memory`: bytes that RE2 may use. A set that does not fit takes twice as much
  // until it does; see megabytes().
  explicit IdSet(const lexicon::Pack& pack, int memory = match::kSetMemory);
  ~IdSet();

  // Patterns that match; the ids replace `ids`.
  std::size_t match(std::string_view folded, std::vector<int>& ids) const;

  std::size_t patterns() const;
  int megabytes() const;
  // Calls of match() that ran out of memory and found nothing for it.
  std::size_t failures() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapport::bench

#endif  // RAPPORT_BENCH_PEERS_H_
