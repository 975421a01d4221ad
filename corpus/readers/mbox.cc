// mbox: messages of mail one after the other, each behind a line that begins with
// "From " at the start of the file or behind a blank one (RFC 4155; lines quoted
// as ">From " are read as mboxrd has them). eml: one message a file.
#include <algorithm>

#include "corpus/readers/byte_source.h"
#include "corpus/readers/mail.h"
#include "corpus/readers/names.h"
#include "corpus/readers/record_fields.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kMostMail = 64u << 20;  // bytes of one message, attachments and all
constexpr std::size_t kBlock = 64u << 10;

// Lines with their ends, of any length up to a cap.
class Lines {
 public:
  explicit Lines(ByteSource& source) : source_(source) {}

  bool next(std::string& line) {
    line.clear();
    while (true) {
      const std::size_t end = buffer_.find('\n', at_);
      if (end != std::string::npos) {
        append(line, end + 1);
        ++number_;
        return true;
      }
      append(line, buffer_.size());
      buffer_.resize(kBlock);
      buffer_.resize(source_.read(buffer_.data(), kBlock));
      at_ = 0;
      if (!buffer_.empty()) continue;
      number_ += line.empty() ? 0 : 1;
      return !line.empty();
    }
  }
  std::uint64_t number() const { return number_; }

 private:
  void append(std::string& line, std::size_t end) {
    if (line.size() < kMostMail) line.append(buffer_, at_, end - at_);
    at_ = end;
  }

  ByteSource& source_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint64_t number_ = 0;
};

class Mbox : public Reader {
 public:
  Mbox(const std::string& path, const ReadOptions& options)
      : path_(path), options_(options), source_(open_source(path)), lines_(*source_) {
    while (lines_.next(line_) && line_.find_first_not_of("\r\n") == std::string::npos) ++skipped_.blank_lines;
    if (!line_.empty() && !line_.starts_with("From ")) {
      throw UsageError(path_ + ": an mbox begins with a line 'From '; is it one message? then use --input-format eml");
    }
  }

  bool next(Record& record) override {
    if (line_.empty()) return false;
    clear_record(record);
    record.source = path_;
    record.line = lines_.number();
    std::string message;
    bool blank = false, large = false;
    while (lines_.next(line_)) {
      if (blank && line_.starts_with("From ")) break;
      blank = line_ == "\n" || line_ == "\r\n";
      large = large || message.size() + line_.size() > kMostMail;
      if (!large) message.append(line_, quoted_from(line_) ? 1 : 0, std::string::npos);
      line_.clear();
    }
    if (large) {
      record.error = RecordError{"too_large", "the message is longer than " + std::to_string(kMostMail) + " bytes", 0};
    } else {
      read_mail(message, options_, record);
    }
    return true;
  }
  std::uint64_t taken() const override { return source_->taken(); }
  std::uint64_t total() const override { return source_->total(); }
  const Skipped& skipped() const override { return skipped_; }
  std::vector<std::string> columns() const override { return mail_columns(); }

 private:
  // ">From ", ">>From ": one mark is the file's.
  static bool quoted_from(std::string_view line) {
    const std::size_t marks = line.find_first_not_of('>');
    return marks != std::string_view::npos && marks > 0 && line.substr(marks).starts_with("From ");
  }

  std::string path_;
  ReadOptions options_;
  std::unique_ptr<ByteSource> source_;
  Lines lines_;
  std::string line_;  // the one that begins the next message; empty at the end
  Skipped skipped_;
};

class Eml : public Reader {
 public:
  Eml(std::string path, const ReadOptions& options) : path_(std::move(path)), options_(options), source_(open_source(path_)) {}

  bool next(Record& record) override {
    if (done_) return false;
    done_ = true;
    clear_record(record);
    record.source = path_;
    record.line = 1;
    std::string message;
    for (std::string block(kBlock, '\0'); const std::size_t got = source_->read(block.data(), block.size());) {
      message.append(block, 0, got);
      if (message.size() > kMostMail) {
        record.error = RecordError{"too_large", "the message is longer than " + std::to_string(kMostMail) + " bytes", 0};
        return true;
      }
    }
    read_mail(message, options_, record);
    return true;
  }
  std::uint64_t taken() const override { return source_->taken(); }
  std::uint64_t total() const override { return source_->total(); }
  const Skipped& skipped() const override { return skipped_; }
  std::vector<std::string> columns() const override { return mail_columns(); }

 private:
  std::string path_;
  ReadOptions options_;
  std::unique_ptr<ByteSource> source_;
  bool done_ = false;
  Skipped skipped_;
};

bool named(const std::string& path, std::string_view ending) { return lower_ascii(path).ends_with(ending); }

// "Subject: ..." and a few more of its kind, before any blank line.
bool has_headers(std::string_view head) {
  head = head.substr(0, std::min(head.find("\n\n"), head.find("\r\n\r\n")));
  const std::string lower = "\n" + lower_ascii(head);
  const auto has = [&](const char* name) { return lower.find(name) != std::string::npos; };
  return (has("\nfrom:") + has("\nto:") + has("\nsubject:") + has("\ndate:") + has("\nmessage-id:") + has("\nmime-version:")) >= 3;
}

int recognize_mbox(const std::string& path, std::string_view head) {
  if (!head.starts_with("From ")) return 0;
  return named(path, ".mbox") ? 95 : has_headers(head.substr(std::min(head.find('\n'), head.size()))) ? 85 : 0;
}

int recognize_eml(const std::string& path, std::string_view head) {
  return named(path, ".eml") ? 90 : has_headers(head) ? 70 : 0;
}

std::unique_ptr<Reader> open_mbox(const std::string& path, const ReadOptions& options) {
  return std::make_unique<Mbox>(path, options);
}
std::unique_ptr<Reader> open_eml(const std::string& path, const ReadOptions& options) {
  return std::make_unique<Eml>(path, options);
}

}  // namespace

extern const InputFormat k_eml_format = {"eml", "one message of mail", recognize_eml, open_eml};
extern const InputFormat k_mbox_format = {"mbox", "messages of mail in one file", recognize_mbox, open_mbox};

}  // namespace rapport::corpus
