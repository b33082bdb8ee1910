// SPDX-License-Identifier: EUPL-1.2
#include "text/percent.h"

#include <gtest/gtest.h>

namespace polku::text {
namespace {

TEST(Percent, WhatIsReservedOrNotAsciiIsEncodedByteByByte) {
  EXPECT_EQ(percent_encoded("KOI-7F3K_a.b~c"), "KOI-7F3K_a.b~c");
  EXPECT_EQ(percent_encoded("a b&c=d?e#f"), "a%20b%26c%3Dd%3Fe%23f");
  EXPECT_EQ(percent_encoded("Käärme"), "K%C3%A4%C3%A4rme");
  EXPECT_EQ(percent_encoded("../%2e"), "..%2F%252e");
  EXPECT_EQ(percent_encoded(std::string_view{"\0\r\n", 3}), "%00%0D%0A");
}

TEST(Percent, ASlashStaysWhereAPathIsMeant) { EXPECT_EQ(percent_encoded("/fi/a b", "/"), "/fi/a%20b"); }

}  // namespace
}  // namespace polku::text
