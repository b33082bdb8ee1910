// SPDX-License-Identifier: EUPL-1.2
// What a catalog says about itself: whether somebody who reads its language has reviewed it. For authors only, a citizen's browser never gets it.
//
//   {"$meta": {"review": {"state": "reviewed", "by": "Aino Virtanen, city of Koivuranta", "on": "2026-11-02"}}, "service.title": …}
//   {"$meta": {"review": {"state": "not-reviewed", "note": "Written by the project's authors."}}, …}
//
//   form::Review review = form::read_review(catalog, "sv", problems, "sv.json");   // review.state, review.by
//
// Who says "reviewed" says by whom and on which day; otherwise a problem is told.
#pragma once

#include <cstdint>
#include <string>

#include "json/value.h"
#include "problem/problem.h"

namespace polku::form {

enum class ReviewState : std::uint8_t { unstated, not_reviewed, reviewed };

struct Review {
  std::string language, document;
  ReviewState state = ReviewState::unstated;
  std::string by, on, note;  // "" where not told; `on` is YYYY-MM-DD
  std::string pointer = {};  // where the statement stands, or should
  std::uint32_t line = 0, column = 0;
};

Review read_review(const json::Value& catalog, std::string language, problem::Problems& problems, std::string document);

}  // namespace polku::form
