#include <algorithm>

#include "analyzer/lexicon/parsers.h"

namespace rapport::lexicon {
namespace {

// Dotted ids or families of the taxonomy.
std::vector<std::string> signal_names(TableReader& top, std::string_view key, const SourceFile& file,
                                      DiagnosticLog& log, const LexiconData& lexicon) {
  std::vector<std::string> out;
  for (const PlacedText& text : top.placed_texts(key)) {
    const auto& signals = lexicon.taxonomy.signals;
    const auto& families = lexicon.taxonomy.families;
    const auto is_it = [&](const auto& one) { return one.id == text.text; };
    if (std::none_of(signals.begin(), signals.end(), is_it) &&
        std::none_of(families.begin(), families.end(), is_it)) {
      log.add(file, text.line, text.column, "L023", "no such signal or family: '" + text.text + "'");
    }
    out.push_back(text.text);
  }
  return out;
}

}  // namespace

const std::vector<std::string>& wording_moves() {
  static const std::vector<std::string> all = {"subject", "greeting", "tie",      "intro",   "statement",
                                               "ask",     "question", "interest", "way_out", "release"};
  return all;
}

void parse_wordings(const Node& root, const SourceFile& file, DiagnosticLog& log,
                    const LexiconData& lexicon, Pack& out) {
  TableReader top(root, file, log);
  out.rewrite.leaning = folded_texts(top, "leaning", kRequired);
  out.rewrite.joining = folded_texts(top, "joining", kRequired);
  out.rewrite.formal = folded_texts(top, "formal", kRequired);
  out.rewrite.determiners = folded_texts(top, "determiners");
  out.rewrite.pointing = folded_texts(top, "pointing");
  out.rewrite.noticing = folded_texts(top, "noticing");
  out.rewrite.conditions = folded_texts(top, "conditions");
  out.rewrite.openers = folded_texts(top, "openers");
  out.rewrite.theirs = folded_texts(top, "theirs");
  out.rewrite.ours = folded_texts(top, "ours");
  out.rewrite.giving = folded_texts(top, "giving");
  out.rewrite.yes_or_no = folded_texts(top, "yes_or_no");
  out.rewrite.never = signal_names(top, "never", file, log, lexicon);
  out.rewrite.mild = signal_names(top, "mild", file, log, lexicon);
  out.rewrite.loud = signal_names(top, "loud", file, log, lexicon);
  out.rewrite.offers = signal_names(top, "offers", file, log, lexicon);
  out.rewrite.extras = signal_names(top, "extras", file, log, lexicon);
  out.rewrite.bearable = signal_names(top, "bearable", file, log, lexicon);
  std::vector<std::string> channels;
  for (const Channel& channel : lexicon.channels) channels.push_back(channel.id);
  for (int channel : top.choices("asking", channels)) {
    if (channel >= 0) out.rewrite.asking.push_back(channels[static_cast<std::size_t>(channel)]);
  }
  for (int channel : top.choices("again", channels)) {
    if (channel >= 0) out.rewrite.again.push_back(channels[static_cast<std::size_t>(channel)]);
  }
  for (const Node* node : top.tables("wording")) {
    TableReader reader(*node, file, log);
    Wording wording;
    wording.line = node->line;
    const int move = reader.choice("move", wording_moves(), kRequired);
    wording.move = static_cast<Wording::Move>(std::max(0, move));
    wording.formal = reader.choice("register", {"plain", "formal"}) == 1;
    for (int channel : reader.choices("channel", channels)) {
      if (channel >= 0) wording.channels.push_back(channels[static_cast<std::size_t>(channel)]);
    }
    const bool whole = wording.move != Wording::Move::kSubject && wording.move != Wording::Move::kGreeting;
    for (const PlacedText& text : reader.placed_texts("texts", kRequired)) {
      wording.texts.push_back(text.text);
      check_told_facts(text, file, log);
      const char last = text.text.empty() ? ' ' : text.text.back();
      if (!whole || last == '.' || last == '!' || last == '?') continue;
      log.add(file, text.line, text.column, "L023", "a wording is a sentence and has its end: . ! or ?");
    }
    reader.done();
    if (!wording.texts.empty()) out.rewrite.wordings.push_back(std::move(wording));
  }
  top.done();
}

}  // namespace rapport::lexicon
