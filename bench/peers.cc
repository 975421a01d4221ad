#include "bench/peers.h"

#include <re2/set.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <cstdio>
#include <cstdlib>

#include "analyzer/match/re2_options.h"

namespace rapport::bench {
namespace {

constexpr int kMostMemory = 1 << 30;

void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "error: %s\n", what);
  std::exit(1);
}

}  // namespace

struct IcuWords::State {
  std::unique_ptr<icu::BreakIterator> iterator;
  UText text = UTEXT_INITIALIZER;
};

IcuWords::IcuWords() : state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  state_->iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  must(U_SUCCESS(status), "ICU has no word break iterator");
}

IcuWords::~IcuWords() { utext_close(&state_->text); }

std::size_t IcuWords::count(std::u16string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUChars(&state_->text, text.data(), static_cast<std::int64_t>(text.size()), &status);
  state_->iterator->setText(&state_->text, status);
  must(U_SUCCESS(status), "ICU took no text");
  std::size_t boundaries = 0;
  while (state_->iterator->next() != icu::BreakIterator::DONE) ++boundaries;
  return boundaries;
}

std::u16string to_utf16(std::string_view text) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  return {wide.getBuffer(), static_cast<std::size_t>(wide.length())};
}

struct IdSet::State {
  std::unique_ptr<re2::RE2::Set> set;
  std::size_t patterns = 0;
  int memory = 0;
  mutable std::size_t failures = 0;
};

IdSet::IdSet(const lexicon::Pack& pack, int memory) : state_(std::make_unique<State>()) {
  for (state_->memory = memory;; state_->memory *= 2) {
    must(state_->memory <= kMostMemory, "the patterns do not fit one RE2::Set");
    state_->set = std::make_unique<re2::RE2::Set>(match::re2_options(state_->memory),
                                                  re2::RE2::UNANCHORED);
    state_->patterns = 0;
    for (const lexicon::Rule& rule : pack.rules) {
      for (const lexicon::Pattern& pattern : rule.any) {
        must(state_->set->Add(match::piece(pattern.expanded), nullptr) >= 0, "a bad pattern");
        ++state_->patterns;
      }
    }
    if (state_->set->Compile()) break;
  }
}

IdSet::~IdSet() = default;

std::size_t IdSet::match(std::string_view folded, std::vector<int>& ids) const {
  re2::RE2::Set::ErrorInfo error{re2::RE2::Set::kNoError};
  ids.clear();
  state_->set->Match(match::piece(folded), &ids, &error);
  state_->failures += error.kind != re2::RE2::Set::kNoError;
  return ids.size();
}

std::size_t IdSet::patterns() const { return state_->patterns; }
int IdSet::megabytes() const { return state_->memory >> 20; }
std::size_t IdSet::failures() const { return state_->failures; }

}  // namespace rapport::bench
