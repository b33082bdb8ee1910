// SPDX-License-Identifier: EUPL-1.2
// What a stop asks and shows, in the page's order; what another answer on the same page brought up stands right below that answer.
#include <algorithm>

#include "page/parts.h"

namespace polku::page {

using journey::Item;
using value::Kind;

namespace {

// The choice on this page whose answer made this item appear: the last one before it that its rule reads.
std::optional<std::size_t> find_cause(const form::CompiledForm& form, const std::vector<Item>& items, std::size_t index) {
  const form::Question& question = form.questions[items[index].place.question];
  if (question.when.empty()) return std::nullopt;
  const auto read = question.when.reads();
  for (std::size_t before = index; before-- > 0;) {
    const form::Question& cause = form.questions[items[before].place.question];
    const bool choice = cause.shape.kind == Kind::yes_no || cause.shape.kind == Kind::one_of || cause.shape.kind == Kind::several_of;
    if (items[before].state == Item::State::asked && choice && std::find(read.begin(), read.end(), cause.id) != read.end()) return before;
  }
  return std::nullopt;
}

// The option below which it stands: the one that is chosen; of several the one that the rule names. Null: it stands below the question.
Option* find_option(Field& cause, const rules::Rule& when) {
  Option* found = nullptr;
  const std::string rule = cause.control == Field::Control::choices ? when.print() : std::string();
  for (Option& option : cause.options) {
    if (!option.chosen) continue;
    if (cause.control == Field::Control::choices && rule.find('"' + option.id + '"') == std::string::npos) continue;
    if (found) return nullptr;
    found = &option;
  }
  return found;
}

std::vector<Element> elements_of(const Making& making, const Item& item) {
  const form::Question& question = making.world.form->questions[item.place.question];
  const Speaker& speaker = making.speaker;
  const std::string key = "question." + question.id + ".";
  std::vector<Element> elements;
  if (item.state == Item::State::asked) {
    if (question.shape.kind == Kind::consent) {
      if (auto body = speaker.prose_if_any(key + "body", item.place.row)) elements.emplace_back(std::move(*body));
    }
    elements.emplace_back(make_field(making, item));
    return elements;
  }
  if (question.shape.kind == Kind::information) {
    if (speaker.has(key + "label")) elements.emplace_back(Heading{speaker.label(item.place)});
    if (auto body = speaker.prose_if_any(key + "body", item.place.row)) elements.emplace_back(std::move(*body));
    return elements;
  }
  if (item.value) {
    Facts facts;
    for (const Text& line : speaker.shown(item.place.question, *item.value)) facts.pairs.emplace_back(speaker.short_label(item.place), line);
    elements.emplace_back(std::move(facts));
  }
  return elements;
}

// The place of the control that a problem's link leads to.
std::string target_of(const Field& field) {
  const auto wrong = std::find_if(field.parts.begin(), field.parts.end(), [](const Part& part) { return part.is_wrong; });
  return wrong == field.parts.end() ? field.place : field.place + "/" + wrong->name;
}

}  // namespace

void show_items(Making& making, const journey::Stop& stop) {
  Page& page = making.page;
  std::vector<std::optional<std::size_t>> field_of_item(stop.items.size());
  for (std::size_t index = 0; index < stop.items.size(); ++index) {
    const Item& item = stop.items[index];
    if (item.state == Item::State::hidden || making.world.form->questions[item.place.question].shape.kind == Kind::list) continue;
    const auto cause = find_cause(*making.world.form, stop.items, index);
    for (Element& element : elements_of(making, item)) {
      // Computed values that follow one another are one table.
      auto* facts = std::get_if<Facts>(&element);
      auto* before = page.elements.empty() ? nullptr : std::get_if<Facts>(&page.elements.back());
      if (facts && before && !cause) {
        before->pairs.insert(before->pairs.end(), facts->pairs.begin(), facts->pairs.end());
        continue;
      }
      const std::size_t at = page.elements.size();
      if (const auto* field = std::get_if<Field>(&element)) {
        field_of_item[index] = at;
        if (!field->problem.empty()) page.summary.push_back({field->problem, target_of(*field)});
        for (const Part& part : field->parts) {
          if (!part.problem.empty()) page.summary.push_back({part.problem, field->place + "/" + part.name});
        }
      }
      page.elements.push_back(std::move(element));
      if (!cause || !field_of_item[*cause]) continue;
      auto& choice = std::get<Field>(page.elements[*field_of_item[*cause]]);
      if (Option* option = find_option(choice, making.world.form->questions[item.place.question].when)) {
        option->reveals.push_back(at);
        page.nested.push_back(at);
      }
    }
  }
}

}  // namespace polku::page
