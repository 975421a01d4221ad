#include "corpus/reports/anonymize.h"

#include <algorithm>
#include <boost/json.hpp>

#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/text/fold.h"
#include "analyzer/text/language.h"
#include "corpus/readers/names.h"
#include "corpus/reports/columns.h"
#include "corpus/reports/name_hash.h"
#include "corpus/writers/json_buffer.h"

namespace rapport::corpus {
namespace {

text::DocumentBuilder& thread_builder() {
  thread_local text::DocumentBuilder builder;
  return builder;
}

// "Jane Doe, Ph.D., Bob Roe <bob@roe.example>" has three pieces.
std::vector<std::string_view> pieces_of(std::string_view value) {
  std::vector<std::string_view> out;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find_first_of(",;|<>\"()\r\n\t"), value.size());
    std::string_view piece = value.substr(0, end);
    while (piece.starts_with(' ')) piece.remove_prefix(1);
    while (piece.ends_with(' ')) piece.remove_suffix(1);
    if (!piece.empty()) out.push_back(piece);
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return out;
}

bool is_address(std::string_view piece) { return piece.find('@') != std::string_view::npos; }

const std::string* value_of(const Record& record, std::initializer_list<std::string_view> columns) {
  for (const Field& field : record.fields) {
    if (!field.is_json && std::find(columns.begin(), columns.end(), plain_column(field.name)) != columns.end()) {
      return &field.value;
    }
  }
  return nullptr;
}

}  // namespace

Anonymizer::Anonymizer(const Lexicon& lexicon) {
  for (const lexicon::Pack& pack : lexicon.data().packs) {
    languages_.push_back(pack.language);
    masks_.emplace_back(pack.language);
  }
}

std::string Anonymizer::pseudonym(std::string_view name, bool person) {
  const std::uint64_t hash = hash_name(text::fold_literal(name));
  const std::lock_guard<std::mutex> held(lock_);
  auto& numbers = person ? people_ : companies_;
  const std::uint32_t number = numbers.try_emplace(hash, static_cast<std::uint32_t>(numbers.size() + 1)).first->second;
  return (person ? "Person " : "Company ") + std::to_string(number);
}

// A part of a name that is there is the same party.
std::string Anonymizer::party(Mask& mask, std::string_view name, bool person) {
  const std::string known = mask.known(name, person);
  if (!known.empty()) return known;
  const std::string made = pseudonym(name, person);
  mask.add(name, made, person);
  return made;
}

void Anonymizer::add_context(Mask& mask, const Context& context) {
  const auto add = [&](std::string_view name, bool person) {
    for (const std::string_view piece : pieces_of(name)) party(mask, piece, person);
  };
  for (const Person* one : {&context.from, &context.to}) {
    add(one->name, true);
    add(one->company, false);
    for (const std::string& employer : one->employers) add(employer, false);
  }
  if (context.referred_by) add(*context.referred_by, true);
  for (const std::string& name : context.mutual.value_or(std::vector<std::string>{})) add(name, true);
}

void Anonymizer::add_columns(Mask& mask, const Record& record) {
  const std::string* first = value_of(record, {"firstname", "givenname"});
  const std::string* last = value_of(record, {"lastname", "surname", "familyname"});
  if (first != nullptr && last != nullptr && !first->empty()) party(mask, *first + " " + *last, true);
  for (const Field& field : record.fields) {
    const ColumnKind kind = kind_of_column(field.name);
    if (field.is_json || (kind != ColumnKind::kPerson && kind != ColumnKind::kCompany)) continue;
    for (const std::string_view piece : pieces_of(field.value)) {
      if (!is_address(piece)) party(mask, piece, kind == ColumnKind::kPerson);
    }
  }
}

void Anonymizer::add_text(Mask& mask, const Record& record, const MaskLanguage& language) {
  const text::Document document = thread_builder().build(record.draft.text, language.data);
  for (const text::Zone& zone : document.zones) {
    const bool greets = zone.kind == text::ZoneKind::kGreeting;
    ByteSpan name;
    if (greets || zone.kind == text::ZoneKind::kClosing) {
      name = name_behind_opener(document, zone, language);
    } else if (zone.kind == text::ZoneKind::kSignature) {
      const std::string_view text = document.slice(zone.span);
      const std::size_t begin = std::min(text.find_first_not_of("\r\n \t-"), text.size());
      const std::size_t end = std::min(text.find_first_of("\r\n,|", begin), text.size());
      if (end - begin <= 60) name = {zone.span.begin + begin, zone.span.begin + end};
    }
    if (name.empty() || name_words(text::fold_literal(document.slice(name)), language).empty()) continue;
    const std::string who = party(mask, document.slice(name), true);
    if (!greets) mask.set_signer(who);
  }
}

Mask Anonymizer::meet(const Record& record) {
  std::size_t language = 0;
  if (languages_.size() > 1) {
    std::string lang = record.draft.lang;
    if (lang.empty()) {
      lang = text::recognize_language(thread_builder().build(record.draft.text, languages_.front()), languages_).lang;
    }
    const auto at = std::find_if(languages_.begin(), languages_.end(), [&](const text::LanguageData& one) {
      return lang.starts_with(one.lang);
    });
    if (at != languages_.end()) language = static_cast<std::size_t>(at - languages_.begin());
  }
  Mask mask(masks_[language]);
  if (!record.sender.empty() || !record.sender_key.empty()) {
    const std::string who = pseudonym(record.sender.empty() ? record.sender_key : record.sender, true);
    mask.add(record.sender, who, true);
    mask.add(record.sender_key, who, true);
    mask.set_signer(who);
  }
  if (!record.reader.empty() || !record.reader_key.empty()) {
    const std::string who = pseudonym(record.reader.empty() ? record.reader_key : record.reader, true);
    mask.add(record.reader, who, true);
    mask.add(record.reader_key, who, true);
  }
  add_context(mask, record.draft.context);
  add_columns(mask, record);
  add_text(mask, record, masks_[language]);
  return mask;
}

std::string Anonymizer::sender(const Record& record) {
  const std::string& name = record.sender.empty() ? record.sender_key : record.sender;
  return name.empty() ? "" : pseudonym(name, true);
}

std::string Anonymizer::reader(const Record& record) {
  if (!record.sender.empty() || !record.sender_key.empty()) sender(record);  // its number comes first
  const std::string& name = record.reader.empty() ? record.reader_key : record.reader;
  return name.empty() ? "" : pseudonym(name, true);
}

std::string Anonymizer::masked_value(const Mask& mask, std::string_view column, std::string_view value) {
  const ColumnKind kind = kind_of_column(column);
  if (value.empty()) return {};
  if (kind == ColumnKind::kOther) return mask.text(value).text;
  const std::string_view placeholder = placeholder_of(kind);
  if (!placeholder.empty()) return std::string(placeholder);
  std::string out;
  for (const std::string_view piece : pieces_of(value)) {
    const bool person = kind == ColumnKind::kPerson;
    std::string one = is_address(piece) ? "[e-mail]" : mask.known(piece, person);
    if (one.empty()) one = pseudonym(piece, person);
    // "Doe, Jane" is one.
    if (out == one || out.ends_with(", " + one)) continue;
    if (!out.empty()) out += ", ";
    out += one;
  }
  return out;
}

std::string Anonymizer::masked_json(const Mask& mask, std::string_view column, std::string_view json) {
  std::string out, key(column);
  for (std::size_t at = 0; at < json.size();) {
    if (json[at] != '"') {
      const bool digits = json[at] == '-' || (json[at] >= '0' && json[at] <= '9');
      const std::size_t end = digits ? std::min(json.find_first_not_of("+-.0123456789eE", at), json.size()) : at + 1;
      const std::string_view placeholder = digits ? placeholder_of(kind_of_column(key)) : std::string_view{};
      if (placeholder.empty()) out += json.substr(at, end - at);
      else append_json_string(out, placeholder);
      at = end;
      continue;
    }
    std::size_t end = at + 1;
    while (end < json.size() && json[end] != '"') end += json[end] == '\\' ? 2 : 1;
    end = std::min(end + 1, json.size());
    const std::string_view literal = json.substr(at, end - at);
    const std::size_t next = json.find_first_not_of(" \t\r\n", end);
    at = end;
    boost::system::error_code error;
    const boost::json::value parsed = boost::json::parse({literal.data(), literal.size()}, error);
    const std::string text = error || !parsed.is_string() ? std::string() : std::string(parsed.get_string());
    if (next != std::string_view::npos && json[next] == ':') {
      key = text;
      out += literal;
    } else {
      append_json_string(out, masked_value(mask, key, text));
    }
  }
  return out;
}

std::string Anonymizer::field(const Mask& mask, const Field& field) {
  return field.is_json ? masked_json(mask, field.name, field.value) : masked_value(mask, field.name, field.value);
}

Record Anonymizer::record(const Record& record) {
  const Mask mask = meet(record);
  const auto masked = [&](const std::string& text) { return text.empty() ? text : mask.text(text).text; };
  Record out = record;
  out.source = masked(record.source);
  out.id = masked(record.id);
  out.thread = masked(record.thread);
  out.draft.text = masked(record.draft.text);
  out.draft.subject = masked(record.draft.subject);
  out.draft.context = {};
  out.draft.extra.clear();
  for (Field& one : out.fields) {
    const bool is_text = !one.is_json && one.value == record.draft.text && kind_of_column(one.name) == ColumnKind::kOther;
    one.value = is_text ? out.draft.text : field(mask, one);
  }
  out.sender = out.sender_key = sender(record);
  out.reader = out.reader_key = reader(record);
  if (out.error) out.error->message = masked(out.error->message);
  return out;
}

}  // namespace rapport::corpus
