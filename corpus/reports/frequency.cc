#include "corpus/reports/frequency.h"

#include <algorithm>
#include <cstdio>
#include <tuple>

#include "analyzer/lexicon/lexicon_data.h"
#include "corpus/readers/names.h"
#include "corpus/reports/anonymize.h"
#include "corpus/reports/cut.h"
#include "corpus/reports/name_hash.h"
#include "corpus/reports/spread.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kMostLimits = 64;
constexpr std::size_t kMostKinds = 4096;
constexpr std::size_t kMostListed = 10;
constexpr std::size_t kMostNameBytes = 200;
constexpr std::int64_t kHour = 3600, kDay = 24 * kHour;
constexpr std::size_t kMostHours = 10 * 366 * 24;  // between two messages
constexpr std::size_t kMostAWeek = 100'000;        // requests

std::uint64_t key_of(const std::string& key, const std::string& name) {
  if (key.empty() && name.empty()) return 0;
  return std::max<std::uint64_t>(hash_name(key.empty() ? lower_ascii(name) : key), 1);
}

bool is_in(const std::vector<std::string>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

std::chrono::sys_seconds time_of(std::int64_t seconds) { return std::chrono::sys_seconds(std::chrono::seconds(seconds)); }

// The most in any `seconds` of times in order, and when that begins; the earliest.
Burst burst_of(const std::vector<std::int64_t>& times, std::int64_t seconds) {
  Burst out;
  for (std::size_t begin = 0, end = 0; begin < times.size(); ++begin) {
    while (end < times.size() && times[end] - times[begin] < seconds) ++end;
    if (end - begin <= out.count) continue;
    out.count = end - begin;
    out.from = time_of(times[begin]);
  }
  return out;
}

// Keeps the largest; of equals the earlier.
template <typename Item>
void keep(std::vector<Item>& list, Item item) {
  const auto at = std::find_if(list.begin(), list.end(), [&](const Item& one) { return item.count > one.count; });
  if (at == list.end() && list.size() >= kMostListed) return;
  list.insert(at, std::move(item));
  if (list.size() > kMostListed) list.pop_back();
}

template <typename Event, typename Same, typename Do>
void each_run(const std::vector<Event>& events, Same same, Do run) {
  for (std::size_t begin = 0; begin < events.size();) {
    std::size_t end = begin + 1;
    while (end < events.size() && same(events[begin], events[end])) ++end;
    run(events.data() + begin, events.data() + end);
    begin = end;
  }
}

}  // namespace

std::vector<LimitUse> frequency_limits(const Lexicon& lexicon) {
  std::vector<LimitUse> out;
  for (const lexicon::Pack& pack : lexicon.data().packs) {
    for (const lexicon::AdviceRule& rule : pack.advice) {
      if (rule.kind != lexicon::AdviceRule::Kind::kFrequency || rule.most <= 0) continue;
      const bool there = std::any_of(out.begin(), out.end(), [&](const LimitUse& one) { return one.limit.code == rule.code; });
      if (there || out.size() == kMostLimits) continue;
      LimitUse use;
      use.limit = {rule.code, rule.reason, rule.most, rule.days};
      use.channels = rule.channels;
      use.tiers = rule.tiers;
      out.push_back(std::move(use));
    }
  }
  return out;
}

std::string iso_week(std::chrono::sys_seconds time) {
  using namespace std::chrono;
  const sys_days day = floor<days>(time);
  const sys_days thursday = day + days(4 - static_cast<int>(weekday(day).iso_encoding()));
  const year in = year_month_day(thursday).year();
  char out[24];
  std::snprintf(out, sizeof out, "%04d-W%02d", static_cast<int>(in),
                static_cast<int>((thursday - sys_days(in / January / 1)).count() / 7 + 1));
  return out;
}

FrequencyCollector::FrequencyCollector(const SummaryOptions& options, const Lexicon& lexicon)
    : options_(options), limits_(frequency_limits(lexicon)) {}

std::uint32_t FrequencyCollector::sender_of(const Record& record) {
  const std::uint64_t key = key_of(record.sender_key, record.sender);
  if (key == 0) return 0;
  const auto [at, fresh] = senders_.try_emplace(key, static_cast<std::uint32_t>(names_.size()));
  if (fresh) {
    const std::string& name = record.sender.empty() ? record.sender_key : record.sender;
    names_.emplace_back(cut(options_.anonymizer == nullptr ? name : options_.anonymizer->sender(record), kMostNameBytes));
  }
  return at->second;
}

std::uint16_t FrequencyCollector::kind_of(const Analysis& analysis) {
  const auto [at, fresh] = kind_numbers_.try_emplace({analysis.channel, analysis.tier}, static_cast<std::uint16_t>(kinds_.size()));
  if (!fresh) return at->second;
  Kind kind;
  kind.request = is_in(options_.request_channels, analysis.channel);
  for (std::size_t i = 0; i < limits_.size(); ++i) {
    const LimitUse& use = limits_[i];
    const bool fits = (use.channels.empty() || is_in(use.channels, analysis.channel)) &&
                      (use.tiers.empty() || is_in(use.tiers, analysis.tier));
    if (fits) kind.limits |= std::uint64_t{1} << i;
  }
  kinds_.push_back(kind);
  return at->second;
}

void FrequencyCollector::add(const Seen& seen) {
  const Record& record = seen.record;
  const bool has_sender = !record.sender.empty() || !record.sender_key.empty();
  if (!record.sent || !has_sender) ++undated_;
  const std::uint64_t reader = key_of(record.reader_key, record.reader);
  if (reader == 0 && (!record.sent || !has_sender)) return;
  // A lexicon has few channels and tiers; an input that names others cannot add kinds.
  if (events_.size() >= options_.most_events || kinds_.size() >= kMostKinds) {
    ++beyond_;
    return;
  }
  const bool answered = record.accepted.value_or(false) || record.replied.value_or(false);
  const bool known = record.accepted.has_value() || record.replied.has_value();
  Event event;
  if (record.sent) event.time = record.sent->time_since_epoch().count();
  event.reader = reader;
  event.sender = sender_of(record);
  event.kind = kind_of(seen.analysis);
  event.answer = answered ? 2 : known ? 1 : 0;
  event.dated = record.sent.has_value();
  events_.push_back(event);
}

void FrequencyCollector::tell_sender(const Event* begin, const Event* end, FrequencySummary& out) const {
  const std::string& name = names_[begin->sender];
  const auto burst = [&](std::int64_t seconds, auto take) {
    std::vector<std::int64_t> times;
    for (const Event* one = begin; one != end; ++one) {
      if (take(kinds_[one->kind])) times.push_back(one->time);
    }
    Burst most = burst_of(times, seconds);
    most.sender = name;
    return std::pair{most, times.size()};
  };
  const auto any = [](const Kind&) { return true; };
  keep(out.in_24_hours, burst(kDay, any).first);
  keep(out.in_7_days, burst(7 * kDay, any).first);
  for (std::size_t i = 0; i < out.limits.size(); ++i) {
    LimitUse& use = out.limits[i];
    if (use.limit.days <= 0) continue;
    const auto [most, count] = burst(use.limit.days * kDay, [&](const Kind& kind) { return (kind.limits >> i & 1) != 0; });
    if (count == 0) continue;
    use.messages += count;
    ++use.senders;
    use.over += most.count > static_cast<std::uint64_t>(use.limit.most) ? 1 : 0;
    keep(use.busiest, most);
  }
}

void FrequencyCollector::tell_pair(const Event* begin, const Event* end, FrequencySummary& out,
                                   std::vector<std::uint64_t>& gaps) const {
  std::uint64_t unanswered = 0;
  bool answered = begin->answer == 2;
  for (const Event* one = begin + 1; one < end; ++one) {
    const Event& before = *(one - 1);
    ++out.further;
    if (answered) {
      ++out.after_answer;
    } else {
      ++(before.answer == 1 ? out.after_silence : out.after_unknown);
      ++unanswered;
      gaps.push_back(static_cast<std::uint64_t>((one->time - before.time) / kHour));
    }
    answered = answered || one->answer == 2;
  }
  if (unanswered == 0) return;
  for (LimitUse& use : out.limits) {
    if (use.limit.days > 0) continue;
    use.messages += unanswered;
    ++use.senders;
    use.over += unanswered > static_cast<std::uint64_t>(use.limit.most) ? 1 : 0;
  }
}

void FrequencyCollector::tell_readers(FrequencySummary& out) {
  std::sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) {
    return std::tie(a.reader, a.sender, a.dated, a.time) < std::tie(b.reader, b.sender, b.dated, b.time);
  });
  Counter hours(kMostHours);
  std::vector<std::uint64_t> gaps;
  each_run(events_, [](const Event& a, const Event& b) { return a.reader == b.reader; }, [&](const Event* begin, const Event* end) {
    if (begin->reader == 0) return;
    ++out.readers;
    const auto requests = static_cast<std::uint64_t>(
        std::count_if(begin, end, [&](const Event& one) { return kinds_[one.kind].request; }));
    out.readers_asked_again += requests > 1 ? 1 : 0;
    out.most_requests = std::max(out.most_requests, requests);
    const Event* named = std::find_if(begin, end, [](const Event& one) { return one.sender != 0; });
    out.readers_of_many += named != end && (end - 1)->sender != named->sender ? 1 : 0;
  });
  each_run(events_, [](const Event& a, const Event& b) { return std::tie(a.reader, a.sender, a.dated) == std::tie(b.reader, b.sender, b.dated); },
           [&](const Event* begin, const Event* end) {
             if (begin->reader != 0 && begin->dated) tell_pair(begin, end, out, gaps);
           });
  for (const std::uint64_t gap : gaps) hours.add(gap);
  out.days_between = hours.spread(1.0 / 24);
}

FrequencySummary FrequencyCollector::finish() {
  FrequencySummary out;
  out.undated = undated_;
  out.beyond = beyond_;
  out.limits = limits_;
  std::sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) {
    return std::tie(a.sender, a.time) < std::tie(b.sender, b.time);
  });
  Events dated;
  Counter weeks(kMostAWeek);
  const auto same_sender = [](const Event& a, const Event& b) { return a.sender == b.sender; };
  each_run(events_, same_sender, [&](const Event* begin, const Event* end) {
    if (begin->sender == 0) return;
    dated.clear();
    std::copy_if(begin, end, std::back_inserter(dated), [](const Event& one) { return one.dated; });
    if (dated.empty()) return;
    ++out.senders;
    out.dated += dated.size();
    tell_sender(dated.data(), dated.data() + dated.size(), out);
    std::erase_if(dated, [&](const Event& one) { return !kinds_[one.kind].request; });
    // Monday of the week; the epoch was a Thursday.
    const auto week = [](const Event& one) {
      return std::chrono::floor<std::chrono::weeks>(time_of(one.time) + std::chrono::days(3));
    };
    each_run(dated, [&](const Event& a, const Event& b) { return week(a) == week(b); }, [&](const Event* first, const Event* last) {
      const auto count = static_cast<std::uint64_t>(last - first);
      weeks.add(count);
      keep(out.weeks, SenderWeek{names_[first->sender], iso_week(time_of(first->time)), count});
    });
  });
  out.requests_a_week = weeks.spread();
  tell_readers(out);
  return out;
}

}  // namespace rapport::corpus
