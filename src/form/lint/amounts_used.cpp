// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "form/lint/lints.h"

namespace polku::form::linting {

namespace {

void gather(const json::Value& value, std::set<std::string>& names) {
  if (value.is(json::Type::array)) {
    for (const json::Value& item : value.items()) gather(item, names);
  } else if (value.is(json::Type::object)) {
    for (const json::Member& member : value.members()) {
      if (member.name == "amount") {
        const bool is_array = member.value.is(json::Type::array) && !member.value.items().empty();
        const json::Value& name = is_array ? member.value.items().front() : member.value;
        if (name.is(json::Type::string)) names.insert(name.string());
      }
      gather(member.value, names);
    }
  }
}

}  // namespace

void amounts_used(const Subject& subject, problem::Problems& problems) {
  std::set<std::string> used;
  for (const char* part : {"questions", "pages", "recipients"}) {
    if (const json::Value* rules = subject.source.find(part)) gather(*rules, used);
  }
  for (const Amount& amount : subject.form.amounts) {
    if (used.count(amount.name) != 0) continue;
    problems.push_back(
        at(subject, problem::Code::amount_unused, {{"name", amount.name}}, problem::join_pointer("/amounts", amount.name), problem::Severity::warning));
  }
}

}  // namespace polku::form::linting
