// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/engine.h"

#include "delivery/connector.h"
#include "json/writer.h"
#include "page/page.h"
#include "render/html/html.h"
#include "session/verify.h"

namespace polku::rehearsal::generate {

journey::Journey RealEngine::walk(const session::World& world, const session::State& state) const { return session::walk(world, state); }

std::string RealEngine::html(const session::World& world, const session::State& state) const {
  return render::html(page::view(world, state, session::walk(world, state)));
}

json::Value RealEngine::submission(const session::World& world, const session::State& state) const {
  return session::make_submission(world, state, session::walk(world, state));
}

problem::Problems RealEngine::verify(const session::World& world, const json::Value& submission, const calendar::Date& today) const {
  return session::verify(world, submission, today).problems;
}

json::Value RealEngine::deliver(const json::Value& submission, const std::string& recipient, const std::vector<std::string>& entitled) const {
  return delivery::cut_delivery(submission, recipient, entitled);
}

// As the page does after a trap: the facts are met as a draft, and the person is where they were.
session::State RealEngine::restore(const session::World& world, const session::State& state) const {
  auto step = session::update(world, {}, {session::Begin{state.today, state.language, "", session::Storage::device, state.seed}, state.today});
  const auto id = step.state.awaited_recall;
  step = session::resolve(world, std::move(step.state), id, session::Recalled{json::write(session::make_record(world, state)), state.revision});
  step = session::update(world, std::move(step.state), {session::GoOn{}, state.today});
  step = session::update(world, std::move(step.state), {session::Visit{session::to_string(world, state.answers, state.address)}, state.today});
  return std::move(step.state);
}

}  // namespace polku::rehearsal::generate
