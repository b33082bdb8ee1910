// SPDX-License-Identifier: EUPL-1.2
// A page, or a record, as plain text: for the command line, and wherever HTML is not wanted. One blank line between blocks; no line is wrapped.
#pragma once

#include <string>

#include "page/page.h"
#include "page/record.h"

namespace polku::render {

std::string text(const page::Page& page);
std::string text(const page::Record& record);

}  // namespace polku::render
