// Names, addresses and numbers of one record, and texts without them.
//
// What is masked in any text:
//   the parties that were added: the whole name, or any word of it. Words of a
//     person are found in any case, save small ones that are function words of the
//     language ("will"); of a company of several words one alone has to be
//     capitalized. Names in scripts without spaces are found anywhere;
//   e-mail addresses, links, @handles, telephone numbers;
//   what stands behind the opener of a greeting, behind a closing, and in the
//     signature, each line of it.
// A name that neither the record's fields nor a greeting or a signature give, in
// the middle of a text, is not known to be one and stays.
//
// Thread rule: const members are safe from many threads.
// Errors: none; what is not UTF-8 comes out as U+FFFD.
// Complexity: n log n in the text and in the words of the parties.
//
// Example:
//   corpus::Mask mask(language);
//   mask.add("Ana Lima", "Person 1", true);
//   mask.text("Hi Ana, write to ana@lima.example").text;  // "Hi Person 1, write to [e-mail]"
#ifndef RAPPORT_CORPUS_REPORTS_MASK_H_
#define RAPPORT_CORPUS_REPORTS_MASK_H_

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/span.h"
#include "analyzer/text/document.h"

namespace rapport::corpus {

// What masks have to know of a language.
struct MaskLanguage {
  explicit MaskLanguage(const text::LanguageData& language);

  text::LanguageData data;
  std::set<std::string, std::less<>> titles;  // folded, without their dot: "dr"
  std::set<std::string, std::less<>> common;  // function words
};

// A text after masking.
struct Masked {
  struct Change {
    ByteSpan from;         // of the text before
    std::size_t size = 0;  // bytes that stand there now
  };
  std::string text;
  std::vector<Change> changes;  // by position; apart
  bool repaired = false;        // it was not UTF-8: positions do not map

  // A span of the text before; a change that it cuts is in it whole.
  ByteSpan moved(ByteSpan before) const;
};

class Mask {
 public:
  // Ownership: `language` outlives the mask.
  explicit Mask(const MaskLanguage& language) : language_(&language) {}

  void add(std::string_view name, const std::string& pseudonym, bool person);
  // The pseudonym of a party that has all these words; empty: none.
  std::string known(std::string_view name, bool person) const;
  // Who signs.
  void set_signer(const std::string& pseudonym) { signer_ = pseudonym; }

  Masked text(std::string_view text) const;

 private:
  struct Word {
    std::string folded;
    bool alone = false;  // is masked without the others
  };
  struct Party {
    std::string anywhere;  // folded; of a script without spaces
    std::string pseudonym;
    bool person = false;
    std::size_t words = 0;
  };
  struct Part {
    std::size_t party = 0;
    bool alone = false;
  };
  struct Found;
  const Part* part(const std::string& word, std::size_t party) const;
  void find_parties(std::string_view text, std::vector<Found>& out) const;

  const MaskLanguage* language_;
  std::vector<Party> parties_;
  std::map<std::string, std::vector<Part>, std::less<>> parts_;  // of a folded word; eight at most
  std::string signer_ = "[name]";
};

// The name in a greeting or a closing: what stands behind its opener. Empty: none.
ByteSpan name_behind_opener(const text::Document& document, const text::Zone& zone,
                            const MaskLanguage& language);

// A folded text's words, without titles of the language ("Dr.").
std::vector<std::string> name_words(std::string_view folded, const MaskLanguage& language);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_MASK_H_
