// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/plain_reading.h"

#include <algorithm>

#include "locale/locale.h"
#include "rehearsal/generate/plain_reader.h"

namespace polku::rehearsal::generate {

PlainReading PlainReader::read() {
  PlainReading reading;
  reading.exit = exit_ = find_exit();
  values_.clear();  // behind an exit nothing is asked
  reading.complete = exit_ == form::none && is_complete();
  reading.tasks = read_tasks();
  for (std::size_t index = 0; reading.complete && index < form_.recipients.size(); ++index) {
    if (holds(form_.recipients[index].when, 0)) reading.recipients.push_back(index);
  }
  for (QuestionIndex index = 0; index < form_.questions.size(); ++index) {
    for (const Place place : places_of(index)) {
      if (is_asked(place)) reading.asked.insert(place);
      if (const auto* value = value_of(place)) reading.values.emplace(place, *value);
    }
  }
  return reading;
}

std::vector<Place> PlainReader::places_of(QuestionIndex index) const {
  const auto list = form_.questions[index].list;
  if (list == form::none) return {{index, 0}};
  std::vector<Place> places;
  for (const Place around : places_of(list)) {
    for (const RowId row : state_.answers.rows(list, around.row)) places.push_back({index, row});
  }
  return places;
}

RowId PlainReader::row_of(QuestionIndex list, RowId row) const {
  const auto* info = state_.answers.find_row(row);
  if (!info) return 0;
  return info->list == list ? row : row_of(list, info->parent);
}

Place PlainReader::list_around(Place place) const {
  const auto* info = state_.answers.find_row(place.row);
  return {form_.questions[place.question].list, info ? info->parent : 0};
}

// Whether a page on the way names it. Behind an exit that applies there is no way, and an exit that does not apply is no page of it.
bool PlainReader::is_on_the_way(QuestionIndex index) {
  for (form::PageIndex page = 0; page < form_.pages.size() && (exit_ == form::none || page <= exit_); ++page) {
    if (form_.pages[page].kind == form::PageKind::exit && page != exit_) continue;
    if (!has(form_.pages[page].ask, index)) continue;
    const bool is_there = form_.pages[page].task == form::none || is_task_there(form_.pages[page].task);
    if (is_there && holds(form_.pages[page].when, 0)) return true;
  }
  return false;
}

bool PlainReader::is_on_the_rows_way(const Question& list, Place place) {
  for (const auto& page : list.row_pages) {
    if (has(page.ask, place.question) && holds(page.when, place.row)) return true;
  }
  return false;
}

bool PlainReader::is_asked(Place place) {
  const auto& question = form_.questions[place.question];
  if (question.list != form::none) {
    if (!is_asked(list_around(place)) || !is_on_the_rows_way(form_.questions[question.list], place)) return false;
  } else if (!is_on_the_way(place.question)) {
    return false;
  }
  if (question.origin == Origin::computed) return value_of(place) != nullptr;
  if (!holds(question.when, place.row)) return false;
  if (form::takes_offers(question)) return request_at(place).has_value();
  if (!question.option_rules.empty()) return !names_allowed(place).empty();
  return !form::takes_rows(question) || !names_in_rows(question).empty();
}

std::optional<Value> PlainReader::request_at(Place place) {
  auto request = Value::object();
  for (const auto& [parameter, read] : form_.look_ups[form_.questions[place.question].look_up].with) {
    const auto& asked_with = form_.questions[read];
    const auto* value = value_of({read, asked_with.list == form::none ? 0 : row_of(asked_with.list, place.row)});
    if (!value || !value->is(Type::string)) return std::nullopt;
    request.add(parameter, *value);
  }
  return request;
}

std::vector<std::string> PlainReader::names_allowed(Place place) {
  std::vector<std::string> names;
  const auto& question = form_.questions[place.question];
  for (std::size_t index = 0; index < question.option_rules.size(); ++index) {
    if (holds(question.option_rules[index], place.row)) names.push_back(question.shape.options[index]);
  }
  return names;
}

// The register of these services offers the same to everybody; a fact that never came offers nothing.
std::vector<std::string> PlainReader::names_offered(Place place) {
  std::vector<std::string> names;
  const auto& question = form_.questions[place.question];
  const auto request = request_at(place);
  for (const auto& fact : state_.facts) {
    if (!request || fact.request != *request || fact.source != form_.look_ups[question.look_up].source) continue;
    const auto* list = fact.result.find(question.take);
    if (!list) continue;
    for (const auto& one : list->items()) names.emplace_back(*one.find_string("value"));
  }
  return names;
}

// What the rows of a list are called by, each once.
std::vector<std::string> PlainReader::names_in_rows(const Question& question) {
  std::vector<std::string> names;
  for (const RowId row : state_.answers.rows(question.rows)) {
    const auto* name = value_of({question.by, row});
    if (name && std::count(names.begin(), names.end(), name->string()) == 0) names.push_back(name->string());
  }
  return names;
}

std::optional<Value> PlainReader::among_names(Place place, const Value& chosen) {
  const auto& question = form_.questions[place.question];
  const bool is_offered = form::takes_offers(question);
  const auto names = is_offered ? names_offered(place) : question.option_rules.empty() ? names_in_rows(question) : names_allowed(place);
  if (is_offered && names.empty()) return chosen;
  const auto is_there = [&](const Value& one) { return std::count(names.begin(), names.end(), one.string()) != 0; };
  if (question.shape.kind == Kind::one_of) return is_there(chosen) ? std::optional{chosen} : std::nullopt;
  if (!std::all_of(chosen.items().begin(), chosen.items().end(), is_there)) return std::nullopt;
  auto ordered = Value::array();
  for (const auto& name : names) {
    const auto is_it = [&](const Value& one) { return one.string() == name; };
    if (std::any_of(chosen.items().begin(), chosen.items().end(), is_it)) ordered.push(Value{name});
  }
  return ordered;
}

std::optional<Value> PlainReader::find_value(Place place) {
  const auto& question = form_.questions[place.question];
  if (question.origin == Origin::computed) return compute(place);
  if (!is_asked(place) || question.shape.kind == Kind::information) return std::nullopt;
  if (question.shape.kind == Kind::list) return rows_of(place);
  const auto* answer = state_.answers.find(place);
  if (!answer || value::is_empty(answer->typed)) return std::nullopt;
  const auto decoded = value::decode(question.shape, answer->typed, world_.named(answer->language), state_.today);
  if (has_changing_options(question) && decoded.value && decoded.problems.empty()) return among_names(place, *decoded.value);
  return decoded.problems.empty() ? decoded.value : std::nullopt;
}

std::optional<Value> PlainReader::rows_of(Place place) {
  const auto& list = form_.questions[place.question];
  auto rows = Value::array();
  for (const RowId row : state_.answers.rows(place.question, place.row)) {
    auto object = Value::object();
    for (const auto column : list.columns) {
      if (const auto* value = value_of({column, row})) {
        object.add(form_.questions[column].id, *value);
      } else if (is_empty_list({column, row})) {
        object.add(form_.questions[column].id, Value::array());
      }
    }
    rows.push(std::move(object));
  }
  if (rows.items().empty() && !is_required(place)) return std::nullopt;
  return rows;
}

std::optional<Value> PlainReader::compute(Place place) {
  const auto& question = form_.questions[place.question];
  if (question.list != form::none && !is_asked(list_around(place))) return std::nullopt;
  if (!holds(question.when, place.row)) return std::nullopt;
  const PlainSight sight{*this, place.row};
  const auto result = rules::evaluate(question.calculate, sight);
  if (sight.lacks_something() || result.is_null()) return std::nullopt;
  return in_its_form(question, result);
}

std::optional<text::Decimal> PlainReader::number_in(const Value& result) {
  if (result.is(Type::number)) return result.number();
  if (result.is(Type::string)) return text::Decimal::parse(result.string());
  const auto amount = result.find_string("amount");
  return amount ? text::Decimal::parse(*amount) : std::nullopt;
}

// The table of values in drafts, submissions and deliveries.
std::optional<Value> PlainReader::in_its_form(const Question& question, const Value& result) const {
  const auto number = number_in(result);
  if (question.shape.kind == Kind::money) {
    const auto places = locale::currency_places(question.shape.currency).value_or(2);
    const auto currency = result.find_string("currency");
    if (!number || number->places() > places || (result.is(Type::object) && currency != question.shape.currency)) return std::nullopt;
    return Value::object().with("amount", Value{number->to_string(places)}).with("currency", Value{question.shape.currency});
  }
  if (question.shape.kind == Kind::number) {
    if (!number || result.is(Type::object)) return std::nullopt;
    if (!question.shape.integer) return Value{number->to_string()};
    return number->is_integer() ? std::optional{Value{*number}} : std::nullopt;
  }
  return value::check(question.shape, result, state_.today).empty() ? std::optional{result} : std::nullopt;
}

const Value* PlainSight::variable(std::string_view name) const {
  const auto& form = *reader_.world().form;
  const auto index = form.index_of(name);
  if (index == form::none) return nullptr;
  const auto& question = form.questions[index];
  const RowId row = question.list == form::none ? 0 : reader_.row_of(question.list, row_);
  if (question.list != form::none && row == 0) {
    if (!PlainReader::column_may_be_empty(question)) lacks_value_ = true;
    return nullptr;
  }
  const Place place{index, row};
  const auto* value = reader_.value_of(place);
  if (!value && reader_.is_empty_list(place)) {
    static const Value no_rows = Value::array();
    return &no_rows;
  }
  if (!value && !reader_.may_be_empty(place)) lacks_value_ = true;
  return value;
}

std::optional<Value> PlainSight::amount(std::string_view name, const calendar::Date& on) const {
  if (const auto* found = reader_.world().form->amount_on(name, on)) return *found;
  lacks_amount_ = true;
  return std::nullopt;
}

calendar::Date PlainSight::today() const { return reader_.state().today; }
const calendar::Holidays& PlainSight::holidays() const { return reader_.world().holidays; }

PlainReading read_plainly(const session::World& world, const session::State& state) { return PlainReader{world, state}.read(); }

}  // namespace polku::rehearsal::generate
