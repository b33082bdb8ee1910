// SPDX-License-Identifier: EUPL-1.2
#include "form/lint/lints.h"

namespace polku::form::linting {

problem::Problem at(const Subject& subject, problem::Code code, std::vector<problem::Argument> arguments, std::string pointer, problem::Severity severity) {
  const json::Value* place = json::find_by_pointer(subject.source, pointer);
  return {.code = code,
          .arguments = std::move(arguments),
          .pointer = std::move(pointer),
          .document = "service.json",
          .line = place ? place->line : 0,
          .column = place ? place->column : 0,
          .severity = severity};
}

problem::Problem in_catalog(const messages::Catalog& catalog, std::string_view key, problem::Code code, std::vector<problem::Argument> arguments,
                            problem::Severity severity) {
  const auto [line, column] = catalog.place(key);
  return {.code = code,
          .arguments = std::move(arguments),
          .pointer = problem::join_pointer("", key),
          .document = catalog.language() + ".json",
          .line = line,
          .column = column,
          .severity = severity};
}

namespace {

// Says whether a rule asked for the day or a legal amount: then its result is not constant.
class WatchingEnvironment : public rules::Environment {
 public:
  const json::Value* variable(std::string_view) const override { return nullptr; }
  std::optional<json::Value> amount(std::string_view, const calendar::Date&) const override {
    asked_ = true;
    return std::nullopt;
  }
  calendar::Date today() const override {
    asked_ = true;
    return {};
  }
  const calendar::Holidays& holidays() const override {
    asked_ = true;
    return holidays_;
  }
  bool asked() const { return asked_; }

 private:
  mutable bool asked_ = false;
  calendar::Holidays holidays_;
};

}  // namespace

Constant constant_of(const rules::Rule& rule) {
  if (rule.empty()) return Constant::holds;
  if (!rule.reads().empty()) return Constant::depends;
  const WatchingEnvironment environment;
  const bool holds = rules::is_truthy(rules::evaluate(rule, environment));
  if (environment.asked()) return Constant::depends;
  return holds ? Constant::holds : Constant::never_holds;
}

}  // namespace polku::form::linting
