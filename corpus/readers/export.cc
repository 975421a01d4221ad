// The data export that the professional network gives its members: what its owner
// wrote to people who did not know them yet, and how it went.
//
// Invitations that were sent with a note, and own messages up to the first answer,
// are records; what was received, blank notes, answers, drafts, sponsored mail and
// groups are counted and left out. accepted: the invited one is among the
// connections. replied: the other one wrote later in the same conversation.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <unordered_set>

#include "corpus/readers/export_threads.h"
#include "corpus/readers/html_text.h"
#include "corpus/readers/names.h"
#include "corpus/readers/reader.h"
#include "corpus/readers/record_fields.h"

namespace rapport::corpus {
namespace {

using std::chrono::sys_seconds;

// An invitation so young may still be pending.
constexpr auto kPending = std::chrono::days(14);

const std::vector<std::string> kColumns = {"id",      "file",    "channel", "sender",   "reader",
                                           "sent",    "subject", "text",    "accepted", "replied"};

std::string shown_time(const std::optional<sys_seconds>& time) {
  if (!time) return {};
  const auto day = std::chrono::floor<std::chrono::days>(*time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(*time - day);
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return out;
}

std::string shown(const std::optional<bool>& yes) { return yes ? (*yes ? "yes" : "no") : ""; }

class Export : public Reader {
 public:
  Export(const std::string& path, const ReadOptions& options) : options_(options), files_(path) {
    if (!options.text_field.empty() || !options.id_field.empty() || !options.map.empty()) {
      throw UsageError(path + ": a data export has its own columns; leave out --text-field, --id-field and --map");
    }
    read_profile();
    read_connections();
    read_invitations();
    read_threads();
    stages_ = {ExportFiles::kInvitations, ExportFiles::kMessages};
  }

  bool next(Record& record) override {
    while (true) {
      if (!table_) {
        if (stage_ == stages_.size()) {
          note_what_was_left_out();
          return false;
        }
        table_ = files_.open(stages_[stage_]);
        ++stage_;
        if (!table_) continue;
      }
      if (!table_->next()) {
        taken_ += table_->taken();
        table_.reset();
        continue;
      }
      if (take(record)) return true;
    }
  }
  std::uint64_t taken() const override { return taken_ + (table_ ? table_->taken() : 0); }
  std::uint64_t total() const override { return 0; }
  const Skipped& skipped() const override { return skipped_; }
  std::vector<std::string> columns() const override { return kColumns; }

 private:
  void read_profile() {
    const auto table = files_.open(ExportFiles::kProfile);
    if (!table || !table->next()) return;
    name_ = table->value("first name");
    const std::string& last = table->value("last name");
    if (!last.empty()) name_ += (name_.empty() ? "" : " ") + last;
  }

  void read_connections() {
    const auto table = files_.open(ExportFiles::kConnections);
    if (!table) return;
    has_urls_ = table->has("url");
    while (table->next()) {
      // Members who hide leave a row with a date and nothing else.
      const std::string slug = profile_slug(table->value("url"));
      const std::string name = lower_ascii(table->value("first name") + " " + table->value("last name"));
      if (!slug.empty()) connected_.insert(slug);
      if (name.size() > 1) connected_names_.insert(name);
    }
  }

  // Who the owner is, and when the last invitation was sent.
  void read_invitations() {
    const auto table = files_.open(ExportFiles::kInvitations);
    if (!table) return;
    while (table->next()) {
      if (!is_sent(table->value("direction"))) continue;
      if (owner_.empty()) owner_ = profile_slug(table->value("inviterprofileurl"));
      const auto sent = parse_time(table->value("sent at"));
      if (sent && (!last_ || *sent > *last_)) last_ = sent;
    }
  }

  void read_threads() {
    const auto table = files_.open(ExportFiles::kMessages);
    if (!table) return;
    std::string by_name;
    while (table->next()) {
      const ExportMessage message = message_of(*table);
      threads_.add(message);
      if (by_name.empty() && !name_.empty() && message.from == name_) by_name = message.from_key;
    }
    threads_.finish(owner_.empty() ? by_name : owner_);
  }

  static bool is_sent(std::string_view direction) {
    const std::string plain = lower_ascii(direction);
    return plain == "outgoing" || plain == "sent";
  }

  bool take(Record& record) {
    const CsvRow& row = table_->row();
    clear_record(record);
    record.source = table_->name();
    record.line = row.line;
    record.error = row.error;
    if (!record.error && table_->ragged()) {
      record.error = RecordError{"ragged_row", "the row has " + std::to_string(row.fields.size()) +
                                                   " fields, the header " + std::to_string(table_->columns()) +
                                                   "; is a quote missing?", row.byte};
    }
    if (record.error) return true;
    return stage_ == 1 ? take_invitation(record) : take_message(record);
  }

  bool take_invitation(Record& record) {
    if (!is_sent(table_->value("direction"))) return false;
    const std::string& note = table_->value("message");
    if (note.empty()) {
      ++blank_;
      return false;
    }
    record.draft.channel = "connection_note";
    record.draft.text = note;
    record.sender = table_->value("from");
    record.sender_key = profile_slug(table_->value("inviterprofileurl"));
    record.reader = table_->value("to");
    record.reader_key = profile_slug(table_->value("inviteeprofileurl"));
    record.sent = parse_time(table_->value("sent at"));
    record.accepted = was_accepted(record);
    finish(record, "invitation");
    return true;
  }

  std::optional<bool> was_accepted(const Record& record) const {
    if (connected_.empty() && connected_names_.empty()) return std::nullopt;
    const bool by_url = has_urls_ && !record.reader_key.empty();
    const bool there = by_url ? connected_.contains(record.reader_key)
                              : connected_names_.contains(lower_ascii(record.reader));
    if (there) return true;
    if (record.sent && last_ && *last_ - *record.sent < kPending) return std::nullopt;
    return false;
  }

  bool take_message(Record& record) {
    const ExportMessage message = message_of(*table_);
    if (message.draft || message.sponsored || threads_.is_group(message.thread)) {
      ++skipped_.drafts;
      return false;
    }
    if (message.from_key != threads_.owner()) return false;
    const auto answered = threads_.answered(message.thread);
    if (answered && message.sent && *answered <= *message.sent) {
      ++later_;
      return false;
    }
    const auto began = threads_.began(message.thread);
    const bool again = began && message.sent && *began < *message.sent;
    record.draft.subject = table_->value("subject");
    record.draft.channel = again ? "follow_up" : record.draft.subject.empty() ? "direct_message" : "inmail";
    record.draft.text = table_->value("content");
    if (looks_like_html(record.draft.text)) record.draft.text = html_to_text(with_replacements(record.draft.text));
    record.sender = message.from;
    record.sender_key = message.from_key;
    record.reader = message.to;
    record.reader_key = message.to_slugs.empty() ? lower_ascii(message.to) : message.to_slugs.front();
    record.thread = message.thread;
    record.sent = message.sent;
    record.replied = answered.has_value();
    finish(record, "message");
    return true;
  }

  void finish(Record& record, const char* kind) {
    record.id = std::string(kind) + "-" + std::to_string(record.line);
    std::string* const texts[] = {&record.draft.text, &record.draft.subject, &record.sender, &record.reader};
    for (std::string* text : texts) {
      const auto bad = bad_utf8_at(*text);
      if (!bad) continue;
      if (!options_.replace_bad_utf8 && !record.error) {
        record.error = RecordError{"invalid_utf8", "byte " + std::to_string(*bad) +
                                                       " of a value is not UTF-8; convert the file, or replace what is wrong",
                                   table_->row().byte};
      }
      *text = with_replacements(*text);
    }
    if (record.draft.text.size() > options_.max_message_bytes) {
      record.error = RecordError{"too_large", "the message is longer than " +
                                                  std::to_string(options_.max_message_bytes) + " bytes", table_->row().byte};
      record.draft.text.clear();
    }
    const std::string values[] = {record.id,     record.source, record.draft.channel,    record.sender,     record.reader, shown_time(record.sent),
                                  record.draft.subject, record.draft.text, shown(record.accepted), shown(record.replied)};
    for (std::size_t i = 0; i < kColumns.size(); ++i) record.fields.push_back({kColumns[i], values[i]});
  }

  void note_what_was_left_out() {
    const auto note = [&](std::uint64_t count, const char* what) {
      if (count > 0) skipped_.notes.push_back(what + std::to_string(count));
    };
    if (noted_) return;
    noted_ = true;
    note(blank_, "left out, invitations without a note: ");
    note(later_, "left out, messages after an answer: ");
    note(skipped_.drafts, "left out, drafts, sponsored messages and messages of groups: ");
  }

  ReadOptions options_;
  ExportFiles files_;
  std::string name_, owner_;
  bool has_urls_ = false, noted_ = false;
  std::unordered_set<std::string> connected_, connected_names_;
  std::optional<sys_seconds> last_;
  ExportThreads threads_;
  std::vector<ExportFiles::Kind> stages_;
  std::size_t stage_ = 0;
  std::unique_ptr<ExportTable> table_;
  std::uint64_t taken_ = 0, blank_ = 0, later_ = 0;
  Skipped skipped_;
};

int recognize(const std::string& path, std::string_view head) {
  std::error_code error;
  if (path != "-" && std::filesystem::is_directory(path, error)) {
    for (const auto& entry : std::filesystem::directory_iterator(path, error)) {
      const auto kind = export_kind_of_name(entry.path().string());
      if (kind == ExportFiles::kInvitations || kind == ExportFiles::kMessages) return 100;
    }
    return 0;
  }
  if (path == "-") return 0;
  if (head.starts_with("PK\x03\x04")) return 95;
  const std::string line = lower_ascii(head.substr(0, head.find('\n')));
  const bool invitations = line.find("from") != std::string::npos && line.find("sent at") != std::string::npos &&
                           line.find("direction") != std::string::npos;
  return invitations || line.find("conversation id") != std::string::npos ? 90 : 0;
}

std::unique_ptr<Reader> open(const std::string& path, const ReadOptions& options) {
  return std::make_unique<Export>(path, options);
}

}  // namespace

extern const InputFormat k_export_format = {"export", "a member's data export of the professional network: zip, folder or CSV",
                                            recognize, open};

}  // namespace rapport::corpus
