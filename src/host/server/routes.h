// SPDX-License-Identifier: EUPL-1.2
// Which address is answered by whom.
#pragma once

#include "host/server/guarded_server.h"
#include "host/server/intake.h"
#include "host/server/invitations.h"
#include "host/server/look_ups.h"
#include "host/server/officials.h"
#include "host/server/payments.h"
#include "host/server/sign_in.h"
#include "host/server/static_files.h"

namespace polku::server {

struct Parts {
  Storage& storage;
  Intake& intake;
  Officials& officials;
  LookUps& look_ups;
  Payments& payments;
  Invitations& invitations;
  SignIn& sign_in;
  StaticFiles& files;
  std::vector<std::string> origins;
  ConnectionLimits limits;
};
void add_routes(GuardedServer& server, Parts& parts);

}  // namespace polku::server
