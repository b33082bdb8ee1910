// SPDX-License-Identifier: EUPL-1.2
// The table of kinds. A new one: its file, its rules in kind.h, its two lines here, its cases in tests/value/cases.json.
#include <array>

#include "text/utf8.h"
#include "value/kind.h"

namespace polku::value {
namespace {

struct Named {
  Kind kind;
  std::string_view name;
};

constexpr std::array<Named, 21> table{{
    {Kind::text, "text"},
    {Kind::long_text, "long-text"},
    {Kind::number, "number"},
    {Kind::money, "money"},
    {Kind::date, "date"},
    {Kind::month, "month"},
    {Kind::year, "year"},
    {Kind::time, "time"},
    {Kind::yes_no, "yes-no"},
    {Kind::one_of, "one-of"},
    {Kind::several_of, "several-of"},
    {Kind::email, "email"},
    {Kind::phone, "phone"},
    {Kind::identifier, "identifier"},
    {Kind::iban, "iban"},
    {Kind::address, "address"},
    {Kind::location, "location"},
    {Kind::file, "file"},
    {Kind::list, "list"},
    {Kind::consent, "consent"},
    {Kind::information, "information"},
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

__attribute__((weak)) bool has_kind(Kind) { return true; }

const KindRules& rules_of(const Shape& shape) {
  switch (shape.kind) {
    case Kind::text: return text_rules;
    case Kind::long_text: return long_text_rules;
    case Kind::number: return shape.integer ? integer_rules : number_rules;
    case Kind::money: return has_kind(Kind::money) ? money_rules : information_rules;
    case Kind::date:
    case Kind::month:
    case Kind::year: return date_rules;
    case Kind::yes_no: return yes_no_rules;
    case Kind::one_of: return one_of_rules;
    case Kind::several_of: return several_of_rules;
    case Kind::email: return email_rules;
    case Kind::phone: return phone_rules;
    case Kind::identifier: return has_kind(Kind::identifier) ? identifier_rules : information_rules;
    case Kind::list: return list_rules;
    case Kind::consent: return consent_rules;
    case Kind::information: return information_rules;
    case Kind::time: return has_kind(Kind::time) ? time_rules : information_rules;
    case Kind::iban: return has_kind(Kind::iban) ? iban_rules : information_rules;
    case Kind::address: return has_kind(Kind::address) ? address_rules : information_rules;
    case Kind::location: return has_kind(Kind::location) ? location_rules : information_rules;
    case Kind::file: return has_kind(Kind::file) ? file_rules : information_rules;
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
