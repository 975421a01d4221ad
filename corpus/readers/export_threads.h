// The conversations of messages.csv, read once before the messages are: who the
// export belongs to, who wrote first, who answered when.
//
// Memory: about 100 bytes a conversation.
// Thread rule: plain values after the reading.
//
// Example:
//   corpus::ExportThreads threads;
//   while (table.next()) threads.add(message_of(table));
//   threads.finish("ana-lima");
#ifndef RAPPORT_CORPUS_READERS_EXPORT_THREADS_H_
#define RAPPORT_CORPUS_READERS_EXPORT_THREADS_H_

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/readers/export_files.h"

namespace rapport::corpus {

// The end of a profile's URL in small letters; empty where there is none.
std::string profile_slug(std::string_view url);

// A row of messages.csv.
struct ExportMessage {
  std::string thread;
  std::string from, from_key;   // key: the slug, else the name in small letters
  std::string to;
  std::vector<std::string> to_slugs;
  std::optional<std::chrono::sys_seconds> sent;
  bool draft = false;
  bool sponsored = false;       // nobody wrote it: no sender's profile, or markup of a campaign
};

ExportMessage message_of(const ExportTable& table);

class ExportThreads {
 public:
  // Of every message but drafts and sponsored ones.
  void add(const ExportMessage& message);
  // `owner`: the slug or name of whom the export belongs to, where another file
  // tells; else the one who writes in most conversations.
  void finish(std::string owner);

  const std::string& owner() const { return owner_; }
  // More than two people write in it, or it goes to several.
  bool is_group(const std::string& thread) const;
  // When somebody else wrote first; none: nobody did.
  std::optional<std::chrono::sys_seconds> answered(const std::string& thread) const;
  // When the owner wrote first.
  std::optional<std::chrono::sys_seconds> began(const std::string& thread) const;

 private:
  struct Thread {
    std::map<std::string, std::chrono::sys_seconds> first;  // by who writes
    bool many = false;
  };
  const Thread* find(const std::string& thread) const;

  std::unordered_map<std::string, Thread> threads_;
  std::string owner_;
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_READERS_EXPORT_THREADS_H_
