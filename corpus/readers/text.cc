// Plain text: one file is one message.
#include <algorithm>

#include "corpus/readers/names.h"
#include "corpus/readers/record_fields.h"
#include "corpus/readers/text_file.h"

namespace rapport::corpus {

std::string_view looks_like(std::string_view head) {
  if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff")) return "utf16";
  const auto nuls = static_cast<std::size_t>(std::ranges::count(head, '\0'));
  // Latin letters in UTF-16 have a NUL each.
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i) (i % 2 ? odd : even) += head[i] == '\0' ? 1 : 0;
  if (nuls * 3 >= head.size() && nuls > 1 && (even == 0 || odd == 0)) return "utf16";
  for (const std::string_view magic : {"\x89PNG", "PK\x03\x04", "%PDF-", "\x7f" "ELF", "\xff\xd8\xff", "GIF8"}) {
    if (head.starts_with(magic)) return "binary";
  }
  const auto controls = std::ranges::count_if(head, [](unsigned char c) {
    return c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 27;
  });
  return static_cast<std::size_t>(controls) * 10 > head.size() ? "binary" : "";
}

void read_text(ByteSource& source, const std::string& name, const ReadOptions& options, Record& record) {
  clear_record(record);
  record.source = name;
  record.line = 1;
  std::string text;
  char some[16384];
  while (text.size() <= options.max_message_bytes + 3) {
    const std::size_t got = source.read(some, sizeof some);
    if (got == 0) break;
    text.append(some, got);
  }
  const std::string_view kind = looks_like(std::string_view(text).substr(0, 4096));
  if (kind == "utf16") {
    record.error = RecordError{"utf16", "the text is UTF-16; convert it: iconv -f UTF-16 -t UTF-8", 0};
  } else if (kind == "binary") {
    record.error = RecordError{"binary", "looks binary, not like a message", 0};
  } else {
    if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
    if (text.size() > options.max_message_bytes) {
      record.error = RecordError{"too_large", "the message is longer than " +
                                                  std::to_string(options.max_message_bytes) + " bytes", 0};
    } else if (const auto bad = bad_utf8_at(text); bad && !options.replace_bad_utf8) {
      record.error = RecordError{"invalid_utf8", "byte " + std::to_string(*bad) +
                                                     " is not UTF-8; convert the file, or replace what is wrong", *bad};
    } else {
      record.draft.text = bad ? with_replacements(text) : std::move(text);
      record.fields.push_back({"text", record.draft.text});
    }
  }
}

namespace {

class Text : public Reader {
 public:
  Text(const std::string& path, const ReadOptions& options)
      : path_(path), options_(options), source_(open_source(path)) {}
  bool next(Record& record) override {
    if (done_) return false;
    done_ = true;
    read_text(*source_, path_, options_, record);
    return true;
  }
  std::uint64_t taken() const override { return source_->taken(); }
  std::uint64_t total() const override { return source_->total(); }
  const Skipped& skipped() const override { return skipped_; }

 private:
  std::string path_;
  ReadOptions options_;
  std::unique_ptr<ByteSource> source_;
  bool done_ = false;
  Skipped skipped_;
};

int recognize(const std::string& path, std::string_view head) {
  const std::string lower = lower_ascii(path);
  if (lower.ends_with(".txt") || lower.ends_with(".md")) return 60;
  return head.empty() || !looks_like(head.substr(0, 4096)).empty() ? 0 : 5;
}

std::unique_ptr<Reader> open(const std::string& path, const ReadOptions& options) {
  return std::make_unique<Text>(path, options);
}

}  // namespace

extern const InputFormat k_text_format = {"text", "plain text, one file a message", recognize, open};

}  // namespace rapport::corpus
