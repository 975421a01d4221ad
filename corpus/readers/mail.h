// A message of mail (RFC 5322, MIME) as a record: its own words, without what it
// quotes and without the signature behind "-- ".
//
// Thread rule: pure functions.
// Errors: a message that has no readable text is the record's error.
#ifndef RAPPORT_CORPUS_READERS_MAIL_H_
#define RAPPORT_CORPUS_READERS_MAIL_H_

#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/reader.h"
#include "corpus/record.h"

namespace rapport::corpus {

// The fields of its records.
const std::vector<std::string>& mail_columns();

// Fills `record` from one whole message; its source and line are the caller's.
void read_mail(std::string_view message, const ReadOptions& options, Record& record);

// Without lines that begin with ">", the line before them that introduces them,
// all below a line of dashes or underscores that quotes a whole message, and the
// signature. Line ends come out as "\n".
std::string own_words(std::string_view text);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_READERS_MAIL_H_
