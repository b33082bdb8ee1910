// SPDX-License-Identifier: EUPL-1.2
// The parts update() and resolve() are made of. Each changes the state it is given and adds effects.
#pragma once

#include "session/session.h"

namespace polku::session {

struct Doing {
  const World& world;
  State& state;
  std::vector<Effect>& effects;

  std::uint32_t ask(Wish wish) const {  // answered by an outcome with the id
    const auto id = state.next_effect++;
    effects.push_back({id, std::move(wish)});
    return id;
  }
  void tell(Wish wish) const { effects.push_back({0, std::move(wish)}); }
};

// navigation.cpp
enum class Focus { heading, keep };
void go_to(const Doing& doing, Address address, Focus focus = Focus::heading);
void go_to_nearest(const Doing& doing, const journey::Journey& journey, std::optional<Address> wished, Focus focus = Focus::heading);
void go_on_from_here(const Doing& doing);  // Continue
void tell_problems(const Doing& doing, const journey::Stop& stop);
void settle(const Doing& doing, Type& pressed);  // what a press makes of the other ticks
bool take_typed(const Doing& doing, const std::vector<Type>& typed);
void add_row(const Doing& doing, form::QuestionIndex list, journey::RowId parent);

// filling.cpp: after every step, what nobody has typed yet is filled in where the person stands, and what can be looked up is
void fill_in(const Doing& doing);
bool may_be_filled_in(const State& state, const form::Question& question);
void sign_in(const Doing& doing);
void forget_unreached(State& state);
bool is_look_up(const State& state, std::uint32_t effect);
void on_looked_up(const Doing& doing, std::uint32_t effect, const Fetched* fetched);

// keeping.cpp
void recall(const Doing& doing);
void keep(const Doing& doing);
void forget(const Doing& doing);
void on_recalled(const Doing& doing, const Recalled& recalled);
void on_kept(const Doing& doing);
void on_not_kept(const Doing& doing, NotKept::Reason reason);
void start_afresh(const Doing& doing);

// sending.cpp
void submit(const Doing& doing, const std::string& key);
void send(const Doing& doing);
void stand_at_confirmation(const Doing& doing);
void on_fetched(const Doing& doing, const Fetched& fetched);
void pay(const Doing& doing);
void invite(const Doing& doing, const std::string& recipient);
void on_unreached(const Doing& doing);

}  // namespace polku::session
