// SPDX-License-Identifier: EUPL-1.2
#include "identifiers/identifiers.h"

#include <algorithm>

#include "value/characters.h"
#include "value/kind.h"

namespace polku::value {
namespace {

Decoded decode_in_scheme(const Reading& reading, const Typed& typed, const std::string& scheme) {
  identifiers::Verdict verdict = identifiers::check(scheme, simplified(only(typed), reading.locale));
  switch (verdict.fault) {
    case identifiers::Fault::malformed: return refused(problem::Code::not_an_identifier, {{"scheme", scheme}});
    case identifiers::Fault::wrong_checksum: return refused(problem::Code::identifier_checksum, {{"scheme", scheme}});
    case identifiers::Fault::none: break;
  }
  return judged_text(reading.shape, std::move(verdict.normal), 255);
}

Decoded decode_identifier(const Reading& reading, const Typed& typed) { return decode_in_scheme(reading, typed, reading.shape.scheme); }

// An account number (ISO 13616) begins with its country.
Decoded decode_iban(const Reading& reading, const Typed& typed) {
  Decoded decoded = decode_in_scheme(reading, typed, "iban");
  const auto& countries = reading.shape.countries;
  if (!decoded.value || countries.empty()) return decoded;
  const std::string found = decoded.value->string().substr(0, 2);
  if (std::find(countries.begin(), countries.end(), found) != countries.end()) return decoded;
  std::string allowed;
  for (const std::string& country : countries) allowed += (allowed.empty() ? "" : " ") + country;
  decoded.problems.push_back(made(problem::Code::country_not_accepted, {{"found", found}, {"allowed", allowed}}));
  return decoded;
}

std::string shown_iban(const Shape&, const json::Value& value, const locale::Locale&) { return identifiers::formatted("iban", value.string()); }

std::string shown_identifier(const Shape& shape, const json::Value& value, const locale::Locale&) {
  return identifiers::formatted(shape.scheme, value.string());
}

}  // namespace

const KindRules identifier_rules{json::Type::string, decode_identifier, typed_of_string, shown_identifier};
const KindRules iban_rules{json::Type::string, decode_iban, typed_of_string, shown_iban};

}  // namespace polku::value
