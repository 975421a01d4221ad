#include "corpus/readers/html_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

namespace rapport::corpus {
namespace {

constexpr std::array<std::string_view, 13> kBlocks = {"p",  "div", "li", "tr", "h1", "h2", "h3",
                                                      "h4", "h5",  "h6", "ul", "ol", "blockquote"};
constexpr int kMostDepth = 256;

std::string_view name_of(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

void end_block(std::string& out) {
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  if (!out.empty()) out += "\n\n";
}

// Runs of white space are one blank, as browsers show them.
void append_text(const xmlNode* node, std::string& out) {
  if (!node->content) return;
  for (const char c : std::string_view(reinterpret_cast<const char*>(node->content))) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
      out += ' ';
    }
  }
}

void append(const xmlNode* first, int depth, std::string& out) {
  if (depth > kMostDepth) return;
  for (const xmlNode* node = first; node; node = node->next) {
    if (node->type == XML_TEXT_NODE) append_text(node, out);
    if (node->type != XML_ELEMENT_NODE) continue;
    const std::string_view name = name_of(node);
    if (name == "script" || name == "style" || name == "head") continue;
    if (name == "br") {
      while (out.ends_with(' ')) out.pop_back();
      out += '\n';
    }
    const bool block = std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end();
    if (block) end_block(out);
    append(node->children, depth + 1, out);
    if (block) end_block(out);
  }
}

}  // namespace

bool looks_like_html(std::string_view text) {
  for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos; at = text.find_first_of("<&", at + 1)) {
    const char end = text[at] == '<' ? '>' : ';';
    const std::size_t close = text.find(end, at);
    if (close == std::string_view::npos) continue;
    const std::string_view inside = text.substr(at + 1, close - at - 1);
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (end == ';') {
      const bool named = !inside.empty() && inside.size() <= 8 && std::all_of(inside.begin(), inside.end(), is_letter);
      if (named || (inside.starts_with('#') && inside.size() <= 8)) return true;
    } else if (!inside.empty() && (is_letter(inside[0]) || inside[0] == '/') && inside.find('@') == std::string_view::npos) {
      return true;
    }
  }
  return false;
}

std::string html_to_text(std::string_view html) {
  if (html.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return std::string(html);
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions), xmlFreeDoc);
  std::string out;
  if (!document) return out;
  append(xmlDocGetRootElement(document.get()), 0, out);
  // A blank that is not to be broken at is a blank.
  for (std::size_t at = 0; (at = out.find("\xC2\xA0", at)) != std::string::npos;) {
    const bool beside = at > 0 && out[at - 1] == ' ';
    out.replace(at, 2, beside ? "" : " ");
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  out.erase(0, out.find_first_not_of(" \n"));
  return out;
}

}  // namespace rapport::corpus
