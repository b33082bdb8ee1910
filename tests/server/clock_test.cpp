// SPDX-License-Identifier: EUPL-1.2
#include "host/server/clock.h"

#include <gtest/gtest.h>

namespace polku::server {
namespace {

TEST(clock, a_receipt_near_midnight_bears_the_day_a_citizen_there_read_on_the_calendar) {
  choose_time_zone("Europe/Helsinki");
  EXPECT_EQ(with_local_offset("2026-11-22T23:30:00Z"), "2026-11-23T01:30:00+02:00");
  EXPECT_EQ(with_local_offset("2026-07-01T20:59:59Z"), "2026-07-01T23:59:59+03:00");
  EXPECT_EQ(local_time_of("2026-11-22T23:30:00Z"), "2026-11-23T01:30:00");
  choose_time_zone("America/St_Johns");
  EXPECT_EQ(with_local_offset("2026-01-15T02:00:00Z"), "2026-01-14T22:30:00-03:30");
  choose_time_zone("UTC");
  EXPECT_EQ(with_local_offset("2026-11-22T10:00:00Z"), "2026-11-22T10:00:00+00:00");
}

TEST(clock, what_is_no_time_is_left_as_it_is) {
  EXPECT_EQ(with_local_offset("yesterday"), "yesterday");
  EXPECT_EQ(local_time_of("2026-11-22"), "2026-11-22");
}

}  // namespace
}  // namespace polku::server
