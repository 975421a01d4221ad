#include <algorithm>
#include <chrono>
#include <limits>

#include "analyzer/match/check.h"
#include "analyzer/match/pattern.h"
#include "analyzer/text/document.h"

namespace rapport::match {
namespace {

constexpr std::size_t kHostileBytes = 64u << 10;
constexpr int kRounds = 3;

std::string repeated(std::string_view unit) {
  std::string out;
  while (out.size() < kHostileBytes) out += unit;
  return out;
}

// Text made to hurt a rule whose marked stretch is `hit`.
std::vector<std::string> hostile_texts(const std::string& hit) {
  const std::size_t first = hit.find(' ');
  const std::size_t last = hit.rfind(' ');
  return {repeated(hit + " "),                                    // every start is good
          repeated(hit.substr(0, first) + " "),                   // none gets on
          repeated(hit.substr(0, last == std::string::npos ? hit.size() : last) + " "),
          repeated(hit.substr(0, first) + "-")};                  // one run without spaces
}

double slowest_bytes_a_second(const CompiledPattern& pattern, const text::Document& text) {
  double best = std::numeric_limits<double>::infinity();
  for (int round = 0; round < kRounds; ++round) {
    std::vector<ByteSpan> out;
    const auto start = std::chrono::steady_clock::now();
    const Edges edges(text);
    pattern.find_all(text.folded, edges, out);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    best = std::min(best, took.count());
    // Only a doubtful one is worth more rounds.
    if (static_cast<double>(text.folded.size()) / best > 4 * kSlowestPattern) break;
  }
  return static_cast<double>(text.folded.size()) / best;
}

}  // namespace

void check_speed(const LexiconData& lexicon, const lexicon::Pack& pack, const RuleFilter& filter,
                 lexicon::DiagnosticLog& log) {
  text::DocumentBuilder builder;
  const auto read = [&](const std::string& text) { return builder.build(text, pack.language); };
  const std::vector<text::Document> shared = {read(repeated("a")), read(repeated("a-")),
                                              read(repeated("a "))};
  for (std::size_t i = 0; i < pack.rules.size(); ++i) {
    const lexicon::Rule& rule = pack.rules[i];
    if ((!filter.empty() && !filter[i]) || rule.any.empty()) continue;
    const auto& file = lexicon.files[static_cast<std::size_t>(rule.file)];
    std::vector<std::string_view> patterns;
    for (const lexicon::Pattern& pattern : rule.any) patterns.push_back(pattern.expanded);
    const CompiledPattern compiled(patterns);
    const int size = compiled.program_size();
    if (size > kWarnProgramSize) {
      log.add(file, rule.any[0].line, rule.any[0].column, "L015",
              "the rule's program has " + std::to_string(size) + " instructions, over " +
                  std::to_string(size > kMostProgramSize ? kMostProgramSize : kWarnProgramSize) +
                  "; use fewer or smaller gaps",
              size > kMostProgramSize ? Severity::kError : Severity::kWarning);
    }
    double slowest = std::numeric_limits<double>::infinity();
    for (const text::Document& text : shared) {
      slowest = std::min(slowest, slowest_bytes_a_second(compiled, text));
    }
    const std::string& hit = rule.hits[0].text;
    const std::size_t open = hit.find("<<");
    for (const std::string& text :
         hostile_texts(hit.substr(open + 2, hit.find(">>") - open - 2))) {
      slowest = std::min(slowest, slowest_bytes_a_second(compiled, read(text)));
    }
    if (slowest >= kSlowestPattern) continue;
    log.add(file, rule.any[0].line, rule.any[0].column, "L016",
            "the rule is slow on hostile text: " + std::to_string(slowest / 1e6).substr(0, 4) +
                " MB/s, under 2; bound its gaps, start it with a word");
  }
}

}  // namespace rapport::match
