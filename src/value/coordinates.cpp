// SPDX-License-Identifier: EUPL-1.2
#include "value/coordinates.h"

#include <array>
#include <string>

#include "text/utf8.h"
#include "value/characters.h"

namespace polku::value {
namespace {

using text::Decimal;

constexpr int most_places = 6;

struct Angle {
  Decimal degrees;
  char compass = 0;  // N, S, E or W
};

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

class Reader {
 public:
  Reader(std::string_view text, char decimal) : rest_(text), decimal_(decimal) {}

  std::optional<std::array<Angle, 2>> read() {
    std::array<Angle, 2> angles;
    for (Angle& angle : angles) {
      auto one = read_angle();
      if (!one) return std::nullopt;
      angle = *one;
    }
    skip_blanks();
    return rest_.empty() ? std::optional(angles) : std::nullopt;
  }

 private:
  void skip_blanks() {
    while (!rest_.empty() && std::string_view{" ,;/"}.find(rest_[0]) != std::string_view::npos) rest_.remove_prefix(1);
  }

  bool take(std::initializer_list<std::string_view> marks) {
    for (const std::string_view mark : marks) {
      if (!begins(rest_, mark)) continue;
      rest_.remove_prefix(mark.size());
      return true;
    }
    return false;
  }

  char take_compass() {
    const char sign = rest_.empty() ? '\0' : text::to_upper_ascii(rest_.substr(0, 1))[0];
    const bool is_compass = sign == 'N' || sign == 'S' || sign == 'E' || sign == 'W';
    if (is_compass) rest_.remove_prefix(1);
    return is_compass ? sign : '\0';
  }

  // Digits and decimals, without a sign.
  std::optional<Decimal> take_number() {
    std::string digits;
    std::size_t length = 0;
    for (bool has_point = false; length < rest_.size(); ++length) {
      const bool is_point = rest_[length] == decimal_ && !has_point && length + 1 < rest_.size() && is_ascii_digit(rest_[length + 1]) && length > 0;
      if (!is_point && !is_ascii_digit(rest_[length])) break;
      has_point = has_point || is_point;
      digits += is_point ? '.' : rest_[length];
    }
    if (digits.empty() || digits.size() > 20) return std::nullopt;
    rest_.remove_prefix(length);
    return Decimal::parse(digits);
  }

  // A sixtieth of what stands before it, when its mark follows.
  bool add_part(Decimal& units, std::initializer_list<std::string_view> marks) {
    const std::string_view before = rest_;
    while (take({" "})) {
    }
    auto number = take_number();
    while (take({" "})) {
    }
    if (!number || !take(marks)) {
      rest_ = before;
      units = multiply(units, Decimal{60}).value_or(units);
      return true;
    }
    if (!(*number < Decimal{60})) return false;
    units = add(multiply(units, Decimal{60}).value_or(units), *number).value_or(units);
    return true;
  }

  std::optional<Angle> read_angle() {
    skip_blanks();
    Angle angle;
    angle.compass = take_compass();
    skip_blanks();
    const bool is_negative = take({"-"});
    if (!is_negative) take({"+"});
    auto number = take_number();
    if (!number) return std::nullopt;
    angle.degrees = *number;
    while (take({" "})) {
    }
    if (take({"°", "º"})) {
      Decimal seconds = *number;
      if (!add_part(seconds, {"'", "′", "’"}) || !add_part(seconds, {"\"", "″", "”", "''"})) return std::nullopt;
      const auto whole = divide(seconds, Decimal{3600});
      if (!whole) return std::nullopt;
      angle.degrees = whole->value;
    }
    while (take({" "})) {
    }
    if (angle.compass == 0) angle.compass = take_compass();
    if (is_negative || angle.compass == 'S' || angle.compass == 'W') angle.degrees = angle.degrees.negated();
    angle.degrees = angle.degrees.rounded(most_places, text::Rounding::half_even);
    return angle;
  }

  std::string_view rest_;
  char decimal_;
};

// Two numbers that stand in an address, up to what follows them; "%2C" is its comma.
std::string cut_pair(std::string_view text) {
  std::string pair;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (begins(text.substr(at), "%2C") || begins(text.substr(at), "%2c")) {
      pair += ',';
      at += 2;
    } else if (is_ascii_digit(text[at]) || text[at] == '.' || text[at] == '-' || text[at] == ',') {
      pair += text[at];
    } else {
      break;
    }
  }
  // A third number is a height or how near the map is.
  const std::size_t second = pair.find(',', pair.find(',') + 1);
  if (pair.find(',') != std::string::npos && second != std::string::npos) pair.resize(second);
  return pair;
}

std::string find_in_link(std::string_view link) {
  const auto after = [&](std::string_view name) {
    const std::size_t at = link.find(name);
    return at == std::string_view::npos ? std::string() : cut_pair(link.substr(at + name.size()));
  };
  const std::string latitude = after("mlat="), longitude = after("mlon=");
  if (!latitude.empty() && !longitude.empty()) return latitude + "," + longitude;
  for (const std::string_view name : {"?q=", "&q=", "query=", "?ll=", "&ll=", "@"}) {
    std::string pair = after(name);
    if (pair.find(',') != std::string::npos) return pair;
  }
  return {};
}

bool is_within(const Decimal& angle, int most) { return !(Decimal{most} < angle || angle < Decimal{-most}); }

}  // namespace

bool is_on_the_globe(const Coordinates& coordinates) { return is_within(coordinates.latitude, 90) && is_within(coordinates.longitude, 180); }

std::optional<Coordinates> read_coordinates(std::string_view simplified) {
  std::string text{simplified};
  if (text::to_lower_ascii(simplified.substr(0, 4)) == "geo:") {
    text = cut_pair(simplified.substr(4));
  } else if (simplified.find("://") != std::string_view::npos) {
    text = find_in_link(simplified);
  }
  const auto angles = Reader{text, text.find('.') == std::string::npos ? ',' : '.'}.read();
  if (!angles) return std::nullopt;
  const auto& [first, second] = *angles;
  const auto is_east_west = [](const Angle& angle) { return angle.compass == 'E' || angle.compass == 'W'; };
  if ((first.compass == 0) != (second.compass == 0) || (first.compass != 0 && is_east_west(first) == is_east_west(second))) return std::nullopt;
  const Coordinates coordinates = is_east_west(first) ? Coordinates{second.degrees, first.degrees} : Coordinates{first.degrees, second.degrees};
  if (is_on_the_globe(coordinates) || is_on_the_globe({coordinates.longitude, coordinates.latitude})) return coordinates;
  return std::nullopt;
}

}  // namespace polku::value
