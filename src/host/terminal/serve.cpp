// SPDX-License-Identifier: EUPL-1.2
#include "host/server/server.h"

#include <charconv>

#include "host/terminal/arguments.h"
#include "host/terminal/commands.h"

namespace polku::host {

int command_serve(const Given& given) {
  const auto arguments = read_arguments(given, {"port", "data", "site", "assets", "public"}, {});
  if (!arguments.fault.empty()) return refuse_call("serve", arguments.fault);
  if (!arguments.words.empty()) return refuse_call("serve", "\"" + arguments.words.front() + "\" is no option");
  server::ServerOptions options;
  const auto port = arguments.option("port", "8080");
  const auto read = std::from_chars(port.data(), port.data() + port.size(), options.port);
  if (read.ec != std::errc{} || read.ptr != port.data() + port.size() || options.port < 0 || options.port > 65'535) {
    return refuse_call("serve", "--port wants a number from 0 to 65535");
  }
  options.data = arguments.option("data", options.data);
  options.site = arguments.option("site");
  options.assets = arguments.option("assets", options.assets);
  options.site_folder = arguments.option("public", options.site_folder);
  return server::serve(options);
}

}  // namespace polku::host
