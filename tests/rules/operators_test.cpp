// SPDX-License-Identifier: EUPL-1.2
#include "table.h"

#include "rules/node.h"

namespace polku::rules {
namespace {

using json::Value;
using test::member;

const std::string reference = std::string(POLKU_SOURCE_DIR) + "/assets/schema/operators.json";

// The example's own amounts beside its data.
class ExampleEnvironment : public Environment {
 public:
  ExampleEnvironment(const Value& data, calendar::Date today, const Value& amounts) : plain_(data, today), amounts_(amounts) {}
  const Value* data() const override { return plain_.data(); }
  const Value* variable(std::string_view name) const override { return plain_.variable(name); }
  calendar::Date today() const override { return plain_.today(); }
  const calendar::Holidays& holidays() const override { return plain_.holidays(); }
  std::optional<Value> amount(std::string_view name, const calendar::Date& on) const override {
    const Value* dated = amounts_.find(name);
    if (!dated || !dated->is(json::Type::array)) return std::nullopt;
    std::optional<Value> in_force;
    for (const Value& one : dated->items()) {
      const auto from = calendar::parse_date(one.find_string("from").value_or(""));
      if (from && *from <= on) in_force = member(one, "value");
    }
    return in_force;
  }

 private:
  DataEnvironment plain_;
  const Value& amounts_;
};

TEST(Operators, TheReferenceListsEveryOperatorWithItsArguments) {
  const Value operators = member(test::table(reference), "operators");
  const auto& listed = operators.items();
  const auto names = operator_names(Dialect::classic);
  const auto allowed = operator_names(Dialect::definition);
  ASSERT_EQ(listed.size(), names.size());
  for (std::size_t index = 0; index < names.size(); ++index) {
    const Value& entry = listed[index];
    EXPECT_EQ(entry.find_string("name"), names[index]);
    const OperatorFacts& facts = facts_of(*operator_named(names[index]));
    EXPECT_EQ(entry.find_string("origin"), facts.home == Home::ours ? "polku" : "jsonlogic") << names[index];
    EXPECT_EQ(member(entry, "definitions").boolean(), facts.home != Home::classic_only) << names[index];
    std::size_t minimum = 0, maximum = 0;
    const Value arguments = member(entry, "arguments");
    for (const Value& argument : arguments.items()) {
      EXPECT_TRUE(argument.find_string("name")) << names[index];
      EXPECT_TRUE(argument.find_string("type")) << names[index];
      if (!argument.find("optional")) ++minimum;
      maximum = argument.find("repeated") || maximum == many ? many : maximum + 1;
    }
    EXPECT_EQ(minimum, facts.minimum) << names[index];
    EXPECT_EQ(maximum, facts.maximum) << names[index];
    EXPECT_TRUE(entry.find_string("result")) << names[index];
    EXPECT_TRUE(entry.find_string("does").value_or("").ends_with(".")) << names[index];
  }
}

TEST(Operators, EveryExampleOfTheReferenceGivesItsResult) {
  const Value operators = member(test::table(reference), "operators");
  for (const Value& entry : operators.items()) {
    const Value example = member(entry, "example");
    const std::string name(entry.find_string("name").value_or(""));
    const Parsed parsed = parse(member(example, "rule"), Dialect::classic);
    EXPECT_TRUE(parsed.problems.empty()) << name;
    EXPECT_NE(json::write(member(example, "rule")).find("{\"" + name + "\":"), std::string::npos) << name;
    const auto today = calendar::parse_date(example.find_string("today").value_or("2026-11-22"));
    const Value data = member(example, "data");
    const Value amounts = member(example, "amounts");
    const Value result = evaluate(parsed.rule, ExampleEnvironment(data, *today, amounts));
    EXPECT_EQ(json::write(result), json::write(member(example, "result"))) << name;
    // The dialects agree, wherever a definition may use the operator.
    if (member(entry, "definitions").boolean()) {
      const Parsed strict = parse(member(example, "rule"), Dialect::definition);
      EXPECT_TRUE(strict.problems.empty()) << name;
      EXPECT_EQ(json::write(evaluate(strict.rule, ExampleEnvironment(data, *today, amounts))), json::write(result)) << name;
    }
  }
}

}  // namespace
}  // namespace polku::rules
