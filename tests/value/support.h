// SPDX-License-Identifier: EUPL-1.2
// A case is a line for `polku decode --lines` plus the shape's other words (minLength, options, …), read here.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "host/embedded/embedded.h"
#include "identifiers/built_in.h"
#include "json/reader.h"
#include "json/writer.h"
#include "text/utf8.h"
#include "value/value.h"

namespace polku::test {

inline std::optional<json::Value> read_file(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) return std::nullopt;
  const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
  return json::read(bytes).value;
}

inline const locale::Locale& language(std::string_view tag) {
  static std::vector<locale::Locale> loaded;
  if (loaded.empty()) loaded.reserve(64);
  for (const locale::Locale& one : loaded) {
    if (one.tag() == tag) return one;
  }
  const auto pack = json::read(host::embedded_locale(tag)).value;
  auto one = pack ? locale::load(*pack) : std::nullopt;
  if (!one) ADD_FAILURE() << "no pack of " << tag;
  loaded.push_back(one ? std::move(*one) : locale::Locale{});
  return loaded.back();
}

inline std::string member(const json::Value& object, std::string_view name, std::string_view otherwise = "") {
  return std::string{object.find_string(name).value_or(otherwise)};
}

inline calendar::Date date(std::string_view iso) { return calendar::parse_date(iso).value_or(calendar::Date{}); }

inline value::Shape shape_of(const json::Value& one) {
  value::Shape shape;
  const auto kind = value::kind_named(member(one, "kind"));
  EXPECT_TRUE(kind) << member(one, "kind");
  shape.kind = kind.value_or(value::Kind::text);
  const auto count = [&](std::string_view name, std::optional<std::int64_t>& into) {
    if (const json::Value* found = one.find(name)) into = found->number().to_integer();
  };
  const auto decimal = [&](std::string_view name, std::optional<text::Decimal>& into) {
    if (one.find(name)) into = text::Decimal::parse(member(one, name));
  };
  const auto bound = [&](std::string_view name, std::optional<value::DateBound>& into) {
    const json::Value* found = one.find(name);
    if (!found) return;
    if (found->is(json::Type::string)) {
      into = date(found->string() + std::string{"0001-01-01"}.substr(std::min<std::size_t>(found->string().size(), 10)));
    } else {
      into = value::Today{static_cast<int>(found->number().to_integer().value_or(0))};
    }
  };
  count("minLength", shape.min_length), count("maxLength", shape.max_length), count("maxWords", shape.max_words), count("minItems", shape.min_items),
      count("maxItems", shape.max_items);
  decimal("minimum", shape.minimum), decimal("maximum", shape.maximum), decimal("multipleOf", shape.multiple_of);
  bound("earliest", shape.earliest), bound("latest", shape.latest);
  shape.integer = one.find("integer") != nullptr;
  shape.currency = member(one, "currency");
  shape.scheme = identifiers::built_in(shape.kind == value::Kind::iban ? "iban" : member(one, "scheme"));
  shape.has_addition = one.find("addition") != nullptr;
  shape.needs_coordinates = one.find("coordinates") != nullptr;
  if (const json::Value* bounds = one.find("bounds")) {
    for (const json::Value& edge : bounds->items()) shape.bounds.push_back(edge.number());
  }
  if (const json::Value* accept = one.find("accept")) {
    for (const json::Value& type : accept->items()) shape.accept.push_back(type.string());
  }
  count("maxSize", shape.max_size);
  shape.may_come_later = one.find("later") != nullptr;
  if (one.find("from")) shape.from_minute = value::minutes_of(member(one, "from"));
  if (one.find("to")) shape.to_minute = value::minutes_of(member(one, "to"));
  if (const json::Value* countries = one.find("countries")) {
    for (const json::Value& country : countries->items()) shape.countries.push_back(country.string());
    for (const std::string& country : shape.countries) shape.postal_codes.push_back(identifiers::built_in(text::to_lower_ascii(country) + "-postal-code"));
  }
  if (const json::Value* options = one.find("options")) {
    for (const json::Value& option : options->items()) shape.options.push_back(option.string());
  }
  if (const json::Value* exclusive = one.find("exclusive")) {
    for (const json::Value& option : exclusive->items()) shape.exclusive.push_back(option.string());
  }
  if (one.find("pattern")) {
    auto compiled = text::compile_pattern(member(one, "pattern"));
    if (auto* pattern = std::get_if<text::Pattern>(&compiled)) shape.pattern = *pattern;
    EXPECT_TRUE(shape.pattern);
  }
  return shape;
}

inline value::Typed typed_of(const json::Value& one) {
  const json::Value& typed = *one.find("value");
  if (typed.is(json::Type::string)) return {typed.string()};
  value::Typed parts;
  for (const json::Value& part : typed.items()) parts.push_back(part.string());
  return parts;
}

inline std::string names_of(const problem::Problems& problems) {
  std::string names;
  for (const problem::Problem& one : problems) names += (names.empty() ? "" : " ") + std::string{problem::name_of(one.code)};
  return names;
}

inline std::string printed(const std::optional<json::Value>& value) { return value ? json::write(*value) : "nothing"; }

}  // namespace polku::test
