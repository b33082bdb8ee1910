// SPDX-License-Identifier: EUPL-1.2
#include "json/reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "json/writer.h"

namespace polku::json {
namespace {

const std::string suite = std::string(POLKU_SOURCE_DIR) + "/../shared/suites/security/json-test-suite/test_parsing";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string problems_of(std::string_view bytes, const Limits& limits = {}) {
  std::string lines;
  for (const auto& problem : read(bytes, limits).problems) {
    lines += std::string(problem::name_of(problem.code)) + " " + std::to_string(problem.line) + ":" + std::to_string(problem.column) +
             (problem.pointer.empty() ? "" : " " + problem.pointer) + "\n";
  }
  return lines;
}

TEST(Reader, JudgedByTheJsonTestSuite) {
  if (!std::filesystem::exists(suite)) GTEST_SKIP() << "NOT TESTED: JSONTestSuite is not at " << suite;
  int accepted = 0, refused = 0, free = 0;
  for (const auto& file : std::filesystem::directory_iterator(suite)) {
    const std::string name = file.path().filename().string();
    const Reading reading = read(bytes_of(file.path()));
    // RFC 8259 leaves repeated names to the reader; ours refuses them.
    const bool is_repeated_name = name.starts_with("y_object_duplicated_key");
    if (is_repeated_name) {
      ASSERT_EQ(reading.problems.size(), 1u) << name;
      EXPECT_EQ(reading.problems.front().code, problem::Code::json_repeated_name) << name;
    } else if (name.starts_with("y_")) {
      ++accepted;
      EXPECT_TRUE(reading.value) << name;
    } else if (name.starts_with("n_")) {
      ++refused;
      EXPECT_FALSE(reading.value) << name;
      EXPECT_FALSE(reading.problems.empty()) << name;
    } else {
      ++free;
      EXPECT_NE(reading.value.has_value(), !reading.problems.empty()) << name;
    }
  }
  EXPECT_GT(accepted, 80);
  EXPECT_GT(refused, 150);
  EXPECT_GT(free, 20);
}

TEST(Reader, KnowsThePlaceOfEveryValueInCodePoints) {
  const Reading reading = read("\xEF\xBB\xBF{\"ä\" : [1,\n  \"\xF0\x9F\x98\x80\\\"x\", {\"b\":\n\ttrue}], \"c\":-1.50e1}");
  ASSERT_TRUE(reading.value);
  const auto place = [&](std::string_view pointer) {
    const Value* value = find_by_pointer(*reading.value, pointer);
    return value ? std::to_string(value->line) + ":" + std::to_string(value->column) : "nothing";
  };
  EXPECT_EQ(place(""), "1:1");
  EXPECT_EQ(place("/ä"), "1:8");
  EXPECT_EQ(place("/ä/0"), "1:9");
  EXPECT_EQ(place("/ä/1"), "2:3");
  EXPECT_EQ(place("/ä/2"), "2:11");
  EXPECT_EQ(place("/ä/2/b"), "3:2");
  EXPECT_EQ(place("/c"), "3:14");
  EXPECT_EQ(place("/ä/01"), "nothing");
  EXPECT_EQ(write(*find_by_pointer(*reading.value, "/c")), "-15");
}

TEST(Reader, SaysWhatIsWrongAndWhere) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "json-syntax 1:1\n"},
      {"{\"a\":1,}", "json-syntax 1:8\n"},
      {"[1,\n 2 3]", "json-syntax 2:4\n"},
      {"[1] x", "json-syntax 1:5\n"},
      {std::string("1\0", 2), "json-syntax 1:2\n"},
      {"[\"a\xFF\"]", "not-utf8 1:4\n"},
      {"{\"a\":{\"b\":1,\n\"c\":2,\"b\":3},\"a\":0}", "json-repeated-name 2:11 /a\njson-repeated-name 2:18\n"},
      {"{\"a\":1,\"\\u0061\":2}", "json-repeated-name 1:17\n"},
      {"[12345678901234567890123456789012345]", "number-too-long 1:2\n"},
      {"[1, 1e999999]", "number-too-long 1:12\n"},
      {"\"\\ud800\"", "json-syntax 1:8\n"},
  };
  for (const auto& [bytes, expected] : cases) {
    EXPECT_EQ(problems_of(bytes), expected) << bytes;
    EXPECT_FALSE(read(bytes).value) << bytes;
  }
}

TEST(Reader, KeepsItsLimits) {
  EXPECT_EQ(problems_of("[[[]]]", {.depth = 3}), "");
  EXPECT_EQ(problems_of("[[[[]]]]", {.depth = 3}), "json-too-deep 1:4 /0/0\n");
  EXPECT_EQ(problems_of("[1,2]", {.values = 3}), "");
  EXPECT_EQ(problems_of("[1,2,3]", {.values = 3}), "json-too-many-values 1:6\n");
  EXPECT_EQ(problems_of("[1,2]", {.bytes = 4}), "json-too-large 1:1\n");
  EXPECT_EQ(
      problems_of(std::string(100000, '[')), "json-too-deep 1:65" + [] {
        std::string pointer = " ";
        for (int depth = 0; depth < 63; ++depth) pointer += "/0";
        return pointer + "\n";
      }());
}

TEST(Reader, NeedsTimeInProportionToTheBytes) {
  const auto wide = [](int members) {
    std::string text = "{";
    for (int member = 0; member < members; ++member) text += (member ? ",\"" : "\"") + std::string("name-") + std::to_string(member) + "\":0";
    return text + "}";
  };
  const auto seconds = [](const std::string& text) {
    double best = 1e9;
    for (int time = 0; time < 3; ++time) {
      const auto start = std::chrono::steady_clock::now();
      EXPECT_TRUE(read(text).value);
      best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
  };
  // Eight times the members: a quadratic reader would need sixty-four times as long.
  EXPECT_LT(seconds(wide(64000)), 25 * seconds(wide(8000)) + 0.02);
}

TEST(Writer, WritesWhatWasReadInItsOrder) {
  const std::string text = R"({"b":[1,-0.5,"ä\"\\\n\u0001",true,null],"a":{},"c":[]})";
  EXPECT_EQ(write(*read(text).value), text);
  EXPECT_EQ(write_indented(*read(R"({"a":[1,{"b":2}],"c":{}})").value), "{\n  \"a\": [\n    1,\n    {\n      \"b\": 2\n    }\n  ],\n  \"c\": {}\n}\n");
  EXPECT_EQ(write(Value("a\xFFz")), "\"a\xEF\xBF\xBDz\"");
}

TEST(Values, AreEqualWhateverTheOrderOfTheirMembers) {
  EXPECT_EQ(*read(R"({"a":1,"b":[1.0]})").value, *read(R"({"b":[1],"a":1})").value);
  EXPECT_FALSE(*read(R"({"a":1,"b":2})").value == *read(R"({"a":2,"b":1})").value);
  EXPECT_FALSE(*read(R"([1,2])").value == *read(R"([2,1])").value);
  EXPECT_FALSE(Value("1") == Value(std::int64_t{1}));
}

}  // namespace
}  // namespace polku::json
