// Records without the people and companies in them: stable pseudonyms within one
// run ("Person 12", "Company 3"), numbered by first appearance.
//
// A record's parties are: its sender and reader; the people and companies of its
// context; the columns of its input that are called after one ("From", "Company",
// "First Name"); who is greeted and who signs in its text. mask.h tells what of a
// text is masked. What nothing in the record names stays, and so do facts by which
// somebody may be known (a talk, a post, a town): this is no proof against a
// reader who knows them.
//
// Numbers go by the order of meet(): call it in the order of the records, on one
// thread or in turn; with that, text() and field() give the same on any thread.
// A record that was not met is met by the first call that has it.
//
// Memory: 8 bytes of hash and a number for each name of the run, no names.
// Thread rule: all members are safe from many threads.
// Errors: none.
//
// Example:
//   corpus::Anonymizer anonymizer(lexicon);
//   anonymizer.text(record, record.draft.text);  // "Hi Person 2, …"
#ifndef RAPPORT_CORPUS_REPORTS_ANONYMIZE_H_
#define RAPPORT_CORPUS_REPORTS_ANONYMIZE_H_

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/lexicon.h"
#include "corpus/record.h"
#include "corpus/reports/mask.h"

namespace rapport::corpus {

class Anonymizer {
 public:
  explicit Anonymizer(const Lexicon& lexicon);

  // All of one record that is masked. For many texts of it: cheaper than text().
  // Ownership: the anonymizer outlives the mask.
  Mask meet(const Record& record);

  std::string text(const Record& record, std::string_view text) { return meet(record).text(text).text; }

  // The value of an input's field. JSON stays JSON: strings in it are masked, as
  // fields of their key where they have one.
  std::string field(const Record& record, const Field& field) { return this->field(meet(record), field); }
  std::string field(const Mask& mask, const Field& field);

  // The record without its people: draft, fields, names and keys. Positions in the
  // draft are others then: analyze before, or move them (Masked::moved).
  Record record(const Record& record);

  // "Person 12"; empty where the record names none.
  std::string sender(const Record& record);
  std::string reader(const Record& record);

 private:
  std::string pseudonym(std::string_view name, bool person);
  std::string party(Mask& mask, std::string_view name, bool person);
  void add_context(Mask& mask, const Context& context);
  void add_columns(Mask& mask, const Record& record);
  void add_text(Mask& mask, const Record& record, const MaskLanguage& language);
  std::string masked_value(const Mask& mask, std::string_view column, std::string_view value);
  std::string masked_json(const Mask& mask, std::string_view column, std::string_view json);

  std::vector<text::LanguageData> languages_;  // of the packs
  std::vector<MaskLanguage> masks_;            // of these
  std::mutex lock_;                            // of the numbers
  std::unordered_map<std::uint64_t, std::uint32_t> people_, companies_;
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_ANONYMIZE_H_
