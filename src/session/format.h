// SPDX-License-Identifier: EUPL-1.2
// The JSON forms of intents, outcomes, effects and scenarios: one place, used by door, terminal and tests alike.
//
//   {"intent": "type", "place": "vehicles/r2/plate", "typed": "KRT-482", "today": "2026-11-22"}       typed: a string, or an array (date, several-of)
//   {"intent": "begin", "language": "fi", "address": "", "storage": "device", "seed": "…", "today": …,
//    "given"?: {"from": "my-pages", "answers": {"email": "…"}}}          what the page around knows already
//   {"intent": "continue", "typed": {"plate": "KRT-482", "born": ["1","2","1990"]}}  {"intent": "visit", "address": "who"}  {"intent": "submit", "key": "…"}
//   names otherwise: kebab-case of the structs: "add-row", "choose-language", "go-on", "use-shared-computer", …
//   {"outcome": "fetched", "id": 4, "status": 201, "headers": {…}, "body": "…"}  "unreached" {"reason"}  "kept"  "not-kept" {"reason"}  "recalled" {"body"?, "revision"}  "waited"
//   {"effect": "keep", "id": 3, "name": "koivuranta/resident-parking-permit", "expected": 1, "revision": 2, "body": "…"}  "fetch" "recall" "forget" "wait" "move-focus" "announce" "leave"
#pragma once

#include <optional>

#include "json/value.h"
#include "problem/problem.h"
#include "session/session.h"

namespace polku::session {

std::optional<Intent> read_intent(const json::Value& source, problem::Problems& problems);
struct IdentifiedOutcome {
  std::uint32_t id;
  Outcome outcome;
};
std::optional<IdentifiedOutcome> read_outcome(const json::Value& source, problem::Problems& problems);
json::Value to_json(const Effect& effect);
json::Value to_json(const problem::Problem& problem);
json::Value to_json(const problem::Problems& problems);

}  // namespace polku::session
