// SPDX-License-Identifier: EUPL-1.2
#include "host/server/sign_in.h"

#include <algorithm>

#include "digest/digest.h"
#include "host/server/base64.h"
#include "host/server/id_token.h"
#include "host/server/log.h"
#include "host/server/officials.h"
#include "host/server/secrets.h"
#include "json/reader.h"
#include "json/writer.h"
#include "text/percent.h"
#include "text/utf8.h"

namespace polku::server {
namespace {

using json::Value;
using problem::Code;

constexpr std::string_view root = "/sign-in/";
constexpr std::int64_t person_seconds = 30 * 60;
constexpr std::int64_t flow_seconds = 10 * 60;
constexpr std::size_t longest_path = 1000;

std::string get(const std::map<std::string, std::string>& from, const std::string& name) {
  const auto found = from.find(name);
  return found == from.end() ? std::string{} : found->second;
}

std::string person_cookie(const std::string& source) { return "polku_person_" + source; }
std::string flow_cookie(const std::string& source) { return "polku_sign_in_" + source; }
std::string failed_cookie(const std::string& source) { return "polku_sign_in_failed_" + source; }

// Lax: one comes back from the provider's site with it, and no other site's form or script does.
std::pair<std::string, std::string> cookie(const std::string& name, const std::string& value, std::int64_t seconds, bool over_tls) {
  return {"Set-Cookie", name + "=" + value + "; Path=/; Max-Age=" + std::to_string(seconds) + "; HttpOnly; SameSite=Lax" + (over_tls ? "; Secure" : "")};
}

std::string origin_of(const SignInRequest& request) { return (request.over_tls ? "https://" : "http://") + request.host; }
bool is_own_origin(const SignInRequest& request) { return request.origin.empty() || request.origin == origin_of(request); }

// Three numbers that say nothing of each other or of what they are made from.
std::string made_of(const std::string& secret, std::string_view what) { return digest::sha256_hex(std::string{what} + " " + secret); }

std::string hashed(std::string_view words) {
  const auto hash = digest::sha256(words);
  return {hash.begin(), hash.end()};
}

// The page one comes from, when it is one of ours.
std::string path_of(const SignInRequest& request) {
  if (const auto wanted = get(request.query, "to"); !wanted.empty()) return safe_path(wanted);
  const auto own = origin_of(request);
  return request.referer.rfind(own + "/", 0) == 0 ? safe_path(request.referer.substr(own.size())) : "/";
}

}  // namespace

std::string safe_path(const std::string& wanted) {
  // Browsers read a backslash as a slash, and drop control characters: "/\host" and "/<tab>/host" are addresses of another host.
  const bool is_plain = std::all_of(wanted.begin(), wanted.end(), [](char letter) { return letter > 0x20 && letter < 0x7f && letter != '\\'; });
  const bool is_path = wanted.size() <= longest_path && wanted.rfind('/', 0) == 0 && wanted.rfind("//", 0) != 0;
  return is_plain && is_path ? wanted : "/";
}

SignIn::SignIn(std::vector<delivery::Source> sources, Storage& storage, Perform perform, Settings settings)
    : sources_(std::move(sources)), storage_(storage), perform_(std::move(perform)), settings_(std::move(settings)) {}

Reply SignIn::handle(const SignInRequest& request) {
  if (std::find(settings_.hosts.begin(), settings_.hosts.end(), text::to_lower_ascii(request.host)) == settings_.hosts.end()) {
    return problem_reply(421, Code::request_malformed);
  }
  const auto rest = std::string_view{request.path}.substr(root.size());
  const auto slash = std::min(rest.find('/'), rest.size());
  const auto source = std::find_if(sources_.begin(), sources_.end(), [&](const auto& one) { return one.sign_in && one.id == rest.substr(0, slash); });
  const auto step = rest.substr(slash);
  if (source == sources_.end()) return problem_reply(404, Code::not_found);
  if (step == "/out" && request.method == "POST") return end(*source, request);
  if (request.method != "GET" || (!step.empty() && step != "/return")) return problem_reply(404, Code::not_found);
  return step.empty() ? begin(*source, request) : finish(*source, request);
}

Reply SignIn::begin(const delivery::Source& source, const SignInRequest& request) const {
  const auto secret = random_hexadecimal(32);
  const auto challenge = to_base64_url(hashed(made_of(secret, "verifier")));
  auto address = source.sign_in->authorization + (source.sign_in->authorization.find('?') == std::string::npos ? "?" : "&") + "response_type=code";
  const std::pair<const char*, std::string> parameters[] = {
      {"client_id", source.sign_in->client}, {"redirect_uri", origin_of(request) + std::string{root} + source.id + "/return"},
      {"scope", source.sign_in->scope},      {"state", made_of(secret, "state")},
      {"nonce", made_of(secret, "nonce")},   {"code_challenge", challenge},
      {"code_challenge_method", "S256"}};
  for (const auto& [name, value] : parameters) address += std::string{"&"} + name + "=" + text::percent_encoded(value);
  auto reply = go_to(address);
  reply.headers.push_back(cookie(flow_cookie(source.id), secret + "." + to_base64_url(path_of(request)), flow_seconds, request.over_tls));
  return reply;
}

// std::nullopt, and why: nobody is known by it.
std::optional<Value> SignIn::claims_of(const delivery::Source& source, const SignInRequest& request, const std::string& secret, const char*& reason) const {
  reason = "state";
  if (secret.size() != 64 || !equal_in_constant_time(get(request.query, "state"), made_of(secret, "state"))) return std::nullopt;
  reason = "refused";
  const auto code = get(request.query, "code");
  if (code.empty()) return std::nullopt;
  delivery::Request asked{.method = "POST", .url = source.sign_in->token, .body = {}, .headers = {}, .authentication = source.authentication};
  asked.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
  asked.body = "grant_type=authorization_code&code=" + text::percent_encoded(code) +
               "&redirect_uri=" + text::percent_encoded(origin_of(request) + std::string{root} + source.id + "/return") +
               "&code_verifier=" + made_of(secret, "verifier");
  const auto performed = perform_(asked, source.timeout_seconds);
  reason = "token";
  if (performed.how != Performed::How::answered || performed.status != 200) return std::nullopt;
  const auto reply = json::read(performed.body);
  const auto token = reply.value ? reply.value->find_string("id_token") : std::nullopt;
  const auto claims = token ? read_id_token(*token, *source.sign_in, made_of(secret, "nonce"), settings_.now()) : std::nullopt;
  reason = "claims";
  return claims ? delivery::read_result(source, *claims) : std::nullopt;
}

bool SignIn::make_known(const std::string& source, const Value& result, std::int64_t seconds, bool over_tls, Reply& reply) {
  const auto name = random_hexadecimal(32);
  if (!storage_.keep_person({digest::sha256_hex(name), source, json::write(result), settings_.now() + seconds}, settings_.now())) return false;
  reply.headers.push_back(cookie(person_cookie(source), name, seconds, over_tls));
  return true;
}

Reply SignIn::finish(const delivery::Source& source, const SignInRequest& request) {
  const auto flow = cookie_named(request.cookie, flow_cookie(source.id));
  const auto dot = std::min(flow.find('.'), flow.size());
  auto reply = go_to(safe_path(from_base64_url(std::string_view{flow}.substr(std::min(dot + 1, flow.size()))).value_or("/")));
  reply.headers.push_back(cookie(flow_cookie(source.id), "", 0, request.over_tls));
  const char* reason = "";
  const auto claims = claims_of(source, request, flow.substr(0, dot), reason);
  if (claims && make_known(source.id, *claims, person_seconds, request.over_tls, reply)) {
    reply.headers.push_back(cookie(failed_cookie(source.id), "", 0, request.over_tls));
    return reply;
  }
  log_line("sign-in-failed", {{"source", source.id}, {"reason", claims ? "storage" : reason}});
  reply.headers.push_back(cookie(failed_cookie(source.id), "1", 60, request.over_tls));
  return reply;
}

Reply SignIn::end(const delivery::Source& source, const SignInRequest& request) {
  if (!is_own_origin(request)) return problem_reply(403, Code::unauthorised);
  storage_.forget_person(digest::sha256_hex(cookie_named(request.cookie, person_cookie(source.id))), settings_.now());
  return {.status = 204, .type = {}, .body = {}, .headers = {{"Cache-Control", "no-store"}, cookie(person_cookie(source.id), "", 0, request.over_tls)}};
}

void SignIn::end_after_submission(const std::string& submission) {
  if (std::none_of(sources_.begin(), sources_.end(), [](const auto& one) { return one.knows_person(); })) return;
  const auto reading = json::read(submission);
  const auto* facts = reading.value ? reading.value->find("facts") : nullptr;
  if (!facts) return;
  for (const auto& fact : facts->items()) {
    const auto* result = fact.find("result");
    const auto source =
        std::find_if(sources_.begin(), sources_.end(), [&](const auto& one) { return one.knows_person() && fact.find_string("source") == one.id; });
    if (result && source != sources_.end()) storage_.forget_persons_with(source->id, json::write(*result));
  }
}

Person SignIn::find_person(const std::string& source, const SignInRequest& request) {
  if (!is_own_origin(request)) return {};
  const auto name = cookie_named(request.cookie, person_cookie(source));
  const auto kept = name.size() == 64 ? storage_.find_person(digest::sha256_hex(name), source, settings_.now()) : std::nullopt;
  auto reading = kept ? json::read(*kept) : json::Reading{};
  if (reading.value) return {Person::Standing::known, std::move(*reading.value)};
  const bool failed = !cookie_named(request.cookie, failed_cookie(source)).empty();
  return {failed ? Person::Standing::failed : Person::Standing::nobody, {}};
}

}  // namespace polku::server
