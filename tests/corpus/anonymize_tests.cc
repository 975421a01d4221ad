// Anonymized records: no planted name survives, pseudonyms are stable.
#include "corpus/reports/anonymize.h"

#include <algorithm>
#include <thread>

#include "analyzer/text/fold.h"
#include "corpus/reports/columns.h"
#include "corpus/reports/phone.h"
#include "tests/support.h"

using namespace rapport;
using corpus::Anonymizer;
using corpus::Record;

namespace {

Anonymizer& fresh(std::unique_ptr<Anonymizer>& holder) {
  holder = std::make_unique<Anonymizer>(*Lexicon::built_in());
  return *holder;
}

Record record_of(std::string text) {
  Record record;
  record.draft.text = std::move(text);
  record.fields = {{"text", record.draft.text, false}};
  return record;
}

Record full_record() {
  Record record = record_of(
      "Dear Dr. Quillon-Vash,\n\nMarek Oyelbrandt told me that Tessaly is at Brindlecorp now; I saw TESSALY's talk. "
      "At Oxmoor Labs we use it. Write to marek@oxmoor.example, see oxmoor.example/marek or call +49 170 1234567.\n"
      "thanks tessaly!\n\nBest regards,\nMarek\nHead of Something, Oxmoor Labs\n+49 (170) 123-4567");
  record.id = "tessaly-1";
  record.source = "mail/Tessaly Quillon-Vash.eml";
  record.sender = "Marek Oyelbrandt";
  record.sender_key = "marek-oyelbrandt-77";
  record.reader = "Tessaly Quillon-Vash";
  record.reader_key = "tessaly@quillon.example";
  record.draft.subject = "For Tessaly at Brindlecorp";
  record.draft.context.to.company = "Brindlecorp";
  record.draft.context.from.company = "Oxmoor Labs";
  record.draft.context.mutual = std::vector<std::string>{"Ilsabet Norrgard"};
  record.fields.push_back({"First Name", "Tessaly", false});
  record.fields.push_back({"Last Name", "Quillon-Vash", false});
  record.fields.push_back({"Company", "Brindlecorp", false});
  record.fields.push_back({"E-mail", "tessaly@brindlecorp.example", false});
  record.fields.push_back({"notes", "Ilsabet knows tessaly quillon; Oxmoor wrote first", false});
  record.fields.push_back({"inviteeProfileUrl", "https://network.example/in/tessaly-q", false});
  record.fields.push_back(
      {"context", R"({"to_name": "Tessaly Quillon-Vash", "mutual": ["Ilsabet Norrgard"], "to_company":"Brindlecorp",)"
                  R"( "note": "line\nTessaly \u0054essaly", "phone": 491701234567, "n": 3})", true});
  return record;
}

const std::vector<std::string> kPlanted = {"tessaly",  "quillon", "vash",   "marek",  "oyelbrandt",  "brindlecorp",
                                           "ilsabet",  "norrgard", "oxmoor", "170",    "1234567",     "123-4567",
                                           "@", "something"};

std::string everything(const Record& record) {
  std::string out = record.id + "\n" + record.source + "\n" + record.sender + "\n" + record.sender_key + "\n" +
                    record.reader + "\n" + record.reader_key + "\n" + record.thread + "\n" + record.draft.text + "\n" +
                    record.draft.subject + "\n";
  for (const corpus::Field& field : record.fields) out += field.name + ": " + field.value + "\n";
  return out;
}

void check_none_survives(const std::string& text) {
  const std::string folded = text::fold_literal(text);
  for (const std::string& name : kPlanted) {
    BOOST_TEST((folded.find(name) == std::string::npos), name << " survives in:\n" << text);
  }
}

struct Row {
  const char* name;
  const char* text;
  const char* expected;
};

// The sender is "Ana Lima", the reader "Jo van der Berg", of "Bank of Hills".
const Row kRows[] = {
    {"greeting_and_name", "Hi Jo, it is Jo's idea.", "Hi Person 2, it is Person 2's idea."},
    {"curly_possessive", "Jo\u2019s idea", "Person 2\u2019s idea"},
    {"whole_name", "I met Jo van der Berg there", "I met Person 2 there"},
    {"capitals_and_marks", "JO VAN DER BERG and J\u00f3", "Person 2 and Person 2"},
    {"zero_width", "Be\u200brg", "Person 2"},
    {"particles_stay", "the van is der", "the van is der"},
    {"name_in_word_stays", "Joy and bergamot", "Joy and bergamot"},
    {"company", "the Bank of Hills in the hills", "the Company 1 in the hills"},
    {"company_in_small_letters", "at bank of hills", "at Company 1"},
    {"next_to_emoji", "\U0001F600Jo\U0001F600", "\U0001F600Person 2\U0001F600"},
    {"email", "jo@berg.example!", "[e-mail]!"},
    {"link", "see https://berg.example/jo?x=1 now", "see [link] now"},
    {"handle", "ask @joberg", "ask [handle]"},
    {"phone", "call 0170 123 45 67 or +1-202-555-0100", "call [phone] or [phone]"},
    {"date_stays", "on 2026-11-25, 2019-2026, 1,200,000 and 12345678", "on 2026-11-25, 2019-2026, 1,200,000 and 12345678"},
    {"stranger_in_greeting", "Hello Zed,\nJo sent me. Zed, yes?", "Hello [name],\nPerson 2 sent me. Zed, yes?"},
    {"nobody", "Hi there, all is well.", "Hi there, all is well."},
    {"signature", "Hi Jo,\nyes.\nBest,\nAna Lima\nHills 5", "Hi Person 2,\nyes.\nBest,\nPerson 1\n[signature]"},
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

Record people() {
  Record record = record_of("x");
  record.sender = "Ana Lima";
  record.reader = "Jo van der Berg";
  record.draft.context.to.company = "Bank of Hills";
  return record;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(anonymize_tests)

BOOST_DATA_TEST_CASE(texts, boost::unit_test::data::make(kRows), row) {
  std::unique_ptr<Anonymizer> holder;
  BOOST_TEST(fresh(holder).text(people(), row.text) == row.expected);
}

BOOST_AUTO_TEST_CASE(no_planted_name_survives_in_a_record) {
  std::unique_ptr<Anonymizer> holder;
  const Record out = fresh(holder).record(full_record());
  check_none_survives(everything(out));
  BOOST_TEST(out.draft.context.empty());
  BOOST_TEST(boost::json::parse(out.fields.back().value).at("n") == 3);
}

// Nothing but the text says who they are.
BOOST_AUTO_TEST_CASE(no_name_of_greeting_or_signature_survives) {
  for (const char* const text :
       {"Hi Tessaly,\nTessaly, thanks tessaly.\nBest,\nMarek\nOxmoor Labs", "hey tessaly, how is it? - thanks tessaly",
        "Tessaly,\n\nyes, TESSALY.\n\nKind regards,\nMarek Oyelbrandt | Oxmoor | +49 170 1234567",
        "Good morning Ms. Quillon, Quillon it is. Cheers, Marek", "> Marek Oyelbrandt\nHi Tessaly, yes.\nBest, Marek Oyelbrandt"}) {
    std::unique_ptr<Anonymizer> holder;
    check_none_survives(fresh(holder).text(record_of(text), text));
  }
}

BOOST_AUTO_TEST_CASE(a_name_has_one_pseudonym_by_first_appearance) {
  std::unique_ptr<Anonymizer> holder;
  Anonymizer& anonymizer = fresh(holder);
  Record first = people(), second = people(), third = people();
  second.reader = "Mo Ito";
  third.sender = "mo ito";
  BOOST_TEST(anonymizer.sender(first) == "Person 1");
  BOOST_TEST(anonymizer.reader(first) == "Person 2");
  BOOST_TEST(anonymizer.reader(second) == "Person 3");
  BOOST_TEST(anonymizer.sender(third) == "Person 3");
  BOOST_TEST(anonymizer.sender(record_of("x")) == "");
}

BOOST_AUTO_TEST_CASE(records_that_were_met_are_the_same_on_any_thread) {
  std::vector<Record> records;
  for (int i = 0; i < 200; ++i) {
    records.push_back(full_record());
    records.back().reader += " " + std::string(1, static_cast<char>('A' + i % 26)) + "zz" + std::to_string(i);
  }
  std::unique_ptr<Anonymizer> one, other;
  std::vector<std::string> expected;
  fresh(one);
  for (const Record& record : records) expected.push_back(one->record(record).draft.text);
  fresh(other);
  for (const Record& record : records) other->meet(record);
  std::vector<std::string> got(records.size());
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = records.size(); i-- > 0;) {
        if (i % 4 == t) got[i] = other->record(records[i]).draft.text;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  BOOST_TEST((got == expected));
}

BOOST_AUTO_TEST_CASE(positions_move_with_the_text) {
  std::unique_ptr<Anonymizer> holder;
  const std::string text = "Hi Jo, it is Jo's idea.";
  const corpus::Masked masked = fresh(holder).meet(people()).text(text);
  const auto moved = [&](const std::string& words) {
    const std::size_t at = text.find(words);
    const ByteSpan span = masked.moved({at, at + words.size()});
    return masked.text.substr(span.begin, span.size());
  };
  BOOST_TEST(moved("Hi") == "Hi");
  BOOST_TEST(moved("Hi Jo") == "Hi Person 2");
  BOOST_TEST(moved("o, it") == "Person 2, it");
  BOOST_TEST(moved("Jo's") == "Person 2's");
  BOOST_TEST(moved("idea.") == "idea.");
}

// Any bytes, and long runs of what is looked for, end.
BOOST_AUTO_TEST_CASE(hostile_texts) {
  std::unique_ptr<Anonymizer> holder;
  Anonymizer& anonymizer = fresh(holder);
  for (const char* const unit : {"Jo ", "Jo-", "a@b.example ", "+1 ", "(", "\xff\xfe", "x.example/", "Hi Jo,\n", "\u7530\u4e2d"}) {
    std::string text;
    while (text.size() < 65536) text += unit;
    Record record = people();
    record.reader = "\u7530\u4e2d";
    record.fields.push_back({"name", "Jo Jo", false});
    record.draft.text = text;
    const std::string out = anonymizer.text(record, text);
    BOOST_TEST((out.find("Jo") == std::string::npos));
    BOOST_TEST((out.find("\u7530") == std::string::npos));
  }
}

BOOST_AUTO_TEST_CASE(columns_by_name) {
  using Kind = corpus::ColumnKind;
  BOOST_TEST((corpus::kind_of_column("First Name") == Kind::kPerson));
  BOOST_TEST((corpus::kind_of_column("SENDER PROFILE URL") == Kind::kLink));
  BOOST_TEST((corpus::kind_of_column("to_company") == Kind::kCompany));
  BOOST_TEST((corpus::kind_of_column("status") == Kind::kOther));
}

BOOST_AUTO_TEST_SUITE_END()
