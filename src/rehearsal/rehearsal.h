// SPDX-License-Identifier: EUPL-1.2
// Scenarios: {"scenario": 1, "name", "service", "site", "today", "language", "storage"?: "device" | "none" | "unavailable", "steps": […]}. A step is one of
//   {"do": "continue", "typed": {…}}          an intent of session/format.h under its name; `key` of submit is made when absent
//   {"do": "close"}                            the tab is closed and opened again at the same address; {"do": "close", "address": ""} by the front door
//   {"do": "wait"}                             the time of a Wait has passed
//   {"network": "accept" | "offline" | "lose-reply" | {"status", "headers"?, "body"?}}     from now on
//   {"device": "works" | "full" | "broken"}    what Keep meets from now on
//   {"record": {…} | "…"}                      is on the device from now on, as an older version or a mishap left it
//   {"today": "2026-12-01"}                    from now on
//   {"see": {…}}   any of: "address" "kind" "title" "language" "direction" "back" "focus" (where it was moved last); "left-for" (another address); "problems" {"<place>": "<code or rule>"} told on the
//              page; "undecided" {"<place>": "<code>"}; "fields" {"<place>": <as it stands in the field>}; "no-fields" […]; "rows": n cards of a list page; "listed": what the
//              check page offers to change, in order; "actions" / "no-actions": intents of buttons; "text" / "not": parts of the page as text; "keeping"; "would-lose";
//              "device-holds": a record is kept; "stored": n at the verifying host; "keys": n; "answers" "computed" "consents" "submission": of the last one stored
//   {"call": {…}, "gives"?: {…}, "problems"?: {"<pointer>": "<code>"}}   a case: evaluate, format, decode as the command line's --lines, or
//              {"call": "check", "service", "words"?, "site"?}   {"call": "check-scheme", "scheme"}   {"call": "read", "text" | "bytes"}
//              {"call": "walk", "service", "answers"?, "typed"?, "language", "today"}
//              {"call": "verify", "submission"? (the last stored), "set"? {"<pointer>": …}, "remove"? ["<pointer>"], "today"}
//              {"call": "deliver", "connector", "replies": [{"status", "body"?} | "unreached"]}
// "tab": 2 in any step lets another tab of the same device do or see it.
#pragma once

#include "json/value.h"
#include "session/session.h"

namespace polku::rehearsal {

// {"passed": true, "failures": [{"step", "expected", "found"}], "transcript": [{"step", "address", "kind", "title", "text", "html"}], "stored": [<submission>…],
//  "touched": {"pages": […], "codes": […], "kinds": […]}}; `html` is the SHA-256 of the page.
json::Value replay(const session::World& world, const json::Value& scenario);

// One case: {"call": "replay" | "pages" | "check" | "check-scheme" | "verify" | "read" | "category" | "publish", …}, {"call": "example", "example"} (example.h), or
// {"call": "generate", "from", "count"} (generate/generate.h); what is none of these goes to door::call.
json::Value call(const json::Value& request, const session::World& world);

}  // namespace polku::rehearsal
