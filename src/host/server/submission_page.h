// SPDX-License-Identifier: EUPL-1.2
// What the pages of one submission have in common: those on which it is paid for, and those on which somebody else is asked to answer to it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/server/published.h"
#include "host/server/reply.h"
#include "host/server/storage.h"
#include "messages/catalog.h"

namespace polku::server {

struct PageRequest {
  std::string method, path, query_language;
  std::string host;    // of the request: addresses that are passed on lead there
  std::string origin;  // of a POST: nobody is sent on by another site
  bool over_tls = false;
};
// "https://host": of the pages themselves.
std::string origin_of(const PageRequest& request);

// What comes before any of them: the methods there are, the style sheet, and that they are called by a name of this server. std::nullopt: GET, HEAD or POST of a page.
std::optional<Reply> answer_before_page(const PageRequest& request, std::string_view folder, const std::string& style, const std::vector<std::string>& hosts);

// The only name of such a page: 64 hexadecimal digits, given to nobody but in a receipt or by who got one.
std::string make_token();
bool is_token(std::string_view words);

struct SubmissionView {
  const Published& published;
  Submission submission;
  std::shared_ptr<const session::World> world;  // null: the definition is no longer known
  std::vector<std::string> languages;
  std::string language;
  messages::Words words;

  static SubmissionView make(Published& published, const Submission& submission, const std::string& wished_language);
  std::string service_title() const;                                // plain
  std::string recipient_title(const std::string& recipient) const;  // plain
};

}  // namespace polku::server
