// SPDX-License-Identifier: EUPL-1.2
#include "build.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>

#include "host/embedded/embedded.h"
#include "json/reader.h"

namespace polku::test {
namespace {

using json::Value;
using messages::Text;
using page::Action;
using page::Field;

std::string string_of(const Value& source, std::string_view name) { return std::string(source.find_string(name).value_or("")); }
bool flag_of(const Value& source, std::string_view name) {
  const Value* found = source.find(name);
  return found && found->is(json::Type::boolean) && found->boolean();
}

[[noreturn]] void fail(const std::string& words) {
  std::cerr << "examples.json: " << words << "\n";
  std::abort();
}

template <typename Enum>
Enum named(const Value& source, std::string_view name, std::initializer_list<std::string_view> names, Enum otherwise) {
  const auto found = source.find_string(name);
  if (!found) return otherwise;
  int index = 0;
  for (const std::string_view one : names) {
    if (one == *found) return static_cast<Enum>(index);
    ++index;
  }
  fail(std::string(name) + " " + std::string(*found));
}

template <typename Make>
auto list_of(const Value& source, std::string_view name, Make make) {
  std::vector<decltype(make(source))> made;
  if (const Value* found = source.find(name)) {
    for (const Value& item : found->items()) made.push_back(make(item));
  }
  return made;
}

struct Builder {
  const std::string& language;

  Text text(const Value& source, std::string_view name) const { return build_text(source.find(name), language); }
  page::Prose prose(const Value& source, std::string_view name) const { return messages::parse_markup(text(source, name)); }
  std::vector<std::pair<Text, Text>> pairs(const Value& source, std::string_view name) const {
    return list_of(source, name, [&](const Value& pair) { return std::pair{build_text(&pair.items()[0], language), build_text(&pair.items()[1], language)}; });
  }
  Action action(const Value& source) const {
    Action action;
    action.look = named(source, "look", {"primary", "secondary", "link", "quiet-link"}, Action::Look::link);
    action.label = text(source, "label");
    action.subject = text(source, "subject");
    action.intent = string_of(source, "intent");
    action.address = string_of(source, "address");
    return action;
  }
  std::vector<Action> actions(const Value& source, std::string_view name) const {
    return list_of(source, name, [&](const Value& one) { return action(one); });
  }

  static page::Width width(const Value& source) { return named(source, "width", {"tiny", "year", "small", "middle", "full"}, page::Width::full); }
  static page::Keyboard keyboard(const Value& source) {
    return named(source, "keyboard", {"words", "digits", "decimal", "email", "phone"}, page::Keyboard::words);
  }

  std::vector<page::Option> options(const Value& source) const {
    return list_of(source, "options", [&](const Value& one) {
      page::Option option;
      option.id = string_of(one, "id");
      option.label = text(one, "label");
      option.hint = text(one, "hint");
      option.is_apart = flag_of(one, "isApart");
      option.chosen = flag_of(one, "chosen");
      option.reveals = list_of(one, "reveals", [](const Value& index) { return static_cast<std::size_t>(std::stoul(index.number().to_string())); });
      return option;
    });
  }

  Field field(const Value& source) const {
    Field field;
    field.control = named(source, "control", {"line", "lines", "choice", "choices", "parts", "file", "tick", "select"}, Field::Control::line);
    field.place = string_of(source, "place");
    field.label = text(source, "label");
    field.hint = text(source, "hint");
    if (const Value* words = source.find("more")) field.more = {text(*words, "title"), text(*words, "text")};
    field.problem = text(source, "problem");
    field.warning = text(source, "warning");
    field.is_heading = flag_of(source, "isHeading");
    field.is_label_hidden = flag_of(source, "isLabelHidden");
    field.typed = list_of(source, "typed", [](const Value& one) { return one.string(); });
    field.options = options(source);
    field.parts = list_of(source, "parts", [&](const Value& one) {
      page::Part part;
      part.name = string_of(one, "name");
      part.label = text(one, "label");
      part.hint = text(one, "hint");
      part.problem = text(one, "problem");
      part.control = named(one, "control", {"line", "lines", "select"}, page::Part::Control::line);
      part.writing = named(one, "writing", {"words", "code", "digits"}, page::Part::Writing::digits);
      part.is_wrong = flag_of(one, "isWrong");
      part.is_beside = flag_of(one, "isBeside");
      part.width = width(one);
      part.keyboard = keyboard(one);
      part.autocomplete = string_of(one, "autocomplete");
      part.options = options(one);
      return part;
    });
    field.takes_several = flag_of(source, "takesSeveral");
    const auto add = [&](const json::Value& chosen) { field.chosen.push_back({text(chosen, "name"), text(chosen, "size"), action(*chosen.find("remove"))}); };
    if (const auto* chosen = source.find("chosen"); chosen && chosen->is(json::Type::array))
      for (const auto& one : chosen->items()) add(one);
    else if (chosen)
      add(*chosen);
    field.accept = string_of(source, "accept");
    field.largest = 10'000'000;
    field.choose = text(source, "choose");
    field.width = width(source);
    field.in_row = flag_of(source, "inRow");
    field.boxed = flag_of(source, "boxed");
    field.keyboard = keyboard(source);
    field.prefix = text(source, "prefix");
    field.suffix = text(source, "suffix");
    field.autocomplete = string_of(source, "autocomplete");
    field.spellcheck = !source.find("spellcheck") || flag_of(source, "spellcheck");
    field.length_note = text(source, "lengthNote");
    return field;
  }
};

}  // namespace

namespace {

// A Text has the direction of its language's pack.
std::shared_ptr<const locale::Locale> locale_of(const std::string& tag) {
  static std::map<std::string, std::shared_ptr<const locale::Locale>> all;
  auto& found = all[tag];
  if (found) return found;
  const auto pack = json::read(host::embedded_locale(tag));
  auto loaded = pack.value ? locale::load(*pack.value, "latn") : std::nullopt;
  if (!loaded) fail("a language without pack: " + tag);
  return found = std::make_shared<const locale::Locale>(std::move(*loaded));
}

}  // namespace

// A Text comes only from a message: so one is made of it.
messages::Text build_text(const json::Value* source, const std::string& language) {
  if (!source) return {};
  if (source->is(json::Type::object) && source->find("own")) return messages::verbatim(string_of(*source, "own"));
  if (source->is(json::Type::object) && source->find("code")) return messages::verbatim_code(string_of(*source, "code"));
  const bool plain = source->is(json::Type::string);
  const std::string tag = plain ? language : string_of(*source, "language");
  problem::Problems problems;
  const auto file = json::Value::object().with("words", json::Value{plain ? source->string() : string_of(*source, "words")});
  auto catalog = std::make_shared<const messages::Catalog>(messages::Catalog::read(file, tag, problems));
  if (!problems.empty()) fail("a text that is no message");
  return messages::Words({{{catalog}}}, {locale_of(tag)}, {tag}).say("words");
}

page::Element build_element(const json::Value& source, const std::string& language) {
  const Builder build{language};
  const std::string element = string_of(source, "element");
  if (element == "field") return build.field(source);
  if (element == "group") return page::Group{.id = string_of(source, "id"), .title = build.text(source, "title"), .boxed = flag_of(source, "boxed")};
  if (element == "group-end") return page::Group{.edge = page::Group::Edge::end};
  if (element == "heading") return page::Heading{build.text(source, "text")};
  if (element == "prose") return build.prose(source, "text");
  if (element == "more") return page::Heading{build.text(source, "title"), build.text(source, "text")};
  if (element == "facts") return page::Facts{build.pairs(source, "pairs")};
  if (element == "progress") return page::Progress{build.text(source, "text")};
  if (element == "panel") return page::Panel{build.text(source, "heading"), build.text(source, "words"), build.text(source, "reference")};
  if (element == "note") {
    page::Note note;
    note.tone = named(source, "tone", {"calm", "warning", "good"}, page::Note::Tone::calm);
    note.prose = build.prose(source, "text");
    note.actions = build.actions(source, "actions");
    note.id = string_of(source, "id");
    return note;
  }
  if (element == "answers") {
    page::Answers answers;
    answers.heading = build.text(source, "heading");
    answers.lines = list_of(source, "lines", [&](const Value& one) {
      page::AnswerLine line;
      line.label = build.text(one, "label");
      line.values = list_of(one, "values", [&](const Value& value) { return build_text(&value, language); });
      if (const Value* change = one.find("change")) line.change = build.action(*change);
      line.is_total = flag_of(one, "isTotal");
      return line;
    });
    return answers;
  }
  if (element == "rows") {
    page::Rows rows;
    rows.empty = build.text(source, "empty");
    rows.rows = list_of(source, "rows", [&](const Value& one) {
      page::Row row;
      row.id = string_of(one, "id");
      row.title = build.text(one, "title");
      row.problem = build.text(one, "problem");
      row.facts = build.pairs(one, "facts");
      row.actions = build.actions(one, "actions");
      return row;
    });
    return rows;
  }
  if (element == "tasks") {
    page::Tasks tasks;
    tasks.completed = build.text(source, "completed");
    tasks.rows = list_of(source, "rows", [&](const Value& one) {
      const auto standing = named(one, "standing", {"cannot-start", "not-started", "in-progress", "completed", "optional"}, journey::TaskStatus::cannot_start);
      return page::TaskRow{string_of(one, "id"),     build.text(one, "title"), build.text(one, "hint"), build.text(one, "status"), standing,
                           string_of(one, "address")};
    });
    return tasks;
  }
  fail("element " + element);
}

page::Page build_page(const json::Value& source) {
  page::Page page;
  page.language = source.find("language") ? string_of(source, "language") : "fi";
  page.direction = text::direction_of(page.language);
  const Builder build{page.language};
  page.kind = source.find("kind") ? string_of(source, "kind") : "question";
  page.address = string_of(source, "address");
  page.title = build.text(source, "title");
  page.languages_label = build.text(source, "languagesLabel");
  page.problem_prefix = source.find("problemPrefix") ? build.text(source, "problemPrefix") : build_text(std::make_unique<Value>("Virhe: ").get(), "fi");
  page.warning_prefix = build_text(std::make_unique<Value>("Huomaa: ").get(), "fi");
  page.divider = build.text(source, "divider");
  page.caption = build.text(source, "caption");
  page.heading = build.text(source, "heading");
  page.summary_heading = build.text(source, "summaryHeading");
  page.summary = list_of(source, "summary", [&](const Value& one) { return page::SummaryLine{build.text(one, "problem"), string_of(one, "target")}; });
  page.elements = list_of(source, "elements", [&](const Value& one) { return build_element(one, page.language); });
  page.nested = list_of(source, "nested", [](const Value& index) { return static_cast<std::size_t>(std::stoul(index.number().to_string())); });
  page.actions = build.actions(source, "actions");
  page.footer = build.actions(source, "footer");
  page.saved = build.text(source, "saved");
  page.saved_tone = named(source, "savedTone", {"calm", "warning", "good"}, page::Note::Tone::calm);
  if (const Value* back = source.find("back")) page.back = build.action(*back);
  page.languages = list_of(source, "languages", [&](const Value& one) {
    const std::string tag = string_of(one, "tag");
    return page::LanguageChoice{tag, string_of(one, "name"), text::direction_of(tag), tag == page.language};
  });
  return page;
}

}  // namespace polku::test
