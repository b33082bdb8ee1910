// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace polku::fuzz {

// A promise that was broken: libFuzzer keeps the input that broke it.
inline void require(bool held, std::string_view promise) {
  if (held) return;
  std::cerr << "broken: " << promise << "\n";
  std::abort();
}

}  // namespace polku::fuzz
