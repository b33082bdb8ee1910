// SPDX-License-Identifier: EUPL-1.2
// From one seed a whole service and a person who uses it; what they do is judged at every moment (judge.h). The same seed gives the same on every host.
//
//   auto lines = generate(world, 1, 100);        // {"lines": [{"seed", "digest", …}], "features": {…}}
//
// Of `world` its languages and the engine's words are used.
#pragma once

#include "rehearsal/generate/engine.h"
#include "rehearsal/generate/features.h"

namespace polku::rehearsal::generate {

struct Made {
  json::Value service, catalogs, site, site_catalogs, calendar;
  json::Value scenario;  // what the person did
  std::string damage;    // the fault planted in the service; empty: it is sound
  // {"seed", "digest", "service": "sound" | "refused", "damage"?, "steps", "accepted", "failures": [{"step", "property", "found"}]}; the digest is of
  // everything hosts must agree on: problems, pages, effects, facts and submissions.
  json::Value line;
};
Made make(const session::World& world, std::uint64_t seed, const Engine& engine, Features& features);

// One in so many services is wrong on purpose.
inline constexpr std::uint64_t wrong_one_in = 8;

json::Value generate(const session::World& world, std::uint64_t from, std::uint64_t count);

}  // namespace polku::rehearsal::generate
