#include "corpus/reports/template_text.h"

#include <algorithm>
#include <initializer_list>

#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/text/fold.h"
#include "corpus/reports/name_hash.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kGreetingWords = 6;
constexpr std::size_t kLongestSlot = 60;      // bytes
constexpr std::size_t kShortestName = 2;      // bytes, of a party's word that is masked
constexpr std::size_t kShortName = 3;         // bytes; a shorter one has to be capitalized
constexpr std::string_view kFilled = "\x01";  // no word is that

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_end(char c) { return c == '.' || c == '!' || c == '?'; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

std::size_t slot_end(std::string_view text, std::size_t at) {
  static constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
      {"{{", "}}"}, {"<<", ">>"}, {"[", "]"}, {"{", "}"}, {"%", "%"}, {"$", "$"}};
  for (const auto& [open, close] : kMarks) {
    if (!text.substr(at).starts_with(open)) continue;
    const std::size_t end = text.find(close, at + open.size());
    if (end == std::string_view::npos || end - at > kLongestSlot) continue;
    const std::string_view inside = text.substr(at + open.size(), end - at - open.size());
    const bool one_word = open == "%" || open == "$";
    const bool named = !inside.empty() && inside.find('\n') == std::string_view::npos && is_letter(inside.front()) &&
                       (!one_word || inside.find(' ') == std::string_view::npos);
    if (named) return end + close.size();
  }
  return at;
}

// Up to the next blank; a link or an address.
std::size_t address_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  bool address = text.substr(at).starts_with("http") || text.substr(at).starts_with("www.");
  for (; end < text.size() && !is_space(text[end]); ++end) address = address || text[end] == '@';
  while (end > at && (is_end(text[end - 1]) || text[end - 1] == ',' || text[end - 1] == ')')) --end;
  return address && end > at + 1 ? end : at;
}

class Words {
 public:
  Words(const Record& record, std::string_view text, const TemplateLanguage& language)
      : language_(language) {
    out_.text = text;
    for (const std::string* name : {&record.sender, &record.reader}) add_name(*name);
    for (const std::string* name : {&record.draft.context.to.name, &record.draft.context.to.company,
                                    &record.draft.context.from.name, &record.draft.context.from.company}) {
      add_name(*name);
    }
  }

  TemplateText run() {
    read_words();
    mask_greeting();
    find_ends();
    return std::move(out_);
  }

 private:
  void add_name(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
      std::size_t end = at;
      while (end < name.size() && is_letter(name[end])) ++end;
      if (end - at >= kShortestName) names_.insert(text::fold_literal(name.substr(at, end - at)));
      at = end + 1;
    }
  }

  void put(std::size_t begin, std::size_t end, bool filled) {
    const std::string_view all = out_.text;
    const std::string word = filled ? std::string() : text::fold_literal(all.substr(begin, end - begin));
    const bool named = names_.contains(word) && (word.size() >= kShortName || is_capital(all[begin]));
    const bool is_filled = filled || named;
    out_.words.push_back({begin, end, hash_name(is_filled ? kFilled : std::string_view(word)), is_filled});
  }

  void read_words() {
    const std::string_view text = out_.text;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t slot = slot_end(text, at);
      const bool starts = at == 0 || is_space(text[at - 1]) || text[at - 1] == '(';
      const std::size_t address = starts && slot == at ? address_end(text, at) : at;
      const std::size_t filled = std::max(slot, address);
      if (filled > at) {
        put(at, filled, true);
        at = filled;
        continue;
      }
      if (!is_letter(text[at]) && !is_digit(text[at])) {
        ++at;
        continue;
      }
      std::size_t end = at;
      bool number = false;
      while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) ||
                                   ((text[end] == '\'' || text[end] == '.' || text[end] == ',') && end + 1 < text.size() &&
                                    is_digit(text[end - 1]) && is_digit(text[end + 1])) ||
                                   (text[end] == '\'' && end + 1 < text.size() && is_letter(text[end + 1])))) {
        number = number || is_digit(text[end]);
        ++end;
      }
      put(at, end, number);
      at = end;
    }
  }

  std::string folded(const TemplateWord& word) const {
    return text::fold_literal(std::string_view(out_.text).substr(word.begin, word.end - word.begin));
  }

  bool ends_before(std::size_t word) const {  // a mark of punctuation or a line end between it and the one before
    const std::string_view between =
        std::string_view(out_.text).substr(out_.words[word - 1].end, out_.words[word].begin - out_.words[word - 1].end);
    return between.find_first_of(",!.?:;\n-") != std::string_view::npos;
  }

  // "Hi Ana Lima,": the capitals behind an opener, up to its mark.
  void mask_greeting() {
    if (out_.words.empty()) return;
    const bool opens = language_.greeting.contains(folded(out_.words[0]));
    std::size_t at = opens ? 1 : 0;
    const std::size_t begin = at;
    while (at < out_.words.size() && at < kGreetingWords && !(at > begin && ends_before(at))) {
      if (at == begin && at > 0 && ends_before(at)) break;
      const bool name = out_.words[at].filled || is_capital(out_.text[out_.words[at].begin]) || language_.greeting.contains(folded(out_.words[at]));
      if (!name) break;
      ++at;
    }
    const bool marked = at < out_.words.size() && at > begin && ends_before(at);
    if (!opens && !(marked && at <= 3)) return;
    // One name, however many words it has.
    if (at > begin) {
      TemplateWord name{out_.words[begin].begin, out_.words[at - 1].end, hash_name(kFilled), true};
      out_.words.erase(out_.words.begin() + static_cast<std::ptrdiff_t>(begin), out_.words.begin() + static_cast<std::ptrdiff_t>(at));
      out_.words.insert(out_.words.begin() + static_cast<std::ptrdiff_t>(begin), name);
      at = begin + 1;
    }
    greeting_ = at;
  }

  bool sentence_ends_before(std::size_t word) const {
    const std::string_view between =
        std::string_view(out_.text).substr(out_.words[word - 1].end, out_.words[word].begin - out_.words[word - 1].end);
    const std::size_t mark = between.find_first_of(".!?");
    return between.find('\n') != std::string_view::npos ||
           (mark != std::string_view::npos && mark + 1 < between.size() && is_space(between[mark + 1]));
  }

  bool line_begins(std::size_t word) const {
    const std::size_t begin = out_.words[word].begin;
    const std::size_t line = out_.text.find_last_of('\n', begin);
    const std::size_t from = line == std::string::npos ? 0 : line + 1;
    return out_.text.find_first_not_of(" \t", from) == begin && word > 0;
  }

  void find_ends() {
    std::size_t last = out_.words.size();
    // A closing at the start of a line, and all behind it.
    for (std::size_t i = last; i-- > greeting_ + 1;) {
      if (line_begins(i) && language_.closing.contains(folded(out_.words[i])) && last - i < 16) last = i;
    }
    out_.opener_begin = std::min(greeting_, last);
    out_.opener_end = out_.opener_begin;
    while (out_.opener_end < last && (out_.opener_end == out_.opener_begin || !sentence_ends_before(out_.opener_end))) ++out_.opener_end;
    out_.closer_begin = out_.closer_end = last;
    while (out_.closer_begin > out_.opener_end && (out_.closer_begin == last || !sentence_ends_before(out_.closer_begin))) --out_.closer_begin;
  }

  const TemplateLanguage& language_;
  std::set<std::string, std::less<>> names_;
  TemplateText out_;
  std::size_t greeting_ = 0;  // words of it
};

}  // namespace

std::vector<std::uint64_t> TemplateText::hashes() const {
  std::vector<std::uint64_t> out;
  out.reserve(words.size());
  for (const TemplateWord& word : words) out.push_back(word.hash);
  return out;
}

std::string TemplateText::shown(std::size_t begin, std::size_t end) const {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) {
      bool space = false;
      for (const char c : std::string_view(text).substr(words[i - 1].end, words[i].begin - words[i - 1].end)) {
        const bool blank = is_space(c);
        if (!blank) out += c;
        if (blank && !space) out += ' ';
        space = blank;
      }
    }
    out += words[i].filled ? "[\xE2\x80\xA6]" : text.substr(words[i].begin, words[i].end - words[i].begin);
  }
  return out;
}

TemplateLanguage::TemplateLanguage(const Lexicon& lexicon) {
  const auto add = [](const std::vector<std::string>& from, std::set<std::string, std::less<>>& to) {
    for (const std::string& one : from) to.insert(one.substr(0, one.find(' ')));
  };
  for (const lexicon::Pack& pack : lexicon.data().packs) {
    add(pack.language.greeting, greeting);
    add(pack.language.closing, closing);
  }
}

TemplateText template_text(const Record& record, std::string_view text, const TemplateLanguage& language) {
  return Words(record, text, language).run();
}

}  // namespace rapport::corpus
