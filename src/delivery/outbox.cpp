// SPDX-License-Identifier: EUPL-1.2
#include "delivery/outbox.h"

#include <algorithm>
#include <array>
#include <utility>

namespace polku::delivery {

std::int64_t wait_before_retry(int tries, std::optional<std::int64_t> wished, std::uint32_t seed) {
  constexpr std::int64_t longest = 300, longest_wish = 3600;
  const int doublings = std::clamp(tries, 1, 9);
  const std::int64_t usual = std::min(std::int64_t{1} << doublings, longest);
  const std::int64_t spread = std::clamp<std::int64_t>(usual * (80 + seed % 41) / 100, 1, longest);
  if (!wished || *wished <= spread) return spread;
  // Never earlier than asked for.
  return std::min(*wished * (100 + seed % 21) / 100, longest_wish);
}

namespace outbox {
namespace {

constexpr std::array<std::string_view, 6> names = {"waiting", "in-flight", "looking-up", "delivered", "refused", "unknown"};

State with_receipt(State state, const Receipt& receipt) {
  state.stage = Stage::delivered;
  state.reference = receipt.reference;
  state.status = receipt.status;
  state.problems.clear();
  return state;
}

Step later(State state, Stage stage, std::optional<std::int64_t> wished, std::uint32_t seed) {
  state.stage = stage;
  const auto seconds = wait_before_retry(state.tries, wished, seed);
  return {std::move(state), Act::nothing, seconds};
}

State given_up(State state) {
  state.stage = Stage::unknown;
  state.problems = {{.code = problem::Code::outcome_unknown}};
  return state;
}

}  // namespace

std::string_view name_of(Stage stage) { return names[static_cast<std::size_t>(stage)]; }

std::optional<Stage> stage_named(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Stage>(found - names.begin());
}

bool is_final(Stage stage) { return stage == Stage::delivered || stage == Stage::refused || stage == Stage::unknown; }

Step begin(const Connector&, State state) {
  if (is_final(state.stage)) return {std::move(state), Act::nothing, 0};
  ++state.tries;
  if (state.stage == Stage::looking_up) return {std::move(state), Act::look_up, 0};
  state.stage = Stage::in_flight;
  return {std::move(state), Act::send, 0};
}

State after_restart(const Connector& connector, State state) {
  if (state.stage != Stage::in_flight) return state;
  switch (connector.deduplicates) {
    case Deduplicates::by_key: state.stage = Stage::waiting; return state;
    case Deduplicates::by_lookup: state.stage = Stage::looking_up; return state;
    case Deduplicates::not_at_all: return given_up(std::move(state));
  }
  return state;
}

Step after_reply(const Connector& connector, State state, const Reply& reply, std::uint32_t seed) {
  if (const auto* receipt = std::get_if<Receipt>(&reply)) return {with_receipt(std::move(state), *receipt), Act::nothing, 0};
  if (const auto* refusal = std::get_if<Refusal>(&reply)) {
    state.stage = Stage::refused;
    state.problems = refusal->problems;
    return {std::move(state), Act::nothing, 0};
  }
  if (const auto* try_later = std::get_if<TryLater>(&reply)) return later(std::move(state), Stage::waiting, try_later->after_seconds, seed);
  switch (connector.deduplicates) {
    case Deduplicates::by_key: return later(std::move(state), Stage::waiting, std::nullopt, seed);
    case Deduplicates::by_lookup: return later(std::move(state), Stage::looking_up, std::nullopt, seed);
    case Deduplicates::not_at_all: break;
  }
  return {given_up(std::move(state)), Act::nothing, 0};
}

Step after_lookup(const Connector&, State state, const LookupReply& reply, std::uint32_t seed) {
  if (const auto* receipt = std::get_if<Receipt>(&reply)) return {with_receipt(std::move(state), *receipt), Act::nothing, 0};
  if (const auto* try_later = std::get_if<TryLater>(&reply)) return later(std::move(state), Stage::looking_up, try_later->after_seconds, seed);
  return later(std::move(state), Stage::waiting, std::nullopt, seed);
}

Step after_unreached(const Connector&, State state, std::uint32_t seed) {
  const auto stage = state.stage == Stage::looking_up ? Stage::looking_up : Stage::waiting;
  state.problems = {{.code = problem::Code::network_unreachable}};
  return later(std::move(state), stage, std::nullopt, seed);
}

State after_unmade(State state, problem::Problems problems) {
  state.stage = Stage::refused;
  state.problems = std::move(problems);
  return state;
}

}  // namespace outbox
}  // namespace polku::delivery
