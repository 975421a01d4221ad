#include "cli/journal.h"

#include <sys/stat.h>

#include <cerrno>
#include <charconv>
#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

#include "cli/display.h"
#include "cli/failure.h"
#include "cli/options.h"
#include "corpus/replace_file.h"

namespace rapport::cli {
namespace {

constexpr std::string_view kTitle = "rapport journal 1";
constexpr std::size_t kHead = 64 << 10;

// FNV-1a: tells a changed file, not an attacker.
std::uint64_t hash_of_head(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(kHead, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : head) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

}  // namespace

std::string input_identity(const std::vector<std::string>& paths) {
  std::string out;
  for (const std::string& path : paths) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) {
      throw Failure(shown_line(path) + ": cannot be opened: " + std::strerror(errno));
    }
    char facts[160];
    std::snprintf(facts, sizeof facts, " (%" PRIu64 " bytes, changed at %lld.%09ld, inode %" PRIu64 ", %016" PRIx64 ")",
                  static_cast<std::uint64_t>(status.st_size), static_cast<long long>(status.st_mtim.tv_sec),
                  status.st_mtim.tv_nsec, static_cast<std::uint64_t>(status.st_ino),
                  S_ISREG(status.st_mode) ? hash_of_head(path) : 0);
    out += (out.empty() ? "" : ", ") + shown_line(path, 4096) + facts;
  }
  return out;
}

void write_journal(const std::string& path, const Journal& journal) {
  std::string text(kTitle);
  text += "\ninput " + journal.input + "\nlexicon " + journal.lexicon + "\noptions " + journal.options;
  text += "\nrecords " + std::to_string(journal.records) + "\nfaults " + std::to_string(journal.faults);
  text += "\noutput " + std::to_string(journal.output) + "\nerrors " + std::to_string(journal.errors) + "\n";
  const std::string wrong = corpus::replace_file(path, text);
  if (!wrong.empty()) throw Failure("cannot write the journal: " + shown_line(wrong), kBroken);
}

std::optional<Journal> read_journal(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::vector<std::string> lines = split(text, '\n');
  const Failure broken(shown_line(path) + ": is no journal of rapport batch; remove it to start anew");
  if (lines.size() != 8 || lines[0] != kTitle) throw broken;
  const auto value = [&](std::size_t line, std::string_view name) {
    const std::string begin = std::string(name) + " ";
    if (!lines[line].starts_with(begin)) throw broken;
    return lines[line].substr(begin.size());
  };
  const auto count = [&](std::size_t line, std::string_view name) {
    const std::optional<std::uint64_t> out = number_of(value(line, name));
    if (!out) throw broken;
    return *out;
  };
  return Journal{value(1, "input"),  value(2, "lexicon"), value(3, "options"), count(4, "records"),
                 count(5, "faults"), count(6, "output"),  count(7, "errors")};
}

void check_journal(const std::string& path, const Journal& old, const Journal& now) {
  const auto check = [&](const char* what, const std::string& before, const std::string& here) {
    if (before == here) return;
    throw Failure(std::string("cannot resume: the ") + what + " changed; it was " + shown_line(before, 1000) +
                  " and is " + shown_line(here, 1000) + "; without --resume, or without " + shown_line(path) +
                  ", the run starts anew");
  };
  check("input", old.input, now.input);
  check("lexicon", old.lexicon, now.lexicon);
  check("set of options", old.options, now.options);
}

}  // namespace rapport::cli
