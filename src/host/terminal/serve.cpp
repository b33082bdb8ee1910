// SPDX-License-Identifier: EUPL-1.2
#include "host/server/server.h"

#include <algorithm>
#include <charconv>

#include "host/terminal/arguments.h"
#include "host/terminal/commands.h"
#include "text/utf8.h"

namespace polku::host {

namespace {

std::vector<std::string> cut_at_commas(std::string_view words) {
  std::vector<std::string> parts;
  while (!words.empty()) {
    const auto end = std::min(words.find(','), words.size());
    if (const auto part = text::trim(words.substr(0, end)); !part.empty()) parts.emplace_back(part);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return parts;
}

// As a browser writes it in the header Origin: scheme and host, no path. "*" and "null" would let everybody in.
bool is_origin(std::string_view words) {
  const auto scheme = words.find("://");
  return (words.starts_with("https://") || words.starts_with("http://")) && words.size() > scheme + 3 && words.find('/', scheme + 3) == std::string_view::npos;
}

}  // namespace

int command_serve(const Given& given) {
  const auto arguments = read_arguments(given, {"port", "data", "site", "assets", "public", "hosts", "origins"}, {});
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
  options.hosts = cut_at_commas(arguments.option("hosts"));
  options.origins = cut_at_commas(arguments.option("origins"));
  for (const auto& origin : options.origins) {
    if (!is_origin(origin)) return refuse_call("serve", "--origins wants origins as https://www.example.fi, \"" + origin + "\" is none");
  }
  return server::serve(options);
}

}  // namespace polku::host
