#include "corpus/writers/summary_json.h"

#include "corpus/reports/templates.h"
#include "corpus/writers/json_buffer.h"
#include "corpus/writers/numbers.h"

namespace rapport::corpus {
namespace {

constexpr std::uint64_t kSchema = 1;

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  template <typename Body>
  void object(Body body) {
    nested('{', '}', body);
  }
  template <typename List, typename Body>
  void array(const List& list, Body body) {
    nested('[', ']', [&] {
      for (const auto& one : list) {
        next();
        body(one);
      }
    });
  }
  JsonWriter& key(std::string_view name) {
    next();
    append_json_string(out_, name);
    out_ += ':';
    return *this;
  }
  void text(std::string_view text) { append_json_string(out_, text); }
  void count(std::uint64_t count) { append_json_count(out_, count); }
  void flag(bool flag) { out_ += flag ? "true" : "false"; }
  void null() { out_ += "null"; }
  void points(Points points) { append_json_points(out_, points); }
  void number(double value, int decimals) { out_ += fixed(value, decimals); }
  void number_if(bool any, double value, int decimals) {
    if (any) number(value, decimals);
    else null();
  }

 private:
  template <typename Body>
  void nested(char open, char close, Body body) {
    out_ += open;
    const bool outer = first_;
    first_ = true;
    body();
    first_ = outer;
    out_ += close;
  }
  void next() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  std::string& out_;
  bool first_ = true;
};

void write_counts(JsonWriter& w, const std::vector<NamedCount>& counts) {
  w.array(counts, [&](const NamedCount& one) {
    w.object([&] {
      w.key("name").text(one.name);
      w.key("count").count(one.count);
    });
  });
}

void write_texts(JsonWriter& w, const std::vector<std::string>& texts) {
  w.array(texts, [&](const std::string& text) { w.text(text); });
}

void write_figures(JsonWriter& w, const Spread& spread) {
  const bool any = spread.count > 0;
  w.key("count").count(spread.count);
  w.key("mean").number_if(any, spread.mean, 2);
  w.key("low").number_if(any, spread.low, 1);
  w.key("lower_quartile").number_if(any, spread.lower_quartile, 2);
  w.key("median").number_if(any, spread.median, 2);
  w.key("upper_quartile").number_if(any, spread.upper_quartile, 2);
  w.key("high").number_if(any, spread.high, 1);
}

void write_spread(JsonWriter& w, const Spread& spread) {
  w.object([&] { write_figures(w, spread); });
}

void write_points_spread(JsonWriter& w, const PointsSpread& spread) {
  w.object([&] {
    write_figures(w, spread);
    w.key("tens").array(spread.tens, [&](std::uint64_t count) { w.count(count); });
  });
}

void write_overview(JsonWriter& w, const Overview& all) {
  const bool any = all.scored > 0;
  w.object([&] {
    w.key("records").count(all.records);
    w.key("scored").count(all.scored);
    write_counts(w.key("not_scored"), all.not_scored);
    write_points_spread(w.key("score"), all.score);
    w.key("scores").object([&] {
      for (const auto& [name, spread] : all.subscores) write_points_spread(w.key(name), spread);
    });
    w.key("families").array(all.families, [&](const FamilySummary& one) {
      w.object([&] {
        w.key("family").text(one.family);
        w.key("positive").flag(one.positive);
        w.key("messages").count(one.messages);
        w.key("signals").count(one.signals);
        w.key("share").number_if(any, one.share, 4);
        w.key("mean").number_if(any, one.mean, 4);
      });
    });
    write_counts(w.key("verdicts"), all.verdicts);
    write_counts(w.key("channels"), all.channels);
    write_counts(w.key("languages"), all.languages);
  });
}

void write_grouping(JsonWriter& w, const Grouping& by) {
  if (by.column.empty()) return w.null();
  w.object([&] {
    w.key("column").text(by.column);
    w.key("most").count(by.most);
    w.key("without").count(by.without);
    w.key("groups").array(by.groups, [&](const Group& group) {
      w.object([&] {
        w.key("value").text(group.value);
        w.key("rest").flag(group.rest);
        write_overview(w.key("of"), group.of);
      });
    });
  });
}

void write_rate(JsonWriter& w, const Rate& rate) {
  w.object([&] {
    w.key("yes").count(rate.yes);
    w.key("of").count(rate.of);
    w.key("share").number_if(rate.of > 0, rate.share, 4);
    w.key("low").number(rate.low, 4);
    w.key("high").number(rate.high, 4);
  });
}

void write_outcome(JsonWriter& w, const Outcome& outcome) {
  w.object([&] {
    w.key("name").text(outcome.name);
    write_rate(w.key("all"), outcome.all);
    w.key("unknown").count(outcome.unknown);
    w.key("least").count(outcome.least);
    w.key("too_few").count(outcome.too_few);
    w.key("rows").array(outcome.rows, [&](const OutcomeRow& row) {
      w.object([&] {
        w.key("kind").text(name_of(row.kind));
        w.key("name").text(row.name);
        write_rate(w.key("with"), row.with);
        write_rate(w.key("without"), row.without);
        w.key("difference").number(row.difference, 4);
        w.key("low").number(row.low, 4);
        w.key("high").number(row.high, 4);
        w.key("p").number(row.p, 6);
        w.key("stands_out").flag(row.stands_out);
      });
    });
  });
}

void write_bursts(JsonWriter& w, const std::vector<Burst>& bursts) {
  w.array(bursts, [&](const Burst& burst) {
    w.object([&] {
      w.key("sender").text(burst.sender);
      w.key("count").count(burst.count);
      w.key("from").text(time_text(burst.from));
    });
  });
}

void write_limit(JsonWriter& w, const LimitUse& use) {
  w.object([&] {
    w.key("code").text(use.limit.code);
    w.key("reason").text(use.limit.reason);
    w.key("most").count(static_cast<std::uint64_t>(use.limit.most));
    w.key("days").count(static_cast<std::uint64_t>(use.limit.days));
    write_texts(w.key("channels"), use.channels);
    write_texts(w.key("tiers"), use.tiers);
    w.key("messages").count(use.messages);
    w.key("senders").count(use.senders);
    w.key("over").count(use.over);
    write_bursts(w.key("busiest"), use.busiest);
  });
}

void write_frequency(JsonWriter& w, const FrequencySummary& all) {
  w.object([&] {
    w.key("dated").count(all.dated);
    w.key("undated").count(all.undated);
    w.key("beyond").count(all.beyond);
    w.key("senders").count(all.senders);
    write_spread(w.key("requests_a_week"), all.requests_a_week);
    w.key("weeks").array(all.weeks, [&](const SenderWeek& week) {
      w.object([&] {
        w.key("sender").text(week.sender);
        w.key("week").text(week.week);
        w.key("count").count(week.count);
      });
    });
    w.key("limits").array(all.limits, [&](const LimitUse& use) { write_limit(w, use); });
    write_bursts(w.key("in_24_hours"), all.in_24_hours);
    write_bursts(w.key("in_7_days"), all.in_7_days);
    w.key("readers").count(all.readers);
    w.key("readers_asked_again").count(all.readers_asked_again);
    w.key("most_requests").count(all.most_requests);
    w.key("readers_of_many").count(all.readers_of_many);
    w.key("further").count(all.further);
    w.key("after_answer").count(all.after_answer);
    w.key("after_silence").count(all.after_silence);
    w.key("after_unknown").count(all.after_unknown);
    write_spread(w.key("days_between"), all.days_between);
  });
}

void write_examples(JsonWriter& w, const std::vector<Example>& examples) {
  w.array(examples, [&](const Example& one) {
    w.object([&] {
      w.key("record").count(one.number);
      w.key("id").text(one.id);
      w.key("source").text(one.source);
      w.key("line").count(one.line);
      w.key("score").points(one.score);
      w.key("verdict").text(one.verdict);
      w.key("subject").text(one.subject);
      w.key("text").text(one.text);
      w.key("cut").flag(one.cut);
      w.key("alike").count(one.alike);
      write_texts(w.key("reasons"), one.reasons);
      w.key("signals").array(one.marks, [&](const Example::Mark& mark) {
        w.object([&] {
          w.key("signal").text(mark.signal);
          w.key("rule").text(mark.rule);
          w.key("reason").text(mark.reason);
          w.key("contribution").points(mark.contribution);
          const std::size_t bytes[] = {mark.bytes.begin, mark.bytes.end};
          w.key("bytes").array(bytes, [&](std::size_t at) { w.count(at); });
        });
      });
    });
  });
}

void write_edits(JsonWriter& w, const Summary& summary) {
  if (!summary.with_edits) return w.null();
  w.array(summary.edits, [&](const EditGain& one) {
    w.object([&] {
      w.key("rule").text(one.rule);
      w.key("signal").text(one.signal);
      w.key("messages").count(one.messages);
      w.key("edits").count(one.edits);
      w.key("total").points(one.total);
      w.key("mean").number(one.mean, 2);
      w.key("note").text(one.note);
      w.key("before").text(one.before);
      w.key("after").text(one.after);
      w.key("gain").points(one.example_gain);
    });
  });
}

void write_sentences(JsonWriter& w, const std::vector<Reused>& all) {
  w.array(all, [&](const Reused& one) {
    w.object([&] {
      w.key("text").text(one.text);
      w.key("count").count(one.count);
      w.key("share").number(one.share, 4);
    });
  });
}

void write_template(JsonWriter& w, const Template& one) {
  w.object([&] {
    w.key("count").count(one.count);
    w.key("share").number(one.share, 4);
    w.key("senders").count(one.senders);
    w.key("mean_score").number(one.mean_score, 1);
    w.key("first").count(one.first);
    w.key("pieces").array(one.pieces, [&](const TemplatePiece& piece) {
      w.object([&] {
        w.key("text").text(piece.text);
        w.key("examples").array(piece.examples, [&](const std::string& example) { w.text(example); });
      });
    });
  });
}

void write_templates(JsonWriter& w, const Summary& summary) {
  if (!summary.templates) return w.null();
  const Templates& all = *summary.templates;
  w.object([&] {
    w.key("messages").count(all.messages);
    w.key("least").count(all.least);
    w.key("in_templates").count(all.in_templates);
    w.key("share").number(all.share, 4);
    w.key("clusters").count(all.clusters);
    w.key("largest").array(all.largest, [&](const Template& one) { write_template(w, one); });
    write_sentences(w.key("openers"), all.openers);
    write_sentences(w.key("closers"), all.closers);
  });
}

}  // namespace

std::string_view name_of(OutcomeRow::Kind kind) {
  switch (kind) {
    case OutcomeRow::Kind::kSignal: return "signal";
    case OutcomeRow::Kind::kRule: return "rule";
    case OutcomeRow::Kind::kScore: return "score";
    case OutcomeRow::Kind::kLength: return "length";
  }
  return "";
}

std::string summary_json(const Summary& summary) {
  std::string out;
  JsonWriter w(out);
  w.object([&] {
    w.key("schema").count(kSchema);
    w.key("version").text(summary.version);
    w.key("lexicon").text(summary.lexicon);
    w.key("anonymous").flag(summary.anonymous);
    w.key("records").count(summary.records);
    write_counts(w.key("errors"), summary.errors);
    write_overview(w.key("all"), summary.all);
    write_grouping(w.key("by"), summary.by);
    w.key("outcomes").array(summary.outcomes, [&](const Outcome& outcome) { write_outcome(w, outcome); });
    write_texts(w.key("outcome_notes"), summary.outcomes.empty() ? std::vector<std::string>{} : outcome_notes());
    write_frequency(w.key("frequency"), summary.frequency);
    write_examples(w.key("best"), summary.best);
    write_examples(w.key("worst"), summary.worst);
    write_edits(w.key("edits"), summary);
    write_templates(w.key("templates"), summary);
  });
  out += '\n';
  return out;
}

}  // namespace rapport::corpus
