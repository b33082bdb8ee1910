// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/stage.h"

#include <deque>

#include "json/writer.h"
#include "rehearsal/cases.h"
#include "session/format.h"

namespace polku::rehearsal {

using json::Type;
using json::Value;

namespace {

std::string words(const Value* value) { return value && value->is(Type::string) ? value->string() : std::string{}; }

}  // namespace

Stage::Stage(const session::World& world, const Value& setup)
    : world_(world), setup_(setup), device_(world), today_(calendar::parse_date(words(setup.find("today"))).value_or(calendar::Date{})) {
  device_.set_today(today_);
}

Tab& Stage::tab(std::int64_t number) {
  const auto known = tabs_.find(number);
  if (known != tabs_.end()) return known->second;
  auto& tab = tabs_[number];
  begin(tab, words(setup_.find("address")));
  return tab;
}

Tab& Stage::tab_of(const Value& step) {
  const auto* number = step.find("tab");
  return tab(number && number->is(Type::number) ? number->number().to_integer().value_or(1) : 1);
}

void Stage::begin(Tab& tab, const std::string& address) {
  tab = Tab{};
  const auto storage = words(setup_.find("storage"));
  const auto kept = storage == "none" ? session::Storage::none_by_choice : storage == "unavailable" ? session::Storage::unavailable : session::Storage::device;
  dispatch(tab, session::Begin{today_, words(setup_.find("language")), address, kept, "00112233445566778899aabbccddeeff"});
}

void Stage::dispatch(Tab& tab, session::Action action) { take(tab, session::update(world_, std::move(tab.state), {std::move(action), today_})); }

void Stage::take(Tab& tab, session::Step step) {
  tab.state = std::move(step.state);
  std::deque<session::Effect> effects(step.effects.begin(), step.effects.end());
  while (!effects.empty()) {
    const auto effect = std::move(effects.front());
    effects.pop_front();
    const auto outcome = perform_effect(tab, effect);
    effects_.push_back(effect);
    if (!outcome) continue;
    auto next = session::resolve(world_, std::move(tab.state), effect.id, *outcome);
    tab.state = std::move(next.state);
    effects.insert(effects.end(), std::make_move_iterator(next.effects.begin()), std::make_move_iterator(next.effects.end()));
  }
}

std::optional<session::Outcome> Stage::perform_effect(Tab& tab, const session::Effect& effect) {
  if (const auto* keep = std::get_if<session::Keep>(&effect.wish)) return device_.keep(*keep);
  if (const auto* recall = std::get_if<session::Recall>(&effect.wish)) return device_.recall(*recall);
  if (const auto* fetch = std::get_if<session::Fetch>(&effect.wish)) return device_.fetch(*fetch);
  if (const auto* forget = std::get_if<session::Forget>(&effect.wish)) device_.forget(*forget);
  if (const auto* move = std::get_if<session::MoveFocus>(&effect.wish)) tab.focus = move->target;
  if (const auto* leave = std::get_if<session::Leave>(&effect.wish)) tab.left_for = leave->address;
  if (std::holds_alternative<session::Wait>(effect.wish)) tab.waiting = effect.id;
  return std::nullopt;
}

Stage::Done Stage::perform(const Value& step) {
  effects_.clear();
  problems_.clear();
  if (step.find("do")) return act(tab_of(step), step);
  if (const auto* day = step.find("today")) {
    today_ = calendar::parse_date(words(day)).value_or(today_);
    device_.set_today(today_);
  } else if (const auto* network = step.find("network")) {
    set_network(*network);
  } else if (const auto* record = step.find("record")) {
    device_.plant(session::record_name(world_), record->is(Type::string) ? record->string() : json::write(*record));
  } else if (const auto* device = step.find("device")) {
    const auto wanted = words(device);
    device_.set_storage(wanted == "full" ? Device::Storage::full : wanted == "broken" ? Device::Storage::broken : Device::Storage::works);
  } else {
    return Done::unknown_step;
  }
  return Done::set;
}

void Stage::set_network(const Value& network) {
  const auto name = words(&network);
  if (network.is(Type::object)) {
    session::Fetched reply;
    const auto* status = network.find("status");
    reply.status = status && status->is(Type::number) ? static_cast<int>(status->number().to_integer().value_or(0)) : 0;
    reply.body = words(network.find("body"));
    if (const auto* headers = network.find("headers"); headers && headers->is(Type::object)) {
      for (const auto& [header, value] : headers->members()) reply.headers.emplace_back(header, words(&value));
    }
    device_.script(std::move(reply));
  } else {
    device_.set_network(name == "offline" ? Device::Network::offline : name == "lose-reply" ? Device::Network::lose_reply : Device::Network::accept);
  }
}

Stage::Done Stage::act(Tab& tab, const Value& step) {
  const auto name = words(step.find("do"));
  if (name == "close") {
    const auto* address = step.find("address");
    begin(tab, address ? words(address) : session::to_string(world_, tab.state.answers, tab.state.address));
    return Done::acted;
  }
  if (name == "wait") {
    const auto id = tab.waiting;
    tab.waiting = 0;
    take(tab, session::resolve(world_, std::move(tab.state), id, session::Waited{}));
    return Done::acted;
  }
  auto intent = step;
  intent.set("intent", Value{name});
  auto read = session::read_intent(intent, problems_);
  if (!read) return Done::bad_intent;
  dispatch(tab, std::move(read->action));
  return Done::acted;
}

}  // namespace polku::rehearsal
