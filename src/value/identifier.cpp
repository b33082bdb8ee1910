// SPDX-License-Identifier: EUPL-1.2
#include "identifiers/identifiers.h"

#include <algorithm>

#include "value/characters.h"
#include "value/kind.h"

namespace polku::value {
namespace {

Decoded decode_identifier(const Reading& reading, const Typed& typed) {
  static const identifiers::Scheme none;
  const identifiers::Scheme& scheme = reading.shape.scheme ? *reading.shape.scheme : none;
  identifiers::Verdict verdict = identifiers::check(scheme, simplified(only(typed), reading.locale));
  switch (verdict.fault) {
    case identifiers::Fault::malformed:
      return refused(problem::Code::not_an_identifier, {{"scheme", scheme.id}, {"sort", identifiers::name_of(scheme.sort)}, {"example", scheme.example}});
    case identifiers::Fault::wrong_checksum:
      return refused(problem::Code::identifier_checksum, {{"scheme", scheme.id}, {"sort", identifiers::name_of(scheme.sort)}});
    case identifiers::Fault::none: break;
  }
  return judged_text(reading.shape, std::move(verdict.normal), 255);
}

// An account number (ISO 13616) begins with its country.
Decoded decode_iban(const Reading& reading, const Typed& typed) {
  Decoded decoded = decode_identifier(reading, typed);
  const auto& countries = reading.shape.countries;
  if (!decoded.value || countries.empty()) return decoded;
  const std::string found = decoded.value->string().substr(0, 2);
  if (std::find(countries.begin(), countries.end(), found) != countries.end()) return decoded;
  std::string allowed;
  for (const std::string& country : countries) allowed += (allowed.empty() ? "" : " ") + country;
  decoded.problems.push_back(made(problem::Code::country_not_accepted, {{"found", found}, {"allowed", allowed}}));
  return decoded;
}

std::string shown_identifier(const Shape& shape, const json::Value& value, const locale::Locale&) {
  return shape.scheme ? identifiers::shown(*shape.scheme, value.string()) : value.string();
}

}  // namespace

const KindRules identifier_rules{json::Type::string, decode_identifier, typed_of_string, shown_identifier};
const KindRules iban_rules{json::Type::string, decode_iban, typed_of_string, shown_identifier};

}  // namespace polku::value
