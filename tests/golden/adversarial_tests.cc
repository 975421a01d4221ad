// Drafts that break simple checkers, each with what must hold; and one golden
// file of whole analyses, so that any change of judgement shows in a diff.
#include <algorithm>
#include <functional>
#include <sstream>

#include "tests/support.h"

using namespace rapport;

namespace {

Analysis analyze(const std::string& text, const std::string& channel = "direct_message",
                 const std::string& tier = "") {
  Draft draft{.text = text};
  draft.channel = channel;
  draft.tier = tier;
  return tests::built_in_analyzer().analyze(draft);
}

int count(const Analysis& a, const std::string& name) {
  return static_cast<int>(
      std::count_if(a.signals.begin(), a.signals.end(), [&](const Signal& signal) {
        return signal.signal == name || signal.signal.starts_with(name + ".");
      }));
}

std::vector<std::string> findings(const Analysis& a) {
  std::vector<std::string> out;
  for (const Signal& signal : a.signals) {
    out.push_back(signal.rule + "@" + std::to_string(signal.span.begin));
  }
  return out;
}

std::string repeated(const std::string& unit, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += unit;
  return out;
}

// Points and signals of one analysis, one thing a line.
void print(std::ostream& out, const std::string& id, const Analysis& a) {
  out << "== " << id << " [" << a.channel << "/" << a.tier << ", " << a.lang << "] ";
  if (!a.score) {
    out << "no score: " << a.reason << "\n\n";
    return;
  }
  const auto points = [](Points p) {
    std::ostringstream text;
    text << p.tenths / 10 << "." << std::abs(p.tenths % 10);
    return (p.tenths < 0 && p.tenths > -10 ? "-" : "") + text.str();
  };
  out << points(*a.score) << " " << a.advice.code << "\n";
  out << "   personal " << points(a.scores.personal) << ", common ground "
      << points(a.scores.common_ground) << ", value " << points(a.scores.value) << ", restraint "
      << points(a.scores.restraint) << ", form " << points(a.scores.form) << "\n";
  for (const Signal& signal : a.signals) {
    out << "   " << points(signal.contribution) << " " << signal.rule << " '" << signal.quote
        << "'\n";
  }
  for (const Edit& edit : a.edits) {
    out << "   edit +" << points(edit.gain) << " " << edit.span.begin << "-" << edit.span.end
        << " -> '" << edit.replacement << "'\n";
  }
  out << "\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(adversarial_tests)

BOOST_AUTO_TEST_CASE(straight_and_curly_apostrophes_find_the_same) {
  const std::string straight =
      "I hope you're doing well. I'd love to pick your brain. I've been impressed by what you've "
      "built. Don't miss out, it's free.";
  std::string curly = straight;
  for (std::size_t at; (at = curly.find('\'')) != std::string::npos;) {
    curly.replace(at, 1, "\u2019");
  }
  BOOST_TEST(findings(analyze(straight)) == findings(analyze(curly)),
             boost::test_tools::per_element());
  BOOST_TEST(findings(analyze(straight)).size() >= 3u);
}

BOOST_AUTO_TEST_CASE(a_number_is_not_personal) {
  const Analysis a = analyze(
      "Hello, we help firms like yours to cut shipping costs by 30 percent. Our platform does it "
      "all. Shall we have a call next week?");
  BOOST_TEST(a.scores.personal.value() < 40);
  BOOST_TEST(a.score->value() < 30);
  BOOST_TEST(count(a, "pitch") >= 2);
}

BOOST_AUTO_TEST_CASE(stuffed_with_you_earns_nothing) {
  const Analysis a = analyze(
      "You know you and your team need your growth for you. You and your you-first mindset make "
      "you you. Your business is you, your people are you, and you deserve it for yourself.");
  BOOST_TEST(count(a, "personalization") + count(a, "common_ground") == 0);
  for (const Feature& feature : a.features) {
    if (feature.feature == "reader_ratio") BOOST_TEST(feature.contribution.tenths <= 0);
  }
  BOOST_TEST(a.scores.personal.value() < 30);
  BOOST_TEST(a.score->value() < 40);
  BOOST_TEST(a.advice.verdict != "send");
}

BOOST_AUTO_TEST_CASE(a_short_specific_note_is_high) {
  const Analysis a = analyze(
      "Hi Noor, your piece on salt-marsh grazing in Wader Notes settled an argument on our farm. "
      "I keep forty Soay sheep near Silloth and logged what they ate last summer; happy to share "
      "the sheets.",
      "connection_note", "premium");
  BOOST_TEST(a.score->value() >= 75);
  BOOST_TEST(count(a, "personalization.reference") >= 1);
  BOOST_TEST(count(a, "value_offer") >= 1);
}

BOOST_AUTO_TEST_CASE(innocent_words_are_no_pitch) {
  struct Row {
    const char* name;
    const char* text;
  };
  for (const Row& row : std::vector<Row>{
           {"feel_free", "Feel free to keep the drawings, they are yours."},
           {"freelance", "I am a freelance potter in Stoke."},
           {"free_on_thursday", "I am free on Thursday if the weather holds."},
           {"sign_off", "The kiln is mended.\n\nBest, Sam"},
           {"network_team", "I was on the network team at Cisco until May."},
           {"not_selling", "I'm not selling anything, I only liked the bridge you drew."}}) {
    BOOST_TEST_CONTEXT(row.name) {
      const Analysis a = analyze(row.text);
      BOOST_TEST(count(a, "pitch") == 0);
      BOOST_TEST(count(a, "ask.time") == 0);
      BOOST_TEST(count(a, "generic") == 0);
    }
  }
}

BOOST_AUTO_TEST_CASE(i_noticed_that_you_spoke_is_genuine) {
  const Analysis a = analyze("I noticed you spoke at SRECon about runbooks that rot.");
  BOOST_TEST(count(a, "personalization.reference") == 1);
  BOOST_TEST(count(a, "generic") == 0);
}

BOOST_AUTO_TEST_CASE(every_form_of_slot_is_found) {
  for (const char* slot : {"[First Name]", "%FIRSTNAME%", "{{first_name}}", "<<name>>", "{name}",
                           "<Name>"}) {
    BOOST_TEST_CONTEXT(slot) {
      const Analysis a =
          analyze(std::string("Hi ") + slot + ", thank you for the seeds that you sent.");
      BOOST_TEST(count(a, "generic.placeholder") == 1);
      BOOST_TEST(count(a, "personalization.name") == 0);
      BOOST_TEST(a.advice.verdict == "revise");
      BOOST_TEST(std::any_of(a.edits.begin(), a.edits.end(), [](const Edit& edit) {
        return edit.replacement.starts_with("[") && edit.gain.tenths > 0;
      }));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_paraphrased_pitch_with_a_calendar_link) {
  const Analysis a = analyze(
      "Teams such as yours usually shave a third off their claims backlog once they switch to us. "
      "Grab whichever slot suits you: https://calendly.com/zork-claims/intro");
  BOOST_TEST(count(a, "pitch") >= 2);
  BOOST_TEST(count(a, "pitch.link") + count(a, "pitch.meeting") >= 1);
  BOOST_TEST(a.score->value() < 25);
}

BOOST_AUTO_TEST_CASE(limits_count_the_worst_unit) {
  struct Row {
    const char* name;
    std::string text;
    const char* tier;
    std::size_t count;
    const char* unit;
    Limit::Level level;
  };
  const std::vector<Row> rows = {
      {"200_letters_free", repeated("ab cd", 40), "free", 200, "code_points", Limit::Level::kOk},
      {"201_letters_free", repeated("ab cd", 40) + "e", "free", 201, "code_points",
       Limit::Level::kError},
      {"201_letters_premium", repeated("ab cd", 40) + "e", "premium", 201, "code_points",
       Limit::Level::kOk},
      {"301_letters_premium", repeated("ab cd", 60) + "e", "premium", 301, "code_points",
       Limit::Level::kError},
      {"emoji_are_two_utf16_units", repeated("ab cd", 39) + "abc\U0001F600", "free", 200,
       "utf16_units", Limit::Level::kOk},
      {"emoji_over", repeated("ab cd", 39) + "abcd\U0001F600", "free", 201, "utf16_units",
       Limit::Level::kError},
      {"combining_marks_are_code_points", repeated("ab cd", 39) + "abce\u0301\u0302", "free", 201,
       "code_points", Limit::Level::kError},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      const Analysis a = analyze(row.text, "connection_note", row.tier);
      BOOST_TEST_REQUIRE(a.limits.size() == 1u);
      BOOST_TEST(a.limits[0].count == row.count);
      BOOST_TEST(a.limits[0].unit == row.unit);
      BOOST_TEST((a.limits[0].level == row.level));
    }
  }
}

BOOST_AUTO_TEST_CASE(other_languages_get_no_grade) {
  struct Row {
    const char* name;
    const char* text;
    const char* lang;
  };
  for (const Row& row : std::vector<Row>{
           {"cyrillic",
            "\u0417\u0434\u0440\u0430\u0432\u0441\u0442\u0432\u0443\u0439\u0442\u0435, \u044f "
            "\u043f\u0440\u043e\u0447\u0438\u0442\u0430\u043b \u0432\u0430\u0448\u0443 "
            "\u0441\u0442\u0430\u0442\u044c\u044e \u043e \u043c\u043e\u0441\u0442\u0430\u0445 "
            "\u0438 \u0445\u043e\u0447\u0443 \u0437\u0430\u0434\u0430\u0442\u044c "
            "\u0432\u043e\u043f\u0440\u043e\u0441.",
            "ru"},
           {"japanese",
            "\u306f\u3058\u3081\u307e\u3057\u3066\u3001\u5148\u65e5\u306e\u8b1b\u6f14\u3092\u62dd"
            "\u8074\u3057\u307e\u3057\u305f\u3002\u3068\u3066\u3082\u52c9\u5f37\u306b\u306a\u308a"
            "\u307e\u3057\u305f\u3002",
            "ja"},
           {"arabic",
            "\u0645\u0631\u062d\u0628\u0627\u060c \u0642\u0631\u0623\u062a \u0645\u0642\u0627\u0644"
            "\u062a\u0643 \u0639\u0646 \u0627\u0644\u0645\u064a\u0627\u0647 "
            "\u0648\u0623\u0639\u062c\u0628\u062a\u0646\u064a \u0643\u062b\u064a\u0631\u0627",
            "ar"},
           {"spanish",
            "Hola Marta, escuch\u00e9 tu charla sobre riego en Murcia y me gustar\u00eda contarte "
            "c\u00f3mo lo hacemos nosotros en la cooperativa.",
            "es"}}) {
    BOOST_TEST_CONTEXT(row.name) {
      const Analysis a = analyze(row.text);
      BOOST_TEST(!a.score.has_value());
      BOOST_TEST(a.reason == "language");
      BOOST_TEST(a.lang == row.lang);
      BOOST_TEST(a.signals.empty());
      BOOST_TEST(a.limits.size() == 1u);
    }
  }
}

BOOST_AUTO_TEST_CASE(abbreviations_end_no_sentence) {
  const Analysis a = analyze(
      "I met Dr. Smith in the U.S. last year, e.g. at the Reno show, and he named you.");
  for (const Feature& feature : a.features) {
    if (feature.feature == "sentence_length") BOOST_TEST(feature.value > 14);
  }
}

BOOST_AUTO_TEST_CASE(empty_drafts_have_no_score) {
  for (const char* text : {"", " ", "\n\n\t", "\u200b"}) {
    const Analysis a = analyze(text);
    BOOST_TEST(!a.score.has_value());
    BOOST_TEST(a.reason == "empty");
  }
}

BOOST_AUTO_TEST_CASE(a_zero_width_space_hides_nothing) {
  const std::string plain = "Shall we book a demo of our platform for your team?";
  std::string split = plain;
  split.insert(split.find("emo"), "\u200b");
  BOOST_TEST(count(analyze(split), "pitch") == count(analyze(plain), "pitch"));
  BOOST_TEST(count(analyze(plain), "pitch") >= 1);
}

BOOST_AUTO_TEST_CASE(sample_analyses) {
  std::ostringstream out;
  for (const auto& sample : tests::samples()) {
    print(out, sample.id, tests::built_in_analyzer().analyze(sample.draft));
  }
  tests::check_golden("samples.txt", out.str());
}

BOOST_AUTO_TEST_SUITE_END()
