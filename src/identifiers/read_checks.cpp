// SPDX-License-Identifier: EUPL-1.2
#include "identifiers/reading.h"

namespace polku::identifiers {
namespace {

using json::Cursor;
using problem::Code;
using text::Decimal;

// Within these every sum of 200 characters fits 32 bits.
constexpr std::int64_t largest_weight = 10'000, largest_modulo = 1'000'000;

std::optional<std::int32_t> take_place(std::string_view& words) {
  const bool is_from_end = words.starts_with('-');
  if (is_from_end) words.remove_prefix(1);
  std::int32_t number = 0;
  std::size_t digits = 0;
  while (digits < words.size() && digits < 3 && words[digits] >= '0' && words[digits] <= '9') number = number * 10 + (words[digits++] - '0');
  words.remove_prefix(digits);
  if (number == 0) return std::nullopt;
  return is_from_end ? -number : number;
}

std::optional<Piece> take_piece(std::string_view& words) {
  if (words.starts_with('\'')) {
    const std::size_t end = words.find('\'', 1);
    if (end == std::string_view::npos || end == 1) return std::nullopt;
    Piece piece{.words = std::string{words.substr(1, end - 1)}};
    words.remove_prefix(end + 1);
    return piece;
  }
  const auto first = take_place(words);
  if (!first || !words.starts_with("..")) return first ? std::optional{Piece{.first = *first, .last = *first}} : std::nullopt;
  words.remove_prefix(2);
  const auto last = take_place(words);
  // Backwards: never meant.
  if (!last || ((*first < 0) == (*last < 0) && *last < *first)) return std::nullopt;
  return Piece{.first = *first, .last = *last};
}

// "1..6 8 -1 '00'"
Places read_places(const Cursor& place) {
  const auto source = place.text();
  if (!source) return {};
  Places places;
  std::string_view rest = *source;
  while (!rest.empty()) {
    auto piece = take_piece(rest);
    const bool is_ended = rest.empty() || (rest.starts_with(' ') && rest.size() > 1);
    if (!piece || !is_ended) break;
    places.push_back(std::move(*piece));
    if (rest.empty()) return places;
    rest.remove_prefix(1);
  }
  place.report(Code::bad_places, {{"found", *source}});
  return {};
}

std::vector<std::int32_t> read_numbers(const Cursor& place, std::int64_t maximum) {
  std::vector<std::int32_t> numbers;
  if (!place.exists()) return numbers;
  const auto take = [&](const Cursor& one) { numbers.push_back(static_cast<std::int32_t>(one.integer(0, maximum).value_or(0))); };
  if (place.is(json::Type::array)) {
    for (const Cursor& one : place.items()) take(one);
    if (numbers.empty()) report_empty(place);
  } else {
    take(place);
  }
  return numbers;
}

// "0A 1B 2C": a word a value; without blanks a character a value.
std::vector<std::string> read_values(const Cursor& place) {
  const std::string source = place.text_or("");
  const bool has_words = source.find(' ') != std::string::npos;
  std::vector<std::string> values;
  bool is_open = false;
  for (const char character : source) {
    if (has_words && character == ' ') {
      is_open = false;
    } else if (has_words && is_open) {
      values.back() += character;
    } else {
      values.emplace_back(1, character);
      is_open = true;
    }
  }
  return values;
}

std::string read_table(const Cursor& place, std::int32_t modulo) {
  const std::string table = place.text_or("");
  if (place.exists() && table.size() != static_cast<std::size_t>(modulo)) {
    place.report(Code::table_not_modulo, {{"expected", Decimal{std::int64_t{modulo}}}, {"found", Decimal{static_cast<std::int64_t>(table.size())}}});
  }
  return table;
}

// What must come out: one of the three, or nothing would be checked.
void read_outcome(const Cursor& check, Sum& sum) {
  sum.rests = read_numbers(check.optional("rest"), largest_modulo);
  if (!sum.rests.empty()) return;
  sum.at = read_places(check.member("at"));
  sum.gives = read_table(check.optional("gives"), sum.modulo);
  sum.minus_from = static_cast<std::int32_t>(check.optional("minus-from").integer(1, largest_modulo).value_or(0));
  const Cursor otherwise = check.optional("otherwise");
  if (!otherwise.exists()) return;
  otherwise.only({"weights", "gives"});
  sum.other_weights = read_numbers(otherwise.member("weights"), largest_weight);
  sum.other_gives = read_table(otherwise.member("gives"), sum.modulo);
}

Sum read_sum(const Cursor& check, Sum::Method method) {
  check.only({"check", "of", "weights", "start", "products", "values", "plus", "modulo", "rest", "gives", "at", "minus-from", "otherwise"});
  constexpr std::string_view starts[] = {"left", "right"}, products[] = {"whole", "digits"};
  Sum sum{.method = method, .of = read_places(check.member("of"))};
  if (method == Sum::Method::weighted) sum.weights = read_numbers(check.member("weights"), largest_weight);
  sum.start = check.optional("start").choice(starts) == 1 ? Sum::Start::right : Sum::Start::left;
  sum.products = check.optional("products").choice(products) == 1 ? Sum::Products::digit_by_digit : Sum::Products::whole;
  const Cursor values = check.optional("values");
  if (values.is(json::Type::array)) {
    for (const Cursor& table : values.items()) sum.values.push_back(read_values(table));
  } else if (values.exists()) {
    sum.values.push_back(read_values(values));
  }
  sum.plus = static_cast<std::int32_t>(check.optional("plus").integer(0, largest_modulo).value_or(0));
  sum.modulo = static_cast<std::int32_t>(check.member("modulo").integer(2, largest_modulo).value_or(2));
  read_outcome(check, sum);
  return sum;
}

// Luhn: ISO/IEC 7812-1, annex B.
Sum read_plain_sum(const Cursor& check, Sum::Method method) {
  check.only({"check", "of", "modulo"});
  Sum sum{.method = method, .of = read_places(check.member("of"))};
  if (method == Sum::Method::hybrid) sum.modulo = static_cast<std::int32_t>(check.member("modulo").integer(2, 36).value_or(10));
  if (method == Sum::Method::weighted) {
    sum.start = Sum::Start::right;
    sum.products = Sum::Products::digit_by_digit;
    sum.weights = {1, 2};
    sum.rests = {0};
  }
  return sum;
}

Day::Century read_century(const Cursor& place) {
  place.only({"from", "signs", "earliest", "latest", "month-plus"});
  const auto number = [&](std::string_view name, std::int32_t otherwise) {
    return static_cast<std::int32_t>(place.optional(name).integer(0, 99).value_or(otherwise));
  };
  return {.first_year = static_cast<std::int32_t>(place.member("from").integer(1000, 9900).value_or(1900)),
          .signs = place.optional("signs").text_or(""),
          .earliest = number("earliest", 0),
          .latest = number("latest", 99),
          .month_plus = number("month-plus", 0)};
}

Day read_day(const Cursor& check) {
  check.only({"check", "year", "month", "day", "sign", "centuries", "month-plus", "day-plus"});
  Day day{.year = read_places(check.member("year")), .month = read_places(check.member("month")), .day = read_places(check.member("day"))};
  if (const Cursor sign = check.optional("sign"); sign.exists()) day.sign = read_places(sign);
  for (const Cursor& century : check.optional("centuries").items()) day.centuries.push_back(read_century(century));
  if (auto added = read_numbers(check.optional("month-plus"), 99); !added.empty()) day.month_plus = std::move(added);
  if (auto added = read_numbers(check.optional("day-plus"), 99); !added.empty()) day.day_plus = std::move(added);
  return day;
}

Length read_length(const Cursor& check) {
  check.only({"check", "by-start"});
  Length length;
  for (const auto& [start, place] : check.member("by-start").members()) {
    const auto characters = place.integer(10, 99);
    if (start.size() != 2) place.report(Code::bad_places, {{"found", start}});
    length.by_start += start + std::to_string(characters.value_or(10)) + " ";
  }
  return length;
}

}  // namespace

std::vector<Check> read_checks(const Cursor& place) {
  constexpr std::string_view kinds[] = {"sum", "remainder", "luhn", "iso-7064-hybrid", "verhoeff", "date", "length"};
  std::vector<Check> checks;
  for (const Cursor& check : place.items()) {
    const auto kind = check.member("check").choice(kinds);
    if (!kind) continue;
    switch (*kind) {
      case 0: checks.emplace_back(read_sum(check, Sum::Method::weighted)); break;
      case 1: checks.emplace_back(read_sum(check, Sum::Method::number)); break;
      case 2: checks.emplace_back(read_plain_sum(check, Sum::Method::weighted)); break;
      case 3: checks.emplace_back(read_plain_sum(check, Sum::Method::hybrid)); break;
      case 4: checks.emplace_back(read_plain_sum(check, Sum::Method::verhoeff)); break;
      case 5: checks.emplace_back(read_day(check)); break;
      default: checks.emplace_back(read_length(check)); break;
    }
  }
  return checks;
}

}  // namespace polku::identifiers
