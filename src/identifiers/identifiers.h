// SPDX-License-Identifier: EUPL-1.2
// National and business identifiers. A scheme is data, one file each in assets/identifiers/ (format: assets/schema/identifier-1.json); this room
// reads the files and runs what they say. It knows no country.
//
//   const auto scheme = identifiers::built_in("fi-hetu");                  // built_in.h: a host that reads definitions
//   identifiers::check(*scheme, "131052-308t");                            // {.fault = Fault::none, .normal = "131052-308T", .born = 1952-10-13}
//   identifiers::shown(*identifiers::built_in("se-postal-code"), "11420"); // "114 20"
//
// Input is tolerant: blanks around and inside, small letters, and the dashes people paste (U+2010..U+2015, U+2212) are understood in every scheme;
// what else is, the scheme says. Nothing but zeros is nobody's. There is no clock: whether a birth date lies in the future is the question's rule.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "calendar/date.h"
#include "json/value.h"
#include "problem/problem.h"
#include "text/pattern.h"

namespace polku::json {
class Tape;
}

namespace polku::identifiers {

enum class Sort : std::uint8_t { person, business, vat, account, bank, postal_code, vehicle, other };
std::string_view name_of(Sort sort);  // "postal-code"

// Characters of the normal form by their places, 1 the first and -1 the last, and words that stand between them.
struct Piece {
  std::int32_t first = 1, last = 1;
  std::string words = {};  // not empty: these, and no place
  friend bool operator==(const Piece&, const Piece&) = default;
};
using Places = std::vector<Piece>;

// One calculation over characters: a sum of weighted values, or the number they write, or a method of ISO 7064 or Verhoeff; and what must come out.
struct Sum {
  enum class Method : std::uint8_t { weighted, number, hybrid, verhoeff } method = Method::weighted;
  enum class Start : std::uint8_t { left, right } start = Start::left;  // where the weights begin
  enum class Products : std::uint8_t { whole, digit_by_digit } products = Products::whole;
  Places of = {};
  std::vector<std::int32_t> weights = {};  // repeated as long as there are characters
  // Value 0, 1, 2 … of a character: words with the characters of each value. Several tables take turns. None: digits, then A = 10 to Z = 35.
  std::vector<std::vector<std::string>> values = {};
  std::int32_t plus = 0, modulo = 10;
  // What must come out: one of these remainders; or the character that `gives` has at the remainder ('-': none is given out) stands at `at`; or the
  // number at `at` is the remainder, or `minus_from` minus it.
  std::vector<std::int32_t> rests = {};
  std::string gives = {};
  Places at = {};
  std::int32_t minus_from = 0;
  // Where `gives` has '-': once more with these.
  std::vector<std::int32_t> other_weights = {};
  std::string other_gives = {};
};

// A day that exists. A year of two digits is one of a century that fits.
struct Day {
  struct Century {
    std::int32_t first_year = 1900;
    std::string signs = {};                  // applies when the character at `sign` is one of these; empty: to all
    std::int32_t earliest = 0, latest = 99;  // and when the two digits are within
    std::int32_t month_plus = 0;             // what is added to the month to say so
  };
  Places year = {}, month = {}, day = {}, sign = {};
  std::vector<Century> centuries = {};                         // empty: the year is whole
  std::vector<std::int32_t> month_plus = {0}, day_plus = {0};  // what may be added to tell something else: a woman, a coordination number
};

// How long the normal form is, by its first characters: "AD24 AE23 ".
struct Length {
  std::string by_start = {};
};

using Check = std::variant<Sum, Day, Length>;

// In templates `#` is the next character, `*` all that the rest of the template leaves, anything else itself; it ends with the characters.
struct Form {
  text::Pattern pattern;
  std::string drop = {};    // characters of the pattern that the normal form does not have
  std::string normal = {};  // template; empty: as matched
  std::string shown = {};   // template over the normal form; empty: as it is
  std::vector<Check> checks = {};
};

struct Replacement {
  std::string from, to;
};

struct Scheme {
  std::string id, country;  // "fi-hetu", "FI"; no country: international
  Sort sort = Sort::other;
  std::string example = {};                // as people write it
  std::string drop = {};                   // typed characters that say nothing
  std::vector<std::string> prefixes = {};  // that may be typed before it
  std::vector<Replacement> replace = {};   // one character by another
  std::vector<Form> forms = {};            // the first one that fits, its checks included, is it
};

// On a tape and from it (json/tape.h): a form carries the schemes that it uses.
void describe(json::Tape& tape, Scheme& scheme);

// Reads a scheme's file: everything that is wrong with it is a problem with its place; then there is no scheme.
std::optional<Scheme> read(const json::Value& source, problem::Problems& problems, std::string document = {});

enum class Fault { none, malformed, wrong_checksum };

struct Verdict {
  Fault fault = Fault::malformed;
  std::string normal = {};                  // the normal form, when there is no fault
  std::optional<calendar::Date> born = {};  // where the identifier says so, and the century
};

Verdict check(const Scheme& scheme, std::string_view typed);
// As people write it: groups, separators. `normal` is a normal form that check() gave; anything else comes back as it is.
std::string shown(const Scheme& scheme, std::string_view normal);

}  // namespace polku::identifiers
