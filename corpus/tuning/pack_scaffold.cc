#include "corpus/tuning/pack_scaffold.h"

#include <cctype>
#include <cstdio>

#include "analyzer/lexicon/lexicon_data.h"
#include "corpus/tuning/rule_text.h"

namespace rapport::corpus {
namespace {

using Texts = std::vector<std::string>;

const Texts kActions = {"remove", "replace", "fill"};
const Texts kScopes = {"match", "sentence"};
const Texts kAdviceTables = {"advice", "ground", "perception", "read_back", "plan", "frequency", "introduction"};

std::string list_text(const Texts& texts) {
  std::string out = "[";
  for (const std::string& text : texts) out += (out.size() > 1 ? ", " : "") + toml_text(text);
  return out + "]";
}

std::string number_text(double number) {
  char out[32];
  std::snprintf(out, sizeof out, "%.10g", number);
  return out;
}

// Whether a macro says nothing in any language: gaps, words, slots, digits.
bool is_wordless(const std::string& macro) {
  bool in_letters = false;
  for (std::size_t i = 0; i < macro.size(); ++i) {
    if (macro[i] == '{' && i + 1 < macro.size() && macro[i + 1] == '{') {
      const std::size_t close = macro.find("}}", i);
      if (close == std::string::npos) return false;
      i = close + 1;
      in_letters = false;
      continue;
    }
    if (macro[i] == '\\') {
      const std::size_t close = macro.find('}', i);
      i = i + 2 < macro.size() && macro[i + 2] == '{' && close != std::string::npos ? close : i + 1;
      in_letters = false;
      continue;
    }
    const bool letter = std::isalpha(static_cast<unsigned char>(macro[i])) != 0 ||
                        static_cast<unsigned char>(macro[i]) >= 0x80;
    if (letter && in_letters) return false;
    in_letters = letter;
  }
  return true;
}

class Writer {
 public:
  Writer(const std::string& lang, const lexicon::Pack& from, const LexiconData& data)
      : lang_(lang), from_(from), data_(data) {}

  std::string pack() {
    out_ = toml_comment("The language pack of " + lang_ + ", to fill: every empty text and list. "
                        "Above each stands what\nthe pack of " + from_.language.lang +
                        " says. Delete what the language has no use for. docs/lexicon-format.md\n"
                        "tells the format; rapport tune check tells what is missing.");
    table("pack");
    key("lang", toml_text(lang_));
    text("name", from_.name);
    macros();
    table("zones");
    note("Openers of a greeting and of a sign-off, in lower case.");
    words("greeting", from_.language.greeting);
    words("closing", from_.language.closing);
    table("negation");
    note("Words that turn the next ones into their opposite, and how far.");
    Texts cues;
    for (const Texts& cue : from_.negation_cues) {
      std::string joined;
      for (const std::string& word : cue) joined += (joined.empty() ? "" : " ") + word;
      cues.push_back(joined);
    }
    words("cues", cues);
    key("reach", number_text(from_.negation_reach));
    table("sentences");
    note("Abbreviations whose full stop ends no sentence.");
    words("abbreviations", from_.language.abbreviations);
    table("language");
    note("The most frequent words: they tell the language from others.");
    words("function_words", from_.language.function_words);
    table("words");
    note("Words for the reader and for the sender; words that always have a capital.");
    words("reader", from_.reader_words);
    words("sender", from_.sender_words);
    words("capitals", from_.language.capital_words);
    reading();
    table("families");
    note("What is said of each family where a rule has no better line.");
    for (const lexicon::Family& family : data_.taxonomy.families) {
      const auto wording = from_.family_wording.find(family.id);
      text(family.id, wording == from_.family_wording.end() ? family.definition : wording->second);
    }
    for (const lexicon::FeatureType& feature : data_.weights.features) {
      const auto wording = from_.feature_wording.find(feature.id);
      if (wording == from_.feature_wording.end()) continue;
      table("features." + feature.id);
      if (!wording->second.hurts_low.empty()) text("hurts_low", wording->second.hurts_low);
      if (!wording->second.hurts_high.empty()) text("hurts_high", wording->second.hurts_high);
      if (!wording->second.helps.empty()) text("helps", wording->second.helps);
    }
    return std::move(out_);
  }

  std::string rewrites() {
    out_ = toml_comment("The wording of edits, to fill. Each is applied, scored again, and offered "
                        "only where the score rises.\nA slot [like this] in a replacement asks for "
                        "what only the writer knows.");
    out_ += "\n";
    text("shorten_note", from_.shorten_note);
    for (const lexicon::EditRule& edit : from_.edits) {
      const Texts on = shared_names(edit.on);
      if (on.empty()) continue;
      table("[edit]");
      key("on", list_text(on));
      key("action", toml_text(kActions[static_cast<std::size_t>(edit.action)]));
      key("scope", toml_text(kScopes[static_cast<std::size_t>(edit.scope)]));
      if (!edit.replacements.empty()) words("replacements", edit.replacements);
      text("note", edit.note);
    }
    return std::move(out_);
  }

  std::string advice() {
    out_ = toml_comment("Whether to send it: the first [[advice]] that holds decides. Then how it will be "
                        "felt, and what comes after. To fill: the reasons.");
    for (const lexicon::AdviceRule& advice : from_.advice) {
      const Texts any = shared_names(advice.any);
      if (any.empty() && !advice.any.empty()) continue;
      table(std::string("[") + kAdviceTables[static_cast<std::size_t>(advice.kind)] + "]");
      key("code", toml_text(advice.code));
      if (!advice.verdict.empty()) key("verdict", toml_text(advice.verdict));
      list("any", any);
      list("none", shared_names(advice.none));
      list("channel", advice.channels);
      list("tier", advice.tiers);
      const lexicon::AdviceRule plain;
      if (advice.below != plain.below) key("below", number_text(advice.below));
      if (advice.at_least != plain.at_least) key("at_least", number_text(advice.at_least));
      list("where", comparisons(advice.where));
      whether("over_limit", advice.over_limit);
      list("beside", advice.beside);
      facts(advice);
      text("reason", advice.reason);
      if (!advice.untold.empty()) text("untold", advice.untold);
    }
    return std::move(out_);
  }

  std::string claims() {
    out_ = toml_comment("What a draft claims, held against the facts of its context. To fill: words and reasons.");
    words("ignored", from_.claims.ignored);
    for (const lexicon::ClaimRule& claim : from_.claims.rules) {
      table("[claim]");
      key("code", toml_text(claim.code));
      list("on", claim.on);
      if (!claim.behind.empty()) words("behind", claim.behind);
      if (!claim.beside.empty()) words("beside", claim.beside);
      if (claim.person) key("of", toml_text("person"));
      list("any", claim.any);
      list("each", claim.each);
      list("never", claim.never);
      if (!claim.reason.empty()) text("reason", claim.reason);
      if (!claim.reason_none.empty()) text("reason_none", claim.reason_none);
    }
    return std::move(out_);
  }

  std::string wordings() {
    out_ = toml_comment("The wording of whole rewrites, to fill: a sentence for each move that the draft lacks.\n"
                        "A slot [like this] asks for what only the writer knows, {to_name} tells a fact.");
    words("leaning", from_.rewrite.leaning);
    words("joining", from_.rewrite.joining);
    words("formal", from_.rewrite.formal);
    words("determiners", from_.rewrite.determiners);
    words("pointing", from_.rewrite.pointing);
    words("noticing", from_.rewrite.noticing);
    words("yes_or_no", from_.rewrite.yes_or_no);
    words("conditions", from_.rewrite.conditions);
    words("openers", from_.rewrite.openers);
    words("theirs", from_.rewrite.theirs);
    words("ours", from_.rewrite.ours);
    words("giving", from_.rewrite.giving);
    list("again", from_.rewrite.again);
    list("asking", from_.rewrite.asking);
    list("never", from_.rewrite.never);
    list("loud", from_.rewrite.loud);
    list("mild", from_.rewrite.mild);
    list("offers", from_.rewrite.offers);
    list("extras", from_.rewrite.extras);
    list("bearable", from_.rewrite.bearable);
    for (const lexicon::Wording& wording : from_.rewrite.wordings) {
      table("[wording]");
      key("move", toml_text(lexicon::wording_moves()[static_cast<std::size_t>(wording.move)]));
      if (wording.formal) key("register", toml_text("formal"));
      list("channel", wording.channels);
      words("texts", wording.texts);
    }
    return std::move(out_);
  }

 private:
  void table(const std::string& name) { out_ += "\n[" + name + "]\n"; }
  void note(const std::string& text) { out_ += toml_comment(text); }
  void key(const std::string& name, const std::string& value) {
    out_ += name + " = " + value + "\n";
  }
  void said(const std::string& value) { note(from_.language.lang + ": " + value); }

  void list(const std::string& name, const Texts& values) {
    if (!values.empty()) key(name, list_text(values));
  }

  void facts(const lexicon::AdviceRule& advice) {
    whether("check", advice.check);
    list("given", advice.given);
    list("without", advice.without);
    list("is", values(advice.is));
    list("is_not", values(advice.is_not));
    if (advice.either) key("either", toml_text("yes"));
    if (advice.gap > 0) key("gap", std::to_string(advice.gap));
    if (advice.requests > 0) key("requests", std::to_string(advice.requests));
    if (advice.within_days > 0) key("within_days", std::to_string(advice.within_days));
    if (!advice.when.empty()) key("when", toml_text(advice.when));
    if (advice.most > 0) key("most", std::to_string(advice.most));
    if (advice.days > 0) key("days", std::to_string(advice.days));
  }

  void whether(const std::string& name, lexicon::Whether value) {
    if (value != lexicon::Whether::kEither) key(name, toml_text(value == lexicon::Whether::kYes ? "yes" : "no"));
  }

  static Texts values(const std::vector<std::pair<std::string, std::string>>& facts) {
    Texts out;
    for (const auto& [fact, value] : facts) out.push_back(fact + "=" + value);
    return out;
  }

  static Texts comparisons(const std::vector<lexicon::Comparison>& comparisons) {
    Texts out;
    for (const auto& one : comparisons) out.push_back(one.name + (one.below ? "<" : ">=") + number_text(one.number));
    return out;
  }

  void text(const std::string& name, const std::string& said_there) {
    if (!said_there.empty()) said(toml_text(said_there));
    key(name, toml_text(""));
  }

  void words(const std::string& name, const Texts& said_there) {
    if (!said_there.empty()) said(list_text(said_there));
    key(name, "[]");
  }

  void macros() {
    table("macros");
    note("Parts of patterns, {{name}} in a rule. Those with words are for you to write anew.");
    for (const auto& [name, value] : from_.macros) {
      const std::string line = name + " = " + toml_text(value);
      out_ += is_wordless(value) ? line + "\n" : toml_comment(line);
    }
  }

  // A formula is one language's own: it stays a comment.
  void reading() {
    const lexicon::ReadingFormula& formula = from_.reading;
    out_ += "\n";
    note("Reading ease, only where the language has a formula of this kind.");
    if (formula.base == 0 && formula.sentence == 0 && formula.syllable == 0) return;
    note("[reading]\nbase = " + number_text(formula.base) + "\nsentence = " +
         number_text(formula.sentence) + "\nsyllable = " + number_text(formula.syllable) +
         "\nvowels = " + toml_text(formula.vowels) + "\nsilent_endings = " +
         list_text(formula.silent_endings));
  }

  // Dotted ids, families and features are all languages'; rules are one pack's.
  Texts shared_names(const Texts& names) const {
    Texts out;
    for (const std::string& name : names) {
      if (from_.rule_index.count(name) == 0) out.push_back(name);
    }
    return out;
  }

  const std::string& lang_;
  const lexicon::Pack& from_;
  const LexiconData& data_;
  std::string out_;
};

}  // namespace

std::vector<PackFile> new_pack(const std::string& lang, const Lexicon& lexicon,
                               std::string_view from) {
  const LexiconData& data = lexicon.data();
  const lexicon::Pack& pack = data.packs[static_cast<std::size_t>(data.pack(from))];
  Writer writer(lang, pack, data);
  std::vector<PackFile> out;
  out.push_back({"pack.toml", writer.pack()});
  out.push_back({"rewrites.toml", writer.rewrites()});
  out.push_back({"advice.toml", writer.advice()});
  if (!pack.claims.rules.empty()) out.push_back({"claims.toml", writer.claims()});
  if (!pack.rewrite.wordings.empty()) out.push_back({"rewrite.toml", writer.wordings()});
  return out;
}

}  // namespace rapport::corpus
