// SPDX-License-Identifier: EUPL-1.2
// Where Continue, Back, Change and links lead where a service has tasks.
#include <gtest/gtest.h>

#include "json/reader.h"
#include "session/session.h"

namespace polku::session {
namespace {

constexpr std::string_view service = R"({
  "$schema": "../../schema/service-1.json", "id": "permit", "version": "1.0.0", "languages": ["en"],
  "questions": { "own": { "kind": "yes-no" }, "site": { "kind": "text" }, "big": { "kind": "yes-no" }, "height": { "kind": "text", "when": { "var": "big" } },
    "plan": { "kind": "text" }, "note": { "kind": "text", "required": false }, "people": { "kind": "list", "minItems": 1, "questions": { "person": { "kind": "text" } } } },
  "pages": [ { "id": "start", "kind": "start" }, { "id": "eligible", "ask": ["own"] }, { "id": "tasks", "kind": "task-list" },
    { "task": "plot", "pages": [{ "id": "where", "ask": ["site"] }, { "id": "size", "ask": ["big"] }, { "id": "high", "when": { "var": "big" }, "ask": ["height"] }, { "id": "plot-check", "kind": "check-answers" }] },
    { "task": "drawings", "after": ["plot"], "pages": [{ "id": "plans", "ask": ["plan"] }] },
    { "task": "more", "pages": [{ "id": "notes", "ask": ["note"] }] },
    { "task": "persons", "pages": [{ "id": "all", "kind": "list", "ask": ["people"] }] },
    { "id": "check", "kind": "check-answers" }, { "id": "done", "kind": "confirmation" } ] })";

const calendar::Date today{2026, 11, 22};
const std::string key = "00112233445566778899aabbccddeeff";

class Tasks : public testing::Test {
 protected:
  void SetUp() override {
    world_.form = form::compile(*json::read(service).value).form;
    ASSERT_TRUE(world_.form);
    auto site = std::make_shared<form::Site>();
    site->id = "site";
    site->languages = {"en"};
    world_.site = site;
    world_.locales.push_back(std::make_shared<const locale::Locale>());
    act(Begin{today, "en", "", Storage::none_by_choice, key});
  }

  std::string act(Action action) {
    state_ = update(world_, std::move(state_), {std::move(action), today}).state;
    return to_string(world_, state_.answers, state_.address);
  }
  std::string go_on(std::vector<Type> typed = {}) { return act(Continue{std::move(typed)}); }
  std::string visit(std::string address) { return act(Visit{std::move(address)}); }
  std::string back() {
    const auto before = previous_address(world_, state_, walk(world_, state_));
    return before ? to_string(world_, state_.answers, *before) : "nowhere";
  }
  std::string address_of(std::size_t task) {
    const auto journey = walk(world_, state_);
    const auto* stop = stop_of_task(world_, journey, journey.tasks.at(task));
    return stop ? to_string(world_, state_.answers, {stop->page, stop->row, stop->row_page}) : "nowhere";
  }
  void come_to_the_list() {
    go_on();
    EXPECT_EQ(go_on({{"own", {"yes"}}}), "tasks");
  }
  void do_plot() {
    EXPECT_EQ(visit("where"), "where");
    EXPECT_EQ(go_on({{"site", {"x"}}}), "size");
    EXPECT_EQ(go_on({{"big", {"no"}}}), "plot-check");
  }
  void do_all() {
    come_to_the_list();
    do_plot();
    go_on();
    EXPECT_EQ(go_on(), "plans");
    EXPECT_EQ(go_on({{"plan", {"x"}}}), "tasks");
    EXPECT_EQ(go_on(), "all/r1");
    EXPECT_EQ(go_on({{"people/r1/person", {"x"}}}), "all");
    EXPECT_EQ(go_on(), "tasks");
  }

  World world_;
  State state_;
};

TEST_F(Tasks, continue_leads_through_what_can_be_done_passes_over_what_nobody_must_do_and_ends_at_the_check_page) {
  do_all();
  EXPECT_EQ(go_on(), "check");
}

TEST_F(Tasks, continue_on_the_list_leads_to_the_first_page_of_a_task_that_is_not_complete) {
  come_to_the_list();
  EXPECT_EQ(go_on(), "where");
  EXPECT_EQ(go_on({{"site", {"x"}}}), "size");
  EXPECT_EQ(visit("tasks"), "tasks");
  EXPECT_EQ(go_on(), "size");
}

TEST_F(Tasks, back_from_a_tasks_first_page_and_from_behind_all_tasks_is_the_list) {
  do_all();
  EXPECT_EQ(back(), "eligible");
  EXPECT_EQ((visit("where"), back()), "tasks");
  EXPECT_EQ((visit("size"), back()), "where");
  EXPECT_EQ((visit("plans"), back()), "tasks");
  EXPECT_EQ((visit("check"), back()), "tasks");
}

TEST_F(Tasks, a_link_to_a_task_leads_to_what_is_missing_or_to_its_check_page) {
  come_to_the_list();
  EXPECT_EQ(address_of(0), "where");
  EXPECT_EQ(address_of(2), "notes");
  do_plot();
  EXPECT_EQ(address_of(0), "plot-check");
  go_on();
  EXPECT_EQ(address_of(1), "plans");
}

TEST_F(Tasks, a_page_that_cannot_be_stood_on_leads_to_the_list) {
  come_to_the_list();
  EXPECT_EQ(visit("plans"), "tasks") << "before the task it comes after is complete";
  EXPECT_EQ(visit("size"), "tasks") << "before the pages in front of it are complete";
  EXPECT_EQ(visit("check"), "tasks");
  EXPECT_EQ(visit("where"), "where");
}

TEST_F(Tasks, a_page_in_front_of_the_list_holds_up_the_list) {
  go_on();
  EXPECT_EQ(visit("tasks"), "eligible");
  EXPECT_EQ(visit("where"), "eligible");
}

TEST_F(Tasks, a_change_leads_back_to_the_check_page_it_came_from_through_what_it_has_made_necessary) {
  do_all();
  for (const std::string from : {"plot-check", "check"}) {
    EXPECT_EQ(visit(from), from);
    EXPECT_EQ(act(Change{"where", "site"}), "where");
    EXPECT_EQ(go_on({{"site", {"y"}}}), from);
    EXPECT_EQ(act(Change{"size", "big"}), "size");
    EXPECT_EQ(go_on({{"big", {"yes"}}}), "high");
    EXPECT_EQ(go_on({{"height", {"4 m"}}}), from);
    EXPECT_EQ(act(Change{"size", "big"}), "size");
    EXPECT_EQ(go_on({{"big", {"no"}}}), from);
    act(Type{"height", {}});
  }
}

TEST_F(Tasks, the_list_forgets_where_a_change_came_from) {
  do_all();
  visit("plot-check");
  act(Change{"where", "site"});
  visit("tasks");
  EXPECT_EQ(go_on(), "check");
}

TEST_F(Tasks, a_draft_remembers_the_check_page_that_a_change_came_from) {
  do_all();
  visit("plot-check");
  act(Change{"where", "site"});
  EXPECT_EQ(make_record(world_, state_).find_string("returningTo"), "plot-check");
}

TEST_F(Tasks, what_is_sent_too_early_leads_to_what_is_missing) {
  come_to_the_list();
  do_plot();
  EXPECT_EQ(act(Submit{key, {}}), "plans");
}

}  // namespace
}  // namespace polku::session
