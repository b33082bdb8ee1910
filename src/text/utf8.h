// SPDX-License-Identifier: EUPL-1.2
// UTF-8 as the engine needs it. Every string inside the engine is valid UTF-8: the doors (JSON reader, HTTP) see to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace polku::text {

// The byte offset of the first ill-formed sequence (RFC 3629: overlong, surrogate, above U+10FFFF), or std::nullopt.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Takes one code point off the front of a valid, non-empty text.
char32_t take_code_point(std::string_view& text);
void append_code_point(std::string& text, char32_t code_point);
std::size_t count_code_points(std::string_view text);

// White_Space of Unicode, and the invisible characters people paste without knowing: U+200B..U+200F, U+2060, U+FEFF, U+202A..U+202E,
// U+2066..U+2069.
bool is_blank(char32_t code_point);
// Without blanks at both ends.
std::string_view trim(std::string_view text);
// Without any blank.
std::string without_blanks(std::string_view text);

// ASCII only: identifiers, tags, keywords.
std::string to_upper_ascii(std::string_view text);
std::string to_lower_ascii(std::string_view text);

}  // namespace polku::text
