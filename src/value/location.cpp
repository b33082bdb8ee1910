// SPDX-License-Identifier: EUPL-1.2
// Locations: a GeoJSON Feature (RFC 7946) with a Point, longitude first, and a description in words. The words are the way without a map:
// the geometry is null when only they are given, the description absent when only coordinates are.
#include "text/utf8.h"
#include "value/characters.h"
#include "value/coordinates.h"
#include "value/kind.h"

namespace polku::value {
namespace {

using problem::Code;
using text::Decimal;

constexpr std::int64_t longest_description = 500;

// `bounds` are west, south, east and north; where west is more than east they go across the antimeridian (RFC 7946, section 5.2).
bool is_inside(const std::vector<Decimal>& bounds, const Coordinates& at) {
  if (bounds.size() != 4) return true;
  const bool from_west = !(at.longitude < bounds[0]), to_east = !(bounds[2] < at.longitude);
  const bool is_between = bounds[2] < bounds[0] ? from_west || to_east : from_west && to_east;
  return is_between && !(at.latitude < bounds[1] || bounds[3] < at.latitude);
}

json::Value point_of(const Coordinates& at) {
  json::Value pair = json::Value::array();
  pair.push(json::Value{at.longitude});
  pair.push(json::Value{at.latitude});
  return json::Value::object().with("type", json::Value{"Point"}).with("coordinates", std::move(pair));
}

std::string written(const Decimal& latitude, const Decimal& longitude) { return latitude.to_string() + ", " + longitude.to_string(); }

Decoded decode_location(const Reading& reading, const Typed& typed) {
  const Shape& shape = reading.shape;
  const std::string description = one_line(only(typed));
  const std::string plain = typed.size() > 1 ? simplified(typed[1], reading.locale) : std::string();
  Decoded decoded;
  if (static_cast<std::int64_t>(text::count_code_points(description)) > longest_description) {
    decoded.problems.push_back(made(Code::part_too_long, {{"part", "description"}, {"maximum", Decimal{longest_description}}}));
  }
  const auto at = plain.empty() ? std::nullopt : read_coordinates(plain);
  if (plain.empty()) {
    if (shape.needs_coordinates) decoded.problems.push_back(made(Code::part_missing, {{"part", "coordinates"}}));
  } else if (!at) {
    decoded.problems.push_back(made(Code::not_coordinates, {{"part", "coordinates"}}));
  } else if (!is_on_the_globe(*at) || !is_inside(shape.bounds, *at)) {
    const Coordinates swapped{at->longitude, at->latitude};
    const bool are_swapped = is_on_the_globe(swapped) && is_inside(shape.bounds, swapped);
    decoded.problems.push_back(made(are_swapped ? Code::coordinates_swapped : Code::coordinates_outside, {{"part", "coordinates"}}));
  }
  if (!decoded.problems.empty()) return decoded;
  json::Value properties = json::Value::object();
  if (!description.empty()) properties.add("description", json::Value{description});
  decoded.value =
      json::Value::object().with("type", json::Value{"Feature"}).with("geometry", at ? point_of(*at) : json::Value{}).with("properties", std::move(properties));
  return decoded;
}

// Longitude and latitude; nullptr when there are none.
const json::Value::Array* coordinates_in(const json::Value& value) {
  const json::Value* pair = json::find_by_pointer(value, "/geometry/coordinates");
  const bool is_pair =
      pair && pair->is(json::Type::array) && pair->items().size() == 2 && pair->items()[0].is(json::Type::number) && pair->items()[1].is(json::Type::number);
  return is_pair ? &pair->items() : nullptr;
}

std::optional<Typed> typed_of_location(const Shape&, const json::Value& value, std::string_view) {
  const json::Value* properties = value.find("properties");
  if (!properties) return std::nullopt;
  const auto* pair = coordinates_in(value);
  return Typed{std::string(properties->find_string("description").value_or("")), pair ? written((*pair)[1].number(), (*pair)[0].number()) : std::string()};
}

std::string shown_location(const Shape& shape, const json::Value& value, const locale::Locale&) {
  const auto typed = typed_of_location(shape, value, {});
  if (!typed) return {};
  return (*typed)[0] + ((*typed)[0].empty() || (*typed)[1].empty() ? "" : "\n") + (*typed)[1];
}

}  // namespace

const KindRules location_rules{json::Type::object, decode_location, typed_of_location, shown_location};

}  // namespace polku::value
