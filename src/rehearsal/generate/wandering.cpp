// SPDX-License-Identifier: EUPL-1.2
// What a person does who is in no hurry, and what happens around them.
#include "rehearsal/generate/person.h"

#include <array>

namespace polku::rehearsal::generate {

using form::PageKind;
using journey::Item;
using journey::Journey;
using journey::Stop;
using json::Value;
using session::State;

Value Person::type_one(const State& state) {
  const auto journey = session::walk(world_, state);
  const auto* stop = stop_of(journey, state);
  std::vector<journey::Place> fields;
  for (std::size_t index = 0; stop && index < stop->items.size(); ++index) {
    const auto& item = stop->items[index];
    if (item.state == Item::State::asked && takes_words(world_.form->questions[item.place.question])) fields.push_back(item.place);
  }
  if (fields.empty()) return act("continue");
  const auto place = dice_.pick(fields);
  auto typed = typed_value(type_for(state, world_.form->questions[place.question], 60));
  return act("type").with("place", Value{journey::name_of_place(*world_.form, state.answers, place)}).with("typed", std::move(typed));
}

// Another answer to something answered before: that is what makes rules flip.
Value Person::change_mind(const State& state, const Journey& journey) {
  std::vector<journey::Place> decided;
  for (const auto& stop : journey.stops) {
    for (const auto& item : stop.items) {
      if (stop.reachable && item.state == Item::State::asked && item.value && takes_words(world_.form->questions[item.place.question])) {
        decided.push_back(item.place);
      }
    }
  }
  if (decided.empty()) return act("visit").with("address", Value{world_.form->pages.front().id});
  const auto place = dice_.pick(decided);
  const auto& question = world_.form->questions[place.question];
  auto typed = typed_value(type_for(state, question, 85));
  return act("type").with("place", Value{journey::name_of_place(*world_.form, state.answers, place)}).with("typed", std::move(typed));
}

Value Person::visit(const State& state, const Journey& journey) {
  std::string address{"nowhere/r9"};
  if (dice_.chance(80) && !journey.stops.empty()) {
    const auto& stop = dice_.pick(journey.stops);
    address = session::to_string(world_, state.answers, {stop.page, stop.row, stop.row_page});
  } else if (dice_.chance(50)) {
    address = dice_.pick(world_.form->pages).id;
  }
  if (dice_.chance(30)) return act("change").with("address", Value{address});
  if (const auto back = session::previous_address(world_, state, journey); back && dice_.chance(50)) address = session::to_string(world_, state.answers, *back);
  return act("visit").with("address", Value{address});
}

Value Person::row_step(const State& state) {
  std::vector<journey::Place> lists;
  std::vector<journey::RowId> rows;
  for (journey::RowId row = 0; row <= state.answers.last_row(); ++row) {
    const auto* info = state.answers.find_row(row);
    if (row != 0 && !info) continue;
    if (info) rows.push_back(row);
    for (form::QuestionIndex index = 0; index < world_.form->questions.size(); ++index) {
      const auto& question = world_.form->questions[index];
      if (question.shape.kind == value::Kind::list && question.list == (info ? info->list : form::none)) lists.push_back({index, row});
    }
  }
  if (lists.empty()) return type_one(state);
  if (state.removed && dice_.chance(60)) return act("restore-row");
  if (!rows.empty() && dice_.chance(50)) return act("remove-row").with("row", Value{static_cast<std::int64_t>(dice_.pick(rows))});
  return add_row_to(dice_.pick(lists));
}

// What happens around a person.
Value Person::weather(const calendar::Date& today) {
  constexpr std::array<std::string_view, 3> networks{"offline", "lose-reply", "accept"};
  constexpr std::array<std::string_view, 3> devices{"full", "broken", "works"};
  switch (dice_.below(4)) {
    case 0: {
      const auto day = calendar::add(today, dice_.chance(80) ? dice_.between(1, 3) : dice_.between(20, 60), calendar::Unit::days).value_or(today);
      ++features_["step:day"];
      return Value::object().with("today", Value{calendar::to_string(day)});
    }
    case 1: ++features_["step:network"]; return Value::object().with("network", Value{dice_.pick(networks)});
    case 2: ++features_["step:device"]; return Value::object().with("device", Value{dice_.pick(devices)});
    default: break;
  }
  ++features_["step:refusal"];
  const bool known = dice_.chance(50);
  return Value::object().with("network", Value::object()
                                             .with("status", Value{std::int64_t{known ? 422 : 503}})
                                             .with("headers", Value::object().with("content-type", Value{"application/problem+json"}))
                                             .with("body", Value{known ? R"({"code":"submission-too-old","errors":[]})" : "<html>"}));
}

Value Person::wander(Stage& stage) {
  const bool other_tab = dice_.chance(6);
  const auto& state = stage.tab(other_tab ? 2 : 1).state;
  const auto journey = session::walk(world_, state);
  const auto in_tab = [&](Value step) {
    if (other_tab) {
      step.add("tab", Value{std::int64_t{2}});
      ++features_["step:other-tab"];
    }
    return step;
  };
  const auto* stop = stop_of(journey, state);
  switch (dice_.below(22)) {
    case 0:
    case 1:
    case 2: return in_tab(type_one(state));
    case 3:
    case 4: return in_tab(change_mind(state, journey));
    case 5:
    case 6: return in_tab(visit(state, journey));
    case 7:
    case 8: return in_tab(row_step(state));
    case 9: return in_tab(act("choose-language").with("language", Value{dice_.pick(world_.form->languages)}));
    case 10: return weather(stage.today());
    case 11: return in_tab(dice_.chance(50) ? act("close") : act("close").with("address", Value{""}));
    case 12: return in_tab(act("submit").with("key", Value{dice_.chance(90) ? new_key() : std::string{"short"}}));
    case 13: {
      constexpr std::array<std::string_view, 10> rest{"go-on", "start-over", "use-shared-computer", "use-this-device", "load-newer", "try-again",
                                                      "pay",   "wait",       "restore-row",         "delete-draft"};
      if (dice_.chance(10)) return in_tab(act("invite").with("recipient", Value{"other"}));
      return in_tab(act(dice_.pick(rest)));
    }
    default: break;
  }
  if (stop && std::holds_alternative<session::Filling>(state.phase) && world_.form->pages[stop->page].kind != PageKind::check_answers) {
    return in_tab(stop->list != form::none ? go_on_at_list(state, journey, *stop) : fill(state, journey, *stop));
  }
  return other_tab ? in_tab(act("continue")) : press_on(stage);
}

}  // namespace polku::rehearsal::generate
