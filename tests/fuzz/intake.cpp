// SPDX-License-Identifier: EUPL-1.2
// What a server takes in: verified or told why not; what is verified makes a record with nothing foreign in it and can be cut for a recipient.
#include <cstdint>

#include "../hostile/inputs.h"
#include "delivery/connector.h"
#include "json/reader.h"
#include "page/record.h"
#include "render/html/record.h"
#include "render/text/text.h"
#include "require.h"
#include "session/verify.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace polku;
  const auto& world = hostile::permit();
  const calendar::Date today{2026, 11, 22};
  const auto reading = json::read({reinterpret_cast<const char*>(bytes), size}, {.bytes = 1u << 20, .depth = 32, .values = 100'000});
  if (!reading.value) return 0;
  const auto verified = session::verify(world, *reading.value, today);
  if (!verified.problems.empty()) return 0;
  const auto record = page::make_record(world, verified, {"KOI-7F3K-92QD", today});
  const auto foreign = hostile::find_foreign_markup(render::html(record));
  fuzz::require(foreign.empty(), "markup came through: " + foreign);
  (void)render::text(record);
  (void)delivery::cut_delivery(*reading.value, "parking-office", {"applicant", "vehicles", "fee"});
  return 0;
}
