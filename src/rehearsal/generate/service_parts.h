// SPDX-License-Identifier: EUPL-1.2
// The parts of a service that know nothing of its pages: amounts, recipients, languages, the standard, and what is computed.
#pragma once

#include "calendar/date.h"
#include "rehearsal/generate/question_maker.h"

namespace polku::rehearsal::generate {

struct Amounts {
  json::Value source = json::Value::object();
  std::vector<AmountName> names;
};
Amounts make_amounts(Dice& dice, const calendar::Date& today);
// Those that a rule asks for: another would be told to the author.
json::Value used_amounts(const json::Value& amounts, const json::Value& questions, const json::Value& pages, const json::Value& recipients);
// Everything asked goes to somebody.
json::Value make_recipients(Dice& dice, const json::Value& questions, RuleMaker rules);
json::Value make_languages(Dice& dice);
json::Value make_standard(Dice& dice);
// Something computed by a rule of the maker's.
MadeQuestion make_computed(Dice& dice, std::string id, RuleMaker& rules);

}  // namespace polku::rehearsal::generate
