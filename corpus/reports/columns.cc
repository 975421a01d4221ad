#include "corpus/reports/columns.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rapport::corpus {
namespace {

using Kind = ColumnKind;

// Of the network's export, of common CRM exports, and facts of a context.
constexpr auto kColumns = std::to_array<std::pair<std::string_view, Kind>>({
    {"name", Kind::kPerson},           {"fullname", Kind::kPerson},
    {"firstname", Kind::kPerson},      {"lastname", Kind::kPerson},
    {"middlename", Kind::kPerson},     {"surname", Kind::kPerson},
    {"givenname", Kind::kPerson},      {"familyname", Kind::kPerson},
    {"from", Kind::kPerson},           {"to", Kind::kPerson},
    {"cc", Kind::kPerson},             {"bcc", Kind::kPerson},
    {"replyto", Kind::kPerson},        {"sender", Kind::kPerson},
    {"reader", Kind::kPerson},         {"recipient", Kind::kPerson},
    {"contact", Kind::kPerson},        {"contactname", Kind::kPerson},
    {"lead", Kind::kPerson},           {"leadname", Kind::kPerson},
    {"owner", Kind::kPerson},          {"ownername", Kind::kPerson},
    {"rep", Kind::kPerson},            {"author", Kind::kPerson},
    {"fromname", Kind::kPerson},       {"toname", Kind::kPerson},
    {"sendername", Kind::kPerson},     {"recipientname", Kind::kPerson},
    {"conversationtitle", Kind::kPerson}, {"referredby", Kind::kPerson},
    {"mutual", Kind::kPerson},         {"company", Kind::kCompany},
    {"companyname", Kind::kCompany},   {"organization", Kind::kCompany},
    {"organisation", Kind::kCompany},  {"employer", Kind::kCompany},
    {"employers", Kind::kCompany},     {"account", Kind::kCompany},
    {"accountname", Kind::kCompany},   {"client", Kind::kCompany},
    {"customer", Kind::kCompany},      {"fromcompany", Kind::kCompany},
    {"tocompany", Kind::kCompany},     {"fromemployers", Kind::kCompany},
    {"toemployers", Kind::kCompany},   {"email", Kind::kEmail},
    {"emailaddress", Kind::kEmail},    {"mail", Kind::kEmail},
    {"fromemail", Kind::kEmail},       {"toemail", Kind::kEmail},
    {"url", Kind::kLink},              {"profileurl", Kind::kLink},
    {"senderprofileurl", Kind::kLink}, {"recipientprofileurls", Kind::kLink},
    {"inviterprofileurl", Kind::kLink}, {"inviteeprofileurl", Kind::kLink},
    {"linkedin", Kind::kLink},         {"linkedinurl", Kind::kLink},
    {"website", Kind::kLink},          {"phone", Kind::kPhone},
    {"phonenumber", Kind::kPhone},     {"mobile", Kind::kPhone},
    {"telephone", Kind::kPhone},       {"fax", Kind::kPhone},
    {"address", Kind::kAddress},       {"street", Kind::kAddress},
    {"streetaddress", Kind::kAddress}, {"postcode", Kind::kAddress},
    {"postalcode", Kind::kAddress},    {"zip", Kind::kAddress},
    {"zipcode", Kind::kAddress},
});

}  // namespace

std::string plain_column(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c | 0x20);
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

ColumnKind kind_of_column(std::string_view name) {
  const std::string plain = plain_column(name);
  const auto at = std::find_if(kColumns.begin(), kColumns.end(), [&](const auto& one) { return one.first == plain; });
  return at == kColumns.end() ? Kind::kOther : at->second;
}

std::string_view placeholder_of(ColumnKind kind) {
  switch (kind) {
    case Kind::kEmail: return "[e-mail]";
    case Kind::kLink: return "[link]";
    case Kind::kPhone: return "[phone]";
    case Kind::kAddress: return "[address]";
    default: return {};
  }
}

}  // namespace rapport::corpus
