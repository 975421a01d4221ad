#include "corpus/tuning/quote.h"

#include "analyzer/text/utf8.h"

namespace rapport::corpus {

Quote quote_of(const GoldRecord& record, const std::string& text, ByteSpan span,
               std::size_t reach) {
  std::size_t begin = span.begin;
  for (std::size_t points = 0; begin > 0 && points < reach;) {
    points += !text::is_continuation(text[--begin]);
  }
  std::size_t end = span.end;
  for (std::size_t points = 0; end < text.size() && points < reach; ++points) {
    text::next_code_point(text, end);
  }
  Quote out;
  out.record = record.id;
  out.label = record.label;
  out.before = text.substr(begin, span.begin - begin);
  out.hit = text.substr(span.begin, span.size());
  out.after = text.substr(span.end, end - span.end);
  return out;
}

}  // namespace rapport::corpus
