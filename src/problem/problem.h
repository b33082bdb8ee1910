// SPDX-License-Identifier: EUPL-1.2
// What is wrong, as a value: a code, its arguments and the place. Never a sentence: sentences are made where the language is known (room messages,
// keys `problem.<code>` of i18n/).
//
//   problems.push_back({.code = Code::too_long, .arguments = {{"maximum", Decimal{40}}}, .pointer = "/answers/name"});
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "text/decimal.h"

namespace polku::problem {

// Every code with its arguments is listed once, in codes.inc. A code's public name is its identifier with hyphens: too_long is "too-long".
enum class Code : std::uint16_t {
#define POLKU_CODE(identifier, subject, arguments) identifier,
#include "problem/codes.inc"
#undef POLKU_CODE
};

// Who has to do something about it: the list in codes.inc is grouped by it.
enum class Subject : std::uint8_t { reading, definition, catalog, rule, answer, submission, delivery, host };
enum class Severity : std::uint8_t { error, warning };

struct Argument {
  std::string name;
  std::variant<std::string, text::Decimal> value;
  friend bool operator==(const Argument&, const Argument&) = default;
};

// An argument on its way into a problem: the hundred places that report copy and destroy nothing themselves, which keeps the engine small.
struct ArgumentView {
  std::string_view name;
  std::variant<std::string_view, text::Decimal> value;
};
using ArgumentViews = std::initializer_list<ArgumentView>;
std::vector<Argument> copied(ArgumentViews arguments);

struct Problem {
  Code code;
  std::vector<Argument> arguments = {};
  std::string pointer = {};   // JSON Pointer (RFC 6901) into `document`, or into the answers
  std::string document = {};  // which document: "service.json", "fi.json"; empty where there is only one
  std::uint32_t line = 0;     // 1-based; 0: not known
  std::uint32_t column = 0;   // 1-based, in code points
  Severity severity = Severity::error;
  // Set when the author's own `valid` rule failed: the rule's id. The message is then question.<id>.problem.<rule>.
  std::string rule = {};
  friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

std::string_view name_of(Code code);  // "too-long"
std::optional<Code> code_named(std::string_view name);
Subject subject_of(Code code);
// The arguments a code promises, in order: for the test that every message uses only these, and for the reference.
std::vector<std::string_view> arguments_of(Code code);
std::vector<Code> all_codes();
bool has_errors(const Problems& problems);  // warnings alone are none

// JSON Pointer building: escapes ~ and /.
std::string join_pointer(std::string_view pointer, std::string_view member);
std::string join_pointer(std::string_view pointer, std::size_t index);

}  // namespace polku::problem
