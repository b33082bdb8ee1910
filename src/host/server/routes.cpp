// SPDX-License-Identifier: EUPL-1.2
#include "host/server/routes.h"

#include <algorithm>

#include "host/server/body.h"
#include "host/server/log.h"
#include "text/utf8.h"

namespace polku::server {
namespace {

using httplib::Request;
using httplib::Response;
using problem::Code;
using HandlerResponse = httplib::Server::HandlerResponse;

constexpr const char* submissions_path = "/api/submissions";
constexpr std::string_view look_ups_path = "/api/look-ups/";
constexpr std::size_t form_bytes = 4096;

bool is_officials(const std::string& path) { return path == "/officials" || path.rfind("/officials/", 0) == 0; }

void put(Response& response, Reply reply) {
  response.status = reply.status;
  bool has_policy = false;
  for (const auto& [name, value] : reply.headers) {
    response.set_header(name.c_str(), value);
    has_policy = has_policy || name == "Content-Security-Policy";
  }
  if (!has_policy) response.set_header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  if (!reply.type.empty()) response.set_content(std::move(reply.body), reply.type.c_str());
}

Reply not_allowed(const std::string& allowed) {
  auto reply = problem_reply(405, {{.code = Code::method_not_allowed, .arguments = {{"allowed", allowed}}}});
  reply.headers.emplace_back("Allow", allowed);
  return reply;
}

std::vector<std::string> all_headers(const Request& request, const char* name) {
  std::vector<std::string> values;
  // Not by get_header_value: from 0.17 on its arguments stand in another order.
  const auto [first, last] = request.headers.equal_range(name);
  for (auto header = first; header != last; ++header) values.push_back(header->second);
  return values;
}

// Another site that embeds the service posts from there: named origins only.
void allow_origin(const Parts& parts, const Request& request, Reply& reply) {
  const auto origin = request.get_header_value("Origin");
  if (std::find(parts.origins.begin(), parts.origins.end(), origin) == parts.origins.end()) return;
  reply.headers.emplace_back("Access-Control-Allow-Origin", origin);
  reply.headers.emplace_back("Vary", "Origin");
}

Reply preflight(const Parts& parts, const Request& request) {
  Reply reply{.status = 204, .type = {}, .body = {}, .headers = {{"Allow", "POST, OPTIONS"}}};
  allow_origin(parts, request, reply);
  reply.headers.emplace_back("Access-Control-Allow-Methods", "POST");
  reply.headers.emplace_back("Access-Control-Allow-Headers", "Content-Type, Idempotency-Key");
  reply.headers.emplace_back("Access-Control-Max-Age", "600");
  return reply;
}

Reply take_in(Parts& parts, const Request& request, const httplib::ContentReader& reader) {
  Intake::Posted posted{request.get_header_value("Content-Type"), all_headers(request, "Idempotency-Key"), {}};
  auto refused = Intake::check_head(posted.content_type, posted.keys);
  if (refused) return *refused;
  auto body = read_body(request, reader, parts.limits.body_bytes);
  if (auto* reply = std::get_if<Reply>(&body)) return std::move(*reply);
  posted.body = std::move(std::get<std::string>(body));
  auto reply = parts.intake.receive(posted);
  if (reply.status == 201) parts.sign_in.end_after_submission(posted.body);
  return reply;
}

std::string host_of(const Request& request) { return request.get_header_value_count("Host") == 1 ? request.get_header_value("Host") : std::string{}; }
bool is_over_tls(const Request& request) { return request.get_header_value("X-Forwarded-Proto") == "https"; }

// What officials and those who sign in are known by.
template <class AnyRequest>
AnyRequest request_of(const Request& request) {
  AnyRequest made;
  made.method = request.method;
  made.path = request.path;
  for (const auto& [name, value] : request.params) made.query.emplace(name, value);
  made.host = host_of(request);
  made.origin = request.get_header_value("Origin");
  made.cookie = request.get_header_value("Cookie");
  made.over_tls = is_over_tls(request);
  return made;
}

OfficialsRequest officials_request(const Request& request) {
  auto made = request_of<OfficialsRequest>(request);
  made.accept_language = request.get_header_value("Accept-Language");
  return made;
}

Reply officials_post(Parts& parts, const Request& request, const httplib::ContentReader& reader) {
  auto made = officials_request(request);
  const auto type = text::to_lower_ascii(request.get_header_value("Content-Type"));
  if (type.rfind("application/x-www-form-urlencoded", 0) != 0 && type.rfind("text/plain", 0) != 0 && !type.empty()) {
    return problem_reply(415, {{.code = Code::media_type_unsupported, .arguments = {{"expected", std::string{"application/x-www-form-urlencoded"}}}}});
  }
  auto body = read_body(request, reader, form_bytes);
  if (auto* reply = std::get_if<Reply>(&body)) return std::move(*reply);
  made.form = read_form(std::get<std::string>(body));
  return parts.officials.handle(made);
}

SignInRequest sign_in_request(const Request& request) {
  auto made = request_of<SignInRequest>(request);
  made.referer = request.get_header_value("Referer");
  return made;
}

Reply look_up(Parts& parts, const Request& request, const httplib::ContentReader& reader) {
  if (text::to_lower_ascii(request.get_header_value("Content-Type")).rfind("application/json", 0) != 0) {
    return problem_reply(415, {{.code = Code::media_type_unsupported, .arguments = {{"expected", std::string{"application/json"}}}}});
  }
  auto body = read_body(request, reader, form_bytes);
  if (auto* reply = std::get_if<Reply>(&body)) return std::move(*reply);
  const auto source = request.path.substr(look_ups_path.size());
  return parts.look_ups.answer(source, std::get<std::string>(body), parts.sign_in.find_person(source, sign_in_request(request)));
}

bool is_page(const std::string& path) { return path.rfind("/payments/", 0) == 0 || path.rfind("/invitations/", 0) == 0; }

Reply answer_page(Parts& parts, const Request& request) {
  const PageRequest asked{.method = request.method,
                          .path = request.path,
                          .query_language = request.has_param("language") ? request.get_param_value("language") : std::string{},
                          .host = host_of(request),
                          .origin = request.get_header_value("Origin"),
                          .over_tls = is_over_tls(request)};
  return request.path.rfind("/payments/", 0) == 0 ? parts.payments.handle(asked) : parts.invitations.handle(asked);
}

// Nothing in it is read: who pays or answers presses one button, and what a provider says of a payment it is asked itself.
Reply post_page(Parts& parts, const Request& request, const httplib::ContentReader& reader) {
  auto body = read_body(request, reader, form_bytes);
  if (auto* reply = std::get_if<Reply>(&body)) return std::move(*reply);
  return answer_page(parts, request);
}

bool is_look_up(const Request& request) { return request.path.rfind(look_ups_path, 0) == 0; }

Reply answer_without_body(Parts& parts, const Request& request) {
  const bool reads = request.method == "GET" || request.method == "HEAD";
  if (request.path == "/health") {
    if (!reads) return not_allowed("GET, HEAD");
    if (!parts.storage.is_well()) return problem_reply(503, Code::storage_unavailable);
    return {.status = 200, .type = "application/json", .body = R"({"status":"ok"})", .headers = {{"Cache-Control", "no-store"}}};
  }
  if (request.path == submissions_path || is_look_up(request)) return request.method == "OPTIONS" ? preflight(parts, request) : not_allowed("POST, OPTIONS");
  if (is_page(request.path)) return answer_page(parts, request);
  if (request.path.rfind("/sign-in/", 0) == 0) return parts.sign_in.handle(sign_in_request(request));
  if (is_officials(request.path)) return parts.officials.handle(officials_request(request));
  if (request.path.rfind("/api/", 0) == 0) return problem_reply(404, Code::not_found);
  if (!reads) return not_allowed("GET, HEAD");
  return parts.files.serve({request.path, request.get_header_value("X-Polku-Accept-Encoding"), request.get_header_value("If-None-Match")});
}

bool reads_body(const Request& request) {
  if (request.method != "POST") return false;
  return request.path == submissions_path || is_look_up(request) || is_page(request.path) || request.path == "/officials/login" ||
         request.path == "/officials/logout";
}

}  // namespace

void add_routes(GuardedServer& server, Parts& parts) {
  server.set_default_headers({{"X-Content-Type-Options", "nosniff"},
                              {"Referrer-Policy", "same-origin"},
                              {"Cross-Origin-Opener-Policy", "same-origin"},
                              {"Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()"}});
  // Everything that has no body to read is answered before the library routes, so that it never reads a body nobody asked for into memory.
  server.set_pre_routing_handler([&parts](const Request& request, Response& response) {
    if (reads_body(request)) return HandlerResponse::Unhandled;
    put(response, answer_without_body(parts, request));
    return HandlerResponse::Handled;
  });
  server.Post(submissions_path, [&parts](const Request& request, Response& response, const httplib::ContentReader& reader) {
    auto reply = take_in(parts, request, reader);
    allow_origin(parts, request, reply);
    if (reply.status >= 400) log_line("submission-refused", {{"status", std::to_string(reply.status)}});
    put(response, std::move(reply));
  });
  server.Post("/api/look-ups/.*", [&parts](const Request& request, Response& response, const httplib::ContentReader& reader) {
    auto reply = look_up(parts, request, reader);
    allow_origin(parts, request, reply);
    put(response, std::move(reply));
  });
  for (const char* const paths : {"/payments/.*", "/invitations/.*"}) {
    server.Post(paths, [&parts](const Request& request, Response& response, const httplib::ContentReader& reader) {
      put(response, post_page(parts, request, reader));
    });
  }
  for (const char* const path : {"/officials/login", "/officials/logout"}) {
    server.Post(path, [&parts](const Request& request, Response& response, const httplib::ContentReader& reader) {
      put(response, officials_post(parts, request, reader));
    });
  }
  // An exception's own words never leave: they may hold answers, paths, SQL.
  server.set_exception_handler([](const Request&, Response& response, std::exception_ptr) {
    response.headers.clear();
    log_line("internal-fault");
    put(response, problem_reply(500, Code::internal_fault));
  });
  server.set_error_handler(httplib::Server::HandlerWithResponse{[](const Request&, Response& response) {
    if (!response.body.empty() || response.has_header("Content-Security-Policy")) return HandlerResponse::Unhandled;
    put(response, problem_reply(response.status, Code::request_malformed));
    return HandlerResponse::Handled;
  }});
}

}  // namespace polku::server
