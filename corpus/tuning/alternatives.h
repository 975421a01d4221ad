// Which single patterns of the rules give hits of their own.
//
// Thread rule: add() may be called from several threads at once; silent() once
// they have ended.
#ifndef RAPPORT_CORPUS_TUNING_ALTERNATIVES_H_
#define RAPPORT_CORPUS_TUNING_ALTERNATIVES_H_

#include <memory>
#include <vector>

#include "corpus/tuning/reading.h"

namespace rapport::corpus {

class Alternatives {
 public:
  // `data` outlives the object.
  explicit Alternatives(const LexiconData& data);
  ~Alternatives();

  // Tries the patterns that have given no hit so far on those of a reading.
  void add(const Reading& reading);

  // Indexes into Rule::any of the patterns that gave no hit. Complexity: linear.
  std::vector<std::size_t> silent(std::size_t pack, std::size_t rule) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_ALTERNATIVES_H_
