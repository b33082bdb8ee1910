// SPDX-License-Identifier: EUPL-1.2
// Questions that are typed in parts, and files, on the page: what is wrong is told where it is, and a file that does not do costs nothing.
#include <gtest/gtest.h>

#include "render/text/text.h"
#include "support.h"

namespace polku {
namespace {

using page::Field;
using page::Page;
using test::Person;

const session::World& kinds() {
  static const session::World world = test::make_world(
      test::must_read_file("tests/browser/kinds/services/every-kind/service.json"), "",
      json::Value::object().with("page.photos.title", json::Value{"Kuvat paikasta"}).with("question.pictures.label", json::Value{"Kuvat paikasta"}));
  return world;
}

Field only_field(const Page& page) {
  for (const page::Element& element : page.elements) {
    if (const auto* field = std::get_if<Field>(&element)) return *field;
  }
  ADD_FAILURE() << "no field on " << page.address;
  return {};
}

std::vector<std::string> targets(const Page& page) {
  std::vector<std::string> all;
  for (const auto& line : page.summary) all.push_back(line.target);
  return all;
}

Person at_the_address(const std::string& language = "fi") {
  Person person(kinds(), language);
  person.go_on();
  person.go_on({{"starts", {"18.30"}}, {"from-month", {"12", "2026"}}});
  person.go_on({{"account", {"FI2112345600000785"}}});
  return person;
}

Person at_the_file() {
  Person person = at_the_address();
  person.go_on({{"home", {"Koivukuja 3", "", "50100", "Mikkeli", "FI"}}});
  person.go_on({{"place", {"Koulun edessä", ""}}});
  return person;
}

const std::string hash(64, 'a'), name(32, '0');
session::Type file(const std::string& called, const std::string& size) { return {"attachment", {called, "image/png", size, hash, name}}; }

TEST(Parts, EachThatIsWrongSaysSoItself) {
  Person person = at_the_address();
  EXPECT_EQ(person.page().address, "address");
  person.go_on({{"home", {"", "c/o Virta", "1", "Helsinki", "FI"}}});
  const Page page = person.page();
  EXPECT_EQ(targets(page), (std::vector<std::string>{"home/street", "home/postal-code"}));
  const Field field = only_field(page);
  EXPECT_TRUE(field.problem.empty());
  EXPECT_EQ(field.parts[0].problem.words(), "Kirjoita katuosoite");
  EXPECT_EQ(field.parts[2].problem.words(), "Tarkista postinumero. Se ei sovi maahan Suomi");
  EXPECT_FALSE(field.parts[1].is_wrong || field.parts[3].is_wrong || field.parts[4].is_wrong);
}

TEST(Parts, AnAddressOfWhichOnlyTheCountryIsChosenIsMissing) {
  Person person = at_the_address();
  person.go_on({{"home", {"", "", "", "", "SE"}}});
  const Page page = person.page();
  EXPECT_EQ(targets(page), std::vector<std::string>{"home/street"});
  const Field field = only_field(page);
  EXPECT_EQ(field.problem.words(), "Kirjoita osoite");
  EXPECT_FALSE(field.parts[1].is_wrong) << "nobody has to fill in the additional line";
  EXPECT_FALSE(field.parts[4].is_wrong) << "a country is chosen";
}

TEST(Parts, ACountryStandsInTheLanguageAndTheFirstIsChosenBeforehand) {
  const Field field = only_field(at_the_address("ar").page());
  ASSERT_EQ(field.parts.size(), 5u);
  const auto& countries = field.parts[4].options;
  EXPECT_EQ(countries[0].label.words(), "فنلندا");
  EXPECT_TRUE(countries[0].chosen && !countries[1].chosen);
  EXPECT_EQ(field.typed[4], "FI");
}

TEST(Parts, CoordinatesTheWrongWayRoundAreToldAtTheirField) {
  Person person = at_the_address();
  person.go_on({{"home", {"Koivukuja 3", "", "50100", "Mikkeli", "FI"}}});
  person.go_on({{"place", {"", "27.2031, 61.0523"}}});
  EXPECT_EQ(targets(person.page()), std::vector<std::string>{"place/coordinates"});
  const std::string text = render::text(person.page());
  EXPECT_NE(text.find("! Virhe: Luvut näyttävät olevan väärin päin"), std::string::npos) << text;
}

TEST(Files, OneThatIsRefusedIsToldAtOnceAndTheOneBeforeStays) {
  Person person = at_the_file();
  EXPECT_EQ(only_field(person.page()).length_note.words(), "Tiedoston tyyppi: PDF tai kuva. Koko enintään 200\u00a0kt.");
  person.act(file("kuva.png", "1200"));
  ASSERT_EQ(only_field(person.page()).chosen.size(), 1u);
  EXPECT_EQ(only_field(person.page()).chosen.front().size.words(), "2\u00a0kt");
  person.act(file("iso.png", "200001"));
  const Field field = only_field(person.page());
  EXPECT_EQ(field.problem.words(), "Tiedosto on liian suuri: 201\u00a0kt. Valitse tiedosto, joka on enintään 200\u00a0kt");
  EXPECT_EQ(field.chosen.front().name.words(), "kuva.png");
  person.act(file("toinen.png", "1300000"));
  person.act(file("kolmas.png", "1300"));
  EXPECT_TRUE(only_field(person.page()).problem.empty());
  EXPECT_EQ(only_field(person.page()).chosen.front().name.words(), "kolmas.png");
  person.act(session::Type{"attachment", {}});
  EXPECT_TRUE(only_field(person.page()).chosen.empty());
}

TEST(Files, AreShownByNameAndSize) {
  Person person = at_the_file();
  person.act(file("kuva.png", "123456"));
  person.go_on({{"attachment", {"kuva.png", "image/png", "123456", hash, name}}});
  EXPECT_EQ(person.page().address, "photos");
  person.go_on();
  EXPECT_EQ(person.page().address, "visiting");
  person.go_on();
  const std::string text = render::text(person.page());
  for (const char* words :
       {"18.30", "joulukuu 2026", "FI21 1234 5600 0007 85", "Koivukuja 3", "50100 Mikkeli", "Suomi", "Koulun edessä", "kuva.png", "124\u00a0kt"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }
}

std::vector<std::string> names_of(const Field& field) {
  std::vector<std::string> names;
  for (const auto& chosen : field.chosen) names.push_back(chosen.name.words());
  return names;
}

TEST(Files, OneThatIsPromisedIsAnAnswerUntilItIsThere) {
  Person person = at_the_file();
  ASSERT_EQ(only_field(person.page()).options.size(), 1u);
  EXPECT_FALSE(only_field(person.page()).options.front().chosen);
  person.act(session::Type{"attachment", {"later"}});
  EXPECT_TRUE(only_field(person.page()).options.front().chosen);
  person.go_on({{"attachment", {"later"}}});
  EXPECT_EQ(person.page().address, "photos");
  person.go_on();
  person.go_on();
  EXPECT_NE(render::text(person.page()).find("Toimitetaan myöhemmin"), std::string::npos) << render::text(person.page());
  person.act(session::Change{"papers", "attachment"});
  person.act(file("kuva.png", "1200"));
  EXPECT_EQ(names_of(only_field(person.page())), std::vector<std::string>{"kuva.png"});
  EXPECT_TRUE(only_field(person.page()).options.empty()) << "it is there";
}

// Files chosen together, as the browser tells of them.
session::Type pictures(const std::vector<std::pair<std::string, std::string>>& chosen) {
  value::Typed typed;
  for (const auto& [called, size] : chosen) typed.insert(typed.end(), {called, "image/png", size, hash, name});
  return {"pictures", typed};
}

Person at_the_pictures() {
  Person person = at_the_file();
  person.go_on({{"attachment", {"kuva.png", "image/png", "123456", hash, name}}});
  return person;
}

TEST(SeveralFiles, AreChosenAtOnceOnThePageOfTheirList) {
  Person person = at_the_pictures();
  Field field = only_field(person.page());
  EXPECT_TRUE(field.takes_several && field.is_label_hidden);
  EXPECT_EQ(person.page().heading.words(), "Kuvat paikasta (vapaaehtoinen)");
  EXPECT_EQ(field.choose.words(), "Valitse tiedostot");
  person.act(pictures({{"a.png", "1200"}, {"b.png", "1300"}}));
  field = only_field(person.page());
  EXPECT_EQ(names_of(field), (std::vector<std::string>{"a.png", "b.png"}));
  EXPECT_EQ(field.choose.words(), "Lisää tiedostoja");
  person.go_on();
  EXPECT_EQ(person.page().address, "visiting");
}

TEST(SeveralFiles, ThoseThatDoNotDoAreToldByNameAndTheOthersAreKept) {
  Person person = at_the_pictures();
  person.act(pictures({{"a.png", "1200"}, {"iso.png", "200001"}, {"b.png", "1300"}, {"c.png", "1"}, {"d.png", "1"}}));
  const Page page = person.page();
  EXPECT_EQ(names_of(only_field(page)), (std::vector<std::string>{"a.png", "b.png", "c.png"}));
  ASSERT_EQ(page.summary.size(), 2u);
  EXPECT_EQ(page.summary[0].problem.words(), "”iso.png”: Tiedosto on liian suuri: 201\u00a0kt. Valitse tiedosto, joka on enintään 200\u00a0kt");
  EXPECT_EQ(page.summary[1].problem.words(), "”d.png”: Ei lisätty: tiedostoja voi olla enintään 3");
  EXPECT_EQ(page.summary[0].target, "pictures");
  EXPECT_TRUE(only_field(page).choose.empty()) << "there is room for no more";
  person.act(session::RemoveRow{person.state.answers.rows(kinds().form->index_of("pictures"), 0).front()});
  EXPECT_EQ(names_of(only_field(person.page())), (std::vector<std::string>{"b.png", "c.png"}));
  person.act(session::RestoreRow{});
  EXPECT_EQ(names_of(only_field(person.page())), (std::vector<std::string>{"a.png", "b.png", "c.png"}));
}

TEST(SeveralFiles, StandInOneLineEachWhereAnswersAreChecked) {
  Person person = at_the_pictures();
  person.go_on();
  person.go_on();
  EXPECT_NE(render::text(person.page()).find("Kuvat paikasta: Ei annettu"), std::string::npos) << render::text(person.page());
  person.act(session::Change{"photos", ""});
  person.act(pictures({{"a.png", "1200"}, {"b.png", "1300"}}));
  person.go_on();
  const std::string text = render::text(person.page());
  EXPECT_NE(text.find("a.png, 2\u00a0kt"), std::string::npos) << text;
  EXPECT_NE(text.find("b.png, 2\u00a0kt"), std::string::npos) << text;
}

}  // namespace
}  // namespace polku
