// What the suites of the program expect of one run.
#ifndef RAPPORT_TESTS_CLI_EXPECT_H_
#define RAPPORT_TESTS_CLI_EXPECT_H_

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "process.h"
#include "tests/support.h"

namespace rapport::tests {

// Arguments that a row of a table holds.
using Words = std::vector<std::string>;

// Something is wrong in it that any language pack and any reader sees.
inline const std::string kPitch =
    "Hi Priya, I hope you are well! We help dental clinics double their bookings in 30 days. "
    "Do you have 15 minutes for a quick demo?";

// Whether nothing in it can act on a terminal: no control character but line
// ends, no bidirectional control. REQUIRES: without colour.
inline bool is_harmless(const std::string& text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\n') || byte == 0x7F) return false;
  }
  for (const char* control : {"\u009b", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"}) {
    if (text.find(control) != std::string::npos) return false;
  }
  return true;
}

// It gave up with `status`, said why in one clear line, and printed no result.
inline void expect_refused(const Ran& ran, const std::string& part, int status = 2) {
  BOOST_TEST_CONTEXT("stderr: " << ran.err.substr(0, 500)) {
    BOOST_TEST(!ran.hung);
    BOOST_TEST(ran.status == status);
    BOOST_TEST(ran.out == "");
    BOOST_TEST(lines_of(ran.err).size() == 1u);
    BOOST_TEST(ran.err.ends_with('\n'));
    BOOST_TEST(ran.err.find(part) != std::string::npos, "no '" << part << "'");
    BOOST_TEST(is_harmless(ran.err));
  }
}

// It did its work and had nothing to say besides.
inline void expect_fine(const Ran& ran, int status = 0) {
  BOOST_TEST_CONTEXT("stderr: " << ran.err.substr(0, 500)) {
    BOOST_TEST(!ran.hung);
    BOOST_TEST(ran.status == status);
    BOOST_TEST(ran.err == "");
  }
}

inline bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// The one JSON object that a run printed.
inline boost::json::object object_of(const Ran& ran) {
  boost::json::error_code error;
  const boost::json::value value = boost::json::parse(ran.out, error);
  BOOST_TEST_REQUIRE(!error, "no JSON: " << ran.out.substr(0, 200) << ran.err.substr(0, 200));
  BOOST_TEST_REQUIRE(value.is_object());
  return value.get_object();
}

inline std::string text_of(const boost::json::value& value) {
  return value.is_string() ? std::string(value.get_string()) : boost::json::serialize(value);
}

// `text`, `times` times.
inline std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace rapport::tests

#endif  // RAPPORT_TESTS_CLI_EXPECT_H_
