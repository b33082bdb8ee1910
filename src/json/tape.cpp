// SPDX-License-Identifier: EUPL-1.2
#include "json/tape.h"

namespace polku::json {

__attribute__((weak)) bool Tape::can_record() { return true; }

Tape::Tape(const Value& recorded) {
  static const Value::Array nothing;
  source_ = recorded.is(Type::array) ? &recorded.items() : &nothing;
  failed_ = source_ == &nothing;
}

const Value* Tape::next(Type wanted) {
  if (failed_ || next_ >= source_->size() || !(*source_)[next_].is(wanted)) {
    failed_ = true;
    return nullptr;
  }
  return &(*source_)[next_++];
}

void Tape::format() {
  std::int64_t number = current_format;
  integer(number);
  if (number != current_format) failed_ = true;
}

void Tape::text(std::string& words) {
  if (!is_playing()) {
    recorded_.emplace_back(words);
  } else if (const Value* found = next(Type::string)) {
    words = found->string();
  } else {
    words.clear();
  }
}

void Tape::texts(std::vector<std::string>& list) {
  each(list, [this](std::string& words) { text(words); });
}

void Tape::integer(std::int64_t& number) {
  if (!is_playing()) {
    recorded_.emplace_back(number);
    return;
  }
  const Value* found = next(Type::number);
  const auto whole = found ? found->number().to_integer() : std::nullopt;
  if (!whole) failed_ = true;
  number = whole.value_or(0);
}

// As words: JavaScript, through which tapes pass, would round a number.
void Tape::decimal(text::Decimal& number) {
  std::string words = is_playing() ? std::string() : number.to_string();
  text(words);
  if (!is_playing()) return;
  const auto read = text::Decimal::parse(words);
  if (!read) failed_ = true;
  number = read.value_or(text::Decimal{});
}

std::uint64_t Tape::bounded(std::uint64_t number, std::uint64_t limit) {
  auto whole = static_cast<std::int64_t>(number);
  integer(whole);
  if (whole < 0 || static_cast<std::uint64_t>(whole) >= limit) failed_ = true;
  return failed_ ? 0 : static_cast<std::uint64_t>(whole);
}

void Tape::flag(bool& truth) { number(truth, 2); }

void Tape::index(std::uint32_t& index, std::size_t size) {
  ++index;  // none becomes 0
  number(index, std::uint64_t{size} + 1);
  --index;
}

std::size_t Tape::count(std::size_t size) {
  const std::uint64_t left = is_playing() ? source_->size() - next_ : UINT32_MAX;
  return static_cast<std::size_t>(bounded(size, left));
}

void Tape::value(Value& any) {
  if (!is_playing()) {
    recorded_.push_back(any);
  } else if (failed_ || next_ >= source_->size()) {
    failed_ = true;
    any = Value{};
  } else {
    any = (*source_)[next_++];
  }
}

void Tape::pattern(text::Pattern& pattern) {
  using Instruction = text::Pattern::Instruction;
  auto parts = is_playing() ? text::Pattern::Parts{} : pattern.parts();
  each(parts.program, [&](Instruction& instruction) {
    choice(instruction.kind, Instruction::Kind::accept);
    if (instruction.kind != Instruction::Kind::accept) number(instruction.first, UINT32_MAX);
    if (instruction.kind == Instruction::Kind::split) number(instruction.second, UINT32_MAX);
  });
  each(parts.classes, [&](std::vector<text::Pattern::Range>& ranges) {
    each(ranges, [&](text::Pattern::Range& range) {
      number(range.first, 0x110000);
      number(range.last, 0x110000);
    });
  });
  if (!is_playing()) return;
  auto whole = text::Pattern::from(std::move(parts));
  if (!whole) failed_ = true;
  pattern = std::move(whole).value_or(text::Pattern{});
}

}  // namespace polku::json
