// SPDX-License-Identifier: EUPL-1.2
// The frame and the words of an officials' page.
#pragma once

#include <string>
#include <string_view>

#include "host/server/officials.h"
#include "messages/catalog.h"

namespace polku::server {

struct Officials::View {
  std::string language;
  messages::Words words;
  const std::vector<std::string>& languages;
  const std::vector<std::shared_ptr<const locale::Locale>>& locales;
  std::string here;  // path of the page, for the links to other languages

  std::string say(std::string_view key, const messages::Arguments& arguments = {}) const;    // escaped, with its own lang where it is another's
  std::string plain(std::string_view key, const messages::Arguments& arguments = {}) const;  // escaped, for attributes and the title
  std::string link(const std::string& path, const std::string& more = {}) const;             // escaped, carries the language
  std::string time(const std::string& received_at) const;
  enum class SignedIn : std::uint8_t { yes, no };
  Reply page(int status, const std::string& title, const std::string& main, SignedIn signed_in) const;
};

}  // namespace polku::server
