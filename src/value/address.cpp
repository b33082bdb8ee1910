// SPDX-License-Identifier: EUPL-1.2
// Addresses: {"street", "addition"?, "postalCode", "town", "country"}; the country is always said, also where only one is asked for and nobody
// has to choose it. Its postal code is judged by the scheme "<country>-postal-code" where identifiers know it, else it has 2 to 12 characters.
// What was typed has one string a part (parts_of); a country alone is nothing typed, for it is chosen beforehand.
#include <algorithm>

#include "identifiers/identifiers.h"
#include "text/utf8.h"
#include "value/characters.h"
#include "value/kind.h"

namespace polku::value {
namespace {

using problem::Code;

constexpr std::size_t longest_part = 255;

std::string_view member_of(std::string_view part) { return part == "postal-code" ? "postalCode" : part; }

std::optional<std::string> postal_code_of(const Reading& reading, std::string_view typed, std::size_t country) {
  std::string plain = text::to_upper_ascii(simplified(typed, reading.locale));
  const auto& schemes = reading.shape.postal_codes;
  if (country < schemes.size() && schemes[country]) {
    auto verdict = identifiers::check(*schemes[country], plain);
    return verdict.fault == identifiers::Fault::none ? std::optional(std::move(verdict.normal)) : std::nullopt;
  }
  const std::size_t length = text::count_code_points(plain);
  return length >= 2 && length <= 12 ? std::optional(std::move(plain)) : std::nullopt;
}

Decoded decode_address(const Reading& reading, const Typed& typed) {
  const auto parts = parts_of(reading.shape);
  const auto& countries = reading.shape.countries;
  std::vector<std::string> words(parts.size());
  bool says_something = false;
  std::string country = countries.empty() ? std::string() : countries.front();
  for (std::size_t at = 0; at < parts.size() && at < typed.size(); ++at) {
    words[at] = one_line(typed[at]);
    if (parts[at] != "country") {
      says_something = says_something || !words[at].empty();
    } else if (!words[at].empty()) {
      country = words[at];
    }
  }
  if (!says_something) return {};
  const auto chosen = std::find(countries.begin(), countries.end(), country);
  if (chosen == countries.end()) return refused(Code::not_an_option);

  Decoded decoded;
  json::Value address = json::Value::object();
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const std::string_view part = parts[at];
    if (part == "country") continue;
    if (words[at].empty()) {
      if (part != "addition") decoded.problems.push_back(made(Code::part_missing, {{"part", part}}));
      continue;
    }
    if (text::count_code_points(words[at]) > longest_part) {
      decoded.problems.push_back(made(Code::part_too_long, {{"part", part}, {"maximum", text::Decimal{static_cast<std::int64_t>(longest_part)}}}));
    } else if (part == "postal-code") {
      auto code = postal_code_of(reading, words[at], static_cast<std::size_t>(chosen - countries.begin()));
      if (!code) decoded.problems.push_back(made(Code::not_a_postal_code, {{"part", part}, {"country", country}}));
      words[at] = std::move(code).value_or(std::string());
    }
    address.add(member_of(part), json::Value{std::move(words[at])});
  }
  if (!decoded.problems.empty()) return decoded;
  address.add("country", json::Value{std::move(country)});
  decoded.value = std::move(address);
  return decoded;
}

std::optional<Typed> typed_of_address(const Shape& shape, const json::Value& value, std::string_view) {
  Typed typed;
  for (const std::string_view part : parts_of(shape)) {
    const json::Value* member = value.find(member_of(part));
    if (member && !member->is(json::Type::string)) return std::nullopt;
    typed.push_back(member ? member->string() : std::string());
  }
  return value.is(json::Type::object) ? std::optional(std::move(typed)) : std::nullopt;
}

std::string shown_postal_code(const Shape& shape, const std::string& code, const json::Value& address) {
  const auto country = std::find(shape.countries.begin(), shape.countries.end(), address.find_string("country").value_or(""));
  const auto index = static_cast<std::size_t>(country - shape.countries.begin());
  const bool is_known = index < shape.postal_codes.size() && shape.postal_codes[index];
  return is_known ? identifiers::shown(*shape.postal_codes[index], code) : code;
}

// As on an envelope: the postal code in front of the town, a country where there is a choice.
std::string shown_address(const Shape& shape, const json::Value& value, const locale::Locale& locale) {
  std::string lines;
  for (const std::string_view part : parts_of(shape)) {
    const auto found = value.find_string(member_of(part));
    if (!found || found->empty()) continue;
    if (!lines.empty()) lines += part == "town" ? ' ' : '\n';
    const std::string words(*found);
    lines += part == "country" ? locale.territory(words) : part == "postal-code" ? shown_postal_code(shape, words, value) : words;
  }
  return lines;
}

}  // namespace

const KindRules address_rules{json::Type::object, decode_address, typed_of_address, shown_address};

}  // namespace polku::value
