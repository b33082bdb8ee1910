// SPDX-License-Identifier: EUPL-1.2
// Linked into polku-projects.wasm beside leaves_out.cpp.
#include "form/engines.h"

bool polku::form::has_feature(Feature feature) { return project_engine.has(feature); }
bool polku::value::has_kind(Kind kind) { return form::project_engine.has(kind); }
