// SPDX-License-Identifier: EUPL-1.2
// Look-ups, and which questions they fill in or offer options to.
#include <algorithm>

#include "form/building.h"

namespace polku::form {

using problem::Code;
using value::Kind;

namespace {

// What can stand in an address: one string.
bool can_be_sent(Kind kind) {
  return kind == Kind::text || kind == Kind::identifier || kind == Kind::one_of || kind == Kind::date || kind == Kind::year || kind == Kind::iban;
}

void read_with(Building& building, const json::Cursor& with, LookUp& look_up) {
  CompiledForm& form = building.form;
  std::vector<QuestionIndex> candidates;
  for (QuestionIndex index = 0; index < form.questions.size(); ++index) {
    if (can_be_sent(form.questions[index].shape.kind)) candidates.push_back(index);
  }
  for (const auto& [parameter, place] : with.members()) {
    if (!is_id(parameter)) place.report(Code::bad_id, {{"id", parameter}});
    if (const QuestionIndex index = read_question_name(building, place, candidates); index != none) look_up.with.emplace_back(parameter, index);
  }
  if (with.is(json::Type::object) && with.value().members().empty()) {
    with.report(Code::out_of_bounds, {{"minimum", text::Decimal{1}}, {"maximum", text::Decimal{10}}});
  }
}

void read_use(Building& building, QuestionIndex index) {
  const json::Cursor filled = building.question_places[index].optional("look-up");
  const json::Cursor options = building.question_places[index].optional("options");
  const bool offers = options.is(json::Type::object) && options.optional("look-up").exists();
  // What can be chosen and what is chosen do not come from one answer.
  if (offers && filled.exists()) filled.report(Code::unknown_member, {{"name", std::string{"look-up"}}, {"suggestion", std::string{"default"}}});
  if (!offers && !filled.exists()) return;
  if (!offers) filled.only({"in", "take"});
  const json::Cursor& place = offers ? options : filled;
  const auto& look_ups = building.form.look_ups;
  const json::Cursor name = place.member(offers ? "look-up" : "in");
  if (const auto id = name.text()) {
    const auto found = std::find_if(look_ups.begin(), look_ups.end(), [&](const LookUp& one) { return one.id == *id; });
    if (found == look_ups.end()) {
      std::vector<std::string> names;
      for (const LookUp& one : look_ups) names.push_back(one.id);
      name.report(Code::unknown_look_up, {{"id", *id}, {"suggestion", json::nearest(*id, names)}});
    } else {
      building.form.questions[index].look_up = static_cast<std::uint32_t>(found - look_ups.begin());
    }
  }
  const auto chosen = building.form.questions[index].look_up;
  // What can be chosen is not who somebody is.
  if (offers && chosen != none && look_ups[chosen].asks == LookUp::Asks::person)
    name.report(Code::unknown_look_up, {{"id", look_ups[chosen].id}, {"suggestion", ""}});
  if (auto member = place.member("take").text()) building.form.questions[index].take = std::move(*member);
}

}  // namespace

void read_look_ups(Building& building) {
  for (const auto& [id, place] : building.root.optional("look-ups").members()) {
    if (id.starts_with("x-")) continue;
    if (!is_id(id)) place.report(Code::bad_id, {{"id", id}});
    LookUp look_up{.id = id};
    if (auto source = read_id(place.member("source"))) look_up.source = *source;
    // Who a person is, or what they are invited to answer to, is not asked with what they have said.
    const bool is_invited = place.optional("invited").boolean_or(false), is_locked = place.optional("locked").boolean_or(false);
    if (is_invited || is_locked) {
      look_up.asks = is_invited ? LookUp::Asks::invitation : LookUp::Asks::person;
      place.only({"source", is_invited ? "invited" : "locked"});
    } else {
      place.only({"source", "locked", "invited", "with"});
      read_with(building, place.member("with"), look_up);
    }
    building.form.look_ups.push_back(std::move(look_up));
  }
  for (QuestionIndex index = 0; index < building.form.questions.size(); ++index) {
    if (building.question_places[index].is(json::Type::object)) read_use(building, index);
  }
}

}  // namespace polku::form
