// SPDX-License-Identifier: EUPL-1.2
#include "host/server/payments.h"

#include "host/server/html_document.h"
#include "host/server/records.h"

namespace polku::server {
namespace {

// The button's answer leads to the provider, and a form may be sent only where the policy says (CSP 3, 6.4.2): browsers ask it of redirects too. Which address a
// provider will name is not known before it does; what is known is that it is https, or this machine (delivery/payment.h).
constexpr const char* policy =
    "default-src 'none'; style-src 'self'; form-action 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; frame-ancestors 'none'";

struct Said {
  const char *title, *words, *button;  // null: none
};

Said said_of(const std::string& stage) {
  if (stage == "paid") return {"payment.paid-title", "payment.paid", nullptr};
  if (stage == "begun") return {"payment.begun-title", "payment.begun", "payment.go-on"};
  if (stage == "failed") return {"payment.failed-title", "payment.failed", "payment.pay"};
  if (stage == "creating") return {"payment.begun-title", "payment.creating", "payment.go-on"};
  return {"payment.due-title", "payment.due", "payment.pay"};
}

}  // namespace

Reply Payments::show(const SubmissionView& view, const Payment& payment, int status, const char* problem) const {
  const auto amount = text::Decimal::parse(payment.amount).value_or(text::Decimal{0});
  const messages::Arguments arguments = {{"amount", view.words.locale().money(amount, payment.currency)}};
  const auto say = [&](const char* key) { return say_html(view.words, view.language, key, arguments); };
  const auto said = said_of(payment.stage);
  const auto locales = view.published.locales();
  const auto here = "/payments/" + payment.token;
  std::string main;
  if (problem) main += "<div class=\"summary\" role=\"alert\">\n<p>" + say(problem) + "</p>\n</div>\n";
  main += "<h1>" + say(said.title) + "</h1>\n<p>" + say(said.words) + "</p>\n<dl class=\"facts\">\n";
  const auto fact = [&](const char* key, const std::string& html) { main += "<div><dt>" + say(key) + "</dt><dd>" + html + "</dd></div>\n"; };
  fact("payment.for", escape_html(view.service_title()));
  fact("officials.reference", "<bdi>" + escape_html(payment.reference) + "</bdi>");
  fact("payment.amount", "<strong>" + escape_html(view.words.locale().money(amount, payment.currency)) + "</strong>");
  if (payment.stage == "paid") fact("payment.paid-at", time_html(view.words, payment.paid_at));
  main += "</dl>\n";
  if (said.button) {
    main += "<form method=\"post\" action=\"" + here + "?language=" + escape_html(view.language) + "\">\n<button type=\"submit\">" + say(said.button) +
            "</button>\n</form>\n";
  }
  main += "<p class=\"hint\">" + say(payment.stage == "paid" ? "payment.keep" : "payment.later") + "</p>\n";
  return make_document(status, {view.words, view.language, view.languages, locales, here, "/payments/style.css", say(said.title), main, {}, policy});
}

}  // namespace polku::server
