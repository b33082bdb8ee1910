// SPDX-License-Identifier: EUPL-1.2
// CLDR's samples through whole messages: "{n, plural, one {one #} other {other #}}" with an arm for each category the language has.
//
// A message counts what it shows, and # shows 1.0 as 1: there ICU's MessageFormat and ours agree. So a sample that # shows digit for digit must have its own
// category; one with zeros at the end or a compact exponent (1.50, 1c6) that of the number shown. Rules alone are judged by every sample as it stands in
// tests/locale/plural_test.cpp. pluralRanges.json is about ranges ("1–3 days"): MessageFormat has none, so no message of ours can say one.
#include <iostream>

#include "../locale/plural_samples.h"
#include "messages/message.h"

namespace polku {
namespace {

struct Judging {
  test::PluralFile file;
  const char* argument;  // the type of the argument in a message
  const char* rules;     // where a pack keeps such rules
  int as_given;          // so many samples are shown digit for digit
};
void PrintTo(const Judging& judging, std::ostream* out) { *out << judging.file.name; }

// Of an artificial locale: English, but for the suite's rules.
locale::Locale locale_with(const char* member, const test::PluralRuleTexts& rules) {
  auto pack = test::must_read(host::embedded_locale("en"), "en");
  auto texts = json::Value::object();
  for (const auto& [category, text] : rules) texts.add(category, json::Value{text});
  pack.set(member, std::move(texts));
  auto loaded = locale::load(pack);
  EXPECT_TRUE(loaded);
  return loaded ? std::move(*loaded) : locale::Locale{};
}

messages::Message message_with_arms(const char* argument, const test::PluralRuleTexts& rules) {
  std::string pattern = std::string("{n, ") + argument + ",";
  for (const auto& [category, text] : rules) pattern += " " + category + " {" + category + " #}";
  const auto compiled = messages::compile(pattern + "}");
  EXPECT_TRUE(compiled.problems.empty()) << pattern;
  return compiled.message;
}

class PluralMessages : public testing::TestWithParam<Judging> {
 protected:
  void judge(const std::string& language, const test::PluralRuleTexts& rules, const locale::Locale& locale) {
    const auto message = message_with_arms(GetParam().argument, rules);
    const auto compiled = test::compile_rules(rules);
    ASSERT_TRUE(compiled) << language;
    judged_ += test::for_each_sample(rules, [&](const std::string& category, const std::string& number) {
      const auto value = locale::PluralOperands::parse(number)->n;
      const std::string shown = value.to_string();
      const bool is_as_given = shown == number && value.places() <= 3;
      const auto rounded = value.rounded(3, text::Rounding::half_even).to_string();
      const std::string expected = is_as_given ? category : std::string(name_of(compiled->select(*locale::PluralOperands::parse(rounded))));
      EXPECT_EQ(messages::format(message, {{"n", value}}, locale).text, expected + " " + locale.number(value)) << language << " " << number;
      as_given_ += is_as_given ? 1 : 0;
    });
  }
  int judged_ = 0, as_given_ = 0;
};

TEST_P(PluralMessages, ChooseTheArmOfTheNumberShownInEveryLanguage) {
  const auto& [file, argument, member, as_given] = GetParam();
  if (!test::is_there(file)) GTEST_SKIP() << "SKIPPED: " << file.path << " is not there; messages are not judged by it";
  for (const auto& [language, rules] : test::read_plural_rules(file)) judge(language, rules, locale_with(member, rules));
  std::cout << file.name << ": " << judged_ << " samples through messages, " << as_given_ << " of them shown digit for digit\n";
  EXPECT_EQ(judged_, file.samples);
  EXPECT_EQ(as_given_, as_given);
}

TEST_P(PluralMessages, ChooseTheSameArmByTheLanguagesOwnPack) {
  const auto& file = GetParam().file;
  if (!test::is_there(file)) GTEST_SKIP() << "SKIPPED: " << file.path << " is not there; packs are not judged by it";
  std::vector<std::string> languages;
  for (const auto& [language, rules] : test::read_plural_rules(file)) {
    if (host::embedded_locale(language).empty()) continue;
    languages.push_back(language);
    judge(language, rules, test::must_load(language));
  }
  std::cout << file.name << ": " << judged_ << " samples by the packs of " << languages.size() << " languages\n";
  // Ordinal rules of Northern Sámi, Maltese and Somali are not in CLDR: everything is "other" there, and there is no sample.
  EXPECT_GE(languages.size() + 3, host::embedded_languages().size());
}

INSTANTIATE_TEST_SUITE_P(Cldr, PluralMessages,
                         testing::Values(Judging{test::suite_cardinals, "plural", "plural", 9'569},
                                         Judging{test::suite_ordinals, "selectordinal", "ordinal", 2'645}),
                         [](const auto& judging) { return std::string(judging.param.file.name); });

}  // namespace
}  // namespace polku
