// mbox and eml: parts and character sets, what is quoted, who wrote to whom.
#include "corpus/readers/mail.h"

#include "corpus/readers/reader.h"
#include "corpus/readers/record_fields.h"
#include "tests/support.h"

using namespace rapport;

namespace {

std::vector<corpus::Record> read(const std::string& name, const std::string& content, const corpus::ReadOptions& options = {}) {
  const tests::TempDir folder;
  const std::string path = (folder.path() / name).string();
  tests::write_file(path, content);
  const auto reader = corpus::open_reader(path, options);
  std::vector<corpus::Record> out;
  for (corpus::Record record; reader->next(record);) out.push_back(record);
  return out;
}

std::string mail(const std::string& body, const std::string& more = "") {
  return "From: Noor Haddad <Noor@haddad.example>\nTo: \"Bakke, Ola\" <ola@bakke.example>, eva@kern.example\n"
         "Subject: Your list\nDate: Wed, 25 Nov 2026 10:00:00 +0100\nMessage-ID: <1@haddad.example>\n" + more + "\n" + body;
}

struct Row {
  const char* name;
  std::string text;
  std::string own;
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

}  // namespace

BOOST_AUTO_TEST_SUITE(mail_tests)

BOOST_AUTO_TEST_CASE(own_words_are_left) {
  const Row rows[] = {
      {"nothing else", "Hi Ola,\n\nyour list helped.\n", "Hi Ola,\n\nyour list helped."},
      {"a signature", "Hi.\n-- \nNoor\n+45 1234", "Hi."},
      {"a quoted reply", "Yes, gladly.\n\nOn Monday Ola wrote:\n> Could you?\n> Ola\n", "Yes, gladly."},
      {"introduced in two lines", "Yes.\n\nOn Mon, 23 Nov 2026 at 10:00,\nOla Bakke wrote:\n> Could you?\n", "Yes."},
      {"an answer below", "> Could you?\n\nYes.\n", "Yes."},
      {"answers between", "> One?\nYes.\n> Two?\nNo.\n", "Yes.\nNo."},
      {"a whole message below", "See below.\n\n-----Original Message-----\nFrom: Ola\nHi", "See below."},
      {"a line of underscores", "See below.\n________________________________\nFrom: Ola\nHi", "See below."},
      {"line ends", "Hi.\r\n\r\nBye.\r\n", "Hi.\n\nBye."},
      {"a colon of one's own", "Two things:\n\n1. One\n", "Two things:\n\n1. One"},
      {"nothing", "", ""},
      {"only quoted", "> Hi\n", ""},
  };
  for (const Row& row : rows) BOOST_TEST(corpus::own_words(row.text) == row.own, row);
}

BOOST_AUTO_TEST_CASE(who_wrote_what_to_whom_and_when) {
  const auto got = read("one.eml", mail("Hi Ola,\n\nyour list helped.\n", "References: <0@a.example> <00@b.example>\n"));
  BOOST_TEST_REQUIRE(got.size() == 1u);
  const corpus::Record& record = got[0];
  BOOST_TEST(!record.error.has_value());
  BOOST_TEST(record.draft.text == "Hi Ola,\n\nyour list helped.");
  BOOST_TEST(record.draft.subject == "Your list");
  BOOST_TEST(record.draft.channel == "email");
  BOOST_TEST(record.sender == "Noor Haddad");
  BOOST_TEST(record.sender_key == "noor@haddad.example");
  BOOST_TEST(record.reader == "Bakke, Ola");
  BOOST_TEST(record.reader_key == "ola@bakke.example");
  BOOST_TEST(record.id == "1@haddad.example");
  BOOST_TEST(record.thread == "0@a.example");
  BOOST_TEST((record.sent == std::chrono::sys_days(std::chrono::year(2026) / 11 / 25) + std::chrono::hours(9)));
}

BOOST_AUTO_TEST_CASE(parts_and_character_sets) {
  const std::string type = "MIME-Version: 1.0\nContent-Type: ";
  struct Part {
    const char* name;
    std::string mail;
    std::string text;
  };
  const std::string both = type + "multipart/alternative; boundary=b\n";
  const Part parts[] = {
      {"quoted-printable Latin-1", mail("caf=E9 =\nnoir", type + "text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n"), "caf\u00e9 noir"},
      {"base64", mail("SGkgT2xhLg==", type + "text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n"), "Hi Ola."},
      {"HTML alone", mail("<p>Hi&nbsp;Ola,</p><p>yes.</p>", type + "text/html; charset=utf-8\n"), "Hi Ola,\n\nyes."},
      {"plain before HTML", mail("--b\nContent-Type: text/html\n\n<p>no</p>\n--b\nContent-Type: text/plain\n\nyes\n--b--\n", both), "yes"},
      {"no attachment", mail("--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nno\n--b\nContent-Type: text/plain\n\nyes\n--b--\n",
                             type + "multipart/mixed; boundary=b\n"), "yes"},
      {"bytes that are no UTF-8", mail("a\xff" "b", type + "text/plain; charset=utf-8\n"), ""},
  };
  for (const Part& part : parts) {
    const auto got = read("one.eml", part.mail);
    BOOST_TEST_REQUIRE(got.size() == 1u);
    if (part.text.empty()) {
      BOOST_TEST(got[0].draft.text.size() >= 2u, part.name);
    } else {
      BOOST_TEST(got[0].draft.text == part.text, part.name << ": " << got[0].draft.text);
    }
  }
  const auto subject = read("one.eml", "From: =?utf-8?B?w5NsYWZ1cg==?= <o@x.example>\nSubject: =?iso-8859-1?Q?caf=E9?=\nDate: x\n\nHi.\n");
  BOOST_TEST(subject.at(0).draft.subject == "caf\u00e9");
  BOOST_TEST(subject.at(0).sender == "\u00d3lafur");
  BOOST_TEST(!subject.at(0).sent.has_value());
  // Found by the fuzzer.
  const auto bytes = read("one.eml", "From: a\xff <o@x.example>\nSubject: =u?tf-8?B?w5N?=\xf6\xbc\nDate: x\n\nHi.\n");
  BOOST_TEST(bytes.at(0).draft.subject.size() > 8u);
  BOOST_TEST(!corpus::bad_utf8_at(bytes.at(0).draft.subject).has_value());
  BOOST_TEST(!corpus::bad_utf8_at(bytes.at(0).sender).has_value());
}

BOOST_AUTO_TEST_CASE(an_mbox_is_cut_at_its_lines) {
  const std::string box = "From noor Wed Nov 25 10:00:00 2026\n" + mail("One.\n>From here on.\n\nFrom-ly yours\n") + "\nFrom ola Wed Nov 25 11:00:00 2026\n" +
                          mail("Two.\n");
  for (const char* name : {"a.mbox", "anything"}) {
    const auto got = read(name, box);
    BOOST_TEST_REQUIRE(got.size() == 2u);
    BOOST_TEST(got[0].draft.text == "One.\nFrom here on.\n\nFrom-ly yours");
    BOOST_TEST(got[0].line == 1u);
    BOOST_TEST(got[1].draft.text == "Two.");
    BOOST_TEST(got[1].line == 13u);
  }
  BOOST_TEST(read("empty.mbox", "", {.format = "mbox"}).empty());
  BOOST_CHECK_THROW(read("x.mbox", "Hi.\n", {.format = "mbox"}), corpus::UsageError);
}

BOOST_AUTO_TEST_CASE(what_is_no_mail_is_an_error_record) {
  const auto got = read("x.eml", "\x89PNG\r\n\x1a\n");
  BOOST_TEST_REQUIRE(got.size() == 1u);
  BOOST_TEST_REQUIRE(got[0].error.has_value());
  BOOST_TEST(got[0].error->code == "invalid_mail");
  corpus::ReadOptions options;
  options.max_message_bytes = 10;
  BOOST_TEST(read("y.eml", mail("Longer than ten bytes."), options).at(0).error->code == "too_large");
}

BOOST_AUTO_TEST_CASE(a_folder_may_hold_mail) {
  const tests::TempDir folder;
  tests::write_file(folder.path() / "a.eml", mail("One.\n"));
  tests::write_file(folder.path() / "b.txt", "Two.");
  const auto reader = corpus::open_reader(folder.path().string(), {});
  std::string texts;
  for (corpus::Record record; reader->next(record);) texts += record.draft.text + record.sender_key + ";";
  BOOST_TEST(texts == "One.noor@haddad.example;Two.;");
}

BOOST_AUTO_TEST_SUITE_END()
