// SPDX-License-Identifier: EUPL-1.2
// What others said, as against what the person said: what a page around handed in, and what another system answered (DECISIONS 19). Both only fill fields in
// or offer what to choose; an answer becomes the person's own by their Continue, and can be corrected like any other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "json/value.h"

namespace polku::journey {

struct Fact {
  std::string source;
  json::Value request;  // {"business-id": "1572860-0"}
  // unreached: neither an answer nor none; asked again when the person comes by.
  enum class State : std::uint8_t { asked, found, nothing, unreached } state = State::asked;
  json::Value result = {};  // found: {"name": "Nokia Oyj"}
  calendar::Date at = {};
  std::string proof = {};  // of the server that asked, for the server that verifies
  std::uint32_t effect = 0;
};
using Facts = std::vector<Fact>;
// What another system offers to choose from: [{"value": "12", "label": "Keskustan koulu"}], at most a hundred; null: nothing.
json::Value offers_in(const Fact* fact, std::string_view member);
const Fact* find_fact(const Facts& facts, std::string_view source, const json::Value& request);
// {"source", "request", "result"?, "at", "proof"?}: without a result nothing was found. What was not reached is not kept.
json::Value to_json(const Fact& fact);
Facts facts_from_json(const json::Value* list);

// What the page around knows already: {"from": "my-pages", "answers": {"email": …}}, answers of the form itself in the JSON forms of a submission.
struct Given {
  std::string from;
  json::Value answers = json::Value::object();
};

}  // namespace polku::journey
