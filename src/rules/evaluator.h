// SPDX-License-Identifier: EUPL-1.2
// One evaluation: walks the tree with the scopes of array operators. For the files of this room only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "rules/node.h"
#include "rules/tracing.h"

namespace polku::rules {

// A result that is borrowed where it can be (from the rule, the environment or a row), so that a list is never copied to be read.
class Held {
 public:
  Held() = default;  // null
  explicit Held(json::Value value) : own_(std::move(value)) {}
  static Held borrow(const json::Value& value) {
    Held held;
    held.at_ = &value;
    return held;
  }
  static Held truth(bool truth) { return Held(json::Value(truth)); }

  const json::Value& operator*() const { return at_ ? *at_ : own_; }
  const json::Value* operator->() const { return &**this; }
  json::Value take() && { return at_ ? *at_ : std::move(own_); }
  bool is_borrowed() const { return at_ != nullptr; }

 private:
  json::Value own_;
  const json::Value* at_ = nullptr;
};

struct Scope {
  enum class Kind { item, reduction, row } kind;
  const json::Value* value;
  const json::Value* accumulator = nullptr;  // reduction
  const Scope* outer = nullptr;              // row: where to look next; nullptr is the environment
};

class Evaluator {
 public:
  Evaluator(const Environment& environment, Trace* trace) : environment_(environment), trace_(trace) {}

  Held run(const Node& node, const Scope* scope);

 private:
  Held apply(const Node& node, const Scope* scope);
  Held argument(const Node& node, std::size_t index, const Scope* scope);  // null when there is none

  Held look_up(const std::vector<std::string>& path, const Scope* scope) const;
  Held variable(const Node& node, const Scope* scope);
  Held missing(const Node& node, const Scope* scope);
  Held missing_some(const Node& node, const Scope* scope);
  json::Value missing_among(const json::Value& names, const Scope* scope) const;
  Held choose(const Node& node, const Scope* scope);
  Held first_that(const Node& node, const Scope* scope, bool wanted);

  // comparison.cpp
  Held compare(const Node& node, const Scope* scope);
  Held equal(const Node& node, const Scope* scope);
  Held contains(const Node& node, const Scope* scope);

  // arithmetic.cpp
  Held accumulate(const Node& node, const Scope* scope);  // + * max min
  Held minus(const Node& node, const Scope* scope);
  Held divide(const Node& node, const Scope* scope);
  Held remainder(const Node& node, const Scope* scope);
  Held round(const Node& node, const Scope* scope);
  Held money(const Node& node, const Scope* scope);
  Held sum(const Node& node, const Scope* scope);

  // lists.cpp
  Held concatenate(const Node& node, const Scope* scope);
  Held substring(const Node& node, const Scope* scope);
  Held length(const Node& node, const Scope* scope);
  Held merge(const Node& node, const Scope* scope);
  Held map(const Node& node, const Scope* scope);
  Held filter(const Node& node, const Scope* scope);
  Held reduce(const Node& node, const Scope* scope);
  Held quantify(const Node& node, const Scope* scope);  // all some none
  Held count(const Node& node, const Scope* scope);
  Held quantify_rows(const Node& node, const Scope* scope);  // any every
  Held whole_list(const Node& node, const Scope* scope);

  // dates.cpp
  std::optional<calendar::Date> date(const json::Value& value);
  std::optional<std::int64_t> whole(const json::Value& value);
  Held age(const Node& node, const Scope* scope);
  Held add(const Node& node, const Scope* scope, calendar::Unit unit);
  Held difference(const Node& node, const Scope* scope);
  Held working_days(const Node& node, const Scope* scope);
  Held working_days_between(const Node& node, const Scope* scope);
  Held amount(const Node& node, const Scope* scope);

  // Null, and why, at the step of the operator at work.
  Held nothing(std::string_view remark) {
    this->remark(remark);
    return Held();
  }
  void remark(std::string_view remark) {
    if (can_trace()) remark_ = remark;
  }

  const Environment& environment_;
  Trace* trace_;
  int depth_ = 0;
  std::string_view remark_;
};

// A number, or money: what arithmetic works on.
struct Quantity {
  text::Decimal number;
  std::string currency = {};  // empty: a plain number
  bool is_money() const { return !currency.empty(); }
  json::Value value() const;
};
std::optional<Quantity> quantity_of(const json::Value& value);
// A number, or a string that is one.
std::optional<text::Decimal> number_of(const json::Value& value);
// JavaScript's String(value), as `cat` and `in` want it; exact decimals.
std::string string_of(const json::Value& value);
bool are_strictly_equal(const json::Value& left, const json::Value& right, Dialect dialect);

}  // namespace polku::rules
