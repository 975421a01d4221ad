// For people: the score, the draft with its words marked, and what to do.
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "cli/display.h"
#include "cli/options.h"
#include "cli/render/marked_text.h"
#include "cli/render/printer.h"

namespace rapport::cli {
namespace {

constexpr std::size_t kMostBar = 20;    // columns
constexpr std::size_t kBesideBar = 23;  // columns that its name and value take
constexpr std::size_t kIndent = 2;
constexpr std::size_t kReason = 11;     // where the lines under a signal begin
constexpr std::size_t kMostReasons = 3;
constexpr std::size_t kWhen = 25;       // columns of when to do a step
constexpr std::size_t kMostQuote = 3;   // lines of a quoted stretch

std::string pad_left(const std::string& text, std::size_t width) {
  return std::string(width > text.size() ? width - text.size() : 0, ' ') + text;
}

std::string pad_right(const std::string& text, std::size_t width) {
  return text + std::string(width > text.size() ? width - text.size() : 0, ' ');
}

class HumanPrinter : public Printer {
 public:
  explicit HumanPrinter(const PrintSettings& settings)
      : settings_(settings), paint_(settings_.paint), width_(settings.width) {}

  std::string report(const Report& report, const Findings&) override {
    const Analysis& a = report.analysis;
    out_.clear();
    if (!first_) out_ += "\n";
    first_ = false;
    if (settings_.several) {
      out_ += paint_.bold(shown_line(report.path.empty() ? "<stdin>" : report.path)) + "\n";
    }
    add_headline(a);
    add_checks(a);
    if (a.score) add_scores(a.scores);
    add_draft(report);
    add_signals(a);
    add_features(a);
    if (a.score) add_sum(a);
    add_limits(a);
    add_advice(a, !report.draft.context.empty());
    add_edits(report);
    add_rewrite(a);
    return std::move(out_);
  }

 private:
  void add_title(const std::string& title) { out_ += "\n" + paint_.bold(title) + "\n"; }

  // Green, yellow or red by a value of 0-100; `more`: SGR parameters besides.
  std::string colored(const std::string& text, double value, const std::string& more = "") const {
    return paint_.wrap(more + (value >= 60 ? "32" : value >= 40 ? "33" : "31"), text);
  }

  std::string signed_colored(Points value) const {
    const std::string text = pad_left(signed_points(value), 5);
    return value.tenths < 0 ? paint_.bad(text) : paint_.good(text);
  }

  void add_headline(const Analysis& a) {
    const std::string where = spoken(a.channel) + (a.tier.empty() ? "" : " (" + a.tier + ")") +
                              (a.lang.empty() ? "" : ", " + a.lang);
    if (!a.score) {
      out_ += paint_.bold("no score") + "  " + paint_.dim(shown_line(where)) + "\n";
      out_ += paragraph(no_score(a), 0, width_);
      return;
    }
    const std::string& verdict = a.advice.verdict;
    const std::string said = shown_line(spoken(verdict));
    const std::string score = points(*a.score);
    const double worth = verdict == "send" ? 100 : verdict == "hold_off" ? 0 : 50;
    out_ += colored(score, a.score->value(), "1;") + paint_.dim(" of 100");
    if (!verdict.empty()) out_ += "  " + colored(said, worth, "1;");
    const bool fits = columns(score + " of 100  " + said + "  " + shown_line(where)) <= width_;
    out_ += (fits ? "  " : "\n") + paint_.dim(shown_line(where)) + "\n";
    if (!a.advice.reason.empty()) out_ += paragraph(a.advice.reason, 0, width_);
    for (std::size_t i = 1; i < a.advice.reasons.size() && i < kMostReasons; ++i) {
      out_ += "- " + paragraph(a.advice.reasons[i].reason, 2, width_);
    }
  }

  // How it will be felt, and what comes after.
  void add_advice(const Analysis& a, bool with_plan) {
    if (!a.score) return;
    add_title("From the reader's side");
    for (const Remark& remark : a.advice.perceptions) out_ += "  " + paragraph(remark.reason, 2, width_);
    out_ += "  " + paragraph(a.advice.read_back.reason, 2, width_);
    if (!a.advice.introduction.empty()) {
      add_title("To ask for an introduction");
      out_ += "  " + paragraph(a.advice.introduction, 2, width_);
    }
    if (!with_plan) return;
    for (const bool before : {true, false}) {
      bool titled = false;
      for (const Step& step : a.advice.plan) {
        if ((step.when == "before") != before) continue;
        if (!std::exchange(titled, true)) add_title(before ? "Before you send" : "After it is sent");
        out_ += "  " + pad_right(when(step), kWhen) + paragraph(step.text, kWhen + 2, width_);
      }
    }
    if (!a.advice.frequency.empty()) add_title("How often");
    for (const Frequency& one : a.advice.frequency) out_ += "  " + paragraph(one.reason, 2, width_);
  }

  static std::string when(const Step& step) {
    const std::string day = step.date.empty() ? "day " + std::to_string(step.days) : step.date;
    if (step.when == "no") return "after a no";
    if (step.when == "accepted") return "accepted, " + day;
    if (step.when == "silence") return "no answer by " + day;
    return step.days == 0 ? "first" : "then, " + day;
  }

  void add_scores(const Scores& s) {
    out_ += "\n";
    add_bar("personal", s.personal);
    add_bar("common ground", s.common_ground);
    add_bar("value", s.value);
    add_bar("restraint", s.restraint);
    add_bar("form", s.form);
  }

  void add_bar(const std::string& name, Points score) {
    const std::size_t size = std::min(kMostBar, width_ - kBesideBar);
    const int tenths = std::clamp(score.tenths, 0, 1000);
    const std::size_t full = (static_cast<std::size_t>(tenths) * size + 500) / 1000;
    std::string filled, empty;
    for (std::size_t i = 0; i < size; ++i) (i < full ? filled : empty) += i < full ? "█" : "░";
    out_ += "  " + pad_right(name, 15) + colored(filled, score.value()) + paint_.dim(empty) + " " +
            pad_left(points(score), 5) + "\n";
  }

  void add_draft(const Report& report) {
    std::vector<Mark> in_text, in_subject;
    std::size_t number = 0;
    for (const Signal& signal : report.analysis.signals) {
      (signal.part == Part::kSubject ? in_subject : in_text)
          .push_back({signal.span, ++number, signal.contribution.tenths >= 0 && !hurts(signal)});
    }
    if (!report.draft.subject.empty()) {
      add_title("Subject");
      out_ += marked_text(report.draft.subject, in_subject, kIndent, width_, paint_);
    }
    // Blank lines at its end would push what follows off the screen.
    const std::string_view text = report.draft.text;
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos) return;
    out_ += "\n" + marked_text(text.substr(0, last + 1), in_text, kIndent, width_, paint_);
  }

  bool hurts(const Signal& signal) const { return settings_.negative.count(signal.signal) > 0; }

  void add_checks(const Analysis& a) {
    if (a.checks.empty()) return;
    add_title("Not as the facts have it");
    for (const Check& check : a.checks) {
      out_ += "  " + paint_.bad("\xE2\x9C\x97") + " ";
      out_ += paragraph(check.reason, 4, width_);
    }
  }

  void add_signals(const Analysis& a) {
    if (a.signals.empty()) return;
    add_title("Signals");
    std::size_t number = 0;
    for (const Signal& signal : a.signals) {
      add_item(pad_left(std::to_string(++number), 3), signal.contribution,
               signal.signal + " (" + std::string(1, signal.grade) + ")", signal.reason);
    }
  }

  void add_features(const Analysis& a) {
    bool first = true;
    for (const Feature& feature : a.features) {
      if (feature.contribution.tenths == 0) continue;
      if (first) add_title("The text as a whole");
      first = false;
      add_item("   ", feature.contribution,
               spoken(feature.feature) + " (" + std::string(1, feature.grade) + ")",
               feature.reason);
    }
  }

  void add_item(const std::string& tag, Points contribution, const std::string& name,
                const std::string& reason) {
    out_ += paint_.dim(tag) + " " + signed_colored(contribution) + "  " +
            paint_.bold(shown_line(name)) + "\n";
    if (!reason.empty()) {
      out_ += std::string(kReason, ' ') + paragraph(reason, kReason, width_);
    }
  }

  void add_sum(const Analysis& a) {
    Points signals, features;
    for (const Signal& signal : a.signals) signals += signal.contribution;
    for (const Feature& feature : a.features) features += feature.contribution;
    const auto term = [](Points value) {
      return (value.tenths < 0 ? " - " : " + ") + points({std::abs(value.tenths)});
    };
    const std::string sum = points(a.base) + " to start with" + term(signals) + " by signals" +
                            term(features) + " by the text as a whole = " + points(*a.score);
    out_ += "\n" + std::string(kIndent, ' ') + paragraph(sum, kIndent, width_);
  }

  void add_limits(const Analysis& a) {
    bool first = true;
    for (const Limit& limit : a.limits) {
      if (limit.level == Limit::Level::kOk) continue;
      if (first) add_title("Limits");
      first = false;
      const bool over = limit.level == Limit::Level::kError;
      const std::string text = limit.name + ": " + std::to_string(limit.count) + " of " +
                               std::to_string(limit.max) + " " + spoken(limit.unit) +
                               (over ? ", too long" : ", near the limit");
      const Display shown = display(text);
      for (const Line& line : wrap(shown, width_ - kIndent)) {
        const std::string part(shown.slice(line.first, line.last));
        out_ += std::string(kIndent, ' ') + (over ? paint_.bad(part) : paint_.warn(part)) + "\n";
      }
    }
  }

  void add_edits(const Report& report) {
    if (report.analysis.edits.empty()) return;
    add_title("Edits");
    for (const Edit& edit : report.analysis.edits) {
      std::string before = report.draft.text.substr(
          std::min(edit.bytes.begin, report.draft.text.size()), edit.bytes.size());
      // White space at its ends goes with it, and says nothing here.
      before.erase(0, before.find_first_not_of(" \t\r\n"));
      const std::size_t room = kMostQuote * (width_ - kReason - 1);
      const std::string quoted = edit.bytes.size() == 0 ? "(add)" : shown_line(before, room);
      out_ += "    " + signed_colored(edit.gain) + "  ";
      add_quote(quoted, "", false);
      const std::string after =
          edit.replacement.empty() ? "(leave it out)" : shown_line(edit.replacement, room);
      out_ += std::string(kReason, ' ');
      add_quote(after, "→ ", true);
      if (!edit.note.empty()) {
        out_ += std::string(kReason, ' ') + paragraph(edit.note, kReason, width_);
      }
    }
  }

  // The best one; the command shows them all.
  void add_rewrite(const Analysis& a) {
    if (a.rewrites.empty()) return;
    const Rewrite& best = a.rewrites.front();
    add_title("Rewrite");
    out_ += "    " + signed_colored(best.gain) + "  " + paint_.bold(spoken(best.strategy)) + "\n";
    for (const std::string& line : split(best.text, '\n')) {
      const Display shown = display(line);
      for (const Line& part : wrap(shown, width_ - kReason)) {
        out_ += std::string(kReason, ' ') + paint_.good(std::string(shown.slice(part.first, part.last))) + "\n";
      }
      if (line.empty()) out_ += "\n";
    }
    if (a.rewrites.size() > 1) {
      const std::string more = std::to_string(a.rewrites.size() - 1) + " more: rapport rewrite --all";
      out_ += std::string(kReason, ' ') + paint_.dim(more) + "\n";
    }
  }

  // Each line is painted by itself: a pager forgets colours at a line's end.
  void add_quote(const std::string& text, const std::string& sign, bool is_new) {
    const Display shown = display(text);
    bool first = true;
    for (const Line& line : wrap(shown, width_ - kReason - 2)) {
      const std::string part =
          (first ? sign : "") + std::string(shown.slice(line.first, line.last));
      if (!first) out_ += std::string(kReason, ' ');
      out_ += (is_new ? paint_.good(part) : paint_.bad(part)) + "\n";
      first = false;
    }
    if (first) out_ += sign + "\n";
  }

  PrintSettings settings_;
  const Paint& paint_;
  std::size_t width_;
  std::string out_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Printer> make_human(const PrintSettings& settings) {
  return std::make_unique<HumanPrinter>(settings);
}

}  // namespace rapport::cli
