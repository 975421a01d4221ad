#include "corpus/tuning/reading.h"

#include <algorithm>
#include <tuple>

#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/match/resolve.h"
#include "analyzer/text/language.h"
#include "corpus/parallel.h"

namespace rapport::corpus {
namespace {

text::DocumentBuilder& thread_builder() {
  thread_local text::DocumentBuilder builder;
  return builder;
}

bool is_before(const match::Match& a, const match::Match& b) {
  return std::tie(a.span, a.rule) < std::tie(b.span, b.rule);
}

}  // namespace

RuleReader::RuleReader(const Lexicon& lexicon) : lexicon_(lexicon) {
  for (const lexicon::Pack& pack : data().packs) {
    languages_.push_back(pack.language);
    matchers_.push_back(match::make_matcher(pack));
  }
}

Reading RuleReader::read(const GoldRecord& record) const {
  Reading out;
  out.record = &record;
  out.pack = data().pack(record.lang);
  const auto asked = static_cast<std::size_t>(std::max(0, out.pack));
  out.document = thread_builder().build(record.text, languages_[asked]);
  if (record.lang.empty()) {
    const text::LanguageGuess guess = text::recognize_language(out.document, languages_);
    out.pack = guess.known ? data().pack(guess.lang) : -1;
    if (out.pack > 0) {
      out.document =
          thread_builder().build(record.text, languages_[static_cast<std::size_t>(out.pack)]);
    }
  }
  if (out.document.tokens.empty()) out.pack = -1;
  if (out.pack < 0) return out;

  const auto index = static_cast<std::size_t>(out.pack);
  const lexicon::Pack& pack = data().packs[index];
  thread_local std::vector<match::RawMatch> raw;
  matchers_[index]->match(out.document, raw);
  const match::SlotReading slots{record.is_template, {}};
  std::vector<match::Match> accepted = match::accept(data(), pack, out.document, slots, raw);
  const std::vector<match::Match> stays = match::settle(data().taxonomy, pack, accepted);
  std::sort(accepted.begin(), accepted.end(), is_before);
  for (const match::Match& match : accepted) {
    const bool found = std::binary_search(stays.begin(), stays.end(), match, is_before);
    out.hits.push_back({match.rule, match.signal, match.span, found});
  }
  return out;
}

void RuleReader::each(const std::vector<GoldRecord>& records,
                  const std::function<void(std::size_t, const Reading&)>& visit) const {
  for_each_index(records.size(), [&](std::size_t i) { visit(i, read(records[i])); });
}

}  // namespace rapport::corpus
