// SPDX-License-Identifier: EUPL-1.2
#include "host/server/id_token.h"

#include <algorithm>

#include "host/server/base64.h"
#include "host/server/secrets.h"
#include "json/reader.h"

namespace polku::server {
namespace {

using json::Type;
using json::Value;

// Of several it has to say which one it was made for (3.1.3.7, items 3 to 5).
bool is_for(const Value& claims, const std::string& client) {
  const auto* audience = claims.find("aud");
  if (!audience) return false;
  const auto party = claims.find_string("azp");
  if (party && *party != client) return false;
  if (audience->is(Type::string)) return audience->string() == client;
  if (!audience->is(Type::array)) return false;
  const auto& all = audience->items();
  const bool is_named = std::any_of(all.begin(), all.end(), [&](const Value& one) { return one.is(Type::string) && one.string() == client; });
  return is_named && (all.size() == 1 || party);
}

}  // namespace

std::optional<std::string> read_id_token(std::string_view token, const delivery::Source::SignIn& wanted, std::string_view nonce, std::int64_t now) {
  // Its signature is not checked: the token came over TLS from the token endpoint itself, which may stand in its place (3.1.3.7, item 6). That endpoint's
  // address is https, or of this machine: room delivery refuses any other.
  const auto first = token.find('.'), second = first == std::string_view::npos ? first : token.find('.', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  auto words = from_base64_url(token.substr(first + 1, second - first - 1));
  const auto reading = words ? json::read(*words) : json::Reading{};
  if (!reading.value || !reading.value->is(Type::object)) return std::nullopt;
  const Value& claims = *reading.value;
  const auto* until = claims.find("exp");
  if (claims.find_string("iss") != wanted.issuer || !is_for(claims, wanted.client)) return std::nullopt;
  if (!until || !until->is(Type::number) || !(text::Decimal{now} < until->number())) return std::nullopt;
  if (!equal_in_constant_time(claims.find_string("nonce").value_or(""), nonce)) return std::nullopt;
  return words;
}

}  // namespace polku::server
