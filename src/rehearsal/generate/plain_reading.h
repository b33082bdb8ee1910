// SPDX-License-Identifier: EUPL-1.2
// What is asked and what it comes to, read off DECISIONS 5 to 7 question by question, each from its own rules whenever it is wanted. The engine's walk
// goes once through the pages in order; two readings so unlike agree only where both are right.
//
// Rules are evaluated by room rules, answers decoded by room value.
#pragma once

#include <map>
#include <set>

#include "session/session.h"

namespace polku::rehearsal::generate {

struct PlainReading {
  std::set<journey::Place> asked;                // asked or shown, on pages of the way
  std::map<journey::Place, json::Value> values;  // live
  form::PageIndex exit = form::none;             // the exit page at which the way ends
  std::vector<journey::TaskStanding> tasks;      // those of the way, in order
  std::vector<std::size_t> recipients;           // who gets something
  bool complete = false;                         // nothing asked is missing or wrong; of amounts not yet decided nothing is said
};

PlainReading read_plainly(const session::World& world, const session::State& state);

}  // namespace polku::rehearsal::generate
