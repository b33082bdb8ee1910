// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/value.h"
#include "session/session.h"

namespace polku::rehearsal {

// Null where there is none.
const json::Value& member(const json::Value& object, std::string_view name);
// "code-lists" of a request: id → list.
form::CodeLists code_lists_in(const json::Value& request);
json::Value verify_changed(const json::Value& request, const session::World& world);
json::Value walk_given(const json::Value& request, const session::World& world);
json::Value deliver(const json::Value& request);

}  // namespace polku::rehearsal
