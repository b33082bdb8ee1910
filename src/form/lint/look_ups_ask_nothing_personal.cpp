// SPDX-License-Identifier: EUPL-1.2
#include "form/lint/lints.h"

namespace polku::form::linting {

// Addresses end up in the logs of whoever passes them on.
void look_ups_ask_nothing_personal(const Subject& subject, problem::Problems& problems) {
  for (const LookUp& look_up : subject.form.look_ups) {
    for (const auto& [parameter, index] : look_up.with) {
      const Question& question = subject.form.questions[index];
      if (!question.personal) continue;
      problems.push_back(at(subject, problem::Code::personal_in_address, {{"id", question.id}, {"name", look_up.id}},
                            "/look-ups/" + look_up.id + "/with/" + parameter, problem::Severity::warning));
    }
  }
}

}  // namespace polku::form::linting
