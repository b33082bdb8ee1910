// SPDX-License-Identifier: EUPL-1.2
// A compiled message: a tree of at most 16 levels.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "locale/locale.h"
#include "messages/message.h"
#include "text/decimal.h"

namespace polku::messages {

struct Arm {
  std::optional<text::Decimal> exact;  // =n
  std::string selector;                // else a plural category or a word of select
  std::vector<Message::Node> nodes;
};

enum class NumberStyle : std::uint8_t { number, percent, percent_unscaled };

struct Message::Node {
  enum class Kind : std::uint8_t { literal, plain, number, date, money, plural, ordinal, select, hash } kind = Kind::literal;
  std::string text;  // the words of a literal, else the argument's name
  locale::NumberShape shape = {};
  NumberStyle number_style = NumberStyle::number;
  locale::DateStyle date_style = locale::DateStyle::medium_form;
  text::Decimal offset = {};
  std::vector<Arm> arms = {};
};

constexpr int maximum_depth = 16;

enum class Fault : std::uint8_t { unclosed, bad_name, unknown_type, unknown_style, bad_selector, bad_offset, no_arms, too_deep };
std::string_view name_of(Fault fault);  // "unclosed", "bad-name", ...

}  // namespace polku::messages
