#include "analyzer/advise/claims.h"

#include <algorithm>
#include <tuple>

#include "analyzer/lexicon/signal_name.h"
#include "analyzer/text/fold.h"

namespace rapport::advise {
namespace {

using Words = std::vector<std::string>;
using lexicon::ClaimRule;
using text::Document;
using text::TokenClass;

constexpr std::size_t kReach = 300;    // bytes in which words before a name are looked for
constexpr std::size_t kLeastStem = 3;  // letters of "Rob" for "Robert"

bool contains(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// The folded words of a name.
Words words_of(std::string_view name) {
  const std::string folded = text::fold_literal(std::string(name));
  Words out;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    while (end < folded.size() && is_letter(folded[end])) ++end;
    if (end > at) out.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool is_latin(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return static_cast<unsigned char>(word[0]) < 0x80;
  });
}

// "mit" of "massachusetts institute of technology", whose small word is ignored.
bool is_acronym(const Words& one, const Words& other, const Words& ignored) {
  if (one.size() != 1 || other.size() < 2) return false;
  std::string all, telling;
  for (const std::string& word : other) {
    all += word[0];
    if (!contains(ignored, word)) telling += word[0];
  }
  return one[0] == all || one[0] == telling;
}

// Whether two names may be of one thing: all telling words of one are in the
// other, or one is the other's initials.
bool same_thing(const Words& a, const Words& b, const Words& ignored) {
  const auto telling = [&](const Words& words) {
    Words out;
    std::copy_if(words.begin(), words.end(), std::back_inserter(out),
                 [&](const std::string& word) { return !contains(ignored, word); });
    return out.empty() ? words : out;
  };
  const auto within = [](const Words& few, const Words& many) {
    return std::all_of(few.begin(), few.end(), [&](const std::string& word) { return contains(many, word); });
  };
  const Words x = telling(a);
  const Words y = telling(b);
  return within(x, y) || within(y, x) || is_acronym(a, b, ignored) || is_acronym(b, a, ignored);
}

// Whether one word of two names is the same, or the start of the other's.
bool same_person(const Words& a, const Words& b) {
  for (const std::string& x : a) {
    for (const std::string& y : b) {
      const std::size_t least = std::min(x.size(), y.size());
      if (x == y || (least >= kLeastStem && (x.starts_with(y) || y.starts_with(x)))) return true;
    }
  }
  return false;
}

// The first token that begins at `offset` or behind it.
std::size_t token_at(const Document& document, std::size_t offset) {
  const auto& tokens = document.tokens;
  return static_cast<std::size_t>(
      std::lower_bound(tokens.begin(), tokens.end(), offset,
                       [](const text::Token& token, std::size_t at) { return token.span.begin < at; }) -
      tokens.begin());
}

bool is_capital_word(const text::Token& token) {
  return token.token_class == TokenClass::kWord && token.capitalized && token.span.size() > 1;
}

// Names of things in a stretch: words with a capital that stand side by side.
// The first word of a sentence has its capital for another reason, unless the
// next one has it too. No greeting names a thing.
std::vector<ByteSpan> names_in(const Document& document, ByteSpan stretch) {
  std::vector<ByteSpan> out;
  bool open = false;
  for (std::size_t i = token_at(document, stretch.begin); i < document.tokens.size(); ++i) {
    const text::Token& token = document.tokens[i];
    if (token.span.end > stretch.end) break;
    if (document.zone_at(token.span.begin) == text::ZoneKind::kGreeting) continue;
    const bool first =
        document.sentences[document.sentence_at(token.span.begin)].begin == token.span.begin;
    const bool next = i + 1 < document.tokens.size() && is_capital_word(document.tokens[i + 1]);
    const bool named = is_capital_word(token) && (!first || next);
    const bool number = token.token_class == TokenClass::kNumber;
    if (open && (named || number) && token.span.begin <= out.back().end + 1) {
      out.back().end = token.span.end;
    } else if (named) {
      out.push_back(token.span);
    }
    open = named || (open && number);
  }
  return out;
}

// The stretch and a few tokens of its sentence on both sides: a match may end
// right before what it names.
ByteSpan widened(const Document& document, ByteSpan stretch) {
  constexpr std::size_t kTokens = 3;
  const ByteSpan sentence = document.sentences[document.sentence_at(stretch.begin)];
  const auto& tokens = document.tokens;
  const std::size_t first = token_at(document, stretch.begin);
  std::size_t last = first;
  while (last < tokens.size() && tokens[last].span.begin < stretch.end) ++last;
  ByteSpan out = stretch;
  for (std::size_t i = 1; i <= kTokens && i <= first; ++i) {
    if (tokens[first - i].span.begin < sentence.begin) break;
    out.begin = tokens[first - i].span.begin;
  }
  for (std::size_t i = last; i < last + kTokens && i < tokens.size(); ++i) {
    if (tokens[i].span.end > sentence.end) break;
    out.end = tokens[i].span.end;
  }
  return out;
}

class Checker {
 public:
  Checker(const lexicon::Pack& pack, const Document& document, const Context& context)
      : pack_(pack), document_(document), context_(context) {}

  void check(const ClaimRule& rule, ByteSpan claim, std::vector<Check>& out) const {
    const bool by_facts = !rule.any.empty() || !rule.each.empty();
    const std::vector<ByteSpan> names =
        rule.person || !rule.behind.empty() ? std::vector{claim}
                                            : names_in(document_, widened(document_, claim));
    std::string reason;
    if (!rule.never.empty()) {
      const bool own = is_one_of(rule, names, rule.never) && !is_one_of(rule, names, {"to_name"});
      if (own) reason = filled(rule.reason, names, values_of(rule.never));
    } else if (by_facts && is_known(rule)) {
      const Words known = values_of(rule.any, values_of(rule.each));
      if (known.empty()) {
        reason = filled(rule.reason_none, names, known);
      } else if (!rule.reason.empty() && !names.empty() && !is_borne_out(rule, names)) {
        reason = filled(rule.reason, names, known);
      }
    }
    if (reason.empty()) return;
    out.push_back({rule.code, Part::kText, {}, claim, std::string(document_.slice(claim)), reason});
  }

  // Where one of the rule's words stands before a name.
  std::vector<ByteSpan> claims_behind(const ClaimRule& rule) const {
    std::vector<ByteSpan> out;
    for (ByteSpan sentence : document_.sentences) {
      for (ByteSpan name : names_in(document_, sentence)) {
        const std::size_t far = name.begin > kReach ? name.begin - kReach : 0;
        const std::size_t begin =
            far > sentence.begin ? document_.tokens[token_at(document_, far)].span.begin : sentence.begin;
        const Words before = words_of(document_.slice({begin, name.begin}));
        const auto ends = [&](const std::string& phrase) {
          const Words words = words_of(phrase);
          return words.size() <= before.size() &&
                 std::equal(words.rbegin(), words.rend(), before.rbegin());
        };
        const bool beside = rule.beside.empty() ||
                            std::any_of(rule.beside.begin(), rule.beside.end(),
                                        [&](const std::string& word) { return contains(before, word); });
        if (beside && std::any_of(rule.behind.begin(), rule.behind.end(), ends)) out.push_back(name);
      }
    }
    return out;
  }

 private:
  bool is_known(const ClaimRule& rule) const {
    const auto known = [&](const std::string& fact) { return has_fact(context_, fact); };
    return std::any_of(rule.any.begin(), rule.any.end(), known) ||
           std::any_of(rule.each.begin(), rule.each.end(), known);
  }

  Words values_of(const std::vector<std::string>& facts, Words out = {}) const {
    for (const std::string& fact : facts) {
      for (std::string& value : fact_values(context_, fact).value_or(Words{})) {
        if (!contains(out, value)) out.push_back(std::move(value));
      }
    }
    return out;
  }

  bool is_one_of(const ClaimRule& rule, const std::vector<ByteSpan>& names,
                 const std::vector<std::string>& facts) const {
    const Words values = values_of(facts);
    return std::any_of(names.begin(), names.end(), [&](ByteSpan name) {
      const Words words = words_of(document_.slice(name));
      return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
        const Words known = words_of(value);
        // Names in two scripts cannot be told apart.
        if (is_latin(known) != is_latin(words)) return rule.never.empty();
        return rule.person ? same_person(words, known) : same_thing(words, known, pack_.claims.ignored);
      });
    });
  }

  bool is_borne_out(const ClaimRule& rule, const std::vector<ByteSpan>& names) const {
    if (is_one_of(rule, names, rule.any)) return true;
    bool given = false;
    for (const std::string& fact : rule.each) {
      if (!has_fact(context_, fact)) continue;
      if (!is_one_of(rule, names, {fact})) return false;
      given = true;
    }
    // What another fact has is named for another reason.
    return given || (!rule.person && rule.behind.empty() && all_known(rule, names));
  }

  bool all_known(const ClaimRule& rule, const std::vector<ByteSpan>& names) const {
    std::vector<std::string> facts;
    for (const FactInfo& fact : context_facts()) facts.emplace_back(fact.name);
    return std::all_of(names.begin(), names.end(),
                       [&](ByteSpan name) { return is_one_of(rule, {name}, facts); });
  }

  std::string filled(std::string reason, const std::vector<ByteSpan>& names, const Words& known) const {
    const auto put = [&](std::string_view mark, const Words& values) {
      std::string joined;
      for (const std::string& value : values) joined += (joined.empty() ? "" : ", ") + value;
      const std::size_t at = reason.find(mark);
      if (at != std::string::npos) reason.replace(at, mark.size(), joined);
    };
    Words claimed;
    for (ByteSpan name : names) claimed.emplace_back(document_.slice(name));
    put("{known}", known);
    put("{claimed}", claimed);
    return reason;
  }

  const lexicon::Pack& pack_;
  const Document& document_;
  const Context& context_;
};

bool claims(const ClaimRule& rule, const Signal& signal) {
  return std::any_of(rule.on.begin(), rule.on.end(), [&](const std::string& name) {
    return lexicon::names_signal(name, signal.signal);
  });
}

}  // namespace

std::vector<Check> check_claims(const lexicon::Pack& pack, const Document& document,
                                const Analysis& analysis, const Context& context) {
  std::vector<Check> out;
  if (context.empty()) return out;
  const Checker checker(pack, document, context);
  for (const ClaimRule& rule : pack.claims.rules) {
    for (const Signal& signal : analysis.signals) {
      if (claims(rule, signal)) checker.check(rule, signal.bytes, out);
    }
    for (ByteSpan name : checker.claims_behind(rule)) checker.check(rule, name, out);
  }
  std::stable_sort(out.begin(), out.end(), [](const Check& a, const Check& b) {
    return std::tie(a.bytes.begin, a.bytes.end, a.code) < std::tie(b.bytes.begin, b.bytes.end, b.code);
  });
  return out;
}

}  // namespace rapport::advise
