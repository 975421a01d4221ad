// Any bytes are an input of any format: readers never crash, hang or lose count,
// and what they hand on is UTF-8. What is gathered of their texts holds as well.
//
// The first byte chooses the format; the rest is the file.
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "analyzer/lexicon.h"
#include "corpus/readers/byte_source.h"
#include "corpus/readers/html_text.h"
#include "corpus/readers/mail.h"
#include "corpus/readers/reader.h"
#include "corpus/readers/record_fields.h"
#include "corpus/reports/anonymize.h"
#include "corpus/reports/min_hash.h"
#include "corpus/reports/template_text.h"

namespace {

using namespace rapport;

constexpr std::array<const char*, 8> kFormats = {"ndjson", "csv", "tsv", "mbox", "eml", "export", "text", ""};
constexpr std::size_t kMostRecords = 100'000;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

const Lexicon& lexicon() {
  static const Lexicon built_in = *Lexicon::built_in();
  return built_in;
}

void look_at(const corpus::Record& record) {
  static const corpus::TemplateLanguage language(lexicon());
  for (const std::string* text : {&record.draft.text, &record.draft.subject, &record.sender, &record.reader}) {
    require(!corpus::bad_utf8_at(*text), "a text is UTF-8");
  }
  const corpus::TemplateText text = corpus::template_text(record, record.draft.text, language);
  std::size_t last = 0;
  for (const corpus::TemplateWord& word : text.words) {
    require(word.begin >= last && word.begin < word.end && word.end <= text.text.size(), "words stand one after the other");
    last = word.end;
  }
  require(text.opener_end <= text.words.size() && text.closer_end <= text.words.size(), "sentences are of its words");
  corpus::Anonymizer anonymizer(lexicon());
  const corpus::Masked masked = anonymizer.meet(record).text(record.draft.text);
  for (const auto& change : masked.changes) require(change.from.end <= record.draft.text.size(), "changes are in the text");
}

// In memory, under a name that a reader can open.
class File {
 public:
  explicit File(std::string_view bytes) : descriptor_(memfd_create("input", 0)) {
    require(descriptor_ >= 0 && ::write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()), "a file");
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { ::close(descriptor_); }
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string replaced = corpus::with_replacements(bytes);
  require(!corpus::bad_utf8_at(corpus::html_to_text(replaced)), "HTML becomes UTF-8");
  require(corpus::own_words(bytes).size() <= bytes.size(), "own words are some of the words");
  corpus::ReadOptions options;
  options.format = kFormats[data[0] % kFormats.size()];
  options.replace_bad_utf8 = (data[0] & 0x40) != 0;
  const File file(bytes);
  try {
    const auto reader = corpus::open_reader(file.path(), options);
    std::size_t count = 0;
    for (corpus::Record record; reader->next(record); ++count) {
      require(count < kMostRecords, "it comes to an end");
      if (!record.error) look_at(record);
    }
  } catch (const corpus::UsageError&) {
  } catch (const corpus::SourceError&) {
  }
  return 0;
}
