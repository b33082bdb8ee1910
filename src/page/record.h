// SPDX-License-Identifier: EUPL-1.2
// A submission as a plain document: for officials, for a recipient (entitled answers only) and for the citizen's own copy. Made by the verifier (DECISIONS 16).
//
//   auto record = page::make_record(world, verified, {.reference = "KOI-7F3K-92QD", .received = date}, &form.recipients[0]);
//   render::html(record)   render::text(record)
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "page/page.h"
#include "session/verify.h"

namespace polku::page {

struct Receipt {
  std::string reference;
  calendar::Date received;  // in the site's time zone
};

struct Record {
  std::string language;
  text::Direction direction = text::Direction::left_to_right;
  Text title;  // "Resident parking permit"
  Text site;
  std::vector<std::pair<Text, Text>> facts;  // reference, received, language, service and version
  std::vector<Answers> sections;
  Text note;  // "This record was made by …"
};

// `recipient`: only what it is entitled to; null: everything. `language`: of the reader, an office's for example; empty: the one it was filled in.
Record make_record(const session::World& world, const session::Verified& verified, const Receipt& receipt, const form::Recipient* recipient = nullptr,
                   std::string_view language = {});

}  // namespace polku::page
