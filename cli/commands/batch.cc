#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

#include "analyzer/analyzer.h"
#include "cli/commands/batch_summary.h"
#include "cli/commands/commands.h"
#include "cli/display.h"
#include "cli/draft_settings.h"
#include "cli/failure.h"
#include "cli/help.h"
#include "cli/interrupt.h"
#include "cli/journal.h"
#include "cli/progress.h"
#include "cli/sink.h"
#include "cli/terminal.h"
#include "corpus/pipeline.h"
#include "corpus/readers/byte_source.h"
#include "corpus/reports/anonymize.h"
#include "corpus/reports/masked_analysis.h"
#include "corpus/writers/writer.h"

namespace rapport::cli {
namespace {

constexpr std::size_t kMostJobs = 1024;
constexpr auto kJournalEvery = std::chrono::milliseconds(500);

corpus::ReadOptions read_options(const Settings& settings) {
  corpus::ReadOptions out;
  out.format = settings.text("input-format");
  out.text_field = settings.text("text-field");
  out.id_field = settings.text("id-field");
  for (const std::string& pair : settings.at("map").values) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size()) {
      throw Failure("--map: '" + shown_line(pair) + "' is not KEY=NAME, such as subject=Title");
    }
    out.map.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
  }
  const std::string delimiter = settings.text("delimiter");
  if (delimiter.size() == 1) out.delimiter = delimiter[0];
  if (delimiter == "tab" || delimiter == "\\t") out.delimiter = '\t';
  if (!delimiter.empty() && (out.delimiter == '\0' || out.delimiter == '"' || out.delimiter == '\n')) {
    throw Failure("--delimiter: '" + shown_line(delimiter) + "' is not one character, such as ; or tab");
  }
  out.max_message_bytes = settings.count("max-bytes");
  out.replace_bad_utf8 = settings.text("encoding-errors") == "replace";
  out.globs = settings.at("glob").values;
  if (settings.flag("stream")) {
    if (!out.format.empty() && out.format != "ndjson") throw Failure("--stream reads NDJSON only");
    out.format = "ndjson";
    out.blank_records = true;
  }
  return out;
}

// What makes the same output of the same input and lexicon, in one line.
std::string options_identity(const Settings& settings) {
  static constexpr std::string_view kNeutral[] = {"jobs", "output", "resume", "verbose", "quiet", "color",
                                                  "width", "config", "isolated", "help", "max-errors", "summary", "report",
                                                  "group-by"};
  std::string out;
  for (const OptionInfo* option : options_of(Command::kBatch)) {
    if (std::find(std::begin(kNeutral), std::end(kNeutral), option->name) != std::end(kNeutral)) continue;
    const std::vector<std::string>& values = settings.at(std::string(option->name)).values;
    for (const std::string& value : values) {
      if (value == option->initial || (option->kind == ValueKind::kSwitch && value != "true")) continue;
      out += (out.empty() ? "--" : " --") + std::string(option->name);
      // Of a file that is read what is in it counts.
      if (option->name == "context") {
        out += "=" + input_identity({value});
      } else if (option->kind != ValueKind::kSwitch) {
        out += "=" + shown_line(value, 4096);
      }
    }
  }
  return out.empty() ? "none" : out;
}

class Batch {
 public:
  Batch(const Settings& settings, std::vector<std::string> inputs)
      : settings_(settings),
        inputs_(std::move(inputs)),
        lexicon_(load_lexicon(settings)),
        rules_(settings_, lexicon_),
        stream_(settings.flag("stream")),
        most_faults_(settings.count("max-errors")),
        errors_apart_(!settings.text("errors").empty()),
        summarizes_(wants_summary(settings)) {
    rules_.check_names();
    AnalyzerOptions options;
    options.only = settings.list("only");
    options.ignore = settings.list("ignore");
    options.rewrites = settings.flag("rewrites");
    options.edits = options.rewrites || summarizes_;
    Result<Analyzer> analyzer = Analyzer::create(lexicon_, options);
    if (!analyzer) throw Diagnosed(diagnostics_text(analyzer.diagnostics()));
    analyzer_ = *std::move(analyzer);
    error_writer_ = corpus::make_ndjson_writer({});
    if (settings.flag("anonymize")) anonymizer_ = std::make_shared<corpus::Anonymizer>(lexicon_);
  }

  int run() {
    const Interruptible interruptible;
    reader_ = corpus::open_readers(inputs_, read_options(settings_));
    make_writer();
    BatchSummary summary(settings_, lexicon_, reader_->columns(), anonymizer_);
    Sink sink(settings_.text("output"));
    std::optional<Sink> errors;
    if (errors_apart_) errors.emplace(settings_.text("errors"));
    prepare_journal(sink);
    if (!journaled_) std::remove(journal_path().c_str());
    sink.start(journal_.output);
    if (errors) errors->start(journal_.errors);
    if (journal_.output == 0) {
      std::string header;
      writer_->header(header);
      sink.write(header);
    }

    const bool quiet = settings_.flag("quiet");
    Progress progress(!quiet && ::isatty(STDERR_FILENO) == 1, settings_.flag("verbose"), reader_->total());
    corpus::PipelineOptions pipeline;
    pipeline.jobs = std::min(settings_.count("jobs", 1), kMostJobs);
    if (stream_) pipeline.block_records = 1;
    pipeline.skip = journal_.records;
    std::atomic<bool> enough = false;
    pipeline.stop = &interruptible.stop();
    // Pseudonyms are numbered in the order of reading.
    if (anonymizer_) {
      pipeline.met = [&](corpus::Record& record) {
        prepare(record);
        anonymizer_->meet(record);
      };
    }
    auto saved = std::chrono::steady_clock::now();
    corpus::run_pipeline(
        *reader_, pipeline, [&](corpus::Block& block) { work(block); },
        [&](corpus::Block& block) {
          if (enough) return;
          // The last record that is written is the one at fault that is too many.
          if (most_faults_ > 0 && journal_.faults + block.faults.size() >= most_faults_) {
            const corpus::FaultPlace& last = block.faults[most_faults_ - journal_.faults - 1];
            block.out.resize(last.out);
            block.errors.resize(last.errors);
            block.size = last.records;
            block.faults.resize(most_faults_ - journal_.faults);
            enough = true;
          }
          sink.write(block.out);
          if (errors) errors->write(block.errors);
          summary.add(block);
          journal_.records = block.first + block.size;
          journal_.faults += block.faults.size();
          progress.at(journal_.records, journal_.faults, block.taken);
          if (enough) throw Enough();
          const auto now = std::chrono::steady_clock::now();
          if (journaled_ && now - saved >= kJournalEvery) {
            saved = now;
            save(sink, errors);
          }
        });
    if (interruptible.stop()) {
      if (journaled_) save(sink, errors);
      return interruptible.status();
    }
    if (errors) errors->commit();
    const std::vector<std::string> notes = summary.finish();
    sink.commit();
    if (journaled_) std::remove(journal_path().c_str());
    if (!quiet) close(notes);
    return journal_.faults > 0 ? kSomeUnread : kFine;
  }

  struct Enough {};  // thrown where --max-errors is reached
  std::uint64_t faults() const { return journal_.faults; }

 private:
  std::string journal_path() const { return settings_.text("output") + ".journal"; }

  void make_writer() {
    corpus::WriteOptions options;
    options.spans = settings_.flag("spans");
    options.rewrites = settings_.flag("rewrites");
    options.csv_raw = settings_.flag("csv-raw");
    options.columns = reader_->columns();
    for (const SignalInfo& signal : lexicon_.signals()) options.families.push_back(signal.family);
    std::sort(options.families.begin(), options.families.end());
    options.families.erase(std::unique(options.families.begin(), options.families.end()), options.families.end());
    writer_ = settings_.text("format") == "csv" ? corpus::make_csv_writer(options)
                                                : corpus::make_ndjson_writer(options);
  }

  void prepare_journal(const Sink& sink) {
    const bool files = std::find(inputs_.begin(), inputs_.end(), "-") == inputs_.end();
    journaled_ = sink.resumable() && files;
    const bool resume = settings_.flag("resume");
    if (resume && !journaled_) {
      throw Failure(files ? "--resume needs --output FILE" : "--resume cannot read standard input anew; name a file");
    }
    if (!journaled_) return;
    journal_ = {input_identity(inputs_), lexicon_.hash(), options_identity(settings_)};
    if (!resume) return;
    const std::optional<Journal> old = read_journal(journal_path());
    if (!old) return;
    check_journal(journal_path(), *old, journal_);
    journal_ = *old;
  }

  // What the journal says is good must be on the disk before it says so.
  void save(Sink& sink, std::optional<Sink>& errors) {
    sink.sync();
    if (errors) errors->sync();
    journal_.output = sink.written();
    journal_.errors = errors ? errors->written() : 0;
    write_journal(journal_path(), journal_);
  }

  void work(corpus::Block& block) const {
    if (summarizes_) block.analyses.resize(std::max(block.analyses.size(), block.size));
    for (std::size_t i = 0; i < block.size; ++i) {
      corpus::Record& record = block.slots[i];
      if (!anonymizer_) prepare(record);
      if (!record.error) {
        Analysis analysis = analyzer_->analyze(record.draft);
        write(record, analysis, block.out);
        if (summarizes_) block.analyses[i] = std::move(analysis);
        continue;
      }
      const corpus::Record told = anonymizer_ ? anonymizer_->record(record) : record;
      // Lines in and out stay in step: --errors has a copy of it then.
      if (!errors_apart_ || stream_) writer_->error(told, block.out);
      if (errors_apart_) error_writer_->error(told, block.errors);
      block.faults.push_back({i + 1, block.out.size(), block.errors.size()});
    }
  }

  // The draft as the options complete it, or what is wrong with it.
  void prepare(corpus::Record& record) const {
    if (record.error) return;
    try {
      rules_.complete(record.draft, "the record");
    } catch (const Failure& failure) {
      record.error = corpus::RecordError{"invalid_field", failure.what(), 0};
      return;
    }
    const std::string kind = settings_.text("kind");
    if (!kind.empty()) record.draft.slots_filled = kind == "template";
  }

  void write(const corpus::Record& record, const Analysis& analysis, std::string& out) const {
    if (!anonymizer_) {
      writer_->record(record, analysis, out);
      return;
    }
    Analysis masked = analysis;
    corpus::mask_analysis(anonymizer_->meet(record), record.draft, masked);
    writer_->record(anonymizer_->record(record), masked, out);
  }

  void close(const std::vector<std::string>& notes) const {
    for (const std::string& note : notes) complain(note);
    const corpus::Skipped& skipped = reader_->skipped();
    for (const std::string& note : skipped.notes) complain(shown_line(note));
    if (!settings_.flag("verbose") && journal_.faults == 0) return;
    std::string line = std::to_string(journal_.records) + " records, " + std::to_string(journal_.faults) +
                       (journal_.faults == 1 ? " error" : " errors");
    if (skipped.blank_lines > 0) line += ", " + std::to_string(skipped.blank_lines) + " blank lines skipped";
    if (skipped.files > 0) line += ", " + std::to_string(skipped.files) + " files skipped";
    complain(line);
  }

  const Settings& settings_;
  std::vector<std::string> inputs_;
  Lexicon lexicon_;
  DraftSettings rules_;
  bool stream_;
  std::uint64_t most_faults_;
  bool errors_apart_;
  bool summarizes_;
  std::shared_ptr<corpus::Anonymizer> anonymizer_;  // none: nothing is masked
  bool journaled_ = false;
  Journal journal_;
  std::optional<Analyzer> analyzer_;
  std::unique_ptr<corpus::Reader> reader_;
  std::unique_ptr<corpus::Writer> writer_, error_writer_;
};

}  // namespace

int batch(const CommandLine& line, Output& out) {
  if (line.operands.empty() && input_is_terminal()) {
    out.write(command_help(Command::kBatch));
    return kFine;
  }
  const Settings settings = load_settings(line, warn);
  std::vector<std::string> inputs = line.operands;
  if (inputs.empty()) inputs.emplace_back("-");
  Batch batch(settings, std::move(inputs));
  try {
    return batch.run();
  } catch (const Batch::Enough&) {
    complain("ended at error record " + std::to_string(batch.faults()) + " (--max-errors)");
    return kSomeUnread;
  } catch (const corpus::UsageError& error) {
    throw Failure(error.what());
  } catch (const corpus::SourceError& error) {
    throw Failure(error.what());
  }
}

}  // namespace rapport::cli
