// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/plain_reading.h"

#include <algorithm>

#include "locale/locale.h"

namespace polku::rehearsal::generate {

using form::Origin;
using form::Question;
using form::QuestionIndex;
using journey::Place;
using journey::RowId;
using json::Type;
using json::Value;
using value::Kind;

namespace {

class Reader;

// A rule seen from one row (0: the form). It notes what was wanted and is not there.
class Sight final : public rules::Environment {
 public:
  Sight(Reader& reader, RowId row) : reader_(reader), row_(row) {}
  const Value* variable(std::string_view name) const override;
  std::optional<Value> amount(std::string_view name, const calendar::Date& on) const override;
  calendar::Date today() const override;
  const calendar::Holidays& holidays() const override;
  bool lacks_something() const { return lacks_; }

 private:
  Reader& reader_;
  RowId row_;
  mutable bool lacks_ = false;
};

class Reader {
 public:
  Reader(const session::World& world, const session::State& state, form::PageIndex exit) : world_(world), form_(*world.form), state_(state), exit_(exit) {}

  PlainReading read() {
    PlainReading reading;
    for (QuestionIndex index = 0; index < form_.questions.size(); ++index) {
      for (const Place place : places_of(index)) {
        if (is_asked(place)) reading.asked.insert(place);
        if (const auto* value = value_of(place)) reading.values.emplace(place, *value);
      }
    }
    return reading;
  }

  const Value* value_of(Place place) {
    const auto known = values_.find(place);
    if (known == values_.end()) values_[place] = find_value(place);
    const auto& value = values_[place];
    return value ? &*value : nullptr;
  }

  // Nothing has to wait for an answer that may be left out.
  bool may_be_empty(Place place) {
    const auto& question = form_.questions[place.question];
    if (question.origin == Origin::computed || question.shape.kind == Kind::information) return false;
    return is_asked(place) && !is_required(place);
  }
  // Outside its rows a column stands for none of them: only its definition can say.
  static bool column_may_be_empty(const Question& question) {
    if (question.origin == Origin::computed) return !question.when.empty();
    return !question.required || !question.required_rule.empty() || !question.when.empty();
  }

  const session::World& world() const { return world_; }
  const session::State& state() const { return state_; }

 private:
  std::vector<Place> places_of(QuestionIndex index) const {
    const auto list = form_.questions[index].list;
    if (list == form::none) return {{index, 0}};
    std::vector<Place> places;
    for (const RowId row : state_.answers.rows(list)) places.push_back({index, row});
    return places;
  }

  bool holds(const rules::Rule& rule, RowId row) { return rule.empty() || rules::is_truthy(rules::evaluate(rule, Sight{*this, row})); }

  static bool has(const std::vector<QuestionIndex>& asked, QuestionIndex one) { return std::find(asked.begin(), asked.end(), one) != asked.end(); }

  // Whether a page on the way names it. Behind an exit that applies there is no way, and an exit that does not apply is no page of it.
  bool is_on_the_way(QuestionIndex index) {
    for (form::PageIndex page = 0; page < form_.pages.size() && (exit_ == form::none || page <= exit_); ++page) {
      if (form_.pages[page].kind == form::PageKind::exit && page != exit_) continue;
      if (has(form_.pages[page].ask, index) && holds(form_.pages[page].when, 0)) return true;
    }
    return false;
  }

  bool is_on_the_rows_way(const Question& list, Place place) {
    for (const auto& page : list.row_pages) {
      if (has(page.ask, place.question) && holds(page.when, place.row)) return true;
    }
    return false;
  }

  bool is_asked(Place place) {
    const auto& question = form_.questions[place.question];
    if (question.list != form::none) {
      if (!is_asked({question.list, 0}) || !is_on_the_rows_way(form_.questions[question.list], place)) return false;
    } else if (!is_on_the_way(place.question)) {
      return false;
    }
    if (question.origin == Origin::computed) return value_of(place) != nullptr;
    return holds(question.when, place.row);
  }

  bool is_required(Place place) {
    const auto& question = form_.questions[place.question];
    return question.required_rule.empty() ? question.required : holds(question.required_rule, place.row);
  }

  std::optional<Value> find_value(Place place) {
    const auto& question = form_.questions[place.question];
    if (question.origin == Origin::computed) return compute(place);
    if (!is_asked(place) || question.shape.kind == Kind::information) return std::nullopt;
    if (question.shape.kind == Kind::list) return rows_of(place);
    const auto* answer = state_.answers.find(place);
    if (!answer || value::is_empty(answer->typed)) return std::nullopt;
    const auto decoded = value::decode(question.shape, answer->typed, world_.named(answer->language), state_.today);
    return decoded.problems.empty() ? decoded.value : std::nullopt;
  }

  std::optional<Value> rows_of(Place place) {
    const auto& list = form_.questions[place.question];
    auto rows = Value::array();
    for (const RowId row : state_.answers.rows(place.question)) {
      auto object = Value::object();
      for (const auto column : list.columns) {
        if (const auto* value = value_of({column, row})) object.add(form_.questions[column].id, *value);
      }
      rows.push(std::move(object));
    }
    if (rows.items().empty() && !is_required(place)) return std::nullopt;
    return rows;
  }

  std::optional<Value> compute(Place place) {
    const auto& question = form_.questions[place.question];
    if (question.list != form::none && !is_asked({question.list, 0})) return std::nullopt;
    if (!holds(question.when, place.row)) return std::nullopt;
    const Sight sight{*this, place.row};
    const auto result = rules::evaluate(question.calculate, sight);
    if (sight.lacks_something() || result.is_null()) return std::nullopt;
    return in_its_form(question, result);
  }

  // The table of values in drafts, submissions and deliveries.
  std::optional<Value> in_its_form(const Question& question, const Value& result) const {
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

  static std::optional<text::Decimal> number_in(const Value& result) {
    if (result.is(Type::number)) return result.number();
    if (result.is(Type::string)) return text::Decimal::parse(result.string());
    const auto amount = result.find_string("amount");
    return amount ? text::Decimal::parse(*amount) : std::nullopt;
  }

  const session::World& world_;
  const form::CompiledForm& form_;
  const session::State& state_;
  form::PageIndex exit_;
  std::map<Place, std::optional<Value>> values_;
};

const Value* Sight::variable(std::string_view name) const {
  const auto& form = *reader_.world().form;
  const auto index = form.index_of(name);
  if (index == form::none) return nullptr;
  const auto& question = form.questions[index];
  const auto* row = reader_.state().answers.find_row(row_);
  const bool outside = question.list != form::none && (!row || row->list != question.list);
  if (outside) {
    if (!Reader::column_may_be_empty(question)) lacks_ = true;
    return nullptr;
  }
  const Place place{index, question.list == form::none ? 0 : row_};
  const auto* value = reader_.value_of(place);
  if (!value && !reader_.may_be_empty(place)) lacks_ = true;
  return value;
}

std::optional<Value> Sight::amount(std::string_view name, const calendar::Date& on) const {
  if (const auto* found = reader_.world().form->amount_on(name, on)) return *found;
  lacks_ = true;
  return std::nullopt;
}

calendar::Date Sight::today() const { return reader_.state().today; }
const calendar::Holidays& Sight::holidays() const { return reader_.world().holidays; }

}  // namespace

PlainReading read_plainly(const session::World& world, const session::State& state, form::PageIndex exit) { return Reader{world, state, exit}.read(); }

}  // namespace polku::rehearsal::generate
