// SPDX-License-Identifier: EUPL-1.2
// import.json: what became of what. Read by people, and by whoever judges the import.
#include "exchange/write.h"
#include "json/writer.h"

namespace polku::exchange {

using json::Value;

namespace {

Value of_document(const Document& document) { return Value::object().with("name", Value{document.name}).with("sha256", Value{document.sha256}); }

Value write_sources(const Sources& sources) {
  Value source = Value::object().with("schema", of_document(sources.schema));
  if (sources.ui_schema) source.add("ui-schema", of_document(*sources.ui_schema));
  Value translations = Value::array();
  for (const Document& one : sources.translations) translations.push(of_document(one));
  source.add("translations", std::move(translations));
  return source;
}

Value write_answers(const Plan& plan) {
  Value answers = Value::array();
  for (const Asked& asked : plan.asked) {
    if (asked.kind == "information") continue;
    Value one = Value::object().with("pointer", Value{asked.pointer}).with("question", Value{asked.id});
    if (asked.list) one.add("list", Value{asked.list->id});
    answers.push(std::move(one));
  }
  return answers;
}

Value write_options(const Plan& plan) {
  Value options = Value::object();
  for (const Asked& asked : plan.asked) {
    if (asked.options.empty()) continue;
    Value own = Value::object();
    for (const auto& [value, id] : asked.options) own.add(json::write(value), Value{id});
    options.add(asked.id, std::move(own));
  }
  return options;
}

struct Brought {
  const Condition* condition;
  std::vector<std::string> within, questions;
};

// By the innermost condition of each question: what it brings up where the outer ones hold too.
Value write_conditions(const Plan& plan) {
  std::vector<Brought> all;
  for (const Asked& asked : plan.asked) {
    if (asked.kind == "information") continue;
    std::vector<const Condition*> chain;
    for (const Node* node = asked.node; node; node = node->parent) {
      for (std::size_t at = node->when.size(); at-- > 0;) chain.push_back(&node->when[at]);
    }
    if (chain.empty()) continue;
    Brought* found = nullptr;
    for (Brought& one : all) {
      if (*one.condition == *chain.front()) found = &one;
    }
    if (!found) {
      found = &all.emplace_back(Brought{.condition = chain.front(), .within = {}, .questions = {}});
      for (std::size_t at = 1; at < chain.size(); ++at) found->within.push_back((chain[at]->negated ? "!" : "") + chain[at]->place.pointer);
    }
    found->questions.push_back(asked.id);
  }
  Value conditions = Value::array();
  for (const Brought& one : all) {
    Value questions = Value::array(), within = Value::array();
    for (const std::string& id : one.questions) questions.push(Value{id});
    for (const std::string& pointer : one.within) within.push(Value{pointer});
    Value written = Value::object()
                        .with("document", Value{name_of_document(one.condition->place.document)})
                        .with("pointer", Value{one.condition->place.pointer})
                        .with("questions", std::move(questions));
    if (one.condition->negated) written.add("negated", Value{true});
    if (!one.within.empty()) written.add("within", std::move(within));
    conditions.push(std::move(written));
  }
  return conditions;
}

}  // namespace

Value write_record(const Workshop& shop, const Sources& sources, const Node&, const Import& import) {
  Value losses = Value::array(), problems = Value::array();
  for (const Loss& loss : import.losses) {
    losses.push(Value::object()
                    .with("document", Value{loss.document})
                    .with("pointer", Value{loss.pointer})
                    .with("construct", Value{loss.construct})
                    .with("reason", Value{loss.reason}));
  }
  for (const Finding& problem : import.problems) {
    Value arguments = Value::object();
    for (const auto& [name, value] : problem.arguments) arguments.add(name, Value{value});
    problems.push(Value::object()
                      .with("document", Value{problem.document})
                      .with("pointer", Value{problem.pointer})
                      .with("code", Value{problem.code})
                      .with("arguments", std::move(arguments)));
  }
  const auto number = [](std::size_t count) { return Value{static_cast<std::int64_t>(count)}; };
  return Value::object()
      .with("import", Value{std::int64_t{1}})
      .with("source", write_sources(sources))
      .with("answers", write_answers(shop.plan))
      .with("options", write_options(shop.plan))
      .with("conditions", write_conditions(shop.plan))
      .with("constructs", number(import.constructs))
      .with("carried", number(import.constructs - import.losses.size()))
      .with("losses", std::move(losses))
      .with("problems", std::move(problems));
}

}  // namespace polku::exchange
