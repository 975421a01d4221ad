#include "analyzer/match/check.h"

#include "analyzer/match/guards.h"
#include "analyzer/match/matcher.h"

namespace rapport::match {
namespace {

using lexicon::DiagnosticLog;
using lexicon::PlacedText;
using lexicon::Rule;

template <typename Use>
void each_rule(const lexicon::Pack& pack, const RuleFilter& filter, Use use) {
  for (std::size_t i = 0; i < pack.rules.size(); ++i) {
    if (filter.empty() || filter[i]) use(static_cast<int>(i), pack.rules[i]);
  }
}

bool has_slot(const text::Document& document) {
  return document.folded.find(text::kSlotUtf8) != std::string::npos;
}

// What one rule alone accepts in one text.
class ExampleRunner {
 public:
  ExampleRunner(const LexiconData& lexicon, const lexicon::Pack& pack, int rule)
      : lexicon_(lexicon), pack_(pack), rule_(rule) {
    RuleMask mask(pack.rules.size());
    mask[static_cast<std::size_t>(rule)] = true;
    matcher_ = make_slow_matcher(pack, mask);
  }

  std::vector<ByteSpan> run(const std::string& text) {
    document_ = builder().build(text, pack_.language);
    const Rule& rule = pack_.rules[static_cast<std::size_t>(rule_)];
    SlotReading slots;
    slots.all_filled = has_slot(document_) && !(rule.unless & lexicon::kTemplate);
    std::vector<RawMatch> raw;
    matcher_->match(document_, raw);
    const Guards guards(lexicon_, pack_, document_, slots);
    std::vector<ByteSpan> out;
    for (const RawMatch& match : raw) {
      if (!guards.accepts(rule, match)) continue;
      if (rule.max > 0 && static_cast<int>(out.size()) >= rule.max) break;
      out.push_back(document_.to_text(match.folded));
    }
    return out;
  }

  std::string shown(const std::vector<ByteSpan>& spans) const {
    if (spans.empty()) return "nothing";
    std::string out;
    for (ByteSpan span : spans) {
      if (!out.empty()) out += " and ";
      out += "'" + std::string(document_.slice(span)) + "'";
    }
    return out;
  }

 private:
  // ICU's iterators are slow to make: one builder serves all rules.
  static text::DocumentBuilder& builder() {
    thread_local text::DocumentBuilder builder;
    return builder;
  }

  const LexiconData& lexicon_;
  const lexicon::Pack& pack_;
  int rule_;
  std::unique_ptr<Matcher> matcher_;
  text::Document document_;
};

}  // namespace

PatternRefusal refuse_compiled(const CompiledPattern& pattern) {
  if (!pattern.ok()) {
    return {"L012", "not a pattern that RE2 takes: " + pattern.error() +
                        "; it has no look-around and no back-references"};
  }
  if (pattern.matches_empty()) {
    return {"L013", "the pattern matches the empty string; make a part of it obligatory"};
  }
  if (pattern.program_size() > kMostProgramSize) {
    return {"L015", "the pattern's program has " + std::to_string(pattern.program_size()) +
                        " instructions, over " + std::to_string(kMostProgramSize) +
                        "; use fewer or smaller gaps"};
  }
  return {};
}

void check_patterns(const LexiconData& lexicon, const lexicon::Pack& pack, const RuleFilter& filter,
                    DiagnosticLog& log) {
  each_rule(pack, filter, [&](int, const Rule& rule) {
    for (const auto* patterns : {&rule.any, &rule.except}) {
      for (const lexicon::Pattern& pattern : *patterns) {
        const PatternRefusal refused = refuse_compiled(CompiledPattern({pattern.expanded}));
        if (refused.code.empty()) continue;
        log.add(lexicon.files[static_cast<std::size_t>(rule.file)], pattern.line, pattern.column,
                refused.code, refused.message);
      }
    }
  });
}

ExampleCounts check_examples(const LexiconData& lexicon, const lexicon::Pack& pack,
                             const RuleFilter& filter, DiagnosticLog& log) {
  ExampleCounts counts;
  each_rule(pack, filter, [&](int index, const Rule& rule) {
    ExampleRunner runner(lexicon, pack, index);
    const auto& file = lexicon.files[static_cast<std::size_t>(rule.file)];
    for (const PlacedText& hit : rule.hits) {
      ++counts.hits;
      const std::size_t open = hit.text.find("<<");
      const std::size_t close = hit.text.find(">>");
      const std::string inner = hit.text.substr(open + 2, close - open - 2);
      const ByteSpan wanted{open, open + inner.size()};
      const auto got = runner.run(hit.text.substr(0, open) + inner + hit.text.substr(close + 2));
      if (got == std::vector{wanted}) continue;
      log.add(file, hit.line, hit.column, "L017",
              rule.id + " must match '" + inner + "' here and nothing else; it matches " +
                  runner.shown(got));
    }
    for (const PlacedText& pass : rule.passes) {
      ++counts.passes;
      const auto got = runner.run(pass.text);
      if (got.empty()) continue;
      log.add(file, pass.line, pass.column, "L018",
              rule.id + " must match nothing here; it matches " + runner.shown(got));
    }
  });
  return counts;
}

}  // namespace rapport::match
