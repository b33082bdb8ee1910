// SPDX-License-Identifier: EUPL-1.2
#include "support.h"

namespace polku::value {
namespace {

using test::member;

struct Refusal {
  const char* shape;
  const char* value;
  const char* problem;
};

json::Value read(std::string_view bytes) { return json::read(bytes).value.value_or(json::Value{}); }

// Values no decoding makes, whatever was typed.
TEST(Checking, WhatDecodingWouldNotMakeIsRefused) {
  constexpr Refusal refusals[] = {
      {R"({"kind":"text"})", R"(" a")", "answer-not-normal"},
      {R"({"kind":"text"})", R"("a\nb")", "answer-not-normal"},
      {R"({"kind":"text"})", R"("")", "answer-not-normal"},
      {R"({"kind":"text"})", "1", "wrong-type"},
      {R"({"kind":"text"})", "null", "wrong-type"},
      {R"({"kind":"long-text"})", R"("a\r\nb")", "answer-not-normal"},
      {R"({"kind":"number"})", R"("1,5")", "answer-not-normal"},
      {R"({"kind":"number"})", R"("1.50")", "answer-not-normal"},
      {R"({"kind":"number"})", R"("01")", "answer-not-normal"},
      {R"({"kind":"number"})", R"("+1")", "answer-not-normal"},
      {R"({"kind":"number"})", R"("-0")", "answer-not-normal"},
      {R"({"kind":"number"})", R"("1 234")", "answer-not-normal"},
      {R"({"kind":"number"})", R"("١٢")", "answer-not-normal"},
      {R"({"kind":"number"})", R"("1e3")", "not-a-number"},
      {R"({"kind":"number"})", "1.5", "wrong-type"},
      {R"({"kind":"number","integer":true})", R"("1")", "wrong-type"},
      {R"({"kind":"number","integer":true})", "1.5", "not-an-integer"},
      {R"({"kind":"number","integer":true})", "9007199254740993", "above-maximum"},
      {R"({"kind":"number","maximum":"3"})", R"("4")", "above-maximum"},
      {R"({"kind":"money","currency":"EUR"})", R"({"amount":"120","currency":"EUR"})", "answer-not-normal"},
      {R"({"kind":"money","currency":"EUR"})", R"({"amount":"120.0","currency":"EUR"})", "answer-not-normal"},
      {R"({"kind":"money","currency":"EUR"})", R"({"amount":"120.000","currency":"EUR"})", "answer-not-normal"},
      {R"({"kind":"money","currency":"EUR"})", R"({"amount":"120.001","currency":"EUR"})", "too-many-decimals"},
      {R"({"kind":"money","currency":"EUR"})", R"({"amount":"120.00","currency":"SEK"})", "answer-not-normal"},
      {R"({"kind":"money","currency":"EUR"})", R"({"amount":"120.00","currency":"EUR","note":"x"})", "answer-not-normal"},
      {R"({"kind":"money","currency":"EUR"})", R"({"amount":120,"currency":"EUR"})", "answer-not-normal"},
      {R"({"kind":"money","currency":"EUR"})", R"({"amount":"120.00 €","currency":"EUR"})", "answer-not-normal"},
      {R"({"kind":"money","currency":"EUR"})", R"("120.00")", "wrong-type"},
      {R"({"kind":"date"})", R"("22.11.2026")", "answer-not-normal"},
      {R"({"kind":"date"})", R"("2026-11-31")", "date-not-real"},
      {R"({"kind":"date"})", R"("2026-1-05")", "answer-not-normal"},
      {R"({"kind":"date"})", R"("2026/11/22")", "answer-not-normal"},
      {R"({"kind":"date","latest":0})", R"("2026-11-23")", "date-too-late"},
      {R"({"kind":"yes-no"})", R"("yes")", "wrong-type"},
      {R"({"kind":"one-of","options":["a","b"]})", R"("c")", "not-an-option"},
      {R"({"kind":"one-of","options":["a","b"]})", R"(" a")", "answer-not-normal"},
      {R"({"kind":"several-of","options":["a","b"]})", R"(["b","a"])", "answer-not-normal"},
      {R"({"kind":"several-of","options":["a","b"]})", R"(["a","a"])", "answer-not-normal"},
      {R"({"kind":"several-of","options":["a","b"]})", R"([])", "answer-not-normal"},
      {R"({"kind":"several-of","options":["a","b"]})", R"(["a",""])", "answer-not-normal"},
      {R"({"kind":"several-of","options":["a","b"]})", R"([1])", "answer-not-normal"},
      {R"({"kind":"several-of","options":["a","b"],"minItems":2})", R"(["a"])", "too-few-chosen"},
      {R"({"kind":"email"})", R"("a@EXAMPLE.fi")", "answer-not-normal"},
      {R"({"kind":"email"})", R"("mailto:a@example.fi")", "answer-not-normal"},
      {R"({"kind":"phone"})", R"("040 1234567")", "answer-not-normal"},
      {R"({"kind":"phone"})", R"("00358401234567")", "answer-not-normal"},
      {R"({"kind":"identifier","scheme":"fi-hetu"})", R"("131052-308t")", "answer-not-normal"},
      {R"({"kind":"identifier","scheme":"fi-hetu"})", R"("131052-308U")", "identifier-checksum"},
      {R"({"kind":"identifier","scheme":"fi-business-id"})", R"("20774740")", "answer-not-normal"},
      {R"({"kind":"consent"})", "false", "consent-not-given"},
      {R"({"kind":"consent"})", R"("yes")", "wrong-type"},
      {R"({"kind":"list","minItems":1})", "[]", "too-few-rows"},
      {R"({"kind":"list","maxItems":1})", "[{},{}]", "too-many-rows"},
      {R"({"kind":"list"})", "[1]", "answer-not-normal"},
      {R"({"kind":"list"})", "{}", "wrong-type"},
      {R"({"kind":"information"})", R"("x")", "answer-not-normal"},
  };
  for (const Refusal& refusal : refusals) {
    const auto problems = check(test::shape_of(read(refusal.shape)), read(refusal.value), test::date("2026-11-22"));
    EXPECT_EQ(test::names_of(problems), refusal.problem) << refusal.shape << " " << refusal.value;
  }
}

TEST(Checking, ListsCountTheirRowsOnly) {
  EXPECT_TRUE(check(test::shape_of(read(R"({"kind":"list","minItems":1,"maxItems":2})")), read("[{\"x\":1}]"), {}).empty());
}

// Values made without decoding, by the form each kind has in DECISIONS: accepted, and the same again after being put back into a field of
// any language.
class Generated : public testing::TestWithParam<const char*> {
 protected:
  std::uint32_t draw(std::uint32_t below) {  // a small linear congruential generator: the same values on every machine
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state_ >> 33) % below;
  }
  std::string digits(std::uint32_t most) {
    std::string text;
    for (std::uint32_t i = 0, count = 1 + draw(most); i < count; ++i) text += static_cast<char>('0' + draw(10));
    return text;
  }
  std::string decimal_string(std::uint32_t places) {
    std::string whole = digits(9), fraction;
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    for (std::uint32_t i = 0; i < places; ++i) fraction += static_cast<char>('0' + draw(10));
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    std::string number = fraction.empty() ? whole : whole + "." + fraction;
    return draw(4) == 0 && number != "0" ? "-" + number : number;
  }
  void holds(const Shape& shape, const json::Value& value) {
    const calendar::Date today{2026, 11, 22};
    const locale::Locale& language = test::language(GetParam());
    EXPECT_EQ(test::names_of(check(shape, value, today)), "") << json::write(value);
    const Typed typed = retyped(shape, value, language);
    const Decoded again = decode(shape, typed, language, today);
    EXPECT_EQ(test::printed(again.value), json::write(value)) << (typed.empty() ? "" : typed[0]);
    EXPECT_EQ(test::names_of(again.problems), "");
    EXPECT_FALSE(shown(shape, value, language).empty());
  }
  // What the engine shows, pasted into a field: read as meant, or asked about; never another value.
  void is_not_misread(const Shape& shape, const json::Value& value) {
    const locale::Locale& language = test::language(GetParam());
    const std::string words = shown(shape, value, language);
    const Decoded again = decode(shape, {words}, language, {});
    if (again.value) {
      EXPECT_EQ(test::printed(again.value), json::write(value)) << words;
    } else {
      EXPECT_EQ(test::names_of(again.problems), "ambiguous-number") << words;
    }
  }

 private:
  std::uint64_t state_ = 20261122;
};

TEST_P(Generated, NumbersComeBack) {
  for (int i = 0; i < 500; ++i) {
    const json::Value value{decimal_string(draw(6))};
    holds({.kind = Kind::number}, value);
    is_not_misread({.kind = Kind::number}, value);
    const json::Value whole{static_cast<std::int64_t>(draw(4000000)) - 2000000};
    holds({.kind = Kind::number, .integer = true}, whole);
    is_not_misread({.kind = Kind::number, .integer = true}, whole);
  }
}

TEST_P(Generated, MoneyComesBackInEveryCurrency) {
  for (const char* currency : {"EUR", "SEK", "JPY", "KWD", "USD"}) {
    const int places = *locale::currency_places(currency);
    for (int i = 0; i < 200; ++i) {
      const auto amount = text::Decimal::parse(decimal_string(static_cast<std::uint32_t>(places)));
      const json::Value value = json::Value::object().with("amount", json::Value{amount->to_string(places)}).with("currency", json::Value{currency});
      holds({.kind = Kind::money, .currency = currency}, value);
      is_not_misread({.kind = Kind::money, .currency = currency}, value);
    }
  }
}

TEST_P(Generated, DatesComeBack) {
  const Shape shape{.kind = Kind::date};
  for (int i = 0; i < 500; ++i) {
    const auto day = calendar::from_days_since_epoch(static_cast<std::int64_t>(draw(3600000)) - 719000);
    ASSERT_TRUE(day);
    holds(shape, json::Value{calendar::to_string(*day)});
  }
  for (int month = 1; month <= 12; ++month) {  // by the names the language shows
    const json::Value value{calendar::to_string({2027, month, 9})};
    EXPECT_EQ(test::printed(decode(shape, {shown(shape, value, test::language(GetParam()))}, test::language(GetParam()), {}).value), json::write(value));
  }
  EXPECT_EQ(retyped(shape, json::Value{"2026-11-02"}, test::language(GetParam())), (Typed{"2", "11", "2026"}));
}

TEST_P(Generated, ChoicesAndWordsComeBack) {
  const std::vector<std::string> options{"a", "b", "c", "d"};
  for (std::uint32_t chosen = 1; chosen < 16; ++chosen) {
    json::Value value = json::Value::array();
    for (std::uint32_t i = 0; i < 4; ++i) {
      if ((chosen >> i) & 1u) value.push(json::Value{options[i]});
    }
    holds({.kind = Kind::several_of, .options = options}, value);
    holds({.kind = Kind::one_of, .options = options}, json::Value{options[chosen % 4]});
  }
  holds({.kind = Kind::yes_no}, json::Value{true});
  holds({.kind = Kind::yes_no}, json::Value{false});
  holds({.kind = Kind::consent}, json::Value{true});
  for (int i = 0; i < 300; ++i) {
    const std::string number = digits(8);
    holds({.kind = Kind::phone}, json::Value{"+358" + number + "12"});
    holds({.kind = Kind::email}, json::Value{"a." + number + "@b" + number + ".fi"});
    holds({.kind = Kind::text}, json::Value{"x " + number + "  ä  y"});
    holds({.kind = Kind::long_text}, json::Value{"x\n\n" + number});
  }
  holds({.kind = Kind::identifier, .scheme = identifiers::built_in("iban")}, json::Value{"FI2112345600000785"});
  holds({.kind = Kind::identifier, .scheme = identifiers::built_in("fi-hetu")}, json::Value{"131052-308T"});
}

INSTANTIATE_TEST_SUITE_P(Languages, Generated, testing::Values("fi", "sv", "en", "ar", "de", "fr", "fa", "pl"),
                         [](const auto& language) { return std::string{language.param}; });

TEST(Showing, IsWhatAPersonReads) {
  const json::Value amount = read(R"({"amount":"1234.50","currency":"EUR"})");
  EXPECT_EQ(shown({.kind = Kind::money, .currency = "EUR"}, amount, test::language("fi")), "1\u00a0234,50\u00a0€");
  EXPECT_EQ(shown({.kind = Kind::money, .currency = "EUR"}, amount, test::language("en")), "€1,234.50");
  EXPECT_EQ(shown({.kind = Kind::date}, json::Value{"2026-11-22"}, test::language("fi")), "22. marraskuuta 2026");
  EXPECT_EQ(shown({.kind = Kind::number}, json::Value{"1234.5678"}, test::language("sv")), "1\u00a0234,5678");
  EXPECT_EQ(shown({.kind = Kind::identifier, .scheme = identifiers::built_in("iban")}, json::Value{"FI2112345600000785"}, test::language("fi")),
            "FI21 1234 5600 0007 85");
  EXPECT_EQ(retyped({.kind = Kind::number}, json::Value{"1234.567"}, test::language("fi")), (Typed{"1234,567"}));
  EXPECT_EQ(retyped({.kind = Kind::money, .currency = "EUR"}, amount, test::language("sv")), (Typed{"1234,50"}));
}

// A language switch: what was typed in one is shown in the form of the other and means the same (DECISIONS 11).
TEST(Showing, ASwitchOfLanguageKeepsTheValue) {
  const Shape shape{.kind = Kind::number};
  const Decoded finnish = decode(shape, {"1,234"}, test::language("fi"), {});
  ASSERT_TRUE(finnish.value);
  const Typed english = retyped(shape, *finnish.value, test::language("en"));
  EXPECT_EQ(english, Typed{"1.234"});
  EXPECT_EQ(test::printed(decode(shape, english, test::language("en"), {}).value), json::write(*finnish.value));
}

// A site whose pages write native digits (DECISIONS 13).
TEST(Showing, NativeDigitsComeBackToo) {
  const auto pack = json::read(host::embedded_locale("ar")).value;
  ASSERT_TRUE(pack);
  const auto arabic = locale::load(*pack, "arab");
  ASSERT_TRUE(arabic);
  for (const char* number : {"1234.567", "-12.5", "0.125", "1234567", "7"}) {
    const Shape shape{.kind = Kind::number};
    for (const Typed& typed : {retyped(shape, json::Value{number}, *arabic), Typed{shown(shape, json::Value{number}, *arabic)}}) {
      EXPECT_EQ(test::printed(decode(shape, typed, *arabic, {}).value), "\"" + std::string{number} + "\"") << typed[0];
    }
  }
}

}  // namespace
}  // namespace polku::value
