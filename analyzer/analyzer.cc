#include "analyzer/analyzer.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "analyzer/advise/advise.h"
#include "analyzer/advise/claims.h"
#include "analyzer/features/feature.h"
#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/match/check.h"
#include "analyzer/match/matcher.h"
#include "analyzer/match/resolve.h"
#include "analyzer/rewrite/local_edits.h"
#include "analyzer/rewrite/rewrites.h"
#include "analyzer/score/limits.h"
#include "analyzer/score/model.h"
#include "analyzer/text/document.h"
#include "analyzer/text/language.h"

namespace rapport {
namespace {

using lexicon::Pack;
using text::Document;

constexpr std::size_t kSurelyEmail = 1000;  // code points
constexpr std::string_view kSubjectLabel = "Subject: ";

text::DocumentBuilder& thread_builder() {
  thread_local text::DocumentBuilder builder;
  return builder;
}

bool names_rule(const LexiconData& lexicon, const lexicon::Rule& rule, const std::string& name) {
  if (rule.id == name) return true;
  const auto signals = lexicon.taxonomy.signals_of(name);
  return std::find(signals.begin(), signals.end(), rule.signal) != signals.end();
}

// One flag a rule of the pack: whether it runs.
match::RuleMask make_mask(const LexiconData& lexicon, const Pack& pack,
                          const AnalyzerOptions& options) {
  if (options.only.empty() && options.ignore.empty()) return {};
  match::RuleMask mask;
  for (const lexicon::Rule& rule : pack.rules) {
    const auto named = [&](const std::string& name) { return names_rule(lexicon, rule, name); };
    const bool in = options.only.empty() ||
                    std::any_of(options.only.begin(), options.only.end(), named);
    mask.push_back(in && std::none_of(options.ignore.begin(), options.ignore.end(), named));
  }
  return mask;
}

void check_names(const LexiconData& lexicon, const std::vector<std::string>& names,
                 const char* option, lexicon::DiagnosticLog& log) {
  for (const std::string& name : names) {
    bool known = !lexicon.taxonomy.signals_of(name).empty();
    std::vector<std::string> all = lexicon.taxonomy.signal_names();
    for (const std::string& family : lexicon.taxonomy.family_names()) all.push_back(family);
    for (const Pack& pack : lexicon.packs) {
      known = known || pack.rule_index.count(name) > 0;
      for (const lexicon::Rule& rule : pack.rules) all.push_back(rule.id);
    }
    if (known) continue;
    log.add_file(option, "L005",
                 "unknown rule, signal or family '" + name + "'" +
                     lexicon::did_you_mean(name, all));
  }
}

void check_features(const LexiconData& lexicon, lexicon::DiagnosticLog& log) {
  std::vector<std::string> known;
  for (const auto& feature : features::registry()) known.emplace_back(feature.id);
  for (const auto& feature : lexicon.weights.features) {
    if (features::find_feature(feature.id)) continue;
    log.add_file("weights.toml", "L005",
                 "unknown feature '" + feature.id + "'" +
                     lexicon::did_you_mean(feature.id, known));
  }
}

// Which wording fits a feature that hurts: is its value too low or too high?
const std::string& feature_reason(const lexicon::FeatureWording& wording,
                                  const lexicon::Curve& curve, double value, int tenths) {
  static const std::string none;
  if (tenths == 0) return none;
  if (tenths > 0) return wording.helps;
  const double step = 0.01 * (1 + std::abs(value));
  for (double reach = step; reach < 1e6 * step; reach *= 2) {
    const double above = lexicon::evaluate(curve, value + reach);
    const double below = lexicon::evaluate(curve, value - reach);
    if (above != below) return above > below ? wording.hurts_low : wording.hurts_high;
  }
  return wording.hurts_high;
}

}  // namespace

struct Analyzer::State {
  Lexicon lexicon;
  AnalyzerOptions options;
  std::vector<text::LanguageData> languages;               // of the packs
  std::vector<std::unique_ptr<match::Matcher>> matchers;   // one a pack

  explicit State(Lexicon handle) : lexicon(std::move(handle)) {}

  const LexiconData& data() const { return lexicon.data(); }
  Analysis analyze(const Draft& draft) const;
  // Everything but edits and advice; positions are bytes of document.text.
  void measure(const Document& document, int pack, const std::string& subject,
               const match::SlotReading& slots, Analysis& out) const;
  void add_signals(const Document& document, const Pack& pack,
                   const std::vector<match::Match>& matches, const score::Scored& scored,
                   Analysis& out) const;
  void add_features(const Pack& pack, const std::vector<score::FeatureValue>& values,
                    const score::Scored& scored, Analysis& out) const;
  void choose_channel(const Draft& draft, const Document& document, Analysis& out) const;
};

void Analyzer::State::choose_channel(const Draft& draft, const Document& document,
                                     Analysis& out) const {
  const LexiconData& d = data();
  int channel = d.channel(draft.channel);
  if (channel < 0) {
    const bool subject =
        !draft.subject.empty() ||
        (!document.zones.empty() && document.zones[0].kind == text::ZoneKind::kSubject);
    const std::size_t size = document.code_points({0, document.text.size()}).size();
    const int note = d.channel("connection_note");
    std::size_t note_limit = 0;
    if (note >= 0) {
      for (const auto& tier : d.channels[static_cast<std::size_t>(note)].tiers) {
        for (const auto& limit : tier.limits) note_limit = std::max(note_limit, limit.max);
      }
    }
    const char* guess = subject || size > kSurelyEmail ? "email"
                        : size <= note_limit           ? "connection_note"
                                                       : "direct_message";
    channel = std::max(0, d.channel(guess));
  }
  const lexicon::Channel& chosen = d.channels[static_cast<std::size_t>(channel)];
  out.channel = chosen.id;
  out.tier = chosen.tiers.front().id;
  for (const lexicon::Tier& tier : chosen.tiers) {
    if (tier.id == draft.tier) out.tier = tier.id;
  }
  // A guessed note takes the first tier that it fits.
  if (d.channel(draft.channel) < 0 && draft.tier.empty()) {
    for (const lexicon::Tier& tier : chosen.tiers) {
      const auto limits = score::check_limits(tier, document, draft.subject);
      const bool fits = std::none_of(limits.begin(), limits.end(), [](const Limit& limit) {
        return limit.level == Limit::Level::kError;
      });
      if (!fits) continue;
      out.tier = tier.id;
      break;
    }
  }
}

void Analyzer::State::add_signals(const Document& document, const Pack& pack,
                                  const std::vector<match::Match>& matches,
                                  const score::Scored& scored, Analysis& out) const {
  const LexiconData& d = data();
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const lexicon::Rule& rule = pack.rules[static_cast<std::size_t>(matches[i].rule)];
    const lexicon::Finding& finding = d.evidence.findings[static_cast<std::size_t>(rule.evidence)];
    Signal signal;
    signal.signal = d.taxonomy.signals[static_cast<std::size_t>(matches[i].signal)].id;
    signal.rule = rule.id;
    signal.bytes = matches[i].span;
    signal.quote = std::string(document.slice(matches[i].span));
    signal.reason = rule.reason;
    signal.evidence = finding.id;
    signal.grade = finding.grade;
    signal.contribution = scored.matches[i];
    out.signals.push_back(std::move(signal));
  }
}

void Analyzer::State::add_features(const Pack& pack, const std::vector<score::FeatureValue>& values,
                                   const score::Scored& scored, Analysis& out) const {
  const LexiconData& d = data();
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i].value) continue;
    const lexicon::FeatureType& type = d.weights.features[i];
    const auto& finding = d.evidence.findings[static_cast<std::size_t>(type.evidence)];
    const lexicon::Curve& curve =
        type.curve.empty() ? d.channels[static_cast<std::size_t>(d.channel(out.channel))].length
                           : type.curve;
    Feature feature;
    feature.feature = type.id;
    feature.value = *values[i].value;
    feature.unit = features::find_feature(type.id)->unit;
    const auto wording = pack.feature_wording.find(type.id);
    if (wording != pack.feature_wording.end()) {
      feature.reason =
          feature_reason(wording->second, curve, feature.value, scored.features[i].tenths);
    }
    feature.evidence = finding.id;
    feature.grade = finding.grade;
    feature.contribution = scored.features[i];
    out.features.push_back(std::move(feature));
  }
}

void Analyzer::State::measure(const Document& document, int pack_index, const std::string& subject,
                              const match::SlotReading& slots, Analysis& out) const {
  const LexiconData& d = data();
  const Pack& pack = d.packs[static_cast<std::size_t>(pack_index)];
  const int channel = d.channel(out.channel);
  for (const lexicon::Tier& tier : d.channels[static_cast<std::size_t>(channel)].tiers) {
    if (tier.id == out.tier) out.limits = score::check_limits(tier, document, subject);
  }
  thread_local std::vector<match::RawMatch> raw;
  matchers[static_cast<std::size_t>(pack_index)]->match(document, raw);
  const auto matches = match::resolve(d, pack, document, slots, raw);
  const features::Input input = features::make_input(d, pack, document, matches);
  const auto values = score::feature_values(input, channel);
  const score::Scored scored = score::score(d, pack, matches, values);
  out.score = scored.score;
  out.base = scored.base;
  out.scores = scored.scores;
  add_signals(document, pack, matches, scored, out);
  add_features(pack, values, scored, out);
}

Analysis Analyzer::State::analyze(const Draft& draft) const {
  const LexiconData& d = data();
  // A subject given apart stands before the text while it is read, so that the
  // same rules see it; positions are put back at the end.
  std::string given = draft.text;
  std::size_t prefix = 0;
  const bool own_subject =
      given.size() > 8 && std::equal(given.begin(), given.begin() + 8, kSubjectLabel.begin(),
                                     [](char a, char b) { return std::tolower(a) == std::tolower(b); });
  if (!draft.subject.empty() && !own_subject) {
    std::string subject = draft.subject;
    for (char& c : subject) c = c == '\n' || c == '\r' ? ' ' : c;
    given = std::string(kSubjectLabel) + subject + "\n\n" + given;
    prefix = given.size() - draft.text.size();
  }
  const std::size_t asked = static_cast<std::size_t>(std::max(0, d.pack(draft.lang)));
  text::DocumentBuilder& builder = thread_builder();
  Document document = builder.build(given, languages[asked]);

  Analysis out;
  for (std::size_t repair : document.repairs) {
    if (repair >= prefix) out.repairs.push_back(repair - prefix);
  }
  choose_channel(draft, document, out);
  int pack = d.pack(draft.lang);
  out.lang = draft.lang;
  if (draft.lang.empty()) {
    const text::LanguageGuess guess = text::recognize_language(document, languages);
    out.lang = guess.lang;
    pack = guess.known ? d.pack(guess.lang) : -1;
    if (pack >= 0 && static_cast<std::size_t>(pack) != asked) {
      document = builder.build(given, languages[static_cast<std::size_t>(pack)]);
    }
  }
  if (document.tokens.empty() || pack < 0) {
    out.reason = document.tokens.empty() ? "empty" : "language";
    const int channel = d.channel(out.channel);
    for (const lexicon::Tier& tier : d.channels[static_cast<std::size_t>(channel)].tiers) {
      if (tier.id == out.tier) out.limits = score::check_limits(tier, document, draft.subject);
    }
    return out;
  }

  const std::size_t text_begin = document.from_given(prefix);
  match::SlotReading slots{draft.slots_filled, {}};
  measure(document, pack, draft.subject, slots, out);
  out.checks = advise::check_claims(d.packs[static_cast<std::size_t>(pack)], document, out,
                                    draft.context);
  if (options.edits || options.rewrites) {
    const auto remeasure = [&](const std::string& text, const std::vector<ByteSpan>& filled, Document* made) {
      Analysis after;
      after.channel = out.channel;
      after.tier = out.tier;
      Document changed = thread_builder().build(text, languages[static_cast<std::size_t>(pack)]);
      if (changed.tokens.empty()) return after;
      measure(changed, pack, draft.subject, {draft.slots_filled, filled}, after);
      if (made) *made = std::move(changed);
      return after;
    };
    const rewrite::EditInput input{d,  d.packs[static_cast<std::size_t>(pack)],
                                   document, out, draft.context, {}, remeasure};
    if (options.rewrites) out.rewrites = rewrite::rewrites({input, text_begin});
    if (options.edits) out.edits = rewrite::local_edits(input, options.max_edits);
    std::erase_if(out.edits, [&](const Edit& edit) { return edit.bytes.begin < text_begin; });
  }

  // From bytes of the document to positions in what was given.
  const std::size_t prefix_points = document.code_points({0, text_begin}).size();
  const auto place = [&](ByteSpan& bytes, CodePointSpan& span, Part* part) {
    span = document.code_points(bytes);
    bytes = document.given_bytes(bytes);
    const bool subject = bytes.begin < prefix;
    const std::size_t back = subject ? kSubjectLabel.size() : prefix;
    const std::size_t points_back = subject ? kSubjectLabel.size() : prefix_points;
    if (prefix == 0) return;
    bytes = {bytes.begin - back, bytes.end - back};
    span = {span.begin - points_back, span.end - points_back};
    if (part && subject) *part = Part::kSubject;
  };
  for (Signal& signal : out.signals) place(signal.bytes, signal.span, &signal.part);
  for (Check& check : out.checks) place(check.bytes, check.span, &check.part);
  for (Edit& edit : out.edits) place(edit.bytes, edit.span, nullptr);
  out.advice = advise::advise(d, d.packs[static_cast<std::size_t>(pack)], out, draft.context);
  return out;
}

Result<Analyzer> Analyzer::create(const AnalyzerOptions& options) {
  Result<Lexicon> lexicon = Lexicon::built_in();
  if (!lexicon) return Result<Analyzer>(lexicon.diagnostics());
  return create(*lexicon, options);
}

Result<Analyzer> Analyzer::create(const Lexicon& lexicon, const AnalyzerOptions& options) {
  auto state = std::make_shared<State>(lexicon);
  state->options = options;
  const LexiconData& d = lexicon.data();
  lexicon::DiagnosticLog log;
  check_names(d, options.only, "--only", log);
  check_names(d, options.ignore, "--ignore", log);
  check_features(d, log);
  for (const Pack& pack : d.packs) {
    // The program's own patterns are checked by its tests; a stranger's here.
    match::RuleFilter foreign;
    bool any = false;
    for (const lexicon::Rule& rule : pack.rules) {
      foreign.push_back(!d.files[static_cast<std::size_t>(rule.file)].shown.starts_with("<built-in>"));
      any = any || foreign.back();
    }
    if (any) match::check_patterns(d, pack, foreign, log);
  }
  if (log.has_errors()) return Result<Analyzer>(log.take());
  for (const Pack& pack : d.packs) {
    state->languages.push_back(pack.language);
    const match::RuleMask mask = make_mask(d, pack, options);
    state->matchers.push_back(options.match_slow ? match::make_slow_matcher(pack, mask)
                                                 : match::make_matcher(pack, mask));
  }
  return Analyzer(std::move(state));
}

Analysis Analyzer::analyze(const Draft& draft) const { return state_->analyze(draft); }

const Lexicon& Analyzer::lexicon() const { return state_->lexicon; }

}  // namespace rapport
