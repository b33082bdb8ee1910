// SPDX-License-Identifier: EUPL-1.2
// A submission as a whole, plain HTML document: readable and printable without script, style or server.
#pragma once

#include <string>
#include <string_view>

#include "page/record.h"

namespace polku::render {

// `stylesheet`: address of a style sheet to link; empty: none.
std::string html(const page::Record& record, std::string_view stylesheet = {});

}  // namespace polku::render
