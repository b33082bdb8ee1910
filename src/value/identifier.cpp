// SPDX-License-Identifier: EUPL-1.2
#include "identifiers/identifiers.h"

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

std::string shown_identifier(const Shape& shape, const json::Value& value, const locale::Locale&) {
  return shape.scheme ? identifiers::shown(*shape.scheme, value.string()) : value.string();
}

}  // namespace

const KindRules identifier_rules{json::Type::string, decode_identifier, typed_of_string, shown_identifier};

}  // namespace polku::value
