// SPDX-License-Identifier: EUPL-1.2
// Small forms of others in, services out: cases/*.json. Each names the promise it keeps, the schema (and uiSchema and texts), what stands in the service
// by JSON Pointer (`has`; null: nothing), in the catalogs (`words`: "fi question.name.label"), and exactly what is lost and told.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "exchange/exchange.h"
#include "form/form.h"
#include "json/reader.h"
#include "json/writer.h"

namespace polku::exchange {
namespace {

using json::Value;

Value read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  auto reading = json::read(std::string{std::istreambuf_iterator<char>(file), {}});
  EXPECT_TRUE(reading.value) << path;
  return reading.value ? *reading.value : Value::array();
}

std::map<std::string, OwnWords> own_words() {
  std::map<std::string, OwnWords> all;
  for (const char* language : {"en", "fi", "sk"}) {
    const Value words = read(std::filesystem::path(POLKU_SOURCE_DIR) / "i18n/import" / (std::string(language) + ".json"));
    for (const auto& [key, text] : words.members()) all[language][key] = text.string();
  }
  return all;
}

Sources sources_of(const Value& one) {
  Sources sources{
      .schema = {"form.json", *one.find("schema"), "0"}, .own_words = own_words(), .language = std::string(one.find_string("language").value_or("en"))};
  if (const Value* ui = one.find("ui")) sources.ui_schema = Document{"ui.json", *ui, "0"};
  if (const Value* texts = one.find("texts")) {
    for (const Value& document : texts->items()) sources.translations.push_back({"texts.json", document, "0"});
  }
  return sources;
}

// What is in a list, one a line and in order: a difference shows which.
std::string lines(std::vector<std::string> all) {
  std::sort(all.begin(), all.end());
  std::string text;
  for (const std::string& one : all) text += one + "\n";
  return text;
}

std::vector<std::string> strings(const Value* list) {
  std::vector<std::string> all;
  for (const Value& one : list ? list->items() : Value::Array{}) all.push_back(one.string());
  return all;
}

const Value* find_catalog(const Import& import, std::string_view language) {
  for (const auto& [known, catalog] : import.catalogs) {
    if (known == language) return &catalog;
  }
  return nullptr;
}

void expect_content(const Import& import, const Value& one) {
  for (const auto& [pointer, wanted] : one.find("has") ? one.find("has")->members() : Value::Object{}) {
    const Value* found = json::find_by_pointer(*import.service, pointer);
    EXPECT_EQ(found ? json::write(*found) : "null", json::write(wanted)) << pointer;
  }
  for (const auto& [place, wanted] : one.find("words") ? one.find("words")->members() : Value::Object{}) {
    const std::size_t blank = place.find(' ');
    const Value* catalog = find_catalog(import, place.substr(0, blank));
    ASSERT_TRUE(catalog) << place;
    const Value* found = catalog->find(place.substr(blank + 1));
    EXPECT_EQ(found ? json::write(*found) : "null", json::write(wanted)) << place;
  }
}

// Whatever was imported can be walked, and has all the words a citizen would miss.
void expect_whole(const Import& import) {
  const auto compilation = form::compile(*import.service);
  for (const auto& problem : compilation.problems) ADD_FAILURE() << name_of(problem.code) << " " << problem.pointer;
  ASSERT_TRUE(compilation.form) << json::write(*import.service);
  for (const auto& [language, catalog] : import.catalogs) {
    for (const auto& key : compilation.form->catalog_keys()) {
      EXPECT_TRUE(!key.needed || catalog.find(key.key)) << language << " " << key.key;
    }
  }
}

void judge(const Value& one) {
  SCOPED_TRACE(std::string(one.find_string("promise").value_or("?")));
  const Import import = import_json_schema(sources_of(one));
  std::vector<std::string> lost, told;
  for (const Loss& loss : import.losses) lost.push_back(loss.reason + " " + loss.document + "#" + loss.pointer);
  for (const Finding& finding : import.problems) told.push_back(finding.code + " " + finding.document + "#" + finding.pointer);
  EXPECT_EQ(lines(told), lines(strings(one.find("told"))));
  if (one.find("refused")) {
    EXPECT_FALSE(import.service);
    return;
  }
  ASSERT_TRUE(import.service);
  EXPECT_EQ(lines(lost), lines(strings(one.find("lost"))));
  expect_content(import, one);
  expect_whole(import);
}

class Cases : public ::testing::TestWithParam<std::string> {};

TEST_P(Cases, KeepTheirPromises) {
  const Value cases = read(std::filesystem::path(POLKU_SOURCE_DIR) / "tests/exchange/cases" / (GetParam() + ".json"));
  for (const Value& one : cases.items()) judge(one);
}

INSTANTIATE_TEST_SUITE_P(JsonSchema, Cases, ::testing::Values("structure", "conditions", "kinds", "texts", "hostile"),
                         [](const auto& parameter) { return parameter.param; });

// No nesting, however deep, is answered with a fault of the program.
TEST(Hostile, NestingWithoutEndIsRefused) {
  Value inner = Value::object().with("type", Value{"string"});
  for (int level = 0; level < 60; ++level) {
    inner = Value::object().with("type", Value{"object"}).with("properties", Value::object().with("a", std::move(inner)));
  }
  const Import import = import_json_schema({.schema = {"deep.json", std::move(inner), "0"}, .own_words = own_words()});
  EXPECT_FALSE(import.service);
  ASSERT_EQ(import.problems.size(), 1U);
  EXPECT_EQ(import.problems.front().code, "too-deep");
}

// References that double what they lead to at each step stay small on paper.
TEST(Hostile, ASchemaThatMultipliesIsRefused) {
  Value definitions = Value::object();
  for (int level = 0; level < 20; ++level) {
    const auto next = [&] { return Value::object().with("$ref", Value{"#/$defs/d" + std::to_string(level + 1)}); };
    definitions.add("d" + std::to_string(level), Value::object().with("properties", Value::object().with("a", next()).with("b", next())));
  }
  definitions.add("d20", Value::object().with("type", Value{"string"}));
  Value schema = Value::object().with("$ref", Value{"#/$defs/d0"}).with("$defs", std::move(definitions));
  const Import import = import_json_schema({.schema = {"many.json", std::move(schema), "0"}, .own_words = own_words()});
  EXPECT_FALSE(import.service);
  ASSERT_EQ(import.problems.size(), 1U);
  EXPECT_EQ(import.problems.front().code, "too-large");
}

}  // namespace
}  // namespace polku::exchange
