// SPDX-License-Identifier: EUPL-1.2
#include "calendar/date.h"
#include "form/review.h"
#include "json/cursor.h"

namespace polku::form {

namespace {

constexpr std::string_view states[] = {"not-reviewed", "reviewed"};

void read_statement(const json::Cursor& told, Review& review) {
  told.only({"state", "by", "on", "note"});
  if (const auto state = told.member("state").choice(states)) review.state = *state == 1 ? ReviewState::reviewed : ReviewState::not_reviewed;
  const bool is_claimed = review.state == ReviewState::reviewed;
  const auto needed = [&](std::string_view name) { return is_claimed ? told.member(name) : told.optional(name); };
  review.by = needed("by").text_or("");
  review.on = needed("on").text_or("");
  review.note = told.optional("note").text_or("");
  if (!review.on.empty() && !calendar::parse_date(review.on)) told.optional("on").report(problem::Code::bad_date, {{"found", review.on}});
}

}  // namespace

Review read_review(const json::Value& catalog, std::string language, problem::Problems& problems, std::string document) {
  Review review{.language = std::move(language), .document = document, .by = {}, .on = {}, .note = {}};
  if (!catalog.is(json::Type::object)) return review;  // told by whoever reads its words
  const json::Cursor root{catalog, problems, std::move(document)};
  const auto meta = root.optional("$meta");
  const auto told = meta.is(json::Type::object) ? meta.optional("review") : meta;
  const auto& place = told.exists() ? told : meta.exists() ? meta : root;
  review.pointer = place.pointer();
  review.line = place.value().line;
  review.column = place.value().column;
  if (meta.exists()) meta.only({"review"});
  if (told.exists()) read_statement(told, review);
  return review;
}

}  // namespace polku::form
