// rapport_startup WHAT: what one fresh process spends, as lines "name<TAB>value".
//   compile   the patterns alone into one RE2::Set: compile_ms
//   score     up to the first score: lexicon_ms, analyzer_ms, first_ms, second_ms
//   large     a draft of 64 KiB of each kind: <kind>_ms, <kind>_edits_ms
//   memory    20,000 messages, edits suggested for one in ten: peak_mb
// Times are of the wall clock.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstring>

#include "bench/generate.h"
#include "bench/peers.h"
#include "bench/pipeline.h"

namespace {

using namespace rapport;

constexpr std::size_t kLarge = 64 << 10;
constexpr char kDraft[] =
    "Hi Ana, your talk on cache invalidation at CppCon made me rewrite our eviction code. I work "
    "on the same problem at a small bank and wrote up what we measured; happy to send it. Would "
    "be glad to connect.";

// Runs `work` and prints what it took; gives back what it gave.
template <typename Work>
auto timed(const std::string& name, Work work) {
  const auto start = std::chrono::steady_clock::now();
  auto result = work();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  std::printf("%s\t%.3f\n", name.c_str(), took.count());
  return result;
}

void run_compile() {
  const Lexicon lexicon = bench::built_in_lexicon();
  const auto& pack = lexicon.data().packs.front();
  const auto patterns = timed("compile_ms", [&] { return bench::IdSet(pack).patterns(); });
  std::printf("patterns\t%zu\nrules\t%zu\n", patterns, pack.rules.size());
}

void run_score() {
  const Lexicon lexicon = timed("lexicon_ms", [] { return bench::built_in_lexicon(); });
  const Analyzer analyzer =
      timed("analyzer_ms", [&] { return bench::make_analyzer(lexicon, true); });
  timed("first_ms", [&] { return analyzer.analyze({.text = kDraft}); });
  timed("second_ms", [&] { return analyzer.analyze({.text = kDraft}); });
}

// `part(i)` again and again, up to 64 KiB.
template <typename Part>
std::string large(Part part) {
  std::string text;
  for (std::size_t i = 0; text.size() < kLarge; ++i) text += part(i);
  text.resize(kLarge);
  return text;
}

void run_large() {
  const Lexicon lexicon = bench::built_in_lexicon();
  const bench::Generator generator(lexicon);
  const Analyzer plain = bench::make_analyzer(lexicon, false);
  const Analyzer with_edits = bench::make_analyzer(lexicon, true);
  const auto measure = [&](const std::string& kind, const std::string& text) {
    timed(kind + "_ms", [&] { return plain.analyze({.text = text}); });
    timed(kind + "_edits_ms", [&] { return with_edits.analyze({.text = text}); });
  };
  measure("messages", large([&](std::size_t i) { return generator.message(i) + "\n\n"; }));
  // All of it what rules look for.
  std::vector<std::string> hits;
  for (const RuleInfo& rule : lexicon.rules()) {
    for (std::string hit : rule.hits) {
      for (const char* mark : {"<<", ">>"}) {
        for (std::size_t at; (at = hit.find(mark)) != std::string::npos;) hit.erase(at, 2);
      }
      hits.push_back(hit + " ");
    }
  }
  measure("hits", large([&](std::size_t i) { return hits[i % hits.size()]; }));
  measure("one_phrase", large([](std::size_t) { return "quick call with you "; }));
  measure("no_space", large([](std::size_t) { return "a"; }));
  measure("emoji", large([](std::size_t) { return "\U0001F680"; }));
}

void run_memory() {
  const Lexicon lexicon = bench::built_in_lexicon();
  const bench::Generator generator(lexicon);
  const Analyzer plain = bench::make_analyzer(lexicon, false);
  const Analyzer with_edits = bench::make_analyzer(lexicon, true);
  for (std::size_t i = 0; i < 20'000; ++i) {
    (i % 10 == 0 ? with_edits : plain).analyze({.text = generator.message(i)});
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("peak_mb\t%.1f\n", static_cast<double>(usage.ru_maxrss) / 1024);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc == 2 ? argv[1] : "";
  if (what == "compile") {
    run_compile();
  } else if (what == "score") {
    run_score();
  } else if (what == "large") {
    run_large();
  } else if (what == "memory") {
    run_memory();
  } else {
    std::fputs("usage: rapport_startup compile|score|large|memory\n", stderr);
    return 2;
  }
  return 0;
}
