// Form letters of a corpus: clusters of messages that are nearly the same, and
// the openers and closers that are used most.
//
// A message joins the cluster whose first message is nearest, at a Jaccard
// similarity of kNearDuplicate or more over runs of three words, what is filled in
// masked (template_text.h, min_hash.h); else it begins one. So clusters hang on
// the order of the records, and nothing else: no chain of likenesses joins two
// letters that are not alike.
//
// Thread rule: the collector: one thread, in the order of the records.
// Memory: about 500 bytes a message that begins a cluster, none for one that joins.
// Complexity: near-linear; see MinHashIndex::nearest.
//
// Example:
//   corpus::TemplateCollector collector(lexicon);
//   collector.add({record, analysis});
//   const corpus::Templates templates = collector.finish();
#ifndef RAPPORT_CORPUS_REPORTS_TEMPLATES_H_
#define RAPPORT_CORPUS_REPORTS_TEMPLATES_H_

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analyzer/lexicon.h"
#include "corpus/reports/anonymize.h"
#include "corpus/reports/collector.h"
#include "corpus/reports/min_hash.h"
#include "corpus/reports/template_text.h"

namespace rapport::corpus {

// A stretch of a form letter.
struct TemplatePiece {
  std::string text;                   // what most have; empty where it varies
  std::vector<std::string> examples;  // where it varies: up to three, as they came
};

struct Template {
  std::uint64_t count = 0;      // messages
  double share = 0;             // of all that have words
  std::uint64_t senders = 0;    // that are named; 1,000 stands for so many or more
  double mean_score = 0;        // of those scored; 0 where none is
  std::uint64_t first = 0;      // record number of the first message
  std::vector<TemplatePiece> pieces;
};

// A sentence that many messages begin or end with, what is filled in as "[…]".
struct Reused {
  std::string text;
  std::uint64_t count = 0;
  double share = 0;
};

struct Templates {
  std::uint64_t messages = 0;      // that have words
  std::uint64_t least = 0;         // messages that make a form letter
  std::uint64_t in_templates = 0;  // of one of them
  std::uint64_t clusters = 0;      // form letters, all of them
  double share = 0;
  std::vector<Template> largest;   // the most messages first, then the earlier
  std::vector<Reused> openers, closers;
};

struct TemplateOptions {
  std::uint64_t least = 3;         // messages of a form letter
  std::size_t most = 20;           // form letters that are told
  std::size_t sentences = 10;      // openers, and closers
  std::size_t most_clusters = 2'000'000;  // a message that would begin a further one is not kept
  std::shared_ptr<Anonymizer> anonymizer;  // masks what is kept; none: as it is
};

class TemplateCollector : public Collector {
 public:
  explicit TemplateCollector(const Lexicon& lexicon, const TemplateOptions& options = {});
  void add(const Seen& seen) override;
  Templates finish();

 private:
  struct Cluster {
    std::uint32_t count = 0, scored = 0;
    std::int64_t tenths = 0;
    std::uint64_t first = 0;
  };
  // Only of clusters of two and more.
  struct Kept {
    std::vector<TemplateText> samples;
    std::unordered_set<std::uint64_t> senders;
    };
  struct Sentence {
    std::uint64_t count = 0;
    std::string text;
  };
  using Sentences = std::unordered_map<std::uint64_t, Sentence>;

  void keep(std::uint32_t cluster, const Seen& seen, TemplateText text);
  void count(Sentences& all, const TemplateText& text, std::size_t begin, std::size_t end) const;
  std::vector<Reused> most_used(const Sentences& all) const;

  TemplateOptions options_;
  TemplateLanguage language_;
  MinHashIndex index_;
  std::vector<Cluster> clusters_;
  std::unordered_map<std::uint32_t, Kept> kept_;
  Sentences openers_, closers_;
  std::uint64_t messages_ = 0;
};

// What most of `samples` have, in the words of the first, and what varies.
std::vector<TemplatePiece> common_text(const std::vector<TemplateText>& samples);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_TEMPLATES_H_
