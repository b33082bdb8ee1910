// SPDX-License-Identifier: EUPL-1.2
// The body of a request, described in data. A member or item whose answer is absent is left out.
//
//   {"$answer": "applicant"}                         the answer, or computed value, as it is in the delivery
//   {"$number": "fee"}                               a decimal string or a money value as a JSON number; more than 15 digits: too-many-digits, and it stays a string
//   {"$text": "{street} {town}"}                     words with answers in them; an absent one is empty; {{ and }} are braces
//   {"$each": "vehicles", "$as": …}                  an array, once a row; in it a name is looked for in the row, then outward
//   {"$if-answered": "phone", "$then": …, "$else": …}
//   {"$submission": "/hash"}                         a fact: /hash /key /service /version /site /recipient /on /language
//   {"$literal": …}                                  as it stands, dollar signs and all
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "delivery/connector.h"
#include "json/cursor.h"
#include "json/value.h"
#include "problem/problem.h"

namespace polku::delivery {

// What templates read: the facts by name, the answers, outward from the row.
struct Scope {
  std::vector<std::pair<std::string, std::string>> facts;
  std::vector<const json::Value*> objects;  // innermost first
  const json::Value* find(std::string_view id) const;
  const std::string* fact(std::string_view name) const;
};

// Problems of the description itself: wrong-type, missing-member, unknown-member.
void check_body(const json::Cursor& description);
std::optional<json::Value> make_body(const json::Value& description, const Scope& scope, std::string pointer, problem::Problems& problems);

// "https://cases.example/{service}": only facts; everything filled in is percent-encoded (RFC 3986, section 2.3: all but unreserved).
// Names that are no fact are returned by unknown_names().
std::string fill_address(std::string_view address, const Scope& scope);
std::vector<std::string> unknown_names(std::string_view address);

}  // namespace polku::delivery
