// SPDX-License-Identifier: EUPL-1.2
// No example of the reference manual lies: its definition and words are sound, and the engine gives what it says.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "../generated/worlds.h"
#include "json/writer.h"
#include "rehearsal/example.h"

namespace polku {
namespace {

namespace fs = std::filesystem;

json::Value read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  auto reading = json::read(std::string{std::istreambuf_iterator<char>(file), {}}, {.document = path.filename().string()});
  EXPECT_TRUE(reading.value) << path;
  return reading.value ? std::move(*reading.value) : json::Value::object();
}

json::Value list_of(const json::Value& report, std::string_view name) {
  const auto* list = report.find(name);
  return list ? *list : json::Value::array();
}

TEST(ManualExamples, TellTheTruth) {
  int examples = 0, cases = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(POLKU_SOURCE_DIR) / "assets/manual/examples")) {
    SCOPED_TRACE(entry.path().filename().string());
    const auto report = rehearsal::try_example(read_file(entry.path()), test::base_world());
    EXPECT_EQ(json::write(list_of(report, "problems")), "[]");
    EXPECT_EQ(json::write(list_of(report, "failures")), "[]");
    ++examples;
    cases += static_cast<int>(list_of(report, "cases").items().size() + list_of(report, "rules").items().size());
  }
  std::cout << examples << " examples, " << cases << " cases\n";
  EXPECT_GE(examples, 20);
}

TEST(ManualExamples, AreFoundOutWhenTheyLie) {
  const auto said = [](const char* cases) {
    const auto example =
        json::read(std::string(R"({"questions": {"n": {"kind": "number"}}, "words": {"en": {"question.n.label": "How many?"}}, )") + cases + "}");
    return json::write(list_of(rehearsal::try_example(*example.value, test::base_world()), "failures"));
  };
  EXPECT_EQ(said(R"("cases": [{"typed": {"n": "1,5"}, "gives": {"n": "1.5"}}, {"typed": {"n": "x"}, "problems": {"n": "not-a-number"}}])"), "[]");
  EXPECT_NE(said(R"("cases": [{"typed": {"n": "1,5"}, "gives": {"n": "1.50"}}])").find("the engine {\\\"n\\\":\\\"1.5\\\"}"), std::string::npos);
  EXPECT_NE(said(R"("cases": [{"typed": {"n": "x"}}])").find("not-a-number"), std::string::npos);
  EXPECT_NE(said(R"("cases": [{"typed": {"n": "1"}, "asked": []}])"), "[]");
  EXPECT_NE(said(R"("rules": [{"rule": {"+": [1, 2]}, "result": 4}])"), "[]");
  EXPECT_NE(said(R"("steps": [{"do": "dance"}])"), "[]");
}

TEST(ManualExamples, AreCheckedAsServicesAre) {
  const auto example = json::read(R"({"questions": {"n": {"kind": "numbr"}}, "words": {"en": {}}})");
  EXPECT_NE(json::write(list_of(rehearsal::try_example(*example.value, test::base_world()), "problems")).find("not-among"), std::string::npos);
  const auto speechless = json::read(R"({"questions": {"n": {"kind": "number"}}, "words": {"en": {}}})");
  EXPECT_NE(json::write(list_of(rehearsal::try_example(*speechless.value, test::base_world()), "problems")).find("message-missing"), std::string::npos);
}

}  // namespace
}  // namespace polku
