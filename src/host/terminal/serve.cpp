// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "host/terminal/commands.h"

namespace polku::host {

int command_serve(const Given& given) {
  static_cast<void>(given);
  std::cerr << "serve: not linked yet\n";
  return wrong_call;
}

}  // namespace polku::host
