// The fields of a record by their keys: what --map names, what a column means.
//
// Thread rule: pure functions.
// Errors: UsageError for a key that is not there; a value that does not fit is
// said in one line, for the record's error.
#ifndef RAPPORT_CORPUS_READERS_RECORD_FIELDS_H_
#define RAPPORT_CORPUS_READERS_RECORD_FIELDS_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/readers/reader.h"
#include "corpus/record.h"

namespace rapport::corpus {

// Makes `record` as new; its buffers stay.
void clear_record(Record& record);

// Refuses a key of options.map that no record has, and names the nearest.
void check_map(const ReadOptions& options);

// True for the keys that a column of that very name is taken for without
// --map: all but "text", "id" and the facts of a context.
bool is_plain_key(std::string_view key);

// Sets what `key` (of ReadOptions::map) names. Empty values say nothing.
// "": done; else what is wrong.
std::string set_field(Record& record, std::string_view key, const std::string& value);

// "2026-11-25", "2026-11-25T10:00:00Z", "2026-11-25 10:00:00 UTC", with +01:00,
// "11/25/26, 9:05 PM". No zone: as if UTC.
std::optional<std::chrono::sys_seconds> parse_time(std::string_view text);

// yes, no, true, false, 1, 0, in any case.
std::optional<bool> parse_yes_no(std::string_view text);

// Offset of the first byte that is not UTF-8.
std::optional<std::size_t> bad_utf8_at(std::string_view text);

// Every byte that is not UTF-8 as U+FFFD.
std::string with_replacements(std::string_view text);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_READERS_RECORD_FIELDS_H_
