#include <algorithm>

#include "corpus/writers/html_charts.h"
#include "corpus/writers/html_parts.h"
#include "corpus/writers/html_sections.h"
#include "corpus/writers/markdown_parts.h"
#include "corpus/writers/numbers.h"

namespace rapport::corpus {
namespace {

std::string tone(const Example::Mark& mark) { return std::string(tone_of(mark.contribution.value())); }

Html sign(const Example::Mark& mark) { return fill("sign." + tone(mark)); }

Html ref(const Example::Mark& mark, std::uint64_t number) {
  return fill("message.ref", {{"sign", sign(mark)}, {"speaks", fill("speaks." + tone(mark))}, {"number", number}});
}

std::string points(const Example::Mark& mark) { return signed_points(mark.contribution.value()); }

// A signal of more bytes is no phrase: it is underlined only.
constexpr std::size_t kLong = 160;

// The text with its signals marked. Where they overlap, each stretch that the
// same signals cover is a mark of its own, and looks like the shortest of them.
Html marked(const std::string& text, const std::vector<Example::Mark>& marks) {
  std::vector<std::size_t> borders = {0, text.size()};
  for (const Example::Mark& mark : marks) {
    for (const std::size_t border : {mark.bytes.begin, mark.bytes.end}) borders.push_back(std::min(border, text.size()));
  }
  std::sort(borders.begin(), borders.end());
  borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
  Html out;
  for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
    const std::size_t begin = borders[i], end = borders[i + 1];
    const Html stretch = block_html(std::string_view(text).substr(begin, end - begin));
    Html title, refs;
    std::string how;
    std::size_t shortest = 0;
    for (std::size_t m = 0; m < marks.size(); ++m) {
      const Example::Mark& mark = marks[m];
      if (mark.bytes.begin > begin || mark.bytes.end < end) continue;
      const std::size_t length = mark.bytes.end - mark.bytes.begin;
      if (how.empty() || length < shortest) how = tone(mark), shortest = length;
      else if (length == shortest && how != tone(mark)) how = "both";
      if (!title.empty()) title += Html::markup("\n");
      title += fill("message.title", {{"number", m + 1}, {"signal", mark.signal}, {"points", points(mark)}, {"reason", mark.reason}});
      if (std::min(mark.bytes.end, text.size()) == end) refs += ref(mark, m + 1);
    }
    out += how.empty() ? stretch : fill("message.mark", {{"tone", how + (shortest > kLong ? " long" : "")}, {"title", title}, {"text", stretch}, {"refs", refs}});
  }
  return out;
}

Html signals(const std::vector<Example::Mark>& marks) {
  if (marks.empty()) return {};
  Html items;
  for (const Example::Mark& mark : marks) {
    items += fill("message.signal", {{"tone", tone(mark)},
                                     {"sign", sign(mark)},
                                     {"speaks", fill("speaks." + tone(mark))},
                                     {"points", points(mark)},
                                     {"signal", mark.signal},
                                     {"reason", mark.reason}}) +
             Html::markup("\n");
  }
  return fill("message.signals", {{"items", items}});
}

Html reasons(const std::vector<std::string>& all) {
  if (all.empty()) return {};
  Html items;
  for (const std::string& reason : all) items += fill("item", {{"text", reason}}) + Html::markup("\n");
  return fill("message.reasons", {{"items", items}});
}

Html where(const Example& one) {
  return fill("message.where", {{"id", one.id.empty() ? Html() : fill("message.id", {{"id", one.id}})},
                                {"number", one.number + 1},
                                {"source", one.source.empty() ? Html() : fill("message.source", {{"source", one.source}})},
                                {"line", one.line == 0 ? Html() : fill("message.line", {{"line", one.line}})},
                                {"alike", counted("message.alike", one.alike)}});
}

}  // namespace

Html examples_section(const std::vector<Example>& examples) {
  if (examples.empty()) return {};
  Html out = fill("legend") + Html::markup("\n");
  std::uint64_t place = 0;
  for (const Example& one : examples) {
    out += fill("message", {{"place", ++place},
                            {"score", fixed(one.score.value(), 1)},
                            {"verdict", spoken(one.verdict)},
                            {"where", where(one)},
                            {"subject", one.subject.empty() ? Html() : fill("message.subject", {{"subject", one.subject}})},
                            {"text", marked(one.text, one.marks)},
                            {"cut", one.cut ? fill("message.cut") : Html()},
                            {"signals", signals(one.marks)},
                            {"reasons", reasons(one.reasons)}}) +
           Html::markup("\n");
  }
  return out;
}

Html edits_section(const Summary& summary, TableIds& ids) {
  if (!summary.with_edits || summary.edits.empty()) return {};
  Html rows;
  for (const EditGain& one : summary.edits) {
    const Html name = fill("edits.name", {{"rule", one.rule},
                                          {"signal", one.signal.empty() ? Html() : fill("edits.signal", {{"signal", one.signal}})}});
    const Html example = fill("edits.example", {{"before", one.before.empty() ? fill("edits.added") : line_html(one.before)},
                                                {"after", one.after.empty() ? fill("edits.left_out") : line_html(one.after)},
                                                {"gain", signed_points(one.example_gain.value())},
                                                {"note", one.note}});
    rows += row(head_cell(name) + number_cell(one.messages) + number_cell(one.edits) +
                number_cell(signed_grouped(one.total.value())) + number_cell(signed_points(one.mean)) + words_cell(example));
  }
  return table(ids, fill("edits.caption"), fill("edits.columns"), rows);
}

}  // namespace rapport::corpus
