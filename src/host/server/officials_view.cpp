// SPDX-License-Identifier: EUPL-1.2
#include "host/server/officials_view.h"

#include "host/server/html_document.h"
#include "host/server/records.h"

namespace polku::server {

std::string Officials::View::say(std::string_view key, const messages::Arguments& arguments) const { return say_html(words, language, key, arguments); }

std::string Officials::View::plain(std::string_view key, const messages::Arguments& arguments) const { return escape_html(words.say(key, arguments).words()); }

std::string Officials::View::link(const std::string& path, const std::string& more) const { return escape_html(path + "?language=" + language + more); }

std::string Officials::View::time(const std::string& received_at) const { return time_html(words, received_at); }

Reply Officials::View::page(int status, const std::string& title, const std::string& main, SignedIn signed_in) const {
  std::string sign_out;
  if (signed_in == SignedIn::yes) {
    sign_out = "<form method=\"post\" action=\"" + link("/officials/logout") + "\"><button class=\"quiet\" type=\"submit\">" + plain("officials.sign-out") +
               "</button></form>\n";
  }
  return make_document(status, {words, language, languages, locales, here, "/officials/style.css", title, main, sign_out, officials_policy});
}

}  // namespace polku::server
