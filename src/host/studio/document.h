// SPDX-License-Identifier: EUPL-1.2
// A page as an HTML document that stands alone: the citizen's own markup and style, for scripts that are not shaped here.
#pragma once

#include <string>

#include "page/page.h"

namespace polku::host {

std::string html_document(const page::Page& page);

}  // namespace polku::host
