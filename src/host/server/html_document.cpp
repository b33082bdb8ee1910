// SPDX-License-Identifier: EUPL-1.2
#include "host/server/html_document.h"

#include <algorithm>

#include "calendar/date.h"
#include "host/server/clock.h"
#include "host/server/records.h"
#include "text/language_tag.h"
#include "text/utf8.h"

namespace polku::server {
namespace {

std::string direction_of(std::string_view language) { return text::direction_of(language) == text::Direction::right_to_left ? "rtl" : "ltr"; }

}  // namespace

std::string say_html(const messages::Words& words, const std::string& language, std::string_view key, const messages::Arguments& arguments) {
  const auto said = words.say(key, arguments);
  if (said.language().empty() || said.language() == language) return escape_html(said.words());
  return "<span lang=\"" + escape_html(said.language()) + "\" dir=\"" + direction_of(said.language()) + "\">" + escape_html(said.words()) + "</span>";
}

std::string time_html(const messages::Words& words, const std::string& received_at) {
  const auto local = local_time_of(received_at);
  const auto date = calendar::parse_date(local.substr(0, std::min<std::size_t>(10, local.size())));
  const auto shown = date ? words.locale().date(*date, locale::DateStyle::medium_form) + " " + local.substr(11, 5) : received_at;
  return "<time datetime=\"" + escape_html(received_at) + "\">" + escape_html(shown) + "</time>";
}

std::string choose_language(const std::vector<std::string>& offered, const std::string& wanted, const std::string& accepted, const std::string& otherwise) {
  const auto is_offered = [&](const std::string& tag) { return std::find(offered.begin(), offered.end(), tag) != offered.end(); };
  if (is_offered(wanted)) return wanted;
  std::string_view rest = accepted;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(','), rest.size());
    const auto tag = text::trim(rest.substr(0, std::min(rest.find(';'), end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto primary = text::to_lower_ascii(tag.substr(0, std::min(tag.find('-'), tag.size())));
    if (is_offered(primary)) return primary;
  }
  return otherwise;
}

Reply make_document(int status, const HtmlDocument& document) {
  const auto plain = [&](std::string_view key) { return escape_html(document.words.say(key).words()); };
  const auto site = document.words.has("site.name") ? plain("site.name") : std::string{"Polku"};
  std::string html = "<!doctype html>\n<html lang=\"" + escape_html(document.language) + "\" dir=\"" + direction_of(document.language) +
                     "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
                     "<meta name=\"robots\" content=\"noindex\">\n<title>" + document.title + " – " + site + "</title>\n<link rel=\"stylesheet\" href=\"" +
                     document.style + "\">\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">" + plain("officials.skip") +
                     "</a>\n<header>\n<p class=\"name\">" + site + "</p>\n<nav aria-label=\"" + plain("officials.languages") + "\">\n<ul>\n";
  for (const auto& tag : document.languages) {
    std::string own_name = tag;
    for (const auto& locale : document.locales) {
      if (locale->tag() == tag) own_name = locale->own_name();
    }
    html += "<li><a href=\"" + escape_html(document.here + "?language=" + tag) + "\" lang=\"" + escape_html(tag) + "\" hreflang=\"" + escape_html(tag) + "\"" +
            (tag == document.language ? " aria-current=\"true\"" : "") + ">" + escape_html(own_name) + "</a></li>\n";
  }
  html += "</ul>\n</nav>\n" + document.beside + "</header>\n<main id=\"main\">\n" + document.main + "</main>\n</body>\n</html>\n";
  return {.status = status,
          .type = "text/html; charset=utf-8",
          .body = std::move(html),
          .headers = {{"Cache-Control", "no-store"}, {"Content-Security-Policy", document.policy}, {"Content-Language", document.language}}};
}

}  // namespace polku::server
