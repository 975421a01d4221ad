#include "analyzer/lexicon/macros.h"

#include "tests/support.h"

using namespace rapport;
using lexicon::Macros;

BOOST_AUTO_TEST_SUITE(macros_tests)

BOOST_AUTO_TEST_CASE(expand) {
  const Macros shared = {{"w", "[^ ]+"}, {"gap2", "(?:{{w}} ){0,2}"}, {"loop", "a{{loop}}"}};
  const Macros local = {{"w", "[a-z]+"}};
  struct Row {
    const char* name;
    const char* pattern;
    Macros local;
    const char* expanded;  // null: an error
    const char* error;
  };
  const std::vector<Row> rows = {
      {"none", "quick call", {}, "quick call", ""},
      {"one", "your {{w}} talk", {}, "your [^ ]+ talk", ""},
      {"nested", "a {{gap2}}b", {}, "a (?:[^ ]+ ){0,2}b", ""},
      {"local_first", "{{w}}", local, "[a-z]+", ""},
      {"local_inside_shared", "{{gap2}}", local, "(?:[a-z]+ ){0,2}", ""},
      {"unknown_names_the_nearest", "{{gap3}}", {}, nullptr,
       "unknown macro 'gap3'; did you mean 'gap2'?"},
      {"loop", "{{loop}}", {}, nullptr, "macro 'loop' uses itself"},
      {"unclosed", "a {{w", {}, nullptr, "'{{' without '}}'"},
      {"repetition_is_no_macro", "a{2,3}", {}, "a{2,3}", ""},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      std::string out;
      std::string error;
      const bool good = lexicon::expand_macros(row.pattern, row.local, shared, out, error);
      BOOST_TEST(good == (row.expanded != nullptr));
      if (row.expanded) BOOST_TEST(out == row.expanded);
      BOOST_TEST(error == row.error);
    }
  }
}

BOOST_AUTO_TEST_CASE(fold) {
  struct Row {
    const char* name;
    const char* pattern;
    const char* folded;
  };
  const std::vector<Row> rows = {
      {"lower_case", "Quick Call", "quick call"},
      {"classes_keep_their_case", "\\D\\S\\pL\\x{E000}", "\\D\\S\\pL\\x{E000}"},
      {"curly_apostrophe", "don\u2019t", "don't"},
      {"dashes", "a\u2013b\u2014c", "a-b-c"},
      {"accents", "caf\u00e9", "cafe"},
      {"ellipsis_is_no_wildcard", "so\u2026", "so\\.\\.\\."},
      {"cyrillic_is_kept", "\u041f\u0440\u0438\u0432\u0435\u0442",
       "\u043f\u0440\u0438\u0432\u0435\u0442"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) { BOOST_TEST(lexicon::fold_pattern(row.pattern) == row.folded); }
  }
}

BOOST_AUTO_TEST_CASE(refuse) {
  struct Row {
    const char* name;
    const char* pattern;
    const char* says;  // part of the message; null: accepted
  };
  const std::vector<Row> rows = {
      {"plain", "quick call", nullptr},
      {"word_run", "your [^ .,]+ talk", nullptr},
      {"digits", "\\d+ minutes", nullptr},
      {"bounded_gap", "free .{0,40}trial", nullptr},
      {"escaped_dot", "calendly\\.com", nullptr},
      {"class_holds_brackets", "a[]x[]+b", nullptr},
      {"word_edge", "\\bcall", "anchor"},
      {"start", "^call", "anchor"},
      {"end", "call$", "anchor"},
      {"dollar_escaped", "\\$\\d+", nullptr},
      {"dot_star", "free.*trial", "bound"},
      {"dot_plus", "free.+trial", "bound"},
      {"wide_gap", "free .{0,300}trial", "bound"},
      {"open_gap", "free .{2,}trial", "bound"},
      {"not_space_run", "free \\S+ trial", "bound"},
      {"negated_class_run", "free [^x]* trial", "bound"},
      {"starts_with_dot", ". call", "starts with a gap"},
      {"starts_with_word_run", "(?:[^ ]+ ){0,3}call", "starts with a gap"},
      {"any_byte", "a\\Cb", "anchor"},
      {"ends_with_a_space", "call ", "ends with a space"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      std::size_t offset = 0;
      const std::string refusal = lexicon::refuse_pattern(row.pattern, offset);
      if (row.says) {
        BOOST_TEST(refusal.find(row.says) != std::string::npos, refusal);
      } else {
        BOOST_TEST(refusal == "");
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
