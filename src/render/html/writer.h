// SPDX-License-Identifier: EUPL-1.2
// The one place where HTML is made of words: everything that goes through here is escaped. Names of elements and attributes are literals, checked by
// the compiler; what is between the tags is a Text or a word of a Prose; a plain string can only be an attribute's value.
//
//   HtmlWriter out("ar", text::Direction::right_to_left);
//   out.open("p").attribute("class", "hint").id("born/hint").say(field.hint).close();
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "messages/catalog.h"
#include "text/language_tag.h"

namespace polku::render {

// A name written in the source. Not constructible from anything that came from outside.
class Name {
 public:
  template <std::size_t size>
  consteval Name(const char (&literal)[size]) : characters_(literal, size - 1) {}  // NOLINT: implicit on purpose
  constexpr std::string_view characters() const { return characters_; }

 private:
  std::string_view characters_;
};

class HtmlWriter {
 public:
  HtmlWriter(std::string language, text::Direction direction) : language_(std::move(language)), direction_(direction) {}

  HtmlWriter& open(Name element);
  HtmlWriter& close();                                       // the innermost open element
  HtmlWriter& attribute(Name name, std::string_view value);  // right after open()
  HtmlWriter& mark(Name name);                               // an attribute without value: checked, novalidate
  HtmlWriter& id(std::string_view place);                    // "vehicles/r2/plate" → id="vehicles--r2--plate"
  // lang and dir, where they are not those around; for an element that holds nothing but this.
  HtmlWriter& language_of(std::string_view language, text::Direction direction);

  // Words of another language than the page's get their own lang and dir; a person's own words are isolated by <bdi>.
  HtmlWriter& say(const messages::Text& text);
  // Words of a Prose, whose language the element around already names.
  HtmlWriter& say(const messages::Span& span);
  // What was typed, as a textarea's content.
  HtmlWriter& fill(std::string_view typed) { return put_words(typed); }
  HtmlWriter& space() { return put_words(" "); }
  // A language's name for itself, an element of which language_of() was said.
  HtmlWriter& name_language(std::string_view own_name) { return put_words(own_name); }

  const std::string& language() const { return language_; }
  std::string take();

 private:
  HtmlWriter& put_words(std::string_view words);
  void end_tag();

  std::string output_, language_;
  text::Direction direction_;
  std::vector<std::string_view> open_;
  bool in_tag_ = false;
};

// The form an id has in HTML: "vehicles/r2/plate" → "vehicles--r2--plate".
std::string html_id(std::string_view place);
std::string_view name_of(text::Direction direction);  // "ltr", "rtl"
// Where a link may lead: https:, mailto:, tel:, a path or a place on the page. Anything else leads nowhere ("#").
std::string safe_address(std::string_view address);

}  // namespace polku::render
