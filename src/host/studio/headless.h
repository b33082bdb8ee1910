// SPDX-License-Identifier: EUPL-1.2
// The studio without a window: one line in, what it does out. With --walk the window opens where such lines lead.
//
//   press Aloita hakemus        type Vuosi = 2023        see        why, route, problems, submission, log
#pragma once

#include <istream>
#include <ostream>

#include "host/studio/studio.h"

namespace polku::host {

// 0: every line could be done; 1: a label was not on the page, or a line is none of these.
int walk_by_labels(Studio& studio, std::istream& lines, std::ostream& told);

}  // namespace polku::host
