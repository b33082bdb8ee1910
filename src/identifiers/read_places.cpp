// SPDX-License-Identifier: EUPL-1.2
#include "identifiers/reading.h"

namespace polku::identifiers {
namespace {

std::optional<std::int32_t> take_place(std::string_view& words) {
  const bool is_from_end = words.starts_with('-');
  if (is_from_end) words.remove_prefix(1);
  std::int32_t number = 0;
  std::size_t digits = 0;
  while (digits < words.size() && digits < 3 && words[digits] >= '0' && words[digits] <= '9') number = number * 10 + (words[digits++] - '0');
  words.remove_prefix(digits);
  if (number == 0) return std::nullopt;
  return is_from_end ? -number : number;
}

std::optional<Piece> take_piece(std::string_view& words) {
  if (words.starts_with('\'')) {
    const std::size_t end = words.find('\'', 1);
    if (end == std::string_view::npos || end == 1) return std::nullopt;
    Piece piece{.words = std::string{words.substr(1, end - 1)}};
    words.remove_prefix(end + 1);
    return piece;
  }
  const auto first = take_place(words);
  if (!first || !words.starts_with("..")) return first ? std::optional{Piece{.first = *first, .last = *first}} : std::nullopt;
  words.remove_prefix(2);
  const auto last = take_place(words);
  // Backwards: never meant.
  if (!last || ((*first < 0) == (*last < 0) && *last < *first)) return std::nullopt;
  return Piece{.first = *first, .last = *last};
}

}  // namespace

Places read_places(const json::Cursor& place) {
  const auto source = place.text();
  if (!source) return {};
  Places places;
  std::string_view rest = *source;
  while (!rest.empty()) {
    auto piece = take_piece(rest);
    const bool is_ended = rest.empty() || (rest.starts_with(' ') && rest.size() > 1);
    if (!piece || !is_ended) break;
    places.push_back(std::move(*piece));
    if (rest.empty()) return places;
    rest.remove_prefix(1);
  }
  place.report(problem::Code::bad_places, {{"found", *source}});
  return {};
}

}  // namespace polku::identifiers
