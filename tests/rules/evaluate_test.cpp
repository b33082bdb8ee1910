// SPDX-License-Identifier: EUPL-1.2
#include "table.h"

#include "rules/rules.h"

namespace polku::rules {
namespace {

using json::Value;
using test::member;

const std::string folder = std::string(POLKU_SOURCE_DIR) + "/tests/rules/";
const std::string suite = std::string(POLKU_SOURCE_DIR) + "/../shared/suites/jsonlogic/suites/compatible.json";

calendar::Date day(const Value& entry) {
  const auto words = entry.find_string("today");
  return calendar::parse_date(words.value_or("2026-11-22")).value_or(calendar::Date{});
}

calendar::Holidays finnish_christmas() { return calendar::Holidays({{2026, 1, 1}, {2026, 12, 24}, {2026, 12, 25}, {2027, 1, 1}, {2027, 12, 31}}); }

TEST(Evaluate, EveryCaseOfTheClassicSuite) {
  if (!test::bytes_of(suite)) GTEST_SKIP() << "NOT TESTED: the JsonLogic suite is not at " << suite;
  const Value cases = test::table(suite);
  int run = 0;
  for (const Value& entry : cases.items()) {
    if (!entry.is(json::Type::object)) continue;
    ++run;
    const Parsed parsed = parse(member(entry, "rule"), Dialect::classic);
    EXPECT_TRUE(parsed.problems.empty()) << json::write(entry);
    const Value data = member(entry, "data");
    const Value result = evaluate(parsed.rule, DataEnvironment(data, {2026, 11, 22}));
    EXPECT_EQ(result, member(entry, "result")) << json::write(entry) << "\n  gives " << json::write(result);
  }
  EXPECT_EQ(run, 278);
}

TEST(Evaluate, EveryCaseOfOurOwnTable) {
  const Value cases = test::table(folder + "cases.json");
  EXPECT_GT(cases.items().size(), 100u);
  for (const Value& entry : cases.items()) {
    const Parsed parsed = parse(member(entry, "rule"), Dialect::classic);
    EXPECT_TRUE(parsed.problems.empty()) << json::write(entry);
    const Value data = member(entry, "data");
    const Value result = evaluate(parsed.rule, DataEnvironment(data, day(entry)));
    EXPECT_EQ(json::write(result), json::write(member(entry, "result"))) << entry.line << ": " << json::write(entry);
  }
}

TEST(Evaluate, TheTraceSaysWhyAResultIsNull) {
  const Value cases = test::table(folder + "remarks.json");
  for (const Value& entry : cases.items()) {
    const Parsed parsed = parse(member(entry, "rule"), Dialect::classic);
    const Value data = member(entry, "data");
    Trace trace;
    evaluate(parsed.rule, DataEnvironment(data, day(entry), finnish_christmas()), &trace);
    ASSERT_FALSE(trace.empty()) << json::write(entry);
    EXPECT_EQ(trace.front().remark, entry.find_string("remark").value_or("")) << json::write(entry);
  }
}

TEST(Evaluate, TheTraceShowsEveryStepOutermostFirst) {
  const auto rule = json::read(R"({"if": [{">": [{"var": "age"}, 17]}, {"+": [1, 2]}, 0]})");
  const auto data = json::read(R"({"age": 18})");
  Trace trace;
  evaluate(parse(*rule.value, Dialect::classic).rule, DataEnvironment(*data.value, {}), &trace);
  std::string lines;
  for (const Step& step : trace) lines += std::string(static_cast<std::size_t>(step.depth), ' ') + step.expression + " = " + json::write(step.result) + "\n";
  EXPECT_EQ(lines, "if(age > 17, 1 + 2, 0) = 3\n age > 17 = true\n  age = 18\n 1 + 2 = 3\n");
}

// An environment of a form: variables by name, no data as a whole, and dated amounts.
class FormEnvironment : public Environment {
 public:
  explicit FormEnvironment(Value answers) : answers_(std::move(answers)) {}
  const Value* variable(std::string_view name) const override {
    asked.emplace_back(name);
    return answers_.find(name);
  }
  std::optional<Value> amount(std::string_view name, const calendar::Date& on) const override {
    if (name != "fee" || on < calendar::Date{2026, 1, 1}) return std::nullopt;
    return Value::object().with("amount", Value("120.00")).with("currency", Value("EUR"));
  }
  calendar::Date today() const override { return {2026, 11, 22}; }
  const calendar::Holidays& holidays() const override { return holidays_; }
  mutable std::vector<std::string> asked;

 private:
  Value answers_;
  calendar::Holidays holidays_;
};

Value run(std::string_view rule, const Environment& environment, Dialect dialect = Dialect::definition) {
  const auto reading = json::read(rule);
  EXPECT_TRUE(reading.value) << rule;
  const Parsed parsed = parse(*reading.value, dialect);
  EXPECT_TRUE(parsed.problems.empty()) << rule;
  return evaluate(parsed.rule, environment);
}

FormEnvironment form(std::string_view answers) { return FormEnvironment(*json::read(answers).value); }

TEST(Evaluate, AnAmountIsTheOneInForce) {
  const auto environment = form("{}");
  EXPECT_EQ(json::write(run(R"({"amount": "fee"})", environment)), R"({"amount":"120.00","currency":"EUR"})");
  EXPECT_EQ(json::write(run(R"({"*": [{"amount": ["fee", "2026-01-01"]}, 2]})", environment)), R"({"amount":"240.00","currency":"EUR"})");
  EXPECT_TRUE(run(R"({"amount": ["fee", "2025-12-31"]})", environment).is_null());
}

TEST(Evaluate, ARowLooksOutwardAndAClassicItemDoesNot) {
  const auto environment = form(R"({"resident": true, "vehicles": [{"power": "electric"}, {"power": "petrol"}]})");
  EXPECT_EQ(json::write(run(R"({"count": [{"var": "vehicles"}, {"and": [{"var": "resident"}, {"==": [{"var": "power"}, "petrol"]}]}]})", environment)), "1");
  EXPECT_EQ(json::write(run(R"({"some": [{"var": "vehicles"}, {"var": "resident"}]})", environment)), "false");
}

TEST(Evaluate, VariablesAreAskedForOnlyWhenTheyAreNeeded) {
  const auto environment = form(R"({"a": true, "b": 1, "c": 2})");
  run(R"({"if": [{"var": "a"}, {"var": "b"}, {"var": "c"}]})", environment);
  EXPECT_EQ(environment.asked, (std::vector<std::string>{"a", "b"}));
}

TEST(Evaluate, WorkingDaysLeaveOutHolidays) {
  const Value data;
  const DataEnvironment december(data, {2026, 12, 22}, finnish_christmas());
  EXPECT_EQ(json::write(run(R"({"working-days": [{"today": []}, 2]})", december)), R"("2026-12-28")");
  EXPECT_EQ(json::write(run(R"({"working-days-between": ["2026-12-22", "2026-12-28"]})", december)), "2");
}

TEST(Evaluate, NoRuleCanGrowWithoutEnd) {
  std::string rule = R"("0123456789")";
  for (int time = 0; time < 25; ++time) rule = R"({"cat":[)" + rule + "," + (time == 0 ? "\"x\"" : R"({"var":"x"})") + "]}";
  const auto data = json::read(R"({"x":"y"})");
  EXPECT_EQ(run(rule, DataEnvironment(*data.value, {}), Dialect::classic).string().size(), 35u);
  const std::string doubled = R"({"reduce":[)" + [] {
    std::string list = "[0";
    for (int time = 0; time < 60; ++time) list += ",0";
    return list + "]";
  }() + R"(,{"cat":[{"var":"accumulator"},{"var":"accumulator"}]},"x"]})";
  EXPECT_EQ(run(doubled, DataEnvironment(*data.value, {}), Dialect::classic).string(), "");
}

TEST(Evaluate, DecimalStringsAreNumbersInDefinitions) {
  const auto environment = form(R"({"nine": "9", "ten": "10", "half": "0.5"})");
  EXPECT_EQ(json::write(run(R"({"<": [{"var": "nine"}, {"var": "ten"}]})", environment)), "true");
  EXPECT_EQ(json::write(run(R"({"===": [{"var": "half"}, 0.5]})", environment)), "true");
  EXPECT_EQ(json::write(run(R"({"in": [{"var": "half"}, [0.5, 1]]})", environment)), "true");
  EXPECT_EQ(json::write(run(R"({"<": [{"var": "nine"}, {"var": "ten"}]})", environment, Dialect::classic)), "false");
}

}  // namespace
}  // namespace polku::rules
