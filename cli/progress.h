// How far a long run is, on standard error: a line that is drawn over where that
// is a terminal, a plain line each ten seconds where that was asked for.
//
// Thread rule: one thread at a time.
#ifndef RAPPORT_CLI_PROGRESS_H_
#define RAPPORT_CLI_PROGRESS_H_

#include <chrono>
#include <cstdint>

namespace rapport::cli {

class Progress {
 public:
  // `bar`: draw over one line, `lines`: plain ones.
  Progress(bool bar, bool lines, std::uint64_t total_bytes);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void at(std::uint64_t records, std::uint64_t faults, std::uint64_t taken_bytes);

 private:
  using Clock = std::chrono::steady_clock;
  bool bar_, lines_, drawn_ = false;
  std::uint64_t total_, first_records_ = 0, first_taken_ = 0;
  bool begun_ = false;
  Clock::time_point start_, last_;
};

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_PROGRESS_H_
