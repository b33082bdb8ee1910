// SPDX-License-Identifier: EUPL-1.2
#include "json/cursor.h"

namespace polku::json {

using problem::Code;
using text::Decimal;

namespace {

problem::ArgumentView expected(std::string_view what) { return {"expected", what}; }
problem::ArgumentView found(const Value& value) { return {"found", name_of(value.type())}; }

std::string join(std::span<const std::string_view> words) {
  std::string joined;
  for (std::string_view word : words) {
    if (!joined.empty()) joined += ", ";
    joined += word;
  }
  return joined;
}

}  // namespace

Cursor::Cursor(const Value& root, problem::Problems& problems, std::string document) : value_(&root), problems_(&problems), document_(std::move(document)) {}

Cursor::Cursor(const Value* value, const Cursor& parent, std::string pointer)
    : value_(value), problems_(parent.problems_), document_(parent.document_), pointer_(std::move(pointer)) {}

Cursor Cursor::member(std::string_view name) const {
  Cursor child = optional(name);
  if (value_ && value_->is(Type::object) && !child.value_) report(Code::missing_member, {{"name", name}});
  return child;
}

Cursor Cursor::optional(std::string_view name) const {
  if (value_ && !value_->is(Type::object)) report(Code::wrong_type, {expected("object"), found(*value_)});
  return Cursor(value_ ? value_->find(name) : nullptr, *this, problem::join_pointer(pointer_, name));
}

std::vector<Cursor> Cursor::items() const {
  std::vector<Cursor> cursors;
  if (!value_) return cursors;
  if (!value_->is(Type::array)) {
    report(Code::wrong_type, {expected("array"), found(*value_)});
    return cursors;
  }
  const Value::Array& items = value_->items();
  cursors.reserve(items.size());
  for (std::size_t index = 0; index < items.size(); ++index) {
    cursors.push_back(Cursor(&items[index], *this, problem::join_pointer(pointer_, index)));
  }
  return cursors;
}

std::vector<std::pair<std::string, Cursor>> Cursor::members() const {
  std::vector<std::pair<std::string, Cursor>> cursors;
  if (!value_) return cursors;
  if (!value_->is(Type::object)) {
    report(Code::wrong_type, {expected("object"), found(*value_)});
    return cursors;
  }
  for (const Member& member : value_->members()) {
    cursors.emplace_back(member.name, Cursor(&member.value, *this, problem::join_pointer(pointer_, member.name)));
  }
  return cursors;
}

std::optional<std::string> Cursor::text() const {
  if (!value_) return std::nullopt;
  if (value_->is(Type::string)) return value_->string();
  report(Code::wrong_type, {expected("string"), found(*value_)});
  return std::nullopt;
}

std::optional<bool> Cursor::boolean() const {
  if (!value_) return std::nullopt;
  if (value_->is(Type::boolean)) return value_->boolean();
  report(Code::wrong_type, {expected("boolean"), found(*value_)});
  return std::nullopt;
}

std::optional<Decimal> Cursor::number() const {
  if (!value_) return std::nullopt;
  if (value_->is(Type::number)) return value_->number();
  report(Code::wrong_type, {expected("number"), found(*value_)});
  return std::nullopt;
}

std::optional<std::int64_t> Cursor::integer(std::int64_t minimum, std::int64_t maximum) const {
  if (!value_) return std::nullopt;
  if (!value_->is(Type::number) || !value_->number().is_integer()) {
    report(Code::wrong_type, {expected("integer"), found(*value_)});
    return std::nullopt;
  }
  const auto whole = value_->number().to_integer();
  if (whole && *whole >= minimum && *whole <= maximum) return whole;
  report(Code::out_of_bounds, {{"minimum", Decimal{minimum}}, {"maximum", Decimal{maximum}}});
  return std::nullopt;
}

std::string Cursor::text_or(std::string_view fallback) const { return text().value_or(std::string(fallback)); }
bool Cursor::boolean_or(bool fallback) const { return boolean().value_or(fallback); }

std::optional<std::size_t> Cursor::choice(std::span<const std::string_view> allowed) const {
  const auto word = text();
  if (!word) return std::nullopt;
  for (std::size_t index = 0; index < allowed.size(); ++index) {
    if (allowed[index] == *word) return index;
  }
  report(Code::not_among, {{"found", *word}, {"allowed", join(allowed)}});
  return std::nullopt;
}

std::vector<std::string> Cursor::texts() const {
  std::vector<std::string> words;
  for (const Cursor& item : items()) {
    if (auto word = item.text()) words.push_back(std::move(*word));
  }
  return words;
}

void Cursor::only(std::initializer_list<std::string_view> known) const {
  if (!value_ || !value_->is(Type::object)) return;
  const std::span<const std::string_view> names(known.begin(), known.size());
  for (const Member& member : value_->members()) {
    if (member.name.starts_with("x-")) continue;
    bool is_known = false;
    for (std::string_view name : names) is_known = is_known || name == member.name;
    if (is_known) continue;
    const Cursor child(&member.value, *this, problem::join_pointer(pointer_, member.name));
    child.report(Code::unknown_member, {{"name", member.name}, {"suggestion", nearest(member.name, names)}});
  }
}

void Cursor::report(Code code, problem::ArgumentViews arguments, problem::Severity severity) const {
  problems_->push_back({.code = code,
                        .arguments = copied(arguments),
                        .pointer = pointer_,
                        .document = document_,
                        .line = value_ ? value_->line : 0,
                        .column = value_ ? value_->column : 0,
                        .severity = severity});
}

}  // namespace polku::json
