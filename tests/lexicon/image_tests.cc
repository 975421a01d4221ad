// The image that the build makes is the lexicon that the loader reads.
#include "analyzer/lexicon/image.h"

#include "tests/support.h"

using namespace rapport;

BOOST_AUTO_TEST_SUITE(image_tests)

BOOST_AUTO_TEST_CASE(built_in_lexicon_equals_the_parsed_folder) {
  const auto parsed =
      Lexicon::load({.folder = tests::source_dir() + "/lexicons", .replace = true});
  const auto built_in = Lexicon::built_in();
  BOOST_TEST_REQUIRE(parsed.ok());
  BOOST_TEST_REQUIRE(built_in.ok());
  BOOST_TEST(parsed->hash() == built_in->hash());
  // All but the names that messages show the files by.
  LexiconData a = parsed->data();
  LexiconData b = built_in->data();
  for (auto* data : {&a, &b}) {
    for (auto& file : data->files) file.shown.clear();
  }
  BOOST_TEST((lexicon::write_image(a) == lexicon::write_image(b)));
  BOOST_TEST(b.files.size() == a.files.size());
  for (std::size_t i = 0; i < a.files.size(); ++i) {
    BOOST_TEST((a.files[i].content == b.files[i].content), a.files[i].name);
  }
}

BOOST_AUTO_TEST_CASE(an_image_read_and_written_is_the_same) {
  const lexicon::Image image = lexicon::write_image(tests::built_in_analyzer().lexicon().data());
  BOOST_TEST((lexicon::write_image(lexicon::read_image({image.bytes, image.first_edge, image.edges})) == image));
  BOOST_TEST(image.edges.size() > 100'000u);
  BOOST_TEST(image.bytes.size() > 100'000u);
}

BOOST_AUTO_TEST_SUITE_END()
