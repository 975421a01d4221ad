// Words, sentences and graphemes by UAX #29: the one door to ICU's iterators.
//
// Borders are given as the ends of segments, in bytes; segments cover the text.
// Stretches of ASCII take the fast path (fast_words.h), others ICU's root
// iterators, with what ICU 72 tailors put back: '@' is no letter, and ':' may
// stand inside a word. docs/text.md lists the tailoring that stays.
//
// Thread rule: not safe to share; one a thread. Iterators are made when first
// needed: text in ASCII alone never makes one.
// Complexity: linear in the text's bytes.
//
// Example:
//   Segmenter segmenter;
//   std::vector<std::uint32_t> ends;
//   segmenter.words("Hi Ana", ends);     // 2, 3, 6
#ifndef RAPPORT_ANALYZER_TEXT_SEGMENT_H_
#define RAPPORT_ANALYZER_TEXT_SEGMENT_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace rapport::text {

class Segmenter {
 public:
  Segmenter();
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  // Each sets `ends` (its capacity is kept). REQUIRES: text is valid UTF-8 and
  // shorter than 2^31.
  void words(std::string_view text, std::vector<std::uint32_t>& ends);
  void sentences(std::string_view text, std::vector<std::uint32_t>& ends);
  void graphemes(std::string_view text, std::vector<std::uint32_t>& ends);

  // The number of graphemes alone.
  std::size_t count_graphemes(std::string_view text);

  // The same by ICU alone: the referee of the fast path.
  void words_by_icu(std::string_view text, std::vector<std::uint32_t>& ends);
  void sentences_by_icu(std::string_view text, std::vector<std::uint32_t>& ends);
  void graphemes_by_icu(std::string_view text, std::vector<std::uint32_t>& ends);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_SEGMENT_H_
