// SPDX-License-Identifier: EUPL-1.2
// Options that stand alone ("none of these"): what a press makes of the other ticks.
#include <gtest/gtest.h>

#include "value/value.h"

namespace polku::value {
namespace {

struct Press {
  const char* promise;
  Typed before, now, settled;
};

TEST(Ticks, WhoTicksAnOptionThatStandsAloneUnticksTheOthersAndTheOtherWayRound) {
  const Shape shape{.kind = Kind::several_of, .options = {"noise", "smell", "none", "unknown"}, .exclusive = {"none", "unknown"}};
  Press presses[] = {
      {"the one that stands alone unticks all others", {"noise", "smell"}, {"noise", "smell", "none"}, {"none"}},
      {"another unticks the one that stands alone", {"none"}, {"noise", "none"}, {"noise"}},
      {"of two that stand alone the last one pressed stays", {"none"}, {"none", "unknown"}, {"unknown"}},
      {"the first tick stays", {}, {"none"}, {"none"}},
      {"options that do not exclude each other stay together", {"noise"}, {"noise", "smell"}, {"noise", "smell"}},
      {"unticking changes no other tick", {"noise", "none"}, {"none"}, {"none"}},
      {"what was ticked at once, in no known order, stays to be told", {}, {"noise", "none"}, {"noise", "none"}},
      {"what stood together wrongly is put right by the next tick", {"noise", "none"}, {"noise", "smell", "none"}, {"noise", "smell"}},
  };
  for (auto& [promise, before, now, settled] : presses) {
    settle_ticks(shape, before, now);
    EXPECT_EQ(now, settled) << promise;
  }
}

TEST(Ticks, WithoutOptionsThatStandAloneEveryTickStays) {
  const Shape shape{.kind = Kind::several_of, .options = {"noise", "smell"}};
  Typed now{"noise", "smell"};
  settle_ticks(shape, {"noise"}, now);
  EXPECT_EQ(now, (Typed{"noise", "smell"}));
}

}  // namespace
}  // namespace polku::value
