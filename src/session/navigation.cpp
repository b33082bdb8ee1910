// SPDX-License-Identifier: EUPL-1.2
// Where the person stands, and where Continue leads.
#include <algorithm>

#include "session/parts.h"

namespace polku::session {

using form::PageKind;
using journey::Journey;
using journey::Stop;

namespace {

Address address_of(const Stop& stop) { return {stop.page, stop.row, stop.row_page}; }

const Stop* stop_at(const Journey& journey, const Address& address) {
  const auto index = journey.find_stop(address.page, address.row, address.row_page);
  return index < journey.stops.size() ? &journey.stops[index] : nullptr;
}

// A list that must have a row and has none is entered by its first row: nobody should read an empty list first.
bool wants_first_row(const State& state, const Stop& stop) {
  if (stop.list == form::none) return false;
  const auto& item = stop.items.front();
  return item.state == journey::Item::State::asked && item.required && state.answers.rows(item.place.question, item.place.row).empty();
}

void enter(const Doing& doing, const Stop& stop) {
  if (wants_first_row(doing.state, stop)) {
    add_row(doing, stop.list, stop.row);
  } else {
    go_to(doing, address_of(stop));
  }
}

// The next page of the same row, or of the form; rows in between are passed over. Behind a row's last page comes its list.
const Stop* next_stop(const Doing& doing, const Journey& journey, std::size_t at) {
  const auto row = journey.stops[at].row;
  for (auto index = at + 1; index < journey.stops.size(); ++index) {
    if (journey.stops[index].row == row) return &journey.stops[index];
  }
  const auto* info = doing.state.answers.find_row(row);
  return info ? stop_at(journey, address_of_list(doing.world, doing.state.answers, info->list, info->parent)) : nullptr;
}

}  // namespace

void tell_problems(const Doing& doing, const Stop& stop) {
  doing.state.told.clear();
  for (const auto& item : stop.items) {
    if (!item.problems.empty()) doing.state.told[item.place] = item.problems;
  }
}

void go_to(const Doing& doing, Address address, Focus focus) {
  auto& state = doing.state;
  state.address = address;
  state.told.clear();
  if (state.attempted.count(address) != 0) {
    const auto journey = walk(doing.world, state);
    if (const auto* stop = stop_at(journey, address)) tell_problems(doing, *stop);
  }
  if (doing.world.form->pages[address.page].kind == PageKind::check_answers) state.returning_to_check = false;
  if (focus == Focus::heading) doing.tell(MoveFocus{"heading"});
}

void go_to_nearest(const Doing& doing, const Journey& journey, std::optional<Address> wished, Focus focus) {
  if (wished) {
    const auto* stop = stop_at(journey, *wished);
    if (!stop && wished->row != 0) stop = stop_at(journey, {wished->page, 0, 0});
    if (stop && stop->reachable) return go_to(doing, address_of(*stop), focus);
  }
  // The furthest page the person may stand on.
  const Stop* furthest = nullptr;
  for (const auto& stop : journey.stops) {
    if (stop.row == 0 && stop.reachable) furthest = &stop;
  }
  go_to(doing, furthest ? address_of(*furthest) : Address{}, focus);
}

void add_row(const Doing& doing, form::QuestionIndex list, journey::RowId parent) {
  const auto& question = doing.world.form->questions[list];
  const auto count = static_cast<std::int64_t>(doing.state.answers.rows(list, parent).size());
  if (question.shape.max_items && count >= *question.shape.max_items) return;
  auto address = address_of_list(doing.world, doing.state.answers, list, parent);
  address.row = doing.state.answers.add_row(list, parent);
  address.row_page = 0;
  doing.state.removed.reset();
  go_to(doing, address);
}

void go_on_from_here(const Doing& doing) {
  auto& state = doing.state;
  const auto journey = walk(doing.world, state);
  const auto at = journey.find_stop(state.address.page, state.address.row, state.address.row_page);
  if (at >= journey.stops.size()) return go_to_nearest(doing, journey, std::nullopt);

  const auto& here = journey.stops[at];
  state.attempted.insert(state.address);
  if (!here.complete) {
    tell_problems(doing, here);
    if (!state.told.empty()) doing.tell(MoveFocus{"summary"});
    return;
  }
  state.removed.reset();
  if (state.returning_to_check) {
    // Back to the check page, through whatever the change has made necessary.
    const auto incomplete = journey.first_incomplete();
    const auto check = std::find_if(journey.stops.begin(), journey.stops.end(),
                                    [&](const Stop& stop) { return doing.world.form->pages[stop.page].kind == PageKind::check_answers; });
    if (incomplete < journey.stops.size() && check != journey.stops.end() && journey.stops.begin() + static_cast<std::ptrdiff_t>(incomplete) < check) {
      return enter(doing, journey.stops[incomplete]);
    }
    if (check != journey.stops.end()) return go_to(doing, address_of(*check));
  }
  const auto* next = next_stop(doing, journey, at);
  if (next && doing.world.form->pages[next->page].kind != PageKind::confirmation) enter(doing, *next);
}

value::Typed typed_as_shown(const World& world, const form::Question& question, const journey::Answer& answer, std::string_view language) {
  if (!answer.value || answer.language == language) return answer.typed;
  return value::retyped(question.shape, *answer.value, world.named(language));
}

bool take_typed(const Doing& doing, const std::vector<Type>& typed) {
  auto& state = doing.state;
  bool changed = false;
  for (const auto& [name, words] : typed) {
    const auto place = journey::find_place(*doing.world.form, state.answers, name);
    if (!place) continue;
    const auto& question = doing.world.form->questions[place->question];
    if (question.origin == form::Origin::computed || question.shape.kind == value::Kind::list || question.shape.kind == value::Kind::information) continue;
    const auto* before = state.answers.find(*place);
    // Unchanged is what stands in the field as it was shown: then it keeps the language it was typed in.
    if (before ? typed_as_shown(doing.world, question, *before, state.language) == words : value::is_empty(words)) continue;
    if (value::is_empty(words)) {
      state.answers.clear(*place);
    } else if (value::has_rare_kinds() && question.shape.kind == value::Kind::file) {
      // A file is chosen whole: one that does not do is told at once, and the one before stays.
      auto answer = journey::answer_typed(question, words, state.language, doing.world, state.today);
      if (problem::has_errors(answer.problems)) {
        state.told[*place] = std::move(answer.problems);
        doing.tell(MoveFocus{"summary"});
        continue;
      }
      state.told.erase(*place);
      state.answers.set(*place, std::move(answer));
    } else {
      state.answers.set(*place, journey::answer_typed(question, words, state.language, doing.world, state.today));
    }
    state.unsaved.insert(*place);
    changed = true;
  }
  return changed;
}

}  // namespace polku::session
