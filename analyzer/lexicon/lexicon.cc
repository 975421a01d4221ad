#include "analyzer/lexicon.h"

#include <algorithm>

#include "analyzer/lexicon/embedded.h"
#include "analyzer/lexicon/files.h"
#include "analyzer/lexicon/image.h"
#include "analyzer/lexicon/parsers.h"

namespace rapport {

using lexicon::DiagnosticLog;
using lexicon::Node;
using lexicon::Pack;
using lexicon::SourceFile;

std::string Diagnostic::to_string() const {
  std::string out = file;
  if (line > 0) {
    out += ":" + std::to_string(line);
    if (column > 0) out += ":" + std::to_string(column);
  }
  out += severity == Severity::kWarning ? ": warning: " : ": ";
  out += code + ": " + message + "\n";
  if (!excerpt.empty()) {
    out += "  " + excerpt + "\n";
    if (column > 0) out += "  " + std::string(static_cast<std::size_t>(column - 1), ' ') + "^\n";
  }
  return out;
}

int LexiconData::channel(std::string_view id) const {
  for (std::size_t i = 0; i < channels.size(); ++i) {
    if (channels[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

int LexiconData::pack(std::string_view lang) const {
  for (std::string_view tag : {lang, lang.substr(0, lang.find('-'))}) {
    for (std::size_t i = 0; i < packs.size(); ++i) {
      if (packs[i].language.lang == tag) return static_cast<int>(i);
    }
  }
  return -1;
}

namespace {

constexpr std::string_view kOverrides = "overrides.toml";

std::string folder_of(const std::string& name) {
  const std::size_t slash = name.find('/');
  return slash == std::string::npos ? std::string() : name.substr(0, slash);
}

std::string base_of(const std::string& name) { return name.substr(name.find('/') + 1); }

// A file of a language's folder that holds no rules.
bool is_pack_file(const std::string& base) {
  return base == "pack.toml" || base == "rewrites.toml" || base == "rewrite.toml" ||
         base == "advice.toml" || base == "claims.toml";
}

class Loader {
 public:
  Result<Lexicon> load(std::vector<SourceFile> files) {
    data_->files = std::move(files);
    data_->hash = lexicon::hash_files(data_->files);
    trees_.resize(data_->files.size());
    for (std::size_t i = 0; i < trees_.size(); ++i) {
      Result<Node> tree = lexicon::parse_toml(data_->files[i].content, data_->files[i].shown);
      if (tree) {
        trees_[i] = std::move(*tree);
      } else {
        log_.append(tree.diagnostics());
      }
    }
    // What a broken settings file would have said is missing in every other file.
    for (std::size_t i = 0; i < trees_.size(); ++i) {
      const bool is_settings = folder_of(data_->files[i].name).empty();
      if (is_settings && trees_[i].kind != Node::Kind::kTable) return Result<Lexicon>(log_.take());
    }
    load_settings();
    for (std::size_t i = 0; i < trees_.size(); ++i) {
      const std::string& name = data_->files[i].name;
      if (!folder_of(name).empty() && base_of(name) == "pack.toml") load_pack(static_cast<int>(i));
    }
    check_orphans();
    std::sort(data_->packs.begin(), data_->packs.end(), [](const Pack& a, const Pack& b) {
      return a.language.lang < b.language.lang;
    });
    const auto overrides =
        std::find_if(data_->files.begin(), data_->files.end(),
                     [](const SourceFile& file) { return file.name == kOverrides; });
    if (overrides != data_->files.end()) {
      const auto file = static_cast<std::size_t>(overrides - data_->files.begin());
      if (trees_[file].kind == Node::Kind::kTable) {
        apply_overrides(trees_[file], static_cast<int>(file), log_, *data_);
      }
    }
    check_caps();
    if (log_.has_errors()) return Result<Lexicon>(log_.take());
    return Result<Lexicon>(Lexicon(data_), log_.take());
  }

  DiagnosticLog& log() { return log_; }

 private:
  void load_settings() {
    LexiconData& d = *data_;
    with_file("taxonomy.toml", [&](const Node& root, const SourceFile& file) {
      parse_taxonomy(root, file, log_, d.taxonomy);
    });
    with_file("evidence.toml", [&](const Node& root, const SourceFile& file) {
      parse_evidence(root, file, log_, d.evidence);
    });
    with_file("weights.toml", [&](const Node& root, const SourceFile& file) {
      parse_weights(root, file, log_, d);
    });
    with_file("channels.toml", [&](const Node& root, const SourceFile& file) {
      parse_channels(root, file, log_, d);
    });
  }

  template <typename Parse>
  void with_file(const std::string& name, Parse parse) {
    for (std::size_t i = 0; i < data_->files.size(); ++i) {
      if (data_->files[i].name != name) continue;
      if (trees_[i].kind == Node::Kind::kTable) parse(trees_[i], data_->files[i]);
      return;
    }
    log_.add_file(name, "L021", "this file of the lexicon is missing");
  }

  void load_pack(int pack_file) {
    LexiconData& d = *data_;
    if (trees_[pack_file].kind != Node::Kind::kTable) return;
    Pack pack;
    const std::string folder = folder_of(d.files[pack_file].name);
    parse_pack(trees_[pack_file], d.files[pack_file], log_, pack);
    if (pack.language.lang != folder) {
      log_.add_file(d.files[pack_file].shown, "L005",
                    "the pack's lang must be the name of its folder, '" + folder + "'");
    }
    each_file(folder, [&](std::size_t i, const std::string& base) {
      if (is_pack_file(base)) return;
      parse_rules(trees_[i], static_cast<int>(i), log_, d, pack);
    });
    if (pack.rules.size() > lexicon::kMostRules) {
      log_.add_file(d.files[pack_file].shown, "L020", "a pack has at most 20,000 rules");
    }
    std::sort(pack.rules.begin(), pack.rules.end(),
              [](const lexicon::Rule& a, const lexicon::Rule& b) { return a.id < b.id; });
    for (std::size_t i = 0; i < pack.rules.size(); ++i) {
      pack.rule_index[pack.rules[i].id] = static_cast<int>(i);
    }
    each_file(folder, [&](std::size_t i, const std::string& base) {
      if (base == "rewrites.toml") parse_edits(trees_[i], d.files[i], log_, d, pack);
      if (base == "rewrite.toml") parse_wordings(trees_[i], d.files[i], log_, d, pack);
      if (base == "advice.toml") parse_advice(trees_[i], d.files[i], log_, d, pack);
      if (base == "claims.toml") parse_claims(trees_[i], d.files[i], log_, d, pack);
    });
    d.packs.push_back(std::move(pack));
  }

  template <typename Use>
  void each_file(const std::string& folder, Use use) {
    for (std::size_t i = 0; i < data_->files.size(); ++i) {
      const std::string& name = data_->files[i].name;
      if (folder_of(name) == folder && trees_[i].kind == Node::Kind::kTable) use(i, base_of(name));
    }
  }

  // A rule file whose folder has no pack.toml would be lost without a word.
  void check_orphans() {
    static const std::vector<std::string> settings = {"channels.toml", "evidence.toml",
                                                      "taxonomy.toml", "weights.toml",
                                                      std::string(kOverrides)};
    for (const SourceFile& file : data_->files) {
      const std::string folder = folder_of(file.name);
      if (folder.empty()) {
        if (std::find(settings.begin(), settings.end(), file.name) == settings.end()) {
          log_.add_file(file.shown, "L005",
                        "no file of this name belongs here; rules stand in a language's folder" +
                            lexicon::did_you_mean(file.name, settings));
        }
        continue;
      }
      const bool known = std::any_of(
          data_->files.begin(), data_->files.end(),
          [&](const SourceFile& other) { return other.name == folder + "/pack.toml"; });
      if (!known) log_.add_file(file.shown, "L021", "its folder has no pack.toml");
    }
    if (data_->packs.empty()) log_.add_file("pack.toml", "L021", "there is no language pack");
  }

  // A weight may not exceed what its signal's best evidence allows.
  void check_caps() {
    const LexiconData& d = *data_;
    std::vector<double> caps(d.taxonomy.signals.size(), 0);
    for (const Pack& pack : d.packs) {
      for (const lexicon::Rule& rule : pack.rules) {
        if (rule.signal < 0 || rule.evidence < 0) continue;
        const double cap = d.evidence.cap(d.evidence.findings[rule.evidence].grade);
        caps[rule.signal] = std::max(caps[rule.signal], cap);
      }
    }
    for (std::size_t i = 0; i < caps.size(); ++i) {
      const lexicon::SignalType& signal = d.taxonomy.signals[i];
      if (signal.weight_file < 0) continue;
      if (std::abs(signal.weight) <= caps[i] + 1e-9 || caps[i] == 0) continue;
      log_.add(d.files[static_cast<std::size_t>(signal.weight_file)], signal.weight_line, signal.weight_column, "L011",
               "over the cap of the best evidence that the rules of '" + signal.id +
                   "' cite; lower it to " + std::to_string(caps[i]).substr(0, 4) + " or less");
    }
  }

  std::shared_ptr<LexiconData> data_ = std::make_shared<LexiconData>();
  std::vector<Node> trees_;
  DiagnosticLog log_;
};

}  // namespace

Result<Lexicon> Lexicon::built_in() { return load({}); }

Result<Lexicon> Lexicon::load(const LexiconSource& source) {
  if (source.folder.empty() && !lexicon::embedded_image().bytes.empty()) {
    auto data = std::make_shared<LexiconData>(lexicon::read_image(lexicon::embedded_image()));
    std::vector<SourceFile> files = lexicon::built_in_files();
    for (std::size_t i = 0; i < files.size(); ++i) data->files[i] = std::move(files[i]);
    return Lexicon(std::move(data));
  }
  Loader loader;
  std::vector<SourceFile> files;
  if (source.folder.empty() || !source.replace) files = lexicon::built_in_files();
  if (!source.folder.empty()) {
    files = lexicon::merge_files(std::move(files), lexicon::folder_files(source.folder, loader.log()));
  }
  return loader.load(std::move(files));
}

}  // namespace rapport
