// Columns of an input that hold who or where somebody is, by their names.
//
// Thread rule: pure functions.
//
// Example:
//   corpus::kind_of_column("Last Name");  // kPerson
#ifndef RAPPORT_CORPUS_REPORTS_COLUMNS_H_
#define RAPPORT_CORPUS_REPORTS_COLUMNS_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::corpus {

enum class ColumnKind : std::uint8_t { kOther, kPerson, kCompany, kEmail, kLink, kPhone, kAddress };

// Letters' case, spaces and punctuation of the name do not count.
ColumnKind kind_of_column(std::string_view name);

// What stands for any value of it; empty for kOther, kPerson and kCompany.
std::string_view placeholder_of(ColumnKind kind);

// "firstname" of "First Name".
std::string plain_column(std::string_view name);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_COLUMNS_H_
