// SPDX-License-Identifier: EUPL-1.2
// What the machine has or does for the studio: a font, a browser.
#pragma once

#include <string>

#include "page/page.h"

namespace polku::host {

// A font of the distribution with Latin, Greek and Cyrillic; empty: none is installed.
std::string find_font();
// The page as HTML, in the machine's browser.
void show_html(const page::Page& page);

}  // namespace polku::host
