// SPDX-License-Identifier: EUPL-1.2
// From the words on a button or link to what the person did, as web/intent.js does for the browser.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "render/imgui/face.h"

namespace polku::render {

// "remove-row:2" → RemoveRow{2}. `typed`: everything on the page as it stands. Nothing: no such words.
std::optional<Deed> deed_of_button(std::string_view intent, const std::vector<session::Type>& typed);
// "who" → Visit, "change:who:name" → Change, "https://…" → OpenOutside.
Deed deed_of_link(std::string_view address);

}  // namespace polku::render
