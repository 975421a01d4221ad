// Numbers and times as text, the same on every machine and in every locale.
//
// Thread rule: pure functions.
//
// Example:
//   corpus::fixed(0.256, 2);     // "0.26"
//   corpus::time_text(time);     // "2026-11-25T09:00:00Z"
#ifndef RAPPORT_CORPUS_WRITERS_NUMBERS_H_
#define RAPPORT_CORPUS_WRITERS_NUMBERS_H_

#include <charconv>
#include <chrono>
#include <cstdio>
#include <string>

namespace rapport::corpus {

// So many decimals; never "-0.0". REQUIRES: |value| < 1e15, decimals <= 9.
inline std::string fixed(double value, int decimals) {
  char buffer[40];
  std::string out(buffer, std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals).ptr);
  if (out.starts_with('-') && out.find_first_not_of("-0.") == std::string::npos) out.erase(0, 1);
  return out;
}

// ISO 8601, UTC.
inline std::string time_text(std::chrono::sys_seconds time) {
  using namespace std::chrono;
  const sys_days day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  char out[48];
  std::snprintf(out, sizeof out, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return out;
}

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_NUMBERS_H_
