// SPDX-License-Identifier: EUPL-1.2
#include "text/language_tag.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

namespace {

using namespace polku::text;

TEST(LanguageTag, is_well_formed_as_rfc_5646_says) {
  // RFC 5646, appendix A, and what is not.
  for (const char* tag : {"de",
                          "fr",
                          "ja",
                          "zh-Hant",
                          "zh-Hans",
                          "sr-Cyrl",
                          "sr-Latn",
                          "zh-cmn-Hans-CN",
                          "cmn-Hans-CN",
                          "zh-yue-HK",
                          "yue-HK",
                          "zh-Hans-CN",
                          "sr-Latn-RS",
                          "sl-rozaj",
                          "sl-rozaj-biske",
                          "sl-nedis",
                          "de-CH-1901",
                          "sl-IT-nedis",
                          "hy-Latn-IT-arevela",
                          "de-DE",
                          "en-US",
                          "es-419",
                          "de-CH-x-phonebk",
                          "az-Arab-x-AZE-derbend",
                          "x-whatever",
                          "qaa-Qaaa-QM-x-southern",
                          "de-Qaaa",
                          "sr-Latn-QM",
                          "sr-Qaaa-RS",
                          "en-US-u-islamcal",
                          "zh-CN-a-myext-x-private",
                          "en-a-myext-b-another",
                          "fi",
                          "sme",
                          "FI-fi",
                          "de-1996",
                          "aaaaaaaa",
                          "en-x-a"}) {
    EXPECT_TRUE(is_language_tag(tag)) << tag;
  }
  for (const char* tag : {"",
                          "-",
                          "f",
                          "fi-",
                          "-fi",
                          "fi--FI",
                          "fi_FI",
                          "a-DE",
                          "i-klingon",
                          "art-lojban",
                          "zh-min-nan",
                          "en-GB-oed",
                          "no-bok",
                          "x",
                          "x-",
                          "en-x",
                          "en-u",
                          "en-u-x-a",
                          "en-u-a",
                          "de-419-DE",
                          "fi-Latn-Latn",
                          "aaaaaaaaa",
                          "fi-123456789",
                          "f1",
                          "en-US-FI",
                          "zh-cmn-yue-hak-wuu",
                          "sv-åäö",
                          "en US",
                          "1234",
                          "abcd-cmn"}) {
    EXPECT_FALSE(is_language_tag(tag)) << tag;
  }
}

TEST(LanguageTag, has_its_conventional_case) {
  const std::map<std::string, std::string> table{{"SR-latn-rs", "sr-Latn-RS"},
                                                 {"mn-cYRL-mn", "mn-Cyrl-MN"},
                                                 {"EN-ca-X-CA", "en-CA-x-ca"},
                                                 {"sgn-be-fr", "sgn-BE-FR"},
                                                 {"AZ-LATN-X-LATN", "az-Latn-x-latn"},
                                                 {"FI", "fi"},
                                                 {"ES-419", "es-419"},
                                                 {"en-u-CA-Buddhist", "en-u-ca-buddhist"}};
  for (const auto& [tag, expected] : table) EXPECT_EQ(canonical_language_tag(tag), expected);
}

TEST(LanguageTag, is_looked_up_as_rfc_4647_says) {
  using Chain = std::vector<std::string>;
  EXPECT_EQ(lookup_chain("zh-Hant-CN-x-private1-private2"), (Chain{"zh-Hant-CN-x-private1-private2", "zh-Hant-CN-x-private1", "zh-Hant-CN", "zh-Hant", "zh"}));
  EXPECT_EQ(lookup_chain("zh-Hant-TW"), (Chain{"zh-Hant-TW", "zh-Hant", "zh"}));
  EXPECT_EQ(lookup_chain("fi"), Chain{"fi"});
  EXPECT_EQ(lookup_chain("x-a"), Chain{"x-a"});
  EXPECT_EQ(lookup_chain(""), Chain{});
}

TEST(LanguageTag, knows_which_way_it_is_written) {
  for (const char* tag : {"ar",    "he",      "fa",         "ur",    "ps",    "sd",      "ug",  "yi",  "dv",  "ckb",   "ar-FI",
                          "AR-sa", "az-Arab", "ku-Arab-IQ", "pa-PK", "uz-AF", "ff-Adlm", "rhg", "syr", "nqo", "zh-apd"}) {
    EXPECT_EQ(direction_of(tag), Direction::right_to_left) << tag;
  }
  for (const char* tag : {"fi", "sv", "en", "se", "ku", "pa", "az", "ar-Latn", "uz", "ru", "zh-Hant", "sd-IN", "so", "ti", "ff", "x-ar", "", "en-x-arab"}) {
    EXPECT_EQ(direction_of(tag), Direction::left_to_right) << tag;
  }
}

nlohmann::json read_cldr(const char* file) {
  std::ifstream stream{std::string{POLKU_SOURCE_DIR "/node_modules/cldr-core/"} + file};
  return nlohmann::json::parse(stream, nullptr, false);
}

TEST(LanguageTag, is_written_the_way_cldr_says_for_every_language_it_knows) {
  const auto scripts = read_cldr("scriptMetadata.json");
  const auto likely = read_cldr("supplemental/likelySubtags.json");
  ASSERT_FALSE(scripts.is_discarded() || likely.is_discarded()) << "npm ci has not been run";
  int compared = 0;
  for (const auto& [tag, expansion] : likely["supplemental"]["likelySubtags"].items()) {
    if (tag.rfind("und", 0) == 0) continue;
    const std::string full = expansion.get<std::string>();
    const std::string script = full.substr(full.find('-') + 1, 4);
    const auto& known = scripts["scriptMetadata"];
    const bool backwards = known.contains(script) && known[script].value("rtl", "") == "YES";
    EXPECT_EQ(direction_of(tag) == Direction::right_to_left, backwards) << tag;
    ++compared;
  }
  EXPECT_GT(compared, 7000);
}

}  // namespace
