// rapport tune new and tune new-pack, run for real.
#include "tune_files.h"

using namespace rapport;
using namespace rapport::tests;
namespace json = boost::json;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(tune_new_tests)

BOOST_AUTO_TEST_CASE(a_new_rule_is_printed) {
  const Ran ran = TuneFiles().run({"new", "en.pitch.offering.blue"});
  expect_fine(ran);
  BOOST_TEST(ran.out.starts_with("# pitch.offering: "));
  for (const char* part : {"\n[[rule]]\nid = \"en.pitch.offering.blue\"\nsignal = \"pitch.offering\"\n",
                           "passes = [\n  \"\",  # to fill: ", "evidence = \"self-evident\"\n"}) {
    BOOST_TEST(says(ran.out, part), part);
  }
  const json::object report =
      object_of(TuneFiles().run({"new", "en.pitch.offering.blue", "--format", "json"}));
  BOOST_TEST(text_of(report.at("text")) == ran.out);
  BOOST_TEST(report.at("file").is_null());
}

BOOST_AUTO_TEST_CASE(a_new_rule_is_written_once) {
  const TuneFiles files;
  const Words words = {"new", "en.pitch.offering.blue", "--output", "rule.toml"};
  const Ran ran = files.run(words);
  expect_fine(ran);
  BOOST_TEST(says(ran.out, "rule.toml: written"));
  const std::string written = files.read("rule.toml");
  BOOST_TEST(says(written, "[[rule]]"));
  files.write("rule.toml", "mine");
  expect_refused(files.run(words), "rule.toml: is there already; nothing was written");
  BOOST_TEST(files.read("rule.toml") == "mine");
  // Nor is a link followed to where it leads.
  fs::create_symlink("elsewhere.toml", files.path() / "link.toml");
  expect_refused(files.run({"new", "en.pitch.offering.blue", "--output", "link.toml"}), "is there already");
  BOOST_TEST(!fs::exists(files.path() / "elsewhere.toml"));
  const Ran nowhere = files.run({"new", "en.pitch.offering.blue", "--output", "no/rule.toml"});
  BOOST_TEST(nowhere.status == 4);
  BOOST_TEST(says(nowhere.err, "no/rule.toml: cannot be written: "));
}

BOOST_AUTO_TEST_CASE(a_rule_that_cannot_be_is_refused) {
  const TuneFiles files;
  expect_refused(files.run({"new"}), "rapport tune new needs a RULE_ID");
  expect_refused(files.run({"new", "en.pitch.ofering.blue"}),
                 "RULE_ID: L005: there is no signal 'pitch.ofering'; did you mean 'pitch.offering'?");
  expect_refused(files.run({"new", "en.pitch.offering.zork"}), "L006: rule 'en.pitch.offering.zork' stands already in lex/en/rules.toml:");
  expect_refused(files.run({"new", "en.pitch.offering.\x1b[31m\xff"}), "L007: the name ");
}

BOOST_AUTO_TEST_CASE(a_new_pack_is_written_once) {
  const TuneFiles files;
  const Ran ran = files.run({"new-pack", "pt-BR", "--output", "ours/deep"});
  expect_fine(ran);
  BOOST_TEST(says(ran.out, "ours/deep/pt-BR: written: pack.toml, rewrites.toml, advice.toml"));
  const std::string pack = files.read("ours/deep/pt-BR/pack.toml");
  BOOST_TEST(says(pack, "lang = \"pt-BR\"\n# en: \"English\"\nname = \"\"\n"));
  expect_refused(files.run({"new-pack", "pt-BR", "--output", "ours/deep"}), "is there already; nothing was written");
  BOOST_TEST(files.read("ours/deep/pt-BR/pack.toml") == pack);
  // What is left to fill is told.
  const Ran check = rapport_with({"tune", "check", "ours/deep"}, {.folder = files.path().string()});
  BOOST_TEST(check.status == 2);
  BOOST_TEST(says(check.out, "pack.toml:8:8: L003: 'name' is empty"));
}

BOOST_AUTO_TEST_CASE(a_new_pack_goes_to_the_lexicon_in_use) {
  const TuneFiles files;
  expect_fine(files.run({"new-pack", "de"}));
  BOOST_TEST(fs::exists(files.path() / "lex/de/advice.toml"));
  const Ran usual = rapport_with({"tune", "new-pack", "de", "--from", "en", "--format", "json"},
                                 {.folder = files.path().string()});
  const json::object report = object_of(usual);
  BOOST_TEST(report.at("folder") == "lexicons/de");
  BOOST_TEST(report.at("files").as_array().size() == 5u);
  BOOST_TEST(fs::exists(files.path() / "lexicons/de/rewrites.toml"));
}

BOOST_AUTO_TEST_CASE(a_pack_that_cannot_be_is_refused) {
  const TuneFiles files;
  expect_refused(files.run({"new-pack"}), "rapport tune new-pack needs a LANG");
  expect_refused(files.run({"new-pack", "en"}), "there is a pack of 'en' already");
  expect_refused(files.run({"new-pack", "pt-br"}), "write the language tag as 'pt-BR', not 'pt-br'");
  for (const char* tag : {"../de", "de_DE", "german", "", "de/", "\x1b[31m"}) {
    expect_refused(files.run({"new-pack", tag}), "is no language tag (BCP 47), such as es or pt-BR");
  }
  expect_refused(files.run({"new-pack", "de", "--from", "xx"}), "unknown language 'xx'");
  BOOST_TEST(!fs::exists(files.path() / "lex/de"));
}

BOOST_AUTO_TEST_SUITE_END()
