// The journal of a long run: how far its output is known to be good, and of what
// input, lexicon and options it was made.
//
// Thread rule: pure functions of the file system.
// Errors: Failure, one line.
#ifndef RAPPORT_CLI_JOURNAL_H_
#define RAPPORT_CLI_JOURNAL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rapport::cli {

struct Journal {
  // What a run that goes on must share. One line each.
  std::string input, lexicon, options;
  // What was done: records, error records among them, bytes of the outputs.
  std::uint64_t records = 0, faults = 0, output = 0, errors = 0;
};

// Of each input its path, size, time of change, inode and the hash of its first
// 64 KiB.
std::string input_identity(const std::vector<std::string>& paths);

// Replaces the file whole.
void write_journal(const std::string& path, const Journal& journal);
// None where there is no file; Failure where it is no journal.
std::optional<Journal> read_journal(const std::string& path);
// Failure, with both values, where a run cannot go on with what `old` left.
void check_journal(const std::string& path, const Journal& old, const Journal& now);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_JOURNAL_H_
