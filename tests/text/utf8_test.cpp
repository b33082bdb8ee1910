// SPDX-License-Identifier: EUPL-1.2
#include "text/utf8.h"

#include <gtest/gtest.h>

#include <vector>

namespace {

using namespace polku::text;

TEST(Utf8, finds_the_first_ill_formed_sequence) {
  struct Row {
    std::string text;
    std::optional<std::size_t> at;
  };
  const std::vector<Row> table{{"", std::nullopt},
                               {"abc", std::nullopt},
                               {"åäö €", std::nullopt},
                               {"\xF0\x9F\x98\x80", std::nullopt},
                               {"\xF4\x8F\xBF\xBF", std::nullopt},
                               {"a\x80", 1},
                               {"\xC0\x80", 0},
                               {"\xC1\xBF", 0},
                               {"\xE0\x9F\xBF", 0},
                               {"\xED\xA0\x80", 0},
                               {"\xED\x9F\xBF", std::nullopt},
                               {"\xF0\x8F\xBF\xBF", 0},
                               {"\xF4\x90\x80\x80", 0},
                               {"\xF5\x80\x80\x80", 0},
                               {"ab\xC3", 2},
                               {"ab\xE2\x82", 2},
                               {"\xE2\x28\xA1", 0},
                               {"\xFF", 0}};
  for (const Row& row : table) EXPECT_EQ(find_invalid_utf8(row.text), row.at) << ::testing::PrintToString(row.text);
}

TEST(Utf8, every_code_point_survives_writing_and_reading) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_code_point(text, c);
    ASSERT_EQ(find_invalid_utf8(text), std::nullopt) << static_cast<unsigned>(c);
    ASSERT_EQ(count_code_points(text), 1U);
    std::string_view rest = text;
    ASSERT_EQ(take_code_point(rest), c);
    ASSERT_TRUE(rest.empty());
  }
}

TEST(Utf8, takes_away_the_blanks_people_paste_without_knowing) {
  EXPECT_EQ(trim("  \t\n a b \xC2\xA0\xE2\x80\x8B\xEF\xBB\xBF"), "a b");
  EXPECT_EQ(trim("\xE2\x80\xAE\xE2\x81\xA6x\xE2\x81\xA9\xE3\x80\x80"), "x");
  EXPECT_EQ(trim("\xE2\x80\x8F"), "");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim("ä"), "ä");
  EXPECT_EQ(without_blanks(" 13\xC2\xA0"
                           "10 52\xE2\x80\xAF-\xE2\x81\xA0"
                           "308T\t"),
            "131052-308T");
  for (const char32_t c : {0x85U, 0x1680U, 0x2028U, 0x2029U, 0x205FU, 0x2060U, 0x202AU, 0x202EU, 0x2066U, 0x200BU})
    EXPECT_TRUE(is_blank(c)) << static_cast<unsigned>(c);
  for (const char32_t c : {0x21U, 0x84U, 0xADU, 0x2010U, 0x2030U, 0x2061U, 0x206AU, 0x1FFFU}) EXPECT_FALSE(is_blank(c)) << static_cast<unsigned>(c);
}

TEST(Utf8, changes_the_case_of_ascii_only) {
  EXPECT_EQ(to_upper_ascii("azAZ09-å"), "AZAZ09-å");
  EXPECT_EQ(to_lower_ascii("azAZ09-Å"), "azaz09-Å");
}

}  // namespace
