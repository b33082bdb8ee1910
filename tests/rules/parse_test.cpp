// SPDX-License-Identifier: EUPL-1.2
#include "table.h"

#include "rules/rules.h"

namespace polku::rules {
namespace {

using json::Value;

Rule rule_of(std::string_view text) {
  const Parsed parsed = parse(*json::read(text).value, Dialect::classic);
  EXPECT_TRUE(parsed.problems.empty()) << text;
  return parsed.rule;
}

TEST(Parse, PrintsARuleAsPeopleWouldWriteIt) {
  const Value cases = test::table(std::string(POLKU_SOURCE_DIR) + "/tests/rules/prints.json");
  EXPECT_GT(cases.items().size(), 8u);
  for (const Value& entry : cases.items()) {
    const Rule rule = parse(test::member(entry, "rule"), Dialect::classic).rule;
    EXPECT_EQ(rule.print(), entry.find_string("print").value_or("")) << json::write(entry);
    std::string reads;
    for (const std::string& name : rule.reads()) reads += (reads.empty() ? "" : " ") + name;
    EXPECT_EQ(reads, entry.find_string("reads").value_or("")) << json::write(entry);
  }
}

Value nested(int depth) {
  Value rule(std::int64_t{1});
  for (int level = 0; level < depth; ++level) {
    Value outer = Value::object();
    outer.add("!", std::move(rule));
    rule = std::move(outer);
  }
  return rule;
}

TEST(Parse, RefusesRulesThatAreTooDeep) {
  EXPECT_TRUE(parse(nested(32), Dialect::classic).problems.empty());
  const Parsed parsed = parse(nested(33), Dialect::classic, "/when", "service.json");
  ASSERT_EQ(parsed.problems.size(), 1u);
  EXPECT_EQ(parsed.problems.front().code, problem::Code::rule_too_deep);
  EXPECT_EQ(parsed.problems.front().document, "service.json");
  EXPECT_TRUE(parsed.problems.front().pointer.starts_with("/when/!/!/"));
}

TEST(Parse, TheClassicDialectTakesArgumentsAsJavaScriptDoes) {
  const Value data;
  const DataEnvironment nothing(data, {});
  EXPECT_EQ(evaluate(rule_of(R"({"<": [1]})"), nothing), Value(false));
  EXPECT_EQ(evaluate(rule_of(R"({"==": [1, 1, 2]})"), nothing), Value(true));
  EXPECT_EQ(parse(*json::read(R"({"age": []})").value, Dialect::classic).problems.front().code, problem::Code::wrong_argument_count);
  EXPECT_EQ(parse(*json::read(R"({"==": [1]})").value, Dialect::definition).problems.front().code, problem::Code::wrong_argument_count);
}

TEST(Parse, GathersEveryProblemWithItsPlace) {
  const auto source = json::read("{\"and\": [{\"iff\": 1},\n {\"today\": [1]}, {\"reduce\": [1, 2, 3]}]}");
  std::string lines;
  for (const auto& problem : parse(*source.value, Dialect::definition, "/valid/0/rule").problems) {
    lines +=
        std::string(problem::name_of(problem.code)) + " " + problem.pointer + " " + std::to_string(problem.line) + ":" + std::to_string(problem.column) + "\n";
  }
  EXPECT_EQ(lines,
            "unknown-operator /valid/0/rule/and/0 1:10\nwrong-argument-count /valid/0/rule/and/1 2:2\n"
            "operator-not-in-definitions /valid/0/rule/and/2 2:18\n");
}

TEST(Rules, AnEmptyRuleReadsAsNull) {
  const Value data;
  EXPECT_TRUE(Rule().empty());
  EXPECT_TRUE(evaluate(Rule(), DataEnvironment(data, {})).is_null());
  EXPECT_EQ(Rule().print(), "null");
}

}  // namespace
}  // namespace polku::rules
