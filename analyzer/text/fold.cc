#include "analyzer/text/fold.h"

#include <unicode/normalizer2.h>

#include <array>

#include "analyzer/text/chars.h"
#include "analyzer/text/document.h"
#include "analyzer/text/fold_chars.h"
#include "analyzer/text/utf8.h"

namespace rapport::text {
namespace {

// Code points normalized at once; see the header.
constexpr std::size_t kLongestCluster = 32;

struct Normalizers {
  const icu::Normalizer2* nfkc_casefold = nullptr;
  const icu::Normalizer2* nfd = nullptr;
  const icu::Normalizer2* nfc = nullptr;
};

// Null members where ICU's data is missing: then nothing but ASCII is folded.
const Normalizers& normalizers() {
  static const Normalizers instances = [] {
    Normalizers n;
    UErrorCode status = U_ZERO_ERROR;
    n.nfkc_casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    n.nfd = icu::Normalizer2::getNFDInstance(status);
    n.nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) n = Normalizers{};
    return n;
  }();
  return instances;
}

class Folder {
 public:
  Folder(bool is_document, std::string& out, std::vector<std::uint32_t>* map)
      : is_document_(is_document), out_(out), map_(map), normalizers_(normalizers()) {}

  // Folds one stretch of text; slots lie between stretches.
  void run(std::string_view text, ByteSpan stretch) {
    std::size_t at = stretch.begin;
    text = text.substr(0, stretch.end);
    while (at < text.size()) {
      std::size_t end = find_non_ascii(text, at);
      // A mark takes the letter before it along.
      if (end < text.size() && end > at && !starts_cluster(text, end)) --end;
      ascii(text, at, end);
      at = end;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) >= 0x80 ||
                                  (at + 1 < text.size() && !starts_cluster(text, at + 1)))) {
        at = cluster(text, at);
      }
    }
  }

  void slot(std::size_t source) {
    put(kSlotUtf8, source);
    after_latin_ = false;
  }

 private:
  // Whether the character at `at` is normalized apart from those before it.
  bool starts_cluster(std::string_view text, std::size_t at) const {
    if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0xCC) return true;
    const char32_t c = next_code_point(text, at);
    if (plain_mark(c)) return true;
    return !normalizers_.nfkc_casefold ||
           normalizers_.nfkc_casefold->hasBoundaryBefore(static_cast<UChar32>(c));
  }

  void ascii(std::string_view text, std::size_t begin, std::size_t end) {
    const std::size_t old = out_.size();
    out_.resize(old + end - begin);
    if (map_) map_->resize(old + end - begin);
    char* out = out_.data() + old;
    std::uint32_t* map = map_ ? map_->data() + old : nullptr;
    bool after_space = is_document_ && old > 0 && out_[old - 1] == ' ';
    for (std::size_t at = begin; at < end; ++at) {
      char c = kAsciiFold[static_cast<unsigned char>(text[at])];
      if (is_document_ && is_ascii_space(c)) {
        if (after_space) continue;
        c = ' ';
        after_space = true;
      } else {
        after_space = false;
      }
      *out++ = c;
      if (map) *map++ = static_cast<std::uint32_t>(at);
    }
    out_.resize(static_cast<std::size_t>(out - out_.data()));
    if (map_) map_->resize(out_.size());
    if (end > begin) after_latin_ = is_ascii_letter(text[end - 1]);
  }

  // Folds the cluster at `at`: what has to be normalized together. Gives its end.
  std::size_t cluster(std::string_view text, std::size_t at) {
    const std::size_t begin = at;
    const char32_t first = next_code_point(text, at);
    if (const char plain = plain_mark(first)) {
      put({&plain, 1}, begin);
      after_latin_ = false;
      return at;
    }
    bool single = true;
    std::size_t size = 1;
    for (; at < text.size() && size < kLongestCluster && !starts_cluster(text, at); ++size) {
      next_code_point(text, at);
      single = false;
    }
    if (single && (is_white_space(first) || is_ignorable(first))) {
      if (is_white_space(first)) put_code_point(' ', begin);
      return at;
    }
    if (single && first >= kFirstLatin && first < kEndLatin) {
      const std::string& known = latin_fold(first);
      if (!known.empty()) {
        put(known, begin);
        after_latin_ = true;
        return at;
      }
    }
    normalize(text.substr(begin, at - begin), begin);
    return at;
  }

  void normalize(std::string_view cluster, std::size_t source) {
    icu::UnicodeString units = icu::UnicodeString::fromUTF8(
        icu::StringPiece(cluster.data(), static_cast<std::int32_t>(cluster.size())));
    if (normalizers_.nfkc_casefold) {
      UErrorCode status = U_ZERO_ERROR;
      const icu::UnicodeString apart =
          normalizers_.nfd->normalize(normalizers_.nfkc_casefold->normalize(units, status), status);
      icu::UnicodeString kept;
      for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const UChar32 c = apart.char32At(i);
        const auto code_point = static_cast<char32_t>(c);
        if (is_mark(code_point)) {
          if (after_latin_) continue;
        } else {
          after_latin_ = is_latin(code_point);
        }
        kept.append(c);
      }
      units = normalizers_.nfc->normalize(kept, status);
    }
    for (std::int32_t i = 0; i < units.length(); i = units.moveIndex32(i, 1)) {
      put_code_point(static_cast<char32_t>(units.char32At(i)), source);
    }
  }

  void put_code_point(char32_t c, std::size_t source) {
    if (const char plain = plain_mark(c)) c = static_cast<unsigned char>(plain);
    if (c < kAsciiFold.size()) c = static_cast<unsigned char>(kAsciiFold[c]);
    if (is_document_ && is_white_space(c)) {
      if (!out_.empty() && out_.back() == ' ') return;
      c = ' ';
    }
    if (is_document_ && c == kSlotCodePoint) c = kReplacement;
    const std::string_view plain = plain_letter(c);
    if (!plain.empty()) return put(plain, source);
    std::array<char, 4> bytes{};
    put({bytes.data(), encode_utf8(c, bytes.data())}, source);
  }

  void put(std::string_view bytes, std::size_t source) {
    out_ += bytes;
    if (map_) map_->insert(map_->end(), bytes.size(), static_cast<std::uint32_t>(source));
  }

  // What every letter of the Latin blocks folds to where it stands alone;
  // empty for what is no letter.
  static const std::string& latin_fold(char32_t c) {
    static const auto table = [] {
      std::array<std::string, kEndLatin - kFirstLatin> made;
      for (char32_t letter = kFirstLatin; letter < kEndLatin; ++letter) {
        if (!is_latin(letter)) continue;
        std::string source;
        append_utf8(letter, source);
        Folder folder(false, made[letter - kFirstLatin], nullptr);
        folder.normalize(source, 0);
      }
      return made;
    }();
    return table[c - kFirstLatin];
  }

  static constexpr char32_t kFirstLatin = 0xC0;
  static constexpr char32_t kEndLatin = 0x250;
  static constexpr char32_t kSlotCodePoint = 0xE000;
  static constexpr char32_t kReplacement = 0xFFFD;

  bool is_document_;
  std::string& out_;
  std::vector<std::uint32_t>* map_;
  const Normalizers& normalizers_;
  bool after_latin_ = false;  // marks that come now stand on a Latin letter
};

}  // namespace

void fold(std::string_view text, const std::vector<ByteSpan>& slots, std::string& folded,
          std::vector<std::uint32_t>& map) {
  folded.clear();
  map.clear();
  folded.reserve(text.size());
  map.reserve(text.size() + 1);
  Folder folder(true, folded, &map);
  std::size_t at = 0;
  for (const ByteSpan slot : slots) {
    folder.run(text, {at, slot.begin});
    folder.slot(slot.begin);
    at = slot.end;
  }
  folder.run(text, {at, text.size()});
  map.push_back(static_cast<std::uint32_t>(text.size()));
}

std::string fold_literal(std::string_view text) {
  std::string repaired;
  if (!is_utf8(text)) {
    std::vector<std::size_t> repairs;
    std::vector<Document::Shift> shifts;
    repair_utf8(text, repaired, repairs, shifts);
    text = repaired;
  }
  std::string out;
  out.reserve(text.size());
  Folder(false, out, nullptr).run(text, {0, text.size()});
  return out;
}

}  // namespace rapport::text
