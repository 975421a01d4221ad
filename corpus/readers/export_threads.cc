#include "corpus/readers/export_threads.h"

#include <algorithm>

#include "corpus/readers/names.h"
#include "corpus/readers/record_fields.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kMostWriters = 8;  // of a conversation that are told apart

std::vector<std::string> slugs_of(std::string_view urls) {
  std::vector<std::string> out;
  while (!urls.empty()) {
    const std::size_t end = std::min(urls.find(','), urls.size());
    std::string slug = profile_slug(urls.substr(0, end));
    if (!slug.empty()) out.push_back(std::move(slug));
    urls.remove_prefix(std::min(end + 1, urls.size()));
  }
  return out;
}

}  // namespace

std::string profile_slug(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  while (url.ends_with('/') || url.ends_with(' ')) url.remove_suffix(1);
  const std::size_t slash = url.find_last_of('/');
  return lower_ascii(slash == std::string_view::npos ? url : url.substr(slash + 1));
}

ExportMessage message_of(const ExportTable& table) {
  ExportMessage out;
  out.thread = table.value("conversation id");
  out.from = table.value("from");
  out.from_key = profile_slug(table.value("sender profile url"));
  out.to = table.value("to");
  out.to_slugs = slugs_of(table.value("recipient profile urls"));
  out.sent = parse_time(table.value("date"));
  const auto yes = [&](std::string_view column) { return parse_yes_no(table.value(column)).value_or(false); };
  out.draft = yes("is message draft") || yes("is conversation draft");
  const bool markup = table.value("content").find("spinmail") != std::string::npos;
  out.sponsored = out.from_key.empty() && (markup || (table.has("sender profile url") && out.from.empty()));
  if (out.from_key.empty()) out.from_key = lower_ascii(out.from);
  return out;
}

void ExportThreads::add(const ExportMessage& message) {
  if (message.draft || message.sponsored || !message.sent) return;
  Thread& thread = threads_[message.thread];
  thread.many = thread.many || message.to_slugs.size() > 1 || thread.first.size() > kMostWriters;
  if (thread.many) return;
  const auto [at, fresh] = thread.first.try_emplace(message.from_key, *message.sent);
  if (!fresh) at->second = std::min(at->second, *message.sent);
  thread.many = thread.first.size() > 2;
}

void ExportThreads::finish(std::string owner) {
  owner_ = std::move(owner);
  if (!owner_.empty()) return;
  std::map<std::string, std::size_t> conversations;
  for (const auto& [id, thread] : threads_) {
    for (const auto& [who, when] : thread.first) ++conversations[who];
  }
  // Of equals the first by name, so that it is always the same.
  std::size_t most = 0;
  for (const auto& [who, count] : conversations) {
    if (count > most) owner_ = who;
    most = std::max(most, count);
  }
}

const ExportThreads::Thread* ExportThreads::find(const std::string& thread) const {
  const auto at = threads_.find(thread);
  return at == threads_.end() ? nullptr : &at->second;
}

bool ExportThreads::is_group(const std::string& thread) const {
  const Thread* found = find(thread);
  return found && found->many;
}

std::optional<std::chrono::sys_seconds> ExportThreads::answered(const std::string& thread) const {
  const Thread* found = find(thread);
  if (!found) return std::nullopt;
  for (const auto& [who, when] : found->first) {
    if (who != owner_) return when;
  }
  return std::nullopt;
}

std::optional<std::chrono::sys_seconds> ExportThreads::began(const std::string& thread) const {
  const Thread* found = find(thread);
  if (!found) return std::nullopt;
  const auto at = found->first.find(owner_);
  if (at == found->first.end()) return std::nullopt;
  return at->second;
}

}  // namespace rapport::corpus
