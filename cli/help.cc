#include "cli/help.h"

#include <algorithm>

#include "cli/display.h"

namespace rapport::cli {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kMostLeft = 26;  // of the column of names

// A name, and what it means beside it; below it where the name is long.
std::string entry(const std::string& name, std::size_t left, std::string_view meaning) {
  std::string out = "  " + name;
  const std::size_t indent = left + 4;
  if (name.size() > left) {
    out += "\n" + std::string(indent, ' ');
  } else {
    out += std::string(indent - 2 - name.size(), ' ');
  }
  return out + paragraph(meaning, indent, kWidth);
}

std::string indented(std::string_view lines) {
  std::string out;
  for (const std::string& line : split(lines, '\n')) out += "  " + line + "\n";
  return out;
}

}  // namespace

std::string synopsis(const OptionInfo& option) {
  std::string out = option.letter ? std::string("-") + option.letter + ", " : "    ";
  out += "--" + std::string(option.name);
  if (!option.value.empty()) out += " " + std::string(option.value);
  return out;
}

std::string details(const OptionInfo& option) {
  std::string out(option.summary);
  if (!option.choices.empty()) {
    std::string choices(option.choices);
    for (std::size_t at = 0; (at = choices.find('|', at)) != std::string::npos; at += 2) {
      choices.replace(at, 1, ", ");
    }
    out += ": " + choices;
  }
  if (!option.initial.empty()) out += " [" + std::string(option.initial) + "]";
  return out;
}

std::string program_help() {
  std::string out =
      "rapport: reads a message to somebody who does not know you before it is sent\n\n"
      "Usage: rapport COMMAND [OPTION...]\n\nCommands:\n";
  std::size_t left = 0;
  for (const CommandInfo& command : commands()) left = std::max(left, command.name.size());
  for (const CommandInfo& command : commands()) {
    out += entry(std::string(command.name), left, command.summary);
  }
  out += "\nExit statuses:\n";
  for (const Meaning& exit : exit_statuses()) out += entry(std::string(exit.name), 3, exit.summary);
  out += "\nNo text leaves this machine. More: rapport help COMMAND, rapport man\n";
  return out;
}

std::string command_help(Command command) {
  const CommandInfo& known = info(command);
  std::string out = "Usage: rapport " + std::string(known.name) + " [OPTION...]";
  if (!known.operands.empty()) out += " " + std::string(known.operands);
  out += "\n\n" + std::string(known.summary) + ".\n\n";
  out[out.size() - known.summary.size() - 3] =
      static_cast<char>(std::toupper(static_cast<unsigned char>(known.summary.front())));
  for (const std::string& part : split(known.description, '\n')) {
    out += part.empty() ? "\n" : paragraph(part, 0, kWidth);
  }
  out += "\nOptions:\n";
  std::size_t left = 0;
  for (const OptionInfo* option : options_of(command)) {
    const std::size_t size = synopsis(*option).size();
    if (size <= kMostLeft) left = std::max(left, size);
  }
  std::string_view section;
  for (const OptionInfo* option : options_of(command)) {
    if (option->section != section) out += "\n" + std::string(option->section) + ":\n";
    section = option->section;
    out += entry(synopsis(*option), left, details(*option));
  }
  return out + "\nExamples:\n" + indented(known.example);
}

}  // namespace rapport::cli
