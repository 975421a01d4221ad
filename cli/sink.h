// Where a long run writes: standard output, or a file that is there only when it
// is whole.
//
// A regular file FILE is written as FILE.part beside it, and renamed once it is
// synced; FILE.part is locked meanwhile. Anything else that is there under that
// name (a pipe, a device) is written as it is.
//
// Thread rule: one thread at a time.
// Errors: Failure with kBroken where something cannot be written; kRefused where
// another run holds the file, or it cannot be made.
//
// Example:
//   Sink sink("out.ndjson");
//   sink.start(0);
//   sink.write(block);
//   sink.commit();
#ifndef RAPPORT_CLI_SINK_H_
#define RAPPORT_CLI_SINK_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::cli {

class Sink {
 public:
  explicit Sink(std::string path);  // empty or "-": standard output
  ~Sink();
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  // Made of bytes that were written by an earlier run up to `keep`; what is
  // after that is cut off. Failure where there are fewer.
  void start(std::uint64_t keep);
  void write(std::string_view data);
  void sync();
  std::uint64_t written() const { return written_; }  // `keep` included
  // Syncs, closes, renames.
  void commit();
  // Takes away what was not committed: nobody goes on with it.
  void discard();
  // Whether it is a file that is renamed in the end, which a run can go on with.
  bool resumable() const { return part_; }

 private:
  void lock();
  [[noreturn]] void fail(const char* what) const;

  std::string path_, part_path_;
  bool part_ = false;
  int descriptor_ = -1;
  std::uint64_t written_ = 0;
};

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_SINK_H_
