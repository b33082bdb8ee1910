// SPDX-License-Identifier: EUPL-1.2
// The draft's form of answers: what was typed, in which language, and the rows with their ids.
#include "journey/answers.h"

namespace polku::journey {

using problem::Code;
using problem::join_pointer;

struct AnswersFormat {
  static json::Value typed_to_json(const value::Typed& typed) {
    if (typed.size() == 1) return json::Value{typed.front()};
    auto list = json::Value::array();
    for (const auto& part : typed) list.push(json::Value{part});
    return list;
  }

  static std::optional<value::Typed> typed_from_json(const json::Value* source) {
    if (!source) return std::nullopt;
    if (source->is(json::Type::string)) return value::Typed{source->string()};
    if (!source->is(json::Type::array)) return std::nullopt;
    value::Typed typed;
    for (const auto& part : source->items()) {
      if (!part.is(json::Type::string)) return std::nullopt;
      typed.push_back(part.string());
    }
    return typed;
  }

  static json::Value write(const form::CompiledForm& form, const Answers& answers) {
    auto rows = json::Value::array();  // parents before children, siblings in order
    write_rows(form, answers, form::none, 0, rows);
    auto given = json::Value::object();
    for (const auto& [place, answer] : answers.answers_) {
      auto entry = json::Value::object().with("typed", typed_to_json(answer.typed)).with("language", json::Value{answer.language});
      if (!answer.filled_by.empty()) entry.add("filledBy", json::Value{answer.filled_by});
      given.add(name_of_place(form, answers, place), std::move(entry));
    }
    return json::Value::object()
        .with("answers", std::move(given))
        .with("rows", std::move(rows))
        .with("lastRow", json::Value{static_cast<std::int64_t>(answers.last_row_)});
  }

  static void write_rows(const form::CompiledForm& form, const Answers& answers, QuestionIndex list, RowId parent, json::Value& rows) {
    for (QuestionIndex index = 0; index < form.questions.size(); ++index) {
      if (form.questions[index].shape.kind != value::Kind::list || form.questions[index].list != list) continue;
      for (const RowId row : answers.rows(index, parent)) {
        rows.push(json::Value::object()
                      .with("row", json::Value{static_cast<std::int64_t>(row)})
                      .with("list", json::Value{form.questions[index].id})
                      .with("parent", json::Value{static_cast<std::int64_t>(parent)}));
        write_rows(form, answers, index, row, rows);
      }
    }
  }

  static std::optional<RowId> row_number(const json::Value* source) {
    if (!source || !source->is(json::Type::number)) return std::nullopt;
    const auto number = source->number().to_integer();
    if (!number || *number < 0 || *number > 99'999'999) return std::nullopt;
    return static_cast<RowId>(*number);
  }

  static Answers read(const form::CompiledForm& form, const json::Value& draft, const Locales& locales, const calendar::Date& today,
                      problem::Problems& problems) {
    Answers answers;
    if (const auto* rows = draft.find("rows"); rows && rows->is(json::Type::array)) {
      for (std::size_t index = 0; index < rows->items().size(); ++index) {
        const auto& entry = rows->items()[index];
        const auto row = row_number(entry.find("row"));
        const auto parent = row_number(entry.find("parent"));
        const auto list = form.index_of(entry.find_string("list").value_or(""));
        const bool known = list != form::none && form.questions[list].shape.kind == value::Kind::list;
        const auto* above = parent && *parent != 0 ? answers.find_row(*parent) : nullptr;
        const bool fits = known && parent && form.questions[list].list == (above ? above->list : form::none) && (*parent == 0 || above);
        if (!row || *row == 0 || !fits || answers.rows_.count(*row) != 0) {
          problems.push_back(
              {.code = Code::answer_unknown, .arguments = {{"id", "rows"}}, .pointer = join_pointer("/rows", index), .severity = problem::Severity::warning});
          continue;
        }
        answers.rows_[*row] = {list, *parent};
        answers.order_[{list, *parent}].push_back(*row);
        answers.last_row_ = std::max(answers.last_row_, *row);
      }
    }
    if (const auto last = row_number(draft.find("lastRow"))) answers.last_row_ = std::max(answers.last_row_, *last);
    if (const auto* given = draft.find("answers"); given && given->is(json::Type::object)) {
      for (const auto& [name, entry] : given->members()) {
        const auto place = find_place(form, answers, name);
        auto typed = typed_from_json(entry.find("typed"));
        if (!place || !typed) {
          problems.push_back(
              {.code = Code::answer_unknown, .arguments = {{"id", name}}, .pointer = join_pointer("/answers", name), .severity = problem::Severity::warning});
          continue;
        }
        auto answer = answer_typed(form.questions[place->question], std::move(*typed), std::string{entry.find_string("language").value_or("")}, locales, today);
        answer.filled_by = entry.find_string("filledBy").value_or("");
        answers.set(*place, std::move(answer));
      }
    }
    return answers;
  }
};

json::Value to_json(const form::CompiledForm& form, const Answers& answers) { return AnswersFormat::write(form, answers); }

Answers from_json(const form::CompiledForm& form, const json::Value& draft, const Locales& locales, const calendar::Date& today, problem::Problems& problems) {
  return AnswersFormat::read(form, draft, locales, today, problems);
}

}  // namespace polku::journey
