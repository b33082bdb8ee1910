// SPDX-License-Identifier: EUPL-1.2
#include "delivery/connector.h"

#include <array>
#include <set>

#include "delivery/template.h"
#include "json/cursor.h"

namespace polku::delivery {
namespace {

using json::Cursor;
using problem::Code;
using problem::Severity;

bool starts_with(std::string_view words, std::string_view start) { return words.substr(0, start.size()) == start; }

bool is_address(std::string_view url, Via via) {
  for (const char letter : url) {
    if (static_cast<unsigned char>(letter) <= 0x20 || letter == 0x7f) return false;
  }
  if (starts_with(url, "https://")) return url.size() > 8 && url[8] != '/';
  if (starts_with(url, "http://")) return url.size() > 7 && url[7] != '/';
  return via == Via::browser && starts_with(url, "/") && !starts_with(url, "//");
}

// RFC 9110, sections 5.1 and 5.5: a token, and no control characters in the value (they would start a header of their own).
bool is_header(std::string_view name, std::string_view value) {
  if (name.empty()) return false;
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  for (const char letter : name) {
    const bool alphanumeric = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    if (!alphanumeric && marks.find(letter) == std::string_view::npos) return false;
  }
  for (const char letter : value) {
    const auto byte = static_cast<unsigned char>(letter);
    if ((byte < 0x20 && letter != '\t') || byte == 0x7f) return false;
  }
  return true;
}

std::string read_address(const Cursor& cursor, Via via) {
  auto address = cursor.text().value_or("");
  if (!cursor.exists() || address.empty()) return address;
  if (!is_address(address, via)) cursor.report(Code::bad_address, {{"found", address}});
  for (const auto& name : unknown_names(address)) cursor.report(Code::unknown_member, {{"name", name}, {"suggestion", ""}});
  return address;
}

std::string read_pointer(const Cursor& cursor) {
  auto pointer = cursor.text().value_or("");
  if (!pointer.empty() && pointer.front() != '/') cursor.report(Code::wrong_type, {{"expected", "JSON Pointer"}, {"found", pointer}});
  return pointer;
}

Connector::Authentication read_authentication(const Cursor& cursor) {
  Connector::Authentication read;
  if (!cursor.exists()) return read;
  constexpr std::array<std::string_view, 3> kinds = {"bearer", "basic", "header"};
  const auto kind = cursor.member("kind").choice(kinds);
  if (!kind) return read;
  read.kind = static_cast<Connector::Authentication::Kind>(*kind + 1);
  read.secret = cursor.member("secret").text().value_or("");
  switch (read.kind) {
    case Connector::Authentication::Kind::basic:
      read.user = cursor.member("user").text().value_or("");
      cursor.only({"kind", "secret", "user"});
      break;
    case Connector::Authentication::Kind::header: {
      const auto name = cursor.member("name");
      read.name = name.text().value_or("");
      if (name.exists() && !is_header(read.name, "")) name.report(Code::bad_header, {{"name", read.name}});
      cursor.only({"kind", "secret", "name"});
      break;
    }
    default: cursor.only({"kind", "secret"});
  }
  return read;
}

Connector read_connector(const Cursor& cursor) {
  Connector read;
  read.id = cursor.member("id").text().value_or("");
  read.recipient = cursor.member("recipient").text().value_or("");
  constexpr std::array<std::string_view, 2> ways = {"browser", "server"};
  read.via = cursor.member("via").choice(ways).value_or(1) == 0 ? Via::browser : Via::server;
  constexpr std::array<std::string_view, 3> methods = {"POST", "PUT", "PATCH"};
  if (const auto method = cursor.optional("method"); method.exists()) {
    read.method = methods[method.choice(methods).value_or(0)];
  } else {
    read.method = "POST";
  }
  read.url = read_address(cursor.member("url"), read.via);
  for (const auto& [name, value] : cursor.optional("headers").members()) {
    const auto words = value.text().value_or("");
    if (!is_header(name, words)) value.report(Code::bad_header, {{"name", name}});
    read.headers.emplace_back(name, words);
  }
  const auto authentication = cursor.optional("authentication");
  read.authentication = read_authentication(authentication);
  if (read.via == Via::browser) {
    if (authentication.exists()) authentication.report(Code::connector_secret_in_browser, {{"connector", read.id}});
    cursor.report(Code::connector_unverified, {{"connector", read.id}}, Severity::warning);
  }
  if (const auto body = cursor.optional("body"); body.exists()) {
    check_body(body);
    read.body = body.value();
  }
  constexpr std::array<std::string_view, 3> manners = {"key", "lookup", "none"};
  read.deduplicates = static_cast<Deduplicates>(cursor.member("deduplicates").choice(manners).value_or(2));
  const auto key_header = cursor.optional("keyHeader");
  read.key_header = key_header.text_or(read.deduplicates == Deduplicates::by_key ? "Idempotency-Key" : "");
  if (!read.key_header.empty() && !is_header(read.key_header, "")) key_header.report(Code::bad_header, {{"name", read.key_header}});
  const auto receipt = cursor.optional("receipt");
  if (receipt.exists()) {
    read.reference_pointer = read_pointer(receipt.optional("reference"));
    read.status_pointer = read_pointer(receipt.optional("status"));
    receipt.only({"reference", "status"});
  }
  const bool looks_up = read.deduplicates == Deduplicates::by_lookup;
  const auto lookup = looks_up ? cursor.member("lookup") : cursor.optional("lookup");
  read.lookup_url = read_address(lookup, read.via);
  if (const auto timeout = cursor.optional("timeout"); timeout.exists()) read.timeout_seconds = timeout.integer(1, 120).value_or(20);
  cursor.only({"id", "recipient", "via", "method", "url", "headers", "authentication", "body", "deduplicates", "keyHeader", "receipt", "lookup", "timeout"});
  return read;
}

}  // namespace

std::vector<Connector> read_connectors(const json::Value& list, problem::Problems& problems, std::string pointer, std::string document) {
  problem::Problems found;
  const Cursor root{list, found, std::move(document)};
  std::vector<Connector> connectors;
  std::set<std::string> ids;
  for (const auto& item : root.items()) {
    auto connector = read_connector(item);
    if (!connector.id.empty() && !ids.insert(connector.id).second) item.report(Code::repeated_id, {{"id", connector.id}});
    connectors.push_back(std::move(connector));
  }
  for (auto& one : found) {
    one.pointer = pointer + one.pointer;
    problems.push_back(std::move(one));
  }
  return connectors;
}

Connector intake(const std::string& url) {
  Connector made;
  made.id = "intake";
  made.method = "POST";
  made.url = url;
  made.via = Via::browser;
  made.deduplicates = Deduplicates::by_key;
  made.key_header = "Idempotency-Key";
  made.headers = {{"Accept", "application/json, application/problem+json"}};
  made.reference_pointer = "/reference";
  return made;
}

}  // namespace polku::delivery
