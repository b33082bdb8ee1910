// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "journey/journey.h"

namespace polku::journey {

RowOptions row_options(const Answers& answers, const Journey& journey, const form::Question& question) {
  RowOptions options;
  for (const RowId row : answers.rows(question.rows)) {
    const auto* value = journey.value({question.by, row});
    const auto is_same = [&](const auto& known) { return known.first == value->string(); };
    if (value && std::none_of(options.begin(), options.end(), is_same)) options.emplace_back(value->string(), row);
  }
  return options;
}

}  // namespace polku::journey
