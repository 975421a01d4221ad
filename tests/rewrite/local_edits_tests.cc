// Local edits from end to end: each kind applied to a draft that calls for it,
// and the laws that hold for all of them.
#include <algorithm>

#include "tests/text_support.h"

using namespace rapport;
namespace bdata = boost::unit_test::data;

namespace {

struct Row : tests::Named {
  std::string channel;
  std::string text;
  std::string signal;  // whose edit is looked at: a dotted id, or "length"
  std::string after;   // the text with it applied
};

const std::string kNote = "Hi Dana, your paper on night handovers helped our ward.";

const std::vector<Row> kRows = {
    {{"filler removed"}, "connection_note",
     "Hi Dana, your paper on night handovers helped our ward. I hope this finds you well.",
     "generic.filler", kNote},
    {{"filler of its own paragraph removed"}, "email",
     "Hi Dana,\n\nI hope this finds you well.\n\nYour paper on night handovers helped our ward.\n\nBest,\nSam",
     "generic.filler", "Hi Dana,\n\nYour paper on night handovers helped our ward.\n\nBest,\nSam"},
    {{"stock phrase replaced"}, "connection_note",
     "Hi Ana, I'd like to add you to my professional network on LinkedIn.", "generic.stock",
     "Hi Ana, I would like to connect because of [what you two share]."},
    {{"hollow praise turned to a prompt"}, "connection_note",
     "Hi Tom, your impressive background caught my eye. We met at the Graz fair in May.",
     "generic.flattery",
     "Hi Tom, what stayed with me was [one thing they made, said or did]. We met at the Graz fair in May."},
    {{"placeholder in braces flagged"}, "connection_note",
     "Hi {{first_name}}, your paper on night handovers helped our ward.", "generic.placeholder",
     "Hi [first name], your paper on night handovers helped our ward."},
    {{"placeholder in percents flagged"}, "connection_note",
     "Hi %FIRST_NAME%, your paper on night handovers helped our ward.", "generic.placeholder",
     "Hi [first name], your paper on night handovers helped our ward."},
    {{"meeting demand softened"}, "connection_note", kNote + " Could we schedule a demo next week?",
     "pitch.meeting",
     kNote + " Would a short note on [the one thing that would help them] be of use?"},
    {{"time asked for softened"}, "direct_message",
     kNote + " Could I have 30 minutes of your time for a call?", "ask.time",
     kNote + " May I send you my one question about [the topic] in writing?"},
    {{"booking link removed with its sentence"}, "direct_message",
     kNote + " Book a call at https://calendly.com/acme/30min?month=5 now.", "pitch.link", kNote},
    {{"ultimatum removed"}, "direct_message",
     kNote + " If I don't hear from you by Friday I'll close your file.", "pressure.ultimatum", kNote},
    {{"private remark removed"}, "direct_message", kNote + " You look gorgeous in your profile picture.",
     "inappropriate.personal", kNote},
    {{"row of exclamation marks made one"}, "direct_message",
     "Hi Dana, your paper on night handovers helped our ward!!! We tried it for a month.",
     "style.shouting", "Hi Dana, your paper on night handovers helped our ward! We tried it for a month."},
    {{"hashtags removed"}, "direct_message", kNote + " #nursing #care", "style.hashtag", kNote},
    {{"brought under the limit"}, "connection_note",
     "Hi Ana, your talk on caching at CppCon made me rewrite our eviction code. I keep bees in Graz on "
     "the roof of the old brewery and count them by hand each week. Last year there were forty thousand "
     "of them and they made nine jars. The honey was dark.",
     "length",
     "Hi Ana, your talk on caching at CppCon made me rewrite our eviction code. I keep bees in Graz on "
     "the roof of the old brewery and count them by hand each week. The honey was dark."},
};

Draft draft_of(const std::string& channel, const std::string& text) {
  Draft draft{.text = text, .lang = "en"};
  draft.channel = channel;
  return draft;
}

Analysis analyze(const Draft& draft) { return tests::built_in_analyzer().analyze(draft); }

std::string with(const Edit& edit, std::string text) {
  return text.replace(edit.bytes.begin, edit.bytes.size(), edit.replacement);
}

// Spacing and marks that an edit must leave behind.
void check_well_formed(const std::string& before, const std::string& after) {
  BOOST_TEST(text::is_utf8(after));
  BOOST_TEST(!after.empty());
  for (const char* wrong : {"  ", " ,", " .", " ?", " !", ",,", "\n\n\n", ",."}) {
    if (before.find(wrong) != std::string::npos) continue;
    BOOST_TEST(after.find(wrong) == std::string::npos, "'" << wrong << "' in: " << after);
  }
  for (const char end : {' ', '\n'}) BOOST_TEST((before.back() == end || after.back() != end));
}

bool holds_slot(const std::string& text) {
  const text::Document document = tests::document_of(text);
  return std::any_of(document.tokens.begin(), document.tokens.end(), [](const text::Token& token) {
    return token.token_class == text::TokenClass::kSlot;
  });
}

// Over the rows and the samples: draft, its analysis, one of its edits.
template <typename Use>
std::size_t each_edit(Use use) {
  std::vector<Draft> drafts;
  for (const Row& row : kRows) drafts.push_back(draft_of(row.channel, row.text));
  for (const auto& sample : tests::samples()) drafts.push_back(sample.draft);
  std::size_t count = 0;
  for (const Draft& draft : drafts) {
    const Analysis before = analyze(draft);
    for (const Edit& edit : before.edits) {
      ++count;
      use(draft, before, edit);
    }
  }
  return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(local_edits_tests)

BOOST_DATA_TEST_CASE(an_edit_of_each_kind, bdata::make(kRows), row) {
  const Analysis before = analyze(draft_of(row.channel, row.text));
  const Edit* found = nullptr;
  for (const Edit& edit : before.edits) {
    // An edit names its rule: "en." and the dotted id of the signal before it.
    const bool of_signal = edit.rule == row.signal || edit.rule.starts_with("en." + row.signal + ".");
    if (of_signal && !found) found = &edit;
  }
  BOOST_TEST_REQUIRE(found, "no edit for " << row.signal);
  BOOST_TEST(with(*found, row.text) == row.after);
  BOOST_TEST(!found->note.empty());
  const CodePointSpan span = tests::document_of(row.text).code_points(found->bytes);
  BOOST_TEST((span == found->span));
}

BOOST_AUTO_TEST_CASE(an_edit_leaves_a_text_that_is_well_formed) {
  const std::size_t edits = each_edit([](const Draft& draft, const Analysis&, const Edit& edit) {
    BOOST_TEST_CONTEXT(edit.rule) { check_well_formed(draft.text, with(edit, draft.text)); }
  });
  BOOST_TEST(edits > kRows.size());
}

BOOST_AUTO_TEST_CASE(the_gain_is_that_of_scoring_again) {
  std::size_t checked = 0;
  each_edit([&](const Draft& draft, const Analysis& before, const Edit& edit) {
    Draft after = draft;
    after.text = with(edit, draft.text);
    after.channel = before.channel;
    after.tier = before.tier;
    // Slots that the edit brings in count as filled; here all do, so that a
    // draft that keeps one of its own is no example.
    std::string rest = draft.text;
    rest.erase(edit.bytes.begin, edit.bytes.size());
    if (holds_slot(rest)) return;
    after.slots_filled = holds_slot(after.text);
    ++checked;
    BOOST_TEST((*analyze(after).score - *before.score).tenths == edit.gain.tenths,
               edit.rule << " in: " << draft.text);
  });
  BOOST_TEST(checked > kRows.size());
}

BOOST_AUTO_TEST_CASE(applied_until_none_is_left_each_raises_the_score) {
  std::vector<Draft> drafts;
  for (const Row& row : kRows) drafts.push_back(draft_of(row.channel, row.text));
  for (const auto& sample : tests::samples()) drafts.push_back(sample.draft);
  std::size_t applied = 0;
  for (Draft draft : drafts) {
    for (int round = 0;; ++round) {
      BOOST_TEST_REQUIRE(round < 30, draft.text);
      const Analysis before = analyze(draft);
      const auto plain = std::find_if(before.edits.begin(), before.edits.end(), [&](const Edit& edit) {
        return !holds_slot(edit.replacement);
      });
      if (plain == before.edits.end()) break;
      const std::string rule = plain->rule;
      draft.text = with(*plain, draft.text);
      ++applied;
      BOOST_TEST((*analyze(draft).score > *before.score), rule);
    }
  }
  BOOST_TEST(applied > 10u);
}

BOOST_AUTO_TEST_CASE(a_fitting_draft_is_never_lengthened_over_its_limit) {
  const std::size_t edits = each_edit([](const Draft& draft, const Analysis& before, const Edit& edit) {
    Draft after = draft;
    after.text = with(edit, draft.text);
    after.channel = before.channel;
    after.tier = before.tier;
    const auto broken = [](const Analysis& a) {
      return std::count_if(a.limits.begin(), a.limits.end(), [](const Limit& limit) {
        return limit.level == Limit::Level::kError;
      });
    };
    const auto after_broken = broken(analyze(after));
    BOOST_TEST(after_broken <= broken(before));
    if (edit.rule == "length") BOOST_TEST(after_broken < broken(before));
  });
  BOOST_TEST(edits > 0u);
}

BOOST_AUTO_TEST_SUITE_END()
