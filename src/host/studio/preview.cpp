// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/preview.h"

#include <deque>
#include <iterator>
#include <utility>

#include "host/studio/log.h"
#include "json/writer.h"
#include "session/format.h"

namespace polku::host {
namespace {

// A dry run needs no chance: 32 hexadecimal digits that differ from try to try.
std::string make_key(std::uint64_t number) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string key(32, '0');
  for (auto at = key.rbegin(); number > 0; number /= 16, ++at) *at = digits[number % 16];
  return key;
}

}  // namespace

Preview::Preview(std::shared_ptr<const session::World> world, const std::string& language, calendar::Date today)
    : world_(std::move(world)), device_(std::make_unique<rehearsal::Device>(*world_)), today_(today) {
  device_->set_today(today_);
  begin(language, {});
}

void Preview::begin(const std::string& language, const std::string& address) {
  act(session::Begin{today_, language, address, session::Storage::device, make_key(++keys_)});
}

void Preview::act(session::Action action) {
  if (auto* submit = std::get_if<session::Submit>(&action); submit && submit->key.empty()) submit->key = make_key(++keys_);
  note(Entry::Kind::intent, print(action));
  settle(session::update(*world_, std::move(state_), {std::move(action), today_}));
}

void Preview::settle(session::Step step) {
  state_ = std::move(step.state);
  std::deque<session::Effect> effects(step.effects.begin(), step.effects.end());
  while (!effects.empty()) {
    const auto effect = std::move(effects.front());
    effects.pop_front();
    note(Entry::Kind::effect, json::write(session::to_json(effect)));
    const auto outcome = answer(effect);
    if (!outcome) continue;
    note(Entry::Kind::outcome, print(*outcome));
    auto next = session::resolve(*world_, std::move(state_), effect.id, *outcome);
    state_ = std::move(next.state);
    effects.insert(effects.end(), std::make_move_iterator(next.effects.begin()), std::make_move_iterator(next.effects.end()));
  }
}

// A Wait is never over here: the network answers at once, so nobody waits.
std::optional<session::Outcome> Preview::answer(const session::Effect& effect) {
  if (const auto* keep = std::get_if<session::Keep>(&effect.wish)) return device_->keep(*keep);
  if (const auto* recall = std::get_if<session::Recall>(&effect.wish)) return device_->recall(*recall);
  if (const auto* fetch = std::get_if<session::Fetch>(&effect.wish)) return device_->fetch(*fetch);
  if (const auto* forget = std::get_if<session::Forget>(&effect.wish)) device_->forget(*forget);
  if (const auto* move = std::get_if<session::MoveFocus>(&effect.wish)) focus_ = move->target;
  return std::nullopt;
}

void Preview::perform(const render::Deed& deed) {
  if (const auto* action = std::get_if<session::Action>(&deed)) return act(*action);
  if (const auto* outside = std::get_if<render::OpenOutside>(&deed)) return note(Entry::Kind::effect, "open " + outside->address);
  note(Entry::Kind::effect, "print");
}

// As a citizen's browser does when a service was changed under a draft: what was kept is read by the new version.
void Preview::take(std::shared_ptr<const session::World> world) {
  const std::string language = state_.language, address = session::to_string(*world_, state_.answers, state_.address);
  const std::string draft = json::write(session::make_record(*world_, state_));
  world_ = std::move(world);
  device_ = std::make_unique<rehearsal::Device>(*world_);
  device_->set_today(today_);
  device_->plant(session::record_name(*world_), draft);
  state_ = {};
  begin(language, address);
  if (std::holds_alternative<session::Returning>(state_.phase)) act(session::GoOn{});
  if (!address.empty()) act(session::Visit{address});
}

std::string Preview::take_focus() { return std::exchange(focus_, {}); }

}  // namespace polku::host
