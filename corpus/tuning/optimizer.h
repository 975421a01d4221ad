// Minimizes a smooth function within bounds: the door to NLopt.
//
// L-BFGS with bounds (Nocedal 1980; Liu and Nocedal 1989; Luksan's code in
// NLopt). Draws no random numbers: the same input gives the same result.
//
// Thread rule: pure function.
#ifndef RAPPORT_CORPUS_TUNING_OPTIMIZER_H_
#define RAPPORT_CORPUS_TUNING_OPTIMIZER_H_

#include <functional>
#include <string>
#include <vector>

namespace rapport::corpus {

// The value at x; sets `gradient` (as long as x).
using Objective =
    std::function<double(const std::vector<double>& x, std::vector<double>& gradient)>;

struct Minimum {
  std::vector<double> x;
  double value = 0;
  std::string error;  // empty: converged
};

// REQUIRES: low[i] <= start[i] <= high[i].
Minimum minimize(const Objective& objective, std::vector<double> start,
                 const std::vector<double>& low, const std::vector<double>& high);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_OPTIMIZER_H_
