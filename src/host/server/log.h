// SPDX-License-Identifier: EUPL-1.2
// One line an event on standard error: time, what, facts. Never an answer, an address of a person or a network, a token, or words of a request.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace polku::server {

void log_line(std::string_view event, std::initializer_list<std::pair<std::string_view, std::string>> facts = {});

}  // namespace polku::server
