// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/site_maker.h"

#include <algorithm>
#include <array>
#include <set>

namespace polku::rehearsal::generate {

using json::Value;

namespace {

Value make_connector(Dice& dice, const form::Recipient& recipient) {
  constexpr std::array<std::string_view, 3> ways{"key", "lookup", "none"};
  const auto way = dice.pick(ways);
  auto connector = Value::object()
                       .with("id", Value{"case-" + recipient.id})
                       .with("recipient", Value{recipient.id})
                       .with("via", Value{"server"})
                       .with("method", Value{"POST"})
                       .with("url", Value{"https://cases.example/api/{service}"})
                       .with("deduplicates", Value{way});
  if (way == "key") connector.add("keyHeader", Value{"Idempotency-Key"});
  if (way == "lookup") connector.add("lookup", Value{"https://cases.example/api/by-key/{key}"});
  if (dice.chance(40)) connector.add("authentication", Value::object().with("kind", Value{"bearer"}).with("secret", Value{"case-api"}));
  if (dice.chance(40)) connector.add("receipt", Value::object().with("reference", Value{"/caseNumber"}));
  if (dice.chance(40)) connector.add("body", Value::object().with("submission", Value::object().with("$submission", Value{"/hash"})));
  return connector;
}

Value languages_of(Dice& dice, const form::CompiledForm& form) {
  auto languages = form.languages;
  std::rotate(languages.begin(), languages.begin() + static_cast<std::ptrdiff_t>(dice.below(languages.size())), languages.end());
  if (dice.chance(20)) languages.pop_back();  // the site need not offer all of the service's
  auto list = Value::array();
  for (const auto& language : languages) list.push(Value{language});
  if (dice.chance(20)) list.push(Value{"de"});
  return list;
}

Value make_payments() {
  auto create = Value::object().with("url", Value{"https://pay.example/payments"});
  create.add("body", Value::object().with("amount", Value::object().with("$number", Value{"cents"})));
  create.add("result", Value::object().with("id", Value{"/id"}).with("address", Value{"/address"}));
  auto status = Value::object().with("url", Value{"https://pay.example/payments/{id}"}).with("state", Value{"/state"});
  status.add("paid", Value{Value::Array{Value{"paid"}}});
  status.add("failed", Value{Value::Array{Value{"failed"}}});
  return Value::object().with("create", std::move(create)).with("status", std::move(status));
}

}  // namespace

Value make_site(Dice& dice, const form::CompiledForm& form) {
  auto site = Value::object().with("$schema", Value{"../../schema/site-1.json"}).with("id", Value{"made-up"}).with("languages", languages_of(dice, form));
  if (dice.chance(30)) site.add("fallback", Value::object().with("ar", Value{Value::Array{Value{"en"}, Value{"fi"}}}));
  site.add("timeZone", Value{"Europe/Helsinki"});
  site.add("calendar", Value{"made-up"});
  if (dice.chance(60)) site.add("contact", Value::object().with("phone", Value{"015 123 4567"}).with("email", Value{"help@example.org"}));
  if (dice.chance(50)) site.add("privacy", Value{"/privacy.html"});
  if (dice.chance(50)) site.add("accessibility", Value{"https://example.org/accessibility"});
  if (dice.chance(30)) site.add("theme", Value::object().with("brand", Value{"#0b5a54"}));
  const bool invites = form::uses(form, form::Feature::invitations);
  auto services = Value::array();
  services.push(Value{form.id});
  if (invites) services.push(Value{"made-up-answer"});
  site.add("services", std::move(services));
  site.add("submissions", Value{"/api/submissions"});
  auto source = Value::object().with("id", Value{"register"}).with("url", Value{"https://register.example/{of}"});
  source.add("result", Value::object().with("name", Value{"/name"}));
  auto sources = Value::array();
  sources.push(std::move(source));
  if (invites) {
    auto told = Value::object().with("id", Value{"invitation"}).with("invitation", Value{form.id});
    sources.push(std::move(told).with("result", Value::object().with("number", Value{"/reference"})));
  }
  site.add("sources", std::move(sources));
  if (form.payment != form::none) site.add("payments", make_payments());
  auto connectors = Value::array();
  for (const auto& recipient : form.recipients) {
    if (recipient.invited_to.empty() && dice.chance(50)) connectors.push(make_connector(dice, recipient));
  }
  if (!connectors.items().empty()) site.add("connectors", std::move(connectors));
  if (dice.chance(40)) site.add("drafts", Value::object().with("days", Value{dice.between(1, 60)}));
  return site;
}

Value make_calendar(Dice& dice, const calendar::Date& today) {
  std::set<std::string> days;
  for (int number = 0; number < 12; ++number) {
    if (const auto day = calendar::add(today, dice.between(-400, 400), calendar::Unit::days)) days.insert(calendar::to_string(*day));
  }
  auto holidays = Value::array();
  for (const auto& day : days) holidays.push(Value::object().with("date", Value{day}).with("name", Value{"a-holiday"}));
  return Value::object()
      .with("$schema", Value{"../schema/calendar-1.json"})
      .with("id", Value{"made-up"})
      .with("source", Value{"made up"})
      .with("holidays", std::move(holidays));
}

}  // namespace polku::rehearsal::generate
