// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "calendar/date.h"
#include "delivery/connector.h"
#include "delivery/outbox.h"
#include "json/reader.h"
#include "text/utf8.h"

namespace polku::delivery {
namespace {

using json::Type;
using json::Value;
using problem::Code;

constexpr std::int64_t longest_wish = 3600;
constexpr std::size_t longest_reply = 1u << 20;

std::string header(const Headers& headers, std::string_view name) {
  for (const auto& [found, value] : headers) {
    if (text::to_lower_ascii(found) == name) return value;
  }
  return {};
}

std::optional<std::int64_t> digits(std::string_view words) {
  if (words.empty() || words.size() > 9) return std::nullopt;
  std::int64_t number = 0;
  for (const char letter : words) {
    if (letter < '0' || letter > '9') return std::nullopt;
    number = number * 10 + (letter - '0');
  }
  return number;
}

// IMF-fixdate of RFC 9110, section 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT", as seconds.
std::optional<std::int64_t> instant(std::string_view words) {
  if (words.size() != 29 || words.substr(25) != " GMT") return std::nullopt;
  constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto month = std::find(months.begin(), months.end(), words.substr(8, 3));
  const auto day = digits(words.substr(5, 2)), year = digits(words.substr(12, 4));
  const auto hour = digits(words.substr(17, 2)), minute = digits(words.substr(20, 2)), second = digits(words.substr(23, 2));
  if (month == months.end() || !day || !year || !hour || !minute || !second) return std::nullopt;
  const auto date = calendar::make_date(*year, (month - months.begin()) + 1, *day);
  if (!date) return std::nullopt;
  return ((calendar::days_since_epoch(*date) * 24 + *hour) * 60 + *minute) * 60 + *second;
}

// Seconds, or a date: that one only beside the reply's own Date, because nobody here has a clock.
std::optional<std::int64_t> wished(const Headers& headers) {
  const auto words = header(headers, "retry-after");
  if (const auto seconds = digits(words)) return std::min(*seconds, longest_wish);
  const auto then = instant(words), now = instant(header(headers, "date"));
  if (!then || !now) return std::nullopt;
  return std::clamp<std::int64_t>(*then - *now, 0, longest_wish);
}

std::optional<Value> read_body(const std::string& body) { return json::read(body, {.bytes = longest_reply}).value; }

std::string words_at(const Value& body, const std::string& pointer) {
  if (pointer.empty()) return {};
  const Value* found = json::find_by_pointer(body, pointer);
  if (!found) return {};
  if (found->is(Type::string)) return found->string();
  if (found->is(Type::number)) return found->number().to_string();
  return {};
}

// A problem another Polku reported. Only codes, arguments and pointers are taken over, never sentences.
std::optional<problem::Problem> read_problem(const Value& source) {
  const auto name = source.find_string("code");
  const auto code = name ? problem::code_named(*name) : std::nullopt;
  if (!code) return std::nullopt;
  problem::Problem read{.code = *code};
  if (const auto pointer = source.find_string("pointer")) read.pointer = *pointer;
  if (const auto rule = source.find_string("rule")) read.rule = *rule;
  if (const auto* arguments = source.find("arguments"); arguments && arguments->is(Type::object)) {
    for (const auto& member : arguments->members()) {
      if (member.value.is(Type::string)) read.arguments.push_back({member.name, member.value.string()});
      if (member.value.is(Type::number)) read.arguments.push_back({member.name, member.value.number()});
    }
  }
  return read;
}

Refusal read_refusal(int status, const std::string& body) {
  Refusal refusal{.status = status, .problems = {}};
  if (const auto read = read_body(body)) {
    if (const auto* list = read->find("problems"); list && list->is(Type::array)) {
      for (const auto& item : list->items()) {
        if (auto one = read_problem(item)) refusal.problems.push_back(std::move(*one));
      }
    }
    if (refusal.problems.empty()) {
      if (auto one = read_problem(*read)) refusal.problems.push_back(std::move(*one));
    }
  }
  if (refusal.problems.empty()) refusal.problems.push_back({.code = Code::refused_by_recipient, .arguments = {{"status", text::Decimal{status}}}});
  return refusal;
}

Reply read_receipt(const Connector& connector, const Headers& headers, const std::string& body) {
  Receipt receipt;
  const auto read = read_body(body);
  if (read) {
    receipt.reference = words_at(*read, connector.reference_pointer);
    receipt.status = words_at(*read, connector.status_pointer);
    receipt.received_at = words_at(*read, "/receivedAt");
    if (const auto* payment = read->find("payment")) receipt.payment = *payment;
    if (const auto* invitations = read->find("invitations")) receipt.invitations = *invitations;
  }
  if (receipt.status.empty()) receipt.status = header(headers, "location");
  // A proxy's or a café's own page also says 200: without the reference that was promised nothing is known.
  if (!connector.reference_pointer.empty() && receipt.reference.empty()) return Unknown{};
  return receipt;
}

}  // namespace

Reply read_reply(const Connector& connector, int status, const Headers& headers, const std::string& body) {
  if (status >= 200 && status < 300) return read_receipt(connector, headers, body);
  switch (status) {
    case 425:
    case 429:
    case 503: return TryLater{wished(headers)};
    case 408:
    case 502:
    case 504:
      // Somebody on the way gave up; the recipient may have it.
      if (connector.deduplicates != Deduplicates::by_key) return Unknown{};
      return TryLater{wished(headers)};
    default: break;
  }
  if (status >= 400 && status < 500) return read_refusal(status, body);
  return Unknown{};
}

LookupReply read_lookup(const Connector& connector, int status, const Headers& headers, const std::string& body) {
  if (status == 404 || status == 410) return NotThere{};
  if (status >= 200 && status < 300) {
    auto reply = read_receipt(connector, headers, body);
    if (auto* receipt = std::get_if<Receipt>(&reply)) return std::move(*receipt);
  }
  return TryLater{wished(headers)};
}

}  // namespace polku::delivery
