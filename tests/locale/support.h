// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "host/embedded/embedded.h"
#include "json/reader.h"
#include "locale/locale.h"

namespace polku::test {

inline json::Value must_read(std::string_view bytes, const std::string& name) {
  auto reading = json::read(bytes, {.bytes = 64u << 20, .document = name});
  if (!reading.value) ADD_FAILURE() << name << " is not readable";
  return reading.value ? std::move(*reading.value) : json::Value{};
}

inline json::Value must_read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return must_read(bytes, path.string());
}

inline locale::Locale must_load(std::string_view language, std::string_view numbering_system = "latn") {
  auto loaded = locale::load(must_read(host::embedded_locale(language), std::string(language)), numbering_system);
  if (!loaded) ADD_FAILURE() << "no sound pack of " << language;
  return loaded ? std::move(*loaded) : locale::Locale{};
}

inline text::Decimal decimal(std::string_view digits) {
  const auto parsed = text::Decimal::parse(digits);
  if (!parsed) ADD_FAILURE() << digits << " is no number";
  return parsed.value_or(text::Decimal{});
}

// What scripts/build-locales.mjs packs as a language: English is the world's.
inline std::string icu_name_of(const std::string& language) { return language == "en" ? "en_001" : language; }

inline std::filesystem::path source_path(std::string_view path) { return std::filesystem::path(POLKU_SOURCE_DIR) / path; }

}  // namespace polku::test
