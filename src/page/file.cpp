// SPDX-License-Identifier: EUPL-1.2
// A file to choose: what may be chosen, in words, and what was.
#include <algorithm>

#include "page/parts.h"
#include "text/utf8.h"

namespace polku::page {

namespace {

void add_chosen(const Making& making, const value::Typed& typed, std::string remove, Field& field) {
  ChosenFile chosen;
  chosen.name = messages::verbatim(typed[0]);
  if (const auto size = text::Decimal::parse(typed[2])) chosen.size = making.speaker.plain(making.speaker.file_size(*size));
  chosen.remove = button(making, "file.remove", std::move(remove), Action::Look::link);
  chosen.remove.subject = chosen.name;
  field.chosen.push_back(std::move(chosen));
}

bool is_chosen(const value::Typed& typed) { return typed.size() == 5 && !typed[0].empty(); }

}  // namespace

void fill_file(const Making& making, const value::Shape& shape, Field& field) {
  const Speaker& speaker = making.speaker;
  field.largest = shape.max_size.value_or(value::built_in_max_size);
  for (const std::string& type : shape.accept) field.accept += (field.accept.empty() ? "" : ",") + type;
  const std::string types = shape.accept.empty() ? std::string() : speaker.file_types(shape.accept);
  field.length_note = speaker.say(types.empty() ? "file.any" : "file.some", {{"types", types}, {"size", speaker.file_size(text::Decimal{field.largest})}});
  field.choose = speaker.say(field.typed.size() == 5 ? "file.choose-another" : "file.choose");
  if (is_chosen(field.typed)) return add_chosen(making, field.typed, "type:" + field.place, field);
  if (!shape.may_come_later) return;
  Option later;
  later.id = "later";
  later.label = speaker.say("file.promise");
  later.chosen = field.typed.size() == 1;
  field.options.push_back(std::move(later));
}

Field make_files(const Making& making, const journey::Item& item) {
  const Speaker& speaker = making.speaker;
  const form::Question& list = making.world.form->questions[item.place.question];
  const form::QuestionIndex column = making.world.form->file_of(list);
  const form::Question& file = making.world.form->questions[column];
  Field field = make_field(making, item);
  field.control = Field::Control::file;
  field.takes_several = true;
  field.boxed = file.display.boxed;
  if (field.hint.empty()) field.hint = speaker.say_if_any("question." + file.id + ".hint");
  fill_file(making, file.shape, field);
  field.choose = {};
  const auto& rows = making.state.answers.rows(item.place.question, item.place.row);
  for (const RowId row : rows) {
    const auto* answer = making.state.answers.find({column, row});
    if (answer && is_chosen(answer->typed)) add_chosen(making, answer->typed, "remove-row:" + std::to_string(row), field);
  }
  const auto maximum = list.shape.max_items;
  const bool is_full = maximum && static_cast<std::int64_t>(rows.size()) >= *maximum;
  if (is_full) field.length_note = speaker.say("list.full", {{"maximum", text::Decimal{*maximum}}});
  if (is_full) return field;
  const std::string words = "question." + list.id + (rows.empty() ? ".add" : ".add-another");
  field.choose = speaker.has(words) ? speaker.say_live(words, item.place.row) : speaker.say(rows.empty() ? "file.choose-several" : "file.choose-more");
  return field;
}

// "1.2 MB"; thousands, as storage is sold; rounded up, so that what is a byte too large does not seem to fit.
std::string Speaker::file_size(const text::Decimal& bytes) const {
  const std::pair<std::int64_t, const char*> units[] = {{1'000'000, "file.megabytes"}, {1'000, "file.kilobytes"}, {1, "file.bytes"}};
  for (const auto& [unit, key] : units) {
    const auto size = divide(bytes, text::Decimal{unit});
    if (!size || (unit > 1 && size->value < text::Decimal{1})) continue;
    return say(key, {{"size", size->value.rounded(unit > 1'000 ? 1 : 0, text::Rounding::ceiling)}}).words();
  }
  return bytes.to_string();
}

// "PDF, JPEG or picture".
std::string Speaker::file_types(const std::vector<std::string>& types) const {
  std::vector<std::string> names;
  for (const std::string& type : types) {
    const std::size_t slash = type.find('/');
    const std::string family = type.substr(0, slash), name = type.substr(std::min(slash, type.size() - 1) + 1);
    const std::string key = "file." + (name == "*" ? family : name);
    names.push_back(has(key) ? say(key).words() : text::to_upper_ascii(name == "*" ? family : name));
  }
  // Where Arabic begins with "PDF" it is Arabic all the same.
  return (locale().direction() == text::Direction::right_to_left ? "\u200F" : "") + locale().list(names, locale::ListStyle::disjunction);
}

}  // namespace polku::page
