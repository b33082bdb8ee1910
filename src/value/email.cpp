// SPDX-License-Identifier: EUPL-1.2
// E-mail addresses: the address of the WHATWG HTML standard ("valid e-mail address": no comments, no quoted local part, no IP literal), and
// of RFC 5321 what keeps mail from being lost: dots in the local part stand alone and inside (dot-string, 4.1.2), local part at most 64,
// labels at most 63, all at most 254 characters (4.5.3.1). Further: the domain has at least two labels and the last one is not a number,
// for a citizen is not written to on a local machine. ASCII only, as both say: an internationalised domain is typed in its xn-- form.
// Normal form: trimmed, domain in lower case, local part as typed. Understood too: "mailto:" before it and angle brackets around it.
#include "text/utf8.h"
#include "value/characters.h"
#include "value/kind.h"

namespace polku::value {
namespace {

constexpr std::int64_t address_maximum = 254;

bool is_atom_character(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || std::string_view{"!#$%&'*+/=?^_`{|}~-"}.find(c) != std::string_view::npos; }

bool is_local_part(std::string_view local) {
  if (local.empty() || local.size() > 64) return false;
  char before = '.';
  for (const char c : local) {
    if (c == '.' ? before == '.' : !is_atom_character(c)) return false;
    before = c;
  }
  return before != '.';
}

bool is_label(std::string_view label) {
  if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
  for (const char c : label) {
    if (!is_ascii_letter(c) && !is_ascii_digit(c) && c != '-') return false;
  }
  return true;
}

bool is_domain(std::string_view domain) {
  int labels = 0;
  while (true) {
    const std::size_t dot = domain.find('.');
    const std::string_view label = domain.substr(0, dot);
    if (!is_label(label)) return false;
    ++labels;
    if (dot == std::string_view::npos) return labels > 1 && label.find_first_not_of("0123456789") != std::string_view::npos;
    domain.remove_prefix(dot + 1);
  }
}

Decoded decode_email(const Reading& reading, const Typed& typed) {
  std::string visible;
  for (std::string_view rest = text::trim(only(typed)); !rest.empty();) {
    const char32_t c = text::take_code_point(rest);
    if (!is_invisible(c)) text::append_code_point(visible, c);
  }
  std::string_view address = text::trim(visible);
  if (text::to_lower_ascii(address.substr(0, 7)) == "mailto:") address.remove_prefix(7);
  if (address.size() > 2 && address.front() == '<' && address.back() == '>') address = address.substr(1, address.size() - 2);
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos || !is_local_part(address.substr(0, at)) || !is_domain(address.substr(at + 1))) {
    return refused(problem::Code::not_an_email);
  }
  return judged_text(reading.shape, std::string{address.substr(0, at + 1)} + text::to_lower_ascii(address.substr(at + 1)), address_maximum);
}

}  // namespace

const KindRules email_rules{json::Type::string, decode_email, typed_of_string, shown_string};

}  // namespace polku::value
