#include "cli/render/lexicon_diff.h"

#include <algorithm>

#include "cli/display.h"
#include "cli/render/tuning.h"

namespace rapport::cli {
namespace {

namespace json = boost::json;
using corpus::CountChange;
using corpus::Difference;
using corpus::FigureChange;
using corpus::MessageChange;

constexpr std::size_t kIndent = 4;

std::string score_text(const std::optional<double>& score) {
  return score ? fixed(*score, 1) : "none";
}

std::string change_line(const CountChange& change) {
  return "  " + shown_line(change.name) + ": " + std::to_string(change.before) + " -> " +
         std::to_string(change.after) + " (+" + std::to_string(change.gained) + " -" +
         std::to_string(change.lost) + ")\n";
}

std::string changes_text(const std::string& title, const std::vector<CountChange>& changes,
                         std::size_t top, const Paint& paint) {
  if (changes.empty()) return "";
  std::string out = "\n" + paint.bold(title) + "\n";
  for (std::size_t i = 0; i < std::min(top, changes.size()); ++i) out += change_line(changes[i]);
  if (changes.size() > top) out += "  and " + std::to_string(changes.size() - top) + " more\n";
  return out;
}

std::string message_text(const MessageChange& message, std::size_t width, const Paint& paint) {
  std::string head = score_text(message.before) + " -> " + score_text(message.after);
  if (message.before && message.after) {
    head += " (" + std::string(message.shift() > 0 ? "+" : "") + fixed(message.shift(), 1) + ")";
  }
  const std::string label(corpus::label_name(message.label));
  std::string out = "\n" + paint.bold(shown_line(message.id)) + "  " + head +
                    (label.empty() ? "" : "  " + label) + "\n" + std::string(kIndent, ' ') +
                    shown_line(message.text, width > kIndent + 20 ? width - kIndent : 20) + "\n";
  const auto add = [&](const char* sign, const Signal& signal) {
    const std::string line =
        std::string(sign) + " " + signal.signal + " '" + signal.quote + "' (" + signal.rule + ")";
    out += std::string(kIndent, ' ') + paragraph(shown_line(line), kIndent + 2, width);
  };
  for (const Signal& signal : message.gained) add("+", signal);
  for (const Signal& signal : message.lost) add("-", signal);
  return out;
}

std::string figures_text(const std::vector<FigureChange>& figures, const Paint& paint) {
  if (figures.empty()) return "";
  std::string out = "\n" + paint.bold("Figures on the messages of --fail-on-regression") + "\n";
  const auto value = [](const std::optional<double>& figure) {
    return figure ? fixed(*figure, 3) : "none";
  };
  for (const FigureChange& figure : figures) {
    out += "  " + figure.name + ": " + value(figure.before) + " -> " + value(figure.after) +
           (figure.worse ? paint.bad("  worse") : "") + "\n";
  }
  return out;
}

json::array changes_array(const std::vector<CountChange>& changes) {
  json::array out;
  for (const CountChange& change : changes) {
    out.push_back(json::object{{"name", change.name},
                               {"before", change.before},
                               {"after", change.after},
                               {"gained", change.gained},
                               {"lost", change.lost}});
  }
  return out;
}

json::array signals_array(const std::vector<Signal>& signals) {
  json::array out;
  for (const Signal& signal : signals) {
    out.push_back(json::object{{"signal", signal.signal},
                               {"rule", signal.rule},
                               {"start", signal.span.begin},
                               {"end", signal.span.end},
                               {"quote", signal.quote}});
  }
  return out;
}

}  // namespace

std::string difference_for_people(const Difference& difference,
                                  const std::vector<FigureChange>& figures, std::size_t top,
                                  std::size_t width, const Paint& paint) {
  std::string out = counted(difference.records, "message") + ": " +
                    counted(difference.scores, "score") + " and the signals of " +
                    counted(difference.signals, "message") + " differ\n";
  if (difference.unscored_before + difference.unscored_after > 0) {
    out += "without a score: " + std::to_string(difference.unscored_before) + " -> " +
           std::to_string(difference.unscored_after) + "\n";
  }
  for (const corpus::LabelShift& shift : difference.labels) {
    const std::string label(corpus::label_name(shift.label));
    out += "  mean score of " + (label.empty() ? "unlabelled" : label) + " (" +
           std::to_string(shift.messages) + "): " + fixed(shift.before, 1) + " -> " +
           fixed(shift.after, 1) + "\n";
  }
  out += changes_text("Signals by family", difference.families, difference.families.size(), paint);
  out += changes_text("Signals by rule", difference.rules, top, paint);
  if (!difference.messages.empty()) out += "\n" + paint.bold("Messages that change most") + "\n";
  const std::size_t shown_messages = std::min(top, difference.messages.size());
  for (std::size_t i = 0; i < shown_messages; ++i) {
    out += message_text(difference.messages[i], width, paint);
  }
  if (shown_messages < difference.messages.size()) {
    out += "\nand " + std::to_string(difference.messages.size() - shown_messages) +
           " more (--top N)\n";
  }
  return out + figures_text(figures, paint);
}

json::object difference_as_json(const Difference& difference,
                                const std::vector<FigureChange>& figures, std::size_t top) {
  json::array messages, labels, figure_list;
  for (std::size_t i = 0; i < std::min(top, difference.messages.size()); ++i) {
    const MessageChange& one = difference.messages[i];
    messages.push_back(json::object{{"id", one.id},
                                    {"label", text_or_null(corpus::label_name(one.label))},
                                    {"before", rounded(one.before)},
                                    {"after", rounded(one.after)},
                                    {"gained", signals_array(one.gained)},
                                    {"lost", signals_array(one.lost)},
                                    {"text", one.text}});
  }
  for (const corpus::LabelShift& shift : difference.labels) {
    labels.push_back(json::object{{"label", text_or_null(corpus::label_name(shift.label))},
                                  {"messages", shift.messages},
                                  {"before", rounded(shift.before)},
                                  {"after", rounded(shift.after)}});
  }
  for (const FigureChange& figure : figures) {
    figure_list.push_back(json::object{{"figure", figure.name},
                                       {"before", rounded(figure.before)},
                                       {"after", rounded(figure.after)},
                                       {"worse", figure.worse}});
  }
  return {{"records", difference.records},
          {"unscored_before", difference.unscored_before},
          {"unscored_after", difference.unscored_after},
          {"scores", difference.scores},
          {"signals", difference.signals},
          {"labels", std::move(labels)},
          {"families", changes_array(difference.families)},
          {"rules", changes_array(difference.rules)},
          {"messages", std::move(messages)},
          {"figures", std::move(figure_list)}};
}

}  // namespace rapport::cli
