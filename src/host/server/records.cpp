// SPDX-License-Identifier: EUPL-1.2
#include "host/server/records.h"

#include "render/html/record.h"
#include "render/text/text.h"

namespace polku::server {

StoredRecord make_stored_record(const session::World& world, const session::Verified& verified, const page::Receipt& receipt,
                                const form::Recipient& recipient) {
  const auto& office = world.site->languages;
  const auto record = page::make_record(world, verified, receipt, &recipient, office.empty() ? std::string_view{} : std::string_view{office.front()});
  return {render::html(record, "/officials/style.css"), render::text(record)};
}

std::string inside_of_record(const std::string& html) {
  constexpr std::string_view begin = "<main>", end = "</main>";
  const auto from = html.find(begin), to = html.rfind(end);
  if (from == std::string::npos || to == std::string::npos || to < from) return {};
  auto inside = html.substr(from + begin.size(), to - from - begin.size());
  // One level down: the page around it has the h1. What a citizen typed is escaped, so every "<h" is a tag of ours.
  for (const auto& [larger, smaller] : {std::pair{"h3", "h4"}, std::pair{"h2", "h3"}, std::pair{"h1", "h2"}}) {
    for (const char* const mark : {"<", "</"}) {
      const auto wanted = mark + std::string{larger}, given = mark + std::string{smaller};
      for (auto at = inside.find(wanted); at != std::string::npos; at = inside.find(wanted, at + given.size())) inside.replace(at, wanted.size(), given);
    }
  }
  return inside;
}

std::string escape_html(std::string_view words) {
  std::string html;
  for (const char letter : words) {
    switch (letter) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      default: html += letter;
    }
  }
  return html;
}

}  // namespace polku::server
