#include "analyzer/fix.h"

#include <algorithm>
#include <utility>

#include "analyzer/rewrite/realize.h"

namespace rapport {

bool is_safe(const Edit& edit) { return rewrite::slots_of(edit.replacement).empty(); }

std::string with_edit(const std::string& text, const Edit& edit) {
  std::string out = text;
  out.replace(edit.bytes.begin, edit.bytes.size(), edit.replacement);
  return out;
}

Draft settled(Draft draft, const Analysis& analysis) {
  draft.channel = analysis.channel;
  draft.tier = analysis.tier;
  draft.lang = analysis.lang;
  return draft;
}

Fixed fix(const Analyzer& analyzer, const Draft& draft) {
  Fixed out;
  out.text = draft.text;
  out.before = analyzer.analyze(draft);
  out.after = out.before;
  if (!out.before.score) return out;
  Draft now = settled(draft, out.before);
  while (out.edits.size() < kMostFixes) {
    const auto& edits = out.after.edits;
    const auto safe = std::find_if(edits.begin(), edits.end(), is_safe);
    if (safe == edits.end()) break;
    const Edit edit = *safe;
    out.edits.push_back({edit, now.text.substr(edit.bytes.begin, edit.bytes.size())});
    now.text = with_edit(now.text, edit);
    out.after = analyzer.analyze(now);
    if (!out.after.score) break;
  }
  out.text = std::move(now.text);
  return out;
}

}  // namespace rapport
