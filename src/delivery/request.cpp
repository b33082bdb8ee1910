// SPDX-License-Identifier: EUPL-1.2
#include "delivery/connector.h"
#include "delivery/outbox.h"
#include "delivery/template.h"
#include "json/writer.h"

namespace polku::delivery {
namespace {

using json::Value;

std::string text_at(const Value& value, std::string_view pointer) {
  const Value* found = json::find_by_pointer(value, pointer);
  return found && found->is(json::Type::string) ? found->string() : std::string{};
}

Scope scope_of(const Delivered& delivered) {
  Scope scope;
  const Value& delivery = *delivered.delivery;
  scope.facts = {{"hash", text_at(delivery, "/submission")},
                 {"key", delivered.key},
                 {"service", delivered.service},
                 {"version", text_at(delivery, "/service/version")},
                 {"site", delivered.site},
                 {"recipient", text_at(delivery, "/recipient")},
                 {"on", text_at(delivery, "/on")},
                 {"language", text_at(delivery, "/language")}};
  for (const char* const part : {"answers", "computed"}) {
    if (const auto* object = delivery.find(part)) scope.objects.push_back(object);
  }
  return scope;
}

}  // namespace

Request make_request(const Connector& connector, const Delivered& delivered, problem::Problems& problems) {
  Request request;
  const auto scope = scope_of(delivered);
  request.method = connector.method;
  request.url = fill_address(connector.url, scope);
  request.headers = {{"Content-Type", "application/json"}};
  for (const auto& header : connector.headers) request.headers.push_back(header);
  if (!connector.key_header.empty()) request.headers.emplace_back(connector.key_header, delivered.key);
  request.authentication = connector.authentication;
  if (connector.body) {
    const auto made = make_body(*connector.body, scope, "/body", problems);
    request.body = json::write(made ? *made : Value{});
  } else {
    request.body = json::write(*delivered.delivery);
  }
  return request;
}

Request make_lookup(const Connector& connector, const Delivered& delivered) {
  Request request;
  request.method = "GET";
  request.url = fill_address(connector.lookup_url, scope_of(delivered));
  request.headers = connector.headers;
  request.authentication = connector.authentication;
  return request;
}

}  // namespace polku::delivery
