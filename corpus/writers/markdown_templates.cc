#include <algorithm>

#include "corpus/reports/templates.h"
#include "corpus/writers/markdown_parts.h"
#include "corpus/writers/markdown_text.h"
#include "corpus/writers/numbers.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kShown = 10;

std::string sentences(const std::string& title, const std::vector<Reused>& all) {
  if (all.empty()) return "";
  MarkdownTable table({title, ">Messages", ">Share"});
  for (const Reused& one : all) table.row({inline_text(one.text), grouped(one.count), percent(one.share)});
  return table.text();
}

std::string letter(const Template& one, std::size_t place) {
  std::string out = "\n### " + std::to_string(place) + ". " + counted_noun(one.count, "message", "messages") + ", " + percent(one.share) +
                    "\n\nMean score " + fixed(one.mean_score, 1) + "; first in record " + grouped(one.first + 1);
  if (one.senders > 0) out += "; " + counted_noun(one.senders, "sender", "senders");
  out += "\n\n";
  std::string text;
  std::size_t varies = 0;
  for (const TemplatePiece& piece : one.pieces) {
    if (!text.empty()) text += ' ';
    text += piece.text.empty() ? "[" + std::to_string(++varies) + "]" : piece.text;
  }
  out += fenced_text(text);
  varies = 0;
  std::string list;
  for (const TemplatePiece& piece : one.pieces) {
    if (!piece.text.empty()) continue;
    list += "- [" + std::to_string(++varies) + "]";
    for (std::size_t i = 0; i < piece.examples.size(); ++i) list += (i == 0 ? " " : "; ") + inline_text(piece.examples[i]);
    if (piece.examples.empty()) list += " (nothing)";
    list += "\n";
  }
  return list.empty() ? out : out + "\n" + list;
}

}  // namespace

std::string template_section(const Summary& summary) {
  if (!summary.templates || summary.templates->messages == 0) return "";
  const Templates& all = *summary.templates;
  std::string out = "\n## Form letters\n\n" + part_of(all.in_templates, all.messages) + " messages are of " +
                    counted_noun(all.clusters, "form letter", "form letters") +
                    ": the same words but for what is filled in, at least " + std::to_string(all.least) + " times.\n";
  std::size_t place = 0;
  for (const Template& one : all.largest) {
    if (++place > kShown) break;
    out += letter(one, place);
  }
  return out + sentences("First sentences used most", all.openers) + sentences("Last sentences used most", all.closers);
}

}  // namespace rapport::corpus
