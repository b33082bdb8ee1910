// SPDX-License-Identifier: EUPL-1.2
// The samples that CLDR gives beside its plural rules ("@integer 0, 2~16, 100, … @decimal 0.0~0.9"), each a case: this number has this category.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "support.h"
#include "text/utf8.h"

namespace polku::test {

struct PluralFile {
  const char* name;
  const char* path;
  const char* member;
  int samples;  // as many as the suite's README counts: a case that is overlooked is seen
};
inline void PrintTo(const PluralFile& file, std::ostream* out) { *out << file.name; }

inline constexpr PluralFile suite_cardinals{"suite_cardinal", "../shared/suites/messageformat/cldr-core/plurals.json", "plurals-type-cardinal", 12'396};
inline constexpr PluralFile suite_ordinals{"suite_ordinal", "../shared/suites/messageformat/cldr-core/ordinals.json", "plurals-type-ordinal", 2'645};

inline bool is_there(const PluralFile& file) { return std::filesystem::exists(source_path(file.path)); }

// Category → rule with its samples, "other" last.
using PluralRuleTexts = std::vector<std::pair<std::string, std::string>>;

inline std::vector<std::pair<std::string, PluralRuleTexts>> read_plural_rules(const PluralFile& file) {
  std::vector<std::pair<std::string, PluralRuleTexts>> languages;
  const auto content = must_read_file(source_path(file.path));
  for (const auto& [language, rules] : content.find("supplemental")->find(file.member)->members()) {
    PluralRuleTexts texts;
    for (const auto& rule : rules.members()) texts.emplace_back(rule.name.substr(std::string_view("pluralRule-count-").size()), rule.value.string());
    languages.emplace_back(language, std::move(texts));
  }
  return languages;
}

inline std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.emplace_back(text::trim(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

// "0.0~1.5" → 0.0, 0.1, … 1.5 with the digits of its ends.
inline std::vector<std::string> numbers_of(const std::string& sample) {
  const auto ends = split(sample, "~");
  if (ends.size() == 1) return {sample};
  const std::size_t point = ends[0].find('.');
  const int places = point == std::string::npos ? 0 : static_cast<int>(ends[0].size() - point - 1);
  const auto step = places == 0 ? decimal("1") : decimal("0." + std::string(static_cast<std::size_t>(places - 1), '0') + "1");
  std::vector<std::string> numbers;
  for (auto at = decimal(ends[0]); compare(at, decimal(ends[1])) <= 0; at = *add(at, step)) numbers.push_back(at.to_string(places));
  return numbers;
}

// Calls `judge(category, number)` for every sample, and gives how many there were.
inline int for_each_sample(const PluralRuleTexts& rules, const std::function<void(const std::string&, const std::string&)>& judge) {
  int samples = 0;
  for (const auto& [category, text] : rules) {
    const auto groups = split(text, "@");
    for (std::size_t group = 1; group < groups.size(); ++group) {
      for (const auto& sample : split(groups[group].substr(groups[group].find(' ')), ",")) {
        if (sample == "…") continue;
        for (const auto& number : numbers_of(sample)) {
          judge(category, number);
          ++samples;
        }
      }
    }
  }
  return samples;
}

inline std::optional<locale::PluralRules> compile_rules(const PluralRuleTexts& rules) {
  std::vector<std::pair<std::string_view, std::string_view>> pairs;
  for (const auto& [category, text] : rules) pairs.emplace_back(category, text);
  return locale::PluralRules::compile(pairs);
}

}  // namespace polku::test
