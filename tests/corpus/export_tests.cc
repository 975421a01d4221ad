// The professional network's data export: each generation of its files, what is
// and what is not a record, outcomes, and zips that are not to be trusted.
#include <cstdlib>

#include "corpus/readers/export_files.h"
#include "corpus/readers/export_threads.h"
#include "corpus/readers/html_text.h"
#include "corpus/readers/reader.h"
#include "tests/support.h"

using namespace rapport;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

struct Read {
  std::vector<corpus::Record> records;
  corpus::Skipped skipped;

  // "reader:accepted/replied", in a row.
  std::string shown() const {
    std::string out;
    const auto yes = [](const std::optional<bool>& one) { return one ? (*one ? "yes" : "no") : "?"; };
    for (const corpus::Record& one : records) {
      out += (out.empty() ? "" : "; ");
      if (one.error) {
        out += "!" + one.error->code;
      } else {
        out += one.reader + ":" + yes(one.accepted) + "/" + yes(one.replied);
      }
    }
    return out;
  }
};

Read read_path(const std::string& path, const corpus::ReadOptions& options = {}) {
  const auto reader = corpus::open_reader(path, options);
  Read out;
  for (corpus::Record record; reader->next(record);) out.records.push_back(record);
  out.skipped = reader->skipped();
  return out;
}

Read read(const Files& files) {
  const tests::TempDir folder;
  for (const auto& [name, content] : files) tests::write_file(folder.path() / name, content);
  return read_path(folder.path().string());
}

// A zip that Python writes from lines "name<TAB>content".
std::string zip_of(const tests::TempDir& folder, const std::string& python) {
  const std::string path = (folder.path() / "export.zip").string();
  const std::string script = (folder.path() / "make.py").string();
  tests::write_file(script, "import zipfile\nz = zipfile.ZipFile('" + path + "', 'w', zipfile.ZIP_DEFLATED)\n" + python + "z.close()\n");
  BOOST_TEST_REQUIRE(std::system(("python3 '" + script + "'").c_str()) == 0);
  return path;
}

std::string wrong(const std::string& path) {
  try {
    read_path(path);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "nothing is wrong";
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string kU = "https://www.linkedin.com/in/";
const std::string kOldInvitations = "From,To,Sent At,Message,Direction\n";
const std::string kInvitations = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n";
const std::string kConnections =
    "Notes:\n\"When exporting your connection data, some addresses are missing.\"\n\n"
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
const std::string kMessages = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n";

std::string invitation(const std::string& to, const std::string& note, const std::string& at = "\"9/3/26, 8:12 AM\"") {
  return "Noor Haddad," + to + "," + at + "," + note + ",OUTGOING," + kU + "noor," + kU + to + "\n";
}

std::string message(const std::string& thread, const std::string& from, const std::string& to, const std::string& at,
                    const std::string& text, const std::string& subject = "") {
  return thread + ",," + from + "," + kU + from + "," + to + "," + kU + to + ",2026-10-" + at + " UTC," + subject + "," + text + ",INBOX\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(export_tests)

BOOST_AUTO_TEST_CASE(invitations_of_each_year) {
  struct Row {
    const char* name;
    Files files;
    std::string shown;
  };
  const std::string note = "\"Hi Ola, your list of rooms helped us.\"";
  const Row rows[] = {
      {"to late 2023, no addresses", {{"Invitations.csv", kOldInvitations + "Noor Haddad,Ola Bakke,\"9/3/22, 8:12 AM\"," + note + ",OUTGOING\n"}}, "Ola Bakke:?/?"},
      {"joined by name", {{"Invitations.csv", kOldInvitations + "Noor Haddad,Ola Bakke,\"9/3/22, 8:12 AM\"," + note + ",OUTGOING\n"},
                          {"Connections.csv", "First Name,Last Name,Email Address,Company,Position,Connected On\nOla,Bakke,,,,05 Sep 2022\n"}}, "Ola Bakke:yes/?"},
      {"since, joined by address", {{"Invitations.csv", kInvitations + invitation("ola", note) + invitation("kim", note)},
                                    {"Connections.csv", kConnections + "Ola,B.," + kU + "OLA/?x=1,,,,05 Sep 2026\n"}}, "ola:yes/?; kim:?/?"},
      {"not among them after two weeks", {{"Invitations.csv", kInvitations + invitation("ola", note) + invitation("kim", note, "\"9/30/26, 8:12 AM\"")},
                                          {"Connections.csv", kConnections + "Eva,B.," + kU + "eva,,,,05 Sep 2026\n"}}, "ola:no/?; kim:?/?"},
      {"small letters, a byte order mark, CRLF", {{"INVITATIONS.CSV", "\xEF\xBB\xBF" "From,To,Sent At,Message,Direction\r\nNoor,Ola,\"9/3/22, 8:12 AM\",Hi.,Outgoing\r\n"}}, "Ola:?/?"},
      {"another time, RECEIVED", {{"Invitations.csv", kOldInvitations + "Noor,Ola,2021-08-01 10:00:00,Hi.,OUTGOING\nEva,Noor,2021-08-01 10:00:00,Hi.,RECEIVED\n"}}, "Ola:?/?"},
      {"no note, and received", {{"Invitations.csv", kInvitations + invitation("ola", "") + "Eva,Noor Haddad,\"9/3/26, 8:12 AM\",Hi.,INCOMING," + kU + "eva," + kU + "noor\n"}}, ""},
      {"a ragged row", {{"Invitations.csv", kInvitations + "Noor,Ola,x\n" + invitation("ola", "Hi.")}}, "!ragged_row; ola:?/?"},
      {"hidden members, no line end at the end", {{"Invitations.csv", kInvitations + invitation("ola", "Hi.")},
                                                  {"Connections.csv", kConnections + ",,,,,,07 Jun 2026\nOla,B.," + kU + "ola,,,,7-Feb-22"}}, "ola:yes/?"},
  };
  for (const Row& row : rows) BOOST_TEST(read(row.files).shown() == row.shown, row.name << ": " << read(row.files).shown());
}

BOOST_AUTO_TEST_CASE(messages_up_to_the_first_answer) {
  const std::string began = message("t1", "noor", "ola", "02 08:00:00", "\"Hi Ola,\nyour list helped us.\"");
  struct Row {
    const char* name;
    std::string rows;
    std::string shown;
  };
  // Noor writes in most conversations.
  const std::string other = message("t9", "noor", "eva", "01 08:00:00", "Hi Eva.");
  const Row rows[] = {
      {"answered", began + message("t1", "ola", "noor", "03 08:00:00", "Yes."), "eva:?/no; ola:?/yes"},
      {"the newest first", message("t1", "ola", "noor", "03 08:00:00", "Yes.") + began, "eva:?/no; ola:?/yes"},
      {"a follow-up", began + message("t1", "noor", "ola", "05 08:00:00", "Hi again."), "eva:?/no; ola:?/no; ola:?/no"},
      {"after the answer", began + message("t1", "ola", "noor", "03 08:00:00", "Yes.") + message("t1", "noor", "ola", "04 08:00:00", "Fine."), "eva:?/no; ola:?/yes"},
      {"begun by the other", message("t1", "ola", "noor", "01 08:00:00", "Hi.") + message("t1", "noor", "ola", "02 08:00:00", "Hello."), "eva:?/no"},
      {"a group", "t1,,noor," + kU + "noor,\"ola, kim\",\"" + kU + "ola," + kU + "kim\",2026-10-02 08:00:00 UTC,,Hi all.,INBOX\n", "eva:?/no"},
      {"sponsored", "t1,,LinkedIn Member,,noor," + kU + "noor,2026-10-02 08:00:00 UTC,Offer,\"<p class=\"\"spinmail-quill-editor__spin-break\"\">Hi %FIRSTNAME%</p>\",INBOX\n", "eva:?/no"},
  };
  for (const Row& row : rows) {
    const Read got = read({{"messages.csv", kMessages + other + row.rows}});
    BOOST_TEST(got.shown() == row.shown, row.name << ": " << got.shown());
  }
}

BOOST_AUTO_TEST_CASE(channels_subjects_and_texts) {
  const Read got = read({{"messages.csv", kMessages + message("t1", "noor", "ola", "02 08:00:00", "\"<p>Tom &amp; I<br>read it.</p><p>Noor</p>\"", "Your list") +
                                              message("t1", "noor", "ola", "04 08:00:00", "\"1 < 2 & 3 > 2\"", "Your list") +
                                              message("t2", "noor", "kim", "05 08:00:00", "Hi.")}});
  BOOST_TEST_REQUIRE(got.records.size() == 3u);
  BOOST_TEST(got.records[0].draft.channel == "inmail");
  BOOST_TEST(got.records[0].draft.subject == "Your list");
  BOOST_TEST(got.records[0].draft.text == "Tom & I\nread it.\n\nNoor");
  BOOST_TEST(got.records[1].draft.channel == "follow_up");
  BOOST_TEST(got.records[1].draft.text == "1 < 2 & 3 > 2");
  BOOST_TEST(got.records[2].draft.channel == "direct_message");
  BOOST_TEST(got.records[2].id == "message-4");
  BOOST_TEST(got.records[2].line == 4u);
}

BOOST_AUTO_TEST_CASE(columns_come_and_go) {
  struct Row {
    const char* name;
    std::string content;
    std::size_t records;
  };
  const Row rows[] = {
      {"to early 2023", "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\nt,,Noor," + kU + "noor,Ola,2022-10-02 08:00:00 UTC,,Hi.,INBOX\n", 1},
      {"every field quoted", "\"CONVERSATION ID\",\"CONVERSATION TITLE\",\"FROM\",\"SENDER PROFILE URL\",\"TO\",\"RECIPIENT PROFILE URLS\",\"DATE\",\"SUBJECT\",\"CONTENT\",\"FOLDER\",\"ATTACHMENTS\"\n"
                             "\"t\",\"\",\"Noor\",\"" + kU + "noor\",\"Ola\",\"" + kU + "ola\",\"2026-10-02 08:00:00 UTC\",\"\",\"Two\nlines\",\"INBOX\",\"\"\n", 1},
      {"drafts", "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n"
                 "t,,Noor," + kU + "noor,Ola," + kU + "ola,2026-10-02 08:00:00 UTC,,Hi.,INBOX,No,No\nt,,Noor," + kU + "noor,Ola," + kU + "ola,2026-10-03 08:00:00 UTC,,Hm.,INBOX,Yes,No\n", 1},
  };
  for (const Row& row : rows) BOOST_TEST(read({{"messages.csv", row.content}}).records.size() == row.records, row.name);
}

BOOST_AUTO_TEST_CASE(the_owner) {
  const std::string two = message("t1", "noor", "ola", "02 08:00:00", "Hi.") + message("t1", "ola", "noor", "03 08:00:00", "Yes.");
  // One conversation: by the invitation, by the profile's name, else the first by name.
  BOOST_TEST(read({{"messages.csv", kMessages + two}, {"Invitations.csv", kInvitations + invitation("ola", "")}}).shown() == "ola:?/yes");
  BOOST_TEST(read({{"messages.csv", kMessages + two}, {"Profile.csv", "First Name,Last Name,Headline\nnoor,,x\n"}}).shown() == "ola:?/yes");
  BOOST_TEST(read({{"messages.csv", kMessages + two}}).shown() == "ola:?/yes");
}

BOOST_AUTO_TEST_CASE(slugs) {
  BOOST_TEST(corpus::profile_slug("https://www.linkedin.com/in/Ana-Lima/") == "ana-lima");
  BOOST_TEST(corpus::profile_slug("https://www.linkedin.com/in/ana?trk=x#y") == "ana");
  BOOST_TEST(corpus::profile_slug("") == "");
}

BOOST_AUTO_TEST_CASE(look_alikes_are_no_messages) {
  const tests::TempDir folder;
  tests::write_file(folder.path() / "guide_messages.csv", kMessages);
  tests::write_file(folder.path() / "messages.csv", kMessages + message("t", "noor", "ola", "02 08:00:00", "Hi."));
  BOOST_TEST(read_path(folder.path().string()).records.size() == 1u);
}

BOOST_AUTO_TEST_CASE(one_file_alone_is_known_by_its_header) {
  const tests::TempDir folder;
  const std::string path = (folder.path() / "anything.csv").string();
  tests::write_file(path, kInvitations + invitation("ola", "Hi."));
  BOOST_TEST(read_path(path).shown() == "ola:?/?");
}

BOOST_AUTO_TEST_CASE(a_zip_is_read_as_its_files_are) {
  const tests::TempDir folder;
  const std::string path = zip_of(folder, "z.writestr('Basic/messages.csv', '''" + kMessages + message("t", "noor", "ola", "02 08:00:00", "Hi.") +
                                              "''')\nz.writestr('Basic/Rich_Media.csv', 'x')\nz.writestr('inner.zip', b'PK\\x03\\x04')\n");
  const Read got = read_path(path);
  BOOST_TEST(got.shown() == "ola:?/no");
  BOOST_TEST(got.records.at(0).source == path + "/Basic/messages.csv");
}

BOOST_AUTO_TEST_CASE(zips_that_are_not_to_be_trusted) {
  struct Row {
    const char* name;
    std::string python;
    const char* says;
  };
  const std::string bomb = "z.writestr('messages.csv', '" + kMessages.substr(0, kMessages.size() - 1) + "\\n' + 'a' * (40 << 20))\n";
  const Row rows[] = {
      {"leads out", "z.writestr('../messages.csv', 'x')\n", "leads out of it"},
      {"absolute", "z.writestr('/messages.csv', 'x')\n", "leads out of it"},
      {"a bomb", bomb, "messages.csv unpacks to more than 100 times its size"},
      {"many entries", "[z.writestr(str(i), '') for i in range(10001)]\n", "holds more than 10000 entries"},
      {"no export", "z.writestr('notes.txt', 'x')\n", "holds neither messages.csv nor Invitations.csv"},
      {"a link", "i = zipfile.ZipInfo('messages.csv'); i.create_system = 3; i.external_attr = 0o120777 << 16; z.writestr(i, '/etc/passwd')\n", "holds neither messages.csv"},
      {"no header", "z.writestr('messages.csv', 'a,b\\n1,2\\n')\n", "messages.csv: has no header row"},
  };
  for (const Row& row : rows) {
    const tests::TempDir folder;
    const std::string said = wrong(zip_of(folder, row.python));
    BOOST_TEST(has(said, row.says), row.name << ": " << said);
  }
}

BOOST_AUTO_TEST_CASE(a_zip_that_is_cut_short) {
  const tests::TempDir folder;
  const std::string path = zip_of(folder, "import random\nz.writestr('messages.csv', '''" + kMessages + "''' + ''.join(chr(97 + random.Random(i).randrange(26)) for i in range(20000)))\n");
  const std::string whole = tests::read_file(path);
  tests::write_file(path, whole.substr(0, whole.size() / 2));
  BOOST_TEST(has(wrong(path), "is cut short or damaged"), wrong(path));
}

BOOST_AUTO_TEST_CASE(columns_of_ones_own_do_not_fit) {
  const tests::TempDir folder;
  const std::string path = (folder.path() / "messages.csv").string();
  tests::write_file(path, kMessages);
  corpus::ReadOptions options;
  options.text_field = "CONTENT";
  BOOST_CHECK_THROW(read_path(path, options), corpus::UsageError);
}

BOOST_AUTO_TEST_CASE(html_becomes_text) {
  struct Row {
    const char* html;
    const char* text;
  };
  const Row rows[] = {
      {"<p>One</p><p>Two</p>", "One\n\nTwo"},
      {"One<br/>Two", "One\nTwo"},
      {"<b>a</b>b &lt;c&gt; &#233; &nbsp;d", "ab <c> \u00e9 d"},
      {"<script>x()</script><style>p{}</style>Hi", "Hi"},
      {"<ul><li>a</li><li>b</li></ul>", "a\n\nb"},
      {"<p>never closed", "never closed"},
      {"", ""},
  };
  for (const Row& row : rows) BOOST_TEST(corpus::html_to_text(row.html) == row.text, row.html << " -> " << corpus::html_to_text(row.html));
  BOOST_TEST(!corpus::looks_like_html("1 < 2 & 3 > 2; a <ana@x.example>"));
  BOOST_TEST(corpus::looks_like_html("Tom &amp; I"));
}

BOOST_AUTO_TEST_SUITE_END()
