#include <sstream>

#include "analyzer/lexicon/macros.h"
#include "analyzer/lexicon/parsers.h"
#include "analyzer/text/fold.h"

namespace rapport::lexicon {
namespace {

constexpr int kMostReach = 20;

std::vector<std::string> folded(std::vector<std::string> words) {
  for (std::string& word : words) word = text::fold_literal(word);
  return words;
}

// Reads a table whose keys are the author's own: name -> text.
std::map<std::string, std::string> text_map(TableReader& top, std::string_view key,
                                            const SourceFile& file, DiagnosticLog& log) {
  std::map<std::string, std::string> out;
  if (const Node* node = top.table(key)) {
    TableReader reader(*node, file, log);
    for (const auto& [name, value] : node->members) out[name] = reader.text(name, kRequired);
  }
  return out;
}

}  // namespace

void parse_pack(const Node& root, const SourceFile& file, DiagnosticLog& log, Pack& out) {
  TableReader top(root, file, log);
  if (const Node* node = top.table("pack", kRequired)) {
    TableReader reader(*node, file, log);
    out.language.lang = reader.text("lang", kRequired);
    out.name = reader.text("name", kRequired);
    reader.done();
  }
  out.macros = text_map(top, "macros", file, log);
  if (const Node* node = top.table("zones", kRequired)) {
    TableReader reader(*node, file, log);
    out.language.greeting = folded(reader.texts("greeting", kRequired));
    out.language.closing = folded(reader.texts("closing", kRequired));
    reader.done();
  }
  if (const Node* node = top.table("negation")) {
    TableReader reader(*node, file, log);
    for (const std::string& cue : folded(reader.texts("cues", kRequired))) {
      std::istringstream words(cue);
      std::vector<std::string> split;
      for (std::string word; words >> word;) split.push_back(word);
      if (!split.empty()) out.negation_cues.push_back(std::move(split));
    }
    out.negation_reach = static_cast<int>(reader.number("reach", out.negation_reach, 1, kMostReach));
    reader.done();
  }
  if (const Node* node = top.table("sentences")) {
    TableReader reader(*node, file, log);
    out.language.abbreviations = reader.texts("abbreviations");
    reader.done();
  }
  if (const Node* node = top.table("language", kRequired)) {
    TableReader reader(*node, file, log);
    out.language.function_words = folded(reader.texts("function_words", kRequired));
    reader.done();
  }
  if (const Node* node = top.table("words")) {
    TableReader reader(*node, file, log);
    out.reader_words = folded(reader.texts("reader"));
    out.sender_words = folded(reader.texts("sender"));
    out.language.capital_words = folded(reader.texts("capitals"));
    reader.done();
  }
  if (const Node* node = top.table("reading")) {
    TableReader reader(*node, file, log);
    out.reading.base = reader.number("base", 0, -1000, 1000, kRequired);
    out.reading.sentence = reader.number("sentence", 0, 0, 1000, kRequired);
    out.reading.syllable = reader.number("syllable", 0, 0, 1000, kRequired);
    out.reading.vowels = reader.text("vowels", kRequired);
    out.reading.silent_endings = reader.texts("silent_endings");
    reader.done();
  }
  out.family_wording = text_map(top, "families", file, log);
  if (const Node* node = top.table("features")) {
    for (const auto& [id, value] : node->members) {
      if (value.kind != Node::Kind::kTable) {
        log.add(file, value.line, value.column, "L004", "'" + id + "' takes a table");
        continue;
      }
      TableReader reader(value, file, log);
      out.feature_wording[id] = {reader.text("hurts_low"), reader.text("hurts_high"),
                                 reader.text("helps")};
      reader.done();
    }
  }
  top.done();
}

void parse_edits(const Node& root, const SourceFile& file, DiagnosticLog& log,
                 const LexiconData& lexicon, Pack& out) {
  TableReader top(root, file, log);
  out.shorten_note = top.text("shorten_note", kRequired);
  for (const Node* node : top.tables("edit")) {
    TableReader reader(*node, file, log);
    EditRule edit;
    edit.line = node->line;
    edit.on = reader.texts("on", kRequired);
    const int action = reader.choice("action", {"remove", "replace", "fill"}, kRequired);
    edit.action = static_cast<EditRule::Action>(action < 0 ? 0 : action);
    edit.scope = reader.choice("scope", {"match", "sentence"}, kRequired) == 1
                     ? EditRule::Scope::kSentence
                     : EditRule::Scope::kMatch;
    edit.replacements =
        reader.texts("replacements", edit.action == EditRule::Action::kReplace ? kRequired
                                                                               : kOptional);
    edit.note = reader.text("note", kRequired);
    reader.done();
    check_names(reader, "on", lexicon, out, edit.on);
    out.edits.push_back(std::move(edit));
  }
  top.done();
}

}  // namespace rapport::lexicon
