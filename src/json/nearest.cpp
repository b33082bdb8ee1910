// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "json/cursor.h"

namespace polku::json {
namespace {

// Optimal string alignment: Levenshtein with exchanged neighbours as one step. In bytes: identifiers are ASCII.
std::size_t distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> before(right.size() + 1), last(right.size() + 1), now(right.size() + 1);
  for (std::size_t column = 0; column <= right.size(); ++column) last[column] = column;
  for (std::size_t row = 1; row <= left.size(); ++row) {
    now[0] = row;
    for (std::size_t column = 1; column <= right.size(); ++column) {
      const std::size_t change = last[column - 1] + (left[row - 1] == right[column - 1] ? 0u : 1u);
      now[column] = std::min({last[column] + 1, now[column - 1] + 1, change});
      if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]) {
        now[column] = std::min(now[column], before[column - 2] + 1);
      }
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[right.size()];
}

template <typename Words>
std::string find_nearest(std::string_view mistyped, const Words& known) {
  // Whoever mistypes a whole line gets no suggestion: the time stays bounded.
  if (mistyped.size() > 100) return {};
  const std::size_t limit = std::max<std::size_t>(2, mistyped.size() / 3);
  std::size_t best = limit + 1;
  std::string_view found;
  for (const auto& word : known) {
    const std::string_view candidate(word);
    const std::size_t longer = std::max(candidate.size(), mistyped.size());
    if (longer - std::min(candidate.size(), mistyped.size()) >= best) continue;
    const std::size_t steps = distance(mistyped, candidate);
    // Something must be in common: "is" is not a mistyped "at".
    if (steps < best && steps < std::min(candidate.size(), mistyped.size())) {
      best = steps;
      found = candidate;
    }
  }
  return std::string(found);
}

}  // namespace

std::string nearest(std::string_view mistyped, std::span<const std::string_view> known) { return find_nearest(mistyped, known); }
std::string nearest(std::string_view mistyped, std::span<const std::string> known) { return find_nearest(mistyped, known); }

}  // namespace polku::json
