// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "locale/locale.h"

namespace polku::locale {
namespace {

// Only the pattern's own {0} and {1} are places: items are people's words.
struct Pattern {
  std::string before, between, after;

  explicit Pattern(const std::string& text) {
    const std::size_t first = std::min(text.find("{0}"), text.size());
    const std::size_t second = std::min(text.find("{1}", first), text.size());
    before = text.substr(0, first);
    between = text.substr(std::min(first + 3, second), second - std::min(first + 3, second));
    after = text.substr(std::min(second + 3, text.size()));
  }

  void append(std::string& joined, const std::string& item) const {
    if (!before.empty()) joined.insert(0, before);
    joined += between;
    joined += item;
    joined += after;
  }
};

}  // namespace

std::string Locale::list(const std::vector<std::string>& items, ListStyle style) const {
  const auto& patterns = style == ListStyle::conjunction ? and_ : or_;
  if (items.empty()) return {};
  std::string joined = items.front();
  if (items.size() == 2) Pattern(patterns[0]).append(joined, items[1]);
  if (items.size() < 3) return joined;
  Pattern(patterns[1]).append(joined, items[1]);
  const Pattern middle(patterns[2]);
  for (std::size_t at = 2; at + 1 < items.size(); ++at) middle.append(joined, items[at]);
  Pattern(patterns[3]).append(joined, items.back());
  return joined;
}

}  // namespace polku::locale
