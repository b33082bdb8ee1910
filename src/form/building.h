// SPDX-License-Identifier: EUPL-1.2
// Inside this room only: a compiled form while it is being made, with the places its parts were read from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "form/form.h"
#include "json/cursor.h"

namespace polku::form {

struct RuleSite;

struct Building {
  Building(const json::Value& service, problem::Problems& gathered, const Options& options)
      : document(options.document), code_lists(options.code_lists), root(service, gathered, document), problems(gathered) {}

  std::string document;
  const CodeLists& code_lists;
  std::map<std::string, std::vector<std::string>, std::less<>> codes;  // of the lists read so far
  json::Cursor root;
  problem::Problems& problems;
  CompiledForm form;
  std::vector<json::Cursor> question_places;               // beside form.questions
  std::vector<std::vector<json::Cursor>> row_page_places;  // beside form.questions; empty where the one default page stands
  std::vector<json::Cursor> page_places;                   // beside form.pages
  std::vector<json::Cursor> task_places;                   // beside form.tasks
};

// In this order: each needs what those before it found.
void read_identity(Building& building);
void read_amounts(Building& building);
void read_questions(Building& building);
void find_option_rows(Building& building);
void read_pages(Building& building);
void check_pages(const Building& building);
void read_recipients(Building& building);
void read_look_ups(Building& building);
void read_payment(Building& building);
void compile_rules(Building& building);

// The constraints that a kind has, from a question's members.
value::Shape read_shape(Building& building, const json::Cursor& question, value::Kind kind);
void read_options(Building& building, const json::Cursor& question, value::Shape& shape);

// ---- small readers, each reporting at the place it was given ----
enum class IdSort { name, option };  // an option may begin with a digit
bool is_id(std::string_view id, IdSort sort = IdSort::name);
std::optional<std::string> read_id(const json::Cursor& place, IdSort sort = IdSort::name);
// A JSON number or a decimal string.
std::optional<text::Decimal> read_decimal(const json::Cursor& place);
std::optional<calendar::Date> read_date(const json::Cursor& place);
std::optional<std::string> read_language(const json::Cursor& place);
// Checks $schema: "…/<stem>-1.json".
void read_format_version(const json::Cursor& root, std::string_view stem);
// A question's id that must be among `candidates`.
QuestionIndex read_question_name(const Building& building, const json::Cursor& place, const std::vector<QuestionIndex>& candidates);
std::vector<QuestionIndex> top_level_questions(const CompiledForm& form);

}  // namespace polku::form
