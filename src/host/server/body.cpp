// SPDX-License-Identifier: EUPL-1.2
#include "host/server/body.h"

#include <optional>

#include "text/utf8.h"

namespace polku::server {
namespace {

using problem::Code;

Reply too_large(std::size_t limit) {
  return problem_reply(413, {{.code = Code::request_too_large, .arguments = {{"maximum", text::Decimal{static_cast<std::int64_t>(limit)}}}}});
}

std::optional<Reply> check_lengths(const httplib::Request& request, std::size_t limit) {
  const auto lengths = request.get_header_value_count("Content-Length"), codings = request.get_header_value_count("Transfer-Encoding");
  if (lengths + codings != 1) return problem_reply(400, Code::request_malformed);
  if (codings == 1 && text::to_lower_ascii(request.get_header_value("Transfer-Encoding")) != "chunked") return problem_reply(400, Code::request_malformed);
  if (request.has_header("Content-Encoding")) {
    return problem_reply(415, {{.code = Code::media_type_unsupported, .arguments = {{"expected", std::string{"identity"}}}}});
  }
  if (lengths == 0) return std::nullopt;
  const auto length = request.get_header_value("Content-Length");
  if (length.empty() || length.find_first_not_of("0123456789") != std::string::npos) return problem_reply(400, Code::request_malformed);
  const auto digits = length.substr(std::min(length.find_first_not_of('0'), length.size()));
  if (digits.size() > 12) return too_large(limit);
  std::size_t said = 0;
  for (const char digit : digits) said = said * 10 + static_cast<std::size_t>(digit - '0');
  return said > limit ? std::optional{too_large(limit)} : std::nullopt;
}

int hexadecimal(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  return -1;
}

std::string decode(std::string_view encoded) {
  std::string words;
  for (std::size_t at = 0; at < encoded.size(); ++at) {
    if (encoded[at] == '+') {
      words += ' ';
    } else if (encoded[at] == '%' && at + 2 < encoded.size() && hexadecimal(encoded[at + 1]) >= 0 && hexadecimal(encoded[at + 2]) >= 0) {
      words += static_cast<char>(hexadecimal(encoded[at + 1]) * 16 + hexadecimal(encoded[at + 2]));
      at += 2;
    } else {
      words += encoded[at];
    }
  }
  return words;
}

}  // namespace

std::variant<std::string, Reply> read_body(const httplib::Request& request, const httplib::ContentReader& reader, std::size_t limit) {
  if (auto refused = check_lengths(request, limit)) return std::move(*refused);
  std::string body;
  bool fits = true;
  const bool whole = reader([&](const char* bytes, std::size_t count) {
    fits = body.size() + count <= limit;
    if (fits) body.append(bytes, count);
    return fits;
  });
  if (!fits) return too_large(limit);
  if (!whole) return problem_reply(400, Code::request_malformed);
  return body;
}

std::map<std::string, std::string> read_form(std::string_view body) {
  std::map<std::string, std::string> fields;
  while (!body.empty()) {
    const auto end = std::min(body.find('&'), body.size());
    const auto pair = body.substr(0, end);
    const auto equals = std::min(pair.find('='), pair.size());
    if (fields.size() < 20) fields[decode(pair.substr(0, equals))] = decode(pair.substr(std::min(equals + 1, pair.size())));
    body.remove_prefix(std::min(end + 1, body.size()));
  }
  return fields;
}

}  // namespace polku::server
