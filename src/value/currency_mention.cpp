// SPDX-License-Identifier: EUPL-1.2
#include "value/currency_mention.h"

#include <string>
#include <vector>

#include "text/utf8.h"
#include "value/characters.h"

namespace polku::value {
namespace {

struct Mention {
  std::string_view currency, words;
};

// What people write beside the code, lower case.
constexpr Mention mentions[] = {
    {"EUR", "euroa"}, {"EUR", "euros"},  {"EUR", "euro"}, {"EUR", "يورو"},   {"EUR", "€"},  {"EUR", "e"},  {"SEK", "kronor"}, {"SEK", "krona"},
    {"SEK", "kr"},    {"NOK", "kroner"}, {"NOK", "kr"},   {"DKK", "kroner"}, {"DKK", "kr"}, {"ISK", "kr"}, {"USD", "us$"},    {"USD", "$"},
    {"GBP", "£"},     {"JPY", "jp¥"},    {"JPY", "¥"},    {"CHF", "fr."},    {"PLN", "zł"}, {"CZK", "kč"},
};

// The language's own sign, from what it puts around an amount.
std::string sign_of(std::string_view currency, const locale::Locale* locale) {
  if (locale == nullptr || !locale::currency_places(currency)) return {};
  const std::string zero = simplified(locale->money(text::Decimal{}, currency), locale);
  const std::size_t first = zero.find_first_of("0123456789"), last = zero.find_last_of("0123456789");
  if (first == std::string::npos) return {};
  const std::string around = zero.substr(0, first) + zero.substr(last + 1);
  return text::to_lower_ascii(text::trim(around));
}

bool starts_with(std::string_view text, std::string_view words) { return text.substr(0, words.size()) == words; }
bool ends_with(std::string_view text, std::string_view words) { return text.size() >= words.size() && text.substr(text.size() - words.size()) == words; }

// The longest of the known words that fits: "euroa" before "euro" before "eur" before "e".
std::size_t longest(std::string_view text, const std::vector<std::string_view>& known, bool (*fits)(std::string_view, std::string_view)) {
  std::size_t length = 0;
  for (const std::string_view words : known) {
    if (words.size() > length && fits(text, words)) length = words.size();
  }
  return length;
}

}  // namespace

std::string without_currency(std::string_view typed, std::string_view currency, const locale::Locale* locale) {
  const std::string lower = text::to_lower_ascii(typed);
  const std::string code = text::to_lower_ascii(currency), sign = sign_of(currency, locale);
  std::vector<std::string_view> known{code, sign};
  for (const Mention& mention : mentions) {
    if (mention.currency == currency) known.push_back(mention.words);
  }
  std::string_view rest = lower;
  std::string minus;
  const auto take_sign = [&] {
    if (!minus.empty() || rest.empty() || (rest[0] != '-' && rest[0] != '+')) return;
    minus = rest[0];
    rest = text::trim(rest.substr(1));
  };
  take_sign();
  rest = text::trim(rest.substr(longest(rest, known, starts_with)));
  take_sign();
  rest = text::trim(rest.substr(0, rest.size() - longest(rest, known, ends_with)));
  for (const std::string_view no_cents : {",-", ".-", ":-"}) {
    if (rest.size() > 2 && is_ascii_digit(rest[rest.size() - 3]) && ends_with(rest, no_cents)) rest.remove_suffix(2);
  }
  // Only one sign: what begins with another is left for the reader to refuse.
  if (!rest.empty() && (rest[0] == '-' || rest[0] == '+')) return std::string{typed};
  return minus.append(rest);
}

}  // namespace polku::value
