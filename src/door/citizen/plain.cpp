// SPDX-License-Identifier: EUPL-1.2
// Linked into polku-plain.wasm beside leaves_out.cpp.
#include "form/engines.h"

bool polku::form::has_feature(Feature feature) { return plain_engine.has(feature); }
bool polku::value::has_kind(Kind kind) { return form::plain_engine.has(kind); }
