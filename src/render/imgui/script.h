// SPDX-License-Identifier: EUPL-1.2
// Which scripts can be drawn: one glyph after the other from left to right, which does for Latin, Greek and Cyrillic and for little else.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "page/page.h"

namespace polku::render {

bool can_shape(std::string_view words);
bool can_shape(const page::Page& page);  // the page's language; single foreign words do not count
// Pairs of first and last code point, ended by 0: what a font is loaded with.
const ImWchar* shaped_ranges();
// Without the invisible characters that direct other faces (isolates, soft hyphens) and would be drawn as boxes here.
std::string visible(std::string_view words);

}  // namespace polku::render
