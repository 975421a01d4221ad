#include "cli/display.h"

#include <clocale>
#include <cstdio>
#include <cwchar>

#include "analyzer/text/utf8.h"

namespace rapport::cli {
namespace {

// More marks than any script stacks; the rest is told, not shown.
constexpr std::size_t kMostMarks = 24;
constexpr char32_t kJoiner = 0x200D;

// The C library's column table, read in a locale that every Debian has, so that
// the user's own does not matter.
class WidthLocale {
 public:
  WidthLocale() : before_(uselocale(locale())) {}
  WidthLocale(const WidthLocale&) = delete;
  WidthLocale& operator=(const WidthLocale&) = delete;
  ~WidthLocale() { uselocale(before_); }

 private:
  static locale_t locale() {
    static const locale_t made = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return made;
  }
  locale_t before_;
};

bool in(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

bool is_regional(char32_t c) { return in(c, 0x1F1E6, 0x1F1FF); }
bool is_skin_tone(char32_t c) { return in(c, 0x1F3FB, 0x1F3FF); }
// Variation selectors, and tags, which spell out flags.
bool is_attached(char32_t c) { return in(c, 0xFE00, 0xFE0F) || in(c, 0xE0020, 0xE007F); }

// What would act on the terminal or on the order of the words instead of
// showing itself.
bool is_hidden(char32_t c) {
  return in(c, 0x80, 0x9F) || c == 0xAD || c == 0x61C || c == 0x180E || c == 0x200B ||
         in(c, 0x200E, 0x200F) || in(c, 0x2028, 0x202E) || in(c, 0x2060, 0x206F) ||
         c == 0xFEFF || in(c, 0xFFF9, 0xFFFB) || c == 0xE0001;
}

std::string code_name(char32_t c) {
  char name[16];
  std::snprintf(name, sizeof name, "<U+%04X>", static_cast<unsigned>(c));
  return name;
}

int width_of(char32_t c) {
  if (c < 0x7F) return 1;
  if (is_attached(c) || c == kJoiner || c == 0x200C) return 0;
  if (is_regional(c)) return 1;
  const int width = wcwidth(static_cast<wchar_t>(c));
  return width < 0 ? 1 : width;
}

class Builder {
 public:
  // REQUIRES: text is valid UTF-8.
  explicit Builder(std::string_view text) : text_(text) { out_.shown.reserve(text.size()); }

  Display build() {
    const WidthLocale locale;
    while (at_ < text_.size()) {
      const char32_t next = text::next_code_point(text_, at_);
      add(next);
      previous_ = next;
    }
    end_marks();
    return std::move(out_);
  }

 private:
  // `c` ends at at_.
  void add(char32_t c) {
    if (c == '\n' || c == '\r') {
      cell("", 0, Cell::Kind::kBreak);
      // CR LF is one break.
      if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') {
        ++at_;
        out_.cells.back().points_end = ++points_;
      }
      return;
    }
    if (c == '\t') return cell("    ", 4, Cell::Kind::kSpace);
    if (c == ' ') return cell(" ", 1, Cell::Kind::kSpace);
    if (c < 0x20 || c == 0x7F) {
      std::string picture;
      text::append_utf8(c == 0x7F ? U'\u2421' : 0x2400 + c, picture);
      return cell(picture, 1, Cell::Kind::kText);
    }
    if (is_hidden(c)) {
      const std::string name = code_name(c);
      return cell(name, name.size(), Cell::Kind::kText);
    }
    const int width = width_of(c);
    if (continues(c, width)) return attach(c);
    std::string shown;
    text::append_utf8(c, shown);
    cell(shown, static_cast<std::size_t>(width), Cell::Kind::kText);
    pairs_ = is_regional(c);
  }

  bool continues(char32_t c, int width) {
    if (out_.cells.empty() || out_.cells.back().kind != Cell::Kind::kText) return false;
    if (width == 0 || is_skin_tone(c)) return true;
    if (previous_ == kJoiner && c >= 0x2190 && !in(c, 0x2E80, 0xFFFF)) return true;
    return pairs_ && is_regional(c);
  }

  void attach(char32_t c) {
    Cell& last = out_.cells.back();
    if (++marks_ <= kMostMarks) text::append_utf8(c, out_.shown);
    if (is_regional(c) || c == 0xFE0F) last.columns = 2;
    pairs_ = false;
    last.points_end = ++points_;
    last.shown_end = static_cast<std::uint32_t>(out_.shown.size());
  }

  void cell(std::string_view shown, std::size_t columns, Cell::Kind kind) {
    end_marks();
    Cell next;
    next.points_begin = points_;
    next.shown_begin = static_cast<std::uint32_t>(out_.shown.size());
    out_.shown += shown;
    next.points_end = ++points_;
    next.shown_end = static_cast<std::uint32_t>(out_.shown.size());
    next.columns = static_cast<std::uint16_t>(columns);
    next.kind = kind;
    out_.cells.push_back(next);
    pairs_ = false;
  }

  void end_marks() {
    if (marks_ > kMostMarks) {
      const std::string rest = "<+" + std::to_string(marks_ - kMostMarks) + ">";
      out_.shown += rest;
      Cell& last = out_.cells.back();
      last.shown_end = static_cast<std::uint32_t>(out_.shown.size());
      last.columns = static_cast<std::uint16_t>(last.columns + rest.size());
    }
    marks_ = 0;
  }

  std::string_view text_;
  Display out_;
  std::size_t at_ = 0;
  std::uint32_t points_ = 0;
  std::size_t marks_ = 0;    // attached to the last cell
  char32_t previous_ = 0;
  bool pairs_ = false;       // the last cell is half a flag
};

}  // namespace

std::string_view Display::slice(std::size_t first, std::size_t last) const {
  if (first >= last) return {};
  const std::size_t begin = cells[first].shown_begin;
  return std::string_view(shown).substr(begin, cells[last - 1].shown_end - begin);
}

std::size_t Display::columns(std::size_t first, std::size_t last) const {
  std::size_t sum = 0;
  for (std::size_t i = first; i < last; ++i) sum += cells[i].columns;
  return sum;
}

Display display(std::string_view text) {
  return text::is_utf8(text) ? Builder(text).build() : Builder(repaired(text)).build();
}

std::string repaired(std::string_view text) {
  std::string out;
  std::vector<std::size_t> repairs;
  std::vector<text::Document::Shift> shifts;
  text::repair_utf8(text, out, repairs, shifts);
  return out;
}

std::vector<Line> wrap(const Display& display, std::size_t width) {
  const std::vector<Cell>& cells = display.cells;
  std::vector<Line> lines;
  std::size_t first = 0;   // of this line
  std::size_t used = 0;    // columns since then
  std::size_t space = 0;   // one behind the last space of this line; 0: none
  const auto end_line = [&](std::size_t last) {
    std::size_t shown_last = last;
    while (shown_last > first && cells[shown_last - 1].kind == Cell::Kind::kSpace) --shown_last;
    lines.push_back({first, shown_last});
  };
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Cell& cell = cells[i];
    if (cell.kind == Cell::Kind::kBreak) {
      end_line(i);
      first = i + 1;
      used = space = 0;
      continue;
    }
    if (used + cell.columns > width && cell.kind == Cell::Kind::kText && i > first) {
      const std::size_t next = space > first ? space : i;
      end_line(next);
      first = next;
      used = display.columns(first, i);
      space = 0;
    }
    used += cell.columns;
    if (cell.kind == Cell::Kind::kSpace) space = i + 1;
  }
  if (first < cells.size()) end_line(cells.size());
  return lines;
}

std::string shown_line(std::string_view text) {
  Display made = display(text);
  std::string out;
  for (const Cell& cell : made.cells) {
    if (cell.kind == Cell::Kind::kBreak) {
      out += ' ';
    } else {
      out += std::string_view(made.shown).substr(cell.shown_begin, cell.shown_end - cell.shown_begin);
    }
  }
  return out;
}

std::string shown_line(std::string_view text, std::size_t width) {
  const std::string whole = shown_line(text);
  const Display made = display(whole);
  if (made.columns(0, made.cells.size()) <= width) return whole;
  std::size_t last = 0;
  for (std::size_t used = 0; used + made.cells[last].columns + 1 <= width; ++last) {
    used += made.cells[last].columns;
  }
  return std::string(made.slice(0, last)) + "\u2026";
}

std::string paragraph(std::string_view text, std::size_t indent, std::size_t width) {
  const Display made = display(text);
  const std::size_t room = width > indent + 20 ? width - indent : 20;
  std::string out;
  for (const Line& line : wrap(made, room)) {
    if (!out.empty()) out += std::string(indent, ' ');
    out += made.slice(line.first, line.last);
    out += '\n';
  }
  return out;
}

std::size_t columns(std::string_view text) {
  const Display made = display(shown_line(text));
  return made.columns(0, made.cells.size());
}

std::string line_at(std::string_view content, int number) {
  for (int line = 1; line < number; ++line) {
    const std::size_t end = content.find('\n');
    if (end == std::string_view::npos) return "";
    content.remove_prefix(end + 1);
  }
  std::string out(content.substr(0, content.find('\n')));
  if (out.ends_with('\r')) out.pop_back();
  return shown_line(out);
}

}  // namespace rapport::cli
