#include "corpus/tuning/optimizer.h"

#include <nlopt.h>

#include <algorithm>
#include <memory>

namespace rapport::corpus {
namespace {

constexpr double kRelativeTolerance = 1e-10;  // of the value
constexpr int kMostEvaluations = 5000;

struct Call {
  const Objective& objective;
  std::vector<double> x;
  std::vector<double> gradient;
};

double evaluate(unsigned size, const double* x, double* gradient, void* data) {
  Call& call = *static_cast<Call*>(data);
  call.x.assign(x, x + size);
  call.gradient.assign(size, 0);
  const double value = call.objective(call.x, call.gradient);
  if (gradient) std::copy(call.gradient.begin(), call.gradient.end(), gradient);
  return value;
}

}  // namespace

Minimum minimize(const Objective& objective, std::vector<double> start,
                 const std::vector<double>& low, const std::vector<double>& high) {
  Minimum out;
  Call call{objective, {}, {}};
  const std::unique_ptr<nlopt_opt_s, void (*)(nlopt_opt)> optimizer(
      nlopt_create(NLOPT_LD_LBFGS, static_cast<unsigned>(start.size())), nlopt_destroy);
  nlopt_set_lower_bounds(optimizer.get(), low.data());
  nlopt_set_upper_bounds(optimizer.get(), high.data());
  nlopt_set_min_objective(optimizer.get(), evaluate, &call);
  nlopt_set_ftol_rel(optimizer.get(), kRelativeTolerance);
  nlopt_set_maxeval(optimizer.get(), kMostEvaluations);
  out.x = std::move(start);
  const nlopt_result result = nlopt_optimize(optimizer.get(), out.x.data(), &out.value);
  // Round-off ends a search whose gain is below what numbers can tell: done.
  if (result < 0 && result != NLOPT_ROUNDOFF_LIMITED) out.error = nlopt_result_to_string(result);
  if (result == NLOPT_MAXEVAL_REACHED) out.error = "it does not converge";
  return out;
}

}  // namespace rapport::corpus
