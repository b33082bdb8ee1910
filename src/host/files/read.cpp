// SPDX-License-Identifier: EUPL-1.2
#include <fstream>
#include <system_error>

#include "host/files/files.h"
#include "json/reader.h"

namespace polku::host {

namespace {

constexpr std::uintmax_t largest_file = 16u << 20;

std::nullopt_t refuse(const std::filesystem::path& path, problem::Problems& problems) {
  problems.push_back({.code = problem::Code::file_unreadable, .arguments = {{"name", path.string()}}, .document = path.filename().string()});
  return std::nullopt;
}

}  // namespace

std::optional<std::string> read_file(const std::filesystem::path& path, problem::Problems& problems) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return refuse(path, problems);
  const auto size = std::filesystem::file_size(path, error);
  if (error) return refuse(path, problems);
  if (size > largest_file) {
    problems.push_back({.code = problem::Code::json_too_large,
                        .arguments = {{"maximum", text::Decimal{static_cast<std::int64_t>(largest_file)}}},
                        .document = path.filename().string()});
    return std::nullopt;
  }
  std::ifstream file{path, std::ios::binary};
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return refuse(path, problems);
  return bytes;
}

std::optional<json::Value> read_json(const std::filesystem::path& path, problem::Problems& problems) {
  const auto bytes = read_file(path, problems);
  if (!bytes) return std::nullopt;
  auto reading = json::read(*bytes, {.bytes = largest_file, .document = path.filename().string()});
  problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
  return std::move(reading.value);
}

}  // namespace polku::host
