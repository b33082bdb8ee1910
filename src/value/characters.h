// SPDX-License-Identifier: EUPL-1.2
// Characters as people type and paste them, in one form: digits, dashes, blanks.
#pragma once

#include <string>
#include <string_view>

#include "locale/locale.h"

namespace polku::value {

// Draws nothing: joiners, direction marks, byte order marks. People paste them without knowing.
bool is_invisible(char32_t c);
// Hyphens, dashes and minus signs, U+2212 among them.
bool is_dash(char32_t c);
bool is_line_break(char32_t c);
// C0 and C1 but for tab and line breaks: nobody types them, they come along when text is pasted, and XML and many data bases refuse them.
bool is_control(char32_t c);

// Trimmed, without invisible characters, every dash '-', every blank one space (a run of blanks too), full stops and commas of other widths
// plain, and native digits (Arabic-Indic, Extended Arabic-Indic, full-width, those of the language) ASCII.
std::string simplified(std::string_view typed, const locale::Locale* locale);

inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace polku::value
