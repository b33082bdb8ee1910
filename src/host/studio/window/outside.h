// SPDX-License-Identifier: EUPL-1.2
// What the machine has or does for the studio: fonts, a browser.
#pragma once

#include <string>

#include "host/studio/look.h"
#include "page/page.h"

namespace polku::host {

// Fonts of the distribution with Latin, Greek and Cyrillic; empty: none is installed.
Fonts find_fonts();
// The page as HTML, in the machine's browser, in a file that only this user can read. Answers with what went wrong, in words; empty: nothing.
std::string show_html(const page::Page& page);

}  // namespace polku::host
