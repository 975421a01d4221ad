#include "tests/corpus/report_support.h"

#include <cstdlib>
#include <memory>

#include "corpus/reports/templates.h"
#include "tests/support.h"

namespace rapport::tests {
namespace {

using corpus::Summary;

corpus::PointsSpread spread(double middle, std::uint64_t count) {
  corpus::PointsSpread out;
  out.count = count;
  out.mean = middle + 0.5, out.low = middle / 4, out.high = (middle + 300) / 4;
  out.lower_quartile = middle * 0.75, out.median = middle, out.upper_quartile = (middle + 100) / 2;
  for (std::size_t i = 0; i < out.tens.size(); ++i) out.tens[i] = i == 3 ? 0 : i;
  out.tens[9] = count - 33;
  return out;
}

corpus::Overview overview(std::uint64_t count, double middle, const std::string& name) {
  corpus::Overview out;
  out.records = count + 2, out.scored = count;
  out.not_scored = {{"empty", 2}};
  out.score = spread(middle, count);
  const char* const names[] = {"personal", "common_ground", "value", "restraint", "form"};
  for (std::size_t i = 0; i < 5; ++i) out.subscores[i] = {names[i], spread(middle - 5.0 * static_cast<double>(i), count)};
  out.families = {{"gift", true, count / 3, count / 2, 1.0 / 3, 0.5}, {"pitch", false, count / 2, count, 0.5, 1}};
  out.verdicts = {{"send_without_note", count / 2}, {"revise", count - count / 2}};
  out.channels = {{"connection_note", count}, {name, 2}};
  out.languages = {{"en", count + 1}, {"", 1}};
  return out;
}

corpus::Rate rate(std::uint64_t yes, std::uint64_t of) {
  const double share = static_cast<double>(yes) / static_cast<double>(of);
  return {yes, of, share, share * 0.8, share * 0.8 + 0.2};
}

corpus::Outcome outcome(const std::string& name) {
  using Kind = corpus::OutcomeRow::Kind;
  corpus::Outcome out;
  out.name = name;
  out.all = rate(400, 1000);
  out.unknown = 200, out.least = 30, out.too_few = 1;
  out.rows = {{Kind::kSignal, "gift.offer", rate(60, 100), rate(340, 900), 0.222, 0.12, 0.32, 0.0001, true},
              {Kind::kSignal, "pitch.sell", rate(10, 100), rate(390, 900), -0.333, -0.4, -0.26, 0.0001, true},
              {Kind::kRule, "en.pitch.sell.x", rate(30, 80), rate(370, 920), -0.027, -0.12, 0.08, 0.6, false},
              {Kind::kScore, "0-9", rate(100, 500), rate(300, 500), -0.4, -0.46, -0.34, 0.0001, true},
              {Kind::kScore, "90-100", rate(300, 500), rate(100, 500), 0.4, 0.34, 0.46, 0.0001, true},
              {Kind::kLength, "101-200", rate(200, 500), rate(200, 500), 0, -0.06, 0.06, 1, false}};
  // So many that the table has a filter.
  for (unsigned i = 0; i < 12; ++i) {
    const double apart = (6.0 - i) / 100;
    out.rows.push_back({Kind::kSignal, "form.kind_" + std::to_string(i), rate(40 + i, 100), rate(360 - i, 900), apart,
                        apart - 0.1, apart + 0.1, 0.4, false});
  }
  return out;
}

corpus::Example example(const std::string& text, const std::string& name, std::uint64_t number) {
  corpus::Example out;
  out.number = number;
  out.id = name, out.source = "mail.csv", out.line = number + 2;
  out.score = {static_cast<int>(number) * 10 + 5};
  out.verdict = "send_without_note";
  out.subject = number % 2 == 0 ? "" : "About " + name;
  out.text = text;
  out.cut = number % 2 == 1;
  out.alike = number;
  out.reasons = {"It names " + name + ".", "It asks for a call."};
  // Apart, one in another, two that cross, none without points, one behind the end.
  const std::size_t size = text.size();
  out.marks = {{{0, 2}, "gift.offer", "en.gift.offer.x", "A gift, not an ask", {41}},
               {{3, 9}, "pitch.sell", "en.pitch.sell.x", "Reads as \"sales\"", {-62}},
               {{5, 7}, "form.word", "en.form.word.x", name, {0}},
               {{7, 12}, "gift.offer", "en.gift.offer.y", "A gift", {8}},
               {{size - 1, size + 40}, "pitch.sell", "en.pitch.sell.y", "Sales", {-1}}};
  return out;
}

std::shared_ptr<const corpus::Templates> templates(const std::string& text, const std::string& name) {
  corpus::Templates out;
  out.messages = 1200, out.least = 3, out.in_templates = 600, out.clusters = 4, out.share = 0.5;
  for (std::uint64_t i = 0; i < 4; ++i) {
    corpus::Template one;
    one.count = 400 >> i, one.share = static_cast<double>(one.count) / 1200, one.senders = i == 0 ? 1000 : i - 1;
    one.mean_score = 40.0 + static_cast<double>(i), one.first = i * 7;
    one.pieces = {{"Hi", {}}, {"", {name, "Bo", "Cy"}}, {text, {}}, {"", {}}};
    out.largest.push_back(one);
  }
  out.openers = {{"I came across " + name, 240, 0.2}};
  out.closers = {{"Best,", 360, 0.3}};
  return std::make_shared<const corpus::Templates>(std::move(out));
}

corpus::FrequencySummary frequency(const std::string& name) {
  corpus::FrequencySummary out;
  const std::chrono::sys_seconds time(std::chrono::seconds(1'795'000'000));
  out.dated = 1200, out.undated = 2, out.beyond = 1, out.senders = 3;
  out.requests_a_week = spread(40, 60);
  out.weeks = {{name, "2026-W40", 120}, {"", "2026-W41", 30}};
  corpus::LimitUse week, reader;
  week.limit.code = "requests_a_week", week.limit.reason = "More than this is taken for a machine's work.";
  week.limit.most = 100, week.limit.days = 7;
  week.channels = {"connection_note"}, week.tiers = {"free"};
  week.messages = 1000, week.senders = 3, week.over = 1;
  week.busiest = {{name, 120, time}, {"", 30, time}};
  reader.limit.code = "one_request", reader.limit.reason = "Once is enough.";
  reader.limit.most = 1, reader.limit.days = 0;
  reader.messages = 1000, reader.senders = 1100, reader.over = 20;
  out.limits = {week, reader};
  out.in_24_hours = {{name, 44, time}}, out.in_7_days = {{name, 120, time}};
  out.readers = 1100, out.readers_asked_again = 20, out.most_requests = 3, out.readers_of_many = 4;
  out.further = 30, out.after_answer = 5, out.after_silence = 20, out.after_unknown = 5;
  out.days_between = spread(8, 60);
  return out;
}

}  // namespace

std::string hostile_text() {
  return "Hi </script><script>alert(1)</script><img src=x onerror=alert(2)></div></mark></title></style>"
         "<svg/onload=alert(3)><!-- ]]> {{text}} \" ' ` &lt; &#60; <a href=javascript:alert(4)>x</a> "
         "\x1b[31mred\x1b[0m \u202egnp.exe\u202c \u2066x\u2069 a\u2028b\u2029c d\u200bemo \ufeff \U000E0041 "
         "\U0001F469\u200D\U0001F4BB \xff\xc0 <iframe src=//x.example></iframe><meta http-equiv=refresh content=0>\r\n"
         "<form action=//x.example><input name=q></form><base href=//x.example><link rel=stylesheet href=//x.example>" +
         std::string("\0end", 4);
}

Summary report_summary(bool hostile) {
  const std::string text = hostile ? hostile_text() : "Hi Tessaly, a table of the\ntimetable data I cleaned is yours. Marek";
  const std::string name = hostile ? hostile_text() : "Tessaly Brindle";
  Summary out;
  out.version = "0.0.0", out.lexicon = "0123456789abcdef";
  out.anonymous = !hostile;
  out.records = 1207;
  out.errors = {{"invalid_json", 4}, {"ragged_row", 1}};
  out.all = overview(1200, 48, name);
  out.by.column = hostile ? name : "team";
  out.by.most = 2, out.by.without = 1;
  out.by.groups = {{name, false, overview(800, 50, name)}, {"", false, overview(300, 44, name)}, {"", true, overview(100, 40, name)}};
  out.by.groups[1].of.scored = 0;
  out.templates = templates(text, name);
  out.outcomes = {outcome("accepted"), outcome("replied")};
  out.frequency = frequency(name);
  out.best = {example(text, name, 98), example(text, name, 97)};
  out.worst = {example(text, name, 1)};
  out.with_edits = true;
  out.edits = {{"en.pitch.sell.x", "pitch.sell", 600, 700, {84000}, 14, "Say what is in it for " + name, text, "", {150}},
               {"length", "", 10, 10, {100}, 1, "Shorter.", "", "short", {10}}};
  return out;
}

std::string said_of_pages(const std::string& script, const std::vector<std::pair<std::string, std::string>>& pages) {
  const TempDir folder;
  const std::string out = (folder.path() / "out").string();
  std::string command = "python3 '" + source_dir() + "/tests/corpus/" + script + "'";
  for (const auto& [name, page] : pages) {
    const std::string path = (folder.path() / name).string();
    write_file(path, page);
    command += " '" + path + "'";
  }
  BOOST_TEST((std::system((command + " > '" + out + "'").c_str()) == 0), command);
  return read_file(out);
}

}  // namespace rapport::tests
