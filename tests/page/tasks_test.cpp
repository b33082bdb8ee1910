// SPDX-License-Identifier: EUPL-1.2
// What a person sees of a service with tasks.
#include "support.h"

namespace polku {
namespace {

constexpr std::string_view service = R"({
  "$schema": "../../schema/service-1.json", "id": "permit", "version": "1.0.0", "languages": ["en"],
  "questions": { "own": { "kind": "yes-no" }, "site": { "kind": "text" }, "big": { "kind": "yes-no" }, "plan": { "kind": "text" }, "note": { "kind": "text", "required": false } },
  "pages": [ { "id": "eligible", "section": "before", "ask": ["own"] }, { "id": "tasks", "kind": "task-list" },
    { "task": "plot", "pages": [{ "id": "where", "ask": ["site"] }, { "id": "size", "ask": ["big"] }, { "id": "plot-check", "kind": "check-answers" }] },
    { "task": "drawings", "after": ["plot"], "pages": [{ "id": "plans", "ask": ["plan"] }] },
    { "task": "more", "pages": [{ "id": "notes", "section": "rest", "ask": ["note"] }] },
    { "id": "check", "kind": "check-answers" }, { "id": "done", "kind": "confirmation" } ] })";

const json::Value& words() {
  static const json::Value all =
      test::must_read(R"({ "service.title": "Permit", "page.tasks.title": "Your application", "section.before": "Before you start", "section.rest": "The rest",
    "task.plot.title": "Plot", "task.plot.hint": "Where you build", "task.drawings.title": "Drawings", "task.more.title": "More" })",
                      "words");
  return all;
}

class TaskPages : public testing::Test {
 protected:
  page::Page visit(const std::string& address) {
    person_.act(session::Visit{address});
    return person_.page();
  }
  page::Tasks tasks() {
    const page::Page page = visit("tasks");
    for (const auto& element : page.elements) {
      if (const auto* found = std::get_if<page::Tasks>(&element)) return *found;
    }
    ADD_FAILURE() << "no tasks on " << page.address;
    return {};
  }
  std::string seen() {
    std::string line;
    for (const auto& row : tasks().rows) line += row.title.words() + ": " + row.status.words() + " (" + row.address + ")\n";
    return line;
  }
  std::string action() { return visit("tasks").actions.at(0).label.words(); }
  void come_to_the_list() { person_.go_on({{"own", {"yes"}}}); }
  void do_plot() {
    visit("where");
    person_.go_on({{"site", {"Here"}}});
    person_.go_on({{"big", {"no"}}});
  }

  session::World world_ = test::make_world(test::must_read(service, "service"), "", words());
  test::Person person_{world_, "en"};
};

TEST_F(TaskPages, TheListTellsWhatHasBecomeOfEachTaskAndLinksWhatCanBeDone) {
  come_to_the_list();
  EXPECT_EQ(seen(), "Plot: Not yet started (where)\nDrawings: Cannot start yet ()\nMore: Optional (notes)\n");
  EXPECT_EQ(tasks().completed.words(), "0 of 2 tasks completed") << "what nobody has to do is not counted";
  EXPECT_EQ(tasks().rows.at(0).hint.words(), "Where you build");
  do_plot();
  EXPECT_EQ(seen(), "Plot: Completed (plot-check)\nDrawings: Not yet started (plans)\nMore: Optional (notes)\n");
  EXPECT_EQ(tasks().completed.words(), "1 of 2 tasks completed");
}

TEST_F(TaskPages, TheButtonSaysWhereItLeads) {
  come_to_the_list();
  EXPECT_EQ(action(), "Go on: Plot");
  do_plot();
  EXPECT_EQ(action(), "Go on: Drawings");
  visit("plans");
  person_.go_on({{"plan", {"x"}}});
  EXPECT_EQ(action(), "Check and send");
}

TEST_F(TaskPages, StepsAreCountedWithinATask) {
  EXPECT_EQ(person_.page().caption.words(), "Before you start");
  come_to_the_list();
  EXPECT_EQ(visit("tasks").caption.words(), "");
  EXPECT_EQ(visit("where").caption.words(), "Plot · step 1 of 3");
  EXPECT_EQ(visit("notes").caption.words(), "The rest · step 1 of 1");
}

TEST_F(TaskPages, ATasksCheckPageShowsItsAnswersAloneAndGoesOn) {
  come_to_the_list();
  do_plot();
  const auto headings = [](const page::Page& page) {
    std::string all;
    for (const auto& element : page.elements) {
      if (const auto* answers = std::get_if<page::Answers>(&element)) all += answers->heading.words() + std::to_string(answers->lines.size()) + " ";
    }
    return all;
  };
  const page::Page of_plot = visit("plot-check");
  EXPECT_EQ(headings(of_plot), "2 ") << "the caption names the task";
  EXPECT_EQ(of_plot.actions.at(0).intent, "continue");
  visit("plans");
  person_.go_on({{"plan", {"x"}}});
  const page::Page of_all = visit("check");
  EXPECT_EQ(headings(of_all), "Before you start1 Plot2 Drawings1 The rest1 ");
  EXPECT_EQ(of_all.actions.at(0).intent, "submit");
}

TEST_F(TaskPages, BackOfAChangeLeadsToTheCheckPageItCameFrom) {
  come_to_the_list();
  do_plot();
  visit("plot-check");
  person_.act(session::Change{"size", "big"});
  ASSERT_TRUE(person_.page().back);
  EXPECT_EQ(person_.page().back->address, "plot-check");
}

}  // namespace
}  // namespace polku
