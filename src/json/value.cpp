// SPDX-License-Identifier: EUPL-1.2
#include "json/value.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace polku::json {

Value::Value() = default;
Value::Value(bool truth) : content_(truth) {}
Value::Value(text::Decimal number) : content_(number) {}
Value::Value(std::int64_t number) : content_(text::Decimal{number}) {}
Value::Value(std::string words) : content_(std::move(words)) {}
Value::Value(std::string_view words) : content_(std::string(words)) {}
Value::Value(const char* words) : content_(std::string(words)) {}
Value::Value(Array items) : content_(std::move(items)) {}
Value::Value(Object members) : content_(std::move(members)) {}
Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

Value Value::array() { return Value(Array()); }
Value Value::object() { return Value(Object()); }

Type Value::type() const { return static_cast<Type>(content_.index()); }

// The variant's alternatives stand in the order of Type. get_if and an assertion instead of get: the core has no exceptions.
bool Value::boolean() const {
  const bool* truth = std::get_if<bool>(&content_);
  assert(truth);
  return *truth;
}
const text::Decimal& Value::number() const {
  const auto* number = std::get_if<text::Decimal>(&content_);
  assert(number);
  return *number;
}
const std::string& Value::string() const {
  const auto* words = std::get_if<std::string>(&content_);
  assert(words);
  return *words;
}
const Value::Array& Value::items() const {
  const auto* items = std::get_if<Array>(&content_);
  assert(items);
  return *items;
}
Value::Array& Value::items() {
  auto* items = std::get_if<Array>(&content_);
  assert(items);
  return *items;
}
const Value::Object& Value::members() const {
  const auto* members = std::get_if<Object>(&content_);
  assert(members);
  return *members;
}
Value::Object& Value::members() {
  auto* members = std::get_if<Object>(&content_);
  assert(members);
  return *members;
}

const Value* Value::find(std::string_view name) const {
  const auto* members = std::get_if<Object>(&content_);
  if (!members) return nullptr;
  for (const Member& member : *members) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

Value* Value::find(std::string_view name) { return const_cast<Value*>(static_cast<const Value*>(this)->find(name)); }

std::optional<std::string_view> Value::find_string(std::string_view name) const {
  const Value* found = find(name);
  if (!found || !found->is(Type::string)) return std::nullopt;
  return std::string_view(found->string());
}

Value&& Value::with(std::string_view name, Value value) && {
  add(name, std::move(value));
  return std::move(*this);
}

void Value::add(std::string_view name, Value value) { members().push_back(Member{std::string(name), std::move(value)}); }

void Value::set(std::string_view name, Value value) {
  if (Value* found = find(name)) {
    *found = std::move(value);
  } else {
    add(name, std::move(value));
  }
}

void Value::push(Value value) { items().push_back(std::move(value)); }

std::vector<const Member*> sorted_members(const Value::Object& members, IsBefore is_before) {
  std::vector<const Member*> sorted;
  sorted.reserve(members.size());
  for (const Member& member : members) sorted.push_back(&member);
  std::make_heap(sorted.begin(), sorted.end(), is_before);
  std::sort_heap(sorted.begin(), sorted.end(), is_before);
  return sorted;
}

namespace {

std::vector<const Member*> sorted_by_name(const Value::Object& members) {
  return sorted_members(members, [](const Member* left, const Member* right) { return left->name < right->name; });
}

bool are_equal_objects(const Value::Object& left, const Value::Object& right) {
  if (left.size() != right.size()) return false;
  bool same_order = true;
  for (std::size_t index = 0; same_order && index < left.size(); ++index) same_order = left[index].name == right[index].name;
  if (same_order) {
    for (std::size_t index = 0; index < left.size(); ++index) {
      if (!(left[index].value == right[index].value)) return false;
    }
    return true;
  }
  const auto sorted_left = sorted_by_name(left);
  const auto sorted_right = sorted_by_name(right);
  for (std::size_t index = 0; index < left.size(); ++index) {
    if (sorted_left[index]->name != sorted_right[index]->name || !(sorted_left[index]->value == sorted_right[index]->value)) return false;
  }
  return true;
}

}  // namespace

bool operator==(const Value& left, const Value& right) {
  if (left.type() != right.type()) return false;
  switch (left.type()) {
    case Type::null: return true;
    case Type::boolean: return left.boolean() == right.boolean();
    case Type::number: return left.number() == right.number();
    case Type::string: return left.string() == right.string();
    case Type::array: return left.items() == right.items();
    case Type::object: return are_equal_objects(left.members(), right.members());
  }
  return false;
}

std::string_view name_of(Type type) {
  constexpr std::string_view names[] = {"null", "boolean", "number", "string", "array", "object"};
  return names[static_cast<std::size_t>(type)];
}

const Value* find_by_pointer(const Value& root, std::string_view pointer) {
  const Value* at = &root;
  while (!pointer.empty()) {
    if (pointer.front() != '/') return nullptr;
    pointer.remove_prefix(1);
    const std::string_view token = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(token.size());
    std::string name;
    for (std::size_t index = 0; index < token.size(); ++index) {
      if (token[index] != '~') {
        name += token[index];
        continue;
      }
      if (index + 1 == token.size() || (token[index + 1] != '0' && token[index + 1] != '1')) return nullptr;
      name += token[++index] == '0' ? '~' : '/';
    }
    if (at->is(Type::object)) {
      at = at->find(name);
      if (!at) return nullptr;
    } else if (at->is(Type::array)) {
      // RFC 6901, section 4: no leading zeros.
      if (name.empty() || name.size() > 9 || (name.size() > 1 && name.front() == '0')) return nullptr;
      std::size_t index = 0;
      for (char digit : name) {
        if (digit < '0' || digit > '9') return nullptr;
        index = index * 10 + static_cast<std::size_t>(digit - '0');
      }
      if (index >= at->items().size()) return nullptr;
      at = &at->items()[index];
    } else {
      return nullptr;
    }
  }
  return at;
}

}  // namespace polku::json
