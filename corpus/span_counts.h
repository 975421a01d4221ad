// Counts of right and wrong signals of one record against its gold spans.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CORPUS_SPAN_COUNTS_H_
#define RAPPORT_CORPUS_SPAN_COUNTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "corpus/evaluation.h"

namespace rapport::corpus {

// One entry a name; presence counts records, spans count spans.
struct NameCounts {
  explicit NameCounts(std::size_t names) : presence(names), spans(names) {}
  std::vector<Counts> presence;
  std::vector<Counts> spans;

  void add(const NameCounts& other, double times);
};

// The name that counts: the family, or the dotted id itself.
std::string_view name_of(std::string_view signal, bool by_family);

// A predicted span is right where it overlaps a gold span of its name; it does
// not count where it overlaps a `maybe` span of its family alone. A gold span is
// found where a predicted one of its name overlaps it. By presence, a name that
// stands in `maybe` alone does not count.
NameCounts count_names(const Measured& one, const std::vector<std::string>& names, bool by_family);

// Gold spans that no signal of their family overlaps and one of another does.
std::vector<Confusion> count_confusions(const std::vector<const Measured*>& marked,
                                        const std::vector<std::string>& families);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_SPAN_COUNTS_H_
