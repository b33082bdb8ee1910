// SPDX-License-Identifier: EUPL-1.2
#include "messages/catalog.h"

using polku::messages::Text;

void render(const Text&);

void page(const polku::messages::Words& words, const std::string& plain) {
  render(words.say("button.continue"));
  render(polku::messages::verbatim(plain));
#if ATTEMPT == 1
  render(plain);
#elif ATTEMPT == 2
  render("Continue");
#elif ATTEMPT == 3
  render(Text{plain});
#elif ATTEMPT == 4
  render(Text{plain, "en", polku::text::Direction::left_to_right, {}});
#endif
}
