// SPDX-License-Identifier: EUPL-1.2
// The record on the device: one a service, holding the draft, or the outbox with the draft, or the receipt.
#include "session/record.h"

#include "calendar/date.h"

namespace polku::session {

using json::Value;

std::string record_name(const World& world) { return world.site->id + "/" + world.form->id; }

namespace {

Value number(std::int64_t whole) { return Value{whole}; }

void add_phase(Value& record, const Phase& phase) {
  if (const auto* sending = std::get_if<Sending>(&phase)) {
    record.add("outbox", Value::object().with("key", Value{sending->key}).with("body", Value{sending->body}).with("tries", number(sending->tries)));
  } else if (const auto* sent = std::get_if<Sent>(&phase)) {
    auto receipt = Value::object().with("reference", Value{sent->reference}).with("receivedAt", Value{sent->received_at});
    if (sent->decision_known) receipt.add("decisionBy", Value{calendar::to_string(sent->decision_by)});
    if (form::has_feature(form::Feature::payment) && !sent->payment.is_null()) receipt.add("payment", sent->payment);
    if (form::has_feature(form::Feature::invitations) && !sent->invitations.is_null()) receipt.add("invitations", sent->invitations);
    record.add("receipt", std::move(receipt));
  }
}

void add_facts(Value& record, const journey::Facts& known) {
  auto facts = Value::array();
  for (const auto& fact : known) {
    // Who somebody is, is not kept: whoever opens the draft has to prove it.
    if (form::has_feature(form::Feature::identity) && fact.request.members().empty()) continue;
    if (fact.state == journey::Fact::State::found || fact.state == journey::Fact::State::nothing) facts.push(to_json(fact));
  }
  if (!facts.items().empty()) record.add("facts", std::move(facts));
}

std::string text_at(const Value& object, std::string_view name) { return std::string{object.find_string(name).value_or("")}; }

}  // namespace

Value make_record(const World& world, const State& state) {
  const auto& form = *world.form;
  auto record = Value::object()
                    .with("draft", number(1))
                    .with("id", Value{state.draft_id})
                    .with("service", Value::object().with("id", Value{form.id}).with("version", Value{form.version}).with("hash", Value{form.hash}))
                    .with("language", Value{state.language})
                    .with("savedOn", Value{calendar::to_string(state.today)});
  add_phase(record, state.phase);
  if (std::holds_alternative<Sent>(state.phase)) return record;  // a receipt holds no answers (DECISIONS 18)
  record.add("address", Value{to_string(world, state.answers, state.address)});
  if (state.returning_to != form::none) record.add("returningTo", Value{to_string(world, state.answers, {.page = state.returning_to})});
  auto attempted = Value::array();
  for (const auto& address : state.attempted) attempted.push(Value{to_string(world, state.answers, address)});
  record.add("attempted", std::move(attempted));
  if (form::has_feature(form::Feature::look_ups)) add_facts(record, state.facts);
  const auto answers = journey::to_json(form, state.answers);
  for (const auto& member : answers.members()) record.add(member.name, member.value);
  return record;
}

std::optional<Record> read_record(const World& world, const Value& source, const calendar::Date& today) {
  const auto* version = source.find("draft");
  if (!version || !version->is(json::Type::number) || version->number().to_integer() != 1) return std::nullopt;
  Record record;
  record.id = text_at(source, "id");
  record.language = text_at(source, "language");
  record.saved_on = calendar::parse_date(text_at(source, "savedOn")).value_or(today);
  if (const auto* receipt = source.find("receipt")) {
    Sent sent{.reference = text_at(*receipt, "reference"), .received_at = text_at(*receipt, "receivedAt")};
    if (const auto by = calendar::parse_date(text_at(*receipt, "decisionBy"))) {
      sent.decision_by = *by;
      sent.decision_known = true;
    }
    if (form::has_feature(form::Feature::payment)) {
      if (const auto* payment = receipt->find("payment")) sent.payment = *payment;
    }
    if (form::has_feature(form::Feature::invitations)) {
      if (const auto* invitations = receipt->find("invitations")) sent.invitations = *invitations;
    }
    record.phase = sent;
    return record;
  }
  if (const auto* outbox = source.find("outbox")) {
    const auto* tries = outbox->find("tries");
    const auto count = tries && tries->is(json::Type::number) ? tries->number().to_integer().value_or(0) : 0;
    record.phase = Sending{text_at(*outbox, "key"), text_at(*outbox, "body"), static_cast<int>(count), Sending::Stage::waiting};
  }
  record.answers = journey::from_json(*world.form, source, world, today, record.problems);
  if (form::has_feature(form::Feature::look_ups)) record.facts = journey::facts_from_json(source.find("facts"));
  record.address = parse_address(world, record.answers, text_at(source, "address"));
  if (const auto* attempted = source.find("attempted"); attempted && attempted->is(json::Type::array)) {
    for (const auto& entry : attempted->items()) {
      if (!entry.is(json::Type::string)) continue;
      if (const auto address = parse_address(world, record.answers, entry.string())) record.attempted.insert(*address);
    }
  }
  if (const auto returning = parse_address(world, record.answers, text_at(source, "returningTo"))) record.returning_to = returning->page;
  return record;
}

}  // namespace polku::session
