#include "analyzer/lexicon/parsers.h"

namespace rapport::lexicon {
namespace {

void check_signals(TableReader& reader, const LexiconData& lexicon, const ClaimRule& claim) {
  std::vector<std::string> known = lexicon.taxonomy.signal_names();
  for (std::string& family : lexicon.taxonomy.family_names()) known.push_back(std::move(family));
  for (const std::string& name : claim.on) {
    if (!lexicon.taxonomy.signals_of(name).empty()) continue;
    reader.error("on", "L005", "unknown signal or family '" + name + "'" + did_you_mean(name, known));
  }
}

}  // namespace

void parse_claims(const Node& root, const SourceFile& file, DiagnosticLog& log,
                  const LexiconData& lexicon, Pack& out) {
  TableReader top(root, file, log);
  out.claims.ignored = folded_texts(top, "ignored");
  for (const Node* node : top.tables("claim")) {
    TableReader reader(*node, file, log);
    ClaimRule claim;
    claim.code = reader.text("code", kRequired);
    claim.on = reader.texts("on");
    claim.behind = folded_texts(reader, "behind");
    claim.beside = folded_texts(reader, "beside");
    claim.person = reader.choice("of", {"thing", "person"}) == 1;
    claim.any = fact_texts(reader, "any");
    claim.each = fact_texts(reader, "each");
    claim.never = fact_texts(reader, "never");
    claim.reason = reader.text("reason");
    claim.reason_none = reader.text("reason_none");
    reader.done();
    check_signals(reader, lexicon, claim);
    if (claim.on.empty() == claim.behind.empty()) {
      reader.error("code", "L024", "a claim is made by signals (on) or by words before it (behind)");
    }
    if (claim.any.empty() && claim.each.empty() && claim.never.empty()) {
      reader.error("code", "L024", "a claim names the facts that bear it: any, each or never");
    }
    if (claim.reason.empty() && claim.reason_none.empty()) {
      reader.error("code", "L024", "a claim has a reason or a reason_none");
    }
    out.claims.rules.push_back(std::move(claim));
  }
  top.done();
}

}  // namespace rapport::lexicon
