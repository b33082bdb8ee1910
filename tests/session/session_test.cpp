// SPDX-License-Identifier: EUPL-1.2
// What no scenario can see: the order of effects and what happens to outcomes that come late.
#include "session/session.h"

#include <gtest/gtest.h>

#include "host/embedded/embedded.h"
#include "json/reader.h"
#include "json/writer.h"
#include "session/format.h"
#include "session/verify.h"

namespace polku::session {
namespace {

constexpr std::string_view service = R"({
  "$schema": "../../schema/service-1.json", "id": "case", "version": "1.0.0", "languages": ["en", "fi"],
  "questions": { "name": { "kind": "text" }, "amount": { "kind": "number", "required": false }, "agree": { "kind": "consent" } },
  "pages": [ { "id": "start", "kind": "start" }, { "id": "one", "ask": ["name", "amount"] }, { "id": "two", "ask": ["agree"] },
             { "id": "check", "kind": "check-answers" }, { "id": "done", "kind": "confirmation" } ],
  "recipients": [ { "id": "office", "entitled": ["name", "amount", "agree"] } ] })";

constexpr std::string_view words = R"({ "question.agree.label": "I agree", "question.agree.body": "To everything." })";

const calendar::Date today{2026, 11, 22};
const std::string key = "00112233445566778899aabbccddeeff";

World make_world() {
  World world;
  problem::Problems problems;
  world.form = form::compile(*json::read(service).value).form;
  auto site = std::make_shared<form::Site>();
  site->id = "site";
  site->languages = {"en", "fi"};
  site->submissions_url = "/api/submissions";
  world.site = site;
  for (const auto* tag : {"en", "fi"}) {
    world.locales.push_back(std::make_shared<const locale::Locale>(*locale::load(*json::read(host::embedded_locale(tag)).value)));
  }
  world.layers = {{{std::make_shared<const messages::Catalog>(messages::Catalog::read(*json::read(words).value, "en", problems))}}};
  return world;
}

template <class Wish>
std::vector<std::pair<std::uint32_t, Wish>> effects_of(const Step& step) {
  std::vector<std::pair<std::uint32_t, Wish>> found;
  for (const auto& effect : step.effects) {
    if (const auto* wish = std::get_if<Wish>(&effect.wish)) found.emplace_back(effect.id, *wish);
  }
  return found;
}

class SessionTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(world_.form);
    auto step = update(world_, {}, {Begin{today, "en", "", Storage::device, key}, today});
    const auto recalls = effects_of<Recall>(step);
    ASSERT_EQ(recalls.size(), 1U);
    state_ = resolve(world_, std::move(step.state), recalls[0].first, Recalled{}).state;
    ASSERT_TRUE(std::holds_alternative<Filling>(state_.phase));
  }
  Step act(Action action) {
    auto step = update(world_, std::move(state_), {std::move(action), today});
    state_ = step.state;
    return step;
  }
  Step answer(std::uint32_t id, const Outcome& outcome) {
    auto step = resolve(world_, std::move(state_), id, outcome);
    state_ = step.state;
    return step;
  }
  void keep_all(Step step) {
    for (auto keeps = effects_of<Keep>(step); !keeps.empty(); keeps = effects_of<Keep>(step)) step = answer(keeps[0].first, KeptIt{});
  }
  void fill() {
    keep_all(act(Continue{}));
    keep_all(act(Continue{{{"name", {"Aino"}}}}));
    keep_all(act(Continue{{{"agree", {"yes"}}}}));
    ASSERT_EQ(to_string(world_, state_.answers, state_.address), "check");
  }

  World world_ = make_world();
  State state_;
};

TEST_F(SessionTest, keeps_one_at_a_time_and_the_last_wins) {
  act(Continue{});
  act(Type{"name", {"A"}});
  const auto awaited = state_.awaited_keep;
  ASSERT_NE(awaited, 0U);
  EXPECT_TRUE(effects_of<Keep>(act(Type{"name", {"Ai"}})).empty()) << "a Keep is under way";
  EXPECT_TRUE(effects_of<Keep>(act(Type{"name", {"Ain"}})).empty());
  const auto next = effects_of<Keep>(answer(awaited, KeptIt{}));
  ASSERT_EQ(next.size(), 1U);
  EXPECT_NE(next[0].second.body.find("\"Ain\""), std::string::npos);
  EXPECT_EQ(next[0].second.expected_revision + 1, next[0].second.revision);
}

TEST_F(SessionTest, outcomes_that_nobody_waits_for_change_nothing) {
  fill();
  const auto before = json::write(make_record(world_, state_));
  for (const Outcome& late :
       {Outcome{KeptIt{}}, Outcome{NotKept{NotKept::Reason::newer_exists}}, Outcome{Recalled{"{}", 7}}, Outcome{Fetched{500, "", {}}}, Outcome{Waited{}}}) {
    const auto step = answer(9999, late);
    EXPECT_TRUE(step.effects.empty());
    EXPECT_EQ(json::write(make_record(world_, state_)), before);
  }
}

TEST_F(SessionTest, is_kept_in_the_outbox_before_it_is_sent) {
  fill();
  const auto submitted = act(Submit{key, {}});
  EXPECT_TRUE(effects_of<Fetch>(submitted).empty());
  const auto keeps = effects_of<Keep>(submitted);
  ASSERT_EQ(keeps.size(), 1U);
  EXPECT_NE(keeps[0].second.body.find(key), std::string::npos);
  const auto sent = effects_of<Fetch>(answer(keeps[0].first, KeptIt{}));
  ASSERT_EQ(sent.size(), 1U);

  // Lost on the way: the same bytes under the same key.
  const auto waits = effects_of<Wait>(answer(sent[0].first, Unreached{}));
  ASSERT_EQ(waits.size(), 1U);
  EXPECT_GE(waits[0].second.seconds, 1);
  const auto again = effects_of<Fetch>(answer(waits[0].first, Waited{}));
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].second.body, sent[0].second.body);
  EXPECT_EQ(again[0].second.headers, sent[0].second.headers);

  const auto received =
      answer(again[0].first, Fetched{201, R"({"receipt":1,"reference":"ABC","receivedAt":"2026-11-22T09:00:00Z"})", {{"content-type", "application/json"}}});
  ASSERT_TRUE(std::holds_alternative<Sent>(state_.phase));
  EXPECT_TRUE(state_.answers.empty());
  const auto kept = effects_of<Keep>(received);
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].second.body.find("Aino"), std::string::npos) << "a receipt holds no answers";
}

TEST_F(SessionTest, a_device_that_cannot_keep_does_not_stop_anybody_from_sending) {
  fill();
  const auto keeps = effects_of<Keep>(act(Submit{key, {}}));
  ASSERT_EQ(keeps.size(), 1U);
  EXPECT_EQ(effects_of<Fetch>(answer(keeps[0].first, NotKept{NotKept::Reason::full})).size(), 1U);
}

TEST_F(SessionTest, what_is_sent_verifies_and_nothing_else_does) {
  fill();
  const auto submission = make_submission(world_, state_, walk(world_, state_));
  EXPECT_TRUE(verify(world_, submission, today).problems.empty());
  EXPECT_EQ(to_string(verify(world_, submission, today).on), "2026-11-22");
  auto changed = submission;
  changed.find("answers")->set("name", json::Value{" Aino"});
  EXPECT_FALSE(verify(world_, changed, today).problems.empty());
}

TEST_F(SessionTest, an_answer_keeps_the_language_it_was_typed_in) {
  act(Continue{});
  act(Type{"amount", {"1.5"}});
  act(ChooseLanguage{"fi"});
  const auto place = *journey::find_place(*world_.form, state_.answers, "amount");
  const auto& question = world_.form->questions[place.question];
  EXPECT_EQ(typed_as_shown(world_, question, *state_.answers.find(place), "fi"), value::Typed{"1,5"});
  act(Continue{{{"name", {"Aino"}}, {"amount", {"1,5"}}}});
  EXPECT_EQ(state_.answers.find(place)->language, "en") << "sent back as it was shown is no change";
}

TEST(Format, refuses_what_is_no_intent_and_says_where) {
  for (const auto* text :
       {"{}", R"({"intent":"fly"})", R"({"intent":"type"})", R"({"intent":"visit","address":3})", R"({"intent":"begin","today":"soon"})", "[]", "3"}) {
    problem::Problems problems;
    EXPECT_FALSE(read_intent(*json::read(text).value, problems)) << text;
    EXPECT_FALSE(problems.empty()) << text;
  }
}

}  // namespace
}  // namespace polku::session
