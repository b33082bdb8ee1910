// SPDX-License-Identifier: EUPL-1.2
// Rules nobody would write: whatever is put together, nothing traps, and the printed form, the trace and the checker stand it too.
#include "table.h"

#include "rules/node.h"
#include "rules/types.h"

namespace polku::rules {
namespace {

using json::Value;

class Maker {
 public:
  explicit Maker(std::uint32_t seed) : seed_(seed) {}

  Value rule(int depth) {
    if (depth == 0 || below(4) == 0) return leaf();
    const auto names = operator_names(Dialect::classic);
    const std::string_view name = names[below(names.size())];
    const OperatorFacts& facts = facts_of(*operator_named(name));
    Value arguments = Value::array();
    const std::size_t count = facts.home == Home::ours ? facts.minimum + below(facts.maximum == many ? 3 : facts.maximum - facts.minimum + 1) : below(4);
    for (std::size_t index = 0; index < count; ++index) arguments.push(rule(depth - 1));
    return Value::object().with(name, std::move(arguments));
  }

 private:
  std::size_t below(std::size_t bound) {
    seed_ = seed_ * 1664525u + 1013904223u;
    return (seed_ >> 8) % bound;
  }

  Value leaf() {
    static const std::vector<std::string> leaves = {"null",
                                                    "true",
                                                    "false",
                                                    "0",
                                                    "1",
                                                    "-1",
                                                    "2.5",
                                                    "1e300",
                                                    "-9223372036854775808",
                                                    "9999999999999999999999999999999999",
                                                    "1e-300",
                                                    R"("")",
                                                    R"("1")",
                                                    R"("ä€😀")",
                                                    R"("2026-02-29")",
                                                    R"("2024-02-29")",
                                                    R"("0001-01-01")",
                                                    R"("9999-12-31")",
                                                    R"("days")",
                                                    R"("months")",
                                                    R"("half-even")",
                                                    R"("EUR")",
                                                    "[]",
                                                    "[1,2,3]",
                                                    R"([{"n":1},{"n":"2"}])",
                                                    R"([["2024-01-01"],{}])",
                                                    R"({"amount":"1.00","currency":"EUR"})",
                                                    R"({"amount":"5","currency":"JPY"})",
                                                    R"({"amount":1,"currency":2})",
                                                    R"({"var":""})",
                                                    R"({"var":"n"})",
                                                    R"({"var":"rows"})",
                                                    R"({"var":"rows.1.n"})",
                                                    R"({"var":"current"})",
                                                    R"({"var":"accumulator"})",
                                                    R"({"var":"date"})"};
    return *json::read(leaves[below(leaves.size())]).value;
  }

  std::uint32_t seed_;
};

class AnyScope : public TypeScope {
 public:
  std::optional<Variable> variable(std::string_view name) const override {
    if (name == "rows") return Variable{Type::list(Type::row({{"n", Type::number()}}))};
    if (name == "date") return Variable{Type::date()};
    if (name == "n") return Variable{Type::option("n", {"1", "2"}), Standing::later};
    return std::nullopt;
  }
  std::vector<std::string> variable_names() const override { return {"rows", "date", "n"}; }
  std::optional<Type> amount(std::string_view) const override { return Type::money("EUR"); }
  std::vector<std::string> amount_names() const override { return {}; }
};

TEST(Random, NoRuleTraps) {
  const auto data = json::read(R"({"n": "7", "date": "2026-11-22", "rows": [{"n": 1}, {"n": "x"}, {}, null, 5]})");
  const DataEnvironment environment(*data.value, {2026, 11, 22});
  int numbers = 0;
  for (std::uint32_t seed = 1; seed <= 8000; ++seed) {
    const Value source = Maker(seed).rule(5);
    const Parsed parsed = parse(source, Dialect::classic);
    const Value result = evaluate(parsed.rule, environment);
    if (result.is(json::Type::number)) ++numbers;
    if (seed % 8 != 0) continue;
    Trace trace;
    EXPECT_EQ(evaluate(parsed.rule, environment, &trace), result) << json::write(source);
    for (const auto& problem : check_types(parse(source, Dialect::definition).rule, AnyScope(), Expected::truth())) {
      EXPECT_NE(json::find_by_pointer(source, problem.pointer), nullptr) << problem.pointer << " of " << json::write(source);
    }
    const auto again = json::read(json::write(source));
    ASSERT_TRUE(again.value) << json::write(source);
    EXPECT_EQ(parse(*again.value, Dialect::classic).rule.print(), parsed.rule.print());
  }
  EXPECT_GT(numbers, 200);
}

}  // namespace
}  // namespace polku::rules
