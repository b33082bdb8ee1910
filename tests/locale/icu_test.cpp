// SPDX-License-Identifier: EUPL-1.2
// ICU as judge. Debian's ICU carries an older CLDR than the packs: what differs for that reason, and only that, stands with its reason in
// icu-differences.json. POLKU_PRINT_DIFFERENCES=1 prints the differences found, for review.
#include "support.h"

#ifndef POLKU_HAS_ICU
TEST(IcuJudge, FormatsTheSame) { GTEST_SKIP() << "SKIPPED: libicu-dev is not installed; numbers, money, dates and lists are not judged by ICU"; }
#else

#include <unicode/datefmt.h>
#include <unicode/gregocal.h>
#include <unicode/listformatter.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/ulistformatter.h>
#include <unicode/uvernum.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <set>

namespace polku {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  return text.toUTF8String(bytes);
}

struct Comparison {
  std::string language, what, ours, icu;
};

constexpr const char* numbers[] = {"0", "1", "-1", "12", "999", "1000", "1234", "-1234.5", "12345", "1234567.891", "0.5", "0.0625", "100000000"};
constexpr const char* fractions[] = {"0", "0.25", "-0.25", "1", "12.345", "0.005"};
constexpr const char* currencies[] = {"EUR", "SEK", "NOK", "DKK", "ISK", "GBP", "USD", "CHF", "PLN", "CZK", "HUF", "RON", "BGN", "JPY", "KWD", "XYZ"};
constexpr const char* amounts[] = {"0", "120", "-120", "1234.5", "12345.67"};

class Judge {
 public:
  Judge(std::string language, const char* numbering_system)
      : language_(std::move(language)),
        system_(numbering_system),
        ours_(test::must_load(language_, numbering_system)),
        icu_((test::icu_name_of(language_) + "@numbers=" + numbering_system).c_str()) {}

  std::vector<Comparison> run() {
    judge_numbers();
    judge_dates();
    judge_lists();
    if (system_ == "latn") judge_name();
    return std::move(comparisons_);
  }

 private:
  void compare(const std::string& what, const std::string& ours, const icu::UnicodeString& icu) {
    comparisons_.push_back({system_ == "latn" ? language_ : language_ + "-" + system_, what, ours, utf8(icu)});
  }

  void judge_numbers() {
    namespace number = icu::number;
    const auto rounded = number::NumberFormatter::withLocale(icu_).precision(number::Precision::maxFraction(3)).roundingMode(UNUM_ROUND_HALFEVEN);
    const auto percent =
        number::NumberFormatter::withLocale(icu_).unit(icu::NoUnit::percent()).scale(number::Scale::powerOfTen(2)).precision(number::Precision::integer());
    for (const char* value : numbers)
      compare(std::string("number ") + value, ours_.number(test::decimal(value)), rounded.formatDecimal(value, status_).toString(status_));
    for (const char* value : fractions)
      compare(std::string("percent ") + value, ours_.percent(test::decimal(value)), percent.formatDecimal(value, status_).toString(status_));
    for (const char* currency : currencies) {
      const icu::CurrencyUnit unit(icu::StringPiece(currency), status_);
      const auto money = number::NumberFormatter::withLocale(icu_).unit(unit);
      for (const char* amount : amounts) {
        compare(std::string("money ") + amount + " " + currency, ours_.money(test::decimal(amount), currency),
                money.formatDecimal(amount, status_).toString(status_));
      }
    }
    EXPECT_TRUE(U_SUCCESS(status_)) << u_errorName(status_);
  }

  void judge_dates() {
    constexpr icu::DateFormat::EStyle styles[] = {icu::DateFormat::kShort, icu::DateFormat::kMedium, icu::DateFormat::kLong, icu::DateFormat::kFull};
    constexpr const char* names[] = {"short", "medium", "long", "full"};
    const icu::Locale gregorian((std::string(icu_.getBaseName()) + "@calendar=gregorian;numbers=" + system_).c_str());
    for (std::size_t style = 0; style < 4; ++style) {
      const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(styles[style], gregorian));
      format->setTimeZone(*icu::TimeZone::getGMT());
      for (int month = 1; month <= 12; ++month) {
        const calendar::Date date{2026, month, month * 2 + 1};
        const double milliseconds = static_cast<double>(calendar::days_since_epoch(date)) * 86'400'000.0;
        icu::UnicodeString written;
        format->format(milliseconds, written);
        compare(std::string("date ") + names[style] + " " + calendar::to_string(date), ours_.date(date, static_cast<locale::DateStyle>(style)), written);
      }
    }
  }

  void judge_lists() {
    const std::vector<std::string> items = {"Anna", "Bo", "Cid", "Dag"};
    for (const auto style : {locale::ListStyle::conjunction, locale::ListStyle::disjunction}) {
      const bool all = style == locale::ListStyle::conjunction;
      const std::unique_ptr<icu::ListFormatter> format(
          icu::ListFormatter::createInstance(icu_, all ? ULISTFMT_TYPE_AND : ULISTFMT_TYPE_OR, ULISTFMT_WIDTH_WIDE, status_));
      for (std::size_t count = 1; count <= items.size(); ++count) {
        const std::vector<std::string> some(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(count));
        std::vector<icu::UnicodeString> theirs;
        for (const auto& item : some) theirs.push_back(icu::UnicodeString::fromUTF8(item));
        icu::UnicodeString written;
        format->format(theirs.data(), static_cast<int32_t>(count), written, status_);
        compare(std::string("list ") + (all ? "and " : "or ") + std::to_string(count), ours_.list(some, style), written);
      }
    }
  }

  void judge_name() {
    icu::UnicodeString name;
    icu_.getDisplayLanguage(icu_, name);
    compare("name", ours_.own_name(), name.tempSubString(0, 1).toUpper(icu_) + name.tempSubString(1));
  }

  std::string language_, system_;
  locale::Locale ours_;
  icu::Locale icu_;
  UErrorCode status_ = U_ZERO_ERROR;
  std::vector<Comparison> comparisons_;
};

std::vector<Comparison> judge_all() {
  std::vector<Comparison> all;
  const auto judge = [&](std::string_view language, const char* system) {
    for (auto& comparison : Judge(std::string(language), system).run()) all.push_back(std::move(comparison));
  };
  for (const auto language : host::embedded_languages()) judge(language, "latn");
  judge("ar", "arab");
  judge("fa", "arabext");
  return all;
}

// {"reasons": {id: sentence}, "differences": [{"language", "what", "ours", "icu", "reason"}]}.
TEST(IcuJudge, FormatsTheSameExceptWhatWasReviewed) {
  const auto review = test::must_read_file(test::source_path("tests/locale/icu-differences.json"));
  const auto* reasons = review.find("reasons");
  const auto* rows = review.find("differences");
  ASSERT_TRUE(reasons && rows);
  struct Reviewed {
    std::string language, what, ours, icu;
    bool met = false;
  };
  std::map<std::pair<std::string, std::string>, Reviewed> reviewed;
  for (const auto& row : rows->items()) {
    const auto at = [&](const char* name) { return std::string(row.find_string(name).value_or("")); };
    EXPECT_TRUE(reasons->find(at("reason"))) << "line " << row.line << " has no reason";
    reviewed[{at("language"), at("what")}] = {at("language"), at("what"), at("ours"), at("icu")};
  }
  const bool print = std::getenv("POLKU_PRINT_DIFFERENCES") != nullptr;
  int equal = 0, different = 0;
  for (const auto& comparison : judge_all()) {
    const auto found = reviewed.find({comparison.language, comparison.what});
    if (found != reviewed.end()) {
      EXPECT_EQ(comparison.ours, found->second.ours) << comparison.language << " " << comparison.what;
      if (comparison.ours != comparison.icu) found->second.met = true;
    }
    comparison.ours == comparison.icu ? ++equal : ++different;
    if (comparison.ours != comparison.icu && found == reviewed.end()) {
      if (print) {
        std::cout << "DIFFERENCE\t" << comparison.language << "\t" << comparison.what << "\t" << comparison.ours << "\t" << comparison.icu << "\n";
      } else {
        ADD_FAILURE() << comparison.language << " " << comparison.what << ": ours \"" << comparison.ours << "\", ICU \"" << comparison.icu << "\"";
      }
    }
  }
  EXPECT_GT(equal, 2500);
  std::cout << equal << " equal, " << different << " different and reviewed, by ICU " << U_ICU_VERSION << "\n";
  // A newer ICU may have caught up; the one that was reviewed may not.
  if (U_ICU_VERSION_MAJOR_NUM == 72) {
    for (const auto& [key, row] : reviewed) EXPECT_TRUE(row.met) << row.language << " " << row.what << " is listed but does not differ";
  }
}

}  // namespace
}  // namespace polku
#endif
