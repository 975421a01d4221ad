#include "corpus/reports/cut.h"
#include "corpus/reports/templates.h"
#include "corpus/writers/html_charts.h"
#include "corpus/writers/html_parts.h"
#include "corpus/writers/html_sections.h"
#include "corpus/writers/markdown_parts.h"
#include "corpus/writers/numbers.h"

namespace rapport::corpus {
namespace {

constexpr std::uint64_t kOpen = 3;            // letters that stand unfolded
constexpr std::size_t kBeginning = 90;        // bytes
constexpr std::uint64_t kMostSenders = 1000;  // as many, or more

Html piece_html(const TemplatePiece& piece) {
  if (!piece.text.empty()) return block_html(piece.text);
  Html examples;
  for (const std::string& one : piece.examples) {
    if (!examples.empty()) examples += fill("template.between");
    examples += fill("template.example", {{"text", one}});
  }
  return fill("template.varies", {{"examples", examples.empty() ? fill("template.nothing") : examples}});
}

// Its first words, for the line that it is folded into.
std::string beginning(const Template& one) {
  std::string out;
  for (const TemplatePiece& piece : one.pieces) {
    out += (out.empty() ? "" : " ") + (piece.text.empty() ? "[\u2026]" : piece.text);
    if (out.size() > kBeginning) return std::string(cut(out, kBeginning)) + "\u2026";
  }
  return out;
}

Html letter(const Template& one, std::uint64_t place) {
  Html text;
  for (const TemplatePiece& piece : one.pieces) {
    if (!text.empty()) text += Html::markup(" ");
    text += piece_html(piece);
  }
  const Html senders = one.senders < kMostSenders ? counted("template.senders", one.senders)
                                                  : fill("template.senders.most", {{"count", one.senders}});
  return fill("template", {{"open", place <= kOpen ? fill("template.open") : Html()},
                           {"place", place},
                           {"messages", counted("messages", one.count)},
                           {"share", percent(one.share)},
                           {"begin", beginning(one)},
                           {"senders", senders},
                           {"score", fixed(one.mean_score, 1)},
                           {"first", one.first + 1},
                           {"text", text}}) +
         Html::markup("\n");
}

Html sentences(TableIds& ids, std::string_view caption, const std::vector<Reused>& all) {
  if (all.empty()) return {};
  Html rows;
  for (const Reused& one : all) {
    rows += row(head_cell(line_html(one.text)) + bar_cell(static_cast<double>(one.count) / static_cast<double>(all.front().count)) + number_cell(one.count) + share_cell(one.share));
  }
  return table(ids, fill(caption), fill("sentences.columns"), rows);
}

}  // namespace

Html templates_tile(const Templates& all) {
  return fill("tile", {{"name", fill("tile.templates")},
                       {"value", percent(all.share, all.messages > 0)},
                       {"note", fill("tile.templates_note", {{"letters", counted("letters", all.clusters)}})}}) +
         Html::markup("\n");
}

Html templates_section(const Templates& all, TableIds& ids) {
  if (all.messages == 0) return {};
  if (all.clusters == 0) return fill("templates.none", {{"least", all.least}, {"messages", counted("messages", all.messages)}});
  Html out = fill("templates.said", {{"part", part_of_html(all.in_templates, all.messages)},
                                     {"letters", counted("letters", all.clusters)},
                                     {"least", all.least},
                                     {"shown", all.largest.empty() ? Html() : fill("templates.shown")}}) +
             Html::markup("\n");
  std::uint64_t place = 0;
  for (const Template& one : all.largest) out += letter(one, ++place);
  const Html openers = sentences(ids, "openers.caption", all.openers), closers = sentences(ids, "closers.caption", all.closers);
  if (!openers.empty() || !closers.empty()) out += fill("pair", {{"left", openers}, {"right", closers}});
  return out;
}

}  // namespace rapport::corpus
