#include "bench/wording.h"

namespace rapport::bench {
namespace {

constexpr std::string_view kGreetings[] = {
    "Hi {person},", "Hello {person},",        "Dear {person},",
    "Hey {person},", "Good morning {person},", "Hi {person}!",
};

constexpr std::string_view kNeutral[] = {
    "The {thing} arrived in {place} on the second of the month.",
    "It rained in {place} for most of the week.",
    "There are {number} steps from the station to the door.",
    "{person} kept the {thing} in a drawer for {number} years.",
    "The old {thing} still stands behind the church in {place}.",
    "Most of the {number} parts came from one small supplier.",
    "The first version was slow and the second one was not.",
    "Nobody expected the {thing} to last through the winter.",
    "The road to {place} is closed on Sundays.",
    "A {thing} of that size weighs about {number} kilos.",
    "The report lists {number} causes, and rust is the first of them.",
    "Two of the lamps failed, so the hall was half dark.",
    "{person} wrote the numbers by hand and typed them later.",
    "The bridge was painted green because green was the paint they had.",
    "In {place} the {thing} is older than the town hall.",
    "The cat slept on the {thing} while the printer ran.",
    "Version {number} changed the order of the columns.",
    "By noon the queue had {number} people in it.",
    "The map shows a river where there is only a ditch.",
    "They measured it twice, at dawn and after dark.",
    "A quarter of the sample came from {place}, the rest from farther north.",
    "The meeting room has no window, which is why it is cold.",
    "Winter wheat went in late and came up even.",
    "Some of it is in the archive of {place}, in box {number}.",
    "The {thing} has a dent on the left side.",
    "{person} and {person} disagree about the date.",
    "The harbour froze in March, which is rare.",
    "One page of the manual is printed upside down.",
    "The temperature fell to {number} degrees in the second half of the test.",
    "On the way to {place} the bus stops at every farm.",
    "The choir sings on Thursdays, the brass band on Fridays.",
    "Paper was dear, so the notes are in the margins.",
    "The switch on the {thing} is labelled in pencil.",
    "After the flood the shelves were moved one floor up.",
    "It takes about {number} minutes on foot and a little less by tram.",
    "The clock in {place} runs {number} minutes fast.",
    "Half of the seeds were red and half were not.",
    "The second chapter is about salt, the third about rope.",
    "Dr. {person} counted {number} birds, e.g. gulls and terns, near {place}.",
    "The U.S. edition has {number} pages more.",
    "The recipe says butter, but oil does as well.",
    "A new {thing} costs as much as a used car.",
    "The light there is good until four, even in December.",
    "Each crate has a number, and each number has a card.",
    "The trains were on time; the letters were not.",
    "What was left over went to the school in {place}.",
    "The {thing} squeaks when it is dry.",
    "Snow lay on the roof (the flat part) until May.",
    "The label said 'fragile', and it was.",
    "The data are at https://example.org/{number} as plain text.",
};

constexpr std::string_view kSignOffs[] = {
    "Best,\n{person}",        "Best regards,\n{person}", "Thanks,\n{person}",
    "Kind regards,\n{person}", "Cheers,\n{person}",       "{person}",
};

constexpr std::string_view kSubjects[] = {
    "Subject: The {thing} in {place}", "Subject: Notes from {place}",
    "Subject: {number} pages about a {thing}", "Subject: A question from {place}",
};

constexpr std::string_view kPeople[] = {
    "Ana",    "Tomas", "Priya",  "Ingrid", "Kwame",  "Mei",    "Oskar", "Leila",
    "Marta",  "Dmitri", "Hannah", "Rohan", "Chiara", "Samir",  "Grace", "Pavel",
    "Nadia",  "Jonas", "Aiko",   "Declan", "Fatima", "Bruno",  "Elena", "Yusuf",
    "Katrin", "Miguel", "Saoirse", "Viktor", "Amara", "Henrik", "Lucia", "Wei",
};

constexpr std::string_view kPlaces[] = {
    "Ghent",  "Porto", "Lagos",  "Tartu", "Gdynia",  "Quito", "Bergen", "Pune",
    "Leeds",  "Graz",  "Osaka",  "Accra", "Tromso",  "Turin", "Cork",   "Izmir",
    "Halifax", "Lviv", "Dakar",  "Basel", "Kilkenny", "Oulu", "Cusco",  "Split",
};

constexpr std::string_view kThings[] = {
    "kiln",   "loom",    "ferry",  "compiler", "orchard",   "press",   "turbine",
    "tram",   "archive", "anchor", "bakery",   "microscope", "ledger", "cello",
    "canal",  "boiler",  "sensor", "greenhouse", "beehive", "crane",   "index",
    "parser", "lathe",   "sail",   "vaccine",  "telescope", "stove",   "database",
};

constexpr std::string_view kMarkedPeople[] = {
    "Zoë",   "José",  "Søren",   "Łukasz",  "Márta", "Émile", "Åsa",    "Jürgen",
    "Nguyễn", "Çağla", "François", "Bjørn", "Šárka", "Ólafur", "Ирина", "美咲",
};

constexpr std::string_view kMarkedSentences[] = {
    "The café in {place} is open again, and the menu fits on one page.",
    "She said “it depends”, and that was all.",
    "It costs £{number} there and €{number} here.",
    "The naïve way took {number} hours – the other one a minute.",
    "It’s the {thing} in {place}, isn’t it?",
    "Her résumé lists {number} years in São Paulo and two in Malmö.",
    "The drawer is 30 × 40 cm and holds {number} cards…",
    "Die Straße nach Köln war gesperrt, so the {thing} came by rail.",
    "The sign reads “добро пожаловать”, which means that they are open.",
    "The old name of the shop is 花屋, the new one is shorter.",
    "At {number} °C the paint dries in an hour.",
    "Their dog is called Ångström after the unit.",
};

constexpr std::string_view kMarks[] = {"🙂", "🚀", "👍🏽", "…", "🎉🎉", "👩‍💻", "✓", "❤️"};

}  // namespace

Table greetings() { return kGreetings; }
Table neutral() { return kNeutral; }
Table sign_offs() { return kSignOffs; }
Table subjects() { return kSubjects; }
Table people() { return kPeople; }
Table places() { return kPlaces; }
Table things() { return kThings; }
Table marked_people() { return kMarkedPeople; }
Table marked_sentences() { return kMarkedSentences; }
Table marks() { return kMarks; }

}  // namespace rapport::bench
