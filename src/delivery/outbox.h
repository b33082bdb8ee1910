// SPDX-License-Identifier: EUPL-1.2
// One delivery on its way to one recipient, as a state machine: whether it is sent, asked after, sent again or given up. Hosts keep the state, draw the
// random number and look at the clock.
//
//   auto next = outbox::begin(connector, state);   keep it, then do what next.act says, then
//   auto then = outbox::after_reply(connector, state, reply, seed);   keep it; wait then.wait_seconds
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "delivery/connector.h"

namespace polku::delivery {

Request make_lookup(const Connector& connector, const Delivered& delivered);
struct NotThere {};
using LookupReply = std::variant<Receipt, NotThere, TryLater>;
LookupReply read_lookup(const Connector& connector, int status, const Headers& headers, const std::string& body);

namespace outbox {

enum class Stage : std::uint8_t {
  waiting,     // to be sent
  in_flight,   // kept before it is sent: after a crash nobody knows whether it left
  looking_up,  // it may have arrived: the recipient is asked
  delivered,
  refused,
  unknown,  // it may have arrived and the recipient cannot recognise a repeat: a person has to find out
};
std::string_view name_of(Stage stage);
std::optional<Stage> stage_named(std::string_view name);
bool is_final(Stage stage);

struct State {
  Stage stage = Stage::waiting;
  int tries = 0;
  std::string reference, status;  // of the recipient's receipt
  problem::Problems problems;
};
enum class Act : std::uint8_t { send, look_up, nothing };
struct Step {
  State state;
  Act act = Act::nothing;
  std::int64_t wait_seconds = 0;
};

// It is due: what to do now. The state is kept before it is done.
Step begin(const Connector& connector, State state);
// As found when a host starts: what was in flight is not known to have arrived.
State after_restart(const Connector& connector, State state);
Step after_reply(const Connector& connector, State state, const Reply& reply, std::uint32_t seed);
Step after_lookup(const Connector& connector, State state, const LookupReply& reply, std::uint32_t seed);
// No connection was made at all: nothing can have arrived.
Step after_unreached(const Connector& connector, State state, std::uint32_t seed);
// The request could not be made from the delivery.
State after_unmade(State state, problem::Problems problems);

}  // namespace outbox
}  // namespace polku::delivery
