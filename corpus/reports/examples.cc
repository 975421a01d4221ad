#include "corpus/reports/examples.h"

#include <algorithm>
#include <memory>

#include "corpus/reports/anonymize.h"
#include "corpus/reports/cut.h"
#include "corpus/writers/summary.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kMostWords = 200;  // bytes of an edit's words and of names

std::string kept(std::string_view text, std::size_t most = kMostWords) { return std::string(cut(text, most)); }

std::vector<std::string> rules_of(const Analysis& analysis) {
  std::vector<std::string> out;
  for (const Signal& signal : analysis.signals) out.push_back(signal.rule);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

Example make_example(const Seen& seen, const SummaryOptions& options) {
  const Record& record = seen.record;
  const Analysis& analysis = seen.analysis;
  Example out;
  out.number = record.number;
  out.line = record.line;
  out.score = *analysis.score;
  out.verdict = analysis.advice.verdict;
  for (const Reason& reason : top_reasons(analysis)) out.reasons.emplace_back(reason.reason);
  Masked text;
  if (options.anonymizer == nullptr) {
    text.text = record.draft.text;
    out.id = kept(record.id);
    out.source = kept(record.source);
    out.subject = kept(record.draft.subject);
  } else {
    const Mask mask = options.anonymizer->meet(record);
    text = mask.text(record.draft.text);
    out.id = kept(mask.text(record.id).text);
    out.source = kept(mask.text(record.source).text);
    out.subject = kept(mask.text(record.draft.subject).text);
    for (std::string& reason : out.reasons) reason = mask.text(reason).text;
  }
  out.text = kept(text.text, options.text_bytes);
  out.cut = out.text.size() < text.text.size();
  if (text.repaired) return out;
  for (const Signal& signal : analysis.signals) {
    if (signal.part != Part::kText) continue;
    const ByteSpan bytes = text.moved(signal.bytes);
    if (bytes.end <= out.text.size()) {
      out.marks.push_back({bytes, signal.signal, signal.rule, signal.reason, signal.contribution});
    }
  }
  return out;
}

// Of those alike the first stays. One that was pushed out cannot come again: the
// list only gets better.
template <typename Before>
void Examples::insert(std::vector<Entry>& list, std::size_t most, const Seen& seen, Before before) const {
  const Points score = *seen.analysis.score;
  const auto from = std::find_if(list.begin(), list.end(), [&](const Entry& one) { return !before(one.example.score, score); });
  const auto to = std::find_if(from, list.end(), [&](const Entry& one) { return before(score, one.example.score); });
  if (from == list.end() && list.size() >= most) return;
  const std::vector<std::string> rules = rules_of(seen.analysis);
  const auto alike = std::find_if(from, to, [&](const Entry& one) { return one.rules == rules; });
  if (alike != to) {
    ++alike->example.alike;
  } else if (to != list.end() || list.size() < most) {
    list.insert(to, {make_example(seen, options_), rules});
    if (list.size() > most) list.pop_back();
  }
}

void Examples::add(const Seen& seen) {
  if (!seen.analysis.score) return;
  insert(best_, options_.examples, seen, [](Points a, Points b) { return a > b; });
  // Twice as many: some may be in both.
  insert(worst_, 2 * options_.examples, seen, [](Points a, Points b) { return a < b; });
}

std::pair<std::vector<Example>, std::vector<Example>> Examples::finish() const {
  std::vector<Example> best, worst;
  // Where the worst are not full they are all there is.
  const std::size_t most = std::min((worst_.size() + 1) / 2, options_.examples);
  for (const Entry& entry : best_) {
    if (best.size() < most) best.push_back(entry.example);
  }
  for (const Entry& entry : worst_) {
    const bool in_best = std::any_of(best.begin(), best.end(), [&](const Example& one) { return one.number == entry.example.number; });
    if (!in_best && worst.size() < options_.examples) worst.push_back(entry.example);
  }
  return {std::move(best), std::move(worst)};
}

EditGains::EditGains(const SummaryOptions& options, const Lexicon& lexicon) : options_(options) {
  for (const RuleInfo& rule : lexicon.rules()) signals_.emplace(rule.id, rule.signal);
}

void EditGains::add(const Seen& seen) {
  if (seen.analysis.edits.empty()) return;
  ++messages_;
  const std::string& text = seen.record.draft.text;
  for (const Edit& edit : seen.analysis.edits) {
    Entry& entry = entries_[edit.rule];
    EditGain& gain = entry.gain;
    ++gain.edits;
    gain.total += edit.gain;
    if (entry.last != messages_) ++gain.messages;
    entry.last = messages_;
    if (entry.any && edit.gain <= gain.example_gain) continue;
    entry.any = true;
    gain.example_gain = edit.gain;
    gain.note = edit.note;
    const std::size_t begin = std::min(edit.bytes.begin, text.size());
    gain.before = text.substr(begin, edit.bytes.end - edit.bytes.begin);
    gain.after = edit.replacement;
    if (options_.anonymizer != nullptr) {
      const Mask mask = options_.anonymizer->meet(seen.record);
      for (std::string* one : {&gain.note, &gain.before, &gain.after}) *one = mask.text(*one).text;
    }
    gain.before = kept(gain.before);
    gain.after = kept(gain.after);
  }
}

std::vector<EditGain> EditGains::finish() const {
  std::vector<EditGain> out;
  for (const auto& [rule, entry] : entries_) {
    EditGain gain = entry.gain;
    gain.rule = rule;
    const auto at = signals_.find(rule);
    if (at != signals_.end()) gain.signal = at->second;
    gain.mean = gain.total.value() / static_cast<double>(gain.messages);
    out.push_back(std::move(gain));
  }
  std::stable_sort(out.begin(), out.end(), [](const EditGain& a, const EditGain& b) { return a.total > b.total; });
  if (out.size() > options_.edits) out.resize(options_.edits);
  return out;
}

}  // namespace rapport::corpus
