#include "corpus/readers/csv.h"

#include <array>
#include <cstring>
#include <string_view>

namespace rapport::corpus {
namespace {

constexpr std::string_view kCandidates = ",;\t|";

// The candidate that stands most often in the first row outside quotes.
char sniff(std::string_view head) {
  std::array<std::size_t, kCandidates.size()> counts{};
  bool quoted = false;
  bool any = false;
  for (const char c : head) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') {
      if (any) break;
      continue;
    }
    any = true;
    const std::size_t at = kCandidates.find(c);
    if (at != std::string_view::npos) ++counts[at];
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] > counts[best]) best = i;
  }
  return kCandidates[best];
}

}  // namespace

struct CsvParser::State {
  State(ByteSource& bytes, const CsvOptions& given) : source(bytes), options(given) {
    buffer.resize(64 << 10);
  }

  ByteSource& source;
  CsvOptions options;
  std::string buffer;
  std::size_t at = 0, end = 0;
  std::uint64_t base = 0;  // offset of the buffer's start
  std::uint64_t line = 1, blank = 0;
  bool started = false, ended = false;
  // What followed the first line of a row that has a line break in quotes: read
  // again, should that quote turn out to be never closed.
  std::string after_line;
  std::uint64_t after_line_byte = 0;
  std::uint64_t after_line_number = 0;
  bool several_lines = false;
  char last = '\0';

  // True where there is a byte at `at`.
  bool fill() {
    if (at < end) return true;
    if (ended) return false;
    base += end;
    at = end = 0;
    buffer.resize(64 << 10);
    end = source.read(buffer.data(), buffer.size());
    ended = end == 0;
    return !ended;
  }
  // The start is gathered as far as the first row, so that pipes that write
  // byte by byte are sniffed alike; a longer first row is judged by 64 KiB.
  void start() {
    started = true;
    while (end < buffer.size()) {
      const std::size_t got = source.read(buffer.data() + end, buffer.size() - end);
      end += got;
      if (got == 0 || std::memchr(buffer.data(), '\n', end)) break;
    }
    if (std::string_view(buffer.data(), end).starts_with("\xef\xbb\xbf")) at = 3;
    if (options.delimiter == '\0') {
      options.delimiter = sniff({buffer.data() + at, end - at});
    }
  }
  // Steps over a line break; `\r\n` is one. False where there is none.
  bool take_break() {
    if (!fill()) return false;
    const char c = buffer[at];
    if (c != '\n' && c != '\r') return false;
    ++at;
    if (c == '\r' && fill() && buffer[at] == '\n') ++at;
    ++line;
    return true;
  }
  // Steps over bytes of a row up to `stop`, counting the lines in quotes.
  void step(std::size_t stop, bool quoted) {
    std::size_t keep_from = at;
    for (std::size_t i = at; quoted && i < stop; ++i) {
      const char c = buffer[i];
      line += c == '\r' || (c == '\n' && last != '\r') ? 1 : 0;
      last = c;
      if (c != '\n' || several_lines) continue;
      several_lines = true;
      keep_from = i + 1;
      after_line_byte = base + i + 1;
      after_line_number = line;
    }
    if (several_lines) after_line.append(buffer, keep_from, stop - keep_from);
    at = stop;
  }
  void begin_row() {
    several_lines = false;
    after_line.clear();
    last = '\0';
  }
  // Back to behind the first line of the row.
  void go_back() {
    after_line.append(buffer, at, end - at);
    buffer.swap(after_line);
    at = 0;
    end = buffer.size();
    base = after_line_byte;
    line = after_line_number;
  }
  void next_field(CsvRow& row, std::size_t& count) const {
    if (++count > row.fields.size()) row.fields.emplace_back();
    row.fields[count - 1].clear();
  }
};

CsvParser::CsvParser(ByteSource& source, const CsvOptions& options)
    : state_(std::make_unique<State>(source, options)) {}
CsvParser::~CsvParser() = default;
char CsvParser::delimiter() const { return state_->options.delimiter; }
std::uint64_t CsvParser::blank_lines() const { return state_->blank; }

bool CsvParser::next(CsvRow& row) {
  State& s = *state_;
  if (!s.started) s.start();
  row.error.reset();
  while (s.take_break()) ++s.blank;
  if (!s.fill()) return false;
  s.begin_row();
  row.line = s.line;
  row.byte = s.base + s.at;
  std::size_t count = 0, bytes = 0;
  bool too_long = false, too_many = false, quoted = false, was_quoted = false;
  s.next_field(row, count);
  const auto put = [&](const char* from, std::size_t size) {
    bytes += size;
    too_long = too_long || bytes > s.options.max_row_bytes;
    if (!too_long && !too_many) row.fields[count - 1].append(from, size);
  };
  while (s.fill()) {
    // A stretch without anything special goes over as a whole.
    std::size_t stop = s.at;
    const char delimiter = s.options.delimiter;
    if (quoted) {
      const void* found = std::memchr(s.buffer.data() + stop, '"', s.end - stop);
      stop = found ? static_cast<std::size_t>(static_cast<const char*>(found) - s.buffer.data()) : s.end;
    } else {
      while (stop < s.end && s.buffer[stop] != delimiter && s.buffer[stop] != '\n' &&
             s.buffer[stop] != '\r' && s.buffer[stop] != '"') {
        ++stop;
      }
    }
    if (stop > s.at) {
      put(s.buffer.data() + s.at, stop - s.at);
      s.step(stop, quoted);
      // Never closed, most likely: better to try the lines one by one.
      if (quoted && too_long && s.several_lines) break;
      continue;
    }
    const char c = s.buffer[s.at];
    if (quoted) {
      s.step(s.at + 1, true);
      if (s.fill() && s.buffer[s.at] == '"') {
        put("\"", 1);
        s.step(s.at + 1, true);
      } else {
        quoted = false;
        was_quoted = true;
      }
    } else if (c == '"') {
      s.step(s.at + 1, false);
      if (row.fields[count - 1].empty() && !was_quoted) {
        quoted = true;
      } else {
        put("\"", 1);  // in the middle of a field: as it is
      }
    } else if (c == delimiter) {
      s.step(s.at + 1, false);
      was_quoted = false;
      ++bytes;
      too_many = too_many || count == s.options.max_columns;
      if (!too_many) s.next_field(row, count);
    } else {
      s.take_break();
      break;
    }
  }
  row.fields.resize(count);
  const auto fault = [&](const char* code, const std::string& message) {
    row.error = RecordError{code, message, row.byte};
    row.fields.clear();
  };
  if (quoted) {
    if (s.several_lines) s.go_back();
    fault("unclosed_quote", "a quote opened in this row is never closed; close it, or write \"\" for a quote in a field");
  } else if (too_long) {
    fault("too_large", "the row is longer than " + std::to_string(s.options.max_row_bytes) + " bytes; is a quote left open?");
  } else if (too_many) {
    fault("too_many_columns", "the row has more than " + std::to_string(s.options.max_columns) + " columns; is the delimiter right?");
  }
  return true;
}

}  // namespace rapport::corpus
