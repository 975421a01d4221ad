// What the messages of a cluster have in common: the longest common subsequence of
// words of the first sample with each other one (Wagner and Fischer 1974).
#include <algorithm>

#include "corpus/reports/cut.h"
#include "corpus/reports/templates.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kMostWords = 400;  // of a sample that are compared
constexpr std::size_t kMostExamples = 3;
constexpr std::size_t kLongestExample = 80;  // bytes

// For each word of `a` the word of `b` that it goes with, or -1.
std::vector<int> aligned(const TemplateText& a, const TemplateText& b) {
  const std::size_t n = std::min(a.words.size(), kMostWords), m = std::min(b.words.size(), kMostWords);
  std::vector<std::uint16_t> length((n + 1) * (m + 1), 0);
  const auto at = [&](std::size_t i, std::size_t k) -> std::uint16_t& { return length[i * (m + 1) + k]; };
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = m; k-- > 0;) {
      at(i, k) = a.words[i].hash == b.words[k].hash ? static_cast<std::uint16_t>(at(i + 1, k + 1) + 1)
                                                    : std::max(at(i + 1, k), at(i, k + 1));
    }
  }
  std::vector<int> out(n, -1);
  for (std::size_t i = 0, k = 0; i < n && k < m;) {
    if (a.words[i].hash == b.words[k].hash) {
      out[i++] = static_cast<int>(k++);
    } else if (at(i + 1, k) >= at(i, k + 1)) {
      ++i;
    } else {
      ++k;
    }
  }
  return out;
}

std::string words_between(const TemplateText& text, std::size_t begin, std::size_t end) {
  if (begin >= end) return {};
  const std::size_t from = text.words[begin].begin, to = text.words[end - 1].end;
  std::string out(cut(std::string_view(text.text).substr(from, to - from), kLongestExample));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

// What one sample has between two words of the first that all have.
std::string filling(const TemplateText& sample, const std::vector<int>& with, std::size_t begin, std::size_t end) {
  std::size_t from = 0, to = sample.words.size();
  for (std::size_t i = begin; i-- > 0;) {
    if (with[i] < 0) continue;
    from = static_cast<std::size_t>(with[i]) + 1;
    break;
  }
  for (std::size_t i = end; i < with.size(); ++i) {
    if (with[i] < 0) continue;
    to = static_cast<std::size_t>(with[i]);
    break;
  }
  return words_between(sample, from, to);
}

}  // namespace

std::vector<TemplatePiece> common_text(const std::vector<TemplateText>& samples) {
  std::vector<TemplatePiece> out;
  if (samples.empty()) return out;
  const TemplateText& first = samples.front();
  const std::size_t size = std::min(first.words.size(), kMostWords);
  std::vector<std::vector<int>> with;
  std::vector<std::size_t> votes(size, 1);
  for (std::size_t s = 1; s < samples.size(); ++s) {
    with.push_back(aligned(first, samples[s]));
    for (std::size_t i = 0; i < size; ++i) votes[i] += with.back()[i] >= 0 ? 1 : 0;
  }
  // "15 minutes" in all of them is not filled in.
  const auto is_same = [&](std::size_t i) {
    const std::string word = words_between(first, i, i + 1);
    for (std::size_t s = 1; s < samples.size(); ++s) {
      const int other = with[s - 1][i];
      if (other >= 0 && words_between(samples[s], static_cast<std::size_t>(other), static_cast<std::size_t>(other) + 1) != word) return false;
    }
    return samples.size() > 1;
  };
  // What four fifths have, and is not filled in, is the letter's own.
  const auto is_common = [&](std::size_t i) {
    return votes[i] * 5 >= samples.size() * 4 && (!first.words[i].filled || is_same(i));
  };
  for (std::size_t i = 0; i < size;) {
    std::size_t end = i + 1;
    while (end < size && is_common(end) == is_common(i)) ++end;
    TemplatePiece piece;
    if (is_common(i)) {
      const std::size_t from = first.words[i].begin;
      std::size_t to = first.words[end - 1].end;
      // Marks behind it are its own: up to the next word, the last up to the end.
      const std::size_t next = end < first.words.size() ? first.words[end].begin : first.text.size();
      while (to < next && std::string_view(".,!?:;").find(first.text[to]) != std::string_view::npos) ++to;
      piece.text = first.text.substr(from, to - from);
    } else {
      const auto add = [&](std::string one) {
        if (one.empty() || piece.examples.size() >= kMostExamples) return;
        if (std::find(piece.examples.begin(), piece.examples.end(), one) == piece.examples.end()) piece.examples.push_back(std::move(one));
      };
      add(words_between(first, i, end));
      for (std::size_t s = 1; s < samples.size(); ++s) add(filling(samples[s], with[s - 1], i, end));
    }
    out.push_back(std::move(piece));
    i = end;
  }
  return out;
}

}  // namespace rapport::corpus
