// SPDX-License-Identifier: EUPL-1.2
// The dictionary of questions, nested ones too. Rules are compiled later, when every name is known.
#include <algorithm>
#include <array>
#include <span>

#include "form/building.h"

namespace polku::form {

using problem::Code;
using value::Kind;

namespace {

// HTML Living Standard, "Autofill detail tokens", single field names; "off" is for what must not be remembered.
constexpr std::array<std::string_view, 42> autofill_tokens{"off",
                                                           "name",
                                                           "honorific-prefix",
                                                           "given-name",
                                                           "additional-name",
                                                           "family-name",
                                                           "honorific-suffix",
                                                           "nickname",
                                                           "organization-title",
                                                           "organization",
                                                           "street-address",
                                                           "address-line1",
                                                           "address-line2",
                                                           "address-line3",
                                                           "address-level4",
                                                           "address-level3",
                                                           "address-level2",
                                                           "address-level1",
                                                           "country",
                                                           "country-name",
                                                           "postal-code",
                                                           "bday",
                                                           "bday-day",
                                                           "bday-month",
                                                           "bday-year",
                                                           "sex",
                                                           "language",
                                                           "url",
                                                           "tel",
                                                           "tel-country-code",
                                                           "tel-national",
                                                           "tel-area-code",
                                                           "tel-local",
                                                           "tel-extension",
                                                           "email",
                                                           "impp",
                                                           "photo",
                                                           "username",
                                                           "one-time-code",
                                                           "transaction-currency",
                                                           "transaction-amount",
                                                           "cc-name"};

bool can_be_computed(Kind kind) { return kind == Kind::text || kind == Kind::number || kind == Kind::money || kind == Kind::date || kind == Kind::yes_no; }

// A computed value has no checks of its own: nobody could put it right.
void refuse_other_members(const json::Cursor& place, Kind kind) {
  if (can_be_computed(kind) && place.optional("calculate").exists()) {
    switch (kind) {
      case Kind::number: place.only({"kind", "calculate", "when", "personal", "integer"}); break;
      case Kind::money: place.only({"kind", "calculate", "when", "personal", "currency"}); break;
      default: place.only({"kind", "calculate", "when", "personal"}); break;
    }
    return;
  }
  switch (kind) {
    case Kind::text:
      place.only({"kind", "required", "when", "valid", "personal", "autocomplete", "default", "look-up", "minLength", "maxLength", "maxWords", "pattern",
                  "calculate", "width"});
      break;
    case Kind::long_text:
      place.only({"kind", "required", "when", "valid", "personal", "autocomplete", "default", "look-up", "minLength", "maxLength", "maxWords", "pattern"});
      break;
    case Kind::number:
      place.only({"kind", "required", "when", "valid", "personal", "autocomplete", "default", "look-up", "integer", "minimum", "maximum", "multipleOf",
                  "calculate", "width"});
      break;
    case Kind::money:
      place.only({"kind", "required", "when", "valid", "personal", "autocomplete", "default", "look-up", "currency", "minimum", "maximum", "multipleOf",
                  "calculate", "width"});
      break;
    case Kind::date:
      place.only({"kind", "required", "when", "valid", "personal", "autocomplete", "default", "look-up", "minimum", "maximum", "calculate"});
      break;
    case Kind::month:
    case Kind::year:
    case Kind::time: place.only({"kind", "required", "when", "valid", "personal", "autocomplete", "default", "look-up", "minimum", "maximum"}); break;
    case Kind::iban: place.only({"kind", "required", "when", "valid", "personal", "autocomplete", "default", "look-up", "countries", "width"}); break;
    case Kind::address: place.only({"kind", "required", "when", "valid", "personal", "autocomplete", "countries", "addition"}); break;
    case Kind::location: place.only({"kind", "required", "when", "valid", "personal", "bounds", "coordinates"}); break;
    case Kind::file: place.only({"kind", "required", "when", "valid", "personal", "accept", "maxSize", "later", "boxed"}); break;
    case Kind::yes_no: place.only({"kind", "required", "when", "valid", "personal", "default", "calculate", "layout", "boxed"}); break;
    case Kind::one_of: place.only({"kind", "required", "when", "valid", "personal", "autocomplete", "default", "look-up", "options", "layout", "boxed"}); break;
    case Kind::several_of:
      place.only({"kind", "required", "when", "valid", "personal", "default", "options", "minItems", "maxItems", "layout", "boxed"});
      break;
    case Kind::email:
    case Kind::phone: place.only({"kind", "required", "when", "valid", "personal", "autocomplete", "default", "look-up", "width"}); break;
    case Kind::identifier: place.only({"kind", "required", "when", "valid", "personal", "autocomplete", "default", "look-up", "scheme", "width"}); break;
    case Kind::list: place.only({"kind", "required", "when", "valid", "personal", "questions", "pages", "minItems", "maxItems"}); break;
    case Kind::consent: place.only({"kind", "required", "when", "valid", "boxed"}); break;
    case Kind::information: place.only({"kind", "when"}); break;
  }
}

std::optional<Kind> read_kind(const json::Cursor& place) {
  const auto word = place.text();
  if (!word) return std::nullopt;
  if (auto kind = value::kind_named(*word)) return kind;
  std::string allowed;
  for (Kind kind : value::all_kinds()) {
    if (!allowed.empty()) allowed += ", ";
    allowed += value::name_of(kind);
  }
  place.report(Code::not_among, {{"found", *word}, {"allowed", allowed}});
  return std::nullopt;
}

void read_checks(const json::Cursor& valid, Question& question) {
  constexpr std::array<std::string_view, 2> severities{"error", "warning"};
  for (const json::Cursor& place : valid.items()) {
    place.only({"id", "rule", "at", "severity"});
    Check check;
    const json::Cursor id_place = place.member("id");
    if (auto id = read_id(id_place)) {
      check.id = *id;
      for (const Check& other : question.checks) {
        if (other.id == *id) id_place.report(Code::repeated_id, {{"id", *id}});
      }
    }
    place.member("rule");
    if (auto severity = place.optional("severity").choice(severities)) {
      check.severity = *severity == 0 ? problem::Severity::error : problem::Severity::warning;
    }
    question.checks.push_back(std::move(check));
  }
}

Display read_display(const json::Cursor& place, Kind kind) {
  constexpr std::array<std::string_view, 4> widths{"tiny", "small", "middle", "full"};
  constexpr std::array<std::string_view, 3> layouts{"column", "row", "list"};
  Display display;
  if (const auto width = place.optional("width").choice(widths)) display.width = static_cast<Display::Width>(*width + 1);
  // Several are chosen from what is seen, never from a list that closes.
  const auto choices = std::span(layouts).first(kind == Kind::several_of ? 2 : 3);
  if (const auto layout = place.optional("layout").choice(choices)) display.layout = static_cast<Display::Layout>(*layout + 1);
  display.boxed = place.optional("boxed").boolean_or(false);
  return display;
}

void read_question(Building& building, const std::string& id, const json::Cursor& place, QuestionIndex list);

void read_list(Building& building, QuestionIndex list, const json::Cursor& place) {
  const json::Cursor questions = place.member("questions");
  for (const auto& [id, column] : questions.members()) {
    if (!id.starts_with("x-")) read_question(building, id, column, list);
  }
  if (questions.is(json::Type::object) && building.form.questions[list].columns.empty()) {
    questions.report(Code::out_of_bounds, {{"minimum", text::Decimal{1}}, {"maximum", text::Decimal{1000}}});
  }
}

void read_question(Building& building, const std::string& id, const json::Cursor& place, QuestionIndex list) {
  CompiledForm& form = building.form;
  const auto index = static_cast<QuestionIndex>(form.questions.size());
  if (!is_id(id)) place.report(Code::bad_id, {{"id", id}});
  if (!form.question_by_id.emplace(id, index).second) {
    place.report(Code::repeated_id, {{"id", id}});
    return;
  }
  Question question;
  question.id = id;
  question.list = list;
  question.pointer = place.pointer();
  if (place.is(json::Type::object)) {
    if (const auto kind = read_kind(place.member("kind"))) {
      refuse_other_members(place, *kind);
      question.shape = read_shape(building, place, *kind);
      question.origin = can_be_computed(*kind) && place.optional("calculate").exists() ? Origin::computed : Origin::asked;
      const json::Cursor required = place.optional("required");
      if (required.is(json::Type::boolean)) question.required = required.value().boolean();
      if (question.origin == Origin::computed || *kind == Kind::information) question.required = false;
      question.personal = place.optional("personal").boolean_or(false);
      question.display = read_display(place, *kind);
      // An address's parts have names of their own for autofill.
      const auto tokens = std::span(autofill_tokens).first(*kind == Kind::address ? 1 : autofill_tokens.size());
      if (auto token = place.optional("autocomplete").choice(tokens)) question.autocomplete = autofill_tokens[*token];
      // A browser that several people use must not offer one's account to the next.
      if (*kind == Kind::iban && question.autocomplete.empty()) question.autocomplete = "off";
      if (question.origin == Origin::asked) read_checks(place.optional("valid"), question);
      // A consent is given once, with the text it was given to: a submission has no place for one in each row.
      if (*kind == Kind::consent && list != none) {
        place.report(Code::question_misplaced, {{"id", id}, {"kind", value::name_of(*kind)}});
      }
    }
  } else {
    place.members();
  }
  const bool is_list = question.shape.kind == Kind::list;
  form.questions.push_back(std::move(question));
  building.question_places.push_back(place);
  building.row_page_places.emplace_back();
  if (list != none) form.questions[list].columns.push_back(index);
  if (is_list) read_list(building, index, place);
}

}  // namespace

void read_questions(Building& building) {
  for (const auto& [id, place] : building.root.member("questions").members()) {
    if (!id.starts_with("x-")) read_question(building, id, place, none);
  }
}

}  // namespace polku::form
