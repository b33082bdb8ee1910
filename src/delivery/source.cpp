// SPDX-License-Identifier: EUPL-1.2
#include "delivery/source.h"

#include <algorithm>
#include <array>
#include <set>

#include "delivery/description.h"
#include "delivery/template.h"
#include "json/reader.h"

namespace polku::delivery {
namespace {

using json::Cursor;
using json::Type;
using json::Value;
using problem::Code;

constexpr std::size_t most_offers = 100;
constexpr std::size_t longest_offer = 300;  // bytes

Source::Member read_member(const std::string& name, const Cursor& place) {
  if (!place.is(Type::object)) return {.name = name, .pointer = read_pointer(place)};
  place.only({"list", "value", "label"});
  Source::Member member{.name = name, .pointer = read_pointer(place.member("list")), .is_list = true};
  member.value = read_pointer(place.member("value"));
  const Cursor label = place.optional("label");
  member.label = label.exists() ? read_pointer(label) : member.value;
  return member;
}

// Names and secrets go there: over TLS, or not off this machine.
std::string read_safe_address(const Cursor& place) {
  auto address = read_address(place, Via::server, Names::any);
  const std::string_view rest = address;
  if (rest.empty() || rest.starts_with("https://")) return address;
  constexpr std::array<std::string_view, 3> own = {"http://localhost", "http://127.0.0.1", "http://[::1]"};
  const bool is_own = std::any_of(own.begin(), own.end(), [&](std::string_view start) {
    const auto after = rest.substr(std::min(start.size(), rest.size()), 1);
    return rest.starts_with(start) && (after.empty() || after == ":" || after == "/") && rest.find('@') == std::string_view::npos;
  });
  if (!is_own) place.report(Code::bad_address, {{"found", address}});
  return address;
}

void read_sign_in(const Cursor& cursor, Source& source) {
  cursor.only({"issuer", "authorization", "token", "client", "secret", "scope"});
  Source::SignIn read;
  // It is compared, never asked.
  read.issuer = cursor.member("issuer").text().value_or("");
  read.authorization = read_safe_address(cursor.member("authorization"));
  read.token = read_safe_address(cursor.member("token"));
  read.client = cursor.member("client").text().value_or("");
  read.scope = cursor.optional("scope").text_or("openid");
  source.authentication = {
      .kind = Connector::Authentication::Kind::basic, .name = {}, .user = read.client, .secret = cursor.member("secret").text().value_or("")};
  source.sign_in = std::move(read);
}

Source read_source(const Cursor& cursor) {
  Source read;
  read.id = cursor.member("id").text().value_or("");
  if (const Cursor sign_in = cursor.optional("signIn"); sign_in.exists()) {
    cursor.only({"id", "signIn", "result", "timeout"});
    read_sign_in(sign_in, read);
  } else if (const Cursor invitation = cursor.optional("invitation"); invitation.exists()) {
    cursor.only({"id", "invitation", "result"});
    read.invitation = invitation.text().value_or("");
  } else {
    cursor.only({"id", "url", "headers", "authentication", "result", "timeout"});
    read.url = read_address(cursor.member("url"), Via::server, Names::any);
    read.headers = read_headers(cursor.optional("headers"));
    read.authentication = read_authentication(cursor.optional("authentication"));
  }
  for (const auto& [name, place] : cursor.member("result").members()) read.result.push_back(read_member(name, place));
  if (const auto timeout = cursor.optional("timeout"); timeout.exists()) read.timeout_seconds = timeout.integer(1, 30).value_or(5);
  return read;
}

bool is_plain(const Value& value) { return value.is(Type::string) || value.is(Type::number) || value.is(Type::boolean); }

// A string, or a number as one; empty: neither, or too long to be chosen by.
std::string words_at(const Value& item, const std::string& pointer) {
  const auto* found = json::find_by_pointer(item, pointer);
  if (!found) return {};
  auto words = found->is(Type::string) ? found->string() : found->is(Type::number) ? found->number().to_string() : std::string{};
  return words.size() > longest_offer ? std::string{} : words;
}

Value read_offers(const Value& list, const Source::Member& member) {
  auto offers = Value::array();
  std::set<std::string> seen;
  if (!list.is(Type::array)) return offers;
  for (const auto& item : list.items()) {
    auto value = words_at(item, member.value), label = words_at(item, member.label);
    if (value.empty() || label.empty() || !seen.insert(value).second) continue;
    offers.push(Value::object().with("value", Value{std::move(value)}).with("label", Value{std::move(label)}));
    if (offers.items().size() == most_offers) break;
  }
  return offers;
}

}  // namespace

std::vector<Source> read_sources(const Value& list, problem::Problems& problems, std::string pointer, std::string document) {
  problem::Problems found;
  const Cursor root{list, found, std::move(document)};
  std::vector<Source> sources;
  std::set<std::string> ids;
  for (const auto& item : root.items()) {
    auto source = read_source(item);
    if (!source.id.empty() && !ids.insert(source.id).second) item.report(Code::repeated_id, {{"id", source.id}});
    sources.push_back(std::move(source));
  }
  for (auto& one : found) {
    one.pointer = pointer + one.pointer;
    problems.push_back(std::move(one));
  }
  return sources;
}

std::optional<Request> make_look_up(const Source& source, const Asked& asked) {
  if (source.knows_person()) return std::nullopt;
  const auto names = unknown_names(source.url);
  const std::set<std::string> wanted(names.begin(), names.end());
  const bool fits = wanted.size() == asked.size() && std::all_of(asked.begin(), asked.end(), [&](const auto& one) { return wanted.contains(one.first); });
  if (!fits) return std::nullopt;
  Scope scope;
  scope.facts.assign(asked.begin(), asked.end());
  return Request{.method = "GET", .url = fill_address(source.url, scope), .body = {}, .headers = source.headers, .authentication = source.authentication};
}

std::optional<Value> read_result(const Source& source, const std::string& body) {
  const auto reading = json::read(body);
  if (!reading.value) return std::nullopt;
  auto result = Value::object();
  for (const auto& member : source.result) {
    const auto* found = json::find_by_pointer(*reading.value, member.pointer);
    if (!found) continue;
    if (!member.is_list) {
      if (is_plain(*found)) result.add(member.name, *found);
    } else if (auto offers = read_offers(*found, member); !offers.items().empty()) {
      result.add(member.name, std::move(offers));
    }
  }
  if (result.members().empty()) return std::nullopt;
  return result;
}

}  // namespace polku::delivery
