// SPDX-License-Identifier: EUPL-1.2
#include "page/record.h"

#include "page/parts.h"

namespace polku::page {

Record make_record(const session::World& world, const session::Verified& verified, const Receipt& receipt, const form::Recipient* recipient,
                   std::string_view language) {
  const std::string reader{language.empty() ? std::string_view{verified.language} : language};
  const Speaker speaker(world, reader, verified.answers, verified.journey);
  Record record;
  record.language = reader;
  record.direction = text::direction_of(reader);
  record.title = speaker.say("service.title");
  record.site = speaker.say("site.name");
  const auto date = [&](const calendar::Date& day) { return speaker.plain(speaker.locale().date(day, locale::DateStyle::long_form)); };
  record.facts = {{speaker.say("record.reference"), messages::verbatim(receipt.reference)},
                  {speaker.say("record.received"), date(receipt.received)},
                  {speaker.say("record.submitted"), date(verified.on)},
                  {speaker.say("record.language"), messages::verbatim(world.named(verified.language).own_name())},
                  {speaker.say("record.service"), messages::verbatim(world.form->id + " " + world.form->version)}};
  record.sections = answers_by_section(speaker, Changing::none, recipient ? &recipient->entitled : nullptr);
  record.note = speaker.say("record.note");
  return record;
}

}  // namespace polku::page
