// SPDX-License-Identifier: EUPL-1.2
#include "render/html/writer.h"

namespace polku::render {
namespace {

// HTML Standard, section 13.3 (serialising) plus CR, which a parser would turn into LF, and NUL, which it would drop.
void append_escaped(std::string& output, std::string_view words) {
  for (const char character : words) {
    switch (character) {
      case '&': output += "&amp;"; break;
      case '<': output += "&lt;"; break;
      case '>': output += "&gt;"; break;
      case '"': output += "&quot;"; break;
      case '\r': output += "&#13;"; break;
      case '\0': output += "\xEF\xBF\xBD"; break;
      default: output += character;
    }
  }
}

bool is_void(std::string_view element) { return element == "input" || element == "meta" || element == "link" || element == "br" || element == "hr"; }

}  // namespace

std::string html_id(std::string_view place) {
  std::string id;
  for (const char character : place) {
    if (character == '/')
      id += "--";
    else
      id += character;
  }
  return id;
}

std::string_view name_of(text::Direction direction) { return direction == text::Direction::right_to_left ? "rtl" : "ltr"; }

std::string safe_address(std::string_view address) {
  for (const std::string_view start : {"https://", "mailto:", "tel:", "#"}) {
    if (address.substr(0, start.size()) == start) return std::string(address);
  }
  // "//host" and "/\host" would lead to another site.
  if (address.size() > 0 && address[0] == '/' && (address.size() == 1 || (address[1] != '/' && address[1] != '\\'))) return std::string(address);
  return "#";
}

void HtmlWriter::end_tag() {
  if (in_tag_) output_ += '>';
  in_tag_ = false;
}

HtmlWriter& HtmlWriter::open(Name element) {
  end_tag();
  output_ += '<';
  output_ += element.characters();
  open_.push_back(element.characters());
  in_tag_ = true;
  return *this;
}

HtmlWriter& HtmlWriter::close() {
  end_tag();
  if (!is_void(open_.back())) {
    output_ += "</";
    output_ += open_.back();
    output_ += '>';
  }
  open_.pop_back();
  return *this;
}

HtmlWriter& HtmlWriter::attribute(Name name, std::string_view value) {
  output_ += ' ';
  output_ += name.characters();
  output_ += "=\"";
  append_escaped(output_, value);
  output_ += '"';
  return *this;
}

HtmlWriter& HtmlWriter::mark(Name name) {
  output_ += ' ';
  output_ += name.characters();
  return *this;
}

HtmlWriter& HtmlWriter::id(std::string_view place) { return attribute("id", html_id(place)); }

HtmlWriter& HtmlWriter::language_of(std::string_view language, text::Direction direction) {
  if (!language.empty() && language != language_) attribute("lang", language);
  if (!language.empty() && direction != direction_) attribute("dir", name_of(direction));
  return *this;
}

HtmlWriter& HtmlWriter::say(const messages::Text& text) {
  end_tag();
  if (text.empty()) return *this;
  if (text.language().empty()) {
    open("bdi");
    if (text.is_code()) attribute("class", "code");
    return put_words(text.words()).close();
  }
  if (text.language() == language_ && text.direction() == direction_) return put_words(text.words());
  return open("span").language_of(text.language(), text.direction()).put_words(text.words()).close();
}

HtmlWriter& HtmlWriter::say(const messages::Span& span) {
  end_tag();
  switch (span.kind) {
    case messages::Span::Kind::words: return put_words(span.words);
    case messages::Span::Kind::strong: return open("strong").put_words(span.words).close();
    case messages::Span::Kind::link: return open("a").attribute("href", safe_address(span.address)).put_words(span.words).close();
  }
  return *this;
}

HtmlWriter& HtmlWriter::put_words(std::string_view words) {
  end_tag();
  // A parser drops the first line feed in a textarea: give it one to drop.
  if (!open_.empty() && open_.back() == "textarea") output_ += '\n';
  append_escaped(output_, words);
  return *this;
}

std::string HtmlWriter::take() {
  end_tag();
  while (!open_.empty()) close();
  return std::move(output_);
}

}  // namespace polku::render
