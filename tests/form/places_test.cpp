// SPDX-License-Identifier: EUPL-1.2
#include "form/form.h"
#include "identifiers/built_in.h"
#include "table.h"

namespace polku {
namespace {

// An author finds the place without counting: line and column of each problem, in the order of the file.
TEST(Definition, ProblemsHaveLineAndColumnInTheOrderOfTheFile) {
  const auto reading = json::read(R"({ "$schema": "service-1.json",
  "id": "small", "version": "1.0.0", "languages": ["en"],
  "pages": [{ "id": "one", "ask": ["nmae"] },
    { "id": "check", "kind": "check-answers" }, { "id": "done", "kind": "confirmation" }],
  "questions": { "name": { "kind": "text", "minimum": 3,
    "when": { "==": [{ "var": "name" }, 1] } } }
})");
  ASSERT_TRUE(reading.value);
  const auto compilation = form::compile(*reading.value, {.document = "permit.json"});
  ASSERT_EQ(compilation.problems.size(), 4u);
  const auto expect = [&](std::size_t index, problem::Code code, std::uint32_t line, std::uint32_t column) {
    const auto& found = compilation.problems[index];
    EXPECT_EQ(problem::name_of(found.code), problem::name_of(code));
    EXPECT_EQ(found.line, line);
    EXPECT_EQ(found.column, column);
    EXPECT_EQ(found.document, "permit.json");
  };
  expect(0, problem::Code::unknown_question, 3, 36);
  expect(1, problem::Code::unknown_member, 5, 55);
  expect(2, problem::Code::rule_reads_itself, 6, 22);
  expect(3, problem::Code::wrong_argument_type, 6, 41);
}

json::Value base() { return *testing::read_file(std::filesystem::path(POLKU_SOURCE_DIR) / "tests/form/definitions/base.json").find("base"); }

TEST(Definition, HashIsOfTheDefinitionAndNotOfWhereItsSchemaLies) {
  const std::string hash = form::compile(base()).form->hash;
  EXPECT_EQ(hash.size(), 64u);
  json::Value elsewhere = base();
  elsewhere.set("$schema", json::Value{"https://example.org/service-1.json"});
  EXPECT_EQ(form::compile(elsewhere).form->hash, hash);
  json::Value changed = base();
  changed.set("version", json::Value{"1.0.1"});
  EXPECT_NE(form::compile(changed).form->hash, hash);
}

TEST(Definition, AmountInForceIsTheLatestThatHasBegun) {
  json::Value service = base();
  const auto patch = json::read(
      R"({"amounts": {"fee-full": [{"from": "2025-01-01", "value": "50", "source": "a"}, {"from": "2026-01-01", "value": "60.50", "source": "b"}],
    "fee-electric": [{"from": "2025-01-01", "value": "5", "source": "a"}]}})");
  const auto compilation = form::compile(testing::merge_patch(service, *patch.value));
  ASSERT_TRUE(compilation.form);
  EXPECT_EQ(compilation.form->amount_on("fee-full", {2024, 12, 31}), nullptr);
  EXPECT_EQ(compilation.form->amount_on("fee-full", {2025, 12, 31})->string(), "50");
  EXPECT_EQ(compilation.form->amount_on("fee-full", {2026, 1, 1})->string(), "60.5");
  EXPECT_EQ(compilation.form->amount_on("fee", {2026, 1, 1}), nullptr);
}

TEST(Definition, KnowsWhoReadsAQuestion) {
  const auto compilation = form::compile(base());
  ASSERT_TRUE(compilation.form);
  const auto& form = *compilation.form;
  EXPECT_EQ(form.find_question("power")->readers, std::vector<form::QuestionIndex>{form.index_of("fee")});
  EXPECT_EQ(form.find_question("vehicles")->readers, std::vector<form::QuestionIndex>{form.index_of("fee")});
  EXPECT_TRUE(form.find_question("applicant")->readers.empty());
}

TEST(Definition, CatalogKeysFollowFromIds) {
  const auto compilation = form::compile(base());
  ASSERT_TRUE(compilation.form);
  std::string needed;
  std::string row;
  for (const auto& key : compilation.form->catalog_keys()) {
    if (key.needed) needed += key.key + '\n';
    if (key.key == "question.vehicles.row") {
      for (const auto& name : key.arguments) row += name + ' ';
    }
  }
  EXPECT_EQ(needed,
            "service.title\nservice.summary\npage.start.title\npage.not-for-you.title\nsection.applicant\npage.cars.title\npage.check."
            "title\npage.done.title\n"
            "question.resident.label\nquestion.applicant.label\nquestion.vehicles.label\nquestion.vehicles.row\nquestion.vehicles.add\n"
            "question.vehicles.add-another\nquestion.vehicles.empty\nquestion.plate.label\nquestion.power.label\nquestion.power.option."
            "petrol.label\n"
            "question.power.option.electric.label\nquestion.terms.label\nquestion.fee.label\nstandard.redress.appeal\n");
  EXPECT_EQ(row, "resident applicant count-vehicles fee plate power number ");
}

// The published schema and compile() have the same lists of words.
TEST(Schema, NamesTheSameKindsAndSchemes) {
  const auto schema = testing::read_file(std::filesystem::path(POLKU_SOURCE_DIR) / "assets/schema/service-1.json");
  const auto words = [&](const char* pointer) { return testing::texts_of(json::find_by_pointer(schema, pointer)); };
  std::vector<std::string> kinds;
  for (value::Kind kind : value::all_kinds()) kinds.emplace_back(value::name_of(kind));
  EXPECT_EQ(words("/$defs/question/properties/kind/enum"), kinds);
  std::vector<std::string> schemes(identifiers::built_in_ids().begin(), identifiers::built_in_ids().end());
  EXPECT_EQ(words("/$defs/identifier/properties/scheme/enum"), schemes);
}

TEST(CodeLists, AreOfTheHashAndTheEffectiveDefinitionCompilesToTheSame) {
  const json::Value service =
      testing::merge_patch(base(), *json::read(R"({"questions": {"tongue": {"kind": "one-of", "options": {"code-list": "tongues"}}}})").value);
  const auto with = [&](std::string_view codes) {
    form::Options options;
    options.code_lists["tongues"] =
        *json::read(R"({"$schema": "code-list-1.json", "id": "tongues", "source": "s", "codes": )" + std::string(codes) + "}").value;
    return form::compile(service, options);
  };
  const auto one = with(R"(["fi", "sv"])"), other = with(R"(["fi", "en"])");
  ASSERT_TRUE(one.form && other.form);
  EXPECT_NE(one.form->hash, other.form->hash);
  const auto again = form::compile_effective(one.effective);
  ASSERT_TRUE(again.form);
  EXPECT_EQ(again.form->hash, one.form->hash);
  EXPECT_EQ(again.form->find_question("tongue")->shape.options, (std::vector<std::string>{"fi", "sv"}));
  EXPECT_EQ(form::compile_effective(form::compile(base()).effective).form->hash, form::compile(base()).form->hash) << "without a list nothing is added";
}

}  // namespace
}  // namespace polku
