// The commands: what each does, as help, the manual page and completion tell it.
#include <array>

#include "cli/options.h"

namespace rapport::cli {
namespace {

using enum Command;

constexpr std::array kCommands = {
    CommandInfo{kScore, "score", "[FILE...]", -1, ValueKind::kFile, "",
                "score drafts: from standard input, --text, or files",
                "Each file is one draft; - is standard input, which is also read when no file "
                "is named and it is not a terminal. A first line 'Subject: ...' is the draft's "
                "subject. Prints a score from 0 to 100 with its reasons, what to do with the "
                "draft, and edits whose gain was measured by scoring them.\n\n"
                "Where values differ, the command line wins over the draft's own (--json-input), "
                "and both over a configuration file.",
                "echo \"Hi Ana, your talk on caching ...\" | rapport score\n"
                "rapport score --channel inmail --format json draft.txt\n"
                "rapport score --fail-on 'score<60' --quiet notes/*.txt"},
    CommandInfo{kRewrite, "rewrite", "[FILE]", 1, ValueKind::kFile, "",
                "write a draft anew: the best rewrite alone, or all of them",
                "Reads one draft as score does and prints the best rewrite, "
                "alone, for a pipe. A place [like this] asks for a fact that only the writer "
                "knows; every other word is the draft's or the lexicon's. Each rewrite was "
                "scored again: it gains a point or more, brings in nothing that hurts and fits "
                "the channel's limits. Where there is none, nothing is printed, standard error "
                "says why and the exit status is 1.\n\n"
                "lightest keeps the writer's order; reader_first speaks of the reader first; "
                "shortest says as little as it can.",
                "rapport rewrite draft.txt\n"
                "rapport rewrite --all --channel connection_note draft.txt\n"
                "rapport rewrite --strategy shortest --format json draft.txt"},
    CommandInfo{kBatch, "batch", "[INPUT...]", -1, ValueKind::kFile, "",
                "score a corpus: every message of files, folders or a stream",
                "An INPUT is NDJSON, CSV or TSV with a header, a text file or a folder, plain or "
                "compressed; - is standard input, which is also read when nothing is named and it "
                "is not a terminal. Each record comes out in the order of reading, the same bytes "
                "for any --jobs: the input's own fields, then score, verdict, sub-scores, families "
                "and top reasons. A record that cannot be read becomes an error record and the "
                "exit status is 3.\n\n"
                "With --output FILE, FILE is there only when it is whole: until then it is "
                "FILE.part, with FILE.journal beside it. After a kill or Ctrl-C --resume goes on "
                "from there.",
                "rapport batch outreach.ndjson > scored.ndjson\n"
                "rapport batch --text-field body --format csv --output scored.csv mails.csv\n"
                "parallel --pipepart -a outreach.ndjson rapport batch --stream"},
    CommandInfo{kExplain, "explain", "RULE", 1, ValueKind::kRules, "",
                "explain a rule, a signal or a family of signals",
                "Tells what the rule marks, why and on whose evidence, examples that it must "
                "and must not mark, how to rewrite, and how to switch it off.",
                "rapport explain en.pitch.meeting.quick_call\nrapport explain generic.filler"},
    CommandInfo{kRules, "rules", "[TEXT...]", -1, ValueKind::kText, "",
                "list the rules, all or those that hold every TEXT",
                "A TEXT may stand anywhere in a rule's id, signal, reason or patterns; case "
                "does not matter.",
                "rapport rules --family pitch\nrapport rules coffee --format json"},
    CommandInfo{kTuneCheck, "tune check", "[FILE|FOLDER...]", -1, ValueKind::kFile, "",
                "check a lexicon: its files, patterns, examples and speed",
                "Without an operand, checks the built-in lexicon or the one of --lexicons. A "
                "FOLDER is a lexicon of its own, laid over the built-in one. Of a FILE, which "
                "stands in such a folder, the rules of that file alone are run. Tells all "
                "errors at once as file:line:column.",
                "rapport tune check our-lexicon\nrapport tune check our-lexicon/en/pitch.toml"},
    CommandInfo{kTuneEval, "tune eval", "GOLD...", -1, ValueKind::kFile, "",
                "measure scores and signals against labelled messages",
                "GOLD is JSON Lines, one labelled message a line (docs/tuning.md). Prints AUC of "
                "good over bad, Spearman with the readers' ratings, accuracy on pairs, precision, "
                "recall and F1 by family and by signal, confusions and the worst errors, with "
                "bootstrap 95 % intervals over groups.",
                "rapport tune eval corpus/gold/en/test.jsonl\n"
                "rapport tune eval --lexicons our-lexicon --format md our-gold.jsonl"},
    CommandInfo{kTuneFit, "tune fit", "GOLD...", -1, ValueKind::kFile, "",
                "fit the weights to labelled messages",
                "Sign-constrained logistic regression within the caps of the evidence, its "
                "penalty chosen by grouped cross-validation. Rewrites only the marked block of "
                "FOLDER/weights.toml (a copy of the built-in one where there is none), whole or "
                "not at all, and nothing where the fold figures get worse: then the exit status "
                "is 1.",
                "rapport tune fit --lexicons our-lexicon our-gold.jsonl\n"
                "rapport tune fit --dry-run our-gold.jsonl"},
    CommandInfo{kTuneStats, "tune stats", "CORPUS...", -1, ValueKind::kFile, "",
                "show what each rule does over a corpus",
                "CORPUS is JSON Lines, one message a line, or - for standard input. For each "
                "rule: hits and messages, hits that stay once overlaps are settled, precision "
                "against gold spans, lift of good over bad messages with its 95 % interval, "
                "zones, the rules it overlaps, example lines. Then the rules that never fire "
                "and the patterns that give no hit of their own. What needs labels or spans is "
                "left out where the corpus has none.",
                "rapport tune stats --family pitch --sort precision our-gold.jsonl\n"
                "rapport tune stats --rule en.pitch.meeting.quick_call our-gold.jsonl"},
    CommandInfo{kTuneTry, "tune try", "PATTERN CORPUS...", -1, ValueKind::kFile, "",
                "show every hit of a pattern in its context",
                "PATTERN is written as in a rule file, with the macros of the pack. Prints each "
                "hit in its line, the rules that hit there already, counts by label, and on "
                "which gold spans the hits stand.",
                "rapport tune try '(?:quick|short) {{gap1}}call' our-gold.jsonl"},
    CommandInfo{kTuneSuggest, "tune suggest", "CORPUS...", -1, ValueKind::kFile, "",
                "suggest phrases that no rule knows as rules to finish",
                "Finds phrases of two to six words, one word of which may vary, that tell good "
                "messages from bad by log-odds with an informative Dirichlet prior (Monroe, "
                "Colaresi and Quinn 2008), and that rules leave uncovered. What it prints is "
                "valid TOML: of each rule the near misses (passes), the reason and whatever "
                "else is empty are left to fill.",
                "rapport tune suggest our-gold.jsonl\n"
                "rapport tune suggest --signal ask.favor our-gold.jsonl > draft.toml"},
    CommandInfo{kTuneDiff, "tune diff", "OLD NEW CORPUS...", -1, ValueKind::kFile, "",
                "show what a change of lexicon does to scores and signals",
                "OLD and NEW are folders, each laid over the built-in lexicon, or the word "
                "built-in. Prints the messages that change most, and by family and by rule the "
                "signals gained and lost.",
                "rapport tune diff built-in our-lexicon our-gold.jsonl\n"
                "rapport tune diff built-in our-lexicon --fail-on-regression test.jsonl "
                "our-gold.jsonl"},
    CommandInfo{kTuneNew, "tune new", "RULE_ID", 1, ValueKind::kText, "",
                "print a new rule to fill",
                "RULE_ID is <lang>.<signal>.<name>. Every empty text is to be filled; rapport "
                "tune check tells which are left.",
                "rapport tune new en.pitch.meeting.site_visit --output "
                "our-lexicon/en/pitch.meeting_2.toml"},
    CommandInfo{kTuneNewPack, "tune new-pack", "LANG", 1, ValueKind::kText, "",
                "write the files of a new language pack to fill",
                "LANG is a BCP 47 tag, such as pt-BR. Writes pack.toml, and the files of "
                "wording that the pack of --from has, into FOLDER/LANG, which must not be there yet. Every empty text "
                "and list is to be filled; what the pack of --from says stands beside it.",
                "rapport tune new-pack pt-BR --output our-lexicon"},
    CommandInfo{kConfigShow, "config show", "", 0, ValueKind::kText, "",
                "show the configuration in force",
                "The configuration is the first of: --config FILE; $RAPPORT_CONFIG; the nearest "
                ".rapport.toml from this folder upwards to one that holds .git, or the home "
                "folder; $XDG_CONFIG_HOME/rapport/config.toml (~/.config where that is not "
                "set). A .rapport.toml that belongs to another user is ignored with a warning.",
                "rapport config show --origin"},
    CommandInfo{kCompletion, "completion", "SHELL", 1, ValueKind::kChoice, "bash|zsh|fish",
                "print completion for a shell",
                "Load it from the shell's start-up file.",
                "source <(rapport completion bash)\n"
                "rapport completion fish > ~/.config/fish/completions/rapport.fish"},
    CommandInfo{kMan, "man", "", 0, ValueKind::kText, "", "print the manual page, in roff",
                "Pipe it to man -l -, or install it as rapport.1.", "rapport man | man -l -"},
    CommandInfo{kHelp, "help", "[COMMAND]", 2, ValueKind::kCommand, "",
                "show help for the program or a command", "The same as COMMAND --help.",
                "rapport help score"},
    CommandInfo{kVersion, "version", "", 0, ValueKind::kText, "",
                "print the version and the built-in lexicon's hash",
                "The same version with the same lexicon gives the same analysis.",
                "rapport version"},
};

}  // namespace

std::span<const CommandInfo> commands() { return kCommands; }

const CommandInfo& info(Command command) {
  return kCommands[static_cast<std::size_t>(command)];
}

}  // namespace rapport::cli
