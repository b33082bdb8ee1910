// SPDX-License-Identifier: EUPL-1.2
#include "digest/digest.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "json/reader.h"
#include "json/writer.h"

namespace polku::digest {
namespace {

json::Value table(const std::string& name) {
  std::ifstream file(std::string(POLKU_SOURCE_DIR) + "/tests/digest/" + name, std::ios::binary);
  const auto reading = json::read(std::string(std::istreambuf_iterator<char>(file), {}));
  EXPECT_TRUE(reading.value) << name;
  return reading.value.value_or(json::Value::array());
}

std::string bytes_of(std::string_view hex) {
  std::string bytes;
  for (std::size_t index = 0; index + 1 < hex.size(); index += 2) bytes += static_cast<char>(std::stoi(std::string(hex.substr(index, 2)), nullptr, 16));
  return bytes;
}

TEST(Sha256, IsWhatNistSays) {
  const json::Value vectors = table("sha256.json");
  EXPECT_GE(vectors.items().size(), 8u);
  for (const json::Value& vector : vectors.items()) {
    std::string message = bytes_of(vector.find_string("message").value_or(""));
    if (const json::Value* times = vector.find("times")) {
      const std::string once = message;
      for (std::int64_t time = 1; time < *times->number().to_integer(); ++time) message += once;
    }
    EXPECT_EQ(sha256_hex(message), vector.find_string("digest").value_or("")) << json::write(vector);
  }
}

TEST(Canonical, IsTheOneFormOfRfc8785) {
  const json::Value cases = table("canonical.json");
  for (const json::Value& entry : cases.items()) {
    const std::string canonical_text = canonical(*entry.find("value"));
    EXPECT_EQ(canonical_text, entry.find_string("canonical").value_or("")) << json::write(entry);
    EXPECT_EQ(canonical(*json::read(canonical_text).value), canonical_text);
  }
}

}  // namespace
}  // namespace polku::digest
