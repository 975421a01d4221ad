#include "cli/parse.h"

#include <boost/program_options.hpp>

#include <algorithm>

#include "cli/display.h"
#include "cli/failure.h"
#include "cli/gate.h"
#include "cli/nearest.h"

namespace rapport::cli {
namespace {

namespace po = boost::program_options;

constexpr std::size_t kMostDigits = 9;

std::string hint(Command command) {
  return " (see: rapport help " + std::string(info(command).name) + ")";
}

// The first words of all commands, or the second ones behind `first`.
std::vector<std::string> words_behind(const std::string& first) {
  std::vector<std::string> out;
  for (const CommandInfo& command : commands()) {
    const std::vector<std::string> words = split(command.name, ' ');
    const std::string word = first.empty()                              ? words[0]
                             : words[0] == first && words.size() > 1 ? words[1]
                                                                        : "";
    if (!word.empty() && std::find(out.begin(), out.end(), word) == out.end()) {
      out.push_back(word);
    }
  }
  return out;
}

po::options_description describe(Command command) {
  po::options_description out;
  for (const OptionInfo* option : options_of(command)) {
    std::string names(option->name);
    if (option->letter) names += std::string(",") + option->letter;
    po::value_semantic* value = option->kind == ValueKind::kSwitch
                                    ? new po::untyped_value(true)
                                    : static_cast<po::value_semantic*>(po::value<std::string>());
    out.add_options()(names.c_str(), value, "");
  }
  return out;
}

// "--text=" has an empty value; the library would rather have none.
std::vector<std::string> with_empty_values(const std::vector<std::string>& arguments) {
  std::vector<std::string> out;
  bool ended = false;
  for (const std::string& argument : arguments) {
    ended = ended || argument == "--";
    const bool empty_value = !ended && argument.size() > 3 && argument.starts_with("--") &&
                             argument.find('=') == argument.size() - 1;
    out.push_back(empty_value ? argument.substr(0, argument.size() - 1) : argument);
    if (empty_value) out.emplace_back();
  }
  return out;
}

std::string refuse_unknown(Command command, const std::string& name) {
  const bool is_short = !name.starts_with("--");
  std::vector<std::string> known;
  for (const OptionInfo* option : options_of(command)) {
    if (!is_short) known.push_back("--" + std::string(option->name));
    if (is_short && option->letter) known.push_back(std::string("-") + option->letter);
  }
  return unknown("option", name, known) + hint(command);
}

std::vector<po::option> parse_options(Command command, const std::vector<std::string>& words) {
  const po::options_description description = describe(command);
  namespace style = po::command_line_style;
  try {
    return po::command_line_parser(with_empty_values(words))
        .options(description)
        .style(style::unix_style & ~style::allow_guessing)
        .run()
        .options;
  } catch (const po::unknown_option& error) {
    throw Failure(refuse_unknown(command, error.get_option_name()));
  } catch (const po::invalid_command_line_syntax& error) {
    std::string name = error.get_option_name();
    name = name.substr(0, name.find('='));
    const bool extra = error.kind() == po::invalid_syntax::extra_parameter;
    throw Failure("option '" + shown_line(name) + (extra ? "' takes no value" : "' needs a value") +
                  hint(command));
  } catch (const po::error& error) {
    throw Failure(shown_line(error.what()) + hint(command));
  }
}

const OptionInfo& find_option(Command command, const std::string& name) {
  for (const OptionInfo* option : options_of(command)) {
    if (option->name == name) return *option;
  }
  throw Failure("option '" + name + "' is in no table", kBroken);
}

void check_operands(const CommandLine& line) {
  const CommandInfo& command = info(line.command);
  const std::size_t most = static_cast<std::size_t>(command.most_operands);
  if (command.most_operands >= 0 && line.operands.size() > most) {
    throw Failure("unexpected '" + shown_line(line.operands[most]) + "' behind 'rapport " +
                  std::string(command.name) + "'" + hint(line.command));
  }
  const bool required = !command.operands.empty() && !command.operands.starts_with('[');
  if (required && line.operands.empty() && !line.has("help")) {
    throw Failure("rapport " + std::string(command.name) + " needs a " +
                  std::string(command.operands) + hint(line.command));
  }
  if (command.operand_kind != ValueKind::kChoice) return;
  const std::vector<std::string> choices = split(command.operand_choices, '|');
  for (const std::string& operand : line.operands) {
    if (std::find(choices.begin(), choices.end(), operand) == choices.end()) {
      throw Failure(unknown("shell", operand, choices));
    }
  }
}

}  // namespace

Command find_command(const std::vector<std::string>& words, std::size_t& taken) {
  std::string name = words.at(0);
  const std::vector<std::string> first = words_behind("");
  if (std::find(first.begin(), first.end(), name) == first.end()) {
    throw Failure(unknown("command", name, first) + " (see: rapport help)");
  }
  taken = 1;
  const std::vector<std::string> second = words_behind(name);
  if (!second.empty()) {
    if (words.size() < 2 || words[1].starts_with('-')) {
      std::string known;
      for (const std::string& word : second) known += (known.empty() ? "" : ", ") + word;
      throw Failure("'rapport " + name + "' needs one word more: " + known);
    }
    if (std::find(second.begin(), second.end(), words[1]) == second.end()) {
      throw Failure(unknown(name + " command", words[1], second) + " (see: rapport help)");
    }
    name += " " + words[1];
    taken = 2;
  }
  for (const CommandInfo& command : commands()) {
    if (command.name == name) return command.command;
  }
  throw Failure("command '" + name + "' is in no table", kBroken);
}

std::string refuse_value(const OptionInfo& option, const std::string& value) {
  switch (option.kind) {
    case ValueKind::kChoice: {
      const std::vector<std::string> choices = split(option.choices, '|');
      if (std::find(choices.begin(), choices.end(), value) != choices.end()) return "";
      return unknown(option.name, value, choices);
    }
    case ValueKind::kCount: {
      const bool digits = !value.empty() && value.size() <= kMostDigits &&
                          value.find_first_not_of("0123456789") == std::string::npos;
      if (digits && value.find_first_not_of('0') != std::string::npos) return "";
      return std::string(option.name) + " takes a whole number from 1 to 999999999, not '" +
             shown_line(value) + "'";
    }
    case ValueKind::kGate:
      if (parse_gate(value)) return "";
      if (value.starts_with("score<") && !value.starts_with("score<=")) {
        return "score<N takes a number from 0 to 100, not '" +
               shown_line(value.substr(value.find('<') + 1)) + "'";
      }
      return unknown(option.name, value, {"score<60", "error", "warning", "never"});
    case ValueKind::kSwitch:
      if (value == "true" || value == "false") return "";
      return std::string(option.name) + " takes true or false, not '" + shown_line(value) + "'";
    case ValueKind::kFile:
    case ValueKind::kFolder:
      return value.empty() ? std::string(option.name) + " takes the name of a " +
                                 (option.kind == ValueKind::kFile ? "file" : "folder")
                           : "";
    default:
      return "";
  }
}

CommandLine parse(const std::vector<std::string>& arguments) {
  CommandLine out;
  if (arguments.empty()) return out;
  std::size_t taken = 0;
  if (arguments[0] == "--help" || arguments[0] == "-h") {
    taken = 1;
  } else if (arguments[0] == "--version") {
    taken = 1;
    out.command = Command::kVersion;
  } else if (arguments[0].starts_with('-') && arguments[0].size() > 1) {
    throw Failure(unknown("option", arguments[0], {"--help", "--version"}) +
                  " (a command comes first, see: rapport help)");
  } else if (arguments.size() > 1 && !words_behind(arguments[0]).empty() &&
             (arguments[1] == "--help" || arguments[1] == "-h")) {
    return out;  // as for the program: its help lists what can follow
  } else {
    out.command = find_command(arguments, taken);
  }
  const std::vector<std::string> rest(arguments.begin() + static_cast<std::ptrdiff_t>(taken),
                                      arguments.end());
  for (const po::option& option : parse_options(out.command, rest)) {
    if (option.position_key >= 0) {
      out.operands.insert(out.operands.end(), option.value.begin(), option.value.end());
      continue;
    }
    std::string name = option.string_key;
    name.erase(0, name.find_first_not_of('-'));
    const OptionInfo& known = find_option(out.command, name);
    std::vector<std::string>& values = out.values[name];
    if (!known.repeats) values.clear();
    if (known.kind == ValueKind::kSwitch) {
      values.emplace_back("true");
      continue;
    }
    const std::string refused = refuse_value(known, option.value.at(0));
    if (refused.starts_with(name + " ")) throw Failure("--" + refused);
    if (!refused.empty()) throw Failure("--" + name + ": " + refused);
    values.push_back(option.value.at(0));
  }
  check_operands(out);
  return out;
}

}  // namespace rapport::cli
