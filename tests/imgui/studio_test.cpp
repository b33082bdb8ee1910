// SPDX-License-Identifier: EUPL-1.2
// The studio without a window: what is told beside the page, files that change, and whole frames of it.
#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "host/studio/headless.h"
#include "host/studio/insight.h"
#include "host/studio/studio.h"
#include "host/studio/tell.h"

namespace polku::test {
namespace {

namespace fs = std::filesystem;

constexpr calendar::Date today = {2026, 11, 22};

// A copy of the author's files, lying as the assets do.
class Studio : public testing::Test {
 protected:
  Studio() {
    fs::remove_all(home);
    fs::create_directories(home / "services");
    fs::create_directories(home / "sites");
    const fs::path assets = fs::path(POLKU_SOURCE_DIR) / "assets";
    for (const std::string part : {"services/resident-parking-permit", "sites/koivuranta", "calendars"}) {
      fs::copy(assets / part, home / part, fs::copy_options::recursive);
    }
  }
  ~Studio() override { fs::remove_all(home); }

  host::Wanted wanted(const std::string& language) const { return {home / "services/resident-parking-permit", home / "sites/koivuranta", language, today}; }

  // The time differs from before also where the disk counts in seconds.
  void change(const std::string& file, const std::string& before, const std::string& after) const {
    const fs::path path = home / "services/resident-parking-permit" / file;
    std::ostringstream words;
    words << std::ifstream(path, std::ios::binary).rdbuf();
    std::string text = words.str();
    const auto at = text.find(before);
    ASSERT_NE(at, std::string::npos);
    std::ofstream(path, std::ios::binary) << text.replace(at, before.size(), after);
    fs::last_write_time(path, fs::last_write_time(path) + std::chrono::seconds(2));
  }

  std::string walk(host::Studio& studio, const std::string& lines, int status = 0) const {
    std::istringstream given(lines);
    std::ostringstream told;
    EXPECT_EQ(host::walk_by_labels(studio, given, told), status) << told.str();
    return told.str();
  }

  static void expect_in(const std::string& words, const std::string& all) { EXPECT_NE(all.find(words), std::string::npos) << words << " is not in\n" << all; }

  const fs::path home = fs::temp_directory_path() / ("polku-studio-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(Studio, TellsWhyAQuestionIsNotAsked) {
  host::Studio studio(wanted("en"));
  ASSERT_TRUE(studio.is_walking());
  const auto before = walk(studio, "press Start your application\nwhy\n");
  expect_in("resident: asked\n", before);
  expect_in("email: not asked: its own rule says no\n    \"email\" in decision-by-letter: false\n", before);
  expect_in("valid-until: not computed: what it reads is missing\n", before);
  expect_in("zone: not asked: the route ends before its page\n", walk(studio, "press No\nwhy\n"));
}

TEST_F(Studio, TellsOfWhatIsComputedWhetherItIs) {
  host::Studio studio(wanted("en"));
  const std::string to_the_car =
      "press Start your application\npress Yes\npress Continue\npress Shore (B)\npress Continue\ntype Day = 15\ntype Month = 8\ntype Year = 2023\npress "
      "Continue\n"
      "type What is your Finnish personal identity code? = 131052-308T\npress Continue\ntype First name and surname = Aino Virtanen\ntype Address = Rantakatu "
      "4\n"
      "press Continue\ntype Registration number = KRT-482\npress Mine\npress Continue\n";
  expect_in("vehicles/r1/low-emission: not computed: what it reads is missing\n", walk(studio, to_the_car + "why\n"));
  expect_in("vehicles/r1/low-emission: computed\n", walk(studio, "press Electricity\nwhy\n"));
  expect_in("further-vehicles-fee: not computed: its own rule says no\n", walk(studio, "why\n"));
}

TEST_F(Studio, TellsTheRouteTheProblemsTheSubmissionAndTheLog) {
  host::Studio studio(wanted("en"));
  const auto told = walk(studio, "press Start your application\npress Yes\npress Continue\npress Continue\nroute\nproblems\nsubmission\nlog\n");
  expect_in("  residence: complete\n> area: to do\n", told);
  expect_in("missing", told);
  expect_in("\"resident\": true", told);
  expect_in("person  type resident yes\n", told);
  expect_in("  asks    {\"effect\":\"keep\"", told);
  expect_in("  answer  kept\n", told);
}

TEST_F(Studio, ALabelThatIsNotOnThePageEndsTheWalk) {
  host::Studio studio(wanted("en"));
  expect_in("cannot: press No such label\n", walk(studio, "press No such label\nsee\n", 1));
  expect_in("cannot: dance\n", walk(studio, "dance\n", 1));
}

TEST_F(Studio, ReadsFilesAgainWhenTheyChange) {
  host::Studio studio(wanted("en"));
  walk(studio, "press Start your application\npress Yes\npress Continue\n");
  EXPECT_EQ(studio.look_at_files(), host::Studio::News::none);
  change("en.json", "\"question.zone.label\": \"", "\"question.zone.label\": \"Changed: ");
  EXPECT_EQ(studio.look_at_files(), host::Studio::News::read_again);
  expect_in("heading \"Changed: ", walk(studio, "see\n"));
  EXPECT_EQ(studio.look_at_files(), host::Studio::News::none);
}

TEST_F(Studio, AServiceThatIsBrokenMeanwhileIsStillWalkedWithItsProblemsBeside) {
  host::Studio studio(wanted("en"));
  walk(studio, "press Start your application\n");
  change("service.json", "\"version\": \"1.0.0\",", "\"version\": ");
  EXPECT_EQ(studio.look_at_files(), host::Studio::News::read_again);
  EXPECT_FALSE(studio.source().problems().empty());
  walk(studio, "press Yes\npress Continue\nsee\n");
  change("service.json", "\"version\": ", "\"version\": \"1.0.1\",");
  EXPECT_EQ(studio.look_at_files(), host::Studio::News::read_again);
  EXPECT_TRUE(studio.source().problems().empty());
  expect_in("option \"Yes\" chosen", walk(studio, "press Back\nsee\n"));
}

TEST_F(Studio, TellsAHostThatShowsThePageItselfWhereTheFocusGoesAndThatOnce) {
  host::Studio studio(wanted("ar"));
  const auto told = [&](const char* member) { return std::string{host::tell_page(studio).find_string(member).value_or("absent")}; };
  EXPECT_EQ(told("direction"), "rtl");
  studio.preview().act(session::Continue{});
  EXPECT_EQ(told("focus"), "") << "the page is drawn here: the focus is the drawing's";
  studio.show_page(host::Studio::Place::elsewhere);
  EXPECT_EQ(told("focus"), "heading");
  EXPECT_EQ(told("focus"), "");
  EXPECT_NE(told("html").find("lang=\"ar\""), std::string::npos);
}

TEST_F(Studio, DrawsWholeFramesAlsoWhereAScriptCannotBeShaped) {
  for (const std::string language : {"fi", "ar"}) {
    host::Studio studio(wanted(language));
    ImGuiContext* context = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {1400, 900};
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    for (int frame = 0; frame < 3; ++frame) {
      ImGui::NewFrame();
      EXPECT_EQ(studio.draw(), host::Studio::Wish::nothing);
      ImGui::Render();
    }
    EXPECT_GT(ImGui::GetDrawData()->TotalVtxCount, 1000) << language;
    ImGui::DestroyContext(context);
  }
}

}  // namespace
}  // namespace polku::test
