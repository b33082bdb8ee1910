// SPDX-License-Identifier: EUPL-1.2
// A person without a window walks a service by what is written on the buttons, in Finnish, and sends what `polku fill` makes of the same answers.
#include <gtest/gtest.h>

#include <string>

#include "host/files/files.h"
#include "host/studio/preview.h"
#include "host/terminal/commands.h"
#include "json/reader.h"
#include "json/writer.h"
#include "render/imgui/stage.h"

namespace polku::test {
namespace {

const std::string root = POLKU_SOURCE_DIR;
const std::string service = root + "/assets/services/resident-parking-permit", site = root + "/assets/sites/koivuranta";
constexpr calendar::Date today = {2026, 11, 22};

std::shared_ptr<const session::World> load() {
  problem::Problems problems;
  return host::load_service(service, site, problems).world;
}

class Walker {
 public:
  explicit Walker(const std::string& language) : preview(load(), language, today) {}

  void press(std::string_view label) { do_it(label, stage_.press(preview.page(), ui_, label)); }
  void type(std::string_view label, std::string_view words) { do_it(label, stage_.type(preview.page(), ui_, label, words)); }
  void press_enter(std::string_view label) { do_it(label, stage_.press_enter(preview.page(), ui_, label)); }
  // A link that leads to a place on the page: the session hears nothing of it.
  void follow(std::string_view label) {
    const auto deeds = stage_.press(preview.page(), ui_, label);
    ASSERT_TRUE(deeds) << label;
    EXPECT_TRUE(deeds->empty());
    sees();
  }
  const std::string& editing() const { return ui_.editing; }
  std::string sees() { return render::print(stage_.show(preview.page(), ui_).seen); }

  host::Preview preview;

 private:
  void do_it(std::string_view label, const std::optional<std::vector<render::Deed>>& deeds) {
    ASSERT_TRUE(deeds) << label << " is not on the page:\n" << sees();
    EXPECT_FALSE(deeds->empty()) << label << " does nothing";
    for (const auto& deed : *deeds) preview.perform(deed);
    if (auto focus = preview.take_focus(); !focus.empty()) ui_.focus = std::move(focus);
  }

  render::Stage stage_;
  render::UiState ui_;
};

json::Value submission_of_fill(const std::string& answers) {
  testing::internal::CaptureStdout();
  const int status = host::run_command({"fill", service, "--site", site, "--answers", answers, "--language", "fi", "--today", "2026-11-22", "--json"});
  const auto reading = json::read(testing::internal::GetCapturedStdout());
  EXPECT_EQ(status, host::all_is_well);
  const auto* submission = reading.value ? reading.value->find("submission") : nullptr;
  return submission ? *submission : json::Value{};
}

void walk_to_moving_day(Walker& person) {
  person.press("Aloita hakemus");
  person.press("Kyllä");
  person.press("Jatka");
  person.press("Ranta (B)");
  person.press("Jatka");
}

void walk_permit(Walker& person) {
  walk_to_moving_day(person);
  person.type("Päivä", "15");
  person.type("Kuukausi", "8");
  person.type("Vuosi", "2023");
  person.press("Jatka");
  person.type("Mikä on henkilötunnuksesi?", "131052-308T");
  person.press("Jatka");
  person.type("Etu- ja sukunimi", "Aino-Kaisa Þórsdóttir");
  person.type("Osoite", "Rantakatu 4 B 12, 50100 Koivuranta");
  person.press("Jatka");
  person.type("Rekisteritunnus", "krt 482");
  person.press("Minun");
  person.press("Jatka");
  person.press("Bensiini");
  person.type("Hiilidioksidipäästöt (CO₂)", "128");
  person.press("Jatka");
  person.press("Lisää toinen ajoneuvo");
  person.type("Rekisteritunnus", "LUX-7");
  person.press("Työnantajani");
  person.type("Työnantajan Y-tunnus", "0112038-9");
  person.press("Jatka");
  person.press("Sähkö");
  person.press("Jatka");
  person.press("Jatka");
  person.type("Päivä", "1");
  person.type("Kuukausi", "joulukuu");
  person.type("Vuosi", "2026");
  person.press("Jatka");
  person.press("Sähköpostilla");
  person.press("Tekstiviestillä");
  person.type("Sähköpostiosoite", "aino-kaisa@posti.example");
  person.type("Puhelinnumero", "+358 40 123 4567");
  person.press("Jatka");
  person.type("Haluatko kertoa vielä jotain? (vapaaehtoinen)", "Vaihdan bensiiniauton sähköautoon keväällä.");
  person.press("Jatka");
  person.press("Vakuutan, että antamani tiedot ovat oikein. Ilmoitan 14 päivän kuluessa, jos muutan tai luovun ajoneuvosta.");
  person.press("Jatka");
  person.press("Lähetä hakemus");
}

TEST(Walk, ByLabelsToTheSubmissionThatFillMakes) {
  Walker person("fi");
  walk_permit(person);
  ASSERT_EQ(person.preview.submissions().size(), 1u) << person.sees();
  const auto sent = json::read(person.preview.submissions().front());
  ASSERT_TRUE(sent.value);
  const auto filled = submission_of_fill(root + "/tests/scenarios/answers/resident-parking-permit.json");
  EXPECT_EQ(json::write_indented(*sent.value), json::write_indented(filled));
  EXPECT_NE(person.sees().find("heading \"Hakemuksesi on vastaanotettu\""), std::string::npos) << person.sees();
}

TEST(Walk, EmptyPagesTellTheirProblemsAndTheirLinksLeadToTheBox) {
  Walker person("fi");
  person.press("Aloita hakemus");
  person.press("Jatka");
  EXPECT_NE(person.sees().find("question wrong"), std::string::npos);
  person.press("Kyllä");
  person.press("Jatka");
  person.press("Ranta (B)");
  person.press("Jatka");
  person.type("Vuosi", "2023");
  person.type("Kuukausi", "8");
  person.type("Päivä", "15");
  person.press("Jatka");
  person.press("Jatka");
  EXPECT_NE(person.sees().find("box \"Mikä on henkilötunnuksesi?\" = \"\" wrong"), std::string::npos) << person.sees();
  EXPECT_EQ(person.editing(), "");
  person.follow("Kirjoita henkilötunnuksesi");
  EXPECT_EQ(person.editing(), "applicant");
}

TEST(Walk, EnterInABoxMeansThePrimaryButton) {
  Walker person("fi");
  walk_to_moving_day(person);
  person.type("Päivä", "15");
  person.type("Kuukausi", "8");
  person.type("Vuosi", "2023");
  person.press_enter("Vuosi");
  EXPECT_NE(person.sees().find("heading \"Mikä on henkilötunnuksesi?\""), std::string::npos) << person.sees();
}

TEST(Walk, AnotherLanguageMidwayKeepsWhatWasTyped) {
  Walker person("fi");
  person.press("Aloita hakemus");
  person.press("Kyllä");
  person.press("English");
  EXPECT_NE(person.sees().find("option \"Yes\" chosen"), std::string::npos) << person.sees();
  EXPECT_NE(person.sees().find("button \"English\" current"), std::string::npos);
}

TEST(Walk, ALabelThatIsNotThereIsNotPressed) {
  render::Stage stage;
  render::UiState ui;
  const host::Preview preview{load(), "fi", today};
  EXPECT_FALSE(stage.press(preview.page(), ui, "Ei ole tällaista"));
  EXPECT_FALSE(stage.type(preview.page(), ui, "Rekisteritunnus", "KRT-482"));
}

TEST(Walk, TheLogHoldsWhatWasDoneAndAskedFor) {
  Walker person("fi");
  person.press("Aloita hakemus");
  person.press("Kyllä");
  std::string log;
  for (const auto& entry : person.preview.log()) log += entry.words + "\n";
  EXPECT_NE(log.find("begin fi\n"), std::string::npos) << log;
  EXPECT_NE(log.find("type resident yes\n"), std::string::npos) << log;
  EXPECT_NE(log.find("\"effect\":\"keep\""), std::string::npos) << log;
}

TEST(Walk, AChangedServiceFindsThePersonWhereTheyStood) {
  Walker person("fi");
  person.press("Aloita hakemus");
  person.press("Kyllä");
  person.press("Jatka");
  person.press("Ranta (B)");
  person.preview.take(load());
  EXPECT_NE(person.sees().find("option \"Ranta (B)\" chosen"), std::string::npos) << person.sees();
}

}  // namespace
}  // namespace polku::test
