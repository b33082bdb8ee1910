// SPDX-License-Identifier: EUPL-1.2
// A JSON value as the engine holds it: numbers are exact decimals, members keep their order, every value knows its line and column.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "text/decimal.h"

namespace polku::json {

struct Member;

enum class Type : std::uint8_t { null, boolean, number, string, array, object };

class Value {
 public:
  using Array = std::vector<Value>;
  using Object = std::vector<Member>;

  Value();
  explicit Value(bool truth);
  explicit Value(text::Decimal number);
  explicit Value(std::int64_t number);
  explicit Value(std::string words);
  explicit Value(std::string_view words);
  explicit Value(const char* words);
  explicit Value(Array items);
  explicit Value(Object members);
  Value(const Value&);
  Value(Value&&) noexcept;
  Value& operator=(const Value&);
  Value& operator=(Value&&) noexcept;
  ~Value();

  static Value array();
  static Value object();

  Type type() const;
  bool is(Type wanted) const { return type() == wanted; }
  bool is_null() const { return type() == Type::null; }

  // Each expects the right type (asserted).
  bool boolean() const;
  const text::Decimal& number() const;
  const std::string& string() const;
  const Array& items() const;
  Array& items();
  const Object& members() const;
  Object& members();

  // A member by name, or nullptr: also when this is no object.
  const Value* find(std::string_view name) const;
  Value* find(std::string_view name);
  // The string of a member, or nothing when it is absent or no string. For hosts; rooms that read definitions use Cursor.
  std::optional<std::string_view> find_string(std::string_view name) const;

  // Appends, for building: `Value::object().with("id", Value{"x"})`. `set` replaces a member of that name.
  Value&& with(std::string_view name, Value value) &&;
  void add(std::string_view name, Value value);
  void set(std::string_view name, Value value);
  void push(Value value);

  // Deep equality; the order of members does not count, places do not count.
  friend bool operator==(const Value& left, const Value& right);

  std::uint32_t line = 0;    // 1-based; 0: made, not read
  std::uint32_t column = 0;  // 1-based, in code points

 private:
  std::variant<std::monostate, bool, text::Decimal, std::string, Array, Object> content_;
};

struct Member {
  std::string name;
  Value value;
};

// The members in an order; in one place, for every instance of a sort is a kilobyte of wasm.
using IsBefore = bool (*)(const Member* left, const Member* right);
std::vector<const Member*> sorted_members(const Value::Object& members, IsBefore is_before);

std::string_view name_of(Type type);  // "null", "boolean", "number", "string", "array", "object"

// By JSON Pointer (RFC 6901); nullptr when there is nothing.
const Value* find_by_pointer(const Value& root, std::string_view pointer);

}  // namespace polku::json
