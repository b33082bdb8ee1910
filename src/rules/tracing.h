// SPDX-License-Identifier: EUPL-1.2
// Whether this program ever explains a rule. True, but where a program says otherwise by defining it once more (door/citizen): then the linker leaves
// the words of traces out.
#pragma once

namespace polku::rules {

bool can_trace();

}  // namespace polku::rules
