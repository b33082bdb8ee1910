// SPDX-License-Identifier: EUPL-1.2
// Calls of scenarios that need a definition, a submission or a connector of their own.
#include "rehearsal/cases.h"

#include <memory>

#include "delivery/connector.h"
#include "delivery/outbox.h"
#include "session/format.h"
#include "session/verify.h"

namespace polku::rehearsal {

using json::Type;
using json::Value;

const Value& member(const Value& object, std::string_view name) {
  static const Value nothing;
  const auto* found = object.find(name);
  return found ? *found : nothing;
}

namespace {

calendar::Date day(const Value& request) { return calendar::parse_date(request.find_string("today").value_or("")).value_or(calendar::Date{}); }

// The container a JSON Pointer's last name or number stands in, and that last part.
struct Target {
  Value* container = nullptr;
  std::string name;
};

std::string unescaped(std::string_view part) {
  std::string name;
  for (std::size_t at = 0; at < part.size(); ++at) {
    const bool escape = part[at] == '~' && at + 1 < part.size();
    name += escape ? (part[++at] == '1' ? '/' : '~') : part[at];
  }
  return name;
}

Value* below(Value* container, const std::string& name) {
  if (container->is(Type::object)) return container->find(name);
  if (!container->is(Type::array)) return nullptr;
  const auto index = text::Decimal::parse(name);
  const auto whole = index ? index->to_integer().value_or(-1) : -1;
  return whole >= 0 && whole < static_cast<std::int64_t>(container->items().size()) ? &container->items()[static_cast<std::size_t>(whole)] : nullptr;
}

Target find_target(Value& root, std::string_view pointer) {
  Target target{&root, {}};
  while (target.container && !pointer.empty()) {
    const auto end = pointer.find('/', 1);
    target.name = unescaped(pointer.substr(1, end == std::string_view::npos ? end : end - 1));
    if (end == std::string_view::npos) return target;
    target.container = below(target.container, target.name);
    pointer.remove_prefix(end);
  }
  return {};
}

void put(Value& root, std::string_view pointer, const Value& value) {
  const auto [container, name] = find_target(root, pointer);
  if (!container) return;
  if (container->is(Type::object)) return container->set(name, value);
  if (!container->is(Type::array)) return;
  if (auto* item = below(container, name)) {
    *item = value;
  } else {
    container->push(value);
  }
}

void take_out(Value& root, std::string_view pointer) {
  const auto [container, name] = find_target(root, pointer);
  if (!container) return;
  if (container->is(Type::object)) {
    auto& members = container->members();
    for (auto at = members.begin(); at != members.end(); ++at) {
      if (at->name == name) {
        members.erase(at);
        return;
      }
    }
  } else if (auto* item = below(container, name)) {
    container->items().erase(container->items().begin() + (item - container->items().data()));
  }
}

}  // namespace

form::CodeLists code_lists_in(const Value& request) {
  form::CodeLists lists;
  const auto& given = member(request, "code-lists");
  if (!given.is(Type::object)) return lists;
  for (const auto& [id, list] : given.members()) lists[id] = list;
  return lists;
}

Value verify_changed(const Value& request, const session::World& world) {
  auto submission = member(request, "submission");
  if (const auto* changes = request.find("set"); changes && changes->is(Type::object)) {
    for (const auto& [pointer, value] : changes->members()) put(submission, pointer, value);
  }
  if (const auto* gone = request.find("remove"); gone && gone->is(Type::array)) {
    for (const auto& pointer : gone->items()) {
      if (pointer.is(Type::string)) take_out(submission, pointer.string());
    }
  }
  return Value::object().with("problems", session::to_json(session::verify(world, submission, day(request)).problems));
}

Value walk_given(const Value& request, const session::World& world) {
  const auto compilation = form::compile(member(request, "service"), {.code_lists = code_lists_in(request)});
  auto problems = compilation.problems;
  if (!compilation.form) return Value::object().with("problems", session::to_json(problems));
  const auto& form = *compilation.form;
  const auto language = request.find_string("language").value_or("en");
  const auto none = Value::object();
  const auto* given = request.find("answers");
  auto answers = journey::answers_from_json(form, given ? *given : none, world, language, day(request), problems);
  if (const auto* typed = request.find("typed"); typed && typed->is(Type::object)) {
    for (const auto& [name, words] : typed->members()) {
      const auto place = journey::find_place(form, answers, name);
      if (!place) continue;
      value::Typed parts;
      if (words.is(Type::string)) parts.push_back(words.string());
      if (words.is(Type::array)) {
        for (const auto& part : words.items()) parts.push_back(part.is(Type::string) ? part.string() : std::string{});
      }
      answers.set(*place, journey::answer_typed(form.questions[place->question], std::move(parts), std::string{language}, world, day(request)));
    }
  }
  const auto journey = journey::walk(form, answers, {.today = day(request), .holidays = &world.holidays, .locales = &world});
  auto asked = Value::array();
  for (const auto& stop : journey.stops) {
    for (const auto& item : stop.items) {
      if (item.state != journey::Item::State::hidden) asked.push(Value{journey::name_of_place(form, answers, item.place)});
      problems.insert(problems.end(), item.problems.begin(), item.problems.end());
    }
  }
  problems.insert(problems.end(), journey.problems.begin(), journey.problems.end());
  return Value::object()
      .with("problems", session::to_json(problems))
      .with("asked", std::move(asked))
      .with("answers", journey::submission_answers(form, answers, journey))
      .with("computed", journey::submission_computed(form, answers, journey));
}

Value deliver(const Value& request) {
  problem::Problems problems;
  auto list = Value::array();
  list.push(member(request, "connector"));
  const auto connectors = delivery::read_connectors(list, problems, "", "");
  if (problem::has_errors(problems) || connectors.empty()) return Value::object().with("problems", session::to_json(problems));
  const auto& connector = connectors.front();
  delivery::outbox::State state;
  std::int64_t sent = 0, asked_after = 0;
  auto waits = Value::array();
  const auto& replies = member(request, "replies");
  if (replies.is(Type::array)) {
    for (const auto& reply : replies.items()) {
      auto next = delivery::outbox::begin(connector, std::move(state));
      state = std::move(next.state);
      if (next.act == delivery::outbox::Act::nothing) break;
      const bool looks_up = next.act == delivery::outbox::Act::look_up;
      (looks_up ? asked_after : sent) += 1;
      if (!reply.is(Type::object)) {
        next = delivery::outbox::after_unreached(connector, std::move(state), 0);
      } else {
        const auto* status = reply.find("status");
        const auto code = status && status->is(Type::number) ? static_cast<int>(status->number().to_integer().value_or(0)) : 0;
        const std::string body{reply.find_string("body").value_or("")};
        next = looks_up ? delivery::outbox::after_lookup(connector, std::move(state), delivery::read_lookup(connector, code, {}, body), 0)
                        : delivery::outbox::after_reply(connector, std::move(state), delivery::read_reply(connector, code, {}, body), 0);
      }
      state = std::move(next.state);
      waits.push(Value{next.wait_seconds});
    }
  }
  return Value::object()
      .with("stage", Value{delivery::outbox::name_of(state.stage)})
      .with("sent", Value{sent})
      .with("asked-after", Value{asked_after})
      .with("waits", std::move(waits))
      .with("reference", Value{state.reference})
      .with("problems", session::to_json(state.problems));
}

}  // namespace polku::rehearsal
