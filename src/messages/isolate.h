// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "text/language_tag.h"

namespace polku::messages {

// Whether words could disturb, or be disturbed by, the order of a text that runs in `direction` (UAX #9).
bool needs_isolation(std::string_view words, text::Direction direction);
// U+2068 words U+2069, with isolates inside closed, so that nothing reaches over the end.
void append_isolated(std::string& text, std::string_view words);

}  // namespace polku::messages
