// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "rehearsal/cases.h"
#include "rehearsal/example.h"

namespace polku::rehearsal {

using json::Type;
using json::Value;

namespace {

const Value::Object& members(const Value& object) {
  static const Value::Object none;
  return object.is(Type::object) ? object.members() : none;
}

Value page_of(std::string_view id, std::string_view kind) { return Value::object().with("id", Value{id}).with("kind", Value{kind}); }

bool has_kind(const Value& page, std::string_view kind) { return page.find_string("kind") == kind; }

Value pages_of(const Value& example) {
  Value pages = member(example, "pages");
  if (!pages.is(Type::array)) {
    auto asked = Value::array();
    for (const auto& [id, question] : members(member(example, "questions"))) asked.push(Value{id});
    pages = Value::array();
    pages.push(Value::object().with("id", Value{"ask"}).with("ask", std::move(asked)));
  }
  const auto is_last = [](const Value& page) { return has_kind(page, "check-answers"); };
  if (std::none_of(pages.items().begin(), pages.items().end(), is_last)) {
    pages.push(page_of("check", "check-answers"));
    pages.push(page_of("done", "confirmation"));
  }
  return pages;
}

Value recipients_of(const Value& example) {
  auto entitled = Value::array();
  for (const auto& [id, question] : members(member(example, "questions"))) {
    if (!has_kind(question, "information")) entitled.push(Value{id});
  }
  auto recipients = Value::array();
  recipients.push(Value::object().with("id", Value{"office"}).with("entitled", std::move(entitled)));
  if (const auto* given = example.find("recipients")) {
    for (const auto& one : given->items()) recipients.push(one);
  }
  return recipients;
}

// Titles no example is about, the same in every language.
Value words_of(const Value& given, bool has_own_pages) {
  auto words = Value::object().with("$meta", Value::object().with("review", Value::object().with("state", Value{"not-reviewed"})));
  for (const char* key : {"service.title", "service.summary", "page.ask.title", "page.check.title", "page.done.title"}) {
    const bool is_of_no_page = has_own_pages && std::string_view{key} == "page.ask.title";
    if (!given.find(key) && !is_of_no_page) words.add(key, Value{"Example"});
  }
  for (const auto& [key, text] : members(given)) words.add(key, text);
  return words;
}

}  // namespace

Value compose(const Value& example) {
  auto languages = Value::array();
  auto words = Value::object();
  for (const auto& [language, given] : members(member(example, "words"))) {
    languages.push(Value{language});
    words.add(language, words_of(given, example.find("pages") != nullptr));
  }
  auto service = Value::object()
                     .with("$schema", Value{"service-1.json"})
                     .with("id", Value{"example"})
                     .with("version", Value{"1.0.0"})
                     .with("languages", std::move(languages))
                     .with("questions", member(example, "questions"));
  for (const char* part : {"amounts", "look-ups", "payment"}) {
    if (const auto* given = example.find(part)) service.add(part, *given);
  }
  service.add("pages", pages_of(example));
  service.add("recipients", recipients_of(example));
  return Value::object().with("service", std::move(service)).with("words", std::move(words));
}

}  // namespace polku::rehearsal
