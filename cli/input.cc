#include "cli/input.h"

#include <string_view>
#include <vector>

#include "analyzer/text/utf8.h"
#include "cli/display.h"
#include "cli/failure.h"

namespace rapport::cli {
namespace {

// What iconv calls the encoding. REQUIRES: text::looks_utf16(bytes).
std::string utf16_name(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)) ||
      bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) {
    return "UTF-32";
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return "UTF-16";
  return bytes.front() == '\0' ? "UTF-16BE" : "UTF-16LE";
}

// The offset of the first byte that is no UTF-8. REQUIRES: there is one.
std::size_t first_invalid(std::string_view bytes) {
  std::string text;
  std::vector<std::size_t> repairs;
  std::vector<text::Document::Shift> shifts;
  text::repair_utf8(bytes, text, repairs, shifts);
  return repairs.at(0);
}

}  // namespace

Draft to_draft(std::string bytes, const std::string& name, const InputRules& rules) {
  const std::string shown = shown_line(name);
  if (text::looks_utf16(bytes)) {
    throw Failure(shown + ": looks_utf16: rapport reads UTF-8; convert it: iconv -f " +
                  utf16_name(bytes) + " -t UTF-8");
  }
  if (text::looks_binary(bytes)) {
    throw Failure(shown + ": looks_binary: looks binary, not a text; nothing was scored");
  }
  const std::size_t mark = bytes.size() - text::without_bom(bytes).size();
  bytes.erase(0, mark);
  const bool invalid = !text::is_utf8(bytes);
  if (invalid && !rules.replace) {
    throw Failure(shown + ": invalid_utf8: no UTF-8 at byte " +
                  std::to_string(mark + first_invalid(bytes)) +
                  "; convert it with iconv, or read on with --encoding-errors replace");
  }
  if (!rules.json) return {.text = std::move(bytes)};
  return parse_draft(invalid ? repaired(bytes) : bytes, name);
}

}  // namespace rapport::cli
