#include "cli/render/suggestions.h"

#include "cli/display.h"
#include "cli/render/tuning.h"

namespace rapport::cli {
namespace {

namespace json = boost::json;
using corpus::Suggestion;
using corpus::Suggestions;

constexpr std::size_t kComment = 2;  // columns of "# "

std::string comment(const std::string& text, const Paint& paint) {
  return paint.dim("# " + shown_line(text)) + "\n";
}

std::string signed_z(double z) { return (z > 0 ? "+" : "") + fixed(z, 1); }

std::string counts_text(const Suggestion& one, const std::string& name) {
  const corpus::Tried& tried = one.tried;
  std::string out = "z " + signed_z(one.z) + "; ";
  if (name.empty()) {
    out += label_counts(tried.of(corpus::Label::kGood).messages,
                        tried.of(corpus::Label::kMixed).messages,
                        tried.of(corpus::Label::kBad).messages) +
           " of " + counted(tried.messages, "message") + "; lift of good over bad " +
           shown(tried.lift);
  } else {
    out += "in missed spans of " + counted(one.first, "message") + ", elsewhere in " +
           std::to_string(one.second);
  }
  const std::size_t covered = tried.hits.size() - tried.uncovered;
  return out + "; rules hit there already in " + std::to_string(covered) + " of " +
         counted(tried.hits.size(), "hit");
}

std::string head(const Suggestions& found, const std::string& name) {
  std::string out = counted(found.records - found.unread, "message") + " read";
  if (name.empty()) {
    out += ", " + label_counts(found.good, 0, found.bad) +
           "; z above 0: of good messages, below: of bad";
  } else {
    out += ", " + std::to_string(found.marked) + " with spans; " + std::to_string(found.missed) +
           " of " + counted(found.spans, "gold span") + " of " + name + " missed by the rules";
  }
  return out;
}

}  // namespace

std::string suggestions_for_people(const Suggestions& found, const std::string& name,
                                   std::size_t width, const Paint& paint) {
  std::string out = comment(head(found, name), paint);
  if (found.unread > 0) {
    out += comment(counted(found.unread, "message") + " not read: empty, or in another language",
                   paint);
  }
  if (found.suggestions.empty()) {
    return out + comment("No phrase stands out that no rule knows.", paint);
  }
  out += comment("To fill in each rule: whatever is empty, the near misses (passes) above all.",
                 paint);
  for (std::size_t i = 0; i < found.suggestions.size(); ++i) {
    const Suggestion& one = found.suggestions[i];
    out += "\n" + comment(std::to_string(i + 1) + ". " + one.pattern, paint) +
           comment("   " + counts_text(one, name), paint);
    std::string variants;
    for (const std::string& variant : one.variants) {
      variants += (variants.empty() ? "   stands for: " : ", ") + variant;
    }
    if (!variants.empty()) out += comment(variants, paint);
    for (const corpus::Quote& line : one.lines) {
      out += paint.dim("# ") + quote_line(line, 1, width - kComment, paint);
    }
    out += one.rule;
  }
  return out;
}

json::object suggestions_as_json(const Suggestions& found) {
  json::array items;
  for (const Suggestion& one : found.suggestions) {
    json::array lines;
    for (const corpus::Quote& line : one.lines) lines.push_back(quote_object(line));
    items.push_back(json::object{
        {"pattern", one.pattern},
        {"z", rounded(one.z)},
        {"first", one.first},
        {"second", one.second},
        {"good", one.tried.of(corpus::Label::kGood).messages},
        {"mixed", one.tried.of(corpus::Label::kMixed).messages},
        {"bad", one.tried.of(corpus::Label::kBad).messages},
        {"messages", one.tried.messages},
        {"hits", one.tried.hits.size()},
        {"uncovered", one.tried.uncovered},
        {"lift", lift_value(one.tried.lift)},
        {"variants", json::value_from(one.variants)},
        {"lines", std::move(lines)},
        {"id", text_or_null(one.id)},
        {"signal", text_or_null(one.signal)},
        {"rule", one.rule}});
  }
  return {{"records", found.records}, {"unread", found.unread},
          {"good", found.good},       {"bad", found.bad},
          {"marked", found.marked},   {"spans", found.spans},
          {"missed", found.missed},   {"suggestions", std::move(items)}};
}

}  // namespace rapport::cli
