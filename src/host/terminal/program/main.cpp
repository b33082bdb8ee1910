// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "host/terminal/commands.h"

int main(int count, char** given) {
  std::ios::sync_with_stdio(false);
  return polku::host::run_command({given + 1, given + count});
}
