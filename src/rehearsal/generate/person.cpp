// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/person.h"

#include <algorithm>
#include <array>

#include "rehearsal/samples.h"

namespace polku::rehearsal::generate {

using form::PageKind;
using journey::Item;
using journey::Journey;
using journey::Stop;
using json::Value;
using session::State;

namespace {

template <typename Phase>
bool is_in(const State& state) {
  return std::holds_alternative<Phase>(state.phase);
}

}  // namespace

const Stop* Person::stop_of(const Journey& journey, const State& state) {
  const auto at = journey.find_stop(state.address.page, state.address.row, state.address.row_page);
  return at < journey.stops.size() ? &journey.stops[at] : nullptr;
}

bool Person::takes_words(const form::Question& question) {
  return question.origin == form::Origin::asked && question.shape.kind != value::Kind::list && question.shape.kind != value::Kind::information;
}

Value Person::act(std::string_view name) {
  ++features_["step:" + std::string{name}];
  return Value::object().with("do", Value{name});
}

Value Person::typed_value(const value::Typed& typed) {
  if (typed.size() == 1) return Value{typed.front()};
  auto parts = Value::array();
  for (const auto& part : typed) parts.push(Value{part});
  return parts;
}

std::string Person::new_key() {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string key;
  while (key.size() < 32) key += digits[dice_.below(16)];
  return key;
}

value::Typed Person::type_for(const State& state, const form::Question& question, std::size_t percent_right) {
  const Pen pen{dice_, world_.named(state.language), state.today};
  const auto pattern = patterns_.find(question.id);
  std::string how = "right";
  const auto shape = met_shape(world_, state, question);
  auto typed =
      dice_.chance(percent_right) ? type_rightly(pen, shape, pattern == patterns_.end() ? std::string{} : pattern->second) : type_anything(pen, shape, how);
  ++features_["typed:" + how];
  return typed;
}

// Continue with every field as it stands: what was taken stays, the rest is answered.
Value Person::fill(const State& state, const Journey& journey, const Stop& stop) {
  auto typed = Value::object();
  for (const auto& item : stop.items) {
    const auto& question = world_.form->questions[item.place.question];
    if (item.state != Item::State::asked || !takes_words(question)) continue;
    const bool is_well = journey.value(item.place) && !problem::has_errors(item.problems);
    if ((is_well && dice_.chance(92)) || (!item.required && item.problems.empty() && dice_.chance(40))) continue;
    typed.add(journey::name_of_place(*world_.form, state.answers, item.place), typed_value(type_for(state, question, 94)));
  }
  return act("continue").with("typed", std::move(typed));
}

Value Person::add_row_to(journey::Place list) {
  auto step = act("add-row").with("list", Value{world_.form->questions[list.question].id});
  if (list.row != 0) {
    step.add("row", Value{static_cast<std::int64_t>(list.row)});
    ++features_["step:add-row-in-row"];
  }
  return step;
}

Value Person::go_on_at_list(const State& state, const Journey& journey, const Stop& stop) {
  const auto& shape = world_.form->questions[stop.list].shape;
  const auto& rows = state.answers.rows(stop.list, stop.row);
  for (const auto& other : journey.stops) {
    if (!other.complete && std::find(rows.begin(), rows.end(), other.row) != rows.end()) {
      return act("visit").with("address", Value{session::to_string(world_, state.answers, {other.page, other.row, other.row_page})});
    }
  }
  const auto count = static_cast<std::int64_t>(rows.size());
  if (shape.max_items && count > *shape.max_items) return act("remove-row").with("row", Value{static_cast<std::int64_t>(rows.back())});
  const bool wants_more = !stop.complete && count < std::max<std::int64_t>(1, shape.min_items.value_or(1));
  if (wants_more || (count < 3 && dice_.chance(15))) return add_row_to({stop.list, stop.row});
  return act("continue");
}

Value Person::press_on(Stage& stage) {
  const auto& tab = stage.tab(1);
  const auto& state = tab.state;
  if (is_in<session::Returning>(state)) return act("go-on");
  if (is_in<session::ReadOnly>(state)) return act("load-newer");
  if (is_in<session::Forgotten>(state)) return act("start-over");
  if (is_in<session::Sending>(state)) return act("wait");
  const auto journey = session::walk(world_, state);
  const auto* stop = stop_of(journey, state);
  if (!stop) return act("visit").with("address", Value{world_.form->pages.front().id});
  switch (world_.form->pages[stop->page].kind) {
    case PageKind::exit: return change_mind(state, journey);
    case PageKind::check_answers: {
      if (world_.form->pages[stop->page].task != form::none) return act("continue");
      // What only the day or an amount holds up is not mended by trying again.
      if (journey.complete || dice_.chance(50)) return act("submit").with("key", Value{new_key()});
      return change_mind(state, journey);
    }
    default: break;
  }
  if (stop->list != form::none) return go_on_at_list(state, journey, *stop);
  if (!stop->complete && stop->row != 0 && dice_.chance(6)) return act("remove-row").with("row", Value{static_cast<std::int64_t>(stop->row)});
  return fill(state, journey, *stop);
}

}  // namespace polku::rehearsal::generate
