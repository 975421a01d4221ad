// Every form of slots.h, and what looks like one and is none.
#include "analyzer/text/slots.h"

#include "tests/text_support.h"

using namespace rapport;
using namespace rapport::text;
namespace bdata = boost::unit_test::data;

namespace {

struct Row : tests::Named {
  std::string text;
  std::string slots;  // joined by '|'
};

const std::vector<Row> kSlots = {
    {{"brackets"}, "Hi [Name], x", "[Name]"},
    {{"brackets, words"}, "a [one thing from their post] b", "[one thing from their post]"},
    {{"brackets, lower case"}, "[first name]", "[first name]"},
    {{"brackets, apostrophe and dash"}, "[Ana's co-founder / CEO]", "[Ana's co-founder / CEO]"},
    {{"brackets, spaces inside"}, "[ Name ]", "[ Name ]"},
    {{"brackets, letters outside ascii"}, "[\u0418\u043c\u044f] [\u00e9cole]",
     "[\u0418\u043c\u044f]|[\u00e9cole]"},
    {{"brackets, two"}, "[First] [Last]", "[First]|[Last]"},
    {{"brackets, touching"}, "[First][Last]", "[First]|[Last]"},
    {{"brackets, doubled"}, "Hi [[Name]]!", "[[Name]]"},
    {{"brackets, before a remark"}, "[Name] (from [Event])", "[Name]|[Event]"},
    {{"brackets, long ending word"}, "[Company]s", "[Company]"},
    {{"double braces"}, "{{first_name}}, hi", "{{first_name}}"},
    {{"double braces, spaces"}, "{{ First Name }}", "{{ First Name }}"},
    {{"double braces, default"}, "{{name|there}}", "{{name|there}}"},
    {{"double braces, dotted"}, "{{contact.firstname}}", "{{contact.firstname}}"},
    {{"triple braces"}, "{{{name}}}", "{{{name}}}"},
    {{"dollar"}, "${name}", "${name}"},
    {{"one brace"}, "at {company}.", "{company}"},
    {{"one brace, words"}, "{First Name}", "{First Name}"},
    {{"spin text"}, "{Hi|Hello} Ana", "{Hi|Hello}"},
    {{"percent"}, "Hi %FIRSTNAME%,", "%FIRSTNAME%"},
    {{"percent, lower and dotted"}, "%first_name% %c.name%", "%first_name%|%c.name%"},
    {{"percent, doubled"}, "%%name%%", "%%name%%"},
    {{"double angles"}, "<<First Name>>", "<<First Name>>"},
    {{"double angles, digits"}, "<<x1>>", "<<x1>>"},
    {{"angles"}, "<Name> <first_name>", "<Name>|<first_name>"},
    {{"angles, words"}, "<Company Name>", "<Company Name>"},
    {{"angles, an unclear element in capitals"}, "<Title> <Link>", "<Title>|<Link>"},
    {{"longest"}, "[" + std::string(kLongestSlot, 'a') + "]", "[" + std::string(kLongestSlot, 'a') + "]"},
    {{"several forms"}, "{{a}} [Bc] %DE% <Fg> <<h>> ${ij}", "{{a}}|[Bc]|%DE%|<Fg>|<<h>>|${ij}"},
};

const std::vector<Row> kNone = {
    {{"nothing"}, "plain", ""},
    {{"one mark"}, "[ { < % $", ""},
    {{"unclosed"}, "[Name {{name <Name %NAME ${name", ""},
    {{"empty"}, "[] {} {{}} <> <<>> %% ${} [[]]", ""},
    {{"one letter"}, "[a] {b} <c> %d%", ""},
    {{"over a line end"}, "[Na\nme] {{na\nme}} <Na\nme>", ""},
    {{"too long"}, "[" + std::string(kLongestSlot + 1, 'a') + "]", ""},
    {{"Markdown link"}, "[my paper](https://a.org/x)", ""},
    {{"Markdown link to a part"}, "[below](#part)", ""},
    {{"Markdown link to a file"}, "[notes](notes.md)", ""},
    {{"Markdown link to nothing"}, "[notes]()", ""},
    {{"Markdown image"}, "![chart]", ""},
    {{"footnote"}, "as you wrote [1] and [12]", ""},
    {{"check boxes"}, "[x] done [ ] open", ""},
    {{"a letter put in"}, "[T]he talk", ""},
    {{"two letters put in"}, "[Th]e talk", ""},
    {{"an ending put in"}, "talk[ed] well", ""},
    {{"index"}, "a[index]", ""},
    {{"attributes"}, "[a=\"b\"]", ""},
    {{"JSON"}, "{\"name\": \"Ana\"} {{\"a\": 1}}", ""},
    {{"code"}, "{x; y} {a: b} {f(x)} {a, b} {k=v}", ""},
    {{"set of numbers"}, "{12, 13} {42}", ""},
    {{"TeX"}, "\\emph{Name}", ""},
    {{"digits in double braces"}, "{{12}}", ""},
    {{"per cent"}, "100% sure, 20% less", ""},
    {{"per cent at a word"}, "5%NAME%", ""},
    {{"escapes of a link"}, "%20a%20b %AB%CD", ""},
    {{"per cent with a space"}, "%first name%", ""},
    {{"HTML"}, "<b>so</b> <br> <div> <p> <strong> <IMG>", ""},
    {{"HTML with attributes"}, "<a href=\"x\">", ""},
    {{"unclear elements"}, "<title> <link> <code>", ""},
    {{"address in angles"}, "<ana@b.org> <https://a.org>", ""},
    {{"template of C++"}, "vector<int> a<bc>", ""},
    {{"comparison"}, "a < b and c > d", ""},
    {{"shift of bits"}, "1 << 2 >> 3", ""},
    {{"heart"}, "<3 you <33", ""},
};

std::string slots_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = slot_end(text, at);
    BOOST_TEST_REQUIRE((end >= at && end <= text.size()));
    if (end > at) out.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return tests::joined(out);
}

std::string slot_tokens(const std::string& text) {
  std::vector<std::string> out;
  const Document document = tests::document_of(text);
  for (const Token& token : document.tokens) {
    if (token.token_class == TokenClass::kSlot) out.emplace_back(document.slice(token.span));
  }
  return tests::joined(out);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(slots_tests)

BOOST_DATA_TEST_CASE(a_slot, bdata::make(kSlots), row) {
  BOOST_TEST(slots_of(row.text) == row.slots);
  BOOST_TEST(slot_tokens(row.text) == row.slots);
}

BOOST_DATA_TEST_CASE(no_slot, bdata::make(kNone), row) {
  BOOST_TEST(slots_of(row.text) == "");
  BOOST_TEST(slot_tokens(row.text) == "");
}

BOOST_AUTO_TEST_CASE(a_slot_is_one_character_of_the_fold) {
  for (const Row& row : kSlots) {
    BOOST_TEST_CONTEXT(row.name) {
      const Document document = tests::document_of(row.text);
      std::vector<std::string> found;
      for (std::size_t at = document.folded.find(kSlotUtf8); at != std::string::npos;
           at = document.folded.find(kSlotUtf8, at + 1)) {
        BOOST_TEST(document.is_edge(at));
        BOOST_TEST(document.is_edge(at + kSlotUtf8.size()));
        found.emplace_back(document.slice(document.to_text({at, at + kSlotUtf8.size()})));
      }
      BOOST_TEST(tests::joined(found) == row.slots);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
