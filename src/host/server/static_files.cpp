// SPDX-License-Identifier: EUPL-1.2
#include "host/server/static_files.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "digest/digest.h"
#include "text/percent.h"
#include "text/utf8.h"

namespace polku::server {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = 64u << 20, largest_cache = 128u << 20;
// Until the site is built with a policy of its own nothing is allowed.
constexpr std::string_view strictest_policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> types = {{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".webp", "image/webp"},
    {".avif", "image/avif"},
    {".ico", "image/x-icon"},
    {".gif", "image/gif"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".ttf", "font/ttf"},
    {".txt", "text/plain; charset=utf-8"},
    {".xml", "application/xml"},
    {".pdf", "application/pdf"},
    {".map", "application/json"},
}};

// Weak comparison of RFC 9110, section 13.1.2.
bool is_listed(std::string_view if_none_match, std::string_view etag) {
  if (text::trim(if_none_match) == "*") return true;
  while (!if_none_match.empty()) {
    const auto comma = std::min(if_none_match.find(','), if_none_match.size());
    auto one = text::trim(if_none_match.substr(0, comma));
    if (one.substr(0, 2) == "W/") one.remove_prefix(2);
    if (one == etag) return true;
    if_none_match.remove_prefix(std::min(comma + 1, if_none_match.size()));
  }
  return false;
}

}  // namespace

bool is_safe_path(std::string_view path) {
  if (path.empty() || path.front() != '/' || path.size() > 1024 || text::find_invalid_utf8(path)) return false;
  for (const char letter : path) {
    if (static_cast<unsigned char>(letter) < 0x20 || letter == '\\' || letter == 0x7f || letter == ':') return false;
  }
  path.remove_prefix(1);
  while (!path.empty()) {
    const auto end = std::min(path.find('/'), path.size());
    if (end == 0 || path.front() == '.') return false;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return true;
}

std::string_view type_of_file(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot != std::string_view::npos) {
    for (const auto& [ending, type] : types) {
      if (name.substr(dot) == ending) return type;
    }
  }
  return "application/octet-stream";
}

bool has_content_hash(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::size_t digits = 0, at = dot;
  while (at > 0 && ((name[at - 1] >= '0' && name[at - 1] <= '9') || (name[at - 1] >= 'a' && name[at - 1] <= 'f'))) {
    --at;
    ++digits;
  }
  return digits >= 8 && at > 0 && (name[at - 1] == '-' || name[at - 1] == '.');
}

bool accepts_encoding(std::string_view accept_encoding, std::string_view coding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    const auto comma = std::min(accept_encoding.find(','), accept_encoding.size());
    const auto part = text::to_lower_ascii(text::without_blanks(accept_encoding.substr(0, comma)));
    accept_encoding.remove_prefix(std::min(comma + 1, accept_encoding.size()));
    const auto semicolon = std::min(part.find(';'), part.size());
    const auto name = std::string_view{part}.substr(0, semicolon), weight = std::string_view{part}.substr(semicolon);
    const bool refused = weight.substr(0, 3) == ";q=" && weight.find_first_not_of("0.", 3) == std::string_view::npos;
    if (name == coding) return !refused;
    if (name == "*") any = !refused;
  }
  return any;
}

StaticFiles::StaticFiles(std::string folder) {
  std::error_code fault;
  const auto root = fs::canonical(folder, fault);
  if (!fault && fs::is_directory(root, fault)) root_ = root.string();
}

std::shared_ptr<const StaticFiles::File> StaticFiles::find(const std::string& path) {
  std::error_code fault;
  // A symbolic link may lead anywhere: what counts is where it ends.
  const auto real = fs::canonical(root_ + path, fault).string();
  if (fault || real.size() <= root_.size() || real.compare(0, root_.size() + 1, root_ + "/") != 0) return nullptr;
  if (!fs::is_regular_file(real, fault)) return nullptr;
  const auto size = fs::file_size(real, fault);
  const auto modified = static_cast<std::int64_t>(fs::last_write_time(real, fault).time_since_epoch().count());
  if (fault || size > largest_file) return nullptr;
  {
    const std::lock_guard lock{mutex_};
    const auto found = kept_.find(real);
    if (found != kept_.end() && found->second->size == size && found->second->modified == modified) return found->second;
  }
  std::ifstream file{real, std::ios::binary};
  auto bytes = std::make_shared<std::string>();
  bytes->resize(static_cast<std::size_t>(size));
  if (!file.read(bytes->data(), static_cast<std::streamsize>(size))) return nullptr;
  auto read = std::make_shared<File>();
  read->modified = modified;
  read->size = size;
  read->etag = "\"" + digest::sha256_hex(*bytes).substr(0, 32) + "\"";
  read->bytes = std::move(bytes);
  const std::lock_guard lock{mutex_};
  if (kept_bytes_ + size > largest_cache) {
    kept_.clear();
    kept_bytes_ = 0;
  }
  kept_bytes_ += size;
  kept_[real] = read;
  return read;
}

std::string StaticFiles::policy() {
  const auto file = find("/csp.txt");
  if (!file) return std::string{strictest_policy};
  std::string words;
  for (const char letter : *file->bytes) words += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
  const auto trimmed = text::trim(words);
  return trimmed.empty() ? std::string{strictest_policy} : std::string{trimmed};
}

Reply StaticFiles::not_found() {
  if (const auto page = find("/404.html")) {
    return {.status = 404,
            .type = "text/html; charset=utf-8",
            .body = *page->bytes,
            .headers = {{"Content-Security-Policy", policy()}, {"Cache-Control", "no-cache"}}};
  }
  auto reply = problem_reply(404, problem::Code::not_found);
  reply.headers.emplace_back("Content-Security-Policy", strictest_policy);
  return reply;
}

Reply StaticFiles::serve(const FileRequest& request) {
  if (root_.empty() || !is_safe_path(request.path)) return not_found();
  auto path = request.path;
  if (path.back() == '/') {
    path += "index.html";
  } else {
    std::error_code fault;
    if (fs::is_directory(root_ + path, fault) && find(path + "/index.html")) {
      return {.status = 301, .type = {}, .body = {}, .headers = {{"Location", text::percent_encoded(path, "/") + "/"}, {"Cache-Control", "no-cache"}}};
    }
  }
  const auto plain = find(path);
  if (!plain) return not_found();

  auto chosen = plain;
  std::string coding;
  for (const auto& [name, ending] : {std::pair{"br", ".br"}, std::pair{"gzip", ".gz"}}) {
    if (!accepts_encoding(request.accept_encoding, name)) continue;
    // A compressed file older than its plain one is left over from an earlier build.
    if (const auto packed = find(path + ending); packed && packed->modified >= plain->modified) {
      chosen = packed;
      coding = name;
      break;
    }
  }
  const auto name = std::string_view{path}.substr(path.rfind('/') + 1);
  Reply reply;
  reply.type = type_of_file(name);
  reply.headers = {{"ETag", chosen->etag},
                   {"Vary", "Accept-Encoding"},
                   {"Cache-Control", has_content_hash(name) ? "public, max-age=31536000, immutable" : "no-cache"},
                   // Another site may embed the service: its scripts come from here (DECISIONS 23).
                   {"Access-Control-Allow-Origin", "*"},
                   {"Cross-Origin-Resource-Policy", "cross-origin"},
                   {"Content-Security-Policy", policy()}};
  if (is_listed(request.if_none_match, chosen->etag)) {
    reply.status = 304;
    reply.type.clear();
    return reply;
  }
  if (!coding.empty()) reply.headers.emplace_back("Content-Encoding", coding);
  reply.body = *chosen->bytes;
  return reply;
}

}  // namespace polku::server
