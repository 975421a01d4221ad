// rapport_bench: each stage alone, over one thousand generated messages.
//
// Each benchmark does what it says it does: before it is timed it counts what
// it finds, and fails where that is nothing. `items_per_second` are messages,
// `bytes_per_second` bytes of the messages' UTF-8.
#include <benchmark/benchmark.h>

#include "bench/generate.h"
#include "bench/peers.h"
#include "bench/pipeline.h"
#include "bench/words.h"

namespace {

using namespace rapport;

constexpr std::size_t kMessages = 1'000;

// What all benchmarks share; made once.
struct Fixture {
  Lexicon lexicon = bench::built_in_lexicon();
  bench::Pipeline pipeline{lexicon};
  bench::Words words;
  bench::IcuWords icu;
  bench::IdSet ids_only{pipeline.pack()};
  Analyzer plain = bench::make_analyzer(lexicon, false);
  Analyzer with_edits = bench::make_analyzer(lexicon, true);

  std::vector<std::string> texts = bench::Generator(lexicon).messages(0, kMessages);
  std::vector<std::string> ascii;
  std::vector<std::u16string> wide;
  std::vector<std::u16string> ascii_wide;
  std::vector<text::Document> documents;
  std::vector<std::vector<match::RawMatch>> raw;
  std::vector<std::vector<match::Match>> matches;

  Fixture() {
    for (const std::string& text : texts) {
      wide.push_back(bench::to_utf16(text));
      if (bench::is_ascii(text)) {
        ascii.push_back(text);
        ascii_wide.push_back(wide.back());
      }
      documents.push_back(pipeline.build(text));
      pipeline.find(documents.back(), raw.emplace_back());
      matches.push_back(pipeline.resolve(documents.back(), raw.back()));
    }
  }
};

Fixture& fixture() {
  static Fixture made;
  return made;
}

// Times `use(i)` for each text; it gives how much it found.
template <typename Use>
void each(benchmark::State& state, const std::vector<std::string>& texts, Use use) {
  std::size_t found = 0;
  std::int64_t bytes = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    found += use(i);
    bytes += static_cast<std::int64_t>(texts[i].size());
  }
  if (found == 0) {
    state.SkipWithError("found nothing");
    return;
  }
  for (auto _ : state) {
    for (std::size_t i = 0; i < texts.size(); ++i) benchmark::DoNotOptimize(use(i));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
  state.SetBytesProcessed(state.iterations() * bytes);
  state.counters["found"] = static_cast<double>(found) / static_cast<double>(texts.size());
}

void document_build(benchmark::State& state) {
  Fixture& f = fixture();
  each(state, f.texts, [&](std::size_t i) { return f.pipeline.build(f.texts[i]).tokens.size(); });
}

void fold(benchmark::State& state) {
  Fixture& f = fixture();
  each(state, f.texts, [&](std::size_t i) { return f.words.fold(f.texts[i]); });
}

void words_fast_path(benchmark::State& state) {
  Fixture& f = fixture();
  each(state, f.ascii, [&](std::size_t i) { return f.words.fast(f.ascii[i]); });
}

void words_icu_ascii(benchmark::State& state) {
  Fixture& f = fixture();
  each(state, f.ascii, [&](std::size_t i) { return f.icu.count(f.ascii_wide[i]); });
}

void words_icu(benchmark::State& state) {
  Fixture& f = fixture();
  each(state, f.texts, [&](std::size_t i) { return f.icu.count(f.wide[i]); });
}

void set_ids_only(benchmark::State& state) {
  Fixture& f = fixture();
  std::vector<int> ids;
  const std::vector<std::string> few(f.texts.begin(), f.texts.begin() + 20);
  each(state, few,
       [&](std::size_t i) { return f.ids_only.match(f.documents[i].folded, ids); });
}

void match_with_spans(benchmark::State& state) {
  Fixture& f = fixture();
  std::vector<match::RawMatch> raw;
  each(state, f.texts, [&](std::size_t i) {
    f.pipeline.find(f.documents[i], raw);
    return raw.size();
  });
}

void match_slowly(benchmark::State& state) {
  Fixture& f = fixture();
  std::vector<match::RawMatch> raw;
  const std::vector<std::string> few(f.texts.begin(), f.texts.begin() + 20);
  each(state, few, [&](std::size_t i) {
    f.pipeline.find_slowly(f.documents[i], raw);
    return raw.size();
  });
}

void guards_and_overlaps(benchmark::State& state) {
  Fixture& f = fixture();
  each(state, f.texts,
       [&](std::size_t i) { return f.pipeline.resolve(f.documents[i], f.raw[i]).size(); });
}

void features_and_score(benchmark::State& state) {
  Fixture& f = fixture();
  each(state, f.texts, [&](std::size_t i) {
    return static_cast<std::size_t>(f.pipeline.score(f.documents[i], f.matches[i]));
  });
}

void analyze_without_edits(benchmark::State& state) {
  Fixture& f = fixture();
  each(state, f.texts,
       [&](std::size_t i) { return f.plain.analyze({.text = f.texts[i]}).signals.size(); });
}

void analyze_with_edits(benchmark::State& state) {
  Fixture& f = fixture();
  const std::vector<std::string> few(f.texts.begin(), f.texts.begin() + 200);
  each(state, few,
       [&](std::size_t i) { return f.with_edits.analyze({.text = few[i]}).signals.size(); });
}

void load_lexicon(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(bench::built_in_lexicon());
}

void compile_set(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(bench::IdSet(fixture().pipeline.pack()).patterns());
  }
}

BENCHMARK(document_build)->Unit(benchmark::kMillisecond);
BENCHMARK(fold)->Unit(benchmark::kMillisecond);
BENCHMARK(words_fast_path)->Unit(benchmark::kMillisecond);
BENCHMARK(words_icu_ascii)->Unit(benchmark::kMillisecond);
BENCHMARK(words_icu)->Unit(benchmark::kMillisecond);
BENCHMARK(set_ids_only)->Unit(benchmark::kMillisecond);
BENCHMARK(match_with_spans)->Unit(benchmark::kMillisecond);
BENCHMARK(match_slowly)->Unit(benchmark::kMillisecond);
BENCHMARK(guards_and_overlaps)->Unit(benchmark::kMillisecond);
BENCHMARK(features_and_score)->Unit(benchmark::kMillisecond);
BENCHMARK(analyze_without_edits)->Unit(benchmark::kMillisecond);
BENCHMARK(analyze_with_edits)->Unit(benchmark::kMillisecond);
BENCHMARK(load_lexicon)->Unit(benchmark::kMillisecond);
BENCHMARK(compile_set)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
