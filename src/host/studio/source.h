// SPDX-License-Identifier: EUPL-1.2
// The author's files: read again when one of them changed.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "session/session.h"

namespace polku::host {

class Source {
 public:
  Source(std::filesystem::path service, std::filesystem::path site) : service_(std::move(service)), site_(std::move(site)) {}

  // Null when something is too wrong to walk. problems() are the lines `polku check` tells, also of what can be walked.
  std::shared_ptr<const session::World> read();
  bool has_changed() const;
  const std::vector<std::string>& problems() const { return problems_; }

 private:
  std::filesystem::file_time_type newest() const;

  std::filesystem::path service_, site_;
  std::filesystem::file_time_type read_at_ = {};
  std::vector<std::string> problems_;
};

}  // namespace polku::host
