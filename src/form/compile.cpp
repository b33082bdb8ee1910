// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <tuple>

#include "digest/digest.h"
#include "form/building.h"
#include "form/rule_site.h"

namespace polku::form {

using problem::Code;

namespace {

bool is_version(std::string_view words) {
  int points = 0;
  char before = '.';
  for (char byte : words) {
    if (byte == '.') {
      if (before == '.') return false;
      ++points;
    } else if (byte < '0' || byte > '9') {
      return false;
    }
    before = byte;
  }
  return points == 2 && before != '.' && words.size() <= 32;
}

constexpr std::string_view lists_member = "code-lists";  // of an effective definition only

json::Value effective_of(const json::Value& service, const Building& building) {
  json::Value effective = service;
  json::Value lists = json::Value::object();
  for (const auto& [id, codes] : building.codes) {
    json::Value list = json::Value::array();
    for (const std::string& code : codes) list.push(json::Value{code});
    lists.add(id, std::move(list));
  }
  if (!building.codes.empty()) effective.add(std::string(lists_member), std::move(lists));
  return effective;
}

std::string hash_of(const json::Value& effective) {
  json::Value::Object members;
  for (const json::Member& member : effective.members()) {
    if (member.name != "$schema") members.push_back(member);
  }
  return digest::sha256_hex(digest::canonical(json::Value(std::move(members))));
}

void read_standard(Building& building, const json::Cursor& standard) {
  standard.only({"decision-within", "redress"});
  if (standard.is(json::Type::object)) {
    const json::Cursor within = standard.optional("decision-within");
    if (within.exists()) {
      building.form.standard.decision_within_working_days = within.member("working-days").integer(0, 1000);
      within.only({"working-days"});
    }
    if (auto id = read_id(standard.optional("redress"))) building.form.standard.redress = *id;
  } else {
    standard.members();
  }
}

}  // namespace

void read_identity(Building& building) {
  const json::Cursor& root = building.root;
  read_format_version(root, "service");
  root.only({"$schema", "id", "version", "languages", "standard", "questions", "amounts", "pages", "look-ups", "payment", "recipients"});
  if (auto id = read_id(root.member("id"))) building.form.id = *id;
  const json::Cursor version = root.member("version");
  if (auto words = version.text()) {
    if (!is_version(*words)) version.report(Code::wrong_type, {{"expected", "semantic-version"}, {"found", *words}});
    building.form.version = *words;
  }
  const json::Cursor languages = root.member("languages");
  for (const json::Cursor& place : languages.items()) {
    auto tag = read_language(place);
    if (!tag) continue;
    auto& known = building.form.languages;
    if (std::find(known.begin(), known.end(), *tag) != known.end()) {
      place.report(Code::repeated_id, {{"id", *tag}});
    } else {
      known.push_back(*tag);
    }
  }
  if (languages.is(json::Type::array) && languages.value().items().empty()) {
    languages.report(Code::out_of_bounds, {{"minimum", text::Decimal{1}}, {"maximum", text::Decimal{100}}});
  }
  read_standard(building, root.optional("standard"));
}

Compilation compile(const json::Value& service, const Options& options) {
  Compilation compilation;
  Building building(service, compilation.problems, options);
  if (!service.is(json::Type::object)) {
    building.root.members();
    return compilation;
  }
  read_identity(building);
  read_amounts(building);
  read_questions(building);
  find_option_rows(building);
  read_pages(building);
  check_pages(building);
  read_recipients(building);
  read_look_ups(building);
  read_payment(building);
  compile_rules(building);
  if (!problem::has_errors(compilation.problems)) {
    compilation.effective = effective_of(service, building);
    building.form.hash = hash_of(compilation.effective);
    compilation.form = std::make_shared<const CompiledForm>(std::move(building.form));
  }
  // In the order of the file, as its author reads it.
  std::stable_sort(compilation.problems.begin(), compilation.problems.end(), [](const problem::Problem& left, const problem::Problem& right) {
    return std::tie(left.line, left.column) < std::tie(right.line, right.column);
  });
  return compilation;
}

Compilation compile_effective(const json::Value& effective) {
  if (!effective.is(json::Type::object)) return compile(effective);
  Options options;
  json::Value::Object members;
  for (const json::Member& member : effective.members()) {
    if (member.name != lists_member || !member.value.is(json::Type::object)) {
      members.push_back(member);
      continue;
    }
    for (const auto& [id, codes] : member.value.members()) {
      options.code_lists[id] = json::Value::object()
                                   .with("$schema", json::Value{"code-list-1.json"})
                                   .with("id", json::Value{id})
                                   .with("source", json::Value{"the effective definition"})
                                   .with("codes", codes);
    }
  }
  return compile(json::Value(std::move(members)), options);
}

}  // namespace polku::form
