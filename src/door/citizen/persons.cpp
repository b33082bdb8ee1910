// SPDX-License-Identifier: EUPL-1.2
// Linked into polku-persons.wasm beside leaves_out.cpp.
#include "form/engines.h"

bool polku::form::has_feature(Feature feature) { return person_engine.has(feature); }
bool polku::value::has_kind(Kind kind) { return form::person_engine.has(kind); }
