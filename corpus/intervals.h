// How sure shares are, and the difference of two of them.
//
// Wilson: the score interval of one share (Wilson 1927, JASA 22:209).
// Newcombe: the hybrid score interval of a difference of two independent shares
// (Newcombe 1998, Statistics in Medicine 17:873, method 10): from the Wilson
// limits l, u of each,
//   low  = d - sqrt((p1 - l1)^2 + (u2 - p2)^2),  high = d + sqrt((u1 - p1)^2 + (p2 - l2)^2).
// All are of 95 %, without a correction for continuity.
//
// Thread rule: pure functions.
//
// Example:
//   corpus::newcombe({56, 70}, {48, 80});  // 0.2, from 0.0524 to 0.3339
#ifndef RAPPORT_CORPUS_INTERVALS_H_
#define RAPPORT_CORPUS_INTERVALS_H_

#include <cstdint>
#include <vector>

namespace rapport::corpus {

// So many of so many. REQUIRES: yes <= of.
struct Proportion {
  std::uint64_t yes = 0, of = 0;
};

struct Interval {
  double value = 0, low = 0, high = 0;
};

// Of none: 0, from 0 to 1.
Interval wilson(Proportion one);

// a minus b. Where a side has none: 0, from -1 to 1.
Interval newcombe(Proportion a, Proportion b);

// The two-sided chance of a difference this large or larger where there is none:
// the z test with pooled variance. 1 where a side has none or all are alike.
double difference_p(Proportion a, Proportion b);

// Which of the chances stay below a false discovery rate (Benjamini and Hochberg
// 1995, JRSS B 57:289): those up to the largest p(i) <= i / n * rate.
std::vector<bool> benjamini_hochberg(const std::vector<double>& chances, double rate);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_INTERVALS_H_
