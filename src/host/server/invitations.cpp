// SPDX-License-Identifier: EUPL-1.2
#include "host/server/invitations.h"

#include <algorithm>

#include "host/server/clock.h"
#include "host/server/log.h"
#include "host/server/waiting.h"
#include "json/reader.h"
#include "json/writer.h"

namespace polku::server {
namespace {

using json::Value;
using problem::Code;

constexpr std::string_view folder = "/invitations/";
constexpr std::int64_t day_seconds = 24 * 60 * 60;
// Who opens the link reads and thinks; the link itself leads back for weeks.
constexpr std::int64_t known_seconds = day_seconds;

// What its source points at in the delivery, and which invitation it is.
Value result_of(const delivery::Source& source, const Delivery& shown, const Invitation& invitation) {
  auto body = json::read(shown.body).value.value_or(Value::object());
  body.add("reference", Value{invitation.reference});
  auto result = delivery::read_result(source, json::write(body)).value_or(Value::object());
  result.add("invitation", Value::object().with("reference", Value{invitation.reference}).with("recipient", Value{invitation.recipient}));
  return result;
}

}  // namespace

std::vector<Invitation> invitations_for(const session::World& world, const session::Verified& verified, const std::string& reference, std::int64_t now) {
  std::vector<Invitation> invitations;
  for (const auto number : verified.journey.recipients) {
    const auto& recipient = world.form->recipients[number];
    if (recipient.invited_to.empty()) continue;
    invitations.push_back({.reference = reference,
                           .recipient = recipient.id,
                           .token = make_token(),
                           .service = recipient.invited_to,
                           .until = now + recipient.days * day_seconds});
  }
  return invitations;
}

std::optional<Invitation> find_answered(Storage& storage, const std::vector<delivery::Source>& sources, const Value& fact, const std::string& service) {
  const bool invites =
      std::any_of(sources.begin(), sources.end(), [&](const auto& one) { return !one.invitation.empty() && fact.find_string("source") == one.id; });
  const auto* named = invites ? json::find_by_pointer(fact, "/result/invitation") : nullptr;
  if (!named) return std::nullopt;
  for (auto& one : storage.invitations_of(std::string{named->find_string("reference").value_or("")})) {
    if (named->find_string("recipient") == one.recipient && one.service == service) return std::move(one);
  }
  return std::nullopt;
}

std::vector<Amended> tell_of(Storage& storage, const Invitation& invitation) {
  auto told = Value::object().with("recipient", Value{invitation.recipient}).with("service", Value{invitation.service});
  const bool answered = invitation.stage == "answered";
  told.add("state", Value{answered ? "answered" : "unanswered"});
  if (answered) told.add("reference", Value{invitation.answer});
  if (answered) told.add("at", Value{invitation.answered_at});
  return amend_waiting(storage.deliveries_of(invitation.reference), [&](Value& body) {
    auto all = Value::array();
    if (const auto* before = body.find("invited")) {
      for (const auto& one : before->items()) all.push(one);
    }
    all.push(told);
    body.set("invited", std::move(all));
  });
}

Invitations::Invitations(Storage& storage, Published& published, SignIn& sign_in, Settings settings)
    : storage_(storage), published_(published), sign_in_(sign_in), settings_(std::move(settings)) {}

Reply Invitations::handle(const PageRequest& request) {
  if (auto answered = answer_before_page(request, folder, settings_.style, settings_.hosts)) return *answered;
  const bool posts = request.method == "POST";
  const auto rest = std::string_view{request.path}.substr(std::min(folder.size(), request.path.size()));
  const auto token = rest.substr(0, rest.find('/')), what = rest.substr(token.size());
  const auto invitation = is_token(token) ? storage_.find_invitation(std::string{token}) : std::nullopt;
  if (!invitation || (what != "" && what != "/pass-on")) return problem_reply(404, Code::not_found);
  Submission submission;
  if (storage_.find_by_reference(invitation->reference, submission) != Storage::Found::found) return problem_reply(503, Code::storage_unavailable);
  const auto view = SubmissionView::make(published_, submission, request.query_language);
  if (what == "/pass-on") return show_asking(view, *invitation, request);
  if (!posts || invitation->stage == "answered") return show_asked(view, *invitation);
  if (!request.origin.empty() && request.origin != origin_of(request)) return problem_reply(403, Code::unauthorised);
  return accept(view, *invitation, request);
}

Reply Invitations::accept(const SubmissionView& view, const Invitation& invitation, const PageRequest& request) {
  const auto* source = published_.find_invitation_source(view.submission.service, invitation.service);
  const auto deliveries = storage_.deliveries_of(invitation.reference);
  const auto shown = std::find_if(deliveries.begin(), deliveries.end(), [&](const Delivery& one) { return one.recipient == invitation.recipient; });
  if (!source || shown == deliveries.end()) return problem_reply(503, Code::storage_unavailable);
  const auto& spoken = published_.current(invitation.service)->form->languages;
  const bool is_spoken = std::find(spoken.begin(), spoken.end(), view.language) != spoken.end();
  auto reply = go_to("/" + (is_spoken ? view.language : spoken.front()) + "/" + invitation.service + "/");
  if (!sign_in_.make_known(source->id, result_of(*source, *shown, invitation), known_seconds, request.over_tls, reply)) {
    return problem_reply(503, Code::storage_unavailable);
  }
  return reply;
}

bool Invitations::work_once() {
  const auto due = storage_.next_invitation_due(settings_.now());
  if (!due) return false;
  auto over = *due;
  over.stage = "over";
  // Not so: somebody was quicker, and the next look finds it as it is.
  if (!storage_.settle_invitation(over, *due, tell_of(storage_, over), settings_.now())) return false;
  log_line("invitation", {{"reference", over.reference}, {"stage", over.stage}});
  settings_.on_released();
  return true;
}

}  // namespace polku::server
