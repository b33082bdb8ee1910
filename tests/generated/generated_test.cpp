// SPDX-License-Identifier: EUPL-1.2
// Generated services and persons under the sanitizers. tests/generated/generated.test.mjs compares hosts over many more.
#include <gtest/gtest.h>

#include <cstdlib>

#include "json/writer.h"
#include "rehearsal/generate/dice.h"
#include "rehearsal/generate/generate.h"
#include "worlds.h"

namespace polku::rehearsal::generate {
namespace {

std::uint64_t scale() {
  const char* const given = std::getenv("POLKU_TEST_SCALE");
  const int number = given ? std::atoi(given) : 1;
  return number > 1 ? static_cast<std::uint64_t>(number) : 1;
}

// The first numbers of SplitMix64 from the seed 1234567, as its reference implementation gives them.
TEST(Dice, ThrowsAsItsPaperSays) {
  Dice dice{1234567};
  for (const std::uint64_t expected : {6457827717110365317u, 3203168211198807973u, 9817491932198370423u, 4593380528125082431u, 16408922859458223821u}) {
    EXPECT_EQ(dice.next(), expected);
  }
}

TEST(Generated, TheSameSeedGivesTheSame) {
  const RealEngine engine;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    Features one, other;
    EXPECT_EQ(json::write(make(test::base_world(), seed, engine, one).line), json::write(make(test::base_world(), seed, engine, other).line));
    EXPECT_EQ(one, other);
  }
}

TEST(Generated, EveryPropertyHoldsOfEveryServiceAndPerson) {
  constexpr std::uint64_t first = 1'000'000;
  const auto count = 100 * scale();
  const RealEngine engine;
  Features features;
  std::int64_t accepted = 0;
  for (auto seed = first; seed < first + count; ++seed) {
    const auto line = make(test::base_world(), seed, engine, features).line;
    EXPECT_TRUE(line.find("failures")->items().empty()) << "polku generate --seed " << seed << " --out DIR\n" << json::write(line);
    accepted += *line.find("accepted")->number().to_integer();
  }
  EXPECT_GT(accepted, static_cast<std::int64_t>(count / 2));
  EXPECT_GT(features["silence-tried"], static_cast<std::int64_t>(count));
  EXPECT_GT(features["flipped"], 0);
  EXPECT_GT(features["step:add-row-in-row"], 0);
}

}  // namespace
}  // namespace polku::rehearsal::generate
