#include <boost/json.hpp>

#include <array>
#include <optional>

#include "cli/context.h"
#include "cli/display.h"
#include "cli/failure.h"
#include "cli/input.h"
#include "cli/json_parse.h"
#include "cli/nearest.h"

namespace rapport::cli {
namespace {

namespace json = boost::json;

[[noreturn]] void refuse(const std::string& name, const std::string& why) {
  throw Failure(shown_line(name) + ": invalid_json: " + why);
}

// A scalar as text; none for null, a list or an object.
std::optional<std::string> scalar(const json::value& value) {
  switch (value.kind()) {
    case json::kind::string: return std::string(value.get_string());
    case json::kind::bool_:
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_: return json::serialize(value);
    default: return std::nullopt;
  }
}

std::string text_of(const json::value& value, std::string_view key, const std::string& name) {
  if (value.is_string()) return std::string(value.get_string());
  refuse(name, "'" + std::string(key) + "' must be a string");
}

struct Field {
  std::string_view name;
  json::kind kind;
};
constexpr std::array kFields = {
    Field{"text", json::kind::string},     Field{"subject", json::kind::string},
    Field{"channel", json::kind::string},  Field{"tier", json::kind::string},
    Field{"lang", json::kind::string},     Field{"kind", json::kind::string},
    Field{"context", json::kind::object},  Field{"slots_filled", json::kind::bool_},
};

// A field of an own name is let through, but for one that looks like a slip of
// the pen: a known field of the same kind is near, and is not there itself.
void refuse_misspelt(std::string_view key, const json::value& value, const json::object& draft,
                     const std::string& name) {
  for (const Field& field : kFields) {
    if (field.name == key) return;
  }
  std::string lower(key.substr(0, 2 * kFields.back().name.size()));
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const Field& field : kFields) {
    const std::size_t most = field.name.size() < 7 ? 1 : 2;
    if (value.kind() != field.kind || draft.contains(field.name)) continue;
    if (edit_distance(lower, field.name) > most) continue;
    refuse(name, "unknown field '" + shown_line(key) + "'; did you mean '" +
                     std::string(field.name) + "'?");
  }
}

// The values of a fact: a scalar, or each of a list. None for an object or null.
std::vector<std::string> fact_values(const json::value& value, const std::string& key,
                                     const std::string& name) {
  if (!value.is_array()) return {*scalar(value)};
  std::vector<std::string> out;
  for (const json::value& item : value.get_array()) {
    const std::optional<std::string> text = scalar(item);
    if (!text) refuse(name, "'" + shown_line(key) + "' must be a list of texts");
    out.push_back(*text);
  }
  return out;
}

void add_context(const json::object& facts, const std::string& path, const std::string& prefix,
                 const std::string& name, Draft& draft) {
  for (const auto& [key, item] : facts) {
    const std::string fact = prefix + std::string(key);
    if (item.is_null()) continue;
    if (item.is_object()) {
      if (!prefix.empty()) refuse(name, "'" + path + shown_line(key) + "' must not be an object");
      add_context(item.get_object(), path + std::string(key) + ".", fact + "_", name, draft);
      continue;
    }
    const std::string refused =
        take_fact(draft.context, fact, fact_values(item, path + std::string(key), name));
    if (!refused.empty()) refuse(name, shown_line(path + std::string(key)) + ": " + refused);
  }
}

void add_kind(const std::string& kind, const std::string& name, Draft& draft) {
  if (kind != "template" && kind != "filled") {
    refuse(name, "'kind' is 'template' or 'filled', not '" + shown_line(kind) + "'");
  }
  draft.slots_filled = kind == "template";
}

void add(std::string_view key, const json::value& value, const std::string& name, Draft& draft) {
  if (key == "text") {
    draft.text = text_of(value, key, name);
  } else if (value.is_null()) {
    return;
  } else if (key == "subject") {
    draft.subject = text_of(value, key, name);
  } else if (key == "channel") {
    draft.channel = text_of(value, key, name);
  } else if (key == "tier") {
    draft.tier = text_of(value, key, name);
  } else if (key == "lang") {
    draft.lang = text_of(value, key, name);
  } else if (key == "kind") {
    add_kind(text_of(value, key, name), name, draft);
  } else if (key == "slots_filled") {
    if (!value.is_bool()) refuse(name, "'slots_filled' must be true or false");
    draft.slots_filled = value.get_bool();
  } else if (key == "context") {
    if (!value.is_object()) refuse(name, "'context' must be an object");
    add_context(value.get_object(), "context.", "", name, draft);
  } else if (is_fact(key)) {
    if (!has_fact(draft.context, key)) add_context({{key, value}}, "", "", name, draft);
  } else if (const std::optional<std::string> text = scalar(value)) {
    draft.extra.emplace(key, *text);
  }
}

}  // namespace

Draft parse_draft(const std::string& text, const std::string& name) {
  const json::value value = parse_json(text, name);
  if (!value.is_object()) refuse(name, "a draft is an object with a 'text'");
  const json::object& object = value.get_object();
  for (const auto& [key, item] : object) refuse_misspelt(key, item, object, name);
  if (!object.contains("text")) refuse(name, "the draft has no 'text'");
  Draft out;
  for (const auto& [key, item] : object) add(key, item, name, out);
  return out;
}

}  // namespace rapport::cli
