#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace rapport::cli {
namespace {

constexpr std::size_t kUsualWidth = 80;
constexpr std::size_t kMostWidth = 100;  // longer lines are hard to read
constexpr std::size_t kLeastWidth = 40;
constexpr std::size_t kWidest = 1000;

}  // namespace

bool input_is_terminal() { return ::isatty(STDIN_FILENO) == 1; }
bool output_is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }

bool use_color(const Settings& settings) {
  const std::string when = settings.text("color");
  if (when != "auto") return when == "always";
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  if (no_color && *no_color) return false;
  if (!term || !*term || std::strcmp(term, "dumb") == 0) return false;
  return output_is_terminal();
}

std::size_t output_width(const Settings& settings) {
  const std::size_t asked = settings.count("width");
  if (asked > 0) return std::clamp(asked, kLeastWidth, kWidest);
  winsize size{};
  if (!output_is_terminal() || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
      size.ws_col == 0) {
    return kUsualWidth;
  }
  return std::clamp<std::size_t>(size.ws_col, kLeastWidth, kMostWidth);
}

std::string Paint::wrap(std::string_view code, std::string_view text) const {
  if (!on_ || text.empty()) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace rapport::cli
