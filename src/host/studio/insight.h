// SPDX-License-Identifier: EUPL-1.2
// What no citizen sees: panels of lines, the same beside the drawn page and in a terminal.
#pragma once

#include <string>
#include <vector>

#include "host/studio/preview.h"

namespace polku::host {

struct Panel {
  std::string name;  // "why", "route", "problems", "submission", "log"
  std::vector<std::string> lines;
};

// why: each question, whether it is asked and the trace of the rule that decides. submission: what would be sent of the answers so far.
std::vector<Panel> look_inside(const Preview& preview);

}  // namespace polku::host
