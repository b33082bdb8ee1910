// SPDX-License-Identifier: EUPL-1.2
// A person at a service: first wandering (forwards, back, other answers, other languages, tabs closed, days gone by, no network), then wanting it done.
// Each step is one of a scenario (rehearsal.h), so that what they did can be written down and replayed.
#pragma once

#include <map>
#include <string>

#include "rehearsal/generate/features.h"
#include "rehearsal/generate/typing.h"
#include "rehearsal/stage.h"

namespace polku::rehearsal::generate {

class Person {
 public:
  // `patterns`: of questions that have one, by id.
  Person(Dice dice, const session::World& world, std::map<std::string, std::string> patterns, Features& features)
      : dice_(dice), world_(world), patterns_(std::move(patterns)), features_(features) {}

  json::Value wander(Stage& stage);
  // The step that gets the tab nearer to its receipt.
  json::Value press_on(Stage& stage);
  // Everything works again, as a step each: network, device.
  static json::Value mend_network() { return json::Value::object().with("network", json::Value{"accept"}); }
  static json::Value mend_device() { return json::Value::object().with("device", json::Value{"works"}); }

 private:
  json::Value act(std::string_view name);
  json::Value fill(const session::State& state, const journey::Journey& journey, const journey::Stop& stop);
  json::Value add_row_to(journey::Place list);
  json::Value go_on_at_list(const session::State& state, const journey::Journey& journey, const journey::Stop& stop);
  json::Value type_one(const session::State& state);
  json::Value change_mind(const session::State& state, const journey::Journey& journey);
  json::Value visit(const session::State& state, const journey::Journey& journey);
  json::Value row_step(const session::State& state);
  json::Value weather(const calendar::Date& today);
  value::Typed type_for(const session::State& state, const form::Question& question, std::size_t percent_right);
  static const journey::Stop* stop_of(const journey::Journey& journey, const session::State& state);
  static bool takes_words(const form::Question& question);
  static json::Value typed_value(const value::Typed& typed);
  std::string new_key();

  Dice dice_;
  const session::World& world_;
  std::map<std::string, std::string> patterns_;
  Features& features_;
};

}  // namespace polku::rehearsal::generate
