// Runs one job for each index on all processors.
//
// Each job writes to a place of its own, so that the result does not depend on
// the number of threads or on which was first.
//
// Thread rule: `job` is called from several threads at once, never twice with
// the same index.
// Errors: the first exception of a job is thrown again here, once all have ended.
//
// Example:
//   std::vector<double> out(n);
//   corpus::for_each_index(n, [&](std::size_t i) { out[i] = measure(i); });
#ifndef RAPPORT_CORPUS_PARALLEL_H_
#define RAPPORT_CORPUS_PARALLEL_H_

#include <cstddef>
#include <functional>

namespace rapport::corpus {

void for_each_index(std::size_t count, const std::function<void(std::size_t)>& job);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_PARALLEL_H_
