// The laws of whole rewrites, over all gold, all samples and generated drafts.
#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/rewrite/rewrites.h"
#include "tests/support.h"

using namespace rapport;

namespace {

struct Case {
  std::string id;
  Draft draft;
  std::string label;  // of gold
};

std::vector<Case> gold() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(tests::source_dir() + "/corpus/gold/en")) {
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Case> out;
  for (const auto& file : files) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      const boost::json::object record = boost::json::parse(line).as_object();
      Case one;
      one.id = record.at("id").as_string().c_str();
      one.draft.text = record.at("text").as_string().c_str();
      one.draft.channel = record.at("channel").as_string().c_str();
      one.draft.slots_filled = record.at("kind").as_string() == "template";
      one.label = record.at("label").as_string().c_str();
      out.push_back(std::move(one));
    }
  }
  BOOST_TEST_REQUIRE(out.size() > 1000u);
  return out;
}

// Some facts, each given or known to be none, true or not.
void add_facts(tests::Random& random, Context& context) {
  for (const FactInfo& fact : context_facts()) {
    if (random.below(3) > 0) continue;
    using Kind = FactInfo::Kind;
    const bool text = fact.kind == Kind::kText || fact.kind == Kind::kList || fact.kind == Kind::kTie;
    if (!text) continue;
    const std::vector<std::string> values = {"Ana Lima", "the Tap Days", "a talk on valves", "Corvid Tools", "none",
                                             "\u674e\u660e"};
    set_fact(context, fact.name, random.pick(values));
  }
}

// Messages made of sentences of several samples, in other spacing, with a
// subject apart, unfinished, with noise.
std::vector<Case> generated(const std::vector<tests::Sample>& samples) {
  std::vector<Case> out;
  tests::Random random(23);
  const std::vector<std::string> noise = {"\xff", "\n\n", " ", "!!!", "\r\n", "{{x}}", "\u0301", ". ",
                                          "\n- ", ": ", "\xF0\x9F\x99\x8F"};
  for (int i = 0; i < 300; ++i) {
    Case one;
    one.id = "generated-" + std::to_string(i);
    for (int piece = 0; piece < 4; ++piece) {
      const std::string& text = random.pick(samples).draft.text;
      std::size_t begin = random.below(text.size());
      begin = std::min(text.find_first_of(" \n", begin), text.size());
      one.draft.text += text.substr(begin, 20 + random.below(120)) + random.pick(noise);
    }
    one.draft.channel = random.pick(samples).draft.channel;
    if (i % 4 == 0) one.draft.subject = "A quick call about your talk";
    if (i % 3 == 0) add_facts(random, one.draft.context);
    if (i % 5 == 0) one.draft.text = "Subject: Our offer!!!\n\n" + one.draft.text;
    out.push_back(std::move(one));
  }
  return out;
}

const std::vector<Case>& cases() {
  static const std::vector<Case> all = [] {
    std::vector<Case> out = gold();
    const auto samples = tests::samples();
    for (const auto& sample : samples) out.push_back({sample.id, sample.draft, ""});
    for (Case& one : generated(samples)) out.push_back(std::move(one));
    return out;
  }();
  return all;
}

const Analyzer& rewriter() {
  static const Result<Analyzer> analyzer = [] {
    AnalyzerOptions options;
    options.edits = false;
    return Analyzer::create(options);
  }();
  BOOST_TEST_REQUIRE(analyzer.ok());
  return *analyzer;
}

// Every analysis is made once.
const std::vector<Analysis>& analyses() {
  static const std::vector<Analysis> all = [] {
    std::vector<Analysis> out;
    for (const Case& one : cases()) out.push_back(rewriter().analyze(one.draft));
    return out;
  }();
  return all;
}

// The rewrite as a draft, its slots filled with something true.
Draft again(const Draft& draft, const Analysis& before, const Rewrite& rewrite) {
  Draft out = draft;
  out.text = rewrite.text;
  out.slots_filled = true;
  out.channel = before.channel;
  out.tier = before.tier;
  out.lang = before.lang;
  return out;
}

template <typename Use>
std::size_t each_rewrite(Use use) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < cases().size(); ++i) {
    for (const Rewrite& rewrite : analyses()[i].rewrites) {
      ++count;
      BOOST_TEST_CONTEXT(cases()[i].id << ", " << rewrite.strategy << ":\n" << rewrite.text) {
        use(cases()[i].draft, analyses()[i], rewrite);
      }
    }
  }
  return count;
}

std::map<std::string, int> negatives(const Analysis& a) {
  static const std::map<std::string, bool> positive = [] {
    std::map<std::string, bool> out;
    for (const auto& info : rewriter().lexicon().signals()) out[info.id] = info.positive;
    return out;
  }();
  std::map<std::string, int> out;
  for (const Signal& signal : a.signals) {
    if (!positive.at(signal.signal)) ++out[signal.signal];
  }
  return out;
}

// Words in small letters: what stands between anything but ASCII letters,
// digits and characters of two or three bytes; emoji part words.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0xF0) i += 3;
    if (std::isalnum(c) || (c >= 0x80 && c < 0xF0)) {
      out.back() += static_cast<char>(std::tolower(c));
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

const std::set<std::string>& pack_words() {
  static const std::set<std::string> all = [] {
    std::set<std::string> out;
    const lexicon::Pack& pack = rewriter().lexicon().data().packs.front();
    const auto add = [&](const std::string& text) {
      for (const std::string& word : words_of(text)) out.insert(word);
    };
    for (const lexicon::Wording& wording : pack.rewrite.wordings) {
      for (const std::string& text : wording.texts) add(text);
    }
    for (const lexicon::EditRule& edit : pack.edits) {
      for (const std::string& text : edit.replacements) add(text);
    }
    return out;
  }();
  return all;
}

std::vector<std::string> spaced(const std::string& text) {
  std::vector<std::string> out(1);
  for (char c : text) {
    if (c == '\n') out.emplace_back("\n");
    if (c != ' ' && c != '\n') {
      out.back() += c;
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  return out;
}

int count_of(const std::string& text, const std::string& what) {
  int out = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++out;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rewrite_tests)

BOOST_AUTO_TEST_CASE(law_1_scored_again_it_gains_a_point_or_more) {
  const std::size_t count = each_rewrite([](const Draft& draft, const Analysis& before,
                                            const Rewrite& rewrite) {
    const Analysis after = rewriter().analyze(again(draft, before, rewrite));
    BOOST_TEST_REQUIRE(after.score.has_value());
    BOOST_TEST(after.score->tenths == rewrite.score.tenths);
    BOOST_TEST((rewrite.score - *before.score).tenths == rewrite.gain.tenths);
    BOOST_TEST(rewrite.gain.tenths >= 10);
  });
  BOOST_TEST(count > 1000u);
}

BOOST_AUTO_TEST_CASE(law_2_no_negative_signal_is_new) {
  each_rewrite([](const Draft& draft, const Analysis& before, const Rewrite& rewrite) {
    const auto had = negatives(before);
    for (const auto& [signal, count] : negatives(rewriter().analyze(again(draft, before, rewrite)))) {
      const auto old = had.find(signal);
      BOOST_TEST((old != had.end() && old->second >= count), signal << " is new");
    }
  });
}

BOOST_AUTO_TEST_CASE(law_3_every_limit_is_kept) {
  each_rewrite([](const Draft& draft, const Analysis& before, const Rewrite& rewrite) {
    for (const Limit& limit : rewriter().analyze(again(draft, before, rewrite)).limits) {
      BOOST_TEST((limit.level != Limit::Level::kError), limit.name << " " << limit.count);
    }
  });
}

BOOST_AUTO_TEST_CASE(law_4_a_rewrite_is_not_rewritten) {
  each_rewrite([](const Draft& draft, const Analysis& before, const Rewrite& rewrite) {
    const Analysis after = rewriter().analyze(again(draft, before, rewrite));
    for (const Rewrite& next : after.rewrites) BOOST_TEST(false, next.text);
  });
}

BOOST_AUTO_TEST_CASE(law_5_each_word_is_the_drafts_or_the_packs) {
  each_rewrite([](const Draft& draft, const Analysis& before, const Rewrite& rewrite) {
    std::set<std::string> known = pack_words();
    for (const std::string& word : words_of(draft.text)) known.insert(word);
    for (const FactInfo& fact : context_facts()) {
      for (const std::string& value : fact_values(draft.context, fact.name).value_or(std::vector<std::string>())) {
        for (const std::string& word : words_of(value)) known.insert(word);
      }
    }
    if (!before.repairs.empty()) return;  // bytes that are no UTF-8 are read as U+FFFD
    for (const std::string& word : words_of(rewrite.text)) {
      BOOST_TEST(known.count(word) == 1u, "'" << word << "' comes from nowhere, not from: " << draft.text);
    }
  });
}

BOOST_AUTO_TEST_CASE(law_6_it_is_well_formed) {
  each_rewrite([](const Draft& draft, const Analysis& before, const Rewrite& rewrite) {
    const std::string& text = rewrite.text;
    if (!before.repairs.empty()) return;
    BOOST_TEST_REQUIRE(!text.empty());
    BOOST_TEST(!std::isspace(static_cast<unsigned char>(text.front())));
    BOOST_TEST(!std::isspace(static_cast<unsigned char>(text.back())));
    for (const char* wrong : {"  ", " ,", " .", " ?", " !", ",,", "\n\n\n", ",.", ".,", "?.", "!.", " \n"}) {
      // What the writer wrote stays as it was written.
      if (draft.text.find(wrong) != std::string::npos) continue;
      BOOST_TEST(text.find(wrong) == std::string::npos, "'" << wrong << "' not in: " << draft.text);
    }
    for (const auto& [open, close] : {std::pair{"(", ")"}, std::pair{"[", "]"}, std::pair{"{", "}"}}) {
      if (count_of(draft.text, open) != count_of(draft.text, close)) continue;
      BOOST_TEST(count_of(text, open) == count_of(text, close), open);
    }
    if (count_of(draft.text, "\"") % 2 == 0) BOOST_TEST(count_of(text, "\"") % 2 == 0);
    // "the the", within a sentence; the writer's own stays.
    const auto words = spaced(text);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      if (words[i] != words[i + 1] || !std::isalpha(static_cast<unsigned char>(words[i][0]))) continue;
      BOOST_TEST(draft.text.find(words[i] + " " + words[i]) != std::string::npos, words[i] << " twice");
    }
  });
}

BOOST_AUTO_TEST_CASE(law_7_a_good_draft_is_left_alone) {
  std::size_t good = 0;
  for (std::size_t i = 0; i < cases().size(); ++i) {
    const Analysis& a = analyses()[i];
    if (a.score && *a.score < rewrite::kGoodDraft) continue;
    ++good;
    BOOST_TEST(a.rewrites.empty(), cases()[i].id);
  }
  BOOST_TEST(good > 50u);
}

BOOST_AUTO_TEST_CASE(law_8_same_input_same_output) {
  for (std::size_t i = 0; i < cases().size(); i += 37) {
    const Analysis a = rewriter().analyze(cases()[i].draft);
    BOOST_TEST_REQUIRE(a.rewrites.size() == analyses()[i].rewrites.size());
    for (std::size_t k = 0; k < a.rewrites.size(); ++k) {
      BOOST_TEST(a.rewrites[k].text == analyses()[i].rewrites[k].text);
    }
  }
}

BOOST_AUTO_TEST_CASE(at_most_three_that_differ) {
  for (std::size_t i = 0; i < cases().size(); ++i) {
    const auto& rewrites = analyses()[i].rewrites;
    BOOST_TEST(rewrites.size() <= 3u);
    std::set<std::string> texts;
    std::set<std::string> strategies;
    for (const Rewrite& rewrite : rewrites) {
      texts.insert(rewrite.text);
      strategies.insert(rewrite.strategy);
    }
    BOOST_TEST(texts.size() == rewrites.size(), cases()[i].id);
    BOOST_TEST(strategies.size() == rewrites.size());
  }
}

// Figures of this tree, so that a change that offers less is seen.
BOOST_AUTO_TEST_CASE(most_poor_drafts_get_one_that_is_better) {
  std::size_t poor = 0;
  std::size_t offered = 0;
  std::size_t fine = 0;
  std::vector<int> gains;
  for (std::size_t i = 0; i < cases().size(); ++i) {
    const std::string& label = cases()[i].label;
    const Analysis& a = analyses()[i];
    if ((label != "bad" && label != "mixed") || *a.score >= rewrite::kGoodDraft) continue;
    // Not to be sent, rewritten or not (`never` in rewrite.toml).
    if (std::any_of(a.signals.begin(), a.signals.end(), [](const Signal& signal) {
          return signal.signal == "inappropriate.personal";
        })) {
      continue;
    }
    ++poor;
    if (a.rewrites.empty()) continue;
    ++offered;
    gains.push_back(a.rewrites.front().gain.tenths);
    if (a.rewrites.front().score.tenths >= 700) ++fine;
  }
  std::sort(gains.begin(), gains.end());
  BOOST_TEST_MESSAGE(offered << " of " << poor << ", median gain " << gains[gains.size() / 2] / 10.0
                             << ", at 70 or more " << fine);
  BOOST_TEST(offered * 100 >= poor * 75);
  BOOST_TEST(gains[gains.size() / 2] >= 200);
  BOOST_TEST(fine * 100 >= offered * 30);
}

BOOST_AUTO_TEST_CASE(facts_are_there) {
  std::size_t with_facts = 0;
  for (std::size_t i = 0; i < cases().size(); ++i) {
    if (!cases()[i].draft.context.empty() && !analyses()[i].rewrites.empty()) ++with_facts;
  }
  BOOST_TEST(with_facts > 20u);
}

BOOST_AUTO_TEST_SUITE_END()
