// SPDX-License-Identifier: EUPL-1.2
// Linked into polku-small.wasm beside leaves_out.cpp: what few services need is left out, so that the others' first visit is lighter. Room publishing says
// which services those are.
#include "form/form.h"
#include "value/value.h"

bool polku::form::has_rare_features() { return false; }
bool polku::value::has_rare_kinds() { return false; }
