// SPDX-License-Identifier: EUPL-1.2
// Defaults, what the page around knew and what was looked up: fillings.json, step by step. "stands" names every answer there is, "has" some of them;
// "offers", "problems" and "values" are of single questions.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "host/embedded/embedded.h"
#include "json/reader.h"
#include "json/writer.h"
#include "session/format.h"

namespace polku::session {
namespace {

using json::Value;

Value read_cases() {
  std::ifstream stream{std::string{POLKU_SOURCE_DIR} + "/tests/session/fillings.json", std::ios::binary};
  std::ostringstream text;
  text << stream.rdbuf();
  auto reading = json::read(text.str());
  EXPECT_TRUE(reading.value);
  return reading.value.value_or(Value{});
}

World make_world(const Value& service) {
  World world;
  world.form = form::compile(service).form;
  auto site = std::make_shared<form::Site>();
  site->id = "site";
  site->languages = {"en", "fi"};
  site->submissions_url = "/api/submissions";
  world.site = site;
  for (const auto* tag : {"en", "fi"}) {
    world.locales.push_back(std::make_shared<const locale::Locale>(*locale::load(*json::read(host::embedded_locale(tag)).value)));
  }
  return world;
}

std::string words_of(const journey::Answer& answer) {
  std::string words;
  for (const auto& part : answer.typed) words += (words.empty() ? "" : "|") + part;
  return answer.filled_by.empty() ? words : words + " by " + answer.filled_by;
}

class Player {
 public:
  Player(const World& world, const Value& given) : world_(world) {
    Begin begin{.today = {2026, 11, 22}, .language = "en", .address = "", .storage = Storage::none_by_choice, .seed = "00112233445566778899aabbccddeeff"};
    if (const auto* answers = given.find("answers")) begin.given = {std::string{given.find_string("from").value_or("")}, *answers};
    take(update(world_, State{}, {begin, std::nullopt}));
  }

  void perform(const Value& step) {
    asked_.clear();
    if (step.find("given-no-more")) state_.given = {};
    if (const auto* intent = step.find("do")) {
      problem::Problems problems;
      const auto read = read_intent(*intent, problems);
      ASSERT_TRUE(read);
      take(update(world_, std::move(state_), *read));
    }
    if (const auto* reply = step.find("reply")) {
      Outcome outcome = Unreached{Unreached::Reason::offline};
      const auto* body = step.find("body");
      if (reply->is(json::Type::number)) {
        outcome = Fetched{static_cast<int>(*reply->number().to_integer()), body->is(json::Type::string) ? body->string() : json::write(*body), {}};
      }
      take(resolve(world_, std::move(state_), last_, outcome));
    }
  }

  Value asked() const {
    Value urls = Value::array();
    for (const auto& url : asked_) urls.push(Value{url});
    return urls;
  }
  Value stands() const {
    Value all = Value::object();
    for (const auto& [place, answer] : state_.answers.all()) all.add(journey::name_of_place(*world_.form, state_.answers, place), Value{words_of(answer)});
    return all;
  }
  // {"branch": ["12 Central"]}: what is offered there; null: it is not asked.
  Value offers(const std::string& id) const {
    const auto journey = walk(world_, state_);
    const auto* item = journey.find_item({world_.form->index_of(id), 0});
    if (!item || item->state != journey::Item::State::asked) return Value{};
    Value all = Value::array();
    if (item->offers.is_null()) return all;
    for (const auto& offer : item->offers.items()) all.push(Value{std::string{*offer.find_string("value")} + " " + std::string{*offer.find_string("label")}});
    return all;
  }
  // The first problem's code; null: none.
  Value problem_at(const std::string& id) const {
    const auto journey = walk(world_, state_);
    const auto* item = journey.find_item({world_.form->index_of(id), 0});
    return item && !item->problems.empty() ? Value{problem::name_of(item->problems.front().code)} : Value{};
  }
  Value value_of(const std::string& id) const {
    const auto journey = walk(world_, state_);
    const auto* value = journey.value({world_.form->index_of(id), 0});
    return value ? *value : Value{};
  }
  std::string address() const { return to_string(world_, state_.answers, state_.address); }
  const State& state() const { return state_; }

 private:
  void take(Step step) {
    state_ = std::move(step.state);
    for (const auto& effect : step.effects) {
      if (const auto* fetch = std::get_if<Fetch>(&effect.wish)) {
        asked_.push_back(fetch->url + " " + fetch->body);
        last_ = effect.id;
      }
    }
  }

  const World& world_;
  State state_;
  std::vector<std::string> asked_;
  std::uint32_t last_ = 0;
};

// In any order.
void expect_same(const Value& found, const Value& wanted, const std::string& where) {
  for (const auto& [name, words] : wanted.members()) {
    const auto* one = found.find(name);
    EXPECT_TRUE(one && *one == words) << where << " " << name << ": " << (one ? json::write(*one) : "nothing") << " instead of " << json::write(words);
  }
}

TEST(Filling, EachStepLeavesInTheFieldsWhatItShould) {
  const Value file = read_cases();
  const World world = make_world(*file.find("service"));
  ASSERT_TRUE(world.form);
  for (const auto& one : file.find("cases")->items()) {
    const auto* given = one.find("given");
    Player player{world, given ? *given : Value::object()};
    for (std::size_t number = 0; number < one.find("steps")->items().size(); ++number) {
      const auto& step = one.find("steps")->items()[number];
      const std::string where = std::string{*one.find_string("name")} + ", step " + std::to_string(number);
      player.perform(step);
      if (const auto* asked = step.find("asked")) {
        EXPECT_EQ(json::write(player.asked()), json::write(*asked)) << where;
      }
      if (const auto address = step.find_string("address")) {
        EXPECT_EQ(player.address(), *address) << where;
      }
      const std::pair<const char*, Value (Player::*)(const std::string&) const> seen[] = {
          {"offers", &Player::offers}, {"problems", &Player::problem_at}, {"values", &Player::value_of}};
      for (const auto& [part, look] : seen) {
        if (!step.find(part)) continue;
        for (const auto& [id, wanted] : step.find(part)->members()) EXPECT_EQ(json::write((player.*look)(id)), json::write(wanted)) << where << " " << id;
      }
      if (const auto* has = step.find("has")) expect_same(player.stands(), *has, where);
      if (const auto* stands = step.find("stands")) {
        expect_same(player.stands(), *stands, where);
        EXPECT_EQ(player.stands().members().size(), stands->members().size()) << where << " " << json::write(player.stands());
      }
      // A draft brings all of it back.
      problem::Problems problems;
      const auto again = journey::from_json(*world.form, journey::to_json(*world.form, player.state().answers), world, player.state().today, problems);
      EXPECT_EQ(json::write(journey::to_json(*world.form, again)), json::write(journey::to_json(*world.form, player.state().answers))) << where;
    }
  }
}

}  // namespace
}  // namespace polku::session
