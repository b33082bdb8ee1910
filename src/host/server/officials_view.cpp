// SPDX-License-Identifier: EUPL-1.2
#include "host/server/officials_view.h"

#include "calendar/date.h"
#include "host/server/clock.h"
#include "host/server/records.h"
#include "text/language_tag.h"

namespace polku::server {
namespace {

std::string_view direction_of(const std::string& language) { return text::direction_of(language) == text::Direction::right_to_left ? "rtl" : "ltr"; }

}  // namespace

std::string Officials::View::say(std::string_view key, const messages::Arguments& arguments) const {
  const auto said = words.say(key, arguments);
  if (said.language().empty() || said.language() == language) return escape_html(said.words());
  return "<span lang=\"" + escape_html(said.language()) + "\" dir=\"" + std::string{direction_of(said.language())} + "\">" + escape_html(said.words()) +
         "</span>";
}

std::string Officials::View::plain(std::string_view key, const messages::Arguments& arguments) const { return escape_html(words.say(key, arguments).words()); }

std::string Officials::View::link(const std::string& path, const std::string& more) const { return escape_html(path + "?language=" + language + more); }

// In the site's time zone, as the office's clock shows it.
std::string Officials::View::time(const std::string& received_at) const {
  const auto local = local_time_of(received_at);
  const auto date = calendar::parse_date(local.substr(0, std::min<std::size_t>(10, local.size())));
  const auto shown = date ? words.locale().date(*date, locale::DateStyle::medium_form) + " " + local.substr(11, 5) : received_at;
  return "<time datetime=\"" + escape_html(received_at) + "\">" + escape_html(shown) + "</time>";
}

Reply Officials::View::page(int status, const std::string& title, const std::string& main, SignedIn signed_in) const {
  const auto site = words.has("site.name") ? plain("site.name") : std::string{"Polku"};
  std::string html =
      "<!doctype html>\n<html lang=\"" + escape_html(language) + "\" dir=\"" + std::string{direction_of(language)} + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n<title>" + title + " – " + site +
      "</title>\n<link rel=\"stylesheet\" href=\"/officials/style.css\">\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">" + plain("officials.skip") +
      "</a>\n<header>\n<p class=\"name\">" + site + "</p>\n<nav aria-label=\"" + plain("officials.languages") + "\">\n<ul>\n";
  for (const auto& tag : languages) {
    std::string own_name = tag;
    for (const auto& locale : locales) {
      if (locale->tag() == tag) own_name = locale->own_name();
    }
    html += "<li><a href=\"" + escape_html(here + "?language=" + tag) + "\" lang=\"" + escape_html(tag) + "\" hreflang=\"" + escape_html(tag) + "\"" +
            (tag == language ? " aria-current=\"true\"" : "") + ">" + escape_html(own_name) + "</a></li>\n";
  }
  html += "</ul>\n</nav>\n";
  if (signed_in == SignedIn::yes) {
    html += "<form method=\"post\" action=\"" + link("/officials/logout") + "\"><button class=\"quiet\" type=\"submit\">" + plain("officials.sign-out") +
            "</button></form>\n";
  }
  html += "</header>\n<main id=\"main\">\n" + main + "</main>\n</body>\n</html>\n";
  return {.status = status,
          .type = "text/html; charset=utf-8",
          .body = std::move(html),
          .headers = {{"Cache-Control", "no-store"}, {"Content-Security-Policy", officials_policy}, {"Content-Language", language}}};
}

}  // namespace polku::server
