#include "corpus/writers/html_parts.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "corpus/writers/markdown_parts.h"
#include "corpus/writers/numbers.h"
#include "corpus/writers/report_assets.h"

namespace rapport::corpus {
namespace {

constexpr std::string_view kMark = "<!-- part ";
constexpr std::string_view kMarkEnd = " -->\n";

using Parts = std::map<std::string_view, std::string_view>;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \n") - begin + 1);
}

Parts split(std::string_view all) {
  Parts out;
  for (std::size_t at = all.find(kMark); at != std::string_view::npos;) {
    const std::size_t name = at + kMark.size();
    const std::size_t name_end = all.find(kMarkEnd, name);
    const std::size_t body = name_end + kMarkEnd.size();
    at = all.find(kMark, body);
    const bool fresh = out.emplace(all.substr(name, name_end - name), trimmed(all.substr(body, at - body))).second;
    if (!fresh) throw std::logic_error("the report has two parts " + std::string(all.substr(name, name_end - name)));
  }
  return out;
}

const Html& value_of(std::string_view part, std::string_view name, std::initializer_list<Slot> slots) {
  const auto* at = std::find_if(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.name == name; });
  if (at == slots.end()) throw std::logic_error("no value for " + std::string(name) + " of the part " + std::string(part));
  return at->value;
}

}  // namespace

Slot::Slot(std::string_view slot, std::uint64_t count) : Slot(slot, Html::markup(grouped(count))) {}

Html fill(std::string_view part, std::initializer_list<Slot> slots) {
  static const Parts parts = split(report_parts());
  const auto found = parts.find(part);
  if (found == parts.end()) throw std::logic_error("the report has no part " + std::string(part));
  const std::string_view text = found->second;
  std::string out;
  std::size_t at = 0;
  for (std::size_t open; (open = text.find("{{", at)) != std::string_view::npos;) {
    const std::size_t close = text.find("}}", open);
    out.append(text, at, open - at);
    out += value_of(part, text.substr(open + 2, close - open - 2), slots).str();
    at = close + 2;
  }
  out.append(text, at);
  return Html::markup(std::move(out));
}

Html counted(std::string_view name, std::uint64_t count) {
  return fill(std::string(name) + (count == 0 ? ".none" : count == 1 ? ".one" : ".many"), {{"count", count}});
}

Html text_cell(const Html& html) { return fill("cell.text", {{"text", html}}); }
Html words_cell(const Html& html) { return fill("cell.words", {{"text", html}}); }
Html head_cell(const Html& html) { return fill("cell.head", {{"text", html}}); }
Html number_cell(std::string_view shown) { return fill("cell.number", {{"text", shown}}); }
Html number_cell(std::uint64_t count) { return number_cell(grouped(count)); }
Html number_cell(const Html& shown, double value) {
  return fill("cell.valued", {{"text", shown}, {"value", fixed(value, 6)}});
}
Html points_cell(double value, bool any) { return number_cell(any ? fixed(value, 1) : "-"); }
Html share_cell(double share, bool any) { return number_cell(percent(share, any)); }

Html part_of_html(std::uint64_t part, std::uint64_t whole) {
  const double share = whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  return fill("part_of", {{"part", part}, {"whole", whole}, {"share", percent(share, whole > 0)}});
}

std::string signed_grouped(double points) {
  std::string out = signed_points(points);
  const std::size_t first = out.find_first_of("0123456789");
  for (std::size_t at = out.find('.'); at > first + 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

std::string spoken(std::string_view id) {
  std::string out(id);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

Html name_html(std::string_view name) { return name.empty() ? fill("none") : line_html(name); }

}  // namespace rapport::corpus
