// SPDX-License-Identifier: EUPL-1.2
#include "locale/locale.h"

#include "support.h"
#include "text/utf8.h"

namespace polku {
namespace {

using locale::DateStyle;
using locale::ListStyle;
using locale::NumberShape;
using test::decimal;
using test::must_load;

// {"language", "digits"?, "do", "value" …, "text"}: reviewed by hand against CLDR's charts.
TEST(LocaleTest, WritesAsTheTableSays) {
  const auto cases = test::must_read_file(test::source_path("tests/locale/cases.json"));
  for (const auto& row : cases.items()) {
    const auto at = [&](const char* name) { return std::string(row.find_string(name).value_or("")); };
    const auto locale = must_load(at("language"), row.find_string("digits").value_or("latn"));
    const std::string verb = at("do"), value = at("value");
    std::string written;
    if (verb == "number") written = locale.number(decimal(value));
    if (verb == "plain") written = locale.number(decimal(value), {0, 3, NumberShape::Grouping::plain});
    if (verb == "percent") written = locale.percent(decimal(value));
    if (verb == "money") written = locale.money(decimal(value), at("currency"));
    if (verb == "short") written = locale.date(*calendar::parse_date(value), DateStyle::short_form);
    if (verb == "medium") written = locale.date(*calendar::parse_date(value), DateStyle::medium_form);
    if (verb == "long") written = locale.date(*calendar::parse_date(value), DateStyle::long_form);
    if (verb == "country") written = locale.territory(value);
    if (verb == "month") written = locale.month_and_year(*calendar::parse_date(value));
    if (verb == "time") written = locale.time({std::stoi(value.substr(0, 2)), std::stoi(value.substr(3))});
    if (verb == "full") written = locale.date(*calendar::parse_date(value), DateStyle::full_form);
    EXPECT_EQ(written, at("text")) << at("language") << " line " << row.line;
  }
  EXPECT_GT(cases.items().size(), 40u);
}

TEST(LocaleTest, EveryPackIsSound) {
  const auto languages = host::embedded_languages();
  EXPECT_GE(languages.size(), 20u);
  for (const auto language : languages) {
    const auto locale = must_load(language);
    EXPECT_EQ(locale.tag(), language);
    EXPECT_EQ(locale.direction(), text::direction_of(language)) << language;
    EXPECT_FALSE(locale.own_name().empty()) << language;
    EXPECT_EQ(locale.digit_sets().front(), U"0123456789") << language;
    for (int month = 1; month <= 12; ++month) {
      const auto written = locale.date({2026, month, 1}, DateStyle::long_form);
      EXPECT_NE(written.find("2026"), std::string::npos) << written;
    }
  }
}

TEST(LocaleTest, KnowsTheHalvesOfADayByAnyOfTheirNames) {
  using locale::DayHalf;
  const auto finnish = must_load("fi"), english = must_load("en"), arabic = must_load("ar");
  EXPECT_FALSE(finnish.writes_day_halves());
  EXPECT_TRUE(english.writes_day_halves() && arabic.writes_day_halves());
  for (const char* name : {"ap.", "ap", "AM", "a.m.", "a. m.", "ص", "صباحًا", "صباحا"}) EXPECT_EQ(finnish.day_half_named(name), DayHalf::before_noon) << name;
  for (const char* name : {"ip.", "pm", "P.M.", "م", "مساءً"}) EXPECT_EQ(finnish.day_half_named(name), DayHalf::after_noon) << name;
  for (const char* name : {"", "x", "ip ap", "em"}) EXPECT_FALSE(finnish.day_half_named(name)) << name;
}

TEST(LocaleTest, RefusesADamagedPack) {
  const std::string sound(host::embedded_locale("fi"));
  for (const char* cut :
       {"\"decimal\"", "\"plural\"", "\"months\"", "\"dates\"", "\"time\"", "\"dayHalves\"", "\"lists\"", "\"latn\"", "\"direction\"", "\"name\""}) {
    std::string damaged = sound;
    damaged.replace(damaged.find(cut) + 1, 1, "X");
    EXPECT_FALSE(locale::load(test::must_read(damaged, "damaged"))) << cut;
  }
  EXPECT_FALSE(locale::load(json::Value{}));
  EXPECT_FALSE(locale::load(test::must_read("{\"numbers\": {\"latn\": 1}}", "damaged")));
}

TEST(LocaleTest, ANumberingSystemThatALanguageLacksLeavesLatinDigits) {
  EXPECT_EQ(must_load("fi", "arab").number(decimal("12.5")), "12,5");
  EXPECT_EQ(must_load("ar", "arab").number(decimal("12.5")), "١٢٫٥");
}

TEST(LocaleTest, GroupsTheIndianWay) {
  std::string pack(host::embedded_locale("en"));
  const std::string western = "\"number\":\"#,##0.###\"";
  ASSERT_NE(pack.find(western), std::string::npos);
  pack.replace(pack.find(western), western.size(), "\"number\":\"#,##,##0.###\"");
  const auto indian = locale::load(test::must_read(pack, "indian"));
  ASSERT_TRUE(indian);
  EXPECT_EQ(indian->number(decimal("123")), "123");
  EXPECT_EQ(indian->number(decimal("1234567.891")), "12,34,567.891");
  EXPECT_EQ(indian->number(decimal("-100000")), "-1,00,000");
}

TEST(LocaleTest, RoundsHalfEvenAndShowsAtLeastTheAskedPlaces) {
  const auto english = must_load("en");
  EXPECT_EQ(english.number(decimal("0.0005")), "0");
  EXPECT_EQ(english.number(decimal("0.0015")), "0.002");
  EXPECT_EQ(english.number(decimal("2.5"), {0, 0}), "2");
  EXPECT_EQ(english.number(decimal("3.5"), {0, 0}), "4");
  EXPECT_EQ(english.number(decimal("3"), {2, 4}), "3.00");
  EXPECT_EQ(english.number(decimal("999.9996")), "1,000");
  EXPECT_EQ(english.percent(decimal("0.255"), {0, 1}), "25.5%");
}

TEST(LocaleTest, KnowsMonthsByAnyOfTheirNames) {
  struct Row {
    const char* language;
    const char* name;
    int month;
  };
  for (const Row& row :
       {Row{"fi", "marraskuuta", 11}, Row{"fi", "Marraskuu", 11},    Row{"fi", " marras ", 11}, Row{"fi", "HEINÄKUUTA", 7}, Row{"sv", "nov.", 11},
        Row{"sv", "nov", 11},         Row{"sv", "Maj", 5},           Row{"en", "SEP", 9},       Row{"en", "december", 12},  Row{"cs", "ÚNORA", 2},
        Row{"cs", "říjen", 10},       Row{"pl", "PAŹDZIERNIKA", 10}, Row{"ru", "МАЯ", 5},       Row{"ru", "май", 5},        Row{"uk", "Січень", 1},
        Row{"se", "ČAKČAMÁNNU", 9},   Row{"ar", "يناير", 1},         Row{"ja", "3月", 3},       Row{"fi", "", 0},           Row{"fi", ".", 0},
        Row{"fi", "november", 0},     Row{"en", "decem", 0}}) {
    EXPECT_EQ(must_load(row.language).month_named(row.name), row.month) << row.language << " " << row.name;
  }
}

TEST(LocaleTest, ListsAnyNumberOfItems) {
  const auto english = must_load("en"), finnish = must_load("fi");
  EXPECT_EQ(english.list({}, ListStyle::conjunction), "");
  EXPECT_EQ(english.list({"a"}, ListStyle::conjunction), "a");
  EXPECT_EQ(english.list({"a", "b"}, ListStyle::disjunction), "a or b");
  EXPECT_EQ(finnish.list({"{1}", "{0}", "c", "d"}, ListStyle::conjunction), "{1}, {0}, c ja d");
}

TEST(CurrencyTest, HasTheDigitsOfThePinnedData) {
  const auto path = test::source_path("node_modules/cldr-core/supplemental/currencyData.json");
  const auto file = test::must_read_file(path);
  const auto* data = json::find_by_pointer(file, "/supplemental/currencyData/fractions");
  ASSERT_TRUE(data);
  for (const auto& [code, entry] : data->members()) {
    if (code == "DEFAULT") continue;
    EXPECT_EQ(std::to_string(locale::currency_places(code).value_or(-1)), entry.find_string("_digits").value()) << code;
  }
  // And none that is not listed there.
  for (char a = 'A'; a <= 'Z'; ++a) {
    for (char b = 'A'; b <= 'Z'; ++b) {
      for (char c = 'A'; c <= 'Z'; ++c) {
        const std::string code{a, b, c};
        EXPECT_TRUE(data->find(code) || locale::currency_places(code) == 2) << code;
      }
    }
  }
  for (const char* wrong : {"", "EU", "eur", "EURO", "E R", "EÜ"}) EXPECT_FALSE(locale::currency_places(wrong)) << wrong;
}

}  // namespace
}  // namespace polku
