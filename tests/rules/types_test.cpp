// SPDX-License-Identifier: EUPL-1.2
#include "rules/types.h"

#include <algorithm>

#include "table.h"

namespace polku::rules {
namespace {

using json::Value;

// A form with a question of every kind; `mine` stands for the question the rule belongs to, `last` for one that comes later.
class FormScope : public TypeScope {
 public:
  std::optional<Variable> variable(std::string_view name) const override {
    for (const auto& [known, variable] : variables_) {
      if (known == name) return variable;
    }
    return std::nullopt;
  }
  std::vector<std::string> variable_names() const override {
    std::vector<std::string> names;
    for (const auto& variable : variables_) names.push_back(variable.first);
    return names;
  }
  std::optional<Type> amount(std::string_view name) const override {
    if (name == "fee-full") return Type::money("EUR");
    if (name == "limit") return Type::number();
    return std::nullopt;
  }
  std::vector<std::string> amount_names() const override { return {"fee-full", "limit"}; }

 private:
  const Type power_ = Type::option("power", {"petrol", "diesel", "electric"});
  const std::vector<std::pair<std::string, Variable>> variables_ = {
      {"resident", {Type::boolean()}},
      {"applicant", {Type::text()}},
      {"born", {Type::date()}},
      {"rooms", {Type::number()}},
      {"fee", {Type::money("EUR")}},
      {"krona", {Type::money("SEK")}},
      {"power", {power_}},
      {"days", {Type::options("days", {"mon", "tue"})}},
      {"vehicles", {Type::list(Type::row({{"plate", Type::text()}, {"motor", power_}, {"weight", Type::number()}, {"first-use", Type::date()}}))}},
      {"last", {Type::number(), Standing::later}},
      {"mine", {Type::number(), Standing::itself}},
  };
};

Expected expected_of(std::string_view word) {
  if (word == "truth") return Expected::truth();
  if (word == "number") return Expected::value(Type::number());
  if (word == "text") return Expected::value(Type::text());
  if (word == "date") return Expected::value(Type::date());
  if (word == "money EUR") return Expected::value(Type::money("EUR"));
  if (word == "option of power") return Expected::value(Type::option("power", {"petrol", "diesel", "electric"}));
  EXPECT_EQ(word, "anything");
  return Expected::anything();
}

std::string line_of(const problem::Problem& problem) {
  std::string line = std::string(problem::name_of(problem.code)) + " " + problem.pointer;
  for (const auto& argument : problem.arguments) {
    const auto* words = std::get_if<std::string>(&argument.value);
    line += " " + argument.name + "=" + (words ? *words : std::get<text::Decimal>(argument.value).to_string());
  }
  return line;
}

// {"rule", "as": what it has to give, "is": the type found, "problems": lines}
TEST(Types, EveryCaseOfTheTable) {
  const FormScope scope;
  const Value cases = test::table(std::string(POLKU_SOURCE_DIR) + "/tests/rules/types.json");
  EXPECT_GT(cases.items().size(), 80u);
  for (const Value& entry : cases.items()) {
    const Parsed parsed = parse(test::member(entry, "rule"), Dialect::definition, "/when", "service.json");
    std::string found;
    for (const auto& problem : parsed.problems) found += line_of(problem) + "\n";
    Type type;
    for (const auto& problem : check_types(parsed.rule, scope, expected_of(entry.find_string("as").value_or("anything")), "/when", "service.json", &type)) {
      EXPECT_EQ(problem.document, "service.json");
      EXPECT_EQ(problem.line, entry.line) << json::write(entry);
      found += line_of(problem) + "\n";
      const auto names = problem::arguments_of(problem.code);
      ASSERT_EQ(problem.arguments.size(), names.size()) << line_of(problem);
      for (std::size_t index = 0; index < names.size(); ++index) EXPECT_EQ(problem.arguments[index].name, names[index]);
    }
    std::string wanted;
    if (const Value* problems = entry.find("problems")) {
      for (const Value& problem : problems->items()) wanted += problem.string() + "\n";
    }
    EXPECT_EQ(found, wanted) << entry.line << ": " << json::write(entry);
    if (const auto is = entry.find_string("is")) {
      EXPECT_EQ(type.name(), *is) << entry.line << ": " << json::write(entry);
    }
  }
}

}  // namespace
}  // namespace polku::rules
