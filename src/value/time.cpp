// SPDX-License-Identifier: EUPL-1.2
// Times of day: in JSON HH:MM on the clock of 24 hours (ISO 8601). Understood: a point, colon, comma, space or "h" between hours and minutes,
// or nothing ("1430"); hours alone; the half of the day behind or in front ("2 pm", "2:30 م", "klo 2.30 ip."); a word for "at" in front.
//
// Hours of one digit without half of the day are half a time where the language writes twelve hours ("2:30": night or afternoon?): then
// both readings stand and the problem asks. Hours of two digits, a zero in front among them, are those of 24 hours.
#include "text/utf8.h"
#include "value/characters.h"
#include "value/kind.h"

namespace polku::value {
namespace {

using locale::DayHalf;
using problem::Code;

constexpr std::string_view words_for_at[] = {"klo", "kello", "kl", "klockan", "at", "uhr", "الساعة"};

// "08:00" → 480. A day's minutes.
std::string iso_of(int minutes) {
  const auto two = [](int number) { return std::string{static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)}; };
  return two(minutes / 60) + ":" + two(minutes % 60);
}

// The words around the digits; "" when there are none.
struct Cut {
  std::string_view before, hours, minutes, after;
};

std::string_view take_digits(std::string_view& rest) {
  std::size_t length = 0;
  while (length < rest.size() && is_ascii_digit(rest[length])) ++length;
  const std::string_view digits = rest.substr(0, length);
  rest.remove_prefix(length);
  return digits;
}

std::optional<Cut> cut(std::string_view text) {
  Cut cut;
  const std::size_t start = std::min(text.find_first_of("0123456789"), text.size());
  cut.before = text::trim(text.substr(0, start));
  text.remove_prefix(start);
  cut.hours = take_digits(text);
  if (cut.hours.size() > 2) {
    if (cut.hours.size() > 4) return std::nullopt;
    cut.minutes = cut.hours.substr(cut.hours.size() - 2);
    cut.hours.remove_suffix(2);
  } else if (text.size() > 1 && std::string_view{".:, h"}.find(text[0]) != std::string_view::npos && is_ascii_digit(text[1])) {
    text.remove_prefix(1);
    cut.minutes = take_digits(text);
    if (cut.minutes.size() != 2) return std::nullopt;
  }
  cut.after = text::trim(text);
  if (cut.after == "h" || cut.after == ".") cut.after = {};
  return cut.hours.empty() ? std::nullopt : std::optional(cut);
}

bool means_at(std::string_view word) {
  std::string folded = text::to_lower_ascii(word);
  if (!folded.empty() && folded.back() == '.') folded.pop_back();
  for (const std::string_view known : words_for_at) {
    if (folded == known) return true;
  }
  return folded.empty();
}

int number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

Decoded judged(const Shape& shape, int minutes) {
  Decoded decoded;
  decoded.value = json::Value{iso_of(minutes)};
  if (shape.from_minute && minutes < *shape.from_minute) decoded.problems.push_back(made(Code::time_too_early, {{"minimum", iso_of(*shape.from_minute)}}));
  if (shape.to_minute && minutes > *shape.to_minute) decoded.problems.push_back(made(Code::time_too_late, {{"maximum", iso_of(*shape.to_minute)}}));
  return decoded;
}

Decoded decode_time(const Reading& reading, const Typed& typed) {
  const std::string plain = simplified(only(typed), reading.locale);
  const auto parts = cut(plain);
  if (!parts) return refused(Code::not_a_time);
  std::optional<DayHalf> half;
  for (const std::string_view word : {parts->before, parts->after}) {
    if (means_at(word)) continue;
    const auto named = reading.locale && !half ? reading.locale->day_half_named(word) : std::nullopt;
    if (!named) return refused(Code::not_a_time);
    half = named;
  }
  int hour = number_of(parts->hours);
  const int minute = number_of(parts->minutes);
  if (minute > 59 || hour > 23 || (half && (hour == 0 || hour > 12))) return refused(Code::not_a_time);
  if (half) {
    hour = hour % 12 + (*half == DayHalf::after_noon ? 12 : 0);
  } else if (parts->hours.size() == 1 && hour > 0 && reading.locale && reading.locale->writes_day_halves()) {
    const int early = hour * 60 + minute;
    return refused(Code::ambiguous_time, {{"one", iso_of(early)}, {"other", iso_of(early + 720)}});
  }
  return judged(reading.shape, hour * 60 + minute);
}

std::string shown_time(const Shape&, const json::Value& value, const locale::Locale& locale) {
  const auto minutes = minutes_of(value.string());
  return minutes ? locale.time({*minutes / 60, *minutes % 60}) : value.string();
}

}  // namespace

std::optional<int> minutes_of(std::string_view time) {
  const auto parts = cut(time);
  if (!parts) return std::nullopt;
  const int minutes = number_of(parts->hours) * 60 + number_of(parts->minutes);
  return minutes < 1440 && iso_of(minutes) == time ? std::optional(minutes) : std::nullopt;
}

const KindRules time_rules{json::Type::string, decode_time, typed_of_string, shown_time};

}  // namespace polku::value
