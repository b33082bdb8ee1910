// SPDX-License-Identifier: EUPL-1.2
#include "json/writer.h"

#include "text/utf8.h"

namespace polku::json {
namespace {

void append_escaped(std::string& output, std::string_view words) {
  constexpr char digits[] = "0123456789abcdef";
  for (char letter : words) {
    const auto byte = static_cast<unsigned char>(letter);
    switch (letter) {
      case '"': output += "\\\""; break;
      case '\\': output += "\\\\"; break;
      case '\b': output += "\\b"; break;
      case '\t': output += "\\t"; break;
      case '\n': output += "\\n"; break;
      case '\f': output += "\\f"; break;
      case '\r': output += "\\r"; break;
      default:
        if (byte < 0x20) {
          output += "\\u00";
          output += digits[byte >> 4];
          output += digits[byte & 15];
        } else {
          output += letter;
        }
    }
  }
}

enum class Layout { line, indented };

struct Writer {
  std::string output;
  Layout layout;
  std::size_t depth = 0;

  void line() {
    if (layout == Layout::line) return;
    output += '\n';
    output.append(depth * 2, ' ');
  }

  void open(char bracket) {
    output += bracket;
    ++depth;
  }

  void close(char bracket) {
    --depth;
    line();
    output += bracket;
  }

  void write_items(const Value::Array& items) {
    if (items.empty()) {
      output += "[]";
      return;
    }
    open('[');
    bool first = true;
    for (const Value& item : items) {
      if (!first) output += ',';
      first = false;
      line();
      write_value(item);
    }
    close(']');
  }

  void write_members(const Value::Object& members) {
    if (members.empty()) {
      output += "{}";
      return;
    }
    open('{');
    bool first = true;
    for (const Member& member : members) {
      if (!first) output += ',';
      first = false;
      line();
      append_quoted(output, member.name);
      output += layout == Layout::line ? ":" : ": ";
      write_value(member.value);
    }
    close('}');
  }

  void write_value(const Value& value) {
    switch (value.type()) {
      case Type::null: output += "null"; break;
      case Type::boolean: output += value.boolean() ? "true" : "false"; break;
      case Type::number: output += value.number().to_string(); break;
      case Type::string: append_quoted(output, value.string()); break;
      case Type::array: write_items(value.items()); break;
      case Type::object: write_members(value.members()); break;
    }
  }
};

}  // namespace

void append_quoted(std::string& output, std::string_view words) {
  output += '"';
  while (const auto bad = text::find_invalid_utf8(words)) {
    append_escaped(output, words.substr(0, *bad));
    output += "\xEF\xBF\xBD";
    words.remove_prefix(*bad + 1);
  }
  append_escaped(output, words);
  output += '"';
}

std::string write(const Value& value) {
  Writer writer{{}, Layout::line};
  writer.write_value(value);
  return std::move(writer.output);
}

std::string write_indented(const Value& value) {
  Writer writer{{}, Layout::indented};
  writer.write_value(value);
  writer.output += '\n';
  return std::move(writer.output);
}

}  // namespace polku::json
