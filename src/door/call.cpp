// SPDX-License-Identifier: EUPL-1.2
// What the command line's --lines answers, asked through the door: whole suites run natively and in wasm from the same files.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "calendar/date.h"
#include "door/door.h"
#include "identifiers/built_in.h"
#include "messages/message.h"
#include "rules/rules.h"
#include "session/format.h"
#include "value/value.h"

namespace polku::door {
namespace {

using json::Value;
using problem::Code;

Value refuse(Code code, std::string_view argument, std::string_view about) {
  const problem::Problem refusal{.code = code, .arguments = {{std::string{argument}, std::string{about}}}};
  return Value::object().with("problem", session::to_json(refusal));
}

Value refuse(const problem::Problems& problems) { return Value::object().with("problem", session::to_json(problems.front())); }

calendar::Date today_of(const Value& request) {
  const auto given = calendar::parse_date(request.find_string("today").value_or(""));
  return given ? *given : calendar::Date{};
}

Value evaluate(const Value& request, const session::World& world) {
  static const Value nothing;
  const Value* rule = request.find("rule");
  const Value* data = request.find("data");
  const auto parsed = rules::parse(rule ? *rule : nothing, rules::Dialect::classic);
  if (problem::has_errors(parsed.problems)) return refuse(parsed.problems);
  const rules::DataEnvironment environment{data ? *data : nothing, today_of(request), world.holidays};
  return Value::object().with("result", rules::evaluate(parsed.rule, environment));
}

// In a case file a date is "2026-11-22" under {"date": …} and money is {"amount", "currency"}; numbers and texts are themselves.
messages::Arguments arguments_of(const Value& args) {
  messages::Arguments arguments;
  if (!args.is(json::Type::object)) return arguments;
  for (const auto& [name, value] : args.members()) {
    if (value.is(json::Type::number)) {
      arguments.push_back({name, value.number()});
    } else if (value.is(json::Type::string)) {
      const auto date = calendar::parse_date(value.string());
      if (date) {
        arguments.push_back({name, *date});
      } else {
        arguments.push_back({name, value.string()});
      }
    } else if (const auto amount = value.find_string("amount")) {
      const auto decimal = text::Decimal::parse(*amount);
      if (decimal) arguments.push_back({name, messages::Money{*decimal, std::string{value.find_string("currency").value_or("EUR")}}});
    }
  }
  return arguments;
}

const locale::Locale* locale_of(const Value& request, const session::World& world) {
  const auto language = request.find_string("language").value_or("en");
  for (const auto& tag : text::lookup_chain(language)) {
    for (const auto& locale : world.locales) {
      if (locale->tag() == tag) return locale.get();
    }
  }
  return nullptr;
}

Value format(const Value& request, const session::World& world) {
  static const Value none = Value::object();
  const locale::Locale* locale = locale_of(request, world);
  if (!locale) return refuse(Code::language_without_pack, "language", request.find_string("language").value_or(""));
  const auto compiled = messages::compile(request.find_string("pattern").value_or(""));
  if (problem::has_errors(compiled.problems)) return refuse(compiled.problems);
  const Value* args = request.find("args");
  const auto formatted = messages::format(compiled.message, arguments_of(args ? *args : none), *locale, messages::Isolation::none);
  Value missing = Value::array();
  for (const auto& name : formatted.missing) missing.push(Value{name});
  return Value::object().with("text", Value{formatted.text}).with("missing", std::move(missing));
}

Value decode(const Value& request, const session::World& world) {
  const auto kind = value::kind_named(request.find_string("kind").value_or(""));
  if (!kind) {
    std::string allowed;
    for (const auto known : value::all_kinds()) allowed.append(allowed.empty() ? "" : ", ").append(value::name_of(known));
    return refuse({{.code = Code::not_among, .arguments = {{"found", std::string{request.find_string("kind").value_or("")}}, {"allowed", allowed}}}});
  }
  const locale::Locale* locale = locale_of(request, world);
  if (!locale) return refuse(Code::language_without_pack, "language", request.find_string("language").value_or(""));
  value::Shape shape{.kind = *kind};
  if (const auto scheme = request.find_string("scheme")) {
    shape.scheme = identifiers::built_in(*scheme);
    if (!shape.scheme)
      return refuse({{.code = Code::unknown_scheme, .arguments = {{"found", std::string{*scheme}}, {"allowed", identifiers::suggest(*scheme)}}}});
  }
  shape.currency = std::string{request.find_string("currency").value_or("EUR")};
  value::Typed typed;
  if (const Value* given = request.find("value")) {
    if (given->is(json::Type::string)) typed.push_back(given->string());
    if (given->is(json::Type::array)) {
      for (const auto& part : given->items()) typed.push_back(part.is(json::Type::string) ? part.string() : "");
    }
  }
  const auto decoded = value::decode(shape, typed, *locale, today_of(request));
  const bool valid = decoded.value && !problem::has_errors(decoded.problems);
  Value answer = Value::object().with("valid", Value{valid}).with("normal", decoded.value ? *decoded.value : Value{});
  if (!decoded.problems.empty()) answer.add("problem", session::to_json(decoded.problems.front()));
  return answer;
}

}  // namespace

Value call(const Value& request, const session::World& world) {
  const auto name = request.find_string("call").value_or("");
  if (name == "evaluate") return evaluate(request, world);
  if (name == "format") return format(request, world);
  if (name == "decode") return decode(request, world);
  return refuse(Code::not_found, "name", name);
}

}  // namespace polku::door
