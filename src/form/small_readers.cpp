// SPDX-License-Identifier: EUPL-1.2
#include "form/building.h"
#include "text/language_tag.h"

namespace polku::form {

using problem::Code;
using text::Decimal;

bool is_id(std::string_view id, IdSort sort) {
  if (id.empty() || id.size() > 64 || id.back() == '-') return false;
  const auto is_letter = [](char byte) { return byte >= 'a' && byte <= 'z'; };
  const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
  if (!is_letter(id.front()) && !(sort == IdSort::option && is_digit(id.front()))) return false;
  char before = 0;
  for (char byte : id) {
    if (!is_letter(byte) && !is_digit(byte) && byte != '-') return false;
    if (byte == '-' && before == '-') return false;
    before = byte;
  }
  return true;
}

std::optional<std::string> read_id(const json::Cursor& place, IdSort sort) {
  auto id = place.text();
  if (!id) return std::nullopt;
  if (is_id(*id, sort)) return id;
  place.report(Code::bad_id, {{"id", *id}});
  return std::nullopt;
}

std::optional<Decimal> read_decimal(const json::Cursor& place) {
  if (!place.exists()) return std::nullopt;
  if (!place.is(json::Type::string)) return place.number();
  const std::string& words = place.value().string();
  // Only the plain form of the values' table: no sign plus, no exponent, no bare point.
  const std::size_t start = words.starts_with('-') ? 1 : 0;
  bool is_plain = words.size() > start && words.back() != '.' && words[start] != '.';
  for (char byte : std::string_view(words).substr(start)) is_plain = is_plain && ((byte >= '0' && byte <= '9') || byte == '.');
  if (auto number = is_plain ? Decimal::parse(words) : std::nullopt) return number;
  place.report(Code::bad_amount, {{"found", words}});
  return std::nullopt;
}

std::optional<calendar::Date> read_date(const json::Cursor& place) {
  const auto words = place.text();
  if (!words) return std::nullopt;
  if (auto date = calendar::parse_date(*words)) return date;
  place.report(Code::bad_date, {{"found", *words}});
  return std::nullopt;
}

std::optional<std::string> read_language(const json::Cursor& place) {
  auto tag = place.text();
  if (!tag) return std::nullopt;
  if (text::is_language_tag(*tag) && text::canonical_language_tag(*tag) == *tag) return tag;
  place.report(Code::bad_language_tag, {{"found", *tag}});
  return std::nullopt;
}

void read_format_version(const json::Cursor& root, std::string_view stem) {
  if (!root.is(json::Type::object)) return;
  const json::Cursor schema = root.optional("$schema");
  if (!schema.exists()) {
    // Without it an editor neither completes nor explains, and a later format cannot tell what it has before it.
    root.report(Code::missing_member, {{"name", "$schema"}}, problem::Severity::warning);
    return;
  }
  const auto address = schema.text();
  if (!address) return;
  const std::string wanted = std::string(stem) + "-1.json";
  const std::size_t slash = address->rfind('/');
  if (address->substr(slash == std::string::npos ? 0 : slash + 1) != wanted) schema.report(Code::unknown_format_version, {{"found", *address}});
}

QuestionIndex read_question_name(const Building& building, const json::Cursor& place, const std::vector<QuestionIndex>& candidates) {
  const auto id = place.text();
  if (!id) return none;
  const QuestionIndex found = building.form.index_of(*id);
  std::vector<std::string> names;
  for (QuestionIndex candidate : candidates) {
    if (candidate == found) return found;
    names.push_back(building.form.questions[candidate].id);
  }
  std::string suggestion;
  if (found == none) {
    suggestion = json::nearest(*id, names);
  } else if (const QuestionIndex list = building.form.questions[found].list; list != none) {
    suggestion = building.form.questions[list].id;
  }
  place.report(Code::unknown_question, {{"id", *id}, {"suggestion", suggestion}});
  return none;
}

std::vector<QuestionIndex> top_level_questions(const CompiledForm& form) {
  std::vector<QuestionIndex> indices;
  for (QuestionIndex index = 0; index < form.questions.size(); ++index) {
    if (form.questions[index].list == none) indices.push_back(index);
  }
  return indices;
}

}  // namespace polku::form
