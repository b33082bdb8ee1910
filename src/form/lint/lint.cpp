// SPDX-License-Identifier: EUPL-1.2
#include "form/lint/lints.h"

namespace polku::form {

const std::vector<Lint>& lints() {
  static const std::vector<Lint> all{
      {"every-page-reachable", linting::every_page_reachable},
      {"every-question-asked", linting::every_question_asked},
      {"every-question-entitled", linting::every_question_entitled},
      {"amounts-used", linting::amounts_used},
      {"personal-has-reason", linting::personal_has_reason},
      {"languages-have-packs", linting::languages_have_packs},
      {"messages-complete", linting::messages_complete},
      {"more-is-whole", linting::more_is_whole},
      {"messages-used", linting::messages_used},
      {"message-arguments-known", linting::message_arguments_known},
      {"markup-links-allowed", linting::markup_links_allowed},
      {"catalogs-tell-review", linting::catalogs_tell_review},
      {"recipients-have-connectors", linting::recipients_have_connectors},
      {"look-ups-have-sources", linting::look_ups_have_sources},
      {"payment-has-provider", linting::payment_has_provider},
      {"invited-can-answer", linting::invited_can_answer},
      {"look-ups-ask-nothing-personal", linting::look_ups_ask_nothing_personal},
  };
  return all;
}

problem::Problems lint(const Subject& subject) {
  problem::Problems problems;
  for (const Lint& rule : lints()) rule.run(subject, problems);
  return problems;
}

}  // namespace polku::form
