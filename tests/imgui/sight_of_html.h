// SPDX-License-Identifier: EUPL-1.2
// What a person sees on an HTML page, in order, in the words of the Dear ImGui face: so that the two can be compared.
#pragma once

#include <string_view>
#include <vector>

#include "render/imgui/seen.h"

namespace polku::test {

std::vector<render::Seen> read_html(std::string_view html);

}  // namespace polku::test
