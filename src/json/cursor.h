// SPDX-License-Identifier: EUPL-1.2
// Walks a read value, says what is not as expected, and goes on: one pass over a definition reports everything that is wrong with it.
//
//   Cursor root{value, problems, "service.json"};
//   auto id = root.member("id").text();                    // std::optional<std::string>; missing or wrong type is a problem
//   auto required = root.optional("required").boolean_or(true);
//   for (Cursor page : root.member("pages").items()) ...
//   root.only({"id", "required", "pages"});                // unknown-member, with the nearest name as suggestion; x-* is let through
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/value.h"
#include "problem/problem.h"

namespace polku::json {

class Cursor {
 public:
  Cursor(const Value& root, problem::Problems& problems, std::string document = {});

  // False for what is absent; every reader of an absent cursor gives nothing and reports nothing more.
  bool exists() const { return value_ != nullptr; }
  const Value& value() const { return *value_; }
  const std::string& pointer() const { return pointer_; }
  bool is(Type type) const { return value_ && value_->is(type); }

  Cursor member(std::string_view name) const;                   // missing-member when absent, wrong-type when this is no object
  Cursor optional(std::string_view name) const;                 // absent is fine
  std::vector<Cursor> items() const;                            // wrong-type when it exists and is no array
  std::vector<std::pair<std::string, Cursor>> members() const;  // wrong-type when it exists and is no object

  std::optional<std::string> text() const;
  std::optional<bool> boolean() const;
  std::optional<text::Decimal> number() const;
  std::optional<std::int64_t> integer(std::int64_t minimum, std::int64_t maximum) const;  // out-of-bounds
  std::string text_or(std::string_view fallback) const;
  bool boolean_or(bool fallback) const;
  // The index in `allowed`, or not-among.
  std::optional<std::size_t> choice(std::span<const std::string_view> allowed) const;
  std::vector<std::string> texts() const;

  void only(std::initializer_list<std::string_view> known) const;
  void report(problem::Code code, problem::ArgumentViews arguments = {}, problem::Severity severity = problem::Severity::error) const;

 private:
  Cursor(const Value* value, const Cursor& parent, std::string pointer);
  const Value* value_;
  problem::Problems* problems_;
  std::string document_;
  std::string pointer_;
};

// The known word nearest to a mistyped one (Damerau-Levenshtein distance up to 2, or a third of its length), or empty.
std::string nearest(std::string_view mistyped, std::span<const std::string_view> known);
std::string nearest(std::string_view mistyped, std::span<const std::string> known);

}  // namespace polku::json
