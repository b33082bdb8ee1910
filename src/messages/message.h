// SPDX-License-Identifier: EUPL-1.2
// ICU MessageFormat: arguments, plural (=n, offset, #), selectordinal, select, number, date, money, quoting, nesting.
//
//   auto compiled = messages::compile("{count, plural, =0 {No vehicles} one {# vehicle} other {# vehicles}}");
//   auto formatted = messages::format(compiled.message, {{"count", Decimal{2}}}, english);   // .text "2 vehicles", .missing {}
//
// Formatting salvages: there is always a readable text; an argument not given stands as {name} and is listed in `missing`.
// Arguments: {x}  {x, number}  {x, number, integer|percent|::<skeleton subset: .00 .## group-off>}  {x, date, short|medium|long|full}  {x,
// money}
//            {x, plural, …}  {x, selectordinal, …}  {x, select, …}. Skeletons also: percent, scale/100, .0#.
// In a select, an empty text is the case "none" where there is one.
// A value is read as what the argument asks for where that is possible: "2026-11-22" as a date, "12.5" as a number; else it is written as
// it is. Quoting as ICU's default (DOUBLE_OPTIONAL): '' is an apostrophe; a quote starts literal text only before { } # |.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "calendar/date.h"
#include "locale/locale.h"
#include "problem/problem.h"
#include "text/decimal.h"

namespace polku::messages {

struct Money {
  text::Decimal amount;
  std::string currency;
};

// One of several options: a select goes by its id, which is the same in every language; elsewhere its words stand.
struct Chosen {
  std::string id, words;
};

// A text argument is someone's words: when its direction may differ from the message's it is wrapped in U+2068 … U+2069 (first strong
// isolate).
using ArgumentValue = std::variant<std::string, text::Decimal, calendar::Date, Money, Chosen>;
struct Argument {
  std::string name;
  ArgumentValue value;
};
using Arguments = std::vector<Argument>;

class Message {
 public:
  // Names of the arguments it reads, each once, in order of appearance.
  std::vector<std::string> argument_names() const;
  struct Node;  // in node.h

 private:
  friend class MessageCompiler;
  friend class MessageFormatter;
  friend class Catalog;
  std::shared_ptr<const std::vector<Node>> nodes_;  // immutable, so copies share it
};

struct CompiledMessage {
  Message message;  // when there are problems: the source as literal text, so that something readable remains
  // message-syntax {key "", offset, fault}, message-plural-without-other {key ""}. The offset counts code points; faults: name_of(Fault) of
  // node.h.
  problem::Problems problems;
};
CompiledMessage compile(std::string_view source);

struct Formatted {
  std::string text;
  std::vector<std::string> missing;
  // Where people's words (text arguments) stand in `text`, as [begin, end) in bytes: nothing there is markup.
  std::vector<std::pair<std::size_t, std::size_t>> verbatim = {};
};
enum class Isolation { isolate, none };  // `none` for what is no prose: addresses, file names, the command line's `format`
Formatted format(const Message& message, const Arguments& arguments, const locale::Locale& locale, Isolation isolation = Isolation::isolate);

}  // namespace polku::messages
