// SPDX-License-Identifier: EUPL-1.2
// nlohmann's parser converts every number with a point or an exponent to a double, which the reader never looks at, and words its exceptions with
// snprintf, which nobody reads. libc's own conversions would be 10 kB of every citizen's first load; these stand in for them in wasm.
// Judged by tests/wasm/numbers.test.mjs: natively and in wasm the same numbers are too long.
#ifdef __EMSCRIPTEN__
#include <cmath>
#include <cstdarg>
#include <cstddef>
#include <cstring>

namespace {

// Where a double ends, from here on IEEE 754 rounds to infinity: 2^1024 - 2^970 = 0.1797693134862315807937… × 10^309.
constexpr char end_of_double[] = "1797693134862315807937";
constexpr std::size_t digits_compared = sizeof end_of_double - 1;
constexpr int places_of_end = 309;
constexpr int most = 100'000;

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

// Of a well-formed JSON number.
bool is_beyond_double(const char* at) {
  char digits[digits_compared + 1] = "0000000000000000000000";
  std::size_t taken = 0;
  int places = 0;  // value = 0.digits × 10^places
  bool has_begun = false, after_point = false;
  for (; is_digit(*at) || *at == '.' || *at == '-'; ++at) {
    if (*at == '.') after_point = true;
    if (!is_digit(*at)) continue;
    has_begun = has_begun || *at != '0';
    if (has_begun && taken < digits_compared) digits[taken++] = *at;
    if (has_begun && !after_point && places < most) ++places;
    if (!has_begun && after_point && places > -most) --places;
  }
  if (!has_begun) return false;
  if (*at == 'e' || *at == 'E') {
    const bool is_negative = *++at == '-';
    if (*at == '-' || *at == '+') ++at;
    int exponent = 0;
    for (; is_digit(*at); ++at) {
      if (exponent < most) exponent = exponent * 10 + (*at - '0');
    }
    places += is_negative ? -exponent : exponent;
  }
  return places > places_of_end || (places == places_of_end && std::memcmp(digits, end_of_double, digits_compared) >= 0);
}

}  // namespace

extern "C" {
double strtod(const char* text, char** end) {
  if (end) *end = const_cast<char*>(text) + std::strlen(text);
  return is_beyond_double(text) ? HUGE_VAL : 0;
}
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }
int vsnprintf(char* output, std::size_t size, const char*, std::va_list) {
  if (size > 0) *output = '\0';
  return 0;
}
int snprintf(char* output, std::size_t size, const char*, ...) {
  if (size > 0) *output = '\0';
  return 0;
}
}
#endif
