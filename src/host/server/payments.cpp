// SPDX-License-Identifier: EUPL-1.2
#include "host/server/payments.h"

#include <algorithm>
#include <array>

#include "host/server/clock.h"
#include "host/server/log.h"
#include "host/server/secrets.h"
#include "host/server/waiting.h"
#include "json/reader.h"
#include "json/writer.h"
#include "text/percent.h"

namespace polku::server {
namespace {

using delivery::Standing;
using json::Value;
using problem::Code;

constexpr std::string_view folder = "/payments/";
constexpr std::int64_t lease_beyond_timeout = 30;
// A person pays within minutes or not at all; a bank transfer takes days.
constexpr std::array<std::int64_t, 8> waits = {30, 60, 120, 300, 900, 1800, 3600, 6 * 3600};

}  // namespace

std::optional<Payment> payment_for(const session::World& world, const session::Verified& verified, const std::string& reference) {
  if (world.form->payment == form::none) return std::nullopt;
  const auto* money = verified.journey.value({world.form->payment, 0});
  const auto amount = money ? money->find_string("amount") : std::nullopt;
  const auto currency = money ? money->find_string("currency") : std::nullopt;
  if (!amount || !currency) return std::nullopt;
  const auto number = text::Decimal::parse(*amount);
  if (!number || !(text::Decimal{0} < *number)) return std::nullopt;
  return Payment{.reference = reference, .token = make_token(), .amount = std::string{*amount}, .currency = std::string{*currency}, .stage = "due"};
}

Payments::Payments(Storage& storage, Published& published, Perform perform, Settings settings)
    : storage_(storage), published_(published), perform_(std::move(perform)), settings_(std::move(settings)) {}

Reply Payments::handle(const PageRequest& request) {
  if (auto answered = answer_before_page(request, folder, settings_.style, settings_.hosts)) return *answered;
  const bool posts = request.method == "POST", reads = !posts;
  const auto rest = std::string_view{request.path}.substr(std::min(folder.size(), request.path.size()));
  const auto token = rest.substr(0, rest.find('/')), what = rest.substr(token.size());
  auto payment = is_token(token) ? storage_.find_payment(std::string{token}) : std::nullopt;
  if (!payment || !published_.payments()) return problem_reply(404, Code::not_found);
  if (what == "/notify") {
    inquire(*payment);
    return {.status = 204, .type = {}, .body = {}, .headers = {{"Cache-Control", "no-store"}}};
  }
  if (what == "/return" && reads) {
    inquire(*payment);
    return go_to(std::string{folder} + std::string{token} +
                 (request.query_language.empty() ? "" : "?language=" + text::percent_encoded(request.query_language)));
  }
  if (!what.empty()) return problem_reply(404, Code::not_found);
  Submission submission;
  if (storage_.find_by_reference(payment->reference, submission) != Storage::Found::found) return problem_reply(503, Code::storage_unavailable);
  const auto view = SubmissionView::make(published_, submission, request.query_language);
  if (!posts) return show(view, inquire(*payment), 200);
  if (!request.origin.empty() && request.origin != origin_of(request)) return problem_reply(403, Code::unauthorised);
  return begin(request, view, std::move(*payment));
}

Reply Payments::begin(const PageRequest& request, const SubmissionView& view, Payment payment) {
  payment = inquire(payment);
  if (payment.stage == "paid") return show(view, payment, 200);
  if (payment.stage == "begun") return go_to(payment.address);
  const auto now = settings_.now();
  if (payment.stage == "creating" && payment.due_at > now) return show(view, payment, 200);
  const auto& provider = *published_.payments();
  auto creating = payment;
  creating.stage = "creating";
  creating.tries += 1;
  creating.due_at = now + provider.timeout_seconds + lease_beyond_timeout;
  if (!storage_.update_payment(creating, payment)) return show(view, storage_.find_payment(payment.token).value_or(payment), 200);
  const auto asked = make_request(request, view, creating);
  const auto performed = asked ? perform_(*asked, provider.timeout_seconds) : Performed{};
  const bool answered = performed.how == Performed::How::answered;
  const auto begun = answered ? delivery::read_begun(provider, performed.status, performed.body) : std::nullopt;
  auto after = creating;
  if (begun) {
    after.stage = "begun";
    after.provider_id = begun->id;
    after.address = begun->address;
    after.due_at = now + waits.front();
  } else {
    // Whether or not something was created there: nobody knows its address, so nobody can pay it.
    after.stage = payment.stage == "creating" ? "due" : payment.stage;
  }
  log_line("payment",
           {{"reference", payment.reference}, {"stage", begun ? "begun" : "not-begun"}, {"status", answered ? std::to_string(performed.status) : "none"}});
  if (!storage_.update_payment(after, creating)) return problem_reply(503, Code::storage_unavailable);
  return begun ? go_to(begun->address) : show(view, after, 502, "payment.unreachable");
}

std::optional<delivery::Request> Payments::make_request(const PageRequest& request, const SubmissionView& view, const Payment& payment) {
  const auto submission = json::read(view.submission.body);
  if (!submission.value) return std::nullopt;
  const auto page = origin_of(request) + std::string{folder} + payment.token;
  problem::Problems problems;
  auto made = delivery::make_payment(*published_.payments(),
                                     {.amount = payment.amount,
                                      .currency = payment.currency,
                                      .reference = payment.reference,
                                      .service = view.service_title(),
                                      .language = view.language,
                                      .return_address = page + "/return?language=" + view.language,
                                      .notify_address = page + "/notify",
                                      .key = random_hexadecimal(16),
                                      .answers = submission.value->find("answers")},
                                     problems);
  if (problems.empty()) return made;
  log_line("payment-unmade", {{"reference", payment.reference}, {"problem", std::string{problem::name_of(problems.front().code)}}});
  return std::nullopt;
}

Payment Payments::inquire(const Payment& payment) {
  if (payment.stage != "begun" || !published_.payments()) return payment;
  const auto& provider = *published_.payments();
  const auto performed = perform_(delivery::make_inquiry(provider, payment.provider_id), provider.timeout_seconds);
  const auto standing = performed.how == Performed::How::answered ? delivery::read_standing(provider, performed.status, performed.body) : Standing::unknown;
  auto after = payment;
  after.tries += 1;
  after.due_at = settings_.now() + waits[std::min<std::size_t>(static_cast<std::size_t>(payment.tries), waits.size() - 1)];
  if (standing == Standing::failed) after.stage = "failed";
  if (standing == Standing::paid) {
    after.stage = "paid";
    after.paid_at = rfc3339(settings_.now());
  }
  const bool kept = standing == Standing::paid ? settle(after, payment) : storage_.update_payment(after, payment);
  if (!kept) return storage_.find_payment(payment.token).value_or(payment);
  if (after.stage != payment.stage) log_line("payment", {{"reference", payment.reference}, {"stage", after.stage}});
  return after;
}

bool Payments::settle(const Payment& paid, const Payment& before) {
  const auto told = Value::object()
                        .with("amount", Value{paid.amount})
                        .with("currency", Value{paid.currency})
                        .with("provider", Value{paid.provider_id})
                        .with("at", Value{paid.paid_at});
  const auto amended = amend_waiting(storage_.deliveries_of(paid.reference), [&](Value& body) { body.add("payment", told); });
  if (!storage_.settle_payment(paid, before, amended, settings_.now())) return false;
  settings_.on_paid();
  return true;
}

bool Payments::work_once() {
  const auto payment = published_.payments() ? storage_.next_payment_due(settings_.now()) : std::nullopt;
  if (!payment) return false;
  inquire(*payment);
  return true;
}

}  // namespace polku::server
