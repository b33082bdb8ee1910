// SPDX-License-Identifier: EUPL-1.2
// Legal amounts (dated, each with its source) and recipients.
#include <algorithm>
#include <numeric>

#include "form/building.h"
#include "locale/locale.h"

namespace polku::form {

using problem::Code;

namespace {

// "12.5", or {"amount": "120.00", "currency": "EUR"}: kept as rules see it.
std::optional<json::Value> read_amount_value(const json::Cursor& place) {
  if (!place.is(json::Type::object)) {
    auto number = read_decimal(place);
    if (!number) return std::nullopt;
    return json::Value(number->to_string());
  }
  place.only({"amount", "currency"});
  const json::Cursor amount = place.member("amount");
  const auto number = read_decimal(amount);
  const json::Cursor currency_place = place.member("currency");
  const auto currency = currency_place.text();
  if (!number || !currency) return std::nullopt;
  const auto places = locale::currency_places(*currency);
  if (!places) {
    currency_place.report(Code::unknown_currency, {{"found", *currency}});
    return std::nullopt;
  }
  if (number->places() > *places) {
    amount.report(Code::bad_amount, {{"found", number->to_string()}});
    return std::nullopt;
  }
  return json::Value::object().with("amount", json::Value(number->to_string(*places))).with("currency", json::Value(*currency));
}

}  // namespace

void read_amounts(Building& building) {
  for (const auto& [name, dates] : building.root.optional("amounts").members()) {
    if (name.starts_with("x-")) continue;
    if (!is_id(name)) dates.report(Code::bad_id, {{"id", name}});
    Amount amount{.name = name, .dated = {}};
    std::string currency;
    bool has_first = false;
    for (const json::Cursor& place : dates.items()) {
      place.only({"from", "value", "source"});
      const auto from = read_date(place.member("from"));
      auto value = read_amount_value(place.member("value"));
      auto source = place.member("source").text();
      if (!from || !value || !source) continue;
      // One amount is one kind of value: a rule's type must not depend on the day.
      const json::Value* its_currency = value->find("currency");
      const std::string this_currency = its_currency ? its_currency->string() : "";
      if (has_first && this_currency != currency) place.report(Code::bad_amount, {{"found", this_currency}});
      if (!has_first) currency = this_currency;
      has_first = true;
      if (!amount.dated.empty() && !(amount.dated.back().from < *from)) place.report(Code::amounts_not_in_order, {{"name", name}});
      amount.dated.push_back({.from = *from, .value = std::move(*value), .source = std::move(*source)});
    }
    if (dates.is(json::Type::array) && dates.value().items().empty()) {
      dates.report(Code::out_of_bounds, {{"minimum", text::Decimal{1}}, {"maximum", text::Decimal{1000}}});
    }
    building.form.amounts.push_back(std::move(amount));
  }
}

void read_recipients(Building& building) {
  CompiledForm& form = building.form;
  std::vector<QuestionIndex> candidates(form.questions.size());
  std::iota(candidates.begin(), candidates.end(), 0U);
  for (const json::Cursor& place : building.root.optional("recipients").items()) {
    place.only({"id", "when", "entitled", "invited"});
    Recipient recipient;
    const json::Cursor id_place = place.member("id");
    if (auto id = read_id(id_place)) {
      recipient.id = *id;
      for (const Recipient& other : form.recipients) {
        if (other.id == *id) id_place.report(Code::repeated_id, {{"id", *id}});
      }
    }
    for (const json::Cursor& name : place.member("entitled").items()) {
      const QuestionIndex index = read_question_name(building, name, candidates);
      if (index == none) continue;
      const Question& question = form.questions[index];
      if (question.shape.kind == value::Kind::information) {
        name.report(Code::question_misplaced, {{"id", question.id}, {"kind", value::name_of(question.shape.kind)}});
      } else if (std::find(recipient.entitled.begin(), recipient.entitled.end(), index) != recipient.entitled.end()) {
        name.report(Code::repeated_id, {{"id", question.id}});
      } else {
        recipient.entitled.push_back(index);
      }
    }
    if (const json::Cursor invited = place.optional("invited"); invited.exists()) {
      invited.only({"service", "days"});
      if (auto service = read_id(invited.member("service"))) recipient.invited_to = *service;
      recipient.days = invited.member("days").integer(1, 365).value_or(1);
    }
    form.recipients.push_back(std::move(recipient));
  }
}

}  // namespace polku::form
