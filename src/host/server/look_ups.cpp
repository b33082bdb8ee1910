// SPDX-License-Identifier: EUPL-1.2
#include "host/server/look_ups.h"

#include <algorithm>

#include "digest/digest.h"
#include "host/server/log.h"
#include "host/server/secrets.h"
#include "json/reader.h"
#include "json/writer.h"

namespace polku::server {
namespace {

using json::Value;
using problem::Code;

// A slow source must not take all threads from those who submit.
constexpr int most_at_once = 8;
constexpr std::size_t longest_value = 200;

std::string as_bytes(const std::array<std::uint8_t, 32>& hash) { return {hash.begin(), hash.end()}; }

// HMAC (RFC 2104) with SHA-256; its key is shorter than a block.
std::string hmac_hex(const std::string& key, const std::string& words) {
  std::string inner(64, '\x36'), outer(64, '\x5c');
  for (std::size_t at = 0; at < key.size() && at < 64; ++at) {
    inner[at] = static_cast<char>(inner[at] ^ key[at]);
    outer[at] = static_cast<char>(outer[at] ^ key[at]);
  }
  return digest::sha256_hex(outer + as_bytes(digest::sha256(inner + words)));
}

class Turn {
 public:
  explicit Turn(std::atomic<int>& under_way) : under_way_(under_way), number_(++under_way) {}
  ~Turn() { --under_way_; }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  bool is_given() const { return number_ <= most_at_once; }

 private:
  std::atomic<int>& under_way_;
  int number_;
};

}  // namespace

LookUps::LookUps(std::vector<delivery::Source> sources, Perform perform, std::string key, std::function<calendar::Date()> today)
    : sources_(std::move(sources)), perform_(std::move(perform)), key_(std::move(key)), today_(std::move(today)) {}

std::string LookUps::proof_of(const Value& fact) const {
  auto proven = Value::array();
  for (const char* name : {"source", "request", "result", "at"}) {
    const auto* part = fact.find(name);
    proven.push(part ? *part : Value{});
  }
  return hmac_hex(key_, digest::canonical(proven));
}

Reply LookUps::answer_of(const std::string& source, const Value& request, const Value& result) const {
  const Value at{calendar::to_string(today_())};
  const auto fact = Value::object().with("source", Value{source}).with("request", request).with("result", result).with("at", at);
  const auto answer = Value::object().with("result", result).with("at", at).with("proof", Value{proof_of(fact)});
  return {.status = 200, .type = "application/json", .body = json::write(answer), .headers = {{"Cache-Control", "no-store"}}};
}

Reply LookUps::answer(const std::string& id, const std::string& body, const Person& person) {
  const auto source = std::find_if(sources_.begin(), sources_.end(), [&](const delivery::Source& one) { return one.id == id; });
  if (source == sources_.end()) return problem_reply(404, Code::not_found);
  const auto reading = json::read(body);
  if (!reading.value) return problem_reply(400, reading.problems);
  if (!reading.value->is(json::Type::object)) return problem_reply(400, Code::request_malformed);
  if (source->knows_person()) {
    if (!reading.value->members().empty()) return problem_reply(400, Code::request_malformed);
    if (person.standing == Person::Standing::known) return answer_of(id, *reading.value, person.result);
    return person.standing == Person::Standing::failed ? problem_reply(502, Code::network_unreachable) : problem_reply(401, Code::unauthorised);
  }
  delivery::Asked asked;
  for (const auto& [name, value] : reading.value->members()) asked[name] = value.is(json::Type::string) ? value.string() : std::string{};
  const bool too_long = std::any_of(asked.begin(), asked.end(), [](const auto& one) { return one.second.empty() || one.second.size() > longest_value; });
  const auto request = too_long ? std::nullopt : delivery::make_look_up(*source, asked);
  if (!request) return problem_reply(400, Code::request_malformed);
  const Turn turn{under_way_};
  if (!turn.is_given()) return problem_reply(503, Code::network_unreachable);
  const auto performed = perform_(*request, source->timeout_seconds);
  const bool answered = performed.how == Performed::How::answered;
  // What was asked, and what came, is about somebody: neither is logged.
  if (!answered || (performed.status != 200 && performed.status != 404)) {
    log_line("look-up-failed", {{"source", id}, {"status", answered ? std::to_string(performed.status) : "none"}});
    return problem_reply(502, Code::network_unreachable);
  }
  const auto result = performed.status == 200 ? delivery::read_result(*source, performed.body) : std::nullopt;
  if (!result) return problem_reply(404, Code::not_found);
  return answer_of(id, *reading.value, *result);
}

bool LookUps::gave(const Value& fact) const {
  const auto proof = fact.find_string("proof");
  return proof && equal_in_constant_time(*proof, proof_of(fact));
}

}  // namespace polku::server
