// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/features.h"

namespace polku::rehearsal::generate {

using json::Type;
using json::Value;

namespace {

void count_rule(const Value& rule, Features& features) {
  if (rule.is(Type::array)) {
    for (const auto& item : rule.items()) count_rule(item, features);
  } else if (rule.is(Type::object)) {
    for (const auto& [operation, arguments] : rule.members()) {
      ++features["operator:" + operation];
      count_rule(arguments, features);
    }
  }
}

bool is_rule(std::string_view member) { return member == "when" || member == "required" || member == "calculate" || member == "rule"; }

void count_members(const std::string& stem, const Value& object, Features& features) {
  if (!object.is(Type::object)) return;
  for (const auto& [name, value] : object.members()) {
    ++features[stem + (name.starts_with("x-") ? "x-" : name)];
    if (is_rule(name)) count_rule(value, features);
  }
}

void count_questions(const Value* questions, std::string_view where, Features& features) {
  if (!questions || !questions->is(Type::object)) return;
  for (const auto& [id, question] : questions->members()) {
    const std::string kind{question.find_string("kind").value_or("")};
    const bool computed = question.find("calculate") != nullptr;
    ++features[std::string{where} + ":" + (computed ? "computed-" : "") + kind];
    count_members("member:" + std::string{computed ? "computed-" : ""} + kind + ".", question, features);
    if (const auto scheme = question.find_string("scheme")) ++features["scheme:" + std::string{*scheme}];
    if (const auto* options = question.find("options"); options && options->is(Type::object)) {
      count_members("options:" + kind + ".", *options, features);
    }
    if (const auto* options = question.find("options"); options && options->is(Type::array)) {
      for (const auto& option : options->items()) {
        if (option.is(Type::object)) count_members("options:" + kind + ".", option, features);
      }
    }
    if (const auto* valid = question.find("valid"); valid && valid->is(Type::array)) {
      for (const auto& check : valid->items()) count_members("check:", check, features);
    }
    if (const auto* pages = question.find("pages"); pages && pages->is(Type::array)) {
      for (const auto& page : pages->items()) count_members("row-page:", page, features);
    }
    count_questions(question.find("questions"), "column", features);
  }
}

void count_groups(const Value& page, Features& features) {
  const auto* ask = page.find("ask");
  if (!ask || !ask->is(Type::array)) return;
  for (const auto& one : ask->items()) {
    if (one.is(Type::object)) count_members("group:", one, features);
  }
}

void count_pages(const Value* pages, Features& features) {
  if (!pages || !pages->is(Type::array)) return;
  for (const auto& page : pages->items()) {
    if (page.find("task")) {
      count_members("task:", page, features);
      count_pages(page.find("pages"), features);
      continue;
    }
    const std::string kind{page.find_string("kind").value_or("question")};
    ++features["page:" + kind];
    count_members("page:" + kind + ".", page, features);
    count_groups(page, features);
  }
}

void count_all(std::string_view stem, const Value* list, Features& features) {
  if (!list || !list->is(Type::array)) return;
  for (const auto& one : list->items()) count_members(std::string{stem}, one, features);
}

}  // namespace

void count_features(const Value& service, Features& features) {
  count_members("service:", service, features);
  if (const auto* standard = service.find("standard")) count_members("standard:", *standard, features);
  count_questions(service.find("questions"), "question", features);
  count_all("recipient:", service.find("recipients"), features);
  count_pages(service.find("pages"), features);
  if (const auto* amounts = service.find("amounts"); amounts && amounts->is(Type::object)) {
    for (const auto& [name, dated] : amounts->members()) count_all("amount:", &dated, features);
  }
}

Value to_json(const Features& features) {
  auto all = Value::object();
  for (const auto& [name, count] : features) all.add(name, Value{count});
  return all;
}

}  // namespace polku::rehearsal::generate
