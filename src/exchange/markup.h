// SPDX-License-Identifier: EUPL-1.2
// HTML in others' texts, as the markup of prose (room messages): paragraphs, lists, links, strong words. Anything else becomes its text.
#pragma once

#include <string>
#include <string_view>

namespace polku::exchange {

std::string prose_of(std::string_view text);
// On one line: a label, a title. Without markup.
std::string line_of(std::string_view text);

}  // namespace polku::exchange
