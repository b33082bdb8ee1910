// SPDX-License-Identifier: EUPL-1.2
// The table of kinds. A new one: its file, its rules in kind.h, its line here, its cases in tests/value/cases.json.
#include <array>

#include "text/utf8.h"
#include "value/kind.h"

namespace polku::value {
namespace {

struct Named {
  Kind kind;
  std::string_view name;
  const KindRules* rules;
};

constexpr std::array<Named, 21> table{{
    {Kind::text, "text", &text_rules},
    {Kind::long_text, "long-text", &long_text_rules},
    {Kind::number, "number", &number_rules},
    {Kind::money, "money", &money_rules},
    {Kind::date, "date", &date_rules},
    {Kind::month, "month", &date_rules},
    {Kind::year, "year", &date_rules},
    {Kind::time, "time", &time_rules},
    {Kind::yes_no, "yes-no", &yes_no_rules},
    {Kind::one_of, "one-of", &one_of_rules},
    {Kind::several_of, "several-of", &several_of_rules},
    {Kind::email, "email", &email_rules},
    {Kind::phone, "phone", &phone_rules},
    {Kind::identifier, "identifier", &identifier_rules},
    {Kind::iban, "iban", &iban_rules},
    {Kind::address, "address", &address_rules},
    {Kind::location, "location", &location_rules},
    {Kind::file, "file", &file_rules},
    {Kind::list, "list", &list_rules},
    {Kind::consent, "consent", &consent_rules},
    {Kind::information, "information", &information_rules},
}};

}  // namespace

std::string_view name_of(Kind kind) {
  for (const Named& named : table) {
    if (named.kind == kind) return named.name;
  }
  return {};
}

std::optional<Kind> kind_named(std::string_view name) {
  for (const Named& named : table) {
    if (named.name == name) return named.kind;
  }
  return std::nullopt;
}

std::vector<Kind> all_kinds() {
  std::vector<Kind> kinds;
  for (const Named& named : table) kinds.push_back(named.kind);
  return kinds;
}

const KindRules& rules_of(const Shape& shape) {
  if (shape.kind == Kind::number && shape.integer) return integer_rules;
  for (const Named& named : table) {
    if (named.kind == shape.kind) return *named.rules;
  }
  return information_rules;
}

std::vector<std::string_view> parts_of(const Shape& shape) {
  switch (shape.kind) {
    case Kind::date: return {"day", "month", "year"};
    case Kind::month: return {"month", "year"};
    case Kind::location: return {"description", "coordinates"};
    case Kind::file: return {"name", "type", "size", "sha256", "ref"};
    case Kind::address: {
      std::vector<std::string_view> parts{"street", "postal-code", "town"};
      if (shape.has_addition) parts.insert(parts.begin() + 1, "addition");
      if (shape.countries.size() > 1) parts.push_back("country");
      return parts;
    }
    default: return {};
  }
}

bool is_empty(const Typed& typed) {
  for (const std::string& part : typed) {
    if (!text::trim(part).empty()) return false;
  }
  return true;
}

}  // namespace polku::value
