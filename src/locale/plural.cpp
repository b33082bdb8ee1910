// SPDX-License-Identifier: EUPL-1.2
#include "locale/plural.h"

#include <algorithm>
#include <string>

namespace polku::locale {
namespace {

using text::Decimal;

constexpr std::string_view names[] = {"zero", "one", "two", "few", "many", "other"};

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char sign) { return sign >= '0' && sign <= '9'; });
}

std::optional<Decimal> whole_number(std::string_view digits) { return digits.empty() ? Decimal{} : Decimal::parse(digits); }

// The grammar of UTS #35, part 3, "Plural rules syntax": or, and, operand [% value] (= | !=) value or range, ...
class RuleReader {
 public:
  explicit RuleReader(std::string_view text) : rest_(text.substr(0, text.find('@'))) {}

  bool read(std::vector<std::vector<PluralRules::Relation>>& any_of) {
    skip_blanks();
    if (rest_.empty()) {
      any_of.emplace_back();  // no condition: always true
      return true;
    }
    do {
      any_of.emplace_back();
      do {
        PluralRules::Relation relation{};
        if (!read_relation(relation)) return false;
        any_of.back().push_back(std::move(relation));
      } while (take("and"));
    } while (take("or"));
    return rest_.empty();
  }

 private:
  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size())); }

  bool take(std::string_view word) {
    if (rest_.substr(0, word.size()) != word) return false;
    rest_.remove_prefix(word.size());
    skip_blanks();
    return true;
  }

  bool read_value(Decimal& value) {
    const std::size_t length = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    const auto parsed = Decimal::parse(rest_.substr(0, length));
    if (length == 0 || !parsed) return false;
    value = *parsed;
    rest_.remove_prefix(length);
    skip_blanks();
    return true;
  }

  bool read_relation(PluralRules::Relation& relation) {
    if (rest_.empty() || std::string_view("nivwftce").find(rest_.front()) == std::string_view::npos) return false;
    relation.operand = rest_.front() == 'e' ? 'c' : rest_.front();
    rest_.remove_prefix(1);
    skip_blanks();
    if (take("%") && (!read_value(relation.modulus) || relation.modulus.is_zero())) return false;
    relation.negated = take("!=");
    if (!relation.negated && !take("=")) return false;
    do {
      Decimal first, last;
      if (!read_value(first)) return false;
      last = first;
      if (take("..") && !read_value(last)) return false;
      relation.ranges.emplace_back(first, last);
    } while (take(","));
    return true;
  }

  std::string_view rest_;
};

Decimal operand_of(const PluralOperands& operands, char name) {
  switch (name) {
    case 'n': return operands.n;
    case 'i': return operands.i;
    case 'v': return Decimal{operands.v};
    case 'w': return Decimal{operands.w};
    case 'f': return operands.f;
    case 't': return operands.t;
    default: return Decimal{operands.c};
  }
}

bool holds(const PluralRules::Relation& relation, const PluralOperands& operands) {
  Decimal value = operand_of(operands, relation.operand);
  if (!relation.modulus.is_zero()) value = remainder(value, relation.modulus).value_or(value);
  // A range is of whole numbers only: 1.5 is not in 1..2.
  const bool inside = value.is_integer() && std::any_of(relation.ranges.begin(), relation.ranges.end(), [&](const auto& range) {
                        return compare(range.first, value) <= 0 && compare(value, range.second) <= 0;
                      });
  return inside != relation.negated;
}

}  // namespace

std::string_view name_of(PluralCategory category) { return names[static_cast<std::size_t>(category)]; }

std::optional<PluralOperands> PluralOperands::parse(std::string_view shown) {
  if (!shown.empty() && (shown.front() == '-' || shown.front() == '+')) shown.remove_prefix(1);
  PluralOperands operands;
  const std::size_t mark = shown.find_first_of("ce");
  std::size_t shift = 0;
  if (mark != std::string_view::npos) {
    const std::string_view exponent = shown.substr(mark + 1);
    if (exponent.empty() || exponent.size() > 2 || !all_digits(exponent)) return std::nullopt;
    for (char digit : exponent) shift = shift * 10 + static_cast<std::size_t>(digit - '0');
    operands.c = static_cast<int>(shift);
    shown = shown.substr(0, mark);
  }
  const std::size_t point = std::min(shown.find('.'), shown.size());
  std::string whole(shown.substr(0, point));
  std::string fraction(shown.substr(std::min(point + 1, shown.size())));
  if (whole.empty() || !all_digits(whole) || !all_digits(fraction)) return std::nullopt;
  const std::size_t moved = std::min(shift, fraction.size());
  whole += fraction.substr(0, moved) + std::string(shift - moved, '0');
  fraction.erase(0, moved);

  const auto n = Decimal::parse(fraction.empty() ? whole : whole + "." + fraction);
  const auto i = whole_number(whole);
  const auto f = whole_number(fraction);
  operands.v = static_cast<int>(fraction.size());
  fraction.erase(fraction.find_last_not_of('0') + 1);
  const auto t = whole_number(fraction);
  if (!n || !i || !f || !t) return std::nullopt;
  operands.w = static_cast<int>(fraction.size());
  operands.n = *n;
  operands.i = *i;
  operands.f = *f;
  operands.t = *t;
  return operands;
}

std::optional<PluralRules> PluralRules::compile(const std::vector<std::pair<std::string_view, std::string_view>>& rules) {
  PluralRules result;
  for (const auto& [name, text] : rules) {
    const auto* found = std::find(std::begin(names), std::end(names), name);
    if (found == std::end(names)) return std::nullopt;
    Condition condition{{}, static_cast<PluralCategory>(found - std::begin(names))};
    if (!RuleReader(text).read(condition.any_of)) return std::nullopt;
    if (condition.category != PluralCategory::other) result.conditions_.push_back(std::move(condition));
  }
  return result;
}

PluralCategory PluralRules::select(const PluralOperands& operands) const {
  for (const auto& condition : conditions_) {
    const auto all_hold = [&](const auto& relations) {
      return std::all_of(relations.begin(), relations.end(), [&](const Relation& relation) { return holds(relation, operands); });
    };
    if (std::any_of(condition.any_of.begin(), condition.any_of.end(), all_hold)) return condition.category;
  }
  return PluralCategory::other;
}

}  // namespace polku::locale
