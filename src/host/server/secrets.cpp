// SPDX-License-Identifier: EUPL-1.2
#include "host/server/secrets.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "host/server/log.h"
#include "text/utf8.h"

namespace polku::server {
namespace {

constexpr std::string_view hexadecimal = "0123456789abcdef";

std::string read_small_file(const std::string& path) {
  std::ifstream file{path};
  std::stringstream bytes;
  bytes << file.rdbuf();
  auto words = bytes.str();
  while (!words.empty() && (words.back() == '\n' || words.back() == '\r')) words.pop_back();
  return words;
}

bool is_private(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 && (info.st_mode & 0077) == 0 && info.st_uid == geteuid();
}

bool write_private_file(const std::string& path, std::string_view words) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return false;
  const auto written = write(file, words.data(), words.size());
  const bool good = written == static_cast<ssize_t>(words.size()) && fsync(file) == 0;
  close(file);
  return good;
}

}  // namespace

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  std::size_t filled = 0;
  while (filled < count) {
    const auto got = getrandom(bytes.data() + filled, count - filled, 0);
    if (got <= 0) std::abort();
    filled += static_cast<std::size_t>(got);
  }
  return bytes;
}

std::string random_hexadecimal(std::size_t bytes) {
  std::string words;
  for (const char letter : random_bytes(bytes)) {
    const auto byte = static_cast<unsigned char>(letter);
    words += hexadecimal[byte >> 4U];
    words += hexadecimal[byte & 15U];
  }
  return words;
}

std::string random_reference(std::string_view site) {
  constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  auto words = text::to_upper_ascii(site.substr(0, 3));
  const auto bytes = random_bytes(8);
  for (std::size_t index = 0; index < bytes.size(); ++index) {
    if (index % 4 == 0) words += '-';
    words += crockford[static_cast<unsigned char>(bytes[index]) & 31U];
  }
  return words;
}

bool equal_in_constant_time(std::string_view left, std::string_view right) {
  // The length of a token is no secret.
  if (left.size() != right.size()) return false;
  volatile unsigned char difference = 0;
  for (std::size_t index = 0; index < left.size(); ++index) {
    difference = static_cast<unsigned char>(difference | (static_cast<unsigned char>(left[index]) ^ static_cast<unsigned char>(right[index])));
  }
  return difference == 0;
}

bool make_private_folder(const std::string& folder) {
  struct stat info {};
  if (stat(folder.c_str(), &info) != 0) {
    if (mkdir(folder.c_str(), 0700) != 0) return false;
    // A umask can only have taken away.
    return chmod(folder.c_str(), 0700) == 0;
  }
  if (!S_ISDIR(info.st_mode)) return false;
  if (!is_private(folder)) {
    log_line("data-folder-open-to-others", {{"wanted", "0700"}});
    return false;
  }
  return true;
}

namespace {

std::string kept_secret(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0 && !write_private_file(path, random_hexadecimal(32) + "\n")) return {};
  if (!is_private(path)) {
    log_line("secret-file-open-to-others", {{"wanted", "0600"}});
    return {};
  }
  auto token = read_small_file(path);
  return token.size() >= 32 ? token : std::string{};
}

}  // namespace

std::string officials_token(const std::string& folder) { return kept_secret(folder + "/officials.token"); }
std::string look_ups_key(const std::string& folder) { return kept_secret(folder + "/look-ups.key"); }

std::optional<std::string> find_secret(std::string_view name, const std::string& folder) {
  auto variable = "POLKU_SECRET_" + text::to_upper_ascii(name);
  for (char& letter : variable) {
    if (letter == '-') letter = '_';
  }
  if (const char* const words = std::getenv(variable.c_str())) return words;
  for (const char letter : name) {
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    if (!plain) return std::nullopt;
  }
  const auto path = folder + "/secrets/" + std::string{name};
  if (!is_private(path)) return std::nullopt;
  auto words = read_small_file(path);
  if (words.empty()) return std::nullopt;
  return words;
}

}  // namespace polku::server
