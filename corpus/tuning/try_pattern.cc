#include "corpus/tuning/try_pattern.h"

#include <set>

#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/lexicon/macros.h"
#include "analyzer/match/check.h"
#include "analyzer/match/pattern.h"
#include "analyzer/text/offsets.h"
#include "analyzer/text/utf8.h"

namespace rapport::corpus {
namespace {

constexpr const char* kShownName = "PATTERN";  // where a diagnostic has a file

Diagnostic refuse(std::string code, std::string message, std::string excerpt,
                  std::optional<std::size_t> offset) {
  Diagnostic out;
  out.file = kShownName;
  out.code = std::move(code);
  out.message = std::move(message);
  if (offset) {
    out.line = 1;
    out.column = 1 + static_cast<int>(text::OffsetMap(excerpt).code_points(*offset));
  }
  out.excerpt = std::move(excerpt);
  return out;
}

std::vector<TriedHit> hits_in(const Reading& reading, const match::CompiledPattern& pattern,
                              const match::Edges& edges, const lexicon::Pack& pack) {
  std::vector<TriedHit> out;
  const text::Document& document = reading.document;
  std::vector<ByteSpan> found;
  pattern.find_all(document.folded, edges, found);
  for (const ByteSpan folded : found) {
    const ByteSpan span = document.to_text(folded);
    if (span.empty() || document.zone_at(span.begin) == text::ZoneKind::kQuoted) continue;
    TriedHit hit;
    hit.quote = quote_of(*reading.record, document.text, span);
    hit.span = document.code_points(span);
    hit.zone = document.zone_at(span.begin);
    std::set<std::string> rules;
    for (const RuleHit& other : reading.hits) {
      if (!other.span.overlaps(span)) continue;
      rules.insert(pack.rules[static_cast<std::size_t>(other.rule)].id);
    }
    hit.rules.assign(rules.begin(), rules.end());
    std::set<std::string> gold;
    for (const GoldSpan& one : reading.record->spans) {
      if (one.span.overlaps(hit.span)) gold.insert(one.signal);
    }
    hit.gold.assign(gold.begin(), gold.end());
    out.push_back(std::move(hit));
  }
  return out;
}

void count(const TriedHit& hit, const GoldRecord& record, Tried& out) {
  out.uncovered += hit.rules.empty();
  for (const std::string& rule : hit.rules) ++out.rules[rule];
  if (!record.marked) return;
  for (const std::string& signal : hit.gold) ++out.gold[signal];
  if (hit.gold.empty()) ++out.gold[""];
}

// The hits of one pattern, record by record, added up.
Tried sum(const std::vector<GoldRecord>& records, const std::vector<char>& is_read,
          std::vector<std::vector<TriedHit>> hits) {
  Tried out;
  out.records = records.size();
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!is_read[i]) {
      ++out.unread;
      continue;
    }
    out.marked += records[i].marked;
    LabelCount& label = out.labels[records[i].label];
    ++label.records;
    label.hits += hits[i].size();
    label.messages += !hits[i].empty();
    out.messages += !hits[i].empty();
    for (TriedHit& hit : hits[i]) {
      hit.record = i;
      count(hit, records[i], out);
      out.hits.push_back(std::move(hit));
    }
  }
  const LabelCount good = out.of(Label::kGood);
  const LabelCount bad = out.of(Label::kBad);
  out.lift = lift(static_cast<double>(good.messages), static_cast<double>(good.records),
                  static_cast<double>(bad.messages), static_cast<double>(bad.records));
  return out;
}

std::vector<Tried> try_compiled(const std::vector<match::CompiledPattern>& patterns,
                                const std::vector<GoldRecord>& records, const Lexicon& lexicon,
                                int pack) {
  std::vector<std::vector<std::vector<TriedHit>>> hits(
      patterns.size(), std::vector<std::vector<TriedHit>>(records.size()));
  std::vector<char> is_read(records.size());
  const lexicon::Pack& rules = lexicon.data().packs[static_cast<std::size_t>(pack)];
  RuleReader(lexicon).each(records, [&](std::size_t i, const Reading& reading) {
    is_read[i] = reading.pack == pack;
    if (!is_read[i]) return;
    const match::Edges edges(reading.document);
    for (std::size_t p = 0; p < patterns.size(); ++p) {
      hits[p][i] = hits_in(reading, patterns[p], edges, rules);
    }
  });
  std::vector<Tried> out;
  for (auto& of_pattern : hits) out.push_back(sum(records, is_read, std::move(of_pattern)));
  return out;
}

}  // namespace

LabelCount Tried::of(Label label) const {
  const auto found = labels.find(label);
  return found == labels.end() ? LabelCount{} : found->second;
}

Result<Tried> try_pattern(const std::string& pattern, const std::vector<GoldRecord>& records,
                          const Lexicon& lexicon, std::string_view lang) {
  const LexiconData& data = lexicon.data();
  const int pack_index = data.pack(lang);
  const lexicon::Pack& pack = data.packs[static_cast<std::size_t>(pack_index)];
  std::string expanded;
  if (!text::is_utf8(pattern)) {
    return Result<Tried>(std::vector{refuse("L001", "the pattern is not UTF-8", "", {})});
  }
  const lexicon::PatternProblem problem =
      lexicon::read_pattern(pattern, {}, pack.macros, expanded);
  if (!problem.code.empty()) {
    return Result<Tried>(
        std::vector{refuse(problem.code, problem.message, problem.text, problem.offset)});
  }
  match::CompiledPattern compiled({expanded});
  const match::PatternRefusal refused = match::refuse_compiled(compiled);
  if (!refused.code.empty()) {
    return Result<Tried>(std::vector{refuse(refused.code, refused.message, expanded, {})});
  }

  std::vector<match::CompiledPattern> patterns;
  patterns.push_back(std::move(compiled));
  Tried tried = std::move(try_compiled(patterns, records, lexicon, pack_index).front());
  tried.expanded = std::move(expanded);
  return tried;
}

std::vector<Tried> try_patterns(const std::vector<std::string>& patterns,
                                const std::vector<GoldRecord>& records, const Lexicon& lexicon,
                                std::string_view lang) {
  const int pack = lexicon.data().pack(lang);
  const lexicon::Macros& macros = lexicon.data().packs[static_cast<std::size_t>(pack)].macros;
  std::vector<match::CompiledPattern> compiled;
  std::vector<std::string> expanded(patterns.size());
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    lexicon::read_pattern(patterns[i], {}, macros, expanded[i]);
    compiled.emplace_back(std::vector<std::string_view>{expanded[i]});
  }
  std::vector<Tried> out = try_compiled(compiled, records, lexicon, pack);
  for (std::size_t i = 0; i < out.size(); ++i) out[i].expanded = std::move(expanded[i]);
  return out;
}

}  // namespace rapport::corpus
