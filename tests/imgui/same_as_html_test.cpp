// SPDX-License-Identifier: EUPL-1.2
// The Dear ImGui page says the same as the HTML page: the same words in the same order, of the same kinds and in the same states.
#include <functional>
#include <set>

#include "../page/support.h"
#include "../render/build.h"
#include "rehearsal/enumerate.h"
#include "render/html/html.h"
#include "render/imgui/script.h"
#include "render/imgui/stage.h"
#include "sight_of_html.h"

namespace polku::test {
namespace {

constexpr calendar::Date today = {2026, 11, 22};

std::vector<std::string> lines_of(const std::vector<render::Seen>& all) {
  std::vector<std::string> lines;
  for (const auto& seen : all) lines.push_back(render::print(seen));
  return lines;
}

// The first line that is not the same, of either; empty when there is none.
std::string find_difference(render::Stage& stage, const page::Page& of_html, const page::Page& of_imgui) {
  render::UiState ui;
  const auto html = lines_of(read_html(render::html(of_html))), imgui = lines_of(stage.show(of_imgui, ui).seen);
  for (std::size_t at = 0; at < std::max(html.size(), imgui.size()); ++at) {
    const std::string left = at < html.size() ? html[at] : "nothing", right = at < imgui.size() ? imgui[at] : "nothing";
    if (left != right) return "HTML: " + left + "\nDear ImGui: " + right;
  }
  return {};
}

class EveryPage : public testing::TestWithParam<std::tuple<std::string, std::string>> {
 protected:
  const session::World world = make_world_of(std::get<0>(GetParam()));
  const rehearsal::Enumeration enumeration = rehearsal::enumerate_pages(world, std::get<1>(GetParam()), today);
  render::Stage stage;
};

TEST_P(EveryPage, SaysTheSameInBothFaces) {
  std::size_t things = 0;
  for (const auto& [name, page] : enumeration.pages) {
    ASSERT_TRUE(render::can_shape(page)) << name;
    EXPECT_EQ(find_difference(stage, page, page), "") << name;
    render::UiState ui;
    things += stage.show(page, ui).seen.size();
  }
  EXPECT_GE(enumeration.pages.size(), 30u);
  RecordProperty("pages", static_cast<int>(enumeration.pages.size()));
  RecordProperty("things", static_cast<int>(things));
  std::cout << enumeration.pages.size() << " pages and states, " << things << " things seen\n";
}

page::Field* first_field(page::Page& page) {
  for (auto& element : page.elements) {
    if (auto* field = std::get_if<page::Field>(&element)) return field;
  }
  return nullptr;
}

// Each plants something in a page and says whether there was a place for it.
using Plant = std::function<bool(page::Page&)>;
const std::map<std::string, Plant>& plants() {
  static const std::map<std::string, Plant> all = {
      {"another heading", [](page::Page& page) { return !page.heading.empty() && (page.heading = messages::verbatim("Something else"), true); }},
      {"another label",
       [](page::Page& page) {
         auto* field = first_field(page);
         return field && (field->label = messages::verbatim("Something else"), true);
       }},
      {"a problem forgotten",
       [](page::Page& page) {
         auto* field = first_field(page);
         return field && !field->problem.empty() && (field->problem = {}, true);
       }},
      {"an option turned over",
       [](page::Page& page) {
         auto* field = first_field(page);
         return field && !field->options.empty() && field->control != page::Field::Control::tick &&
                (field->options.front().chosen = !field->options.front().chosen, true);
       }},
      {"other letters in a box",
       [](page::Page& page) {
         auto* field = first_field(page);
         return field && field->control == page::Field::Control::line && (field->typed = {"something else"}, true);
       }},
      {"a button less", [](page::Page& page) { return !page.actions.empty() && (page.actions.pop_back(), true); }},
      {"another language as the current one",
       [](page::Page& page) { return page.languages.size() > 1 && (std::swap(page.languages[0].current, page.languages[1].current), true); }},
      {"buttons in another order", [](page::Page& page) { return page.footer.size() > 1 && (std::swap(page.footer[0], page.footer[1]), true); }},
  };
  return all;
}

TEST_P(EveryPage, APlantedDifferenceIsFound) {
  for (const auto& [what, plant] : plants()) {
    std::size_t planted = 0;
    for (const auto& [name, page] : enumeration.pages) {
      page::Page changed = page;
      if (!plant(changed)) continue;
      ++planted;
      // Of two languages of which neither is the current one nothing changes hands.
      if (what.starts_with("another language") && page.languages[0].current == page.languages[1].current) continue;
      EXPECT_NE(find_difference(stage, page, changed), "") << what << " on " << name;
    }
    EXPECT_GT(planted, 0u) << what;
  }
}

INSTANTIATE_TEST_SUITE_P(Services, EveryPage, testing::Combine(testing::Values("resident-parking-permit", "street-fault"), testing::Values("fi", "sv", "en")),
                         [](const auto& tested) { return (std::get<0>(tested.param) == "street-fault" ? "fault_" : "permit_") + std::get<1>(tested.param); });

// The examples know variants that no sample service has.
TEST(EveryExample, SaysTheSameInBothFaces) {
  std::set<render::Seen::Kind> kinds;
  std::size_t count = 0;
  render::Stage stage;
  const std::string components = "src/render/html/components";
  for (const auto& folder : std::filesystem::directory_iterator(std::string(POLKU_SOURCE_DIR) + "/" + components)) {
    const std::string component = folder.path().filename().string();
    const auto file = must_read_file(components + "/" + component + "/examples.json");
    for (const auto& example : file.find("examples")->items()) {
      const auto page = build_page(*example.find("page"));
      EXPECT_EQ(find_difference(stage, page, page), "") << component << ": " << example.find_string("name").value_or("");
      render::UiState ui;
      for (const auto& seen : stage.show(page, ui).seen) kinds.insert(seen.kind);
      ++count;
    }
  }
  std::cout << count << " examples of components\n";
  for (int kind = 0; kind <= static_cast<int>(render::Seen::Kind::card); ++kind) {
    EXPECT_TRUE(kinds.count(static_cast<render::Seen::Kind>(kind)))
        << "never seen: " << render::print(render::Seen{.kind = static_cast<render::Seen::Kind>(kind)});
  }
}

TEST(Script, ArabicIsLeftToTheHtmlPage) {
  const auto world = make_world_of("street-fault");
  for (const auto& [name, page] : rehearsal::enumerate_pages(world, "ar", today).pages) EXPECT_FALSE(render::can_shape(page)) << name;
  EXPECT_TRUE(render::can_shape("Þórsdóttir, Παράδειγμα, Пример, “12 €” – 3½ ✓"));
  EXPECT_FALSE(render::can_shape("العربية"));
  EXPECT_FALSE(render::can_shape("日本"));
}

TEST(Script, WhatCannotBeShapedIsNamed) {
  const auto world = make_world_of("street-fault");
  const Person person(world, "fi");
  render::Stage stage;
  render::UiState ui;
  const auto drawn = stage.show(person.page(), ui);
  EXPECT_EQ(drawn.not_shaped, std::vector<std::string>{"العربية"});
}

}  // namespace
}  // namespace polku::test
