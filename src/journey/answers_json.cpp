// SPDX-License-Identifier: EUPL-1.2
// Answers from a submission or a person's answer file: values, not what was typed.
#include "journey/answers.h"

namespace polku::journey {

using problem::Code;
using problem::join_pointer;
using problem::Problems;

namespace {

struct ValueReader {
  const form::CompiledForm& form;
  const Locales& locales;
  std::string_view language;
  const calendar::Date& today;
  Problems& problems;
  Answers answers = {};

  void report(Code code, const json::Value& at, std::string pointer, problem::ArgumentViews arguments) {
    problems.push_back({.code = code, .arguments = copied(arguments), .pointer = std::move(pointer), .line = at.line, .column = at.column});
  }

  void read_object(const json::Value& source, QuestionIndex list, RowId row, const std::string& pointer) {
    if (!source.is(json::Type::object)) {
      report(Code::wrong_type, source, pointer, {{"expected", "object"}, {"found", json::name_of(source.type())}});
      return;
    }
    for (const auto& [id, value] : source.members()) {
      const auto index = form.index_of(id);
      if (index == form::none || form.questions[index].list != list) {
        report(Code::answer_unknown, value, join_pointer(pointer, id), {{"id", id}});
        continue;
      }
      const auto& question = form.questions[index];
      if (question.origin == form::Origin::computed || question.shape.kind == value::Kind::information) {
        report(Code::answer_not_asked, value, join_pointer(pointer, id), {{"id", id}});
      } else if (question.shape.kind == value::Kind::list) {
        read_list(value, index, row, join_pointer(pointer, id));
      } else {
        read_value(value, {index, row}, join_pointer(pointer, id));
      }
    }
  }

  void read_list(const json::Value& source, QuestionIndex list, RowId parent, const std::string& pointer) {
    if (!source.is(json::Type::array)) {
      report(Code::wrong_type, source, pointer, {{"expected", "array"}, {"found", json::name_of(source.type())}});
      return;
    }
    for (std::size_t index = 0; index < source.items().size(); ++index) {
      read_object(source.items()[index], list, answers.add_row(list, parent), join_pointer(pointer, index));
    }
  }

  void read_value(const json::Value& source, Place place, const std::string& pointer) {
    const auto& question = form.questions[place.question];
    auto found = value::check(question.shape, source, today);
    Answer answer{{}, std::string{language}, std::nullopt, {}, today};
    bool readable = true;
    for (auto& problem : found) {
      if (problem::subject_of(problem.code) == problem::Subject::answer) {
        answer.problems.push_back(problem);
      } else {
        readable = false;
        problem.pointer = pointer;
        problem.line = source.line;
        problem.column = source.column;
        problems.push_back(std::move(problem));
      }
    }
    if (readable) {
      answer.value = source;
      answer.typed = value::retyped(question.shape, source, locales.named(language));
    }
    answers.set(place, std::move(answer));
  }
};

}  // namespace

Answers answers_from_json(const form::CompiledForm& form, const json::Value& source, const Locales& locales, std::string_view language,
                          const calendar::Date& today, Problems& problems, std::string pointer) {
  ValueReader reader{form, locales, language, today, problems};
  reader.read_object(source, form::none, 0, pointer);
  return std::move(reader.answers);
}

}  // namespace polku::journey
