#include "cli/progress.h"

#include <cstdio>
#include <string>

namespace rapport::cli {

Progress::Progress(bool bar, bool lines, std::uint64_t total_bytes)
    : bar_(bar), lines_(lines && !bar), total_(total_bytes), start_(Clock::now()), last_(start_) {}

Progress::~Progress() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
}

void Progress::at(std::uint64_t records, std::uint64_t faults, std::uint64_t taken) {
  if (!bar_ && !lines_) return;
  const Clock::time_point now = Clock::now();
  if (!begun_) {
    begun_ = true;
    first_records_ = records;
    first_taken_ = taken;
  }
  if (now - last_ < (bar_ ? std::chrono::milliseconds(200) : std::chrono::milliseconds(10'000))) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double rate = static_cast<double>(records - first_records_) / seconds;
  std::string line = std::to_string(records) + " records, " + std::to_string(static_cast<std::uint64_t>(rate)) + " a second";
  if (total_ > 0 && taken > first_taken_ && taken <= total_) {
    const double left = seconds * static_cast<double>(total_ - taken) / static_cast<double>(taken - first_taken_);
    line += ", " + std::to_string(100 * taken / total_) + " %, " +
            std::to_string(static_cast<std::uint64_t>(left + 1)) + " s left";
  }
  line += ", " + std::to_string(faults) + (faults == 1 ? " error" : " errors");
  std::fprintf(stderr, bar_ ? "\r%s\x1b[K" : "rapport: %s\n", line.c_str());
  std::fflush(stderr);
  drawn_ = bar_;
}

}  // namespace rapport::cli
