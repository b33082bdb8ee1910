// SPDX-License-Identifier: EUPL-1.2
// Where the options of a choice come from: its own, a list of codes that services share, the rows of a list of this service, or a look-up (read_look_ups.cpp).
#include <algorithm>

#include "form/building.h"
#include "value/value.h"

namespace polku::form {

using problem::Code;
using value::Kind;

namespace {

constexpr std::int64_t most_options = 1'000;

// What is typed as words: its value is what a person would call the row by.
bool names_a_row(const Question& question) {
  switch (question.shape.kind) {
    case Kind::text:
    case Kind::email:
    case Kind::phone:
    case Kind::identifier:
    case Kind::iban: return question.origin == Origin::asked;
    default: return false;
  }
}

// `own`: of a question's own options some may have a rule, of several some may stand alone.
std::vector<std::string> read_ids(const json::Cursor& list, value::Shape* own = nullptr) {
  std::vector<std::string> ids;
  for (const json::Cursor& item : list.items()) {
    const bool says_more = own && item.is(json::Type::object);
    if (says_more && own->kind == Kind::several_of) {
      item.only({"id", "when", "exclusive"});
    } else if (says_more) {
      item.only({"id", "when"});
    }
    const json::Cursor place = says_more ? item.member("id") : item;
    auto id = read_id(place, IdSort::option);
    if (!id) continue;
    if (std::find(ids.begin(), ids.end(), *id) != ids.end()) {
      place.report(Code::repeated_id, {{"id", *id}});
      continue;
    }
    if (says_more && own->kind == Kind::several_of && item.optional("exclusive").boolean_or(false)) own->exclusive.push_back(*id);
    ids.push_back(std::move(*id));
  }
  if (list.is(json::Type::array) && list.value().items().empty()) {
    list.report(Code::out_of_bounds, {{"minimum", text::Decimal{1}}, {"maximum", text::Decimal{most_options}}});
  }
  return ids;
}

std::vector<std::string> read_code_list(const json::Value& file, const std::string& id, problem::Problems& problems) {
  const json::Cursor root(file, problems, id + "/code-list.json");
  root.only({"$schema", "id", "source", "codes"});
  read_format_version(root, "code-list");
  const json::Cursor named = root.member("id");
  if (const auto name = named.text(); name && *name != id) named.report(Code::not_among, {{"found", *name}, {"allowed", id}});
  root.member("source").text();
  return read_ids(root.member("codes"));
}

void take_codes(Building& building, const json::Cursor& place, value::Shape& shape) {
  const auto id = read_id(place);
  if (!id) return;
  const auto file = building.code_lists.find(*id);
  if (file == building.code_lists.end()) return place.report(Code::file_unreadable, {{"name", "code-lists/" + *id + "/code-list.json"}});
  auto known = building.codes.find(*id);
  if (known == building.codes.end()) known = building.codes.emplace(*id, read_code_list(file->second, *id, building.problems)).first;
  shape.options = known->second;
  shape.code_list = *id;
}

void gather_names(const json::Value& questions, std::vector<std::string>& names) {
  if (!questions.is(json::Type::object)) return;
  for (const auto& [id, question] : questions.members()) {
    if (!question.is(json::Type::object)) continue;
    const json::Value* options = question.find("options");
    const auto name = options && options->is(json::Type::object) ? options->find_string("code-list") : std::nullopt;
    // Only an id is looked for: a name leads out of no folder.
    if (name && is_id(*name) && std::find(names.begin(), names.end(), *name) == names.end()) names.emplace_back(*name);
    if (const json::Value* columns = question.find("questions")) gather_names(*columns, names);
  }
}

}  // namespace

std::vector<std::string> code_lists_named_in(const json::Value& service) {
  std::vector<std::string> names;
  const json::Value* questions = service.is(json::Type::object) ? service.find("questions") : nullptr;
  if (questions) gather_names(*questions, names);
  return names;
}

void read_options(Building& building, const json::Cursor& question, value::Shape& shape) {
  const json::Cursor options = question.member("options");
  if (!options.is(json::Type::object)) {
    shape.options = read_ids(options, &shape);
  } else if (const json::Cursor list = options.optional("code-list"); list.exists()) {
    options.only({"code-list"});
    take_codes(building, list, shape);
  } else {
    const bool is_looked_up = options.optional("look-up").exists();
    if (is_looked_up) {
      options.only({"look-up", "take"});
    } else {
      options.only({"rows", "by"});
    }
    shape.open_options = true;
  }
}

// When every question is known: which list's rows, by which column.
void find_option_rows(Building& building) {
  CompiledForm& form = building.form;
  for (QuestionIndex index = 0; index < form.questions.size(); ++index) {
    Question& question = form.questions[index];
    const json::Cursor& place = building.question_places[index];
    const json::Cursor options = place.optional("options");
    if (!question.shape.open_options || options.optional("look-up").exists()) continue;
    std::vector<QuestionIndex> candidates = top_level_questions(form);
    std::erase_if(candidates, [&](QuestionIndex one) { return form.questions[one].shape.kind != Kind::list; });
    const json::Cursor by = options.member("by");
    question.rows = read_question_name(building, options.member("rows"), candidates);
    if (question.rows == none) continue;
    candidates = form.questions[question.rows].columns;
    std::erase_if(candidates, [&](QuestionIndex one) { return !names_a_row(form.questions[one]); });
    question.by = read_question_name(building, by, candidates);
    if (question.by == none) continue;
    form.questions[question.rows].readers.push_back(index);
  }
}

}  // namespace polku::form
