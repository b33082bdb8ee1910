// SPDX-License-Identifier: EUPL-1.2
// Chance that is the same on every host: SplitMix64 (Guy L. Steele Jr., Doug Lea, Christine H. Flood: Fast Splittable Pseudorandom Number Generators,
// OOPSLA 2014). The distributions of the standard library differ from one library to the next.
//
// Two throws as arguments of one call would come in the order the compiler likes: throw in statements, in braces or along a chain of calls.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace polku::rehearsal::generate {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30u)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27u)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31u);
  }
  // 0 to bound − 1; 0 of nothing. The bias of the remainder is below 2^-50 here.
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(next() % bound); }
  std::int64_t between(std::int64_t least, std::int64_t most) {
    return least >= most ? least : least + static_cast<std::int64_t>(next() % (static_cast<std::uint64_t>(most - least) + 1));
  }
  bool chance(std::size_t percent) { return below(100) < percent; }
  template <typename Container>
  const auto& pick(const Container& all) {
    return *(std::begin(all) + static_cast<std::ptrdiff_t>(below(std::size(all))));
  }

 private:
  std::uint64_t state_;
};

}  // namespace polku::rehearsal::generate
