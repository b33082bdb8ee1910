// SPDX-License-Identifier: EUPL-1.2
#include "form/lint/lints.h"

namespace polku::form::linting {

void catalogs_tell_review(const Subject& subject, problem::Problems& problems) {
  for (const Review& review : subject.reviews) {
    if (review.state != ReviewState::unstated) continue;
    problems.push_back({.code = problem::Code::review_unstated,
                        .arguments = {{"language", review.language}},
                        .pointer = review.pointer,
                        .document = review.document,
                        .line = review.line,
                        .column = review.column,
                        .severity = problem::Severity::warning});
  }
}

}  // namespace polku::form::linting
