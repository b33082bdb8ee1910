// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "form/lint.h"
#include "table.h"

namespace polku {
namespace {

const std::filesystem::path folder = std::filesystem::path(POLKU_SOURCE_DIR) / "tests/form";

// A whole catalog: every needed key, and what the case says besides.
std::shared_ptr<const messages::Catalog> make_catalog(const form::CompiledForm& form, std::string language, const json::Value* patch) {
  json::Value words = json::Value::object();
  for (const auto& key : form.catalog_keys()) {
    if (key.needed || key.key == "question.applicant.hint") words.add(key.key, json::Value{"words"});
  }
  if (patch) words = testing::merge_patch(words, *patch);
  problem::Problems problems;
  auto catalog = messages::Catalog::read(words, std::move(language), problems);
  EXPECT_TRUE(problems.empty());
  return std::make_shared<const messages::Catalog>(std::move(catalog));
}

// As most catalogs say it, or as the case does; null: nothing is said.
form::Review make_review(const std::string& language, const json::Value* metas) {
  const json::Value* own = metas ? metas->find(language) : nullptr;
  json::Value file = *json::read(R"({"$meta": {"review": {"state": "not-reviewed"}}})").value;
  if (own) file = own->is_null() ? json::Value::object() : json::Value::object().with("$meta", *own);
  problem::Problems problems;
  auto review = form::read_review(file, language, problems, language + ".json");
  EXPECT_EQ(testing::lines_of(problems), std::vector<std::string>{});
  return review;
}

// Each rule of lint has a case that it finds, and finds nothing in a sound service.
TEST(Lint, SaysWhatIsWrongBeforePublication) {
  const json::Value table = testing::read_file(folder / "lints.json");
  const json::Value base = *testing::read_file(folder / "definitions/base.json").find("base");
  std::vector<std::string> silent;
  for (const auto& rule : form::lints()) silent.emplace_back(rule.name);
  for (const json::Value& item : table.find("cases")->items()) {
    SCOPED_TRACE(std::string(item.find_string("name").value_or("?")));
    const json::Value* patch = item.find("service");
    const json::Value source = patch ? testing::merge_patch(base, *patch) : base;
    const auto compilation = form::compile(source);
    EXPECT_EQ(testing::lines_of(compilation.problems), std::vector<std::string>{});
    if (!compilation.form) continue;
    const json::Value* site_patch = item.find("site");
    const auto site = form::read_site(testing::merge_patch(*table.find("site"), site_patch ? *site_patch : json::Value::object()));
    EXPECT_EQ(testing::lines_of(site.problems), std::vector<std::string>{});
    form::Subject subject{.source = source, .form = *compilation.form, .site = site.site.get()};
    const json::Value* words = item.find("words");
    for (const char* language : {"fi", "en"}) {
      const json::Value* own = words ? words->find(language) : nullptr;
      if (own && own->is(json::Type::boolean)) continue;  // false: there is no such file
      subject.catalogs.push_back(make_catalog(*compilation.form, language, own));
      subject.reviews.push_back(make_review(language, item.find("meta")));
    }
    const std::vector<std::string> packs = item.find("packs") ? testing::texts_of(item.find("packs")) : std::vector<std::string>{"fi", "en"};
    subject.languages_with_pack = &packs;
    EXPECT_EQ(testing::lines_of(form::lint(subject)), testing::texts_of(item.find("problems")));
    for (const auto& rule : form::lints()) {
      problem::Problems found;
      rule.run(subject, found);
      if (!found.empty()) silent.erase(std::remove(silent.begin(), silent.end(), rule.name), silent.end());
    }
  }
  EXPECT_EQ(silent, std::vector<std::string>{}) << "no case for these rules";
}

TEST(Lint, ACodeIsSaidByTheServiceOrByTheListInEveryLanguage) {
  const json::Value base = *testing::read_file(folder / "definitions/base.json").find("base");
  const json::Value source =
      testing::merge_patch(base, *json::read(R"({"questions": {"tongue": {"kind": "one-of", "options": {"code-list": "tongues"}}}})").value);
  form::Options options;
  options.code_lists["tongues"] = *json::read(R"({"$schema": "code-list-1.json", "id": "tongues", "source": "s", "codes": ["fi", "sv"]})").value;
  const auto compilation = form::compile(source, options);
  ASSERT_TRUE(compilation.form);
  const auto of_list = [](const char* language, std::string_view words) {
    problem::Problems problems;
    return std::make_shared<const messages::Catalog>(messages::Catalog::read(*json::read(words).value, language, problems));
  };
  form::Subject subject{.source = source, .form = *compilation.form};
  for (const char* language : {"fi", "en"}) {
    // Nothing of its own for the codes.
    json::Value words = json::Value::object();
    for (const auto& key : compilation.form->catalog_keys()) {
      if (key.needed && key.otherwise.empty()) words.add(key.key, json::Value{"x"});
    }
    if (language == std::string("en")) words.add("question.tongue.option.sv.label", json::Value{"x"});
    problem::Problems problems;
    subject.catalogs.push_back(std::make_shared<const messages::Catalog>(messages::Catalog::read(words, language, problems)));
  }
  subject.code_list_catalogs = {of_list("fi", R"({"code-list.tongues.fi": "suomi"})"), of_list("en", R"({"code-list.tongues.fi": "Finnish {name}"})")};
  std::vector<std::string> told;
  for (const auto& line : testing::lines_of(form::lint(subject))) {
    if (line.find("tongues") != std::string::npos || line.find("option.") != std::string::npos) told.push_back(line);
  }
  EXPECT_EQ(told, (std::vector<std::string>{"message-missing  key=code-list.tongues.sv language=fi",
                                            "message-unknown-argument /code-list.tongues.fi key=code-list.tongues.fi name=name"}));
}

TEST(Site, IsReadOrSaysEverythingThatIsWrongWithIt) {
  const json::Value table = testing::read_file(folder / "definitions/site.json");
  for (const json::Value& item : table.find("cases")->items()) {
    SCOPED_TRACE(std::string(item.find_string("name").value_or("?")));
    const json::Value* patch = item.find("patch");
    const auto reading = form::read_site(patch ? testing::merge_patch(*table.find("base"), *patch) : *table.find("base"));
    EXPECT_EQ(testing::lines_of(reading.problems), testing::texts_of(item.find("problems")));
    EXPECT_EQ(reading.site == nullptr, problem::has_errors(reading.problems));
  }
}

TEST(Calendar, IsReadFromItsFile) {
  problem::Problems problems;
  const auto file = testing::read_file(std::filesystem::path(POLKU_SOURCE_DIR) / "assets/calendars/fi.json");
  const auto holidays = form::read_calendar(file, problems, "fi.json");
  ASSERT_TRUE(holidays) << testing::lines_of(problems).size();
  EXPECT_TRUE(holidays->contains({2026, 1, 1}));
  EXPECT_FALSE(holidays->contains({2026, 1, 2}));
  const auto wrong = json::read(R"({"id": "fi", "source": "s", "holidays": [{"date": "2026-02-30", "name": "x"}, {"date": "2026-01-01"}]})");
  EXPECT_FALSE(form::read_calendar(*wrong.value, problems, "fi.json"));
  EXPECT_EQ(testing::lines_of(problems), (std::vector<std::string>{"bad-date /holidays/0/date found=2026-02-30", "missing-member /holidays/1 name=name"}));
}

}  // namespace
}  // namespace polku
