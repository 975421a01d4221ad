// What the output may look like: colour and width.
//
// Thread rule: pure functions of the environment.
#ifndef RAPPORT_CLI_TERMINAL_H_
#define RAPPORT_CLI_TERMINAL_H_

#include <string>

#include "cli/settings.h"

namespace rapport::cli {

bool input_is_terminal();
bool output_is_terminal();

// --color; for auto: on a terminal, unless NO_COLOR is set or TERM is dumb.
bool use_color(const Settings& settings);

// --width; else the terminal's width, at most 100; else 80.
std::size_t output_width(const Settings& settings);

// Text in a colour and no other change, or as it is.
class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}
  bool on() const { return on_; }
  std::string bold(std::string_view text) const { return wrap("1", text); }
  std::string dim(std::string_view text) const { return wrap("2", text); }
  std::string good(std::string_view text) const { return wrap("32", text); }
  std::string bad(std::string_view text) const { return wrap("31", text); }
  std::string warn(std::string_view text) const { return wrap("33", text); }
  // `code`: parameters of SGR, such as "4;32".
  std::string wrap(std::string_view code, std::string_view text) const;

 private:
  bool on_;
};

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_TERMINAL_H_
