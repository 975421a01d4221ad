#include "analyzer/match/rule_set.h"

#include <re2/set.h>

#include <algorithm>

#include "analyzer/match/re2_options.h"

namespace rapport::match {

struct RuleSet::Part {
  int from = 0;  // rules [from, to)
  int to = 0;
  std::unique_ptr<re2::RE2::Set> set;  // null: every rule is a candidate
  std::vector<int> rule_of;            // pattern index -> rule
};

RuleSet::RuleSet(const std::vector<std::vector<std::string_view>>& patterns, int memory)
    : memory_(memory) {
  build(patterns, 0, static_cast<int>(patterns.size()));
}

RuleSet::~RuleSet() = default;
RuleSet::RuleSet(RuleSet&&) noexcept = default;

void RuleSet::build(const std::vector<std::vector<std::string_view>>& patterns, int from, int to) {
  if (from == to) return;
  auto part = std::make_unique<Part>();
  part->from = from;
  part->to = to;
  part->set = std::make_unique<re2::RE2::Set>(re2_options(memory_), re2::RE2::UNANCHORED);
  bool good = true;
  for (int rule = from; good && rule < to; ++rule) {
    for (std::string_view pattern : patterns[rule]) {
      good = good && part->set->Add(piece(pattern), nullptr) >= 0;
      part->rule_of.push_back(rule);
    }
  }
  if (good && part->set->Compile()) {
    parts_.push_back(std::move(part));
  } else if (to - from > 1) {
    const int middle = from + (to - from) / 2;
    build(patterns, from, middle);
    build(patterns, middle, to);
  } else {
    part->set.reset();
    parts_.push_back(std::move(part));
  }
}

void RuleSet::candidates(std::string_view folded, std::vector<int>& out) const {
  std::vector<int> hits;
  for (const auto& part : parts_) {
    const std::size_t before = out.size();
    re2::RE2::Set::ErrorInfo error{re2::RE2::Set::kNoError};
    hits.clear();
    if (part->set && part->set->Match(piece(folded), &hits, &error)) {
      for (int hit : hits) out.push_back(part->rule_of[hit]);
      std::sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end());
      out.erase(std::unique(out.begin() + static_cast<std::ptrdiff_t>(before), out.end()),
                out.end());
    } else if (!part->set || error.kind != re2::RE2::Set::kNoError) {
      for (int rule = part->from; rule < part->to; ++rule) out.push_back(rule);
    }
  }
}

std::size_t RuleSet::parts() const { return parts_.size(); }

}  // namespace rapport::match
