// SPDX-License-Identifier: EUPL-1.2
// A structure as one flat array of strings and numbers, recorded and played by the same description, so that the two cannot disagree. It is how what was
// read and checked once reaches an engine that has no room for readers and checkers (room publishing makes such arrays, room door opens them).
//
//   void describe(Tape& tape, Point& point) { tape.integer(point.x); tape.text(point.name); }
//   Tape recorder; describe(recorder, point); Value array = recorder.take();            // [3, "north"]
//   Tape player(array); describe(player, other); if (!player.finished()) …              // another format, or damaged
//
// A tape carries no names: both ends must be of one format, and whoever describes a whole begins with format(). Playing never trusts what it plays: a wrong type, a number
// out of bounds or an array that ends early makes failed() true, and everything read from then on is empty.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "json/value.h"
#include "text/pattern.h"

namespace polku::json {

class Tape {
 public:
  Tape() = default;                      // records
  explicit Tape(const Value& recorded);  // plays; `recorded` outlives it

  bool is_playing() const { return !can_record() || source_ != nullptr; }
  // True, but where a program says otherwise by defining it once more (door/citizen): then the linker leaves everything out that only recording needs.
  static bool can_record();
  bool failed() const { return failed_; }
  bool finished() const { return !failed_ && source_ && next_ == source_->size(); }
  void fail() { failed_ = true; }
  Value take() { return Value(std::move(recorded_)); }

  // Raise it with every change of any description: tests/publishing holds what is published to it, so that no change is forgotten.
  static constexpr std::int64_t current_format = 4;
  void format();

  void text(std::string& words);
  void texts(std::vector<std::string>& list);
  void flag(bool& truth);
  void integer(std::int64_t& number);
  void decimal(text::Decimal& number);
  void value(Value& any);  // as it is
  void pattern(text::Pattern& pattern);

  // From 0 up to but without `limit`.
  template <class Number>
  void number(Number& number, std::uint64_t limit) {
    number = static_cast<Number>(bounded(static_cast<std::uint64_t>(number), limit));
  }
  // The place of something in a list of `size`, or `none`, which is all ones.
  void index(std::uint32_t& index, std::size_t size);
  template <class Enum>
  void choice(Enum& chosen, Enum last) {
    chosen = static_cast<Enum>(bounded(static_cast<std::uint64_t>(chosen), static_cast<std::uint64_t>(last) + 1));
  }
  template <class Item, class Describe>
  void each(std::vector<Item>& items, Describe describe) {
    const std::size_t size = count(items.size());
    // Made anew instead of grown: growing a vector is three times the code, once more for every type.
    if (is_playing()) items = std::vector<Item>(size);
    for (Item& item : items) {
      if (failed_) return;
      describe(item);
    }
  }
  template <class Content, class Describe>
  void maybe(std::optional<Content>& content, Describe describe) {
    bool is_there = content.has_value();
    flag(is_there);
    if (!is_there) return;
    if (!content) content.emplace();
    describe(*content);
  }

 private:
  std::uint64_t bounded(std::uint64_t number, std::uint64_t limit);
  // How many follow: never more than the tape still has entries, so that a lie about it costs no memory.
  std::size_t count(std::size_t size);
  const Value* next(Type wanted);

  Value::Array recorded_;
  const Value::Array* source_ = nullptr;
  std::size_t next_ = 0;
  bool failed_ = false;
};

}  // namespace polku::json
