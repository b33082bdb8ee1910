// SPDX-License-Identifier: EUPL-1.2
// Checks the rules of a definition before anybody meets them: every kind of every argument, every name, every option. Nothing is converted in
// silence; a missing answer (null) is fine everywhere. The evaluator stays classic and untyped: a checked rule simply never meets its odd corners.
//
//   class FormScope : public rules::TypeScope { … };                 // once for a form: names to types
//   auto parsed = rules::parse(source, Dialect::definition, pointer, document);
//   if (parsed.problems.empty())
//     problems += rules::check_types(parsed.rule, scope, Expected::truth(), pointer, document);   // when, required, valid
//   ….calculate: Expected::value(Type::money("EUR"))
//
// Types of a form's kinds: text, long-text, email, phone, identifier, iban: text(); number: number(); money: money(currency); date: date();
// month, year, time: Type(Sort::month) and so on, compared with their like and with literals in their normal form ("2026-11", "2026", "08:00");
// yes-no, consent: boolean(); one-of: option(question id, ids); several-of: options(question id, ids); list: list(row({{column id, type}, …})).
// A money value may be calculated as a plain number: the question gives the currency (and the walk puts both together).
// For a rule of a question inside a list, the scope gives the columns by name beside the questions of the form.
//
// Problems, with a pointer to the node: rule-reads-unknown, rule-reads-later, rule-reads-itself, unknown-amount, wrong-argument-type,
// rule-compares-unknown-option, and for the whole rule rule-not-true-or-false or rule-result-not-kind.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "problem/problem.h"
#include "rules/rules.h"

namespace polku::rules {

enum class Sort : std::uint8_t { null, boolean, number, text, date, month, year, time, money, option, options, list, row, object, anything };

// Cheap to copy: what is long is shared. `anything` is what a part with a problem has, so that each fault is told once.
class Type {
 public:
  struct Options {
    std::string question;
    std::vector<std::string> ids;
  };
  using Fields = std::vector<std::pair<std::string, Type>>;

  Type() = default;
  explicit Type(Sort sort) : sort_(sort) {}
  static Type null() { return Type(Sort::null); }
  static Type boolean() { return Type(Sort::boolean); }
  static Type number() { return Type(Sort::number); }
  static Type text() { return Type(Sort::text); }
  static Type date() { return Type(Sort::date); }
  static Type money(std::string currency);  // "": of any currency
  static Type option(std::string question, std::vector<std::string> ids);
  static Type options(std::string question, std::vector<std::string> ids);
  static Type list(Type item);
  static Type row(Fields fields);
  static Type words(std::vector<std::string> words);  // text that is one of these: literals in a rule

  Sort sort() const { return sort_; }
  bool is(Sort sort) const { return sort_ == sort; }
  const std::string& currency() const { return currency_; }
  const Options* choices() const { return options_.get(); }         // option, options
  const std::vector<std::string>& words() const { return words_; }  // text: empty when it may be any
  Type item() const;                                                // of a list, or of options
  const Type* field(std::string_view name) const;                   // of a row
  std::vector<std::string> field_names() const;
  std::string name() const;  // "number", "money EUR", "list of text": for problems

 private:
  Sort sort_ = Sort::anything;
  std::string currency_;
  std::vector<std::string> words_;
  std::shared_ptr<const Options> options_;
  std::shared_ptr<const Type> item_;
  std::shared_ptr<const Fields> fields_;
};

enum class Standing : std::uint8_t { known, later, itself };
struct Variable {
  Type type;
  Standing standing = Standing::known;  // leave it where something else checks the order
};

class TypeScope {
 public:
  virtual ~TypeScope() = default;
  virtual std::optional<Variable> variable(std::string_view name) const = 0;
  virtual std::vector<std::string> variable_names() const = 0;          // for suggestions; asked for only when a name is unknown
  virtual std::optional<Type> amount(std::string_view name) const = 0;  // number or money
  virtual std::vector<std::string> amount_names() const = 0;
};

// What a rule has to give.
struct Expected {
  enum class Purpose : std::uint8_t { truth, value, anything } purpose = Purpose::anything;
  Type type = {};
  static Expected truth() { return {Purpose::truth, Type::boolean()}; }
  static Expected value(Type type) { return {Purpose::value, std::move(type)}; }
  static Expected anything() { return {}; }
};

// `pointer` is where the rule stands in `document`. `found`, when given, is set to what the rule gives: to print or to infer.
problem::Problems check_types(const Rule& rule, const TypeScope& scope, const Expected& expected, std::string_view pointer = {}, std::string_view document = {},
                              Type* found = nullptr);

}  // namespace polku::rules
