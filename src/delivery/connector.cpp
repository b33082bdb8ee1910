// SPDX-License-Identifier: EUPL-1.2
#include "delivery/connector.h"

#include <array>
#include <set>

#include "delivery/description.h"
#include "delivery/template.h"

namespace polku::delivery {
namespace {

using json::Cursor;
using problem::Code;
using problem::Severity;

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
  read.headers = read_headers(cursor.optional("headers"));
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
