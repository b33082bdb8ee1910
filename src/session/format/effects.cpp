// SPDX-License-Identifier: EUPL-1.2
#include "session/format.h"

namespace polku::session {

using json::Value;

namespace {

Value number(std::uint64_t whole) { return Value{static_cast<std::int64_t>(whole)}; }

struct Writer {
  Value operator()(const Fetch& fetch) const {
    auto headers = Value::object();
    for (const auto& [name, value] : fetch.headers) headers.add(name, Value{value});
    return Value::object()
        .with("effect", Value{"fetch"})
        .with("method", Value{fetch.method})
        .with("url", Value{fetch.url})
        .with("headers", std::move(headers))
        .with("body", Value{fetch.body});
  }
  Value operator()(const Keep& keep) const {
    return Value::object()
        .with("effect", Value{"keep"})
        .with("name", Value{keep.name})
        .with("expected", number(keep.expected_revision))
        .with("revision", number(keep.revision))
        .with("body", Value{keep.body});
  }
  Value operator()(const Recall& recall) const { return Value::object().with("effect", Value{"recall"}).with("name", Value{recall.name}); }
  Value operator()(const Forget& forget) const { return Value::object().with("effect", Value{"forget"}).with("name", Value{forget.name}); }
  Value operator()(const Wait& wait) const { return Value::object().with("effect", Value{"wait"}).with("seconds", Value{wait.seconds}); }
  Value operator()(const MoveFocus& move) const { return Value::object().with("effect", Value{"move-focus"}).with("target", Value{move.target}); }
  Value operator()(const Announce& announce) const {
    return Value::object().with("effect", Value{"announce"}).with("text", Value{announce.text.words()}).with("language", Value{announce.text.language()});
  }
  Value operator()(const Leave& leave) const { return Value::object().with("effect", Value{"leave"}).with("address", Value{leave.address}); }
};

}  // namespace

Value to_json(const Effect& effect) {
  auto written = std::visit(Writer{}, effect.wish);
  if (effect.id != 0) written.add("id", number(effect.id));
  return written;
}

Value to_json(const problem::Problem& problem) {
  auto written = Value::object().with("code", Value{problem::name_of(problem.code)});
  if (!problem.rule.empty()) written.add("rule", Value{problem.rule});
  if (!problem.arguments.empty()) {
    auto arguments = Value::object();
    for (const auto& [name, value] : problem.arguments) {
      const auto* decimal = std::get_if<text::Decimal>(&value);
      arguments.add(name, decimal ? Value{*decimal} : Value{std::get<std::string>(value)});
    }
    written.add("arguments", std::move(arguments));
  }
  written.add("pointer", Value{problem.pointer});
  if (!problem.document.empty()) written.add("document", Value{problem.document});
  if (problem.line != 0) {
    written.add("line", number(problem.line));
    written.add("column", number(problem.column));
  }
  if (problem.severity == problem::Severity::warning) written.add("severity", Value{"warning"});
  return written;
}

Value to_json(const problem::Problems& problems) {
  auto list = Value::array();
  for (const auto& problem : problems) list.push(to_json(problem));
  return list;
}

}  // namespace polku::session
