// SPDX-License-Identifier: EUPL-1.2
#include "problem/problem.h"

#include <array>
#include <cstddef>

namespace polku::problem {
namespace {

struct Entry {
  std::string_view identifier;
  Subject subject;
  std::string_view arguments;
};

constexpr Entry entries[] = {
#define POLKU_CODE(identifier, subject, arguments) {#identifier, Subject::subject, arguments},
#include "problem/codes.inc"
#undef POLKU_CODE
};
constexpr std::size_t count = sizeof(entries) / sizeof(entries[0]);

// All public names in one constant, made from the identifiers, so that a name is written nowhere twice.
constexpr std::size_t letters_of_all() {
  std::size_t total = 0;
  for (const Entry& entry : entries) total += entry.identifier.size();
  return total;
}

struct Names {
  std::array<char, letters_of_all()> letters{};
  std::array<std::uint16_t, count + 1> starts{};
};

constexpr Names make_names() {
  Names names;
  std::size_t at = 0;
  for (std::size_t index = 0; index < count; ++index) {
    names.starts[index] = static_cast<std::uint16_t>(at);
    for (char letter : entries[index].identifier) names.letters[at++] = letter == '_' ? '-' : letter;
  }
  names.starts[count] = static_cast<std::uint16_t>(at);
  return names;
}

constexpr Names names = make_names();

const Entry& entry_of(Code code) { return entries[static_cast<std::size_t>(code)]; }

}  // namespace

std::string_view name_of(Code code) {
  const auto index = static_cast<std::size_t>(code);
  const std::size_t start = names.starts[index];
  return std::string_view(names.letters.data() + start, names.starts[index + 1] - start);
}

std::optional<Code> code_named(std::string_view name) {
  for (std::size_t index = 0; index < count; ++index) {
    const auto code = static_cast<Code>(index);
    if (name_of(code) == name) return code;
  }
  return std::nullopt;
}

Subject subject_of(Code code) { return entry_of(code).subject; }

std::vector<std::string_view> arguments_of(Code code) {
  std::vector<std::string_view> arguments;
  std::string_view rest = entry_of(code).arguments;
  while (!rest.empty()) {
    const std::size_t end = rest.find(' ');
    arguments.push_back(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return arguments;
}

std::vector<Code> all_codes() {
  std::vector<Code> codes;
  for (std::size_t index = 0; index < count; ++index) codes.push_back(static_cast<Code>(index));
  return codes;
}

std::vector<Argument> copied(ArgumentViews views) {
  std::vector<Argument> arguments;
  arguments.reserve(views.size());
  for (const ArgumentView& view : views) {
    const auto* words = std::get_if<std::string_view>(&view.value);
    arguments.push_back({std::string(view.name), {}});
    if (words) {
      arguments.back().value = std::string(*words);
    } else {
      arguments.back().value = std::get<text::Decimal>(view.value);
    }
  }
  return arguments;
}

bool has_errors(const Problems& problems) {
  for (const Problem& problem : problems) {
    if (problem.severity == Severity::error) return true;
  }
  return false;
}

std::string join_pointer(std::string_view pointer, std::string_view member) {
  std::string joined(pointer);
  joined += '/';
  for (char letter : member) {
    if (letter == '~') {
      joined += "~0";
    } else if (letter == '/') {
      joined += "~1";
    } else {
      joined += letter;
    }
  }
  return joined;
}

std::string join_pointer(std::string_view pointer, std::size_t index) { return join_pointer(pointer, std::string_view(std::to_string(index))); }

}  // namespace polku::problem
