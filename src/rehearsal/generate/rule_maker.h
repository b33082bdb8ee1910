// SPDX-License-Identifier: EUPL-1.2
// Rules with types: what comes out reads only names that are known at its place, and gives what is wanted there.
//
//   RuleMaker maker{dice, {{.id = "resident", .sort = Name::Sort::truth}}, {}};
//   maker.truth(2);   // {"and": [{"var": "resident"}, {"<": [4, 7]}]}
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"
#include "rehearsal/generate/dice.h"

namespace polku::rehearsal::generate {

// What a rule may read.
struct Name {
  std::string id;
  enum class Sort : std::uint8_t { truth, number, text, date, month, year, time, money, option, options, list, address, presence } sort = Sort::text;
  std::string currency = {};
  std::vector<std::string> options = {};
  std::vector<Name> columns = {};  // list
};
using Names = std::vector<Name>;

struct AmountName {
  std::string name, currency;  // empty: a plain number
};

class RuleMaker {
 public:
  RuleMaker(Dice& dice, Names names, std::vector<AmountName> amounts) : dice_(dice), names_(std::move(names)), amounts_(std::move(amounts)) {}

  // `depth`: how deep it may nest.
  json::Value truth(int depth);
  json::Value number(int depth);
  json::Value money(const std::string& currency, int depth);
  json::Value text(int depth);
  json::Value date(int depth);
  // A truth that reads something: nobody writes a `when` that never changes.
  json::Value question(int depth);
  bool knows_anything() const { return !names_.empty(); }

 private:
  enum class Look : std::uint8_t { inside_only, outward };
  using Arguments = std::vector<json::Value>;
  // In braces, so that the operation is thrown for before its arguments.
  struct Call {
    std::string_view operation;
    Arguments arguments;
  };
  json::Value call(Call made);
  json::Value read(const Name& name);
  const Name* any(Name::Sort sort, const std::string& currency = {});
  RuleMaker inside(const Name& list, Look look) const;
  json::Value compare(int depth);
  json::Value of_the_calendar(std::string_view operation);
  json::Value equal(int depth);
  json::Value among(int depth);
  json::Value of_rows(int depth);
  json::Value of_options(int depth);
  json::Value literal_number();
  json::Value measure(int depth);
  json::Value number_of_rows(int depth);
  json::Value number_of_dates(int depth);
  json::Value number_of_missing();
  json::Value branch(json::Value (RuleMaker::*make)(int), int depth);

  Dice& dice_;
  Names names_;
  std::vector<AmountName> amounts_;
  bool may_ask_missing_ = true;
};

}  // namespace polku::rehearsal::generate
