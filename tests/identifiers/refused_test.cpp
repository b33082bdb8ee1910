// SPDX-License-Identifier: EUPL-1.2
// A scheme's file that is wrong is refused, with every place; tests/schema/identifiers.test.mjs asks the published schema about the same table.
#include "support.h"

namespace polku::identifiers {
namespace {

using testing::member;

std::string line_of(const problem::Problem& problem) {
  std::string line = std::string{problem::name_of(problem.code)} + " " + problem.pointer;
  if (problem.code == problem::Code::unknown_member) {
    for (const auto& argument : problem.arguments) line += " " + argument.name + "=" + std::get<std::string>(argument.value);
  }
  return line;
}

TEST(RefusedSchemes, TellEveryPlace) {
  const auto table = testing::read_file(POLKU_SOURCE_DIR "/tests/identifiers/refused.json");
  ASSERT_TRUE(table);
  ASSERT_GT(table->find("cases")->items().size(), 15u);
  for (const json::Value& one : table->find("cases")->items()) {
    SCOPED_TRACE(member(one, "name"));
    json::Value source = *table->find("base");
    for (const auto& [name, value] : one.find("patch")->members()) source.set(name, value);
    problem::Problems problems;
    const auto scheme = read(source, problems, "xx-number.json");
    std::vector<std::string> told, expected;
    for (const auto& problem : problems) told.push_back(line_of(problem));
    for (const json::Value& line : one.find("problems")->items()) expected.push_back(line.string());
    EXPECT_EQ(told, expected);
    EXPECT_EQ(scheme.has_value(), expected.empty());
    for (const auto& problem : problems) EXPECT_EQ(problem.document, "xx-number.json");
  }
}

TEST(RefusedSchemes, NothingThatIsNoObjectStopsTheReader) {
  for (const char* text : {"null", "[]", "1", "{}", R"({"forms": 1, "checks": {}, "examples": "x", "normal": [], "id": 1, "sort": {}})",
                           R"({"forms": [1, {"pattern": 1, "checks": [1, {"check": "date"}, {"check": "length"}]}]})"}) {
    problem::Problems problems;
    EXPECT_FALSE(read(*json::read(text).value, problems)) << text;
    EXPECT_FALSE(problems.empty()) << text;
  }
}

}  // namespace
}  // namespace polku::identifiers
