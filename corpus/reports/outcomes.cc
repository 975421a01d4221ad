#include "corpus/reports/outcomes.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace rapport::corpus {
namespace {

constexpr double kFalseDiscoveries = 0.05;

void add_to(Proportion& one, bool yes) {
  ++one.of;
  one.yes += yes ? 1 : 0;
}

std::uint64_t code_points(std::string_view text) {
  return static_cast<std::uint64_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string band_name(std::uint64_t from, std::uint64_t to) { return std::to_string(from) + "-" + std::to_string(to); }

}  // namespace

const std::vector<std::string>& outcome_notes() {
  static const std::vector<std::string> kNotes = {
      "These are observations, no experiment: who writes to whom, when and about what differs between the messages "
      "compared here too, and is not held equal.",
      "Messages that are missing bias the rates: an export may hold mostly recent or pending invitations, withdrawn "
      "ones are gone, and answers that came by another way are not seen.",
      "Many rows are compared at once, so some differ by chance alone. A row is marked where it still stands out at a "
      "false discovery rate of 5 %. Rows overlap, and one is not independent of another.",
      "Use this to choose what to test next, not to foretell how a message will fare.",
  };
  return kNotes;
}

Rate rate_of(Proportion one) {
  const Interval interval = wilson(one);
  return {one.yes, one.of, interval.value, interval.low, interval.high};
}

Outcomes::Outcomes(const SummaryOptions& options) : options_(options) {
  std::sort(options_.length_bands.begin(), options_.length_bands.end());
  accepted_.lengths.resize(options_.length_bands.size() + 1);
  replied_.lengths.resize(options_.length_bands.size() + 1);
}

void Outcomes::add(const Seen& seen) {
  if (!seen.analysis.score) return;
  for (const auto& [known, kept] : {std::pair{seen.record.accepted, &accepted_}, {seen.record.replied, &replied_}}) {
    if (known) {
      count(*kept, *known, seen);
    } else {
      ++kept->unknown;
    }
  }
}

void Outcomes::count(Kept& kept, bool yes, const Seen& seen) const {
  add_to(kept.all, yes);
  std::set<std::string_view> signals, rules;
  for (const Signal& signal : seen.analysis.signals) {
    signals.insert(signal.signal);
    rules.insert(signal.rule);
  }
  for (const auto& [from, to] : {std::pair{&signals, &kept.signals}, {&rules, &kept.rules}}) {
    for (const std::string_view name : *from) {
      const auto at = to->find(name);
      add_to(at == to->end() ? (*to)[std::string(name)] : at->second, yes);
    }
  }
  const int tenths = std::max(seen.analysis.score->tenths, 0);
  add_to(kept.scores[std::min<std::size_t>(static_cast<std::size_t>(tenths) / 100, 9)], yes);
  const auto& bands = options_.length_bands;
  const auto band = std::lower_bound(bands.begin(), bands.end(), code_points(seen.record.draft.text));
  add_to(kept.lengths[static_cast<std::size_t>(band - bands.begin())], yes);
}

Outcome Outcomes::told(const std::string& name, const Kept& kept) const {
  Outcome out{name, rate_of(kept.all), kept.unknown, options_.least, 0, {}};
  const auto add = [&](OutcomeRow::Kind kind, const std::string& of, Proportion with) {
    const Proportion without{kept.all.yes - with.yes, kept.all.of - with.of};
    if (with.of < options_.least || without.of < options_.least) {
      out.too_few += with.of > 0 ? 1 : 0;
      return;
    }
    const Interval difference = newcombe(with, without);
    out.rows.push_back({kind, of, rate_of(with), rate_of(without), difference.value, difference.low, difference.high,
                        difference_p(with, without), false});
  };
  for (const auto& [signal, with] : kept.signals) add(OutcomeRow::Kind::kSignal, signal, with);
  for (const auto& [rule, with] : kept.rules) add(OutcomeRow::Kind::kRule, rule, with);
  std::stable_sort(out.rows.begin(), out.rows.end(), [](const OutcomeRow& a, const OutcomeRow& b) {
    return std::tuple(a.kind, -a.difference) < std::tuple(b.kind, -b.difference);
  });
  for (std::uint64_t i = 0; i < kept.scores.size(); ++i) {
    add(OutcomeRow::Kind::kScore, band_name(i * 10, i == 9 ? 100 : i * 10 + 9), kept.scores[i]);
  }
  const auto& bands = options_.length_bands;
  for (std::size_t i = 0; i <= bands.size(); ++i) {
    const std::uint64_t from = i == 0 ? 0 : bands[i - 1] + 1;
    const std::string band = i < bands.size() ? band_name(from, bands[i]) : std::to_string(from) + " and more";
    add(OutcomeRow::Kind::kLength, band, kept.lengths[i]);
  }
  std::vector<double> chances;
  for (const OutcomeRow& row : out.rows) chances.push_back(row.p);
  const std::vector<bool> stands = benjamini_hochberg(chances, kFalseDiscoveries);
  for (std::size_t i = 0; i < stands.size(); ++i) out.rows[i].stands_out = stands[i];
  return out;
}

std::vector<Outcome> Outcomes::finish() const {
  std::vector<Outcome> out;
  if (accepted_.all.of > 0) out.push_back(told("accepted", accepted_));
  if (replied_.all.of > 0) out.push_back(told("replied", replied_));
  return out;
}

}  // namespace rapport::corpus
