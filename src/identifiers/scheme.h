// SPDX-License-Identifier: EUPL-1.2
// Inside the room: one function a scheme, and what they share.
#pragma once

#include <string>
#include <string_view>

#include "identifiers/identifiers.h"

namespace polku::identifiers {

Verdict check_fi_hetu(std::string_view compact);
Verdict check_fi_business_id(std::string_view compact);
Verdict check_fi_plate(std::string_view compact);
Verdict check_iban(std::string_view compact);
Verdict check_se_personnummer(std::string_view compact);
std::string format_iban(std::string_view normal);

// Without blanks and invisible characters, every dash people paste as '-', ASCII letters and å ä ö (also decomposed) in upper case.
// This is what the check_… functions get.
std::string compacted(std::string_view typed);

inline bool is_digit(char character) { return character >= '0' && character <= '9'; }
inline bool is_letter(char character) { return character >= 'A' && character <= 'Z'; }
inline int digit_value(char character) { return character - '0'; }
bool all_digits(std::string_view text);
// The number a few digits write; callers have looked at the characters and keep the length below ten.
int number_of(std::string_view digits);

}  // namespace polku::identifiers
