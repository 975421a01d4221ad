// A draft: one message before it is sent, and what its writer tells about it.
//
// Thread rule: plain values.
//
// Example:
//   rapport::Draft draft{.text = "Hi Ana, your talk on caching …"};
//   draft.channel = "connection_note";
#ifndef RAPPORT_ANALYZER_DRAFT_H_
#define RAPPORT_ANALYZER_DRAFT_H_

#include <map>
#include <string>

#include "analyzer/context.h"

namespace rapport {

struct Draft {
  // The message as it would be sent, in UTF-8. Any bytes are a draft: what is
  // not UTF-8 is read as U+FFFD and reported in Analysis::repairs.
  // A first line "Subject: …" is the subject: a zone of its own that does not
  // count towards the body's length.
  std::string text;

  // The subject, where it is kept apart from the text. Ignored where the text
  // starts with a subject line of its own.
  std::string subject;

  // A channel of channels.toml: connection_note, inmail, direct_message,
  // email, follow_up. Empty: `follow_up` or `email` is never guessed; a text
  // with a subject or of more than 1,000 code points counts as an email, any
  // other as a connection note within its limit and a direct message over it.
  std::string channel;

  // A tier of that channel ("free", "premium"). Empty: the channel's first.
  std::string tier;

  // BCP 47 language. Empty: recognized from the text.
  std::string lang;

  // True for a template whose slots are to be taken as filled with something
  // true; false for a message as it stands, where a slot is a mistake.
  bool slots_filled = false;

  // Facts about sender, reader and what is between them. With facts, what the
  // draft claims is checked, and advice and rewrites go by them.
  Context context;

  // What a record carries besides, by name. Kept, handed through, never read.
  std::map<std::string, std::string> extra;
};

}  // namespace rapport

#endif  // RAPPORT_ANALYZER_DRAFT_H_
