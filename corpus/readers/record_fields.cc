#include "corpus/readers/record_fields.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "corpus/readers/names.h"

namespace rapport::corpus {
namespace {

constexpr std::array<std::string_view, 10> kPlain = {
    "subject", "channel", "tier", "lang", "kind", "sender", "reader", "thread", "sent", "accepted"};

bool is_context_fact(std::string_view key) {
  return std::ranges::any_of(context_facts(), [&](const FactInfo& fact) { return fact.name == key; });
}

// Length of the UTF-8 sequence at `at`; 0 where there is none.
std::size_t sequence(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t size = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3
                           : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  const unsigned second = byte(1);
  if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) ||
      (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f)) {
    return 0;
  }
  return size;
}

}  // namespace

void clear_record(Record& record) {
  record.source.clear();
  record.line = 0;
  record.id.clear();
  record.draft = {};
  record.fields.clear();
  for (std::string* text : {&record.sender, &record.sender_key, &record.reader, &record.reader_key,
                            &record.thread}) {
    text->clear();
  }
  record.sent.reset();
  record.accepted.reset();
  record.replied.reset();
  record.error.reset();
}

bool is_plain_key(std::string_view key) {
  return key == "replied" || std::ranges::find(kPlain, key) != kPlain.end();
}

void check_map(const ReadOptions& options) {
  for (const auto& [key, column] : options.map) {
    if (is_plain_key(key) || is_context_fact(key)) continue;
    std::vector<std::string> names(kPlain.begin(), kPlain.end());
    names.emplace_back("replied");
    for (const FactInfo& fact : context_facts()) names.emplace_back(fact.name);
    throw UsageError(unknown_name("field", key, names));
  }
}

std::string set_field(Record& record, std::string_view key, const std::string& value) {
  if (value.empty()) return {};
  const auto name = [&] { return "'" + std::string(key) + "' "; };
  Draft& draft = record.draft;
  if (key == "subject") draft.subject = value;
  else if (key == "channel") draft.channel = value;
  else if (key == "tier") draft.tier = value;
  else if (key == "lang") draft.lang = value;
  else if (key == "sender") record.sender = value, record.sender_key = lower_ascii(value);
  else if (key == "reader") record.reader = value, record.reader_key = lower_ascii(value);
  else if (key == "thread") record.thread = value;
  else if (key == "kind") {
    if (value != "template" && value != "filled") return name() + "must be template or filled";
    draft.slots_filled = value == "template";
  } else if (key == "sent") {
    record.sent = parse_time(value);
    if (!record.sent) return name() + "must be a time such as 2026-11-25T10:00:00Z";
  } else if (key == "accepted" || key == "replied") {
    const std::optional<bool> yes = parse_yes_no(value);
    if (!yes) return name() + "must be yes or no";
    (key == "accepted" ? record.accepted : record.replied) = yes;
  } else {
    const std::string wrong = set_fact(draft.context, key, value);
    if (!wrong.empty()) return name() + wrong;
  }
  return {};
}

std::optional<bool> parse_yes_no(std::string_view text) {
  const std::string word = lower_ascii(text.substr(0, 8));
  if (word == "yes" || word == "true" || word == "1") return true;
  if (word == "no" || word == "false" || word == "0") return false;
  return std::nullopt;
}

std::optional<std::chrono::sys_seconds> parse_time(std::string_view text) {
  using namespace std::chrono;
  const std::string all(text.substr(0, 64));
  int y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0, used = 0;
  const auto made = [&](std::chrono::minutes zone) -> std::optional<sys_seconds> {
    const year_month_day day{year{y}, month{static_cast<unsigned>(mo)}, std::chrono::day{static_cast<unsigned>(d)}};
    if (!day.ok() || mo < 1 || d < 1 || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 60) return std::nullopt;
    return sys_days{day} + hours{h} + minutes{mi} + seconds{s} - zone;
  };
  char half = '\0', m = '\0';
  if (std::sscanf(all.c_str(), "%2d/%2d/%2d, %2d:%2d %c%c%n", &mo, &d, &y, &h, &mi, &half, &m, &used) == 7) {
    if (static_cast<std::size_t>(used) != all.size() || m != 'M' || (half != 'A' && half != 'P')) return std::nullopt;
    if (h < 1 || h > 12) return std::nullopt;
    h = h % 12 + (half == 'P' ? 12 : 0);
    y += 2000;
    return made(minutes{0});
  }
  y = mo = d = h = mi = s = used = 0;
  if (std::sscanf(all.c_str(), "%4d-%2d-%2d%n", &y, &mo, &d, &used) != 3 || used != 10) return std::nullopt;
  std::string_view rest = std::string_view(all).substr(10);
  if (rest.empty()) return made(minutes{0});
  if (rest[0] != 'T' && rest[0] != ' ') return std::nullopt;
  if (std::sscanf(all.c_str() + 11, "%2d:%2d%n", &h, &mi, &used) != 2 || used != 5) return std::nullopt;
  rest.remove_prefix(6);
  if (rest.starts_with(':')) {
    if (std::sscanf(rest.data() + 1, "%2d%n", &s, &used) != 1 || used != 2) return std::nullopt;
    rest.remove_prefix(3);
    if (rest.starts_with('.')) rest.remove_prefix(std::min(rest.find_first_not_of("0123456789", 1), rest.size()));
  }
  if (rest.empty() || rest == "Z" || rest == " UTC") return made(minutes{0});
  int zone_h = 0, zone_m = 0;
  if (rest.size() != 6 || (rest[0] != '+' && rest[0] != '-') || rest[3] != ':' ||
      std::sscanf(rest.data() + 1, "%2d:%2d", &zone_h, &zone_m) != 2 || zone_h > 23 || zone_m > 59) {
    return std::nullopt;
  }
  return made(minutes{(rest[0] == '-' ? -1 : 1) * (zone_h * 60 + zone_m)});
}

std::optional<std::size_t> bad_utf8_at(std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return std::nullopt;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t size = sequence(text, at);
    if (size == 0) break;
    at += size;
  }
  return at;
}

std::string with_replacements(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = sequence(text, at);
    if (size == 0) out += "\xef\xbf\xbd";
    else out.append(text, at, size);
    at += std::max<std::size_t>(size, 1);
  }
  return out;
}

}  // namespace rapport::corpus
