// SPDX-License-Identifier: EUPL-1.2
// Where the person stands, and where Continue leads.
#include "session/parts.h"

namespace polku::session {

using form::PageKind;
using journey::Journey;
using journey::Stop;
using journey::TaskStatus;

namespace {

Address address_of(const Stop& stop) { return {stop.page, stop.row, stop.row_page}; }

const Stop* stop_at(const Journey& journey, const Address& address) {
  const auto index = journey.find_stop(address.page, address.row, address.row_page);
  return index < journey.stops.size() ? &journey.stops[index] : nullptr;
}

// A list that must have a row and has none is entered by its first row: nobody should read an empty list first.
bool wants_first_row(const Doing& doing, const Stop& stop) {
  if (stop.list == form::none || doing.world.form->file_of(doing.world.form->questions[stop.list]) != form::none) return false;
  const auto& item = stop.items.front();
  return item.state == journey::Item::State::asked && item.required && doing.state.answers.rows(item.place.question, item.place.row).empty();
}

void enter(const Doing& doing, const Stop& stop) {
  if (wants_first_row(doing, stop)) {
    add_row(doing, stop.list, stop.row);
  } else {
    go_to(doing, address_of(stop));
  }
}

// From the task list: what is still to be done, or what is behind the tasks.
const Stop* next_task_stop(const Doing& doing, const Journey& journey) {
  for (const auto& task : journey.tasks) {
    const bool is_to_be_done = task.status == TaskStatus::not_started || task.status == TaskStatus::in_progress;
    if (is_to_be_done) return stop_of_task(doing.world, journey, task);
  }
  return stop_at(journey, {.page = doing.world.form->last_of(PageKind::check_answers)});
}

// The next page of the same row, or of the form; rows in between are passed over. Behind a row's last page comes its list, behind a task's the task list.
const Stop* next_stop(const Doing& doing, const Journey& journey, std::size_t at) {
  const auto& pages = doing.world.form->pages;
  const auto& here = pages[journey.stops[at].page];
  if (form::has_feature(form::Feature::tasks) && here.kind == PageKind::task_list) return next_task_stop(doing, journey);
  const auto row = journey.stops[at].row;
  for (auto index = at + 1; index < journey.stops.size(); ++index) {
    const auto& stop = journey.stops[index];
    if (stop.row != row) continue;
    const bool is_end_of_task = here.task != form::none && pages[stop.page].task != here.task;
    return is_end_of_task ? stop_at(journey, {.page = doing.world.form->last_of(PageKind::task_list)}) : &stop;
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
  forget_unreached(state);
  state.told.clear();
  if (state.attempted.count(address) != 0) {
    const auto journey = walk(doing.world, state);
    if (const auto* stop = stop_at(journey, address)) tell_problems(doing, *stop);
  }
  const auto kind = doing.world.form->pages[address.page].kind;
  if (kind == PageKind::check_answers || kind == PageKind::task_list) state.returning_to = form::none;
  if (focus == Focus::heading) doing.tell(MoveFocus{"heading"});
}

void go_to_nearest(const Doing& doing, const Journey& journey, std::optional<Address> wished, Focus focus) {
  if (wished) {
    const auto* stop = stop_at(journey, *wished);
    if (!stop && wished->row != 0) stop = stop_at(journey, {wished->page, 0, 0});
    if (stop && stop->reachable) return go_to(doing, address_of(*stop), focus);
  }
  // The furthest page the person may stand on, but not behind a list of tasks.
  const Stop* furthest = nullptr;
  for (const auto& stop : journey.stops) {
    if (stop.row == 0 && stop.reachable) furthest = &stop;
    if (furthest && doing.world.form->pages[furthest->page].kind == PageKind::task_list) break;
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
  // Back to the check page, through whatever the change has made necessary: of its task, or of all.
  if (const auto* check = stop_at(journey, {.page = state.returning_to})) {
    const auto task = doing.world.form->pages[check->page].task;
    for (const auto& stop : journey.stops) {
      const bool is_needed = !stop.complete && (task == form::none || doing.world.form->pages[stop.page].task == task);
      if (is_needed || &stop == check) return enter(doing, stop);
    }
  }
  const auto* next = next_stop(doing, journey, at);
  if (next && doing.world.form->pages[next->page].kind != PageKind::confirmation) enter(doing, *next);
}

namespace {

// Files chosen together, five words each: what does becomes a row, what does not is told by its name, and the rows before stay. Whether any became one.
bool take_files(const Doing& doing, journey::Place list, form::QuestionIndex column, const value::Typed& typed) {
  auto& state = doing.state;
  const auto& question = doing.world.form->questions[list.question];
  problem::Problems refused;
  bool changed = false;
  for (std::size_t at = 0; at + 5 <= typed.size(); at += 5) {
    const auto first = typed.begin() + static_cast<std::ptrdiff_t>(at);
    auto answer = journey::answer_typed(doing.world.form->questions[column], {first, first + 5}, state.language, doing.world, state.today);
    const auto maximum = question.shape.max_items;
    if (maximum && static_cast<std::int64_t>(state.answers.rows(list.question, list.row).size()) >= *maximum) {
      answer.problems = {{.code = problem::Code::too_many_rows, .arguments = {{"maximum", text::Decimal{*maximum}}}}};
    }
    if (!problem::has_errors(answer.problems)) {
      const journey::Place place{column, state.answers.add_row(list.question, list.row)};
      state.answers.set(place, std::move(answer));
      state.unsaved.insert(place);
      changed = true;
      continue;
    }
    refused.push_back(std::move(answer.problems.front()));
    refused.back().arguments.push_back({"file", *first});
  }
  state.told.erase(list);
  if (refused.empty()) return changed;
  state.told[list] = std::move(refused);
  doing.tell(MoveFocus{"summary"});
  return changed;
}

}  // namespace

value::Typed typed_as_shown(const World& world, const form::Question& question, const journey::Answer& answer, std::string_view language) {
  if (!answer.value || answer.language == language) return answer.typed;
  return value::retyped(question.shape, *answer.value, world.named(language));
}

void settle(const Doing& doing, Type& pressed) {
  const auto& state = doing.state;
  const auto place = journey::find_place(*doing.world.form, state.answers, pressed.place);
  const auto* before = place ? state.answers.find(*place) : nullptr;
  if (before) value::settle_ticks(doing.world.form->questions[place->question].shape, before->typed, pressed.typed);
}

bool take_typed(const Doing& doing, const std::vector<Type>& typed) {
  auto& state = doing.state;
  bool changed = false;
  for (const auto& [name, words] : typed) {
    const auto place = journey::find_place(*doing.world.form, state.answers, name);
    if (!place) continue;
    const auto& question = doing.world.form->questions[place->question];
    if (const auto column = doing.world.form->file_of(question); value::has_kind(value::Kind::file) && column != form::none) {
      if (value::is_empty(words)) continue;
      state.removed.reset();
      changed = take_files(doing, *place, column, words) || changed;
      continue;
    }
    if (question.origin == form::Origin::computed || question.shape.kind == value::Kind::list || question.shape.kind == value::Kind::information) continue;
    const auto* before = state.answers.find(*place);
    // Unchanged is what stands in the field as it was shown: then it keeps the language it was typed in.
    if (before ? typed_as_shown(doing.world, question, *before, state.language) == words : value::is_empty(words)) continue;
    // What was filled in and then emptied stays empty: to say nothing is the person's own answer too.
    if (value::is_empty(words) && !may_be_filled_in(state, question)) {
      state.answers.clear(*place);
    } else if (value::has_kind(value::Kind::file) && question.shape.kind == value::Kind::file) {
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
