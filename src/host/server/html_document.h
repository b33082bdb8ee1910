// SPDX-License-Identifier: EUPL-1.2
// The frame of the pages that the server itself writes, for officials and for who pays: plain HTML, no script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "host/server/reply.h"
#include "locale/locale.h"
#include "messages/catalog.h"

namespace polku::server {

struct HtmlDocument {
  const messages::Words& words;
  const std::string& language;
  const std::vector<std::string>& languages;
  const std::vector<std::shared_ptr<const locale::Locale>>& locales;
  std::string here, style;  // paths: of the page, for the links to other languages, and of its style sheet
  std::string title, main;  // escaped
  std::string beside = {};  // escaped: behind the languages, in the header
  std::string policy = {};  // Content-Security-Policy
};
Reply make_document(int status, const HtmlDocument& document);

// Escaped, with its own lang where it is another's.
std::string say_html(const messages::Words& words, const std::string& language, std::string_view key, const messages::Arguments& arguments = {});
// In the site's time zone, as the office's clock shows it.
std::string time_html(const messages::Words& words, const std::string& received_at);
// The one wanted, else the first that the browser accepts, else `otherwise`.
std::string choose_language(const std::vector<std::string>& offered, const std::string& wanted, const std::string& accepted, const std::string& otherwise);

}  // namespace polku::server
