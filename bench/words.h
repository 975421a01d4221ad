// Two parts of building a document by themselves: folding, and word breaks of
// ASCII text.
//
// Thread rule: one object a thread.
#ifndef RAPPORT_BENCH_WORDS_H_
#define RAPPORT_BENCH_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::bench {

class Words {
 public:
  // Bytes of the folded text. REQUIRES: text is valid UTF-8.
  std::size_t fold(std::string_view text);

  // Word boundaries, without ICU. REQUIRES: text is ASCII.
  std::size_t fast(std::string_view text);

 private:
  std::string folded_;
  std::vector<std::uint32_t> map_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace rapport::bench

#endif  // RAPPORT_BENCH_WORDS_H_
