// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "exchange/plan.h"

namespace polku::exchange {

// What a front end shows a leaf as.
enum class Widget : std::uint8_t { none, line, lines, radios, select, ticks, tick, date, time, number, file, hidden, unknown };

// Of `ui:widget`, by any of the names that are known for it. One that is not is told.
Widget read_widget(Workshop& shop, const Node& node);

}  // namespace polku::exchange
