#include "cli/commands/mend.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>
#include <vector>

#include "analyzer/analyzer.h"
#include "analyzer/fix.h"
#include "cli/ask.h"
#include "cli/commands/commands.h"
#include "cli/display.h"
#include "cli/draft_settings.h"
#include "cli/failure.h"
#include "cli/render/rewrites.h"
#include "cli/render/word_diff.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "corpus/replace_file.h"

namespace rapport::cli {
namespace {

constexpr std::size_t kAllEdits = 200;

void refuse_together(const CommandLine& line, const std::vector<Source>& sources) {
  const bool mends = line.has("fix") || line.has("interactive");
  if (line.has("fix") && line.has("interactive")) throw Failure("give --fix or --interactive, not both");
  if (line.has("write") && !mends) throw Failure("--write goes with --fix or --interactive");
  if (line.has("write") && line.has("json-input")) throw Failure("--write changes drafts that are plain text, not JSON");
  for (const char* other : {"format", "fail-on", "no-edits"}) {
    if (line.has(other)) throw Failure(std::string("--") + other + " does not go with --fix, --interactive or --diff");
  }
  for (const Source& source : sources) {
    if (line.has("write") && !source.is_file()) throw Failure("--write needs a file to change, not " + source.name());
  }
  if (sources.size() > 1 && !line.has("write")) throw Failure("one draft at a time is printed; --fix --write changes several files");
}

std::string sentence_with(const std::string& text, const Edit& edit) {
  constexpr std::string_view kEnds = ".!?\n";
  const std::size_t before = edit.bytes.begin == 0 ? std::string::npos : text.find_last_of(kEnds, edit.bytes.begin - 1);
  std::size_t begin = before == std::string::npos ? 0 : before + 1;
  begin = std::min(text.find_first_not_of(' ', begin), edit.bytes.begin);
  const std::size_t behind = text.find_first_of(kEnds, edit.bytes.end > 0 ? edit.bytes.end - 1 : 0);
  const std::size_t end = behind == std::string::npos ? text.size() : std::max(behind + 1, edit.bytes.end);
  return shown_line(text.substr(begin, end - begin));
}

// Asks for edits one by one.
class Conversation {
 public:
  Conversation(const Analyzer& analyzer, const Paint& paint) : analyzer_(analyzer), paint_(paint) {}

  // The mended draft, as fix() gives it.
  Fixed run(const Draft& draft) {
    Fixed out;
    out.before = analyzer_.analyze(draft);
    out.after = out.before;
    Draft now = out.before.score ? settled(draft, out.before) : draft;
    while (out.after.score && !quit_ && out.edits.size() < kMostFixes) {
      const auto next = std::find_if(out.after.edits.begin(), out.after.edits.end(), [&](const Edit& edit) {
        const auto [words, replacement] = key(now.text, edit);
        const bool waits = std::any_of(later_.begin(), later_.end(), [&, &words = words](const std::string& slot) {
          return words.find(slot) != std::string::npos;
        });
        return !waits && refused_.count({words, replacement}) == 0;
      });
      if (next == out.after.edits.end()) break;
      Edit edit = *next;
      if (!wants(now.text, edit)) {
        refused_.insert(key(now.text, edit));
        continue;
      }
      fill_slots(edit);
      out.edits.push_back({edit, now.text.substr(edit.bytes.begin, edit.bytes.size())});
      now.text = with_edit(now.text, edit);
      out.after = analyzer_.analyze(now);
    }
    out.text = std::move(now.text);
    return out;
  }

 private:
  static std::pair<std::string, std::string> key(const std::string& text, const Edit& edit) {
    return {text.substr(edit.bytes.begin, edit.bytes.size()), edit.replacement};
  }

  bool wants(const std::string& text, const Edit& edit) {
    if (all_) return is_safe(edit);
    const std::string words = shown_line(text.substr(edit.bytes.begin, edit.bytes.size()));
    terminal_.show("\n" + sentence_with(text, edit) + "\n  " + paint_.bad(words) + "\n  " +
                   paint_.good(edit.replacement.empty() ? "(leave it out)" : shown_line(edit.replacement)) + "\n  " +
                   signed_points(edit.gain) + "  " + edit.note + "\n");
    while (true) {
      terminal_.show("Make this edit? [y]es [n]o [a]ll that are safe [q]uit [?] ");
      const auto answer = terminal_.read_line();
      if (!answer || *answer == "q") quit_ = true;
      if (quit_ || *answer == "n") return false;
      if (*answer == "y") return true;
      if (*answer == "a") return all_ = true, is_safe(edit);
      terminal_.show("y makes it, n leaves the words, a makes this and all others that leave nothing to fill, "
                     "q ends here and keeps what was made.\n");
    }
  }

  void fill_slots(Edit& edit) {
    if (all_) return;
    std::size_t from = 0;
    for (std::size_t open; (open = edit.replacement.find('[', from)) != std::string::npos;) {
      const std::size_t close = edit.replacement.find(']', open);
      if (close == std::string::npos) return;
      const std::string slot = edit.replacement.substr(open, close + 1 - open);
      terminal_.show("Fill " + shown_line(slot) + " (empty: later): ");
      const auto fact = terminal_.read_line();
      const bool later = !fact || fact->find_first_not_of(" \t") == std::string::npos;
      if (later) later_.push_back(slot);
      if (!later) edit.replacement.replace(open, slot.size(), *fact);
      from = open + (later ? slot.size() : fact->size());
    }
  }

  const Analyzer& analyzer_;
  const Paint& paint_;
  Terminal terminal_;
  std::set<std::pair<std::string, std::string>> refused_;
  std::vector<std::string> later_;  // slots left open
  bool all_ = false;
  bool quit_ = false;
};

std::string summary(const std::string& name, const Fixed& fixed) {
  if (!fixed.before.score) return shown_line(name) + ": " + no_score(fixed.before);
  if (fixed.edits.empty()) return shown_line(name) + ": nothing to mend; it scores " + points(*fixed.before.score);
  const std::string after = fixed.after.score ? points(*fixed.after.score) : "-";
  return shown_line(name) + ": " + std::to_string(fixed.edits.size()) +
         (fixed.edits.size() == 1 ? " edit, " : " edits, ") + points(*fixed.before.score) + " -> " + after;
}

// On a terminal nothing in it may act.
std::string printed(const std::string& text) {
  if (output_is_terminal()) return message_text(text);
  return text.ends_with('\n') ? text : text + "\n";
}

}  // namespace

int mend(const CommandLine& line, const Settings& settings, const std::vector<Source>& sources,
         Output& out) {
  refuse_together(line, sources);
  const Lexicon lexicon = load_lexicon(settings);
  const DraftSettings rules(settings, lexicon);
  rules.check_names();
  AnalyzerOptions options;
  options.only = settings.list("only");
  options.ignore = settings.list("ignore");
  options.rewrites = false;
  options.max_edits = kAllEdits;
  const Result<Analyzer> analyzer = Analyzer::create(lexicon, options);
  if (!analyzer) throw Diagnosed(diagnostics_text(analyzer.diagnostics()));
  const Paint paint(use_color(settings));
  std::size_t unread = 0;
  for (const Source& source : sources) {
    const std::string name = source.name();
    Draft draft;
    try {
      draft = read_draft(source, input_rules(settings));
      rules.complete(draft, name);
    } catch (const Failure& failure) {
      if (failure.status() != kRefused) throw;
      complain(failure.what());
      ++unread;
      continue;
    }
    const Fixed fixed = line.has("interactive") ? Conversation(*analyzer, paint).run(draft) : fix(*analyzer, draft);
    if (line.has("write") && fixed.text != draft.text) {
      // The file that a link leads to, not the link.
      std::error_code unknown;
      const auto file = std::filesystem::canonical(source.path, unknown);
      const std::string error =
          corpus::replace_file(unknown ? source.path : file.string(), fixed.text);
      if (!error.empty()) throw Failure(shown_line(source.path) + ": " + error, kBroken);
    }
    if (line.has("diff")) {
      out.write(word_diff(draft.text, fixed.text, paint));
    } else if (!line.has("write")) {
      out.write(printed(fixed.text));
    }
    out.flush();
    if (!settings.flag("quiet")) complain(summary(name, fixed));
  }
  return unread == 0 ? kFine : unread == sources.size() ? kRefused : kSomeUnread;
}

}  // namespace rapport::cli
