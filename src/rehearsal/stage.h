// SPDX-License-Identifier: EUPL-1.2
// Where a scenario's steps are done: a device with its tabs, a network and a day. What is seen there is for others to judge.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "rehearsal/device.h"

namespace polku::rehearsal {

struct Tab {
  session::State state;
  std::uint32_t waiting = 0;  // the id of a Wait under way
  std::string focus;          // where it was moved last
  std::string left_for;       // the address of another site that was gone to last
};

class Stage {
 public:
  // `setup`: {"today", "language", "storage"?, "address"?}, a scenario or its head.
  Stage(const session::World& world, const json::Value& setup);

  enum class Done : std::uint8_t { acted, set, unknown_step, bad_intent };
  // A step that does or sets something (rehearsal.h): "do", "today", "network", "record", "device". `problems`: of an intent that is none.
  Done perform(const json::Value& step);

  Tab& tab_of(const json::Value& step);
  Tab& tab(std::int64_t number);
  const Device& device() const { return device_; }
  const calendar::Date& today() const { return today_; }
  // Of the last step: what was asked for, and what was wrong with its intent.
  const std::vector<session::Effect>& effects() const { return effects_; }
  const problem::Problems& problems() const { return problems_; }

 private:
  void begin(Tab& tab, const std::string& address);
  void dispatch(Tab& tab, session::Action action);
  void take(Tab& tab, session::Step step);
  std::optional<session::Outcome> perform_effect(Tab& tab, const session::Effect& effect);
  Done act(Tab& tab, const json::Value& step);
  void set_network(const json::Value& network);

  const session::World& world_;
  const json::Value& setup_;
  Device device_;
  calendar::Date today_;
  std::map<std::int64_t, Tab> tabs_;
  std::vector<session::Effect> effects_;
  problem::Problems problems_;
};

}  // namespace polku::rehearsal
