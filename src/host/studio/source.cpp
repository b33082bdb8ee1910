// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/source.h"

#include <algorithm>
#include <sstream>

#include "host/files/files.h"
#include "host/report/report.h"

namespace polku::host {

namespace fs = std::filesystem;

std::shared_ptr<const session::World> Source::read() {
  read_at_ = newest();
  problem::Problems told_again;  // by the check, which says more
  auto loaded = load_service(service_, site_, told_again);
  problems_.clear();
  std::istringstream told(report(check_service(service_, site_).problems, Form::words));
  for (std::string line; std::getline(told, line);) problems_.push_back(line);
  return loaded.world;
}

bool Source::has_changed() const { return newest() != read_at_; }

// A file that is being written may be gone for a moment: then it is looked at the next time.
fs::file_time_type Source::newest() const {
  auto newest = fs::file_time_type::min();  // the clock of files begins in 2174: every time is before its zero
  for (const auto& place : {service_, site_}) {
    std::error_code fault;
    const auto folder = fs::is_directory(place, fault) ? place : place.parent_path();
    for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault)) {
      std::error_code gone;
      const auto written = entry->last_write_time(gone);
      if (!gone && entry->path().extension() == ".json") newest = std::max(newest, written);
    }
  }
  return newest;
}

}  // namespace polku::host
