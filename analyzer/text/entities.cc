#include "analyzer/text/entities.h"

#include <algorithm>
#include <array>

#include "analyzer/text/chars.h"
#include "analyzer/text/slots.h"
#include "analyzer/text/utf8.h"

namespace rapport::text {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kLongestScheme = 20;
constexpr std::size_t kLongestLocalPart = 64;  // RFC 5321
constexpr std::size_t kLongestHost = 253;
// Letters behind it are written without spaces: a link does not go on in them.
constexpr char32_t kEndLinkLetters = 0x530;

// Top-level domains that are no words, so that "end.Then" is no link. Others
// count where a path follows: "youtu.be/x".
constexpr std::string_view kDomains[] = {
    "ai"sv,  "app"sv, "biz"sv, "ca"sv,   "ch"sv,  "cloud"sv, "co"sv,   "com"sv, "de"sv,
    "dev"sv, "edu"sv, "es"sv,  "eu"sv,   "fr"sv,  "gov"sv,   "info"sv, "io"sv,  "jp"sv,
    "ly"sv,  "net"sv, "nl"sv,  "org"sv,  "page"sv, "pl"sv,   "se"sv,   "tech"sv, "tv"sv,
    "uk"sv,  "xyz"sv,
};

constexpr std::array<bool, 256> kTriggers = [] {
  std::array<bool, 256> table{};
  for (const char c : "[{%<$:@."sv) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

bool is_host_char(char c) { return is_ascii_alnum(c) || c == '-' || c == '.'; }

// The end of the link that has begun before `at`: white space, quotes, brackets
// and what may not stand in one end it, and so does a slot.
std::size_t link_end(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) {
      std::size_t next = at;
      const char32_t c = next_code_point(text, next);
      if (c >= kEndLinkLetters || !is_letter(c)) break;
      at = next;
      continue;
    }
    if (byte <= ' ' || byte == 0x7F || "<>\"{}[]|\\^`"sv.find(text[at]) != std::string_view::npos) {
      break;
    }
    ++at;
  }
  std::ptrdiff_t open = std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                   text.begin() + static_cast<std::ptrdiff_t>(at), '(') -
                        std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                   text.begin() + static_cast<std::ptrdiff_t>(at), ')');
  while (at > begin) {
    const char last = text[at - 1];
    if (last == ')' && open < 0) {
      ++open;
    } else if (".,;:!?'*_~"sv.find(last) == std::string_view::npos) {
      break;
    }
    --at;
  }
  return at;
}

bool stands_alone(std::string_view text, std::size_t begin) {
  return begin == 0 || !(is_ascii_alnum(text[begin - 1]) || text[begin - 1] == '_');
}

// "scheme://host", found by its colon.
ByteSpan full_link(std::string_view text, std::size_t colon, std::size_t floor) {
  if (!text.substr(colon).starts_with("://")) return {};
  std::size_t begin = colon;
  while (begin > floor && colon - begin < kLongestScheme && is_ascii_alnum(text[begin - 1])) --begin;
  while (begin < colon && !is_ascii_letter(text[begin])) ++begin;
  if (begin == colon) return {};
  const std::size_t end = link_end(text, colon + 3);
  return end == colon + 3 ? ByteSpan{} : ByteSpan{begin, end};
}

ByteSpan email(std::string_view text, std::size_t at_sign, std::size_t floor) {
  std::size_t begin = at_sign;
  while (begin > floor && at_sign - begin < kLongestLocalPart &&
         (is_ascii_alnum(text[begin - 1]) ||
          "._%+-"sv.find(text[begin - 1]) != std::string_view::npos)) {
    --begin;
  }
  while (begin < at_sign && !is_ascii_alnum(text[begin])) ++begin;
  std::size_t end = at_sign + 1;
  while (end < text.size() && end - at_sign <= kLongestHost && is_host_char(text[end])) ++end;
  while (end > at_sign + 1 && !is_ascii_alnum(text[end - 1])) --end;
  const std::string_view host = text.substr(at_sign + 1, end - at_sign - 1);
  const std::size_t dot = host.rfind('.');
  if (begin == at_sign || dot == std::string_view::npos || dot == 0) return {};
  const std::string_view domain = host.substr(dot + 1);
  if (domain.size() < 2 || !std::all_of(domain.begin(), domain.end(), is_ascii_letter)) return {};
  return {begin, end};
}

// "www.acme.com/x", "acme.io" or "lnkd.in/abc", found by one of its dots.
// `looked_until` is set behind what need not be looked at again.
ByteSpan bare_link(std::string_view text, std::size_t dot, std::size_t floor,
                   std::size_t& looked_until) {
  if (dot == floor || dot + 1 >= text.size() || !is_ascii_alnum(text[dot - 1]) ||
      !is_ascii_alnum(text[dot + 1])) {
    return {};
  }
  std::size_t begin = dot;
  while (begin > floor && dot - begin < kLongestHost && is_host_char(text[begin - 1])) --begin;
  std::size_t end = dot;
  while (end < text.size() && end - begin < kLongestHost && is_host_char(text[end])) ++end;
  looked_until = end;
  while (begin < dot && !is_ascii_alnum(text[begin])) ++begin;
  while (end > dot && !is_ascii_alnum(text[end - 1])) --end;
  if (!stands_alone(text, begin) || (begin > 0 && text[begin - 1] == '@')) return {};
  const std::string_view host = text.substr(begin, end - begin);
  const bool www = host.size() > 4 && ascii_lower(host[0]) == 'w' && ascii_lower(host[1]) == 'w' &&
                   ascii_lower(host[2]) == 'w' && host[3] == '.';
  if (www) return {begin, link_end(text, end)};
  if (end < text.size() && (text[end] == '@' || text[end] == '_' ||
                            static_cast<unsigned char>(text[end]) >= 0x80)) {
    return {};
  }
  const std::string_view domain = host.substr(host.rfind('.') + 1);
  const bool lower = std::all_of(domain.begin(), domain.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!lower || domain.size() < 2) return {};
  const bool path = end + 1 < text.size() && text[end] == '/' && is_ascii_alnum(text[end + 1]);
  const bool known = std::find(std::begin(kDomains), std::end(kDomains), domain) != std::end(kDomains);
  constexpr std::size_t kLongestDomain = 6;
  if (!known && !(path && domain.size() <= kLongestDomain)) return {};
  // "Mon.wed/fri", "e.g.this/that": the name itself is longer than its domain's
  // usual two letters.
  if (!known && host.find('.') < 2) return {};
  return {begin, path || (end < text.size() && text[end] == '/') ? link_end(text, end) : end};
}

}  // namespace

void find_entities(std::string_view text, std::vector<Entity>& entities) {
  entities.clear();
  std::size_t floor = 0;         // end of the entity before
  std::size_t looked_until = 0;  // of bare links
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!kTriggers[static_cast<unsigned char>(text[at])]) continue;
    Entity found;
    switch (text[at]) {
      case ':':
        found = {full_link(text, at, floor), TokenClass::kUrl};
        break;
      case '@':
        found = {email(text, at, floor), TokenClass::kEmail};
        break;
      case '.':
        if (at < looked_until) break;
        found = {bare_link(text, at, floor, looked_until), TokenClass::kUrl};
        break;
      default:
        found = {{at, slot_end(text, at)}, TokenClass::kSlot};
        break;
    }
    if (found.span.empty()) continue;
    entities.push_back(found);
    floor = found.span.end;
    at = floor - 1;
  }
}

}  // namespace rapport::text
