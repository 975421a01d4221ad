#include "bench/words.h"

#include "analyzer/text/fast_words.h"
#include "analyzer/text/fold.h"

namespace rapport::bench {

std::size_t Words::fold(std::string_view text) {
  text::fold(text, {}, folded_, map_);
  return folded_.size();
}

std::size_t Words::fast(std::string_view text) {
  ends_.clear();
  text::ascii_word_ends(text, 0, ends_);
  return ends_.size();
}

}  // namespace rapport::bench
