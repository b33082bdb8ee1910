// SPDX-License-Identifier: EUPL-1.2
#include "mutate.h"

#include <algorithm>

#include "json/reader.h"
#include "json/writer.h"

namespace polku::hostile {

const std::vector<std::string>& hostile_words() {
  static const std::vector<std::string> words{
      "<script>alert(1)</script>",
      "\"><img src=x onerror=alert(1)>",
      "'-alert(1)-'",
      "</textarea></title><svg onload=alert(1)>",
      "&lt;b&gt;&#60;",
      "javascript:alert(1)",
      "[open](javascript:alert(1))",
      "**bold** [link](https://example.org) ## heading",
      "{",
      "}}",
      "{n, plural, one {#}",
      "{applicant, number, ::scale/1000000000}",
      "''{''",
      "[problem.missing]",
      "\u202E\u2066\u2069evil\u202C",
      std::string("a\0\1\x7F", 4),
      "\r\nSet-Cookie: a=b",
      "one\n\n\ntwo\r\n\r\n",
      "../../etc/passwd",
      "%00%2e%2e%2f",
      "__proto__",
      "vehicles/r1/plate",
      "who/r99999999999999999999",
      "2026-02-30",
      "99999999999999999999999999999999999",
      "-0",
      "1e400",
      "\u0661\u0662\u066B\u0665",
      "\xEF\xBF\xBF\xF4\x8F\xBF\xBF",
      std::string(3000, 'A'),
      std::string(300, '('),
  };
  return words;
}

const std::vector<std::string>& hostile_values() {
  static const std::vector<std::string> values{
      "null",
      "true",
      "0",
      "-1",
      "1.5",
      "9007199254740993",
      "99999999999999999999999999999999999",
      "1e400",
      "1e-400",
      "\"\"",
      "\"\\u0000\"",
      "\"\\ud800\"",
      "\"<img src=x onerror=alert(1)>\"",
      "\"{n, select, other {}\"",
      "[]",
      "{}",
      "[[[[[[[[]]]]]]]]",
      "[null, true, {}, []]",
      "{\"var\": \"resident\"}",
      "{\"if\": [true, {\"/\": [1, 0]}, {\"amount\": \"nothing\"}]}",
      "{\"reduce\": [[1, 2], {\"+\": [{\"var\": \"current\"}, {\"var\": \"accumulator\"}]}, 0]}",
      "{\"id\": 1, \"id\": 2}",
      "{\"x-anything\": {\"kind\": \"list\"}}",
      std::string(200, '[') + std::string(200, ']'),
  };
  return values;
}

std::size_t Mutator::below(std::size_t bound) {
  state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
  return bound == 0 ? 0 : static_cast<std::size_t>(state_ >> 33) % bound;
}

// A string, number or word of JSON gives way to something else.
void Mutator::replace_value(std::string& text) {
  const std::string_view starts = "\"0123456789tfn[{";
  std::size_t at = text.find_first_of(starts, below(text.size()));
  if (at == std::string::npos) return;
  std::size_t end = at + 1;
  if (text[at] == '"') {
    while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2u : 1u;
    end = std::min(end + 1, text.size());
  } else {
    end = std::min(text.find_first_of(",]}\n", at), text.size());
  }
  const auto& values = hostile_values();
  text.replace(at, end - at, values[below(values.size())]);
}

void Mutator::change_once(std::string& text) {
  if (text.empty()) {
    text = hostile_values()[below(hostile_values().size())];
    return;
  }
  const std::size_t at = below(text.size());
  const std::size_t length = 1 + below(std::min<std::size_t>(text.size() - at, 1 + below(400)));
  switch (below(9)) {
    case 0: text.resize(at); break;
    case 1: text.erase(at, length); break;
    case 2: text.insert(below(text.size()), text.substr(at, length)); break;
    case 3: text[at] = static_cast<char>(below(256)); break;
    case 4: text[at] = static_cast<char>(text[at] ^ (1 << below(8))); break;
    case 5: text.insert(at, hostile_words()[below(hostile_words().size())]); break;
    default: replace_value(text); break;
  }
}

namespace {

void gather(json::Value& value, std::vector<json::Value*>& all) {
  all.push_back(&value);
  if (value.is(json::Type::array)) {
    for (json::Value& item : value.items()) gather(item, all);
  } else if (value.is(json::Type::object)) {
    for (json::Member& member : value.members()) gather(member.value, all);
  }
}

}  // namespace

void Mutator::change_one_value(json::Value& whole) {
  std::vector<json::Value*> all;
  gather(whole, all);
  json::Value& chosen = *all[below(all.size())];
  const json::Value other = *all[below(all.size())];
  const bool is_array = chosen.is(json::Type::array) && !chosen.items().empty(), is_object = chosen.is(json::Type::object) && !chosen.members().empty();
  const auto any_item = [&] { return chosen.items().begin() + static_cast<std::ptrdiff_t>(below(chosen.items().size())); };
  const auto any_member = [&] { return chosen.members().begin() + static_cast<std::ptrdiff_t>(below(chosen.members().size())); };
  switch (below(is_array || is_object ? 4 : 2)) {
    case 0: chosen = other; break;
    case 1: chosen = json::Value{hostile_words()[below(hostile_words().size())]}; break;
    case 2:
      if (is_array) {
        chosen.items().erase(any_item());
      } else {
        chosen.members().erase(any_member());
      }
      break;
    default:
      if (is_array) {
        const json::Value again = *any_item();
        chosen.items().insert(any_item(), again);
      } else {
        any_member()->name = any_member()->name + (below(2) == 0 ? "-2" : "");
        std::swap(any_member()->value, any_member()->value);
      }
      break;
  }
}

std::string Mutator::change_values(const std::string& json_text) {
  auto reading = json::read(json_text);
  if (!reading.value) return json_text;
  for (std::size_t times = 1 + below(2); times > 0; --times) change_one_value(*reading.value);
  return json::write(*reading.value);
}

std::string Mutator::change(std::string text) {
  for (std::size_t times = 1 + below(4); times > 0; --times) change_once(text);
  return text;
}

}  // namespace polku::hostile
