#include "corpus/readers/mail.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "corpus/readers/html_text.h"
#include "corpus/readers/names.h"
#include "corpus/readers/record_fields.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kRule = 10;  // characters of a line that only parts

template <typename T>
struct Unref {
  void operator()(T* object) const { g_object_unref(object); }
};
template <typename T>
using Object = std::unique_ptr<T, Unref<T>>;

// A header may hold any bytes.
std::string text_of(const char* text) {
  const std::string out = text ? text : "";
  return bad_utf8_at(out) ? with_replacements(out) : out;
}

struct Body {
  std::string plain, html;
};

void take_part(GMimeObject*, GMimeObject* part, gpointer data) {
  auto* body = static_cast<Body*>(data);
  if (!GMIME_IS_TEXT_PART(part)) return;
  const char* disposition = g_mime_object_get_disposition(part);
  if (disposition && lower_ascii(disposition) == "attachment") return;
  GMimeContentType* type = g_mime_object_get_content_type(part);
  const bool html = g_mime_content_type_is_type(type, "text", "html") != 0;
  if (!html && g_mime_content_type_is_type(type, "text", "plain") == 0) return;
  std::string& to = html ? body->html : body->plain;
  if (!to.empty()) return;
  char* text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
  to = text_of(text);
  g_free(text);
}

// The first mailbox of a list: its name for people, its address as a key.
void take_mailbox(InternetAddressList* list, std::string& name, std::string& key) {
  for (int i = 0; list && i < internet_address_list_length(list); ++i) {
    InternetAddress* address = internet_address_list_get_address(list, i);
    if (!INTERNET_ADDRESS_IS_MAILBOX(address)) continue;
    key = lower_ascii(text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address))));
    name = text_of(internet_address_get_name(address));
    if (name.empty()) name = key;
    return;
  }
}

// "<a@b> <c@d>": the first of them.
std::string first_id(std::string_view header) {
  const std::size_t open = header.find('<'), close = header.find('>', open);
  if (open == std::string_view::npos || close == std::string_view::npos) return {};
  return std::string(header.substr(open + 1, close - open - 1));
}

bool only(std::string_view line, std::string_view marks) {
  return line.size() >= kRule && line.find_first_not_of(marks) == std::string_view::npos;
}

// "-----Original Message-----", or a line of underscores as some programs put it.
bool quotes_below(std::string_view line) {
  return only(line, "_") || (line.size() > kRule && line.starts_with("-----") && line.ends_with("-----"));
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    out.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

}  // namespace

const std::vector<std::string>& mail_columns() {
  static const std::vector<std::string> all = {"id", "from", "to", "date", "subject", "text"};
  return all;
}

std::string own_words(std::string_view text) {
  std::vector<std::string_view> kept;
  for (const std::string_view line : lines_of(text)) {
    if (line == "-- " || line == "--" || quotes_below(line)) break;
    if (!line.starts_with('>')) {
      kept.push_back(line);
      continue;
    }
    // What introduces it: "On Monday Ana wrote:", of one or two lines.
    while (!kept.empty() && is_blank(kept.back())) kept.pop_back();
    if (kept.empty() || !kept.back().ends_with(':')) continue;
    kept.pop_back();
    if (!kept.empty() && !is_blank(kept.back()) && (kept.size() == 1 || is_blank(kept[kept.size() - 2]))) kept.pop_back();
  }
  while (!kept.empty() && is_blank(kept.back())) kept.pop_back();
  std::string out;
  bool begun = false;
  for (const std::string_view line : kept) {
    if (!begun && is_blank(line)) continue;
    if (begun) out += '\n';
    begun = true;
    out += line;
  }
  return out;
}

void read_mail(std::string_view message, const ReadOptions& options, Record& record) {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
  record.draft.channel = "email";
  const Object<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(message.data(), message.size()));
  const Object<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Object<GMimeMessage> mail(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!mail) {
    record.error = RecordError{"invalid_mail", "no message of mail could be read; is it an eml or mbox file?", 0};
    return;
  }
  record.draft.subject = text_of(g_mime_message_get_subject(mail.get()));
  take_mailbox(g_mime_message_get_from(mail.get()), record.sender, record.sender_key);
  take_mailbox(g_mime_message_get_to(mail.get()), record.reader, record.reader_key);
  record.id = text_of(g_mime_message_get_message_id(mail.get()));
  const auto header = [&](const char* name) { return text_of(g_mime_object_get_header(GMIME_OBJECT(mail.get()), name)); };
  record.thread = first_id(header("References"));
  if (record.thread.empty()) record.thread = first_id(header("In-Reply-To"));
  if (record.thread.empty()) record.thread = record.id;
  if (GDateTime* date = g_mime_message_get_date(mail.get())) {
    record.sent = std::chrono::sys_seconds(std::chrono::seconds(g_date_time_to_unix(date)));
  }
  Body body;
  g_mime_message_foreach(mail.get(), take_part, &body);
  const std::string text = body.plain.empty() ? html_to_text(body.html) : body.plain;
  record.draft.text = own_words(text);
  if (record.sender.empty() && record.draft.text.empty()) {
    record.error = RecordError{"invalid_mail", "it has neither a sender nor a text; is it an eml or mbox file?", 0};
  } else if (record.draft.text.size() > options.max_message_bytes) {
    record.error = RecordError{"too_large", "the message is longer than " + std::to_string(options.max_message_bytes) + " bytes", 0};
    record.draft.text.clear();
  }
  const std::string values[] = {record.id, header("From"), header("To"), header("Date"), record.draft.subject, record.draft.text};
  for (std::size_t i = 0; i < mail_columns().size(); ++i) {
    record.fields.push_back({mail_columns()[i], values[i]});
  }
}

}  // namespace rapport::corpus
