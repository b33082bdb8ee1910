// SPDX-License-Identifier: EUPL-1.2
#include "identifiers/engine.h"

namespace polku::identifiers {
namespace {

// No scheme is longer; what is typed may be.
constexpr std::size_t longest_typed = 200;

bool is_letter_or_digit(char character) {
  return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') || static_cast<unsigned char>(character) >= 0x80;
}

bool is_nothing_but_zeros(std::string_view normal) {
  for (const char character : normal) {
    if (character != '0' && is_letter_or_digit(character)) return false;
  }
  return true;
}

Verdict judge(const Form& form, std::string_view candidate) {
  std::string kept;
  for (const char character : candidate) {
    if (form.drop.find(character) == std::string::npos) kept += character;
  }
  Verdict verdict{.fault = Fault::none, .normal = fill(form.normal, kept)};
  if (is_nothing_but_zeros(verdict.normal)) return {};
  for (const Check& check : form.checks) {
    if (const auto* sum = std::get_if<Sum>(&check)) {
      if (!holds(*sum, verdict.normal)) return {.fault = Fault::wrong_checksum};
    } else if (const auto* length = std::get_if<Length>(&check)) {
      if (!holds(*length, verdict.normal)) return {};
    } else {
      const Birth birth = find_birth(std::get<Day>(check), verdict.normal);
      if (!birth.is_real) return {};
      verdict.born = birth.born;
    }
  }
  return verdict;
}

struct Found {
  Verdict verdict = {};
  const Form* form = nullptr;
};

// Of several forms that fit, the first whose checks hold; if none do, a wrong checksum says more than a wrong form.
Found find(const Scheme& scheme, std::string_view typed) {
  Found found;
  if (typed.size() > longest_typed) return found;
  const std::string whole = compacted(scheme, typed);
  for (std::size_t i = 0; i <= scheme.prefixes.size(); ++i) {
    std::string_view candidate = whole;
    if (i > 0) {
      if (!candidate.starts_with(scheme.prefixes[i - 1])) continue;
      candidate.remove_prefix(scheme.prefixes[i - 1].size());
    }
    for (const Form& form : scheme.forms) {
      if (!form.pattern.matches(candidate)) continue;
      Verdict verdict = judge(form, candidate);
      if (verdict.fault == Fault::none) return {std::move(verdict), &form};
      if (verdict.fault == Fault::wrong_checksum) found.verdict = std::move(verdict);
    }
  }
  return found;
}

}  // namespace

std::string pick(const Places& places, std::string_view normal) {
  std::string picked;
  const auto size = static_cast<std::int32_t>(normal.size());
  for (const Piece& piece : places) {
    picked += piece.words;
    const std::int32_t first = piece.first < 0 ? size + piece.first : piece.first - 1;
    const std::int32_t end = piece.last < 0 ? size + piece.last + 1 : piece.last;
    if (!piece.words.empty() || first < 0 || end > size || end <= first) continue;
    picked += normal.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(end - first));
  }
  return picked;
}

std::int32_t number_of(std::string_view digits) {
  std::int32_t number = 0;
  for (const char character : digits.substr(0, 9)) number = number * 10 + (character >= '0' && character <= '9' ? character - '0' : 0);
  return number;
}

bool holds(const Length& length, std::string_view normal) {
  const std::size_t entry = length.by_start.find(normal.substr(0, 2));
  return entry != std::string::npos && static_cast<std::size_t>(number_of(std::string_view{length.by_start}.substr(entry + 2, 2))) == normal.size();
}

Verdict check(const Scheme& scheme, std::string_view typed) { return find(scheme, typed).verdict; }

std::string shown(const Scheme& scheme, std::string_view normal) {
  const Found found = find(scheme, normal);
  return found.form != nullptr && found.verdict.normal == normal ? fill(found.form->shown, normal) : std::string{normal};
}

}  // namespace polku::identifiers
