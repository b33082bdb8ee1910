// SPDX-License-Identifier: EUPL-1.2
#include "host/server/submission_page.h"

#include <algorithm>

#include "host/embedded/embedded.h"
#include "host/server/html_document.h"
#include "host/server/secrets.h"
#include "text/utf8.h"

namespace polku::server {
namespace {

constexpr std::size_t token_digits = 64;

std::vector<std::string> languages_of(const form::Site& site) {
  std::vector<std::string> languages;
  for (const auto& tag : site.languages) {
    if (!host::embedded_words(tag).empty()) languages.push_back(tag);
  }
  if (languages.empty()) languages.emplace_back("en");
  return languages;
}

}  // namespace

std::string origin_of(const PageRequest& request) { return (request.over_tls ? "https://" : "http://") + request.host; }

std::optional<Reply> answer_before_page(const PageRequest& request, std::string_view folder, const std::string& style, const std::vector<std::string>& hosts) {
  const bool reads = request.method == "GET" || request.method == "HEAD";
  if (!reads && request.method != "POST") {
    return problem_reply(405, {{.code = problem::Code::method_not_allowed, .arguments = {{"allowed", std::string{"GET, HEAD, POST"}}}}});
  }
  if (reads && request.path == std::string{folder} + "style.css") {
    return Reply{.status = 200, .type = "text/css; charset=utf-8", .body = style, .headers = {{"Cache-Control", "no-cache"}}};
  }
  if (std::find(hosts.begin(), hosts.end(), text::to_lower_ascii(request.host)) == hosts.end()) return problem_reply(421, problem::Code::request_malformed);
  return std::nullopt;
}

std::string make_token() { return random_hexadecimal(token_digits / 2); }
bool is_token(std::string_view words) {
  return words.size() == token_digits &&
         std::all_of(words.begin(), words.end(), [](char digit) { return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f'); });
}

SubmissionView SubmissionView::make(Published& published, const Submission& submission, const std::string& wished_language) {
  auto languages = languages_of(published.site());
  auto language = choose_language(languages, wished_language, submission.language, languages.front());
  auto words = published.words(language);
  return {published, submission, published.find(submission.definition_hash), std::move(languages), std::move(language), std::move(words)};
}

std::string SubmissionView::service_title() const { return world ? world->words(language).say("service.title").words() : submission.service; }
std::string SubmissionView::recipient_title(const std::string& recipient) const {
  return world ? world->words(language).say("recipient." + recipient + ".title").words() : recipient;
}

}  // namespace polku::server
