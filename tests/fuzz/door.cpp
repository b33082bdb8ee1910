// SPDX-License-Identifier: EUPL-1.2
// A line an intent or an outcome: whatever comes in whatever order, there is a page, nothing foreign is in it, and what would be kept is read back as the same.
#include <algorithm>
#include <cstdint>

#include "../hostile/inputs.h"
#include "json/reader.h"
#include "json/writer.h"
#include "page/page.h"
#include "render/html/html.h"
#include "require.h"
#include "session/format.h"

namespace {

using namespace polku;

void look(const session::State& state) {
  const auto& world = hostile::permit();
  const auto html = render::html(page::view(world, state, session::walk(world, state)));
  const auto foreign = hostile::find_foreign_markup(html);
  fuzz::require(foreign.empty(), "markup came through: " + foreign);
  const auto record = session::make_record(world, state);
  const auto again = json::read(json::write(record));
  fuzz::require(again.value && *again.value == record, "what is kept is read back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto& world = hostile::permit();
  std::string_view text{reinterpret_cast<const char*>(bytes), size};
  session::State state;
  state.language = "fi";
  for (int lines = 0; lines < 40 && !text.empty(); ++lines) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto reading = json::read(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!reading.value) continue;
    problem::Problems problems;
    if (const auto intent = session::read_intent(*reading.value, problems)) {
      state = session::update(world, std::move(state), *intent).state;
    } else if (const auto outcome = session::read_outcome(*reading.value, problems)) {
      state = session::resolve(world, std::move(state), outcome->id, outcome->outcome).state;
    }
    if (lines % 8 == 7) look(state);  // painting costs most
  }
  look(state);
  return 0;
}
