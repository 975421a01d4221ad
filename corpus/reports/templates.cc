#include "corpus/reports/templates.h"

#include <algorithm>

#include "corpus/reports/cut.h"
#include "corpus/reports/name_hash.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kMostSamples = 20;      // of a cluster that are kept to be compared
constexpr std::size_t kMostSenders = 1000;
constexpr std::size_t kMostTextBytes = 4000;  // of a sample
constexpr std::size_t kLeastOpener = 3;       // words
constexpr std::size_t kMostSentences = 200'000;

double share_of(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

TemplateCollector::TemplateCollector(const Lexicon& lexicon, const TemplateOptions& options)
    : options_(options), language_(lexicon) {}

void TemplateCollector::add(const Seen& seen) {
  const Record& record = seen.record;
  const std::string_view given = cut(record.draft.text, kMostTextBytes);
  TemplateText text = template_text(record, given, language_);
  if (text.words.empty()) return;
  ++messages_;
  const Shingles shingles = shingles_of(text.hashes());
  auto cluster = index_.nearest(shingles);
  if (!cluster && clusters_.size() < options_.most_clusters) {
    cluster = index_.add(shingles);
    clusters_.push_back({0, 0, 0, record.number});
  }
  if (!cluster) return;
  Cluster& own = clusters_[*cluster];
  ++own.count;
  if (seen.analysis.score) {
    ++own.scored;
    own.tenths += seen.analysis.score->tenths;
  }
  if (options_.anonymizer) text = template_text(record, options_.anonymizer->text(record, given), language_);
  count(openers_, text, text.opener_begin, text.opener_end);
  count(closers_, text, text.closer_begin, text.closer_end);
  if (own.count > 1) keep(*cluster, seen, std::move(text));
}

void TemplateCollector::keep(std::uint32_t cluster, const Seen& seen, TemplateText text) {
  Kept& kept = kept_[cluster];
  const Record& record = seen.record;
  if (kept.samples.size() < kMostSamples) kept.samples.push_back(std::move(text));
  const std::string& sender = record.sender_key.empty() ? record.sender : record.sender_key;
  if (!sender.empty() && kept.senders.size() < kMostSenders) kept.senders.insert(hash_name(sender));
}

// Lossy counting (Manku and Motwani 2002) in its plainest form: where there are
// too many, those that were met once go. What is used often is not touched.
void TemplateCollector::count(Sentences& all, const TemplateText& text, std::size_t begin, std::size_t end) const {
  if (end - begin < kLeastOpener) return;
  std::uint64_t hash = 0;
  for (std::size_t i = begin; i < end; ++i) hash = hash * 0x100000001b3u ^ text.words[i].hash;
  Sentence& sentence = all[hash];
  if (++sentence.count == 2) sentence.text = cut(text.shown(begin, end), 300);
  if (all.size() > kMostSentences) std::erase_if(all, [](const auto& one) { return one.second.count == 1; });
}

std::vector<Reused> TemplateCollector::most_used(const Sentences& all) const {
  std::vector<Reused> out;
  for (const auto& [hash, sentence] : all) {
    if (sentence.count >= options_.least) out.push_back({sentence.text, sentence.count, share_of(sentence.count, messages_)});
  }
  std::sort(out.begin(), out.end(), [](const Reused& a, const Reused& b) {
    return a.count != b.count ? a.count > b.count : a.text < b.text;
  });
  if (out.size() > options_.sentences) out.resize(options_.sentences);
  return out;
}

Templates TemplateCollector::finish() {
  Templates out;
  out.messages = messages_;
  out.least = options_.least;
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    if (clusters_[i].count < options_.least) continue;
    order.push_back(i);
    out.in_templates += clusters_[i].count;
  }
  out.clusters = order.size();
  out.share = share_of(out.in_templates, messages_);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return clusters_[a].count > clusters_[b].count; });
  if (order.size() > options_.most) order.resize(options_.most);
  for (const std::uint32_t i : order) {
    const Cluster& cluster = clusters_[i];
    const Kept& kept = kept_[i];
    Template one;
    one.count = cluster.count;
    one.share = share_of(cluster.count, messages_);
    one.senders = kept.senders.size();
    if (cluster.scored > 0) one.mean_score = static_cast<double>(cluster.tenths) / 10.0 / cluster.scored;
    one.first = cluster.first;
    one.pieces = common_text(kept.samples);
    out.largest.push_back(std::move(one));
  }
  out.openers = most_used(openers_);
  out.closers = most_used(closers_);
  return out;
}

}  // namespace rapport::corpus
