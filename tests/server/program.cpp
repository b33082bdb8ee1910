// SPDX-License-Identifier: EUPL-1.2
// The server alone, for the tests in Node: server_for_tests PORT DATA SITE-FOLDER ASSETS
#include <cstdlib>

#include "host/server/server.h"

int main(int count, char** words) {
  polku::server::ServerOptions options;
  if (count > 1) options.port = std::atoi(words[1]);
  if (count > 2) options.data = words[2];
  if (count > 3) options.site_folder = words[3];
  if (count > 4) options.assets = words[4];
  return polku::server::serve(options);
}
