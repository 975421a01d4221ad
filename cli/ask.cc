#include "cli/ask.h"

#include "cli/failure.h"

namespace rapport::cli {

Terminal::Terminal() : file_(std::fopen("/dev/tty", "r+e")) {
  if (!file_) throw Failure("--interactive asks on a terminal, and there is none; use --fix");
}

void Terminal::show(const std::string& text) {
  std::fseek(file_.get(), 0, SEEK_CUR);  // between reading and writing
  std::fputs(text.c_str(), file_.get());
  std::fflush(file_.get());
}

std::optional<std::string> Terminal::read_line() {
  std::fseek(file_.get(), 0, SEEK_CUR);
  std::string out;
  for (int c = std::fgetc(file_.get()); c != '\n'; c = std::fgetc(file_.get())) {
    if (c == EOF) return std::nullopt;
    out += static_cast<char>(c);
  }
  return out;
}

}  // namespace rapport::cli
