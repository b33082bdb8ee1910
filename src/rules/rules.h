// SPDX-License-Identifier: EUPL-1.2
// JsonLogic: parsed once, evaluated on exact decimals, explained by a trace. The classic, untyped language (278 cases of its suite decide) plus
// Polku's typed operators, which assets/schema/operators.json lists with their types.
//
//   auto parsed = rules::parse(json);                                     // .rule, .problems
//   json::Value result = rules::evaluate(parsed.rule, environment);
//
// Operators of ours (arguments evaluated first; a null or ill-typed argument gives null and an entry in the trace):
//   {"today": []} → date                         {"age": [date, on?]} → completed years
//   {"add-days"|"add-months"|"add-years": [date, n]} → date
//   {"difference": [from, to, "days"|"weeks"|"months"|"years"]} → number
//   {"working-days": [date, n]} → the n-th working day after date      {"working-days-between": [from, to]} → number
//   {"amount": "name"} or {"amount": ["name", on?]} → the dated legal amount in force (money: {"amount","currency"} or decimal)
//   {"round": [number, places, "half-up"|"half-even"|"up"|"down"|"floor"|"ceiling"]}
//   {"count": [list, rule?]}  {"sum": [list, rule]}  {"any": [list, rule]}  {"every": [list, rule]}: the rule is row-scoped with outward look
//   {"money": [number, "EUR"]}  {"length": text or list}
// Money in arithmetic: + - of equal currencies, * by a number, comparison of equal currencies; mixing currencies gives null with a trace entry.
// A decimal string that a definition's number question gives ("1.5") is a number to the typed operators and to comparisons with numbers (classic coercion does that).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "calendar/working_days.h"
#include "json/value.h"
#include "problem/problem.h"

namespace polku::json {
class Tape;
}

namespace polku::rules {

struct Node;  // immutable; node.h

class Rule {
 public:
  Rule() = default;  // reads as null
  bool empty() const { return !root_; }
  const Node& root() const { return *root_; }
  // Names of variables it may read, first segment only, each once: what the compiled form keeps as dependencies.
  std::vector<std::string> reads() const;
  std::string print() const;  // one line, for table tests and traces

 private:
  friend struct Parser;
  friend void describe(json::Tape& tape, Rule& rule);
  std::shared_ptr<const Node> root_;
};

enum class Dialect { classic, definition };  // `definition` refuses what a definition must not use (reduce, unknown operators, log)
struct Parsed {
  Rule rule;
  problem::Problems problems;  // unknown-operator, wrong-argument-count, operator-not-in-definitions, rule-too-deep; pointers below `pointer`
};
Parsed parse(const json::Value& source, Dialect dialect, std::string pointer = {}, std::string document = {});

struct Step {  // one line of an explanation
  int depth = 0;
  std::string expression;  // printed node
  json::Value result;
  // Why, as a code: "", "division-by-zero", "not-a-number", "rounded", "currencies-differ", "not-a-date", "not-a-list", "unknown-word" (a unit, mode or
  // currency that is none), "amount-not-yet", "outside-calendar", "too-many-digits", "too-long" (text or list beyond the limits).
  std::string remark;
};
using Trace = std::vector<Step>;

// Where variables and legal amounts come from. Return nullptr for what is missing.
class Environment {
 public:
  virtual ~Environment() = default;
  // The whole data, for {"var": ""} and classic paths; nullptr when variables come only by name.
  virtual const json::Value* data() const { return nullptr; }
  // A variable's value by its first path segment. Valid until the next call that changes the environment.
  virtual const json::Value* variable(std::string_view name) const = 0;
  virtual std::optional<json::Value> amount(std::string_view name, const calendar::Date& on) const = 0;
  virtual calendar::Date today() const = 0;
  virtual const calendar::Holidays& holidays() const = 0;
};

// `{"data": …}` alone, for the classic suite and `polku evaluate`.
class DataEnvironment final : public Environment {
 public:
  DataEnvironment(const json::Value& data, calendar::Date today, calendar::Holidays holidays = {});
  const json::Value* data() const override { return &data_; }
  const json::Value* variable(std::string_view name) const override;
  std::optional<json::Value> amount(std::string_view, const calendar::Date&) const override { return std::nullopt; }
  calendar::Date today() const override { return today_; }
  const calendar::Holidays& holidays() const override { return holidays_; }

 private:
  const json::Value& data_;
  calendar::Date today_;
  calendar::Holidays holidays_;
};

// For form::describe; what it plays evaluates as what was recorded, but has no places.
void describe(json::Tape& tape, Rule& rule);

json::Value evaluate(const Rule& rule, const Environment& environment, Trace* trace = nullptr);
bool is_truthy(const json::Value& value);  // JsonLogic's: 0, "", [], null, false are false

// The checker of types for definitions: types.h.

}  // namespace polku::rules
