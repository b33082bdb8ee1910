// SPDX-License-Identifier: EUPL-1.2
// Inside the room: the parts of check().
#pragma once

#include "identifiers/identifiers.h"

namespace polku::identifiers {

// Without blanks, invisible characters and those the scheme drops; every dash '-', capital letters (Latin, Greek, Cyrillic), a letter and its
// combining mark as one, and what the scheme replaces replaced.
std::string compacted(const Scheme& scheme, std::string_view typed);
std::string fill(std::string_view pattern, std::string_view characters);

// The characters at those places; places that are not there give nothing.
std::string pick(const Places& places, std::string_view normal);
// The number that a few digits write.
std::int32_t number_of(std::string_view digits);

bool holds(const Sum& sum, std::string_view normal);
bool holds(const Length& length, std::string_view normal);

struct Birth {
  bool is_real = false;
  std::optional<calendar::Date> born = {};  // when only one century applies
};
Birth find_birth(const Day& day, std::string_view normal);

}  // namespace polku::identifiers
