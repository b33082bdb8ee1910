// SPDX-License-Identifier: EUPL-1.2
#include "host/server/log.h"

#include <cstdio>

#include "host/server/clock.h"

namespace polku::server {

void log_line(std::string_view event, std::initializer_list<std::pair<std::string_view, std::string>> facts) {
  std::string line = rfc3339(unix_seconds());
  line.append(" ").append(event);
  for (const auto& [name, value] : facts) {
    line.append(" ").append(name).append("=");
    // No line of the log can be forged by what is in a fact.
    for (const char letter : value) line += static_cast<unsigned char>(letter) > 0x20 && letter != 0x7f ? letter : '_';
  }
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace polku::server
