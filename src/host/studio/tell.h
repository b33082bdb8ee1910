// SPDX-License-Identifier: EUPL-1.2
// The studio as JSON, for a host that shows some of it itself: web/studio.js, and the tests that press by label there.
#pragma once

#include "host/studio/studio.h"
#include "json/value.h"

namespace polku::host {

// {"isWalked", "problems": ["service.json:12:7  error …"]}
json::Value tell_files(const Studio& studio);
// The page for web/paint.js, and where the focus goes: {"title", "language", "direction", "address", "kind", "html", "focus"}. The focus is told once.
json::Value tell_page(Studio& studio);
// {"seen": [{"kind", "words", "typed"?, "chosen"?, "wrong"?, "current"?, "x", "y"}], "panels": {"why": ["…"]}, "submissions": ["…"]}
json::Value tell_sight(const Studio& studio);

}  // namespace polku::host
