// SPDX-License-Identifier: EUPL-1.2
// Linked into polku.wasm alone: a citizen's engine plays tapes and explains no rule, so the linker leaves out all that only those who record or trace need.
#include "json/tape.h"
#include "rules/tracing.h"

bool polku::json::Tape::can_record() { return false; }
bool polku::rules::can_trace() { return false; }
