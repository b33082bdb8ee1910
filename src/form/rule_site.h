// SPDX-License-Identifier: EUPL-1.2
// Inside this room only: a rule of a definition with where it stands and what it is for.
#pragma once

#include <vector>

#include "form/building.h"

namespace polku::form {

struct RuleSite {
  enum class Purpose : std::uint8_t { condition, value, check, preset };  // when, required · calculate · valid · default
  json::Cursor place;
  const rules::Rule* rule = nullptr;
  Purpose purpose = Purpose::condition;
  QuestionIndex owner = none;  // the question it belongs to; none: a page's
  PageIndex page = none;       // the page it belongs to; behind the last one: a recipient's
  std::size_t row_page = 0;    // the row page of `scope` it belongs to, when there is neither
  QuestionIndex scope = none;  // the list in whose rows it is evaluated
  std::vector<QuestionIndex> reads = {};
};

void check_types(Building& building, const RuleSite& site);
void check_rules(Building& building, const std::vector<RuleSite>& sites);

}  // namespace polku::form
