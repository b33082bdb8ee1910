// SPDX-License-Identifier: EUPL-1.2
// Damage done to a text, the same for the same seed on every host: cut, doubled, bytes turned, and values, names and numbers of JSON put in place of others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"

namespace polku::hostile {

class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : state_(seed * 2862933555777941757ull + 3037000493ull) {}

  // One to four changes of bytes: most of what comes out is no JSON any more.
  std::string change(std::string text);
  // One or two changes of values, names and order: what comes out is JSON, and more often nearly right.
  std::string change_values(const std::string& json_text);
  std::size_t below(std::size_t bound);

 private:
  void change_once(std::string& text);
  void replace_value(std::string& text);
  void change_one_value(json::Value& whole);
  std::uint64_t state_;
};

// What nobody should send: markup, script, braces, marks of direction, escapes, numbers beyond all bounds.
const std::vector<std::string>& hostile_words();
// The same as JSON values, and some that only JSON can be.
const std::vector<std::string>& hostile_values();

}  // namespace polku::hostile
