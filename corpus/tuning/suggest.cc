#include "corpus/tuning/suggest.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>

#include "analyzer/lexicon/lexicon_data.h"
#include "corpus/tuning/phrase_pattern.h"
#include "corpus/tuning/rule_text.h"
#include "corpus/tuning/variants.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kTriedPerShown = 3;  // some are dropped once they are counted again
constexpr double kLeastZ = 1.96;

using Spans = std::vector<CodePointSpan>;

bool overlaps(const Spans& spans, CodePointSpan span) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](CodePointSpan one) { return one.overlaps(span); });
}

class Suggester {
 public:
  Suggester(const std::vector<GoldRecord>& records, const Lexicon& lexicon,
            const SuggestOptions& options)
      : records_(records),
        lexicon_(lexicon),
        options_(options),
        data_(lexicon.data()),
        pack_index_(data_.pack(options.lang)),
        pack_(data_.packs[static_cast<std::size_t>(pack_index_)]),
        by_family_(options.name.find('.') == std::string::npos) {
    for (const lexicon::Rule& rule : pack_.rules) taken_.insert(rule.id);
  }

  Suggestions run() {
    read();
    PhraseRules rules;
    rules.first_only = is_named();
    rules.uncovered_only = !is_named();
    rules.fewest = options_.min_count > 0 ? options_.min_count
                   : is_named()           ? kFewestMissed
                                          : kFewestMessages;
    sizes_ = class_sizes(sources_);
    const ContentWords content(pack_.language.function_words);
    const auto groups =
        merge_variants(find_phrases(sources_, content, rules), sizes_, content, {});
    std::vector<std::string> patterns;
    for (const PhraseGroup& group : groups) {
      if (patterns.size() == options_.top * kTriedPerShown) break;
      patterns.push_back(pattern_of(group, pack_));
    }
    std::vector<Tried> tried = try_patterns(patterns, records_, lexicon_, options_.lang);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      add(groups[i], patterns[i], std::move(tried[i]));
    }
    auto& found = out_.suggestions;
    std::stable_sort(found.begin(), found.end(), [](const Suggestion& a, const Suggestion& b) {
      return std::abs(a.z) > std::abs(b.z);
    });
    if (found.size() > options_.top) found.resize(options_.top);
    for (Suggestion& suggestion : found) write(suggestion);
    return std::move(out_);
  }

 private:
  bool is_named() const { return !options_.name.empty(); }

  bool is_of_name(std::string_view signal) const {
    return by_family_ ? family_of(signal) == options_.name : signal == options_.name;
  }

  Spans spans_of_name(const std::vector<GoldSpan>& spans) const {
    Spans out;
    for (const GoldSpan& span : spans) {
      if (is_of_name(span.signal)) out.push_back(span.span);
    }
    return out;
  }

  void read() {
    sources_.resize(records_.size());
    missed_.resize(records_.size());
    of_name_.resize(records_.size());
    std::vector<char> is_read(records_.size());
    RuleReader(lexicon_).each(records_, [&](std::size_t i, const Reading& reading) {
      is_read[i] = reading.pack == pack_index_;
      if (is_read[i]) read_one(i, reading);
    });
    std::map<std::string_view, std::size_t> units;
    out_.records = records_.size();
    for (std::size_t i = 0; i < records_.size(); ++i) {
      sources_[i].unit = units.emplace(records_[i].unit(), units.size()).first->second;
      out_.unread += !is_read[i];
      if (!is_read[i]) continue;
      out_.good += records_[i].label == Label::kGood;
      out_.bad += records_[i].label == Label::kBad;
      out_.marked += records_[i].marked;
      out_.spans += spans_of_name(records_[i].spans).size();
      out_.missed += missed_[i].size();
    }
  }

  // Called from several threads, each with records of its own.
  void read_one(std::size_t i, const Reading& reading) {
    const GoldRecord& record = records_[i];
    PhraseSource& source = sources_[i];
    source.text = record.text;
    if (is_named() && !record.marked) return;
    source.words = phrase_words(reading.document);
    Spans found;  // signals of the name
    std::vector<ByteSpan> signals;
    for (const RuleHit& hit : reading.hits) {
      if (!hit.stays) continue;
      signals.push_back(hit.span);
      const std::string& id = data_.taxonomy.signals[static_cast<std::size_t>(hit.signal)].id;
      if (is_of_name(id)) found.push_back(reading.document.code_points(hit.span));
    }
    if (is_named()) {
      of_name_[i] = spans_of_name(record.spans);
      for (const CodePointSpan span : of_name_[i]) {
        if (!overlaps(found, span)) missed_[i].push_back(span);
      }
      for (const CodePointSpan span : spans_of_name(record.maybe)) of_name_[i].push_back(span);
    }
    for (PhraseWord& word : source.words) {
      const ByteSpan span{word.begin, word.end};
      word.covered = std::any_of(signals.begin(), signals.end(),
                                 [&](ByteSpan signal) { return signal.overlaps(span); });
      word.side = is_named() ? side_by_spans(i, reading.document.code_points(span))
                             : side_by_label(record.label);
    }
  }

  static std::uint32_t side_by_label(Label label) {
    return label == Label::kGood ? kFirstSide : label == Label::kBad ? kSecondSide : kNoSide;
  }

  std::uint32_t side_by_spans(std::size_t record, CodePointSpan word) const {
    for (std::size_t i = 0; i < missed_[record].size(); ++i) {
      if (missed_[record][i].contains(word)) return kFirstSide + static_cast<std::uint32_t>(i);
    }
    return overlaps(of_name_[record], word) ? kNoSide : kSecondSide;
  }

  // Counts a phrase's pattern as it hits; what does not stand the test is dropped.
  void add(const PhraseGroup& group, const std::string& pattern, Tried tried) {
    Suggestion one;
    std::set<std::size_t> first, second, all;
    for (const TriedHit& hit : tried.hits) {
      const std::uint32_t side =
          !is_named() ? side_by_label(records_[hit.record].label)
          : !records_[hit.record].marked ? kNoSide
          : overlaps(missed_[hit.record], hit.span)  ? kFirstSide
          : overlaps(of_name_[hit.record], hit.span) ? kNoSide
                                                     : kSecondSide;
      if (side == kFirstSide) first.insert(hit.record);
      if (side == kSecondSide) second.insert(hit.record);
      all.insert(hit.record);
    }
    one.first = first.size();
    one.second = second.size();
    const auto number = [](std::size_t count) { return static_cast<double>(count); };
    one.z = log_odds_z({number(first.size()), number(second.size()), number(all.size())}, sizes_);
    if (is_named() ? one.z < kLeastZ : std::abs(one.z) < kLeastZ) return;
    if (!is_named() && tried.uncovered * 2 <= tried.hits.size()) return;
    one.pattern = pattern;
    one.tried = std::move(tried);
    one.variants = group.variants;
    one.id = rule_name_of(group);  // write() makes the whole of it
    out_.suggestions.push_back(std::move(one));
  }

  // The dotted id under at least half of the hits in records with spans.
  std::string guess_signal(const Suggestion& suggestion) const {
    if (is_named() && !by_family_) return options_.name;
    std::size_t judged = 0;
    std::map<std::string, std::size_t> counts;
    for (const TriedHit& hit : suggestion.tried.hits) {
      if (!records_[hit.record].marked) continue;
      if (is_named() && !overlaps(missed_[hit.record], hit.span)) continue;
      ++judged;
      for (const std::string& signal : hit.gold) {
        if (!is_named() || is_of_name(signal)) ++counts[signal];
      }
    }
    std::string best;
    std::size_t most = 0;
    for (const auto& [signal, count] : counts) {
      if (count > most) best = signal, most = count;
    }
    return most * 2 >= judged ? best : "";
  }

  // Whether the hit is one of those that speak for the suggestion.
  bool speaks(const Suggestion& suggestion, const TriedHit& hit) const {
    if (is_named()) return overlaps(missed_[hit.record], hit.span);
    return records_[hit.record].label == (suggestion.z > 0 ? Label::kGood : Label::kBad);
  }

  void write(Suggestion& suggestion) {
    RuleDraft rule;
    rule.signal = guess_signal(suggestion);
    suggestion.signal = rule.signal;
    const std::string name = suggestion.id;
    suggestion.id.clear();
    if (!rule.signal.empty()) {
      const std::string id = options_.lang + "." + rule.signal + "." + name;
      rule.id = id;
      for (int i = 2; !taken_.insert(rule.id).second; ++i) rule.id = id + "_" + std::to_string(i);
      suggestion.id = rule.id;
      rule.evidence = usual_evidence(lexicon_, options_.lang, rule.signal);
    }
    rule.id_hint = options_.lang + ".<signal>." + name;
    rule.any = {suggestion.pattern};
    std::set<std::string> words;  // other words teach more than the same again
    std::set<std::string> lines;
    for (const bool fresh : {true, false}) {
      for (const TriedHit& hit : suggestion.tried.hits) {
        if (rule.hits.size() >= options_.examples) break;
        if (!speaks(suggestion, hit) || words.insert(hit.quote.hit).second != fresh) continue;
        const auto line = example_line(records_[hit.record].text, hit.span,
                                       suggestion.tried.expanded, pack_);
        if (!line || !lines.insert(*line).second) continue;
        rule.hits.push_back(*line);
        suggestion.lines.push_back(hit.quote);
      }
    }
    char z[32];
    std::snprintf(z, sizeof z, "%+.1f", suggestion.z);
    rule.source = "rapport tune suggest: z " + std::string(z) + " over " +
                  std::to_string(out_.records) + " messages";
    suggestion.rule = rule_block(rule);
  }

  const std::vector<GoldRecord>& records_;
  const Lexicon& lexicon_;
  const SuggestOptions& options_;
  const LexiconData& data_;
  int pack_index_;
  const lexicon::Pack& pack_;
  bool by_family_;
  std::vector<PhraseSource> sources_;
  std::vector<Spans> missed_;   // gold spans of the name that no signal found
  std::vector<Spans> of_name_;  // gold and maybe spans of the name
  ClassSizes sizes_;
  std::set<std::string> taken_;  // rule ids
  Suggestions out_;
};

}  // namespace

Suggestions suggest(const std::vector<GoldRecord>& records, const Lexicon& lexicon,
                    const SuggestOptions& options) {
  return Suggester(records, lexicon, options).run();
}

}  // namespace rapport::corpus
