// SPDX-License-Identifier: EUPL-1.2
#include "host/server/intake.h"

#include <algorithm>
#include <utility>

#include "delivery/outbox.h"
#include "digest/digest.h"
#include "host/server/clock.h"
#include "host/server/invitations.h"
#include "host/server/log.h"
#include "host/server/payments.h"
#include "host/server/records.h"
#include "host/server/secrets.h"
#include "json/reader.h"
#include "json/writer.h"
#include "session/verify.h"
#include "text/utf8.h"

namespace polku::server {
namespace {

using json::Type;
using json::Value;
using problem::Code;

bool is_key(std::string_view words) {
  if (words.size() != 32) return false;
  for (const char letter : words) {
    if (!((letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f'))) return false;
  }
  return true;
}

bool is_json(const std::string& content_type) {
  const auto semicolon = std::min(content_type.find(';'), content_type.size());
  const auto essence = text::to_lower_ascii(text::trim(std::string_view{content_type}.substr(0, semicolon)));
  const auto parameter = text::to_lower_ascii(text::without_blanks(std::string_view{content_type}.substr(semicolon)));
  return essence == "application/json" && (parameter.empty() || parameter == ";charset=utf-8" || parameter == ";charset=\"utf-8\"");
}

std::vector<std::string> ids_of(const form::CompiledForm& form, const form::Recipient& recipient) {
  std::vector<std::string> ids;
  for (const auto index : recipient.entitled) ids.push_back(form.questions[index].id);
  return ids;
}

bool is_beside(const form::CompiledForm& form, const form::Recipient& recipient, std::string_view source) {
  for (const auto& question : form.questions) {
    if (question.look_up == form::none || form.look_ups[question.look_up].source != source) continue;
    const auto sees = [&](form::QuestionIndex entitled) { return form.is_inside(form.index_of(question.id), entitled); };
    if (std::any_of(recipient.entitled.begin(), recipient.entitled.end(), sees)) return true;
  }
  return false;
}

// What was looked up beside answers that this recipient sees, each with whether our server gave it: {"source", "request", "result"?, "at", "verified"}.
Value facts_for(const form::CompiledForm& form, const form::Recipient& recipient, const Value& submission, const Intake::IsOurs& is_ours) {
  auto facts = Value::array();
  const auto* given = submission.find("facts");
  if (!given) return facts;
  for (const auto& fact : given->items()) {
    if (!is_beside(form, recipient, fact.find_string("source").value_or(""))) continue;
    auto told = Value::object();
    for (const auto& [name, value] : fact.members()) {
      if (name != "proof") told.add(name, value);
    }
    told.add("verified", Value{is_ours && is_ours(fact)});
    facts.push(std::move(told));
  }
  return facts;
}

// What stands in for a person's own word has to be what this server, or one beside it, gave; nothing when it is.
std::optional<Value> find_unproven(const form::CompiledForm& form, const Value& submission, const Intake::IsOurs& is_ours) {
  const auto* facts = submission.find("facts");
  if (!facts) return std::nullopt;
  for (const auto& fact : facts->items()) {
    const bool proves = std::any_of(form.questions.begin(), form.questions.end(), [&](const form::Question& question) {
      return form::asks_what_is_proven(form, question) && form.look_ups[question.look_up].source == fact.find_string("source");
    });
    if (proves && fact.find("result") && !(is_ours && is_ours(fact))) return fact;
  }
  return std::nullopt;
}

bool only_consent_texts(const problem::Problems& problems) {
  for (const auto& one : problems) {
    if (one.code != Code::consent_text_differs) return false;
  }
  return !problems.empty();
}

std::string text_of(const Value& submission, std::string_view pointer) {
  const auto* found = json::find_by_pointer(submission, pointer);
  return found && found->is(Type::string) ? found->string() : std::string{};
}

}  // namespace

Intake::Intake(Storage& storage, Published& published, Clock clock, std::function<void()> on_kept, IsOurs is_ours)
    : storage_(storage), published_(published), clock_(std::move(clock)), on_kept_(std::move(on_kept)), is_ours_(std::move(is_ours)) {}

std::optional<Reply> Intake::check_head(const std::string& content_type, const std::vector<std::string>& keys) {
  if (!is_json(content_type)) return problem_reply(415, {{.code = Code::media_type_unsupported, .arguments = {{"expected", std::string{"application/json"}}}}});
  if (keys.empty()) return problem_reply(400, Code::key_missing);
  if (keys.size() != 1 || !is_key(keys.front())) return problem_reply(400, Code::key_malformed);
  return std::nullopt;
}

Reply Intake::receipt(int status, const Submission& kept) const {
  auto body = Value::object();
  body.add("receipt", Value{std::int64_t{1}});
  body.add("reference", Value{kept.reference});
  body.add("receivedAt", Value{with_local_offset(kept.received_at)});
  body.add("service", Value{kept.service});
  body.add("version", Value{kept.version});
  body.add("hash", Value{kept.body_hash});
  if (const auto payment = storage_.payment_of(kept.reference)) {
    const auto amount = Value::object().with("amount", Value{payment->amount}).with("currency", Value{payment->currency});
    body.add("payment", Value::object().with("amount", amount).with("address", Value{"/payments/" + payment->token}));
  }
  auto invitations = Value::array();
  for (const auto& one : storage_.invitations_of(kept.reference)) {
    const auto address = "/invitations/" + one.token + "/pass-on";
    invitations.push(Value::object().with("recipient", Value{one.recipient}).with("address", Value{address}));
  }
  if (!invitations.items().empty()) body.add("invitations", std::move(invitations));
  return {.status = status, .type = "application/json", .body = json::write(body), .headers = {{"Cache-Control", "no-store"}}};
}

std::optional<Reply> Intake::find_repeat(const std::string& key, const std::string& hash) {
  Submission kept;
  switch (storage_.find_by_key(key, kept)) {
    case Storage::Found::failed: return problem_reply(503, Code::storage_unavailable);
    case Storage::Found::nothing: return std::nullopt;
    case Storage::Found::found: break;
  }
  if (kept.body_hash != hash) return problem_reply(422, Code::key_reused);
  return receipt(200, kept);
}

Reply Intake::receive(const Posted& posted) {
  if (auto refused = check_head(posted.content_type, posted.keys)) return *refused;
  const auto& key = posted.keys.front();
  const auto reading = json::read(posted.body, {.bytes = 1u << 20, .depth = 32, .values = 100'000});
  if (!reading.value) return problem_reply(400, reading.problems);
  const auto hash = digest::sha256_hex(digest::canonical(*reading.value));
  // DECISIONS 18: a repeat is recognised before anything is verified; it may be older than today's rules.
  if (auto repeat = find_repeat(key, hash)) return *repeat;
  return verify_and_keep(key, posted.body, hash, *reading.value);
}

Reply Intake::verify_and_keep(const std::string& key, const std::string& body, const std::string& hash, const Value& submission) {
  const auto* named = json::find_by_pointer(submission, "/service/hash");
  if (!named) {
    return problem_reply(422, {{.code = Code::missing_member, .arguments = {{"name", std::string{"hash"}}}, .pointer = "/service/hash"}});
  }
  if (!named->is(Type::string)) {
    const auto found = std::string{json::name_of(named->type())};
    return problem_reply(422, {{.code = Code::wrong_type, .arguments = {{"expected", std::string{"string"}}, {"found", found}}, .pointer = "/service/hash"}});
  }
  const auto world = published_.find(named->string());
  if (!world) {
    return problem_reply(409, {{.code = Code::definition_unknown, .arguments = {{"hash", named->string()}}, .pointer = "/service/hash"}});
  }
  auto verified = session::verify(*world, submission, clock_.today());
  if (only_consent_texts(verified.problems)) {
    for (const auto& earlier : published_.find_with_earlier_words(named->string(), text_of(submission, "/language"))) {
      auto again = session::verify(*earlier, submission, clock_.today());
      if (again.problems.empty()) {
        verified = std::move(again);
        break;
      }
    }
  }
  if (!verified.problems.empty()) return problem_reply(422, verified.problems);
  if (const auto fact = find_unproven(*world->form, submission, is_ours_)) {
    const std::string source{fact->find_string("source").value_or("")};
    return problem_reply(422, {{.code = Code::identity_differs, .arguments = {{"id", source}}, .pointer = "/facts"}});
  }

  std::optional<Invitation> answered;
  if (const auto* facts = submission.find("facts")) {
    for (const auto& fact : facts->items()) {
      if (!answered && is_ours_ && is_ours_(fact)) answered = find_answered(storage_, published_.sources(), fact, world->form->id);
    }
  }
  if (answered && answered->stage == "answered") return problem_reply(422, Code::invitation_answered);

  Submission kept;
  kept.key = key;
  kept.body_hash = hash;
  kept.service = world->form->id;
  kept.version = world->form->version;
  kept.definition_hash = world->form->hash;
  kept.site = published_.site().id;
  kept.language = verified.language;
  kept.submitted_on = calendar::to_string(verified.on);
  kept.received_at = rfc3339(clock_.now());
  kept.body = body;

  std::vector<Delivery> deliveries;
  for (const auto number : verified.journey.recipients) {
    const auto& recipient = world->form->recipients[number];
    auto cut = delivery::cut_delivery(submission, recipient.id, ids_of(*world->form, recipient));
    if (auto facts = facts_for(*world->form, recipient, submission, is_ours_); !facts.items().empty()) cut.add("facts", std::move(facts));
    if (answered) {
      cut.add("invitation", Value::object().with("reference", Value{answered->reference}).with("recipient", Value{answered->recipient}));
    }
    const bool is_invited = !recipient.invited_to.empty();
    const auto* connector = is_invited ? nullptr : published_.connector_of(recipient.id);
    Delivery one;
    one.recipient = recipient.id;
    one.connector = connector ? connector->id : std::string{};
    one.key = random_hexadecimal(16);
    one.body = json::write(cut);
    one.stage = is_invited ? invited_stage : connector ? std::string{delivery::outbox::name_of(delivery::outbox::Stage::waiting)} : "kept";
    one.due_at = clock_.now();
    one.created_at = kept.received_at;
    deliveries.push_back(std::move(one));
  }

  for (int tries = 0; tries < 5; ++tries) {
    kept.reference = random_reference(kept.site);
    const auto payment = payment_for(*world, verified, kept.reference);
    Beside beside{
        .payment = payment ? &*payment : nullptr, .invitations = invitations_for(*world, verified, kept.reference, clock_.now()), .now = clock_.now()};
    if (answered) {
      answered->stage = "answered";
      answered->answer = kept.reference;
      answered->answered_at = kept.received_at;
      beside.answered = &*answered;
      beside.amended = tell_of(storage_, *answered);
    }
    for (std::size_t index = 0; index < deliveries.size(); ++index) {
      auto record = make_stored_record(*world, verified, {kept.reference, clock_.today()}, world->form->recipients[verified.journey.recipients[index]]);
      deliveries[index].reference = kept.reference;
      const bool waits = deliveries[index].stage != invited_stage && (payment || !beside.invitations.empty());
      if (waits) deliveries[index].stage = payment ? awaiting_payment : awaiting_answer;
      deliveries[index].record_html = std::move(record.html);
      deliveries[index].record_text = std::move(record.text);
    }
    switch (storage_.keep(kept, deliveries, beside)) {
      case Kept::kept:
        log_line("submission-kept", {{"reference", kept.reference}, {"service", kept.service}});
        on_kept_();
        return receipt(201, kept);
      case Kept::key_exists:
        // The other of two that came at once.
        if (auto repeat = find_repeat(key, hash)) return *repeat;
        return problem_reply(503, Code::storage_unavailable);
      case Kept::already_answered: return problem_reply(422, Code::invitation_answered);
      case Kept::reference_exists: continue;
      case Kept::failed: return problem_reply(503, Code::storage_unavailable);
    }
  }
  return problem_reply(503, Code::storage_unavailable);
}

}  // namespace polku::server
