#include "bench/generate.h"

#include <algorithm>
#include <array>

#include "bench/wording.h"

namespace rapport::bench {
namespace {

constexpr std::size_t kMarkedPercent = 5;    // of messages
constexpr std::size_t kHitPercent = 30;      // of sentences
constexpr std::size_t kPassPercent = 20;     // of sentences
constexpr std::size_t kSubjectPercent = 10;  // of messages, as are the next
constexpr std::size_t kGreetingPercent = 85;
constexpr std::size_t kSignOffPercent = 50;
constexpr std::size_t kParagraphPercent = 12;  // of sentences of a longer message
constexpr std::size_t kLongMessage = 400;      // bytes

// Bytes that a message aims at, by its place among a thousand.
struct Quantile {
  std::size_t per_mille;
  std::size_t bytes;
};
constexpr std::array<Quantile, 8> kLengths = {{{0, 40},
                                               {100, 120},
                                               {250, 190},
                                               {500, 277},
                                               {750, 430},
                                               {900, 820},
                                               {980, 1700},
                                               {1000, 3800}}};

std::size_t draw_length(Random& random) {
  const std::size_t at = random.below(1000);
  for (std::size_t i = 1; i < kLengths.size(); ++i) {
    if (at >= kLengths[i].per_mille) continue;
    const Quantile& low = kLengths[i - 1];
    const Quantile& high = kLengths[i];
    return low.bytes +
           (high.bytes - low.bytes) * (at - low.per_mille) / (high.per_mille - low.per_mille);
  }
  return kLengths.back().bytes;
}

template <typename Choices>
std::string_view pick(const Choices& choices, Random& random) {
  return choices[random.below(choices.size())];
}

std::string without_marks(std::string text) {
  for (const char* mark : {"<<", ">>"}) {
    for (std::size_t at; (at = text.find(mark)) != std::string::npos;) text.erase(at, 2);
  }
  return text;
}

// As a phone writes it.
void curl_apostrophes(std::string& text) {
  for (std::size_t at = 0; (at = text.find('\'', at)) != std::string::npos; ++at) {
    text.replace(at, 1, "\u2019");
  }
}

}  // namespace

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::uint64_t Random::next() {
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

std::size_t Random::below(std::size_t bound) { return next() % bound; }

Generator::Generator(const Lexicon& lexicon, std::uint64_t seed) : seed_(seed) {
  const auto keep = [](Examples& examples, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      std::string plain = without_marks(text);
      (is_ascii(plain) ? examples.plain : examples.marked).push_back(std::move(plain));
    }
  };
  for (const RuleInfo& rule : lexicon.rules()) {
    keep(hits_, rule.hits);
    keep(passes_, rule.passes);
  }
}

std::string Generator::fill(std::string_view text, Random& random, bool marked) const {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    const auto take = [&](std::string_view slot) {
      if (!text.starts_with(slot)) return false;
      text.remove_prefix(slot.size());
      return true;
    };
    if (take("{person}")) {
      out += pick(marked && random.percent(50) ? marked_people() : people(), random);
    } else if (take("{place}")) {
      out += pick(places(), random);
    } else if (take("{thing}")) {
      out += pick(things(), random);
    } else if (take("{number}")) {
      out += std::to_string(2 + random.below(900));
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

std::string Generator::sentence(Random& random, bool marked) const {
  const std::size_t kind = random.below(100);
  const auto example = [&](const Examples& examples) {
    const bool use_marked = marked && !examples.marked.empty() && random.percent(20);
    return std::string(pick(use_marked ? examples.marked : examples.plain, random));
  };
  if (kind < kHitPercent && !hits_.plain.empty()) return example(hits_);
  if (kind < kHitPercent + kPassPercent && !passes_.plain.empty()) return example(passes_);
  return fill(pick(marked && random.percent(40) ? marked_sentences() : neutral(), random), random,
              marked);
}

std::string Generator::message(std::size_t index) const {
  Random random(seed_ ^ (0x2545f4914f6cdd1d * (index + 1)));
  const bool marked = random.percent(kMarkedPercent);
  const std::size_t length = draw_length(random);
  const bool long_message = length >= kLongMessage;

  std::string text;
  if (long_message && random.percent(2 * kSubjectPercent)) {
    text += fill(pick(subjects(), random), random, marked) + "\n\n";
  }
  if (random.percent(kGreetingPercent)) {
    text += fill(pick(greetings(), random), random, marked) + (long_message ? "\n\n" : " ");
  }
  std::string end;
  if (random.percent(kSignOffPercent)) {
    end = (long_message ? "\n\n" : "\n") + fill(pick(sign_offs(), random), random, marked);
  }
  bool first = true;
  while (first || text.size() + end.size() < length) {
    std::string next = sentence(random, marked);
    // Half of a sentence over the length is as near as half of one under it.
    if (!first && text.size() + end.size() + next.size() / 2 > length) break;
    if (!first) text += long_message && random.percent(kParagraphPercent) ? "\n\n" : " ";
    text += next;
    first = false;
  }
  if (marked) {
    if (random.percent(50)) curl_apostrophes(text);
    if (is_ascii(text) || random.percent(20)) text += " " + std::string(pick(marks(), random));
  }
  return text + end;
}

std::vector<std::string> Generator::messages(std::size_t from, std::size_t count) const {
  std::vector<std::string> out;
  out.reserve(count);
  for (std::size_t i = from; i < from + count; ++i) out.push_back(message(i));
  return out;
}

}  // namespace rapport::bench
