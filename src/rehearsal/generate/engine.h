// SPDX-License-Identifier: EUPL-1.2
// What is judged, behind an interface: a test puts an engine with a fault in its place, and the judge has to see it.
#pragma once

#include <string>

#include "session/session.h"

namespace polku::rehearsal::generate {

class Engine {
 public:
  virtual ~Engine() = default;
  virtual journey::Journey walk(const session::World& world, const session::State& state) const = 0;
  virtual std::string html(const session::World& world, const session::State& state) const = 0;
  virtual json::Value submission(const session::World& world, const session::State& state) const = 0;
  virtual problem::Problems verify(const session::World& world, const json::Value& submission, const calendar::Date& today) const = 0;
  virtual json::Value deliver(const json::Value& submission, const std::string& recipient, const std::vector<std::string>& entitled) const = 0;
  // What a device kept, read again.
  virtual session::State restore(const session::World& world, const session::State& state) const = 0;
};

// The engine itself.
class RealEngine : public Engine {
 public:
  journey::Journey walk(const session::World& world, const session::State& state) const override;
  std::string html(const session::World& world, const session::State& state) const override;
  json::Value submission(const session::World& world, const session::State& state) const override;
  problem::Problems verify(const session::World& world, const json::Value& submission, const calendar::Date& today) const override;
  json::Value deliver(const json::Value& submission, const std::string& recipient, const std::vector<std::string>& entitled) const override;
  session::State restore(const session::World& world, const session::State& state) const override;
};

}  // namespace polku::rehearsal::generate
