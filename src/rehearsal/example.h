// SPDX-License-Identifier: EUPL-1.2
// Examples of the reference manual (assets/manual/examples/): a few questions with their words, what is typed and what the engine makes of it. The same file
// is judged natively and in wasm, and painted by the real renderer.
//
//   {"example": 1, "shows": {"kind": "date"}, "title": "A date of birth", "text": "…",
//    "questions": {"born": {"kind": "date"}}, "words": {"en": {"question.born.label": "When were you born?"}},
//    "cases": [{"typed": {"born": ["7", "3", "1984"]}, "gives": {"born": "1984-03-07"}}, {"typed": {"born": ["30", "2", "1984"]}, "problems": {"born": "date-not-real"}}]}
//
// "pages"    where one page that asks everything is not what is shown; pages for checking and confirming follow by themselves
// "amounts"  as in a service; "code-lists": {id: list}, whose words stand among the others
// "steps"    of a scenario (rehearsal.h), done before a page is painted; otherwise it is the first one
// a case     "typed" and any of "language" (else the first), "today" (else 2026-11-22), "gives", "computed", "asked", "problems" (none, if not told)
// "order"    among those shown together, else by name
// "rules"    [{"rule", "data"?, "today"?, "result"}], for examples of operators
#pragma once

#include "json/value.h"
#include "session/session.h"

namespace polku::rehearsal {

// The service an example stands for: {"service", "words"}. What every service needs and no example shows is added.
json::Value compose(const json::Value& example);

// {"service", "words", "problems": of its check, "painted": {"en": {"html", "direction"}}, "cases": [{"answers", "computed", "asked", "problems", "told": […], "shown": […]}],
//  "failures": ["…"]}. The example tells the truth when there are neither problems nor failures. `world`: languages and the engine's words.
json::Value try_example(const json::Value& example, const session::World& world);

}  // namespace polku::rehearsal
