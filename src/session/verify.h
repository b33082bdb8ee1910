// SPDX-License-Identifier: EUPL-1.2
// What a browser says is never trusted: a submission is walked again with the same engine. Used by server, command line and library alike.
#pragma once

#include "json/value.h"
#include "problem/problem.h"
#include "session/session.h"

namespace polku::session {

struct Verified {
  problem::Problems problems;  // empty: it is exactly what the definition gives
  journey::Answers answers;
  journey::Journey journey;
  calendar::Date on;
  std::string language;
};
// `today`: the verifier's own date. Problems: subjects reading, answer, submission; pointers into the submission.
// Order of checks: format → service, version, hash → language → date window (0 ≤ today − on ≤ 30 days) → answers known and normal → walk → asked, complete,
// valid, not exited → computed → consents.
Verified verify(const World& world, const json::Value& submission, const calendar::Date& today);

}  // namespace polku::session
