// SPDX-License-Identifier: EUPL-1.2
// Page elements from examples.json, so that examples are data: docs, tests and fixtures at once.
//   a text: "words" (in the page's language), {"words", "language"}, {"own": "a person's own words"}, {"code": "KRT-482"}
#pragma once

#include "json/value.h"
#include "page/page.h"

namespace polku::test {

messages::Text build_text(const json::Value* source, const std::string& language);
page::Element build_element(const json::Value& source, const std::string& language);
page::Page build_page(const json::Value& source);

}  // namespace polku::test
