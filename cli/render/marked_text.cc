#include "cli/render/marked_text.h"

#include <algorithm>

#include "cli/display.h"

namespace rapport::cli {
namespace {

// A mark in cells, and a stretch of one line in columns.
struct CellMark {
  std::size_t first = 0, last = 0;
  const Mark* mark = nullptr;
};
struct Stretch {
  std::size_t begin = 0, end = 0;
  const Mark* mark = nullptr;
  bool starts = false;  // the mark begins here
};

enum class Style : char { kPlain, kHelps, kHurts };

std::vector<CellMark> in_cells(const Display& display, const std::vector<Mark>& marks) {
  std::vector<CellMark> out;
  const auto& cells = display.cells;
  for (const Mark& mark : marks) {
    const auto first = std::partition_point(cells.begin(), cells.end(), [&](const Cell& cell) {
      return cell.points_end <= mark.span.begin;
    });
    const auto last = std::partition_point(first, cells.end(), [&](const Cell& cell) {
      return cell.points_begin < mark.span.end;
    });
    if (first == last) continue;
    out.push_back({static_cast<std::size_t>(first - cells.begin()),
                   static_cast<std::size_t>(last - cells.begin()), &mark});
  }
  return out;
}

// One line of marks: what is written so far, a column a character.
class Row {
 public:
  // Whether columns [begin, end) and one on either side are free.
  bool fits(std::size_t begin, std::size_t end) const {
    return text_.empty() || (begin > text_.size() && end > begin);
  }
  void put(std::size_t begin, std::string_view plain, std::string_view painted) {
    painted_ += std::string(begin - text_.size(), ' ');
    painted_ += painted;
    text_ += std::string(begin - text_.size(), ' ');
    text_ += plain;
  }
  const std::string& painted() const { return painted_; }

 private:
  std::string text_;
  std::string painted_;
};

class MarkedText {
 public:
  MarkedText(const Display& display, std::vector<CellMark> marks, const Paint& paint)
      : display_(display), marks_(std::move(marks)), paint_(paint) {
    styles_.resize(display.cells.size(), Style::kPlain);
    for (const CellMark& mark : marks_) {
      for (std::size_t i = mark.first; i < mark.last; ++i) {
        if (!mark.mark->helps) styles_[i] = Style::kHurts;
        if (styles_[i] == Style::kPlain) styles_[i] = Style::kHelps;
      }
    }
  }

  std::string line(const Line& line, const std::string& indent) {
    std::string out = indent + words(line) + "\n";
    for (const Row& row : rows(line)) out += indent + row.painted() + "\n";
    return out;
  }

 private:
  std::string words(const Line& line) const {
    if (!paint_.on()) return std::string(display_.slice(line.first, line.last));
    std::string out;
    for (std::size_t begin = line.first; begin < line.last;) {
      std::size_t end = begin;
      while (end < line.last && styles_[end] == styles_[begin]) ++end;
      const std::string_view part = display_.slice(begin, end);
      if (styles_[begin] == Style::kPlain) out += part;
      if (styles_[begin] == Style::kHelps) out += paint_.wrap("4;32", part);
      if (styles_[begin] == Style::kHurts) out += paint_.wrap("4;31", part);
      begin = end;
    }
    return out;
  }

  // The stretches of the marks on this line; marks behind it are left for later.
  std::vector<Stretch> stretches(const Line& line) {
    while (next_ < marks_.size() && marks_[next_].first < line.last) {
      open_.push_back(marks_[next_++]);
    }
    std::erase_if(open_, [&](const CellMark& mark) { return mark.last <= line.first; });
    std::vector<Stretch> out;
    for (const CellMark& mark : open_) {
      const std::size_t first = std::max(mark.first, line.first);
      const std::size_t last = std::min(mark.last, line.last);
      if (first >= last) continue;
      const std::size_t begin = display_.columns(line.first, first);
      out.push_back({begin, begin + display_.columns(first, last), mark.mark,
                     mark.first >= line.first});
    }
    return out;
  }

  std::vector<Row> rows(const Line& line) {
    std::vector<Row> out;
    for (const Stretch& stretch : stretches(line)) {
      std::string plain = stretch.starts ? std::to_string(stretch.mark->number) : "";
      if (paint_.on() && plain.empty()) continue;
      const std::size_t size = stretch.end - stretch.begin;
      if (!paint_.on() && plain.size() < size) {
        plain += std::string(size - plain.size(), stretch.mark->helps ? '~' : '^');
      }
      const std::size_t end = stretch.begin + plain.size();
      auto row = std::find_if(out.begin(), out.end(),
                              [&](const Row& r) { return r.fits(stretch.begin, end); });
      if (row == out.end()) row = out.emplace(out.end());
      row->put(stretch.begin, plain,
               stretch.mark->helps ? paint_.good(plain) : paint_.bad(plain));
    }
    return out;
  }

  const Display& display_;
  std::vector<CellMark> marks_;
  const Paint& paint_;
  std::vector<Style> styles_;
  std::vector<CellMark> open_;
  std::size_t next_ = 0;
};

}  // namespace

std::string marked_text(std::string_view text, const std::vector<Mark>& marks,
                        std::size_t indent, std::size_t width, const Paint& paint) {
  const Display shown = display(text);
  MarkedText marked(shown, in_cells(shown, marks), paint);
  std::string out;
  for (const Line& line : wrap(shown, width - indent)) {
    out += marked.line(line, line.size() == 0 ? "" : std::string(indent, ' '));
  }
  return out;
}

}  // namespace rapport::cli
