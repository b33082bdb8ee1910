// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/service_parts.h"

#include <array>

#include "json/writer.h"

namespace polku::rehearsal::generate {

using json::Value;
using value::Kind;

Amounts make_amounts(Dice& dice, const calendar::Date& today) {
  Amounts amounts;
  const auto count = dice.below(4);
  for (std::size_t index = 0; index < count; ++index) {
    AmountName amount{"fee-" + std::to_string(index + 1), dice.chance(70) ? any_currency(dice) : std::string{}};
    auto dated = Value::array();
    // Now and then the first date is yet to come: then it is not decided for the day.
    auto from = calendar::add(today, dice.chance(8) ? dice.between(1, 30) : dice.between(-900, -1), calendar::Unit::days).value_or(today);
    for (std::size_t number = 0; number <= dice.below(3); ++number) {
      const auto words = std::to_string(dice.between(0, 300));
      auto value = amount.currency.empty() ? (dice.chance(50) ? Value{words} : Value{dice.between(0, 9)})
                                           : Value::object().with("amount", Value{words}).with("currency", Value{amount.currency});
      dated.push(Value::object().with("from", Value{calendar::to_string(from)}).with("value", std::move(value)).with("source", Value{"council § 88"}));
      from = calendar::add(from, dice.between(1, 500), calendar::Unit::days).value_or(from);
    }
    amounts.source.add(amount.name, std::move(dated));
    amounts.names.push_back(std::move(amount));
  }
  return amounts;
}

Value used_amounts(const Value& amounts, const Value& questions, const Value& pages, const Value& recipients) {
  const auto rules = json::write(questions) + json::write(pages) + json::write(recipients);
  auto used = Value::object();
  for (const auto& [name, dated] : amounts.members()) {
    if (rules.find("\"" + name + "\"") != std::string::npos) used.add(name, dated);
  }
  return used;
}

Value make_recipients(Dice& dice, const Value& questions, RuleMaker rules) {
  const auto count = 1 + dice.below(3);
  std::vector<Value> entitled(count, Value::array());
  for (const auto& [id, question] : questions.members()) {
    if (question.find_string("kind") == "information") continue;
    const auto first = dice.below(count);
    for (std::size_t index = 0; index < count; ++index) {
      if (index == first || dice.chance(30)) entitled[index].push(Value{id});
    }
  }
  auto all = Value::array();
  for (std::size_t index = 0; index < count; ++index) {
    auto one = Value::object().with("id", Value{"office-" + std::to_string(index + 1)});
    if (rules.knows_anything() && dice.chance(30)) one.add("when", rules.question(2));
    all.push(std::move(one).with("entitled", entitled[index]));
  }
  if (dice.chance(25)) {
    auto other = Value::object().with("id", Value{"other"}).with("entitled", entitled.front());
    if (rules.knows_anything() && dice.chance(50)) other.add("when", rules.question(2));
    other.add("invited", Value::object().with("service", Value{"made-up-answer"}).with("days", Value{dice.between(1, 60)}));
    all.push(std::move(other));
  }
  return all;
}

Value make_languages(Dice& dice) {
  std::vector<std::string_view> languages{"fi", "sv", "en", "ar"};
  auto chosen = Value::array();
  const auto count = 2 + dice.below(3);
  for (std::size_t index = 0; index < count; ++index) {
    const auto at = dice.below(languages.size());
    chosen.push(Value{languages[at]});
    languages.erase(languages.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return chosen;
}

Value make_standard(Dice& dice) {
  auto standard = Value::object();
  if (dice.chance(70)) standard.add("decision-within", Value::object().with("working-days", Value{dice.between(0, 40)}));
  if (dice.chance(60)) standard.add("redress", Value{"board"});
  return standard;
}

MadeQuestion make_computed(Dice& dice, std::string id, RuleMaker& rules) {
  constexpr std::array<Kind, 5> kinds{Kind::number, Kind::money, Kind::text, Kind::date, Kind::yes_no};
  const auto kind = dice.pick(kinds);
  MadeQuestion made{Value::object().with("kind", Value{value::name_of(kind)}), Name{.id = std::move(id), .sort = sort_of(kind)}};
  Value calculate;
  switch (kind) {
    case Kind::number:
      if (dice.chance(40)) made.source.add("integer", Value{dice.chance(80)});
      calculate = rules.number(3);
      break;
    case Kind::money:
      made.name->currency = any_currency(dice);
      made.source.add("currency", Value{made.name->currency});
      calculate = dice.chance(15) ? rules.number(2) : rules.money(made.name->currency, 3);
      break;
    case Kind::date: calculate = rules.date(3); break;
    case Kind::yes_no: calculate = rules.truth(3); break;
    default: calculate = rules.text(3); break;
  }
  made.source.add("calculate", std::move(calculate));
  if (rules.knows_anything() && dice.chance(25)) made.source.add("when", rules.question(1));
  if (dice.chance(10)) made.source.add("personal", Value{true});
  return made;
}

}  // namespace polku::rehearsal::generate
