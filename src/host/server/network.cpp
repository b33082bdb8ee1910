// SPDX-License-Identifier: EUPL-1.2
#include <httplib.h>

#include <chrono>

#include "host/server/log.h"
#include "host/server/outbox_worker.h"
#include "host/server/secrets.h"

namespace polku::server {
namespace {

using Kind = delivery::Connector::Authentication::Kind;

struct Address {
  std::string origin, path;
};

Address split(const std::string& url) {
  const auto scheme = url.find("://");
  const auto start = scheme == std::string::npos ? 0 : scheme + 3;
  auto slash = url.find_first_of("/?", start);
  if (slash == std::string::npos) return {url, "/"};
  return {url.substr(0, slash), url[slash] == '/' ? url.substr(slash) : "/" + url.substr(slash)};
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string encoded;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t group = 0;
    for (std::size_t index = 0; index < 3; ++index) group = (group << 8U) | (at + index < bytes.size() ? static_cast<unsigned char>(bytes[at + index]) : 0U);
    for (std::size_t index = 0; index < 4; ++index) {
      const bool padding = at + index > bytes.size();
      encoded += padding ? '=' : letters[(group >> (18U - 6U * index)) & 63U];
    }
  }
  return encoded;
}

// False: the secret is not there, so nothing is sent.
bool authenticate(httplib::Request& request, const delivery::Connector::Authentication& how, const std::string& data_folder) {
  if (how.kind == Kind::none) return true;
  const auto secret = find_secret(how.secret, data_folder);
  if (!secret || secret->find_first_of("\r\n") != std::string::npos) {
    log_line("secret-missing", {{"name", how.secret}});
    return false;
  }
  if (how.kind == Kind::bearer) request.set_header("Authorization", "Bearer " + *secret);
  if (how.kind == Kind::basic) request.set_header("Authorization", "Basic " + base64(how.user + ":" + *secret));
  if (how.kind == Kind::header) request.set_header(how.name, *secret);
  return true;
}

bool never_left(httplib::Error error) {
  switch (error) {
    case httplib::Error::Connection:
    case httplib::Error::ConnectionTimeout:
    case httplib::Error::BindIPAddress:
    case httplib::Error::SSLConnection:
    case httplib::Error::SSLLoadingCerts:
    case httplib::Error::SSLServerVerification: return true;
    default: return false;
  }
}

}  // namespace

Perform over_the_network(std::string data_folder) {
  return [data_folder = std::move(data_folder)](const delivery::Request& wanted, std::int64_t timeout_seconds) {
    Performed performed;
    const auto address = split(wanted.url);
    httplib::Client client{address.origin};
    if (!client.is_valid()) return performed;
    client.set_follow_location(false);
    client.set_keep_alive(false);
    client.set_connection_timeout(std::min<time_t>(timeout_seconds, 10));
    client.set_read_timeout(timeout_seconds);
    client.set_write_timeout(timeout_seconds);

    httplib::Request request;
    request.method = wanted.method;
    request.path = address.path;
    request.body = wanted.body;
    for (const auto& [name, value] : wanted.headers) request.set_header(name, value);
    if (!authenticate(request, wanted.authentication, data_folder)) return performed;
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{timeout_seconds};
    request.content_receiver = [&](const char* bytes, std::size_t count, std::uint64_t, std::uint64_t) {
      performed.body.append(bytes, count);
      return performed.body.size() <= (1u << 20) && std::chrono::steady_clock::now() < deadline;
    };
    const auto result = client.send(request);
    if (!result) {
      performed.how = never_left(result.error()) ? Performed::How::unreached : Performed::How::lost;
      performed.body.clear();
      return performed;
    }
    performed.how = Performed::How::answered;
    performed.status = result->status;
    for (const auto& [name, value] : result->headers) performed.headers.emplace_back(name, value);
    return performed;
  };
}

}  // namespace polku::server
