// rapport(1), in the man macros of roff.
#include <cctype>

#include "analyzer/version.h"
#include "cli/help.h"

namespace rapport::cli {
namespace {

// As roff reads it: no escape, no request at a line's start, minus as typed.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool at_start = out.empty() || out.back() == '\n';
    if (at_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

// Paragraphs with blank lines between them.
std::string prose(std::string_view text) {
  std::string out;
  for (const std::string& line : split(text, '\n')) {
    out += line.empty() ? ".PP\n" : roff(line) + "\n";
  }
  return out;
}

std::string term(const std::string& name, std::string_view meaning) {
  return ".TP\n" + name + "\n" + roff(meaning) + "\n";
}

std::string option_term(const OptionInfo& option) {
  std::string name;
  if (option.letter) name = bold(std::string("-") + option.letter) + ", ";
  name += bold("--" + std::string(option.name));
  if (!option.value.empty()) name += " " + italic(option.value);
  return term(name, details(option));
}

std::string command_section(const CommandInfo& command) {
  std::string out = ".SS \"" + roff(command.name) + "\"\n" + bold("rapport " + std::string(command.name));
  out += " [" + italic("OPTION") + "...]";
  if (!command.operands.empty()) out += " " + italic(command.operands);
  out += "\n.PP\n" + roff(upper(command.summary.substr(0, 1)) + std::string(command.summary.substr(1))) +
         ".\n.PP\n" + prose(command.description);
  std::string_view section;
  for (const OptionInfo* option : options_of(command.command)) {
    if (option->section != section) out += ".PP\n" + roff(option->section) + ":\n";
    section = option->section;
    out += option_term(*option);
  }
  return out + ".PP\nExamples:\n.PP\n.nf\n.RS\n" + roff(command.example) + "\n.RE\n.fi\n";
}

std::string config_section() {
  std::string out = ".SH CONFIGURATION\n" + prose(info(Command::kConfigShow).description) +
                    ".PP\nIt is TOML with these keys:\n";
  for (const OptionInfo& option : options()) {
    const std::string key = config_key(option);
    if (!key.empty()) out += term(bold(key), "as --" + std::string(option.name));
  }
  return out;
}

}  // namespace

std::string manual() {
  std::string out = ".\\\" Made by: rapport man\n.TH RAPPORT 1 \"\" \"rapport " +
                    std::string(kVersion) + "\" \"User Commands\"\n";
  out += ".SH NAME\nrapport \\- read a message to a stranger before it is sent\n";
  out += ".SH SYNOPSIS\n" + bold("rapport") + " " + italic("COMMAND") + " [" + italic("OPTION") +
         "...]\n";
  out += ".SH DESCRIPTION\n" +
         prose("rapport marks what the reader of a message will feel, from somebody they do not "
               "know: something personal, shared ground, a gift; or a pitch, a request, "
               "pressure, a form letter. It gives a score with reasons, tells whether to send "
               "the message at all, and suggests edits whose gain it measured.\n\n"
               "No text leaves the machine it runs on.") +
         ".SH COMMANDS\n";
  for (const CommandInfo& command : commands()) out += command_section(command);
  out += config_section() + ".SH ENVIRONMENT\n";
  for (const Meaning& variable : environment()) out += term(bold(variable.name), variable.summary);
  out += ".SH \"EXIT STATUS\"\n";
  for (const Meaning& exit : exit_statuses()) out += term(bold(exit.name), exit.summary);
  return out;
}

}  // namespace rapport::cli
