// SPDX-License-Identifier: EUPL-1.2
// The record of a delivery, made by the verifier from what the recipient is entitled to and stored beside it (DECISIONS 16).
#pragma once

#include <string>
#include <string_view>

#include "page/record.h"

namespace polku::server {

struct StoredRecord {
  std::string html, text;
};
// In the language of the office, the site's first: an official need not read the citizen's.
StoredRecord make_stored_record(const session::World& world, const session::Verified& verified, const page::Receipt& receipt, const form::Recipient& recipient);
// What stands in a record's main, to be put below a heading of another page.
std::string inside_of_record(const std::string& html);

// The one place where words become HTML in the officials' pages.
std::string escape_html(std::string_view words);

}  // namespace polku::server
