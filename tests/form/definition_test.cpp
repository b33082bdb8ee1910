// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "form/form.h"
#include "table.h"

namespace polku {
namespace {

const std::filesystem::path tables = std::filesystem::path(POLKU_SOURCE_DIR) / "tests/form/definitions";

// Every line of every table: the definition compiles to the printed route, or has exactly these problems.
TEST(Definition, CompilesOrSaysEverythingThatIsWrongWithIt) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(tables)) {
    const json::Value table = testing::read_file(entry.path());
    if (table.find_string("format") != "service") continue;
    for (const json::Value& item : table.find("cases")->items()) {
      SCOPED_TRACE(entry.path().filename().string() + ": " + std::string(item.find_string("name").value_or("?")));
      const json::Value* patch = item.find("patch");
      const json::Value service = patch ? testing::merge_patch(*table.find("base"), *patch) : *table.find("base");
      form::Options options;
      if (const json::Value* lists = table.find("code-lists")) {
        for (const auto& [id, list] : lists->members()) options.code_lists[id] = list;
      }
      const auto compilation = form::compile(service, options);
      std::vector<std::string> expected = testing::texts_of(item.find("problems"));
      std::vector<std::string> found = testing::lines_of(compilation.problems);
      std::sort(expected.begin(), expected.end());
      std::sort(found.begin(), found.end());
      EXPECT_EQ(found, expected);
      EXPECT_EQ(compilation.form == nullptr, problem::has_errors(compilation.problems));
      if (auto print = item.find_string("print")) {
        ASSERT_TRUE(compilation.form);
        EXPECT_EQ(compilation.form->print(), *print);
      }
      ++count;
    }
  }
  EXPECT_GT(count, 60u);
}

}  // namespace
}  // namespace polku
