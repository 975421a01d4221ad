#include "analyzer/context.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <variant>

namespace rapport {
namespace {

using Kind = FactInfo::Kind;
using Names = std::vector<std::string>;
using Day = std::chrono::year_month_day;

// Where a fact is kept.
using Place =
    std::variant<std::string*, Names*, Tie*, std::optional<Names>*, std::optional<int>*,
                 std::optional<Day>*, std::optional<bool>*, std::optional<Seniority>*,
                 std::optional<Answer>*, std::optional<Intent>*>;

struct Row {
  FactInfo info;
  Place (*place)(Context&);
};

constexpr int kMostRequests = 1000;
constexpr std::string_view kSeniority = "student|junior|mid|senior|director|executive";

// The value of a template argument is a path of members: &Context::to, &Person::name.
template <auto Of, auto Member>
Place of(Context& context) {
  return &((context.*Of).*Member);
}
template <auto Member>
Place own(Context& context) {
  return &(context.*Member);
}

constexpr std::array kRows = {
    Row{{"to_name", Kind::kText, ""}, of<&Context::to, &Person::name>},
    Row{{"to_role", Kind::kText, ""}, of<&Context::to, &Person::role>},
    Row{{"to_company", Kind::kText, ""}, of<&Context::to, &Person::company>},
    Row{{"to_place", Kind::kText, ""}, of<&Context::to, &Person::place>},
    Row{{"to_seniority", Kind::kChoice, kSeniority}, of<&Context::to, &Person::seniority>},
    Row{{"to_public_figure", Kind::kYesNo, ""}, of<&Context::to, &Person::public_figure>},
    Row{{"to_groups", Kind::kList, ""}, of<&Context::to, &Person::groups>},
    Row{{"to_schools", Kind::kList, ""}, of<&Context::to, &Person::schools>},
    Row{{"to_employers", Kind::kList, ""}, of<&Context::to, &Person::employers>},
    Row{{"their_work", Kind::kList, ""}, of<&Context::to, &Person::work>},
    Row{{"from_name", Kind::kText, ""}, of<&Context::from, &Person::name>},
    Row{{"from_role", Kind::kText, ""}, of<&Context::from, &Person::role>},
    Row{{"from_company", Kind::kText, ""}, of<&Context::from, &Person::company>},
    Row{{"from_place", Kind::kText, ""}, of<&Context::from, &Person::place>},
    Row{{"from_seniority", Kind::kChoice, kSeniority}, of<&Context::from, &Person::seniority>},
    Row{{"from_groups", Kind::kList, ""}, of<&Context::from, &Person::groups>},
    Row{{"from_schools", Kind::kList, ""}, of<&Context::from, &Person::schools>},
    Row{{"from_employers", Kind::kList, ""}, of<&Context::from, &Person::employers>},
    Row{{"met_at", Kind::kTie, ""}, own<&Context::met_at>},
    Row{{"took_part_in", Kind::kTie, ""}, own<&Context::took_part_in>},
    Row{{"referred_by", Kind::kTie, ""}, own<&Context::referred_by>},
    Row{{"business", Kind::kTie, ""}, own<&Context::business>},
    Row{{"applied_for", Kind::kTie, ""}, own<&Context::applied_for>},
    Row{{"shared", Kind::kList, ""}, own<&Context::shared>},
    Row{{"mutual", Kind::kList, ""}, own<&Context::mutual>},
    Row{{"previous_requests", Kind::kCount, ""}, own<&Context::previous_requests>},
    Row{{"last_request", Kind::kDate, ""}, own<&Context::last_request>},
    Row{{"last_answer", Kind::kChoice, "none|yes|no"}, own<&Context::last_answer>},
    Row{{"today", Kind::kDate, ""}, own<&Context::today>},
    Row{{"intent", Kind::kChoice, "advice|job|hire|sell|partner|research|invest|press|contact"}, own<&Context::intent>},
    Row{{"offer", Kind::kText, ""}, own<&Context::offer>},
};

constexpr auto kInfos = [] {
  std::array<FactInfo, kRows.size()> out{};
  for (std::size_t i = 0; i < kRows.size(); ++i) out[i] = kRows[i].info;
  return out;
}();

const Row& row_of(std::string_view name) {
  return *std::find_if(kRows.begin(), kRows.end(), [&](const Row& row) { return row.info.name == name; });
}

// For reading only: a row's place is found in a context that may be changed.
Place place_in(const Context& context, const Row& row) {
  return row.place(const_cast<Context&>(context));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

bool is_none(std::string_view value) { return value == "none" || value == "false" || value == "no"; }

std::optional<int> number(std::string_view text) {
  int out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

std::optional<Day> day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto of_month = number(text.substr(8, 2));
  if (!year || !month || !of_month || *month < 1 || *of_month < 1) return std::nullopt;
  const Day out(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                std::chrono::day(static_cast<unsigned>(*of_month)));
  return out.ok() ? std::optional(out) : std::nullopt;
}

// The index of `value` in "a|b|c".
std::optional<int> choice(std::string_view choices, std::string_view value) {
  for (int index = 0; !choices.empty(); ++index) {
    const std::size_t end = std::min(choices.find('|'), choices.size());
    if (choices.substr(0, end) == value) return index;
    choices.remove_prefix(std::min(end + 1, choices.size()));
  }
  return std::nullopt;
}

std::string set(std::string& place, std::string_view value, const FactInfo&) {
  place = value;
  return {};
}

std::string set(Names& place, std::string_view value, const FactInfo&) {
  if (is_none(value)) {
    place.clear();
  } else {
    place.emplace_back(value);
  }
  return {};
}

std::string set(Tie& place, std::string_view value, const FactInfo&) {
  place = is_none(value) ? std::string() : std::string(value);
  return {};
}

std::string set(std::optional<Names>& place, std::string_view value, const FactInfo& info) {
  if (!place) place.emplace();
  return set(*place, value, info);
}

std::string set(std::optional<int>& place, std::string_view value, const FactInfo&) {
  const std::optional<int> count = number(value);
  if (!count || *count < 0 || *count > kMostRequests) {
    const std::string error = "is a count from 0 to " + std::to_string(kMostRequests);
    return error;
  }
  place = count;
  return {};
}

std::string set(std::optional<Day>& place, std::string_view value, const FactInfo&) {
  const std::optional<Day> date = day(value);
  const char* const error = "is a day of the calendar as YYYY-MM-DD";
  if (!date) return error;
  place = date;
  return {};
}

std::string set(std::optional<bool>& place, std::string_view value, const FactInfo&) {
  const bool yes = value == "yes" || value == "true";
  const char* const error = "is yes or no";
  if (!yes && value != "no" && value != "false") return error;
  place = yes;
  return {};
}

template <typename Enum>
std::string set(std::optional<Enum>& place, std::string_view value, const FactInfo& info) {
  const std::optional<int> index = choice(info.choices, value);
  if (!index) {
    std::string all(info.choices);
    for (std::size_t at = 0; (at = all.find('|', at)) != std::string::npos; at += 2) all.replace(at, 1, ", ");
    return "is one of " + all;
  }
  place = static_cast<Enum>(*index);
  return {};
}

template <typename T>
bool given(const T& place) {
  if constexpr (requires { place.has_value(); }) {
    return place.has_value();
  } else {
    return !place.empty();
  }
}

Names values(const std::string& place, const FactInfo&) { return {place}; }
Names values(const Names& place, const FactInfo&) { return place; }
Names values(const Tie& place, const FactInfo&) { return place->empty() ? Names{} : Names{*place}; }
Names values(const std::optional<Names>& place, const FactInfo&) { return *place; }

Names values(const std::optional<int>& place, const FactInfo&) {
  return *place == 0 ? Names{} : Names{std::to_string(*place)};
}

Names values(const std::optional<Day>& place, const FactInfo&) {
  const auto padded = [](unsigned number) {
    return (number < 10 ? "-0" : "-") + std::to_string(number);
  };
  return {std::to_string(static_cast<int>(place->year())) +
          padded(static_cast<unsigned>(place->month())) +
          padded(static_cast<unsigned>(place->day()))};
}

Names values(const std::optional<bool>& place, const FactInfo&) {
  return *place ? Names{"yes"} : Names{};
}

template <typename Enum>
Names values(const std::optional<Enum>& place, const FactInfo& info) {
  std::string_view choices = info.choices;
  for (int index = static_cast<int>(*place); index > 0; --index) {
    choices.remove_prefix(choices.find('|') + 1);
  }
  return {std::string(choices.substr(0, choices.find('|')))};
}

}  // namespace

std::span<const FactInfo> context_facts() { return kInfos; }

std::string set_fact(Context& context, std::string_view name, std::string_view value) {
  const Row& row = row_of(name);
  value = trimmed(value);
  const char* const error = "is empty; leave it out where it is not known";
  if (value.empty()) return error;
  return std::visit([&](auto* place) { return set(*place, value, row.info); }, row.place(context));
}

bool has_fact(const Context& context, std::string_view name) {
  return std::visit([](const auto* place) { return given(*place); }, place_in(context, row_of(name)));
}

std::optional<std::vector<std::string>> fact_values(const Context& context, std::string_view name) {
  const Row& row = row_of(name);
  return std::visit(
      [&](const auto* place) -> std::optional<Names> {
        if (!given(*place)) return std::nullopt;
        return values(*place, row.info);
      },
      place_in(context, row));
}

bool Context::empty() const {
  return std::none_of(kRows.begin(), kRows.end(), [&](const Row& row) {
    return row.info.name != "today" && has_fact(*this, row.info.name);
  });
}

std::vector<std::string> contradictions(const Context& context) {
  std::vector<std::string> errors;
  const auto is_reader = [&](const std::string& name) {
    return !context.to.name.empty() && name == context.to.name;
  };
  if (!context.from.name.empty() && is_reader(context.from.name)) {
    errors.push_back("from_name and to_name are the same");
  }
  if (context.referred_by && is_reader(*context.referred_by)) {
    errors.push_back("referred_by is the reader");
  }
  if (context.mutual && std::any_of(context.mutual->begin(), context.mutual->end(), is_reader)) {
    errors.push_back("mutual names the reader");
  }
  if (context.last_request && context.today && *context.last_request > *context.today) {
    errors.push_back("last_request is after today");
  }
  if (context.previous_requests == 0) {
    if (context.last_request) errors.push_back("previous_requests is 0, but last_request is given");
    if (context.last_answer) errors.push_back("previous_requests is 0, but last_answer is given");
  }
  return errors;
}

}  // namespace rapport
