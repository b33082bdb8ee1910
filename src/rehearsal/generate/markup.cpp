// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "rehearsal/generate/judge.h"

namespace polku::rehearsal::generate {

std::string find_unbalanced(const std::string& html) {
  constexpr std::array<std::string_view, 5> alone{"input", "br", "hr", "meta", "link"};
  std::vector<std::string_view> open;
  const std::string_view all = html;
  for (auto at = all.find('<'); at != std::string_view::npos; at = all.find('<', at + 1)) {
    const bool ends = all.substr(at + 1, 1) == "/";
    const auto from = at + (ends ? 2 : 1);
    const auto name = all.substr(from, all.find_first_of(" >", from) - from);
    if (name.starts_with('!') || std::find(alone.begin(), alone.end(), name) != alone.end()) continue;
    if (!ends) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return std::string{all.substr(at, 40)};
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? std::string{} : "<" + std::string{open.back()} + "> without end";
}

std::string find_missing_text(const std::string& html) {
  for (auto at = html.find('['); at != std::string::npos; at = html.find('[', at + 1)) {
    auto end = at + 1;
    while (end < html.size() && ((html[end] >= 'a' && html[end] <= 'z') || (html[end] >= '0' && html[end] <= '9') || html[end] == '-' || html[end] == '.'))
      ++end;
    if (end < html.size() && html[end] == ']' && html.substr(at, end - at).find('.') != std::string::npos) return html.substr(at, end + 1 - at);
  }
  return {};
}

}  // namespace polku::rehearsal::generate
