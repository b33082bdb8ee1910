// SPDX-License-Identifier: EUPL-1.2
// evaluate, format and decode: one case from the command line, or one JSON case a line from standard input.
#include <iostream>

#include "door/door.h"
#include "host/embedded/embedded.h"
#include "host/report/report.h"
#include "host/terminal/commands.h"
#include "host/terminal/common.h"
#include "json/reader.h"
#include "json/writer.h"
#include "rules/rules.h"
#include "session/format.h"

namespace polku::host {

namespace {

using json::Value;

session::World world_of_languages() {
  session::World world;
  for (const auto language : embedded_languages()) {
    if (auto locale = engine_locale(std::string{language})) world.locales.push_back(std::move(locale));
  }
  return world;
}

int answer_lines(std::string_view name) {
  const auto world = world_of_languages();
  int status = all_is_well;
  std::string line;
  while (std::getline(std::cin, line)) {
    if (line.empty()) continue;
    const auto reading = json::read(line);
    Value answer;
    if (reading.value && reading.value->is(json::Type::object)) {
      auto request = *reading.value;
      request.set("call", Value{name});
      answer = door::call(request, world);
    } else {
      const problem::Problem no_object{.code = problem::Code::wrong_type, .arguments = {{"expected", "object"}, {"found", "value"}}};
      answer = Value::object().with("problem", session::to_json(reading.problems.empty() ? no_object : reading.problems.front()));
    }
    if (answer.find("problem")) status = has_problems;
    std::cout << json::write(answer) << "\n";
  }
  return status;
}

int answer_one(Value request, const Arguments& arguments) {
  const auto answer = door::call(request, world_of_languages());
  if (arguments.has("json")) {
    std::cout << json::write(answer) << "\n";
  } else if (const auto* problem = answer.find("problem")) {
    const auto code = problem::code_named(problem->find_string("code").value_or(""));
    problem::Problem told{.code = code.value_or(problem::Code::internal_fault)};
    if (const auto* details = problem->find("arguments"); details && details->is(json::Type::object)) {
      for (const auto& [name, value] : details->members()) {
        told.arguments.push_back({name, value.is(json::Type::number) ? decltype(problem::Argument::value){value.number()}
                                                                     : decltype(problem::Argument::value){value.is(json::Type::string) ? value.string() : ""}});
      }
    }
    std::cerr << report({told}, Form::words, arguments.option("language", "en"));
  } else {
    for (const auto* name : {"result", "text", "normal"}) {
      const auto* result = answer.find(name);
      if (result) std::cout << (result->is(json::Type::string) ? result->string() : json::write(*result)) << "\n";
    }
  }
  return answer.find("problem") ? has_problems : all_is_well;
}

std::optional<Value> read_argument(const std::string& command, const std::string& text, int& status) {
  auto reading = json::read(text);
  if (reading.value) return std::move(reading.value);
  std::cerr << report(reading.problems, Form::words);
  status = refuse_call(command, "an argument is no JSON: " + text);
  return std::nullopt;
}

void copy_options(Value& request, const Arguments& arguments, std::initializer_list<const char*> names) {
  for (const auto* name : names) {
    if (!arguments.option(name).empty()) request.set(name, Value{arguments.option(name)});
  }
}

void print_trace(const Value& rule, const Value& data, const std::string& today) {
  const auto parsed = rules::parse(rule, rules::Dialect::classic);
  const rules::DataEnvironment environment{data, calendar::parse_date(today).value_or(calendar::Date{})};
  rules::Trace trace;
  rules::evaluate(parsed.rule, environment, &trace);
  for (const auto& step : trace) {
    std::cout << std::string(static_cast<std::size_t>(step.depth) * 2, ' ') << step.expression << " → " << json::write(step.result)
              << (step.remark.empty() ? "" : "  (" + step.remark + ")") << "\n";
  }
}

}  // namespace

int command_evaluate(const Given& given) {
  const auto arguments = read_arguments(given, {"today", "language"}, {"lines", "json", "trace"});
  if (!arguments.fault.empty()) return refuse_call("evaluate", arguments.fault);
  if (arguments.has("lines")) return answer_lines("evaluate");
  if (arguments.words.empty() || arguments.words.size() > 2) return refuse_call("evaluate", "give a rule and data");
  int status = all_is_well;
  const auto rule = read_argument("evaluate", arguments.words[0], status);
  const auto data = rule ? read_argument("evaluate", arguments.words.size() > 1 ? arguments.words[1] : "null", status) : std::nullopt;
  if (!rule || !data) return status;
  if (arguments.has("trace")) print_trace(*rule, *data, arguments.option("today"));
  auto request = Value::object().with("call", Value{"evaluate"}).with("rule", *rule).with("data", *data);
  copy_options(request, arguments, {"today"});
  return answer_one(std::move(request), arguments);
}

int command_format(const Given& given) {
  const auto arguments = read_arguments(given, {"language"}, {"lines", "json"});
  if (!arguments.fault.empty()) return refuse_call("format", arguments.fault);
  if (arguments.has("lines")) return answer_lines("format");
  if (arguments.words.empty() || arguments.words.size() > 2) return refuse_call("format", "give a pattern and its arguments as JSON");
  int status = all_is_well;
  const auto args = read_argument("format", arguments.words.size() > 1 ? arguments.words[1] : "{}", status);
  if (!args) return status;
  auto request = Value::object().with("call", Value{"format"}).with("pattern", Value{arguments.words[0]}).with("args", *args);
  copy_options(request, arguments, {"language"});
  return answer_one(std::move(request), arguments);
}

int command_decode(const Given& given) {
  const auto arguments = read_arguments(given, {"kind", "scheme", "currency", "language", "today"}, {"lines", "json"});
  if (!arguments.fault.empty()) return refuse_call("decode", arguments.fault);
  if (arguments.has("lines")) return answer_lines("decode");
  if (arguments.words.empty() || arguments.option("kind").empty()) return refuse_call("decode", "give --kind and a value (a date as three: day month year)");
  auto typed = Value::array();
  for (const auto& word : arguments.words) typed.push(Value{word});
  auto request = Value::object().with("call", Value{"decode"}).with("value", std::move(typed));
  copy_options(request, arguments, {"kind", "scheme", "currency", "language", "today"});
  return answer_one(std::move(request), arguments);
}

}  // namespace polku::host
