// SPDX-License-Identifier: EUPL-1.2
#include "form/review.h"

#include "table.h"

namespace polku {
namespace {

namespace fs = std::filesystem;

struct Read {
  form::Review review;
  std::vector<std::string> problems;
};

Read read(std::string_view text) {
  const auto file = json::read(text);
  EXPECT_TRUE(file.value) << text;
  problem::Problems problems;
  auto review = form::read_review(*file.value, "sv", problems, "sv.json");
  return {std::move(review), testing::lines_of(problems)};
}

TEST(Review, IsReadWithWhatIsSaidOfIt) {
  const auto [review, problems] =
      read("{\n \"$meta\": {\"review\": {\"state\": \"reviewed\", \"by\": \"Aino\", \"on\": \"2026-11-02\", \"note\": \"Twice.\"}}}");
  EXPECT_EQ(problems, std::vector<std::string>{});
  EXPECT_EQ(review.state, form::ReviewState::reviewed);
  EXPECT_EQ(review.by + " " + review.on + " " + review.note, "Aino 2026-11-02 Twice.");
  EXPECT_EQ(review.pointer, "/$meta/review");
  EXPECT_EQ(review.line, 2u);
  EXPECT_EQ(read(R"({"$meta": {"review": {"state": "not-reviewed", "x-desk": 7}}})").review.state, form::ReviewState::not_reviewed);
}

TEST(Review, IsUnstatedWhereNothingIsSaid) {
  for (const char* text : {"{}", R"({"a": "b"})", R"({"$meta": {}})", R"({"$notes": {}})", "[]"}) {
    const auto [review, problems] = read(text);
    EXPECT_EQ(review.state, form::ReviewState::unstated) << text;
    EXPECT_EQ(problems, std::vector<std::string>{}) << text;
  }
}

TEST(Review, IsNoReviewWithoutAPersonAndADay) {
  const std::pair<const char*, std::vector<std::string>> rows[] = {
      {R"({"$meta": {"review": {"state": "reviewed"}}})", {"missing-member /$meta/review name=by", "missing-member /$meta/review name=on"}},
      {R"({"$meta": {"review": {"state": "reviewed", "by": "Aino", "on": "2.11.2026"}}})", {"bad-date /$meta/review/on found=2.11.2026"}},
      {R"({"$meta": {"review": {"state": "yes"}}})", {"not-among /$meta/review/state found=yes allowed=not-reviewed, reviewed"}},
      {R"({"$meta": {"review": {}}})", {"missing-member /$meta/review name=state"}},
      {R"({"$meta": {"review": {"state": "not-reviewed", "nota": "x"}}})", {"unknown-member /$meta/review/nota name=nota suggestion=note"}},
      {R"({"$meta": {"reviewed": true}})", {"unknown-member /$meta/reviewed name=reviewed suggestion=review"}},
  };
  for (const auto& [text, problems] : rows) EXPECT_EQ(read(text).problems, problems) << text;
}

// Every catalog of the repository: the engine's, the browser shell's, of each service and each site.
TEST(Review, IsStatedInEveryCatalog) {
  const fs::path root = POLKU_SOURCE_DIR;
  std::vector<fs::path> folders{root / "i18n", root / "i18n/web"};
  for (const char* name : {"assets/services", "assets/sites"}) {
    for (const auto& entry : fs::directory_iterator(root / name)) {
      if (entry.is_directory()) folders.push_back(entry.path());
    }
  }
  int stated = 0;
  for (const auto& folder : folders) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      const auto name = entry.path().filename().string();
      if (entry.path().extension() != ".json" || name == "notes.json" || name == "service.json" || name == "site.json") continue;
      problem::Problems problems;
      const auto review = form::read_review(testing::read_file(entry.path()), entry.path().stem().string(), problems, name);
      EXPECT_EQ(testing::lines_of(problems), std::vector<std::string>{}) << entry.path();
      EXPECT_NE(review.state, form::ReviewState::unstated) << entry.path() << " does not say whether a reader of its language has reviewed it";
      ++stated;
    }
  }
  EXPECT_GE(stated, 20);
}

}  // namespace
}  // namespace polku
