#include "analyzer/text/zones.h"

#include <algorithm>
#include <string>

#include "analyzer/text/chars.h"
#include "analyzer/text/fold.h"
#include "analyzer/text/utf8.h"

namespace rapport::text {
namespace {

constexpr std::size_t kLongestGreeting = 60;   // bytes
constexpr std::size_t kLongestSignature = 300;
constexpr std::size_t kMostSignatureLines = 6;
constexpr std::size_t kMostNameWords = 4;
constexpr std::string_view kSubjectLabel = "subject:";

struct Line {
  ByteSpan span;  // with its end
  ByteSpan text;  // without white space at its ends
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> out;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    const std::size_t content = end;
    if (end < text.size()) end += text.substr(end).starts_with("\r\n") ? 2 : 1;
    out.push_back({{begin, end}, trim(text, {begin, content})});
    begin = end;
  }
  return out;
}

bool is_ascii_punctuation(char c) {
  return (c > ' ' && c < 0x7F) && !is_ascii_alnum(c) && c != '\'';
}

// The length in `folded` of the longest opener it starts with as whole words.
std::size_t opener_size(std::string_view folded, const std::vector<std::string>& openers) {
  std::size_t best = 0;
  for (const std::string& opener : openers) {
    if (opener.size() <= best || !folded.starts_with(opener)) continue;
    const bool whole = folded.size() == opener.size() || folded[opener.size()] == ' ' ||
                       is_ascii_punctuation(folded[opener.size()]);
    if (whole) best = opener.size();
  }
  return best;
}

class ZoneMaker {
 public:
  ZoneMaker(std::string_view text, const std::vector<Token>& tokens, const LanguageData& language,
            std::vector<Zone>& zones)
      : text_(text), tokens_(tokens), language_(language), zones_(zones), lines_(lines_of(text)) {}

  void run() {
    std::size_t line = subject();
    bool greeted = false;
    for (; line < lines_.size(); ++line) {
      const Line& at = lines_[line];
      if (!at.text.empty() && text_[at.text.begin] == '>') {
        add(ZoneKind::kQuoted, at.span);
      } else if (at.text.empty() || greeted) {
        if (greeted && signs_off(line)) return;
        add(ZoneKind::kBody, at.span);
      } else {
        greeted = true;
        const std::size_t end = greeting_end(at);
        add(ZoneKind::kGreeting, {at.span.begin, end});
        if (end == at.span.begin && signs_off(line)) return;
        if (inline_closing(line, {end, at.span.end})) return;
        add(ZoneKind::kBody, {end, at.span.end});
      }
    }
  }

 private:
  void add(ZoneKind kind, ByteSpan span) {
    if (span.empty()) return;
    if (!zones_.empty() && zones_.back().kind == kind) {
      zones_.back().span.end = span.end;
    } else {
      zones_.push_back({kind, span});
    }
  }

  std::string folded(ByteSpan span) const {
    return fold_literal(text_.substr(span.begin, std::min<std::size_t>(span.size(), 120)));
  }

  std::vector<Token>::const_iterator first_token(std::size_t offset) const {
    return std::lower_bound(
        tokens_.begin(), tokens_.end(), offset,
        [](const Token& token, std::size_t at) { return token.span.begin < at; });
  }

  std::size_t subject() {
    if (lines_.empty()) return 0;
    const Line& first = lines_[0];
    if (first.text.size() < kSubjectLabel.size()) return 0;
    for (std::size_t i = 0; i < kSubjectLabel.size(); ++i) {
      if (ascii_lower(text_[first.text.begin + i]) != kSubjectLabel[i]) return 0;
    }
    add(ZoneKind::kSubject, first.span);
    return 1;
  }

  // Where the greeting that starts the line ends; the line's begin if none does.
  std::size_t greeting_end(const Line& line) const {
    const std::string start = folded(line.text);
    const std::size_t limit = std::min(line.text.end, line.text.begin + kLongestGreeting);
    std::size_t end = line.text.begin;
    if (opener_size(start, language_.greeting) > 0) {
      end = greeting_mark(line.text.begin, limit);
      if (end == limit && limit < line.text.end) return line.span.begin;
    } else if (!is_name_line(line.text)) {
      return line.span.begin;
    } else {
      end = line.text.end;
    }
    return end == line.text.end ? line.span.end : end;
  }

  // Behind the first mark that ends a greeting; `limit` if there is none. A dot
  // that belongs to a title ("Dr. Lee") is none.
  std::size_t greeting_mark(std::size_t begin, std::size_t limit) const {
    for (auto at = first_token(begin); at != tokens_.end() && at->span.begin < limit; ++at) {
      const Token& token = *at;
      if (token.token_class != TokenClass::kPunctuation) continue;
      const std::string mark = fold_literal(text_.substr(token.span.begin, token.span.size()));
      const bool ends = !mark.empty() && std::string_view(",!:.-?;").find(mark[0]) != std::string_view::npos;
      if (!ends) continue;
      if (mark == "-" && !stands_alone(token.span)) continue;
      if (mark == "." && is_abbreviation(begin, token.span.end)) continue;
      return token.span.end;
    }
    return limit;
  }

  // A hyphen inside "Anne-Marie" ends nothing; a dash does.
  bool stands_alone(ByteSpan span) const {
    if (span.size() > 1) return true;
    const bool before = span.begin > 0 && text_[span.begin - 1] == ' ';
    return before || (span.end < text_.size() && text_[span.end] == ' ');
  }

  bool is_abbreviation(std::size_t begin, std::size_t end) const {
    const std::string_view before = text_.substr(begin, end - begin);
    // An initial, as in "Hi J. Smith", or an abbreviation of the language.
    const std::size_t size = before.size();
    if (size > 2 && before[size - 3] == ' ' && is_ascii_letter(before[size - 2])) return true;
    return std::any_of(language_.abbreviations.begin(), language_.abbreviations.end(),
                       [&](const std::string& one) { return before.ends_with(one); });
  }

  // One to four capitalized words and nothing but a comma or dash behind them.
  bool is_name_line(ByteSpan line) const {
    std::size_t words = 0;
    for (auto at = first_token(line.begin); at != tokens_.end() && at->span.end <= line.end; ++at) {
      const Token& token = *at;
      const bool last = token.span.end == line.end;
      if (last && words > 0 && token.token_class == TokenClass::kPunctuation) {
        return text_[token.span.begin] == ',';
      }
      if (token.token_class == TokenClass::kPunctuation && text_[token.span.begin] == '.') continue;
      const bool name = token.capitalized || token.token_class == TokenClass::kSlot;
      if (!name || ++words > kMostNameWords) return false;
    }
    return false;
  }

  // Whether all behind the line, quoted text aside, is short enough for a
  // signature.
  bool is_signed(std::size_t line) const {
    std::size_t count = 0;
    std::size_t size = 0;
    for (++line; line < lines_.size(); ++line) {
      const ByteSpan text = lines_[line].text;
      if (text.empty() || text_[text.begin] == '>') continue;
      size += text.size();
      if (++count > kMostSignatureLines || size > kLongestSignature) return false;
    }
    return true;
  }

  // "Best," or "Best, Sam": an opener and at most a name.
  bool is_closing(ByteSpan span) const {
    if (span.size() > kLongestGreeting) return false;
    const std::string line = folded(span);
    const std::size_t size = opener_size(line, language_.closing);
    if (size == 0) return false;
    std::string_view rest = std::string_view(line).substr(size);
    std::size_t words = 0;
    bool mark = false;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const bool space = rest[i] == ' ';
      if (rest[i] == '?') return false;
      mark = mark || is_ascii_punctuation(rest[i]);
      if (!space && !is_ascii_punctuation(rest[i]) &&
          (i == 0 || rest[i - 1] == ' ' || is_ascii_punctuation(rest[i - 1]))) {
        ++words;
      }
    }
    if (words == 0) return true;
    // "Thanks for the seeds" is a sentence; "Thanks, Sam" is a sign-off.
    return mark && words <= kMostNameWords && names_only(span, size);
  }

  bool names_only(ByteSpan span, std::size_t opener) const {
    for (auto at = first_token(span.begin + opener);
         at != tokens_.end() && at->span.begin < span.end; ++at) {
      if (at->token_class == TokenClass::kWord && !at->capitalized) return false;
    }
    return true;
  }

  // Adds closing and signature where the line is a sign-off.
  bool signs_off(std::size_t line) {
    const Line& at = lines_[line];
    if (at.text.empty()) return false;
    if (!is_closing(at.text) || !is_signed(line)) return inline_closing(line, at.span);
    add(ZoneKind::kClosing, at.span);
    finish(line + 1);
    return true;
  }

  // "... to send it. Best, Sam" at the end of the last line of the body.
  bool inline_closing(std::size_t line, ByteSpan span) {
    for (std::size_t i = line + 1; i < lines_.size(); ++i) {
      if (!lines_[i].text.empty() && text_[lines_[i].text.begin] != '>') return false;
    }
    const ByteSpan content = trim(text_, span);
    for (std::size_t at = content.end; at > content.begin + 1; --at) {
      const bool starts = text_[at - 1] == ' ' && at >= 2 &&
                          std::string_view(".!?").find(text_[at - 2]) != std::string_view::npos;
      if (!starts || !is_closing({at, content.end})) continue;
      // "Thanks!" alone at the end of a sentence's line is no sign-off but words.
      add(ZoneKind::kBody, {span.begin, at});
      add(ZoneKind::kClosing, {at, span.end});
      finish(line + 1);
      return true;
    }
    return false;
  }

  void finish(std::size_t line) {
    for (; line < lines_.size(); ++line) {
      const Line& at = lines_[line];
      const bool quoted = !at.text.empty() && text_[at.text.begin] == '>';
      add(quoted ? ZoneKind::kQuoted : ZoneKind::kSignature, at.span);
    }
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const LanguageData& language_;
  std::vector<Zone>& zones_;
  std::vector<Line> lines_;
};

}  // namespace

void make_zones(std::string_view text, const std::vector<Token>& tokens,
                const LanguageData& language, std::vector<Zone>& zones) {
  zones.clear();
  ZoneMaker(text, tokens, language, zones).run();
  if (zones.empty()) zones.push_back({ZoneKind::kBody, {0, text.size()}});
}

}  // namespace rapport::text
