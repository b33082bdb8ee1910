// SPDX-License-Identifier: EUPL-1.2
#include "page/parts.h"

namespace polku::page {

void add_payment(Making& making, std::string_view key, const json::Value* money, Paying paying) {
  const QuestionIndex asked = making.speaker.form().payment;
  const auto amount = money ? text::Decimal::parse(money->find_string("amount").value_or("0")) : std::nullopt;
  if (asked == form::none || !amount || !(text::Decimal{0} < *amount)) return;
  Note note{.tone = paying == Paying::now ? Note::Tone::warning : Note::Tone::calm, .id = "payment"};
  for (const Text& shown : making.speaker.shown({asked, 0}, *money)) {
    note.prose = messages::parse_markup(making.speaker.say(key, {{"amount", shown.words()}}));
  }
  if (paying == Paying::now) note.actions.push_back(button(making, "button.pay", "pay", Action::Look::primary));
  making.page.elements.push_back(std::move(note));
}

}  // namespace polku::page
