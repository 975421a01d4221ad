// rapport_macro [--messages N] [--slice N]: measures every stage and its peers
// over the generated corpus, on one thread, and prints Markdown tables.
//
// The corpus is made slice by slice, outside of the measured time; on each slice
// every lane runs once, in an order that turns from slice to slice, so that what
// else the machine does hits all lanes alike. A speed is the median over slices,
// a ratio the median of the slices' ratios. Times are processor time of the
// thread. The first slices, while RE2's automata grow, are run but not counted.
//
// RE2::Set, the peer of matching, is there twice: with the library's own budget
// of memory, in which its automaton finds no room and is built again and again,
// and with 1 GB, where it warms up over thousands of messages.
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <functional>

#include "analyzer/text/document.h"
#include "bench/generate.h"
#include "bench/peers.h"
#include "bench/pipeline.h"
#include "bench/words.h"

namespace {

using namespace rapport;

constexpr std::size_t kWarmUpSlices = 3;
// Of the lanes that are dear, one message in so many.
constexpr std::size_t kEditsShare = 10;
constexpr std::size_t kSetShare = 200;
constexpr std::size_t kLargeSetShare = 10;
constexpr int kLargeSetMemory = 1 << 30;
constexpr std::size_t kLargeSetWarmUp = 6'000;  // messages

struct Arguments {
  std::size_t messages = bench::kCorpusSize;
  std::size_t slice = 2'000;
};

// One slice of the corpus, with what each stage takes.
struct Slice {
  std::vector<std::string> texts;
  std::vector<std::string> ascii;
  std::vector<Draft> drafts;
  std::vector<std::u16string> wide;
  std::vector<std::u16string> ascii_wide;
  std::vector<text::Document> documents;
  std::vector<std::vector<match::RawMatch>> raw;
  std::vector<std::vector<match::Match>> matches;
};

// What a lane has done: messages and bytes of them.
struct Work {
  std::size_t messages = 0;
  std::size_t bytes = 0;
};

struct Lane {
  const char* name;
  std::function<Work(const Slice&)> run;
  std::vector<double> per_byte = {};     // seconds, one a slice
  std::vector<double> per_message = {};  // seconds, one a slice
};

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return values.empty() ? 0 : *middle;
}

// Keeps results from being optimized away.
volatile std::size_t sink = 0;

class Macro {
 public:
  Macro()
      : lexicon_(bench::built_in_lexicon()),
        generator_(lexicon_),
        pipeline_(lexicon_),
        ids_only_(pipeline_.pack()),
        ids_only_large_(pipeline_.pack(), kLargeSetMemory),
        plain_(bench::make_analyzer(lexicon_, false)),
        with_edits_(bench::make_analyzer(lexicon_, true)) {
    add_lanes();
  }

  void run(const Arguments& arguments) {
    // Warm-up takes other messages than the corpus has.
    const std::size_t behind = arguments.messages + kWarmUpSlices * arguments.slice;
    for (std::size_t i = 0; i < kLargeSetWarmUp; ++i) {
      ids_only_large_.match(pipeline_.build(generator_.message(behind + i)).folded, ids_);
    }
    for (std::size_t i = 0; i < kWarmUpSlices; ++i) {
      run_slice(arguments.messages + i * arguments.slice, arguments.slice, i, false);
    }
    std::size_t count = 0;
    for (std::size_t from = 0; from < arguments.messages; from += arguments.slice, ++count) {
      run_slice(from, std::min(arguments.slice, arguments.messages - from), count, true);
    }
    print(arguments, count);
  }

 private:
  // Runs `use(slice, i)` for each of the slice's `items`, or for every
  // `share`-th; `texts` are what they were made of.
  template <typename Items, typename Use>
  void lane(const char* name, const Items& items, const std::vector<std::string> Slice::*texts,
            Use use, std::size_t share = 1) {
    lanes_.push_back({name, [items, texts, use, share](const Slice& slice) {
                        Work work;
                        const auto& all = slice.*items;
                        for (std::size_t i = 0; i < all.size(); i += share) {
                          sink = sink + use(slice, i);
                          ++work.messages;
                          work.bytes += (slice.*texts)[i].size();
                        }
                        return work;
                      }});
  }

  void add_lanes() {
    const auto texts = &Slice::texts;
    lane("document build", &Slice::texts, texts, [this](const Slice& s, std::size_t i) {
      return pipeline_.build(s.texts[i]).tokens.size();
    });
    lane("fold", &Slice::texts, texts,
         [this](const Slice& s, std::size_t i) { return words_.fold(s.texts[i]); });
    lane("words, fast path (ASCII)", &Slice::ascii, &Slice::ascii,
         [this](const Slice& s, std::size_t i) { return words_.fast(s.ascii[i]); });
    lane("words, ICU (ASCII)", &Slice::ascii, &Slice::ascii,
         [this](const Slice& s, std::size_t i) { return icu_.count(s.ascii_wide[i]); });
    lane("words, ICU", &Slice::texts, texts,
         [this](const Slice& s, std::size_t i) { return icu_.count(s.wide[i]); });
    const auto ids = [this](const Slice& s, std::size_t i) {
      return ids_only_.match(s.documents[i].folded, ids_);
    };
    lane("RE2::Set, ids only", &Slice::documents, texts, ids, kSetShare);
    const auto ids_large = [this](const Slice& s, std::size_t i) {
      return ids_only_large_.match(s.documents[i].folded, ids_);
    };
    lane("RE2::Set, ids only, 1 GB", &Slice::documents, texts, ids_large, kLargeSetShare);
    lane("matching with spans", &Slice::documents, texts, [this](const Slice& s, std::size_t i) {
      pipeline_.find(s.documents[i], raw_);
      return raw_.size();
    });
    lane("guards and overlaps", &Slice::documents, texts, [this](const Slice& s, std::size_t i) {
      return pipeline_.resolve(s.documents[i], s.raw[i]).size();
    });
    lane("features and score", &Slice::documents, texts, [this](const Slice& s, std::size_t i) {
      return static_cast<std::size_t>(pipeline_.score(s.documents[i], s.matches[i]));
    });
    lane("analysis without edits", &Slice::drafts, texts, [this](const Slice& s, std::size_t i) {
      return plain_.analyze(s.drafts[i]).signals.size();
    });
    const auto edits = [this](const Slice& s, std::size_t i) {
      return with_edits_.analyze(s.drafts[i]).edits.size();
    };
    lane("analysis with edits", &Slice::drafts, texts, edits, kEditsShare);
  }

  Slice make_slice(std::size_t from, std::size_t count) {
    Slice slice;
    slice.texts = generator_.messages(from, count);
    for (const std::string& text : slice.texts) {
      slice.drafts.push_back({.text = text});
      slice.wide.push_back(bench::to_utf16(text));
      if (bench::is_ascii(text)) {
        slice.ascii.push_back(text);
        slice.ascii_wide.push_back(slice.wide.back());
      }
      slice.documents.push_back(pipeline_.build(text));
      pipeline_.find(slice.documents.back(), raw_);
      slice.raw.push_back(raw_);
      slice.matches.push_back(pipeline_.resolve(slice.documents.back(), raw_));
      signals_ += slice.matches.back().size();
    }
    return slice;
  }

  void run_slice(std::size_t from, std::size_t count, std::size_t turn, bool counted) {
    const Slice slice = make_slice(from, count);
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      Lane& lane = lanes_[(i + turn) % lanes_.size()];
      const double start = thread_seconds();
      const Work work = lane.run(slice);
      const double took = thread_seconds() - start;
      if (!counted || work.messages == 0) continue;
      lane.per_byte.push_back(took / static_cast<double>(work.bytes));
      lane.per_message.push_back(took / static_cast<double>(work.messages));
    }
    if (!counted) signals_ = 0;
  }

  const Lane& find(std::string_view name) const {
    return *std::find_if(lanes_.begin(), lanes_.end(),
                         [&](const Lane& lane) { return lane.name == name; });
  }

  // How many times as fast `ours` is as `peer`.
  void print_ratio(std::string_view ours, std::string_view peer, const char* aim) const {
    const std::vector<double>& slow = find(ours).per_byte;
    const std::vector<double>& fast = find(peer).per_byte;
    std::vector<double> ratios;
    for (std::size_t i = 0; i < slow.size(); ++i) ratios.push_back(fast[i] / slow[i]);
    std::sort(ratios.begin(), ratios.end());
    std::printf("| %s : %s | %.3f | %.3f to %.3f | %s |\n", ours.data(), peer.data(),
                median(ratios), ratios[ratios.size() / 20], ratios[ratios.size() * 19 / 20], aim);
  }

  void print(const Arguments& arguments, std::size_t slices) const {
    std::printf("%zu messages in %zu slices, %zu rules, %zu patterns, %.2f signals a message\n\n",
                arguments.messages, slices, pipeline_.pack().rules.size(), ids_only_.patterns(),
                static_cast<double>(signals_) / static_cast<double>(arguments.messages));
    std::printf("| stage | messages/s | MB/s | \u00b5s a message |\n"
                "| --- | ---: | ---: | ---: |\n");
    for (const Lane& lane : lanes_) {
      std::printf("| %s | %.0f | %.2f | %.2f |\n", lane.name, 1 / median(lane.per_message),
                  1e-6 / median(lane.per_byte), 1e6 * median(lane.per_message));
    }
    std::printf("\n| ratio of speeds | median | 5 %% to 95 %% of slices | aim |\n"
                "| --- | ---: | ---: | --- |\n");
    print_ratio("matching with spans", "RE2::Set, ids only", "\u2265 0.15");
    print_ratio("matching with spans", "RE2::Set, ids only, 1 GB", "\u2265 0.15");
    print_ratio("analysis without edits", "words, ICU", "\u2265 0.25");
    print_ratio("words, fast path (ASCII)", "words, ICU (ASCII)", "\u2265 4");
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("\nPeak memory of this process, all peers included: %.0f MB; the first set has a "
                "budget of %d MB, and %zu of its answers were lost for want of it.\n",
                static_cast<double>(usage.ru_maxrss) / 1024, ids_only_.megabytes(),
                ids_only_.failures());
  }

  Lexicon lexicon_;
  bench::Generator generator_;
  bench::Pipeline pipeline_;
  bench::Words words_;
  bench::IdSet ids_only_;
  bench::IdSet ids_only_large_;
  bench::IcuWords icu_;
  Analyzer plain_;
  Analyzer with_edits_;
  std::vector<match::RawMatch> raw_;
  std::vector<int> ids_;
  std::size_t signals_ = 0;
  std::vector<Lane> lanes_;
};

bool read_arguments(int argc, char** argv, Arguments& out) {
  for (int i = 1; i < argc; i += 2) {
    const std::string_view name = argv[i];
    std::size_t* value = name == "--messages" ? &out.messages
                         : name == "--slice"  ? &out.slice
                                              : nullptr;
    if (!value || i + 1 == argc) return false;
    const char* end = argv[i + 1] + std::strlen(argv[i + 1]);
    const auto read = std::from_chars(argv[i + 1], end, *value);
    if (read.ec != std::errc() || read.ptr != end || *value == 0) return false;
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (!read_arguments(argc, argv, arguments)) {
    std::fputs("usage: rapport_macro [--messages N] [--slice N]\n", stderr);
    return 2;
  }
  Macro().run(arguments);
  return 0;
}
