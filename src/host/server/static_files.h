// SPDX-License-Identifier: EUPL-1.2
// Files of the built site, and nothing else of the disk: every path is one of the folder's own files or it is not found.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "host/server/reply.h"

namespace polku::server {

struct FileRequest {
  std::string path;  // percent-decoded, without the query
  std::string accept_encoding;
  std::string if_none_match;
};

// Segments without "", ".", "..", hidden names, backslashes and control characters. The last one may be empty: a folder.
bool is_safe_path(std::string_view path);
std::string_view type_of_file(std::string_view name);
// A name that carries a hash of its content never changes: "polku-1a2b3c4d.js".
bool has_content_hash(std::string_view name);
// q-values of RFC 9110, section 12.5.3; `*` counts.
bool accepts_encoding(std::string_view accept_encoding, std::string_view coding);

class StaticFiles {
 public:
  explicit StaticFiles(std::string folder);
  Reply serve(const FileRequest& request);
  bool has_folder() const { return !root_.empty(); }

 private:
  struct File {
    std::int64_t modified = 0;
    std::uintmax_t size = 0;
    std::string etag;
    std::shared_ptr<const std::string> bytes;
  };
  std::shared_ptr<const File> find(const std::string& path);
  Reply not_found();
  std::string policy();

  std::string root_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const File>> kept_;
  std::uintmax_t kept_bytes_ = 0;
};

}  // namespace polku::server
