// SPDX-License-Identifier: EUPL-1.2
#include "delivery/description.h"

#include <array>

#include "delivery/template.h"

namespace polku::delivery {

using json::Cursor;
using problem::Code;

namespace {

bool starts_with(std::string_view words, std::string_view start) { return words.substr(0, start.size()) == start; }

bool is_address(std::string_view url, Via via) {
  for (const char letter : url) {
    if (static_cast<unsigned char>(letter) <= 0x20 || letter == 0x7f) return false;
  }
  if (starts_with(url, "https://")) return url.size() > 8 && url[8] != '/';
  if (starts_with(url, "http://")) return url.size() > 7 && url[7] != '/';
  return via == Via::browser && starts_with(url, "/") && !starts_with(url, "//");
}

}  // namespace

bool is_header(std::string_view name, std::string_view value) {
  if (name.empty()) return false;
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  for (const char letter : name) {
    const bool alphanumeric = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    if (!alphanumeric && marks.find(letter) == std::string_view::npos) return false;
  }
  for (const char letter : value) {
    const auto byte = static_cast<unsigned char>(letter);
    if ((byte < 0x20 && letter != '\t') || byte == 0x7f) return false;
  }
  return true;
}

std::vector<std::pair<std::string, std::string>> read_headers(const Cursor& cursor) {
  std::vector<std::pair<std::string, std::string>> headers;
  for (const auto& [name, value] : cursor.members()) {
    const auto words = value.text().value_or("");
    if (!is_header(name, words)) value.report(Code::bad_header, {{"name", name}});
    headers.emplace_back(name, words);
  }
  return headers;
}

std::string read_address(const Cursor& cursor, Via via, Names names) {
  auto address = cursor.text().value_or("");
  if (!cursor.exists() || address.empty()) return address;
  if (!is_address(address, via)) cursor.report(Code::bad_address, {{"found", address}});
  if (names == Names::any) return address;
  for (const auto& name : unknown_names(address)) cursor.report(Code::unknown_member, {{"name", name}, {"suggestion", ""}});
  return address;
}

std::string read_pointer(const Cursor& cursor) {
  auto pointer = cursor.text().value_or("");
  if (!pointer.empty() && pointer.front() != '/') cursor.report(Code::wrong_type, {{"expected", "JSON Pointer"}, {"found", pointer}});
  return pointer;
}

Connector::Authentication read_authentication(const Cursor& cursor) {
  Connector::Authentication read;
  if (!cursor.exists()) return read;
  constexpr std::array<std::string_view, 3> kinds = {"bearer", "basic", "header"};
  const auto kind = cursor.member("kind").choice(kinds);
  if (!kind) return read;
  read.kind = static_cast<Connector::Authentication::Kind>(*kind + 1);
  read.secret = cursor.member("secret").text().value_or("");
  switch (read.kind) {
    case Connector::Authentication::Kind::basic:
      read.user = cursor.member("user").text().value_or("");
      cursor.only({"kind", "secret", "user"});
      break;
    case Connector::Authentication::Kind::header: {
      const auto name = cursor.member("name");
      read.name = name.text().value_or("");
      if (name.exists() && !is_header(read.name, "")) name.report(Code::bad_header, {{"name", read.name}});
      cursor.only({"kind", "secret", "name"});
      break;
    }
    default: cursor.only({"kind", "secret"});
  }
  return read;
}

}  // namespace polku::delivery
