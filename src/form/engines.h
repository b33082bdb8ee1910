// SPDX-License-Identifier: EUPL-1.2
// The engines that citizens get, lightest first: each is the same code, linked without what the services it is for do not use (door/citizen, cmake/web.cmake).
// Room publishing says which one a service gets.
#pragma once

#include <string_view>

#include "form/form.h"

namespace polku::form {

class Engine {
 public:
  std::string_view name;  // of the module, without .wasm
  std::uint32_t lacking_kinds = 0, lacking_features = 0;

  constexpr bool has(value::Kind kind) const { return (lacking_kinds >> static_cast<unsigned>(kind) & 1U) == 0; }
  constexpr bool has(Feature feature) const { return (lacking_features >> static_cast<unsigned>(feature) & 1U) == 0; }
  constexpr Engine without(value::Kind kind) const { return {name, lacking_kinds | 1U << static_cast<unsigned>(kind), lacking_features}; }
  constexpr Engine without(Feature feature) const { return {name, lacking_kinds, lacking_features | 1U << static_cast<unsigned>(feature)}; }
  constexpr Engine with(Feature feature) const { return {name, lacking_kinds, lacking_features & ~(1U << static_cast<unsigned>(feature))}; }
};

// Complaints, opinions, permits: no addresses, places, files or tasks.
inline constexpr Engine plain_engine = Engine{"polku-plain"}
                                           .without(value::Kind::iban)
                                           .without(value::Kind::address)
                                           .without(value::Kind::location)
                                           .without(value::Kind::file)
                                           .without(Feature::tasks)
                                           .without(Feature::row_options)
                                           .without(Feature::defaults)
                                           .without(Feature::look_ups)
                                           .without(Feature::option_rules)
                                           .without(Feature::exclusive_options)
                                           .without(Feature::identity);
// The same for who has a register number: a register fills in what it knows.
inline constexpr Engine register_engine = Engine{"polku-registers", plain_engine.lacking_kinds, plain_engine.lacking_features}
                                              .with(Feature::look_ups)
                                              .with(Feature::exclusive_options)
                                              .without(Feature::payment)
                                              .without(Feature::invitations);
// The same for who has proved who they are, or answers to what somebody else sent.
inline constexpr Engine person_engine = Engine{"polku-persons", plain_engine.lacking_kinds, plain_engine.lacking_features}
                                            .with(Feature::look_ups)
                                            .with(Feature::identity)
                                            .without(Feature::payment)
                                            .without(Feature::invitations);
// Households and companies: addresses, accounts, who of those entered before, what is known already.
inline constexpr Engine people_engine = Engine{"polku-people"}
                                            .without(value::Kind::time)
                                            .without(value::Kind::location)
                                            .without(value::Kind::file)
                                            .without(Feature::tasks)
                                            .without(Feature::exclusive_options)
                                            .without(Feature::word_limits)
                                            .without(Feature::payment)
                                            .without(Feature::identity)
                                            .without(Feature::invitations);
// Plots and projects: places, drawings, tasks.
inline constexpr Engine project_engine = Engine{"polku-projects"}
                                             .without(value::Kind::money)
                                             .without(value::Kind::identifier)
                                             .without(value::Kind::iban)
                                             .without(value::Kind::address)
                                             .without(Feature::row_options)
                                             .without(Feature::look_ups)
                                             .without(Feature::option_rules)
                                             .without(Feature::exclusive_options)
                                             .without(Feature::word_limits)
                                             .without(Feature::payment)
                                             .without(Feature::identity)
                                             .without(Feature::invitations);
inline constexpr Engine whole_engine = Engine{"polku"};

}  // namespace polku::form
