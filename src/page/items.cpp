// SPDX-License-Identifier: EUPL-1.2
// What a stop asks and shows, in the page's order; what another answer on the same page brought up stands right below that answer.
#include <algorithm>

#include "page/parts.h"
#include "rules/mentions.h"

namespace polku::page {

using journey::Item;
using value::Kind;

namespace {

// The group an item stands in.
const form::Group* group_at(const std::vector<form::Group>& groups, std::size_t index) {
  const auto found =
      std::find_if(groups.begin(), groups.end(), [&](const form::Group& group) { return index >= group.first && index < group.first + group.count; });
  return found == groups.end() ? nullptr : &*found;
}

// The choice on this page whose answer made this item appear: the last one before it that its rule reads. One outside of its group is none: what stands together
// under a title is not torn apart.
std::optional<std::size_t> find_cause(const form::CompiledForm& form, const std::vector<form::Group>& groups, const std::vector<Item>& items,
                                      std::size_t index) {
  const form::Question& question = form.questions[items[index].place.question];
  if (question.when.empty()) return std::nullopt;
  const auto read = question.when.reads();
  for (std::size_t before = index; before-- > 0;) {
    const form::Question& cause = form.questions[items[before].place.question];
    const bool choice = cause.shape.kind == Kind::yes_no || cause.shape.kind == Kind::one_of || cause.shape.kind == Kind::several_of;
    if (items[before].state != Item::State::asked || !choice || std::find(read.begin(), read.end(), cause.id) == read.end()) continue;
    return group_at(groups, before) == group_at(groups, index) ? std::optional{before} : std::nullopt;
  }
  return std::nullopt;
}

// The option below which it stands: the one that is chosen; of several the one that the rule names. Null: it stands below the question.
Option* find_option(Field& cause, const rules::Rule& when) {
  Option* found = nullptr;
  if (cause.control == Field::Control::select) return found;
  for (Option& option : cause.options) {
    if (!option.chosen) continue;
    if (cause.control == Field::Control::choices && !rules::mentions(when, option.id)) continue;
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
      if (auto body = speaker.prose_if_any(key + "body", item.place.row)) elements.push_back(std::move(*body));
    }
    elements.push_back(make_field(making, item));
    return elements;
  }
  if (question.shape.kind == Kind::information) {
    if (speaker.has(key + "label")) elements.push_back(Heading{speaker.label(item.place)});
    if (auto body = speaker.prose_if_any(key + "body", item.place.row)) elements.push_back(std::move(*body));
    return elements;
  }
  if (item.value) {
    Facts facts;
    for (const Text& line : speaker.shown(item.place, *item.value)) facts.pairs.emplace_back(speaker.short_label(item.place), line);
    elements.push_back(std::move(facts));
  }
  return elements;
}

// The place of the control that a problem's link leads to.
std::string target_of(const Field& field) {
  const auto wrong = std::find_if(field.parts.begin(), field.parts.end(), [](const Part& part) { return part.is_wrong; });
  return wrong == field.parts.end() ? field.place : field.place + "/" + wrong->name;
}

// Of a stop's page, or page of a row.
const std::vector<form::Group>& groups_of(const Making& making, const journey::Stop& stop) {
  const auto* row = making.state.answers.find_row(stop.row);
  return row ? making.world.form->questions[row->list].row_pages[stop.row_page].groups : making.world.form->pages[stop.page].groups;
}

// The group that begins or ends with an item, when anything in it is on the page.
const form::Group* find_group(const std::vector<form::Group>& groups, const std::vector<Item>& items, std::size_t index, Group::Edge edge) {
  for (const form::Group& group : groups) {
    if (index != (edge == Group::Edge::begin ? group.first : group.first + group.count - 1)) continue;
    const auto first = items.begin() + static_cast<std::ptrdiff_t>(group.first);
    const bool is_seen =
        std::any_of(first, first + static_cast<std::ptrdiff_t>(group.count), [](const Item& item) { return item.state != Item::State::hidden; });
    if (is_seen) return &group;
  }
  return nullptr;
}

class ItemShower {
 public:
  ItemShower(Making& making, const journey::Stop& stop) : making_(making), page_(making.page), stop_(stop), field_of_item_(stop.items.size()) {}

  void show() {
    const auto& groups = groups_of(making_, stop_);
    for (std::size_t index = 0; index < stop_.items.size(); ++index) {
      if (const auto* group = find_group(groups, stop_.items, index, Group::Edge::begin)) begin_group(*group);
      show_item(index);
      if (find_group(groups, stop_.items, index, Group::Edge::end)) page_.elements.push_back(Group{.edge = Group::Edge::end});
    }
  }

 private:
  void begin_group(const form::Group& group) {
    const std::string key = "group." + group.id + ".";
    page_.elements.push_back(Group{.id = "group/" + group.id, .title = making_.speaker.say_live(key + "title", stop_.row), .boxed = group.boxed});
    add_prose(making_, making_.speaker.prose_if_any(key + "body", stop_.row));
  }

  void show_item(std::size_t index) {
    const Item& item = stop_.items[index];
    if (item.state == Item::State::hidden || making_.world.form->questions[item.place.question].shape.kind == Kind::list) return;
    const form::Question& question = making_.world.form->questions[item.place.question];
    const bool lacks_proof = form::asks_what_is_proven(*making_.world.form, question) && item.offers.is_null();
    if (form::is_proven(*making_.world.form, question) || lacks_proof) return show_proven(making_, item);
    const auto cause = find_cause(*making_.world.form, groups_of(making_, stop_), stop_.items, index);
    for (Element& element : elements_of(making_, item)) {
      // Computed values that follow one another are one table.
      auto* facts = std::get_if<Facts>(&element);
      auto* before = page_.elements.empty() ? nullptr : std::get_if<Facts>(&page_.elements.back());
      if (facts && before && !cause) {
        before->pairs.insert(before->pairs.end(), facts->pairs.begin(), facts->pairs.end());
        continue;
      }
      const std::size_t at = page_.elements.size();
      if (const auto* field = std::get_if<Field>(&element)) {
        field_of_item_[index] = at;
        if (!field->problem.empty()) page_.summary.push_back({field->problem, target_of(*field)});
        for (const Part& part : field->parts) {
          if (!part.problem.empty()) page_.summary.push_back({part.problem, field->place + "/" + part.name});
        }
      }
      page_.elements.push_back(std::move(element));
      if (cause && field_of_item_[*cause]) reveal(at, *field_of_item_[*cause], item.place.question);
    }
  }

  void reveal(std::size_t at, std::size_t choice_at, QuestionIndex question) {
    auto& choice = std::get<Field>(page_.elements[choice_at]);
    if (Option* option = find_option(choice, making_.world.form->questions[question].when)) {
      option->reveals.push_back(at);
      page_.nested.push_back(at);
    }
  }

  Making& making_;
  Page& page_;
  const journey::Stop& stop_;
  std::vector<std::optional<std::size_t>> field_of_item_;
};

}  // namespace

void show_items(Making& making, const journey::Stop& stop) { ItemShower(making, stop).show(); }

}  // namespace polku::page
