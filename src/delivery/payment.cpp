// SPDX-License-Identifier: EUPL-1.2
#include "delivery/payment.h"

#include <algorithm>

#include "delivery/description.h"
#include "delivery/template.h"
#include "json/reader.h"
#include "json/writer.h"

namespace polku::delivery {
namespace {

using json::Cursor;
using json::Type;
using json::Value;
using problem::Code;

constexpr std::size_t longest_id = 200, longest_address = 2000;

std::vector<std::string> read_states(const Cursor& cursor) {
  std::vector<std::string> states;
  for (const auto& item : cursor.items()) states.push_back(item.text().value_or(""));
  return states;
}

// The address it is asked at must say which payment is meant.
void check_names(const Cursor& cursor, const std::string& address) {
  const auto names = unknown_names(address);
  for (const auto& name : names) {
    if (name != "id") cursor.report(Code::unknown_member, {{"name", name}, {"suggestion", std::string{"id"}}});
  }
  if (std::find(names.begin(), names.end(), "id") == names.end()) cursor.report(Code::missing_member, {{"name", std::string{"{id}"}}});
}

PaymentProvider read_provider(const Cursor& root) {
  PaymentProvider read;
  root.only({"create", "status", "authentication", "keyHeader", "timeout"});
  const auto create = root.member("create");
  create.only({"url", "headers", "body", "result"});
  read.create.url = read_address(create.member("url"), Via::server);
  read.create.headers = read_headers(create.optional("headers"));
  const auto body = create.member("body");
  if (body.exists()) {
    check_body(body);
    read.create.body = body.value();
  }
  const auto result = create.member("result");
  result.only({"id", "address"});
  read.create.id_pointer = read_pointer(result.member("id"));
  read.create.address_pointer = read_pointer(result.member("address"));
  const auto status = root.member("status");
  status.only({"url", "headers", "state", "paid", "failed"});
  const auto url = status.member("url");
  read.status.url = read_address(url, Via::server, Names::any);
  if (url.exists()) check_names(url, read.status.url);
  read.status.headers = read_headers(status.optional("headers"));
  read.status.state_pointer = read_pointer(status.member("state"));
  read.status.paid = read_states(status.member("paid"));
  read.status.failed = read_states(status.member("failed"));
  read.authentication = read_authentication(root.optional("authentication"));
  const auto key_header = root.optional("keyHeader");
  read.key_header = key_header.text_or("");
  if (key_header.exists() && !is_header(read.key_header, "")) key_header.report(Code::bad_header, {{"name", read.key_header}});
  if (const auto timeout = root.optional("timeout"); timeout.exists()) read.timeout_seconds = timeout.integer(1, 60).value_or(20);
  return read;
}

// Money always has its currency's digits (DECISIONS, table of values): "120.00" is 12000 of the smallest unit.
std::string in_smallest_unit(std::string amount) {
  amount.erase(std::remove(amount.begin(), amount.end(), '.'), amount.end());
  return amount.substr(std::min(amount.find_first_not_of('0'), amount.size() - 1));
}

std::string text_at(const Value& body, const std::string& pointer) {
  const auto* found = json::find_by_pointer(body, pointer);
  if (!found) return {};
  return found->is(Type::string) ? found->string() : found->is(Type::number) ? found->number().to_string() : std::string{};
}

// "http://127.0.0.1:8099/…", and not "http://127.0.0.1:8099@elsewhere.example/".
bool is_this_machine(std::string_view address) {
  for (const std::string_view start : {"http://127.0.0.1:", "http://localhost:"}) {
    if (!address.starts_with(start)) continue;
    const auto end = address.find_first_not_of("0123456789", start.size());
    return end != std::string_view::npos && address[end] == '/';
  }
  return false;
}

// Somebody is led there: only where nobody on the way can read or change it, or to this machine.
bool can_be_left_for(const std::string& address) {
  const bool is_clean =
      std::all_of(address.begin(), address.end(), [](char letter) { return letter > 0x20 && letter != 0x7f && letter != '"' && letter != '<'; });
  return is_clean && address.size() <= longest_address && (address.starts_with("https://") || is_this_machine(address));
}

bool is_among(const std::vector<std::string>& states, const std::string& state) { return std::find(states.begin(), states.end(), state) != states.end(); }

}  // namespace

std::optional<PaymentProvider> read_payment_provider(const Value& description, problem::Problems& problems, std::string pointer, std::string document) {
  if (description.is_null()) return std::nullopt;
  problem::Problems found;
  auto provider = read_provider(Cursor{description, found, std::move(document)});
  const bool good = found.empty();
  for (auto& one : found) {
    one.pointer = pointer + one.pointer;
    problems.push_back(std::move(one));
  }
  if (!good) return std::nullopt;
  return provider;
}

Request make_payment(const PaymentProvider& provider, const Asking& asking, problem::Problems& problems) {
  const auto named = Value::object()
                         .with("amount", Value{asking.amount})
                         .with("cents", Value{in_smallest_unit(asking.amount)})
                         .with("currency", Value{asking.currency})
                         .with("reference", Value{asking.reference})
                         .with("service", Value{asking.service})
                         .with("language", Value{asking.language})
                         .with("return", Value{asking.return_address})
                         .with("notify", Value{asking.notify_address})
                         .with("key", Value{asking.key});
  Scope scope;
  scope.objects.push_back(&named);
  if (asking.answers) scope.objects.push_back(asking.answers);
  Request request{.method = "POST", .url = provider.create.url, .body = {}, .headers = provider.create.headers, .authentication = provider.authentication};
  if (const auto body = make_body(provider.create.body, scope, {}, problems)) request.body = json::write(*body);
  request.headers.emplace_back("Content-Type", "application/json");
  if (!provider.key_header.empty()) request.headers.emplace_back(provider.key_header, asking.key);
  return request;
}

std::optional<Begun> read_begun(const PaymentProvider& provider, int status, const std::string& body) {
  if (status < 200 || status >= 300) return std::nullopt;
  const auto read = json::read(body).value;
  if (!read) return std::nullopt;
  Begun begun{text_at(*read, provider.create.id_pointer), text_at(*read, provider.create.address_pointer)};
  if (begun.id.empty() || begun.id.size() > longest_id || !can_be_left_for(begun.address)) return std::nullopt;
  return begun;
}

Request make_inquiry(const PaymentProvider& provider, const std::string& id) {
  Scope scope;
  scope.facts.emplace_back("id", id);
  return {.method = "GET",
          .url = fill_address(provider.status.url, scope),
          .body = {},
          .headers = provider.status.headers,
          .authentication = provider.authentication};
}

Standing read_standing(const PaymentProvider& provider, int status, const std::string& body) {
  if (status < 200 || status >= 300) return Standing::unknown;
  const auto read = json::read(body).value;
  if (!read) return Standing::unknown;
  const auto state = text_at(*read, provider.status.state_pointer);
  if (state.empty()) return Standing::unknown;
  if (is_among(provider.status.paid, state)) return Standing::paid;
  return is_among(provider.status.failed, state) ? Standing::failed : Standing::pending;
}

}  // namespace polku::delivery
