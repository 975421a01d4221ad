// Texts made to be slow: 100,000 of the same trigger, each a row. Each has to end
// within the time that CTest gives a suite, in time that grows with the text and
// not with its square, and to give an analysis that is sound.
#include <algorithm>
#include <ctime>

#include "tests/text_support.h"

using namespace rapport;
namespace bdata = boost::unit_test::data;

namespace {

constexpr std::size_t kRepeats = 100000;
constexpr std::size_t kSentences = 25000;  // each of them a signal

std::string times(std::size_t count, std::string_view unit) {
  std::string out;
  out.reserve(count * unit.size());
  for (std::size_t i = 0; i < count; ++i) out += unit;
  return out;
}

// `lead`, `unit` and `trail` are repeated, each so often, and stand behind each
// other.
struct Row : tests::Named {
  std::string unit;
  std::size_t worst_units;  // of a repeat, as the limit of the body counts
  std::size_t trimmed = 0;  // of them at the ends
  const char* channel = "connection_note";
  std::string lead = {};
  std::string trail = {};

  std::string text(std::size_t count) const {
    return times(count, lead) + times(count, unit) + times(count, trail);
  }
};

const std::vector<Row> kTriggers = {
    {{"a word of a pattern"}, "demo ", 5, 1},
    {{"names"}, "Ana ", 4, 1},
    {{"an opener"}, "Hi ", 3, 1},
    {{"double braces"}, "{{", 2},
    {{"brackets"}, "[", 1},
    {{"brackets of links"}, "[a](", 4},
    {{"angles"}, "<", 1},
    {{"double angles"}, "<<", 2},
    {{"dollars"}, "${", 2},
    {{"per cents"}, "%a", 2},
    {{"at signs"}, "@", 1},
    {{"addresses"}, "a@a.", 4},
    {{"schemes"}, "http://", 7},
    {{"links"}, "http://a ", 9, 1},
    {{"www"}, "www.", 4},
    {{"dots"}, ".", 1},
    {{"letters and dots"}, "a.", 2},
    {{"combining marks"}, "\u0301", 1},
    {{"combining marks on letters"}, "e\u0301\u0323", 3},
    {{"joined emoji"}, "\U0001F468\u200d", 3},
    {{"flags"}, "\U0001F1E9", 2},
    {{"keycaps"}, "1\ufe0f\u20e3", 3},
    {{"bidi controls"}, "\u202e", 1},
    {{"zero width"}, "\u200b", 1},
    {{"quotes"}, "\" ", 2, 1},
    {{"quoted words"}, "\"demo\" ", 7, 1},
    {{"curly quotes"}, "\u201cdemo\u201d", 6},
    {{"one word"}, "a", 1},
    {{"capitals"}, "A", 1},
    {{"digits"}, "1", 1},
    {{"low lines"}, "_", 1},
    {{"question marks"}, "? ", 2, 1},
    {{"negations"}, "not ", 4, 1},
    {{"han"}, "\u4f60", 1},
    {{"Thai"}, "\u0e01", 1},
    {{"Hangul"}, "\u1100", 1},
    {{"NUL"}, std::string(1, '\0'), 1},
    {{"broken bytes"}, "\xff", 1},
    {{"half characters"}, "\xe1\x80", 1},
    {{"white space"}, " \n", 0},
    {{"line ends"}, "\r\n", 0},
    {{"subjects on a line"}, "Subject: ", 0},
    {{"subject lines"}, "Subject: \n", 10, 12},
    {{"closings"}, "Best,\n", 6, 1},
    {{"closings before white space"}, "Best,\n", 6, 1, "connection_note", "", " \n"},
    {{"abbreviations behind white space"}, "Dr. ", 4, 1, "connection_note", " ", ""},
    {{"quoted lines between others"}, "> a\nb\n", 6, 1},
    {{"short sentences of a mail over its limit"}, "So. ", 4, 1, "email"},
};

const std::vector<Row> kSignals = {
    {{"asks for a call"}, "Can we do a quick call? ", 24, 1},
    {{"stock lines of a mail over its limit"}, "I hope this finds you well. ", 28, 1, "email"},
    {{"stock lines between quoted ones"}, "> a\nI hope this finds you well.\n", 32, 1},
    {{"asks among quotations"}, times(20, "\"\" ") + "Can we do a quick call? ", 84, 1},
    {{"slots"}, "[Name] ", 7, 1},
};

Analysis analyze(const Row& row, const std::string& text) {
  Draft draft{.text = text, .lang = "en"};
  draft.channel = row.channel;
  return tests::built_in_analyzer().analyze(draft);
}

// Of this process, not of the machine.
double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double seconds_for(const Row& row, const std::string& text) {
  const double begin = seconds();
  analyze(row, text);
  return seconds() - begin;
}

// Four times the text takes four times as long, or sixteen where something looks
// at all of it again and again. What is measured twice is the least of both.
void check_growth(const Row& row, std::size_t repeats, double best_whole) {
  constexpr double kMost = 8;
  constexpr double kTooShortToTell = 0.15;
  const std::string quarter = row.text(repeats / 4);
  const std::string whole = row.text(repeats);
  double best_quarter = 1e9;
  for (int run = 0; run < 4; ++run) {
    if (best_whole < kTooShortToTell) return;
    best_quarter = std::min(best_quarter, seconds_for(row, quarter));
    if (best_whole < kMost * best_quarter) return;
    best_whole = std::min(best_whole, seconds_for(row, whole));
  }
  BOOST_TEST(best_whole < kMost * best_quarter, best_whole << " s, a quarter " << best_quarter);
}

void check_sound(const Row& row, std::size_t repeats, const std::string& text, const Analysis& a) {
  const std::size_t count = repeats * row.worst_units - row.trimmed;
  BOOST_TEST_REQUIRE(!a.limits.empty());
  const auto body = std::find_if(a.limits.begin(), a.limits.end(),
                                 [](const Limit& limit) { return limit.name == "body"; });
  BOOST_TEST_REQUIRE((body != a.limits.end()));
  BOOST_TEST(body->count == count);
  BOOST_TEST((body->level == Limit::Level::kError) == (count > body->max));
  if (!a.score) {
    BOOST_TEST(a.reason == "empty");
    return;
  }
  BOOST_TEST((a.score->tenths >= 0 && a.score->tenths <= 1000));
  Points sum = a.base;
  for (const Feature& feature : a.features) sum += feature.contribution;
  ByteSpan before;
  for (const Signal& signal : a.signals) {
    sum += signal.contribution;
    BOOST_TEST_REQUIRE((before <= signal.bytes && signal.bytes.end <= text.size()));
    before = signal.bytes;
  }
  BOOST_TEST(sum.tenths == a.score->tenths);
  for (const Edit& edit : a.edits) {
    BOOST_TEST(edit.gain.tenths > 0);
    BOOST_TEST(edit.bytes.end <= text.size());
  }
  BOOST_TEST(!a.advice.verdict.empty());
}

void check(const Row& row, std::size_t repeats) {
  const std::string text = row.text(repeats);
  const double begin = seconds();
  const Analysis a = analyze(row, text);
  const double taken = seconds() - begin;
  check_sound(row, repeats, text, a);
  check_growth(row, repeats, taken);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_tests)

BOOST_DATA_TEST_CASE(a_trigger_again_and_again, bdata::make(kTriggers), row) {
  check(row, kRepeats);
}

BOOST_DATA_TEST_CASE(a_signal_again_and_again, bdata::make(kSignals), row) {
  check(row, kSentences);
  BOOST_TEST(analyze(row, row.text(100)).signals.size() >= 100u);
}

BOOST_AUTO_TEST_CASE(broken_bytes_are_all_reported) {
  Draft draft{.text = times(kRepeats, "a\xff"), .lang = "en"};
  const Analysis a = tests::built_in_analyzer().analyze(draft);
  BOOST_TEST_REQUIRE(a.repairs.size() == kRepeats);
  for (std::size_t i = 0; i < kRepeats; ++i) BOOST_TEST_REQUIRE(a.repairs[i] == 2 * i + 1);
}

BOOST_AUTO_TEST_SUITE_END()
