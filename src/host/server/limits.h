// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstddef>

namespace polku::server {

struct ConnectionLimits {
  std::size_t threads = 1100;  // one a connection; seen: 28 MB, and 1,000 slow clients do not keep others waiting
  std::size_t head_bytes = 32u << 10;
  std::size_t body_bytes = 1u << 20;         // of a submission
  std::chrono::milliseconds request{15000};  // from its first byte to its last
  std::chrono::milliseconds silence{5000};   // between two bytes, and before a next request
  std::size_t slowest_write = 4096;          // bytes a second a reader has to take
};

}  // namespace polku::server
