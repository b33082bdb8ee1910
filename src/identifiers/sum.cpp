// SPDX-License-Identifier: EUPL-1.2
#include "identifiers/engine.h"

namespace polku::identifiers {
namespace {

// Values of what no table has: letters are weeded out by the patterns, so this decides nothing.
constexpr std::int32_t unknown = 0;

std::int32_t value_of(char character, const std::vector<std::string>* table) {
  if (table != nullptr) {
    for (std::size_t value = 0; value < table->size(); ++value) {
      if ((*table)[value].find(character) != std::string::npos) return static_cast<std::int32_t>(value);
    }
    return unknown;
  }
  if (character >= '0' && character <= '9') return character - '0';
  return character >= 'A' && character <= 'Z' ? character - 'A' + 10 : unknown;
}

std::int32_t weigh(const Sum& sum, const std::vector<std::int32_t>& values, const std::vector<std::int32_t>& weights) {
  std::int32_t total = sum.plus;
  for (std::size_t i = 0; i < values.size() && !weights.empty(); ++i) {
    const std::size_t turn = sum.start == Sum::Start::left ? i : values.size() - 1 - i;
    const std::int32_t product = values[i] * weights[turn % weights.size()];
    total += sum.products == Sum::Products::whole ? product : product / 10 + product % 10;
  }
  return total % sum.modulo;
}

// ISO 7064, MOD 97-10 and other moduli: a letter counts as two digits.
std::int32_t divide(const Sum& sum, const std::vector<std::int32_t>& values) {
  std::int32_t remainder = 0;
  for (const std::int32_t value : values) remainder = (remainder * (value > 9 ? 100 : 10) + value) % sum.modulo;
  return remainder;
}

// ISO 7064, hybrid systems MOD 11,10 and MOD 37,36: 1 when the last character fits.
std::int32_t divide_hybrid(const Sum& sum, const std::vector<std::int32_t>& values) {
  std::int32_t product = sum.modulo;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::int32_t total = (product + values[i]) % sum.modulo;
    if (i + 1 == values.size()) return total;
    product = (total == 0 ? sum.modulo : total) * 2 % (sum.modulo + 1);
  }
  return 0;
}

// J. Verhoeff, Error Detecting Decimal Codes (1969): the group of a pentagon's turns (0 to 4) and flips (5 to 9); 0 when the last digit fits.
std::int32_t multiply_in_pentagon(std::int32_t left, std::int32_t right) {
  if (left < 5) return right < 5 ? (left + right) % 5 : 5 + (left + right) % 5;
  return right < 5 ? 5 + (left - right) % 5 : (left - right + 5) % 5;
}

std::int32_t divide_verhoeff(const std::vector<std::int32_t>& values) {
  constexpr char permutation[] = "1576283094";
  std::int32_t product = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::int32_t value = values[values.size() - 1 - i];
    for (std::size_t turn = i % 8; turn > 0; --turn) value = permutation[value] - '0';
    product = multiply_in_pentagon(product, value);
  }
  return product;
}

}  // namespace

bool holds(const Sum& sum, std::string_view normal) {
  const std::string characters = pick(sum.of, normal);
  std::vector<std::int32_t> values;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    values.push_back(value_of(characters[i], sum.values.empty() ? nullptr : &sum.values[i % sum.values.size()]));
  }
  std::int32_t remainder = 0;
  switch (sum.method) {
    case Sum::Method::weighted: remainder = weigh(sum, values, sum.weights); break;
    case Sum::Method::number: remainder = divide(sum, values); break;
    case Sum::Method::hybrid: return divide_hybrid(sum, values) == 1;
    case Sum::Method::verhoeff: return divide_verhoeff(values) == 0;
  }
  if (!sum.rests.empty()) {
    for (const std::int32_t rest : sum.rests) {
      if (rest == remainder) return true;
    }
    return false;
  }
  const std::string found = pick(sum.at, normal);
  if (sum.gives.empty()) return number_of(found) == (sum.minus_from > 0 ? sum.minus_from - remainder : remainder);
  char expected = sum.gives[static_cast<std::size_t>(remainder)];
  if (expected == '-' && !sum.other_gives.empty()) expected = sum.other_gives[static_cast<std::size_t>(weigh(sum, values, sum.other_weights))];
  return expected != '-' && found.size() == 1 && found[0] == expected;
}

}  // namespace polku::identifiers
