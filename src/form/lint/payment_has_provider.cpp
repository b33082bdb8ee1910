// SPDX-License-Identifier: EUPL-1.2
#include "form/lint/lints.h"

namespace polku::form::linting {

void payment_has_provider(const Subject& subject, problem::Problems& problems) {
  if (!subject.site || subject.form.payment == none) return;
  // The server is who asks the provider: without one there is nothing to pay by.
  if (subject.site->payments.is(json::Type::object) && !subject.site->submissions_url.empty()) return;
  problems.push_back(at(subject, problem::Code::payment_provider_missing, {{"id", subject.form.questions[subject.form.payment].id}}, "/payment"));
}

}  // namespace polku::form::linting
