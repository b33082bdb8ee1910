// SPDX-License-Identifier: EUPL-1.2
// One line for what was done and for what was answered, as the studio's log shows it.
#pragma once

#include <string>

#include "session/session.h"

namespace polku::host {

std::string print(const session::Action& action);    // "type vehicles/r1/plate KRT-482"
std::string print(const session::Outcome& outcome);  // "fetched 201"

}  // namespace polku::host
