// SPDX-License-Identifier: EUPL-1.2
#include "json/cursor.h"

#include <gtest/gtest.h>

#include "json/reader.h"

namespace polku::json {
namespace {

std::string line_of(const problem::Problem& problem) {
  std::string line = std::string(problem::name_of(problem.code)) + " " + problem.document + problem.pointer + " " + std::to_string(problem.line) + ":" +
                     std::to_string(problem.column);
  for (const auto& argument : problem.arguments) {
    const auto* words = std::get_if<std::string>(&argument.value);
    line += " " + argument.name + "=" + (words ? *words : std::get<text::Decimal>(argument.value).to_string());
  }
  return line;
}

TEST(Cursor, ReportsEverythingInOnePassAndGoesOn) {
  const auto reading = read(R"({"id": 5, "required": "yes", "pages": [{"title": "a"}, 7], "kinds": "numbr", "most": 12, "half": 0.5,
 "requird": true, "x-note": 1})");
  problem::Problems problems;
  const Cursor root(*reading.value, problems, "service.json");
  EXPECT_EQ(root.member("id").text(), std::nullopt);
  EXPECT_TRUE(root.optional("required").boolean_or(true));
  std::vector<std::string> titles;
  for (const Cursor& page : root.member("pages").items()) titles.push_back(page.member("title").text_or("none"));
  EXPECT_EQ(titles, (std::vector<std::string>{"a", "none"}));
  const std::string_view kinds[] = {"number", "text"};
  EXPECT_EQ(root.member("kinds").choice(kinds), std::nullopt);
  EXPECT_EQ(root.member("most").integer(0, 10), std::nullopt);
  EXPECT_EQ(root.member("most").integer(0, 12), 12);
  EXPECT_EQ(root.member("half").integer(0, 10), std::nullopt);
  EXPECT_FALSE(root.member("absent").member("deeper").exists());
  EXPECT_TRUE(root.optional("absent").items().empty());
  root.only({"id", "required", "pages", "kinds", "most", "half"});

  std::vector<std::string> lines;
  for (const auto& problem : problems) lines.push_back(line_of(problem));
  EXPECT_EQ(lines, (std::vector<std::string>{
                       "wrong-type service.json/id 1:8 expected=string found=number",
                       "wrong-type service.json/required 1:23 expected=boolean found=string",
                       "wrong-type service.json/pages/1 1:56 expected=object found=number",
                       "not-among service.json/kinds 1:69 found=numbr allowed=number, text",
                       "out-of-bounds service.json/most 1:86 minimum=0 maximum=10",
                       "wrong-type service.json/half 1:98 expected=integer found=number",
                       "missing-member service.json 1:1 name=absent",
                       "unknown-member service.json/requird 2:13 name=requird suggestion=required",
                   }));
}

TEST(Nearest, SuggestsOneWordOrNone) {
  const std::vector<std::string> words = {"resident", "vehicles", "if", "electric"};
  const auto suggestion = [&](std::string_view word) { return nearest(word, std::span<const std::string>(words)); };
  EXPECT_EQ(suggestion("residnet"), "resident");
  EXPECT_EQ(suggestion("vehicle"), "vehicles");
  EXPECT_EQ(suggestion("electirc"), "electric");
  EXPECT_EQ(suggestion("at"), "");
  EXPECT_EQ(suggestion("parking"), "");
}

}  // namespace
}  // namespace polku::json
