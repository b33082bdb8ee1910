// SPDX-License-Identifier: EUPL-1.2
#include "messages/catalog.h"

namespace polku::messages {

Catalog Catalog::read(const json::Value& file, std::string language, problem::Problems& problems, std::string document) {
  Catalog catalog;
  catalog.language_ = std::move(language);
  const auto report = [&](problem::Problem problem, const json::Value& place, std::string pointer) {
    problem.document = document;
    problem.pointer = std::move(pointer);
    problem.line = place.line;
    problem.column = place.column;
    problems.push_back(std::move(problem));
  };
  const auto wrong_type = [](std::string_view expected, json::Type found) {
    return problem::Problem{.code = problem::Code::wrong_type, .arguments = {{"expected", std::string(expected)}, {"found", std::string(name_of(found))}}};
  };
  if (!file.is(json::Type::object)) {
    report(wrong_type("object", file.type()), file, {});
    return catalog;
  }
  for (const auto& [key, value] : file.members()) {
    if (!key.empty() && key.front() == '$') continue;
    if (!value.is(json::Type::string)) {
      report(wrong_type("string", value.type()), value, problem::join_pointer("", key));
      continue;
    }
    auto compiled = compile(value.string());
    for (auto& problem : compiled.problems) {
      if (!problem.arguments.empty()) problem.arguments.front().value = key;
      report(std::move(problem), value, problem::join_pointer("", key));
    }
    catalog.entries_.insert_or_assign(key, Entry{std::move(compiled.message), value.string(), value.line, value.column});
  }
  return catalog;
}

const Message* Catalog::find(std::string_view key) const {
  const auto found = entries_.find(key);
  return found == entries_.end() ? nullptr : &found->second.message;
}

std::vector<std::string> Catalog::keys() const {
  std::vector<std::string> keys;
  keys.reserve(entries_.size());
  for (const auto& entry : entries_) keys.push_back(entry.first);
  return keys;
}

std::pair<std::uint32_t, std::uint32_t> Catalog::place(std::string_view key) const {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return {0, 0};
  return {found->second.line, found->second.column};
}

std::string_view Catalog::source(std::string_view key) const {
  const auto found = entries_.find(key);
  return found == entries_.end() ? std::string_view{} : std::string_view(found->second.source);
}

}  // namespace polku::messages
