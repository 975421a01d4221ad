#include "analyzer/lexicon/table_reader.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace rapport::lexicon {

void DiagnosticLog::add(const SourceFile& file, int line, int column, std::string code,
                        std::string message, Severity severity) {
  diagnostics_.push_back({severity, file.shown, line, column, std::move(code), std::move(message),
                          line > 0 ? line_of(file.content, line) : std::string()});
}

void DiagnosticLog::add_file(const std::string& shown, std::string code, std::string message) {
  diagnostics_.push_back({Severity::kError, shown, 0, 0, std::move(code), std::move(message), {}});
}

void DiagnosticLog::append(const std::vector<Diagnostic>& more) {
  diagnostics_.insert(diagnostics_.end(), more.begin(), more.end());
}

bool DiagnosticLog::has_errors() const {
  return std::any_of(diagnostics_.begin(), diagnostics_.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::kError; });
}

std::vector<Diagnostic> DiagnosticLog::take() {
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.file, a.line, a.column, a.code) <
                            std::tie(b.file, b.line, b.column, b.code);
                   });
  return std::move(diagnostics_);
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& names) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string& other : names) {
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= name.size(); ++i) {
      std::size_t diagonal = row[0];
      row[0] = i;
      for (std::size_t j = 1; j < row.size(); ++j) {
        const std::size_t substituted = diagonal + (name[i - 1] != other[j - 1]);
        diagonal = row[j];
        row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
      }
    }
    if (row.back() < best_distance) {
      best_distance = row.back();
      best = other;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& names) {
  const std::string near = nearest_name(name, names);
  return near.empty() ? "" : "; did you mean '" + near + "'?";
}

void TableReader::error(std::string_view key, std::string code, std::string message) {
  const Node* node = table_.find(key);
  const Node& at = node ? *node : table_;
  log_.add(file_, at.line, at.column, std::move(code), std::move(message));
}

void TableReader::wrong_type(std::string_view key, const Node& found, std::string_view wanted) {
  log_.add(file_, found.line, found.column, "L004",
           "'" + std::string(key) + "' takes " + std::string(wanted) + ", this is " +
               std::string(kind_name(found.kind)));
}

const Node* TableReader::get(std::string_view key, Need need, Node::Kind kind) {
  known_.emplace_back(key);
  const Node* node = table_.find(key);
  if (!node) {
    if (need == kRequired) error(key, "L003", "'" + std::string(key) + "' is missing here");
    return nullptr;
  }
  if (node->kind == kind) return node;
  wrong_type(key, *node, kind_name(kind));
  return nullptr;
}

std::string TableReader::text(std::string_view key, Need need) {
  const Node* node = get(key, need, Node::Kind::kString);
  if (node && need == kRequired && node->text.empty()) {
    error(key, "L003", "'" + std::string(key) + "' is empty");
  }
  return node ? node->text : std::string();
}

std::vector<PlacedText> TableReader::placed_texts(std::string_view key, Need need) {
  std::vector<PlacedText> out;
  const Node* node = get(key, need, Node::Kind::kArray);
  if (!node) return out;
  for (const Node& item : node->items) {
    if (item.kind == Node::Kind::kString) {
      out.push_back({item.text, item.line, item.column});
    } else {
      wrong_type(key, item, "strings only");
    }
  }
  if (out.empty() && need == kRequired) error(key, "L003", "'" + std::string(key) + "' is empty");
  return out;
}

std::vector<std::string> TableReader::texts(std::string_view key, Need need) {
  std::vector<std::string> out;
  for (PlacedText& item : placed_texts(key, need)) out.push_back(std::move(item.text));
  return out;
}

double TableReader::number(std::string_view key, double otherwise, double least, double most,
                           Need need) {
  const Node* node = get(key, need, Node::Kind::kNumber);
  if (!node) return otherwise;
  if (std::isfinite(node->number) && least <= node->number && node->number <= most) {
    return node->number == 0 ? 0.0 : node->number;  // no negative zero
  }
  const auto shown = [](double v) {
    std::string text = std::to_string(v);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
  };
  error(key, "L011", "'" + std::string(key) + "' takes a number from " + shown(least) + " to " +
                         shown(most));
  return otherwise;
}

std::vector<std::pair<double, double>> TableReader::curve(std::string_view key, Need need) {
  std::vector<std::pair<double, double>> out;
  const Node* node = get(key, need, Node::Kind::kArray);
  if (!node) return out;
  bool good = node->items.size() >= 2;
  for (const Node& item : node->items) {
    const bool pair = item.kind == Node::Kind::kArray && item.items.size() == 2 &&
                      item.items[0].kind == Node::Kind::kNumber &&
                      item.items[1].kind == Node::Kind::kNumber;
    if (!pair) {
      good = false;
      break;
    }
    const double x = item.items[0].number;
    const double y = item.items[1].number;
    good = good && std::isfinite(x) && std::abs(y) <= 1 && (out.empty() || x > out.back().first);
    out.emplace_back(x, y);
  }
  if (good) return out;
  error(key, "L011",
        "'" + std::string(key) + "' takes two or more [x, y] with x rising and y from -1 to 1");
  return {};
}

int TableReader::choice(std::string_view key, const std::vector<std::string>& names, Need need) {
  const Node* node = get(key, need, Node::Kind::kString);
  if (!node) return -1;
  const auto found = std::find(names.begin(), names.end(), node->text);
  if (found != names.end()) return static_cast<int>(found - names.begin());
  error(key, "L005", "unknown " + std::string(key) + " '" + node->text + "'" +
                         did_you_mean(node->text, names));
  return -1;
}

std::vector<int> TableReader::choices(std::string_view key, const std::vector<std::string>& names) {
  std::vector<int> out;
  for (const PlacedText& item : placed_texts(key)) {
    const auto found = std::find(names.begin(), names.end(), item.text);
    if (found != names.end()) {
      out.push_back(static_cast<int>(found - names.begin()));
    } else {
      log_.add(file_, item.line, item.column, "L005",
               "unknown " + std::string(key) + " '" + item.text + "'" +
                   did_you_mean(item.text, names));
    }
  }
  return out;
}

std::vector<const Node*> TableReader::tables(std::string_view key) {
  known_.emplace_back(key);
  std::vector<const Node*> out;
  const Node* node = table_.find(key);
  if (!node) return out;
  if (node->kind == Node::Kind::kTable) return {node};
  if (node->kind != Node::Kind::kArray) {
    wrong_type(key, *node, "tables");
    return out;
  }
  for (const Node& item : node->items) {
    if (item.kind == Node::Kind::kTable) {
      out.push_back(&item);
    } else {
      wrong_type(key, item, "tables only");
    }
  }
  return out;
}

const Node* TableReader::table(std::string_view key, Need need) {
  return get(key, need, Node::Kind::kTable);
}

void TableReader::done() {
  for (const auto& [name, value] : table_.members) {
    if (std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
    log_.add(file_, value.line, value.column, "L002",
             "unknown key '" + name + "'" + did_you_mean(name, known_));
  }
}

}  // namespace rapport::lexicon
