// SPDX-License-Identifier: EUPL-1.2
// Dates and times by CLDR's patterns (UTS #35, part 4, Date Format Patterns): the fields d M L y E c H h m a, which are all that the packs' patterns use.
#include <algorithm>

#include "locale/fold.h"
#include "locale/locale.h"
#include "text/utf8.h"

namespace polku::locale {
namespace {

const std::string& name_at(const std::vector<std::string>& names, std::int32_t position) {
  static const std::string none;
  return position >= 1 && static_cast<std::size_t>(position) <= names.size() ? names[static_cast<std::size_t>(position - 1)] : none;
}

bool is_field(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); }

}  // namespace

std::string Locale::field(const Moment& moment, char field, std::size_t width) const {
  const auto& [date, time] = moment;
  const auto number = [&](std::int32_t value) {
    std::string plain = std::to_string(value);
    if (plain.size() < width) plain.insert(0, width - plain.size(), '0');
    std::string written;
    for (char digit : plain) text::append_code_point(written, digits_[static_cast<std::size_t>(digit - '0')]);
    return written;
  };
  switch (field) {
    case 'd': return number(date.day);
    case 'y': return number(width == 2 ? date.year % 100 : date.year);
    case 'M': return width < 3 ? number(date.month) : name_at(width == 3 ? months_short_ : months_, date.month);
    case 'L': return width < 3 ? number(date.month) : name_at(width == 3 ? months_short_alone_ : months_alone_, date.month);
    case 'E': return name_at(weekdays_, calendar::weekday(date));
    case 'c': return name_at(weekdays_alone_, calendar::weekday(date));
    case 'H': return number(time.hour);
    case 'h': return number(time.hour % 12 == 0 ? 12 : time.hour % 12);
    case 'm': return number(time.minute);
    case 'a': return name_at(day_halves_, time.hour < 12 ? 1 : 2);
    default: return {};
  }
}

std::string Locale::write(const Moment& moment, std::string_view pattern) const {
  std::string result;
  bool quoted = false;
  for (std::size_t at = 0; at < pattern.size();) {
    const char sign = pattern[at];
    if (sign == '\'') {
      const bool doubled = at + 1 < pattern.size() && pattern[at + 1] == '\'';
      if (doubled) result += '\'';
      if (!doubled) quoted = !quoted;
      at += doubled ? 2 : 1;
    } else if (!quoted && is_field(sign)) {
      const std::size_t end = std::min(pattern.find_first_not_of(sign, at), pattern.size());
      result += field(moment, sign, end - at);
      at = end;
    } else {
      result += sign;
      ++at;
    }
  }
  return result;
}

std::string Locale::date(const calendar::Date& date, DateStyle style) const {
  const auto index = static_cast<std::size_t>(style);
  return index < date_patterns_.size() ? write({date, {}}, date_patterns_[index]) : calendar::to_string(date);
}

std::string Locale::month_and_year(const calendar::Date& date) const { return write({date, {}}, month_and_year_); }

std::string Locale::time(const TimeOfDay& time) const { return write({{}, time}, time_); }

const std::string& Locale::territory(const std::string& code) const {
  for (const auto& [known, name] : territories_) {
    if (known == code) return name;
  }
  return code;
}

std::optional<DayHalf> Locale::day_half_named(std::string_view name) const {
  const auto bare = [](std::string_view written) {
    std::string folded = fold(written);
    folded.erase(std::remove_if(folded.begin(), folded.end(), [](char sign) { return sign == '.' || sign == ' '; }), folded.end());
    return folded;
  };
  // The first half's names at even places. Arabic ones with and without the ending that is rarely typed.
  constexpr std::string_view everywhere[] = {"am", "pm", "ص", "م", "صباحا", "مساء", "صباحًا", "مساءً"};
  const std::string wanted = bare(name);
  for (std::size_t at = 0; at < std::size(everywhere); ++at) {
    if (wanted == everywhere[at]) return static_cast<DayHalf>(at % 2);
  }
  for (std::size_t at = 0; at < day_halves_.size(); ++at) {
    if (wanted == bare(day_halves_[at])) return static_cast<DayHalf>(at);
  }
  return std::nullopt;
}

int Locale::month_named(std::string_view name) const {
  const auto bare = [](std::string_view written) {
    std::string folded = fold(text::trim(written));
    if (!folded.empty() && folded.back() == '.') folded.pop_back();
    return folded;
  };
  const std::string wanted = bare(name);
  if (wanted.empty()) return 0;
  for (const auto* names : {&months_, &months_alone_, &months_short_, &months_short_alone_}) {
    for (std::size_t at = 0; at < names->size(); ++at) {
      if (bare((*names)[at]) == wanted) return static_cast<int>(at + 1);
    }
  }
  return 0;
}

}  // namespace polku::locale
