#include "cli/run.h"

#include <cstdio>
#include <new>

#include "cli/commands/commands.h"
#include "cli/failure.h"
#include "cli/help.h"
#include "cli/terminal.h"

namespace rapport::cli {
namespace {

int dispatch(const CommandLine& line, Output& out) {
  if (line.has("help")) {
    out.write(line.command == Command::kHelp ? program_help() : command_help(line.command));
    return kFine;
  }
  switch (line.command) {
    case Command::kScore: return score(line, out);
    case Command::kRewrite: return rewrite(line, out);
    case Command::kBatch: return batch(line, out);
    case Command::kExplain: return explain(line, out);
    case Command::kRules: return list_rules(line, out);
    case Command::kTuneCheck: return tune_check(line, out);
    case Command::kTuneEval: return tune_eval(line, out);
    case Command::kTuneFit: return tune_fit(line, out);
    case Command::kTuneStats: return tune_stats(line, out);
    case Command::kTuneTry: return tune_try(line, out);
    case Command::kTuneSuggest: return tune_suggest(line, out);
    case Command::kTuneDiff: return tune_diff(line, out);
    case Command::kTuneNew: return tune_new(line, out);
    case Command::kTuneNewPack: return tune_new_pack(line, out);
    case Command::kConfigShow: return config_show(line, out);
    case Command::kCompletion: return print_completion(line, out);
    case Command::kMan: out.write(manual()); return kFine;
    case Command::kHelp: return print_help(line, out);
    case Command::kVersion: return print_version(line, out);
  }
  return kBroken;
}

int tell(const Failure& failure) {
  if (dynamic_cast<const Diagnosed*>(&failure)) {
    std::fprintf(stderr, "%s\n", failure.what());
  } else {
    complain(failure.what());
  }
  return failure.status();
}

int dispatch_and_finish(const std::vector<std::string>& arguments) {
  Output out;
  int status = kFine;
  try {
    if (arguments.empty() && !input_is_terminal()) {
      throw Failure("which command? To score what comes in: rapport score");
    }
    status = dispatch(parse(arguments), out);
  } catch (const Failure& failure) {
    status = tell(failure);
  }
  // What was made before a failure is still printed.
  out.finish();
  return status;
}

}  // namespace

int run(const std::vector<std::string>& arguments) {
  prepare_streams();
  try {
    return dispatch_and_finish(arguments);
  } catch (const Failure& failure) {
    return tell(failure);
  } catch (const std::bad_alloc&) {
    std::fputs("rapport: out of memory\n", stderr);
  } catch (const std::exception& error) {
    complain(std::string("internal error: ") + error.what());
  }
  return kBroken;
}

}  // namespace rapport::cli
