// New rules and new packs: refused as they are, fine once they are filled.
#include "corpus/tuning/scaffold.h"

#include "analyzer/lexicon/image.h"
#include "analyzer/lexicon/pack_nfa.h"
#include "analyzer/lexicon/toml_tree.h"
#include "corpus/tuning/pack_scaffold.h"
#include "tuning_support.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;

namespace {

const std::string kRules = rule_of("en.pitch.meeting.zork", "pitch.meeting", {"zork"});

struct IdRow {
  const char* name;
  const char* id;
  const char* code;
  const char* part;
};
std::ostream& operator<<(std::ostream& out, const IdRow& row) { return out << row.name; }

const IdRow kRefused[] = {
    {"nothing", "", "L007", "an id is <lang>.<signal>.<name>"},
    {"one word", "pitch", "L007", "an id is"},
    {"no name", "en.pitch.meeting", "L007", "a name is missing"},
    {"no language", "pitch.meeting.visit", "L005", "no pack of 'pitch', only of en"},
    {"another language", "xx.pitch.meeting.visit", "L005", "no pack of 'xx'"},
    {"signal", "en.pitch.meting.visit", "L005", "did you mean 'pitch.meeting'?"},
    {"capitals", "en.pitch.meeting.Visit", "L007", "takes a to z"},
    {"a name that is empty", "en.pitch.meeting.", "L007", "the name ''"},
    {"taken", "en.pitch.meeting.zork", "L006", "stands already in"},
};

struct TagRow {
  const char* tag;
  const char* usual;  // "" : no tag
};
std::ostream& operator<<(std::ostream& out, const TagRow& row) { return out << row.tag; }

// Forms of RFC 5646, section 2.1, and its appendix A.
const TagRow kTags[] = {
    {"de", "de"},
    {"pt-BR", "pt-BR"},
    {"PT-br", "pt-BR"},
    {"zh-hant", "zh-Hant"},
    {"zh-Hans-CN", "zh-Hans-CN"},
    {"es-419", "es-419"},
    {"sl-rozaj-biske", "sl-rozaj-biske"},
    {"de-CH-1901", "de-CH-1901"},
    {"zh-cmn-Hans-CN", "zh-cmn-Hans-CN"},
    {"de-DE-u-co-phonebk", "de-DE-u-co-phonebk"},
    {"en-x-private", "en-x-private"},
    {"", ""},
    {"e", ""},
    {"english", ""},
    {"sandbox", ""},
    {"en_US", ""},
    {"en-", ""},
    {"-en", ""},
    {"en--US", ""},
    {"en-U", ""},
    {"en-u", ""},
    {"en-x", ""},
    {"en-US-DE", ""},
    {"en-toolongsubtag", ""},
    {"../en", ""},
    {"en/US", ""},
    {"e\u00f1", ""},
};

// Each empty text and list filled with words of its own.
std::string filled(std::string content) {
  int count = 0;
  for (const auto& [empty, full] : {std::pair<std::string, std::string>{"= \"\"\n", "= \"words %.\"\n"},
                                    {"= []\n", "= [\"words %.\"]\n"}}) {
    for (std::size_t at = content.find(empty); at != std::string::npos; at = content.find(empty)) {
      std::string value = full;
      value.replace(value.find('%'), 1, std::to_string(++count));
      content.replace(at, empty.size(), value);
    }
  }
  return content;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tuning_scaffold_tests)

BOOST_DATA_TEST_CASE(what_is_no_new_id_is_refused, bdata::make(kRefused), row) {
  const auto rule = corpus::new_rule(row.id, small_lexicon(kRules));
  BOOST_TEST_REQUIRE(!rule.ok());
  BOOST_TEST(rule.diagnostics().front().code == row.code);
  const std::string message = rule.diagnostics().front().message;
  BOOST_TEST(message.find(row.part) != std::string::npos, message);
}

BOOST_AUTO_TEST_CASE(a_new_rule_is_toml_and_shows_a_model) {
  const auto rule = corpus::new_rule("en.pitch.meeting.visit", small_lexicon(kRules));
  BOOST_TEST_REQUIRE(rule.ok());
  BOOST_TEST(rule->signal == "pitch.meeting");
  BOOST_TEST(lexicon::parse_toml(rule->text, "rule").ok());
  BOOST_TEST(rule->text.find("en.pitch.meeting.zork") != std::string::npos);
  BOOST_TEST(rule->text.find("evidence = \"self-evident\"") != std::string::npos);
  // Without another rule of the signal there is none to show.
  const auto alone = corpus::new_rule("en.ask.time.visit", small_lexicon(kRules));
  BOOST_TEST_REQUIRE(alone.ok());
  BOOST_TEST(alone->text.find("A rule of this signal") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_new_rule_is_refused_until_it_is_filled) {
  std::string text = corpus::new_rule("en.pitch.meeting.visit", small_lexicon(kRules))->text;
  const TempDir dir;
  write_small_lexicon(dir.path(), text);
  BOOST_TEST(!Lexicon::load({dir.path().string(), true}).ok());
  for (const char* value : {"\"site visit\"", "\"A <<site visit>>?\"", "\"Any <<site visit>>.\"",
                            "\"site of a visit\"", "\"sites visited\"", "\"Do not.\"", "\"test\""}) {
    const std::size_t at = text.find("\"\"");
    BOOST_TEST_REQUIRE(at != std::string::npos);
    text.replace(at, 2, value);
  }
  BOOST_TEST(text.find("\"\"") == std::string::npos);
  write_small_lexicon(dir.path(), text);
  const CheckReport report = check_lexicon({dir.path().string(), true});
  BOOST_TEST(report.diagnostics.empty(), all_of(report.diagnostics));
}

BOOST_DATA_TEST_CASE(language_tags_have_a_shape, bdata::make(kTags), row) {
  const auto usual = corpus::usual_language_tag(row.tag);
  BOOST_TEST(usual.value_or("") == row.usual);
  BOOST_TEST(usual.has_value() == (*row.usual != '\0'));
}

BOOST_AUTO_TEST_CASE(a_new_pack_loads_once_it_is_filled) {
  const TempDir dir;
  const auto load = [&] { return Lexicon::load({dir.path().string(), false}); };
  for (const bool fill : {false, true}) {
    for (const corpus::PackFile& file : corpus::new_pack("pt-BR", *Lexicon::built_in(), "en")) {
      BOOST_TEST(lexicon::parse_toml(file.content, file.name).ok(), file.name);
      write_file(dir.path() / "pt-BR" / file.name, fill ? filled(file.content) : file.content);
    }
    const auto lexicon = load();
    BOOST_TEST(lexicon.ok() == fill);
    if (!fill) continue;
    BOOST_TEST(lexicon->languages().size() >= 2u);
    // It can hold a rule, and its own analysis works.
    write_file(dir.path() / "pt-BR/pitch.toml",
               rule_of("pt-BR.pitch.offering.zork", "pitch.offering", {"zork"}));
    const auto analyzer = Analyzer::create(*load());
    BOOST_TEST_REQUIRE(analyzer.ok());
    const Analysis analysis = analyzer->analyze({.text = "um zork", .lang = "pt-BR"});
    BOOST_TEST(analysis.signals.size() == 1u);
  }
}

// All but the wording: a new pack advises where the old one does.
BOOST_AUTO_TEST_CASE(a_new_pack_keeps_the_conditions_of_advice) {
  const TempDir dir;
  for (const corpus::PackFile& file : corpus::new_pack("pt-BR", *Lexicon::built_in(), "en")) {
    write_file(dir.path() / "pt-BR" / file.name, filled(file.content));
  }
  const auto lexicon = Lexicon::load({dir.path().string(), false});
  BOOST_TEST_REQUIRE(lexicon.ok());
  const auto advice = [&](const char* lang) {
    const LexiconData& data = lexicon->data();
    lexicon::Pack only;
    only.advice = data.packs[static_cast<std::size_t>(data.pack(lang))].advice;
    for (lexicon::AdviceRule& rule : only.advice) {
      rule.reason.clear();
      rule.untold.clear();
    }
    LexiconData out;
    out.packs.push_back(only);
    out.packs[0].nfa = std::make_shared<lexicon::Nfa>();
    return lexicon::write_image(out).bytes;
  };
  BOOST_TEST((advice("pt-BR") == advice("en")));
}

BOOST_AUTO_TEST_CASE(a_new_pack_has_the_words_of_no_other) {
  for (const corpus::PackFile& file : corpus::new_pack("de", *Lexicon::built_in(), "en")) {
    const auto tree = lexicon::parse_toml(file.content, file.name);
    BOOST_TEST_REQUIRE(tree.ok());
    if (const lexicon::Node* zones = tree->find("zones")) {
      BOOST_TEST(zones->find("greeting")->items.empty());
    }
    if (const lexicon::Node* macros = tree->find("macros")) {
      BOOST_TEST(macros->find("w"));
      BOOST_TEST(macros->find("slot"));
      BOOST_TEST(!macros->find("do_not"));
      BOOST_TEST(!macros->find("day"));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
