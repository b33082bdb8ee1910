// SPDX-License-Identifier: EUPL-1.2
// A file to choose: what may be chosen, in words, and what was.
#include <algorithm>

#include "page/parts.h"
#include "text/utf8.h"

namespace polku::page {

void fill_file(const Making& making, const form::Question& question, Field& field) {
  const Speaker& speaker = making.speaker;
  const value::Shape& shape = question.shape;
  field.largest = shape.max_size.value_or(value::built_in_max_size);
  for (const std::string& type : shape.accept) field.accept += (field.accept.empty() ? "" : ",") + type;
  const std::string types = shape.accept.empty() ? std::string() : speaker.file_types(shape.accept);
  field.length_note = speaker.say(types.empty() ? "file.any" : "file.some", {{"types", types}, {"size", speaker.file_size(text::Decimal{field.largest})}});
  field.choose = speaker.say(field.typed.size() == 5 ? "file.choose-another" : "file.choose");
  if (field.typed.size() != 5 || field.typed[0].empty()) return;
  ChosenFile chosen;
  chosen.name = messages::verbatim(field.typed[0]);
  if (const auto size = text::Decimal::parse(field.typed[2])) chosen.size = speaker.plain(speaker.file_size(*size));
  chosen.remove = button(making, "file.remove", "type:" + field.place, Action::Look::link);
  chosen.remove.subject = chosen.name;
  field.chosen = std::move(chosen);
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
