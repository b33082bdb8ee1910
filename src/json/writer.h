// SPDX-License-Identifier: EUPL-1.2
// Writes JSON. Never fails: strings inside the engine are valid UTF-8; ill-formed bytes would be replaced by U+FFFD.
#pragma once

#include <string>
#include <string_view>

#include "json/value.h"

namespace polku::json {

std::string write(const Value& value);           // on one line, members in their order
std::string write_indented(const Value& value);  // two spaces, a final newline: for people and files

// A string in quotes with the fewest escapes, as RFC 8785, section 3.2.2.2, wants them.
void append_quoted(std::string& output, std::string_view words);

}  // namespace polku::json
