// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace polku::host {

std::string help();                              // all commands
std::string help_for(std::string_view command);  // one; all when there is none of that name

}  // namespace polku::host
