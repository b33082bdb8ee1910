// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/device.h"

#include "json/reader.h"
#include "json/writer.h"
#include "session/format.h"
#include "session/verify.h"

namespace polku::rehearsal {

using json::Value;

session::Outcome Device::keep(const session::Keep& keep) {
  if (storage_ == Storage::full) return session::NotKept{session::NotKept::Reason::full};
  if (storage_ == Storage::broken) return session::NotKept{session::NotKept::Reason::unavailable};
  auto& record = records_[keep.name];
  if (record.revision != keep.expected_revision) return session::NotKept{session::NotKept::Reason::newer_exists};
  record = {keep.revision, keep.body};
  return session::KeptIt{};
}

session::Outcome Device::recall(const session::Recall& recall) const {
  const auto found = records_.find(recall.name);
  if (found == records_.end()) return session::Recalled{};
  return session::Recalled{found->second.body, found->second.revision};
}

session::Fetched Device::answer(const session::Fetch& fetch) {
  std::string key;
  for (const auto& [name, value] : fetch.headers) {
    if (name == "Idempotency-Key") key = value;
  }
  if (const auto known = receipts_.find(key); known != receipts_.end()) return {200, known->second, {}};
  const auto reading = json::read(fetch.body);
  session::Verified verified;
  if (reading.value) {
    verified = session::verify(world_, *reading.value, today_);
  } else {
    verified.problems = reading.problems;
  }
  const auto& problems = verified.problems;
  if (!problems.empty()) {
    for (const auto& problem : problems) refused_codes_.insert(std::string{problem::name_of(problem.code)});
    return {422,
            json::write(Value::object()
                            .with("code", Value{problem::name_of(problems.front().code)})
                            .with("status", Value{std::int64_t{422}})
                            .with("problems", session::to_json(problems))),
            {{"content-type", "application/problem+json"}}};
  }
  stored_.push_back(fetch.body);
  const auto reference = "KOI-0000-000" + std::to_string(stored_.size());
  auto receipt = Value::object()
                     .with("receipt", Value{std::int64_t{1}})
                     .with("reference", Value{reference})
                     .with("receivedAt", Value{calendar::to_string(today_) + "T09:00:00Z"});
  const auto paid = world_.form->payment;
  if (const auto* amount = paid == form::none ? nullptr : verified.journey.value({paid, 0})) {
    receipt.add("payment", Value::object().with("amount", *amount).with("address", Value{"/payments/" + reference}));
  }
  auto invitations = Value::array();
  for (const auto number : verified.journey.recipients) {
    const auto& recipient = world_.form->recipients[number];
    if (recipient.invited_to.empty()) continue;
    const auto address = "/invitations/" + reference + "/" + recipient.id;
    invitations.push(Value::object().with("recipient", Value{recipient.id}).with("address", Value{address}));
  }
  if (!invitations.items().empty()) receipt.add("invitations", std::move(invitations));
  receipts_[key] = json::write(receipt);
  return {201, receipts_[key], {{"content-type", "application/json"}}};
}

// A problem another host told of has been met as well.
void Device::note_code(const std::string& body) {
  const auto reading = json::read(body);
  if (!reading.value) return;
  const auto code = problem::code_named(reading.value->find_string("code").value_or(""));
  if (code) refused_codes_.insert(std::string{problem::name_of(*code)});
}

session::Outcome Device::fetch(const session::Fetch& fetch) {
  switch (network_) {
    case Network::offline: return session::Unreached{session::Unreached::Reason::offline};
    case Network::scripted: note_code(scripted_.body); return scripted_;
    case Network::lose_reply:
      if (fetch.url.find("/look-ups/") == std::string::npos) answer(fetch);
      return session::Unreached{session::Unreached::Reason::timeout};
    case Network::accept: break;
  }
  // Every source knows of everybody that they are called Aino, and whom they may choose.
  constexpr const char* known =
      R"({"result": {"name": "Aino", "people": [{"value": "1", "label": "Aino"}, {"value": "b", "label": "Bo & co"}]}, "proof": "p"})";
  if (fetch.url.find("/look-ups/") != std::string::npos) return session::Fetched{200, known, {}};
  return answer(fetch);
}

}  // namespace polku::rehearsal
