// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/definition_maker.h"

#include <algorithm>
#include <array>
#include <utility>

#include "rehearsal/generate/service_parts.h"

namespace polku::rehearsal::generate {

using json::Value;
using value::Kind;

namespace {

constexpr std::array<std::string_view, 10> stems{"alder", "birch", "cedar", "elm", "fir", "hazel", "larch", "oak", "pine", "willow"};
// Identifiers twice: there are more schemes than kinds.
constexpr std::array<Kind, 21> asked_kinds{Kind::text,       Kind::long_text,  Kind::number, Kind::money,   Kind::date,       Kind::month, Kind::year,
                                           Kind::time,       Kind::yes_no,     Kind::yes_no, Kind::one_of,  Kind::several_of, Kind::email, Kind::phone,
                                           Kind::identifier, Kind::identifier, Kind::iban,   Kind::address, Kind::location,   Kind::file,  Kind::information};

Value whole(std::int64_t number) { return Value{number}; }

class DefinitionMaker {
 public:
  DefinitionMaker(Dice& dice, const calendar::Date& today) : dice_(dice), today_(today) {}

  Value make() {
    amounts_ = make_amounts(dice_, today_);
    if (dice_.chance(75)) add_page("start", "start");
    const bool has_tasks = dice_.chance(25);
    make_pages(has_tasks ? 1 + dice_.below(2) : 2 + dice_.below(5));
    if (has_tasks) make_tasks();
    if (dice_.chance(50)) compute(questions_, known_, nullptr);
    add_page("check", "check-answers");
    add_page("done", "confirmation");
    return whole_service();
  }

 private:
  std::string new_id() { return std::string{dice_.pick(stems)} + "-" + std::to_string(++last_); }
  RuleMaker rules(const Names& known) { return {dice_, known, amounts_.names}; }

  void make_pages(std::size_t count) {
    for (std::size_t index = 0; index < count; ++index) {
      if (index > 0 && dice_.chance(15)) {
        make_exit();
      } else if (dice_.chance(25)) {
        make_list_page();
      } else {
        make_question_page();
      }
    }
  }

  using NamedRows = std::vector<std::pair<std::string, std::string>>;  // list and column

  // Each knows what is in front of their list, and what the tasks it comes after know.
  void make_tasks() {
    add_page("tasks", "task-list");
    const auto before = known_;
    auto all = known_;
    std::vector<std::pair<std::string, Names>> made;
    for (std::size_t number = 0, count = 1 + dice_.below(3); number < count; ++number) {
      auto task = Value::object().with("task", Value{new_id()});
      auto after = Value::array();
      known_ = before;
      for (const auto& [id, names] : made) {
        if (!dice_.chance(40)) continue;
        after.push(Value{id});
        add_names(known_, names);
      }
      if (!after.items().empty()) task.add("after", std::move(after));
      if (!known_.empty() && dice_.chance(30)) task.add("when", rules(known_).question(2));
      auto outside = std::exchange(pages_, Value::array());
      make_pages(1 + dice_.below(3));
      if (dice_.chance(50)) add_page(new_id(), "check-answers");
      task.add("pages", std::exchange(pages_, std::move(outside)));
      made.emplace_back(*task.find_string("task"), known_);
      add_names(all, known_);
      pages_.push(std::move(task));
    }
    known_ = all;
  }

  static bool knows(const Names& names, std::string_view id) {
    return std::any_of(names.begin(), names.end(), [&](const Name& one) { return one.id == id; });
  }
  static void add_names(Names& names, const Names& more) {
    for (const auto& name : more) {
      if (!knows(names, name.id)) names.push_back(name);
    }
  }

  Value& add_page(std::string id, std::string_view kind) {
    auto page = Value::object().with("id", Value{std::move(id)});
    if (kind != "question" || dice_.chance(20)) page.add("kind", Value{kind});
    if (dice_.chance(25)) page.add("section", Value{dice_.chance(50) ? "first-part" : "second-part"});
    if (kind != "question" && kind != "list" && dice_.chance(20)) page.add("ask", only_shown());
    pages_.push(std::move(page));
    return pages_.items().back();
  }

  // What may stand on a page that asks nothing.
  Value only_shown() {
    auto shown = Value::array();
    const auto id = new_id();
    questions_.add(id, make_question(dice_, id, Kind::information).source);
    shown.push(Value{id});
    if (computed_.empty()) return shown;
    // What another task's answers are computed to is not known in this one.
    if (const auto& computed = dice_.pick(computed_); knows(known_, computed)) shown.push(Value{computed});
    return shown;
  }

  // Two exits by the same rule, or a page by that of an exit, would be told to the author: each exit has a number of its own in its rule.
  void make_exit() {
    if (known_.empty()) return;
    Value::Array all{rules(known_).question(1), Value::object().with("<", Value{Value::Array{whole(0), whole(++last_)}})};
    if (dice_.chance(60)) all.push_back(rules(known_).question(0));
    add_page(new_id(), "exit").add("when", Value::object().with("and", Value{std::move(all)}));
  }

  void make_question_page() {
    const auto before = known_;
    auto ask = Value::array();
    const auto count = 1 + dice_.below(4);
    for (std::size_t index = 0; index < count; ++index) ask_one(questions_, known_, ask, nullptr);
    if (dice_.chance(8) || ask.items().empty()) ask_consent(ask);
    auto& page = add_page(new_id(), "question");
    page.add("ask", grouped(std::move(ask)));
    if (!before.empty() && dice_.chance(25)) page.add("when", rules(before).question(2));
  }

  // Some that follow one another, under a title.
  Value grouped(Value ask) {
    auto& items = ask.items();
    if (items.size() < 2 || !dice_.chance(25)) return ask;
    const auto first = dice_.below(items.size());
    const auto count = 1 + dice_.below(items.size() - first);
    const auto begin = items.begin() + static_cast<std::ptrdiff_t>(first), end = begin + static_cast<std::ptrdiff_t>(count);
    auto group = Value::object().with("group", Value{new_id()}).with("ask", Value{Value::Array(begin, end)});
    if (dice_.chance(20)) group.add("boxed", Value{dice_.chance(80)});
    items.erase(begin, end);
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(first), std::move(group));
    return ask;
  }

  void ask_consent(Value& ask) {
    const auto id = new_id();
    auto made = make_question(dice_, id, Kind::consent);
    add_rules(made, known_, ask);
    questions_.add(id, std::move(made.source));
    known_.push_back(std::move(*made.name));
    ask.push(Value{id});
  }

  // A question, or a value computed from what is known so far. `row`: the columns, when it stands in a list.
  void ask_one(Value& dictionary, Names& known, Value& ask, Names* row) {
    if (!known.empty() && dice_.chance(20)) {
      const auto id = compute(dictionary, known, row);
      if (!row && dice_.chance(70)) ask.push(Value{id});
      return;
    }
    const auto id = new_id();
    const auto lists = known_rows();
    const auto asked_with = sendable_among(known);
    auto made = !lists.empty() && dice_.chance(12)        ? make_choice_of_rows(id, lists)
                : !asked_with.empty() && dice_.chance(10) ? make_choice_of_offers(id, asked_with)
                                                          : make_question(dice_, id, dice_.pick(asked_kinds));
    add_rules(made, known, ask);
    add_filling(made, known);
    add_option_rules(made, known);
    const auto kind = made.source.find_string("kind");
    const auto* personal = made.source.find("personal");
    const bool is_personal = personal && personal->boolean();
    if (!row && !is_personal && (kind == "text" || kind == "identifier")) sendable_.push_back(id);
    dictionary.add(id, std::move(made.source));
    ask.push(Value{id});
    if (!made.name) return;
    if (row) row->push_back(*made.name);
    known.push_back(std::move(*made.name));
  }

  // Of lists that are behind by now, and of no task that may not be done yet.
  NamedRows known_rows() const {
    NamedRows lists;
    for (const auto& rows : named_rows_) {
      if (knows(known_, rows.first)) lists.push_back(rows);
    }
    return lists;
  }

  MadeQuestion make_choice_of_rows(const std::string& id, const NamedRows& lists) {
    const auto& [list, column] = dice_.pick(lists);
    const bool is_one = dice_.chance(60);
    MadeQuestion made{Value::object().with("kind", Value{is_one ? "one-of" : "several-of"}), Name{.id = id}};
    if (!is_one) made.name->sort = Name::Sort::options;
    if (!is_one) made.name->options = {"Aino", "other"};
    made.source.add("options", Value::object().with("rows", Value{list}).with("by", Value{column}));
    return made;
  }

  Names sendable_among(const Names& known) const {
    Names asked_with;
    for (const auto& name : known) {
      if (std::find(sendable_.begin(), sendable_.end(), name.id) != sendable_.end()) asked_with.push_back(name);
    }
    return asked_with;
  }

  std::string add_look_up(const Names& asked_with) {
    const auto id = new_id();
    look_ups_.add(id, Value::object().with("source", Value{"register"}).with("with", Value::object().with("of", Value{dice_.pick(asked_with).id})));
    return id;
  }

  MadeQuestion make_choice_of_offers(const std::string& id, const Names& asked_with) {
    const bool is_one = dice_.chance(60);
    MadeQuestion made{Value::object().with("kind", Value{is_one ? "one-of" : "several-of"}), Name{.id = id}};
    if (!is_one) made.name->sort = Name::Sort::options;
    if (!is_one) made.name->options = {"b", "other"};
    made.source.add("options", Value::object().with("look-up", Value{add_look_up(asked_with)}).with("take", Value{"people"}));
    return made;
  }

  void remember_names(const std::string& list, const Value& source) {
    for (const auto& [id, column] : source.find("questions")->members()) {
      const auto kind = column.find_string("kind");
      const bool is_words = kind == "text" || kind == "email" || kind == "phone" || kind == "identifier" || kind == "iban";
      if (is_words && !column.find("calculate")) named_rows_.emplace_back(list, id);
    }
  }

  // What stands in the field beforehand: the author's, or what a source knows.
  void add_filling(MadeQuestion& made, const Names& known) {
    const auto kind = value::kind_named(*made.source.find_string("kind"));
    if (!kind) return;
    if (dice_.chance(12)) {
      if (auto preset = preset_for(*kind, made, known)) made.source.add("default", std::move(*preset));
    }
    const bool can_look_up = *kind != Kind::yes_no && *kind != Kind::several_of && *kind != Kind::address && *kind != Kind::location && *kind != Kind::file &&
                             *kind != Kind::information && *kind != Kind::consent;
    const auto* options = made.source.find("options");
    const bool is_open = options && options->is(json::Type::object);
    const auto asked_with = sendable_among(known);
    if (!can_look_up || is_open || asked_with.empty() || !dice_.chance(12)) return;
    made.source.add("look-up", Value::object().with("in", Value{add_look_up(asked_with)}).with("take", Value{"name"}));
  }

  std::optional<Value> preset_for(Kind kind, const MadeQuestion& made, const Names& known) {
    auto maker = rules(known);
    switch (kind) {
      case Kind::number: return maker.number(2);
      case Kind::money: return maker.money(made.name->currency, 2);
      case Kind::date: return maker.date(2);
      case Kind::month: return Value{"2026-11"};
      case Kind::year: return Value{"2026"};
      case Kind::time: return Value{"14:30"};
      case Kind::yes_no: return maker.truth(2);
      case Kind::one_of:
      case Kind::several_of: {
        const auto* options = made.source.find("options");
        if (!options || !options->is(json::Type::array)) return std::nullopt;
        const auto* option = &dice_.pick(options->items());
        if (const auto* id = option->is(json::Type::object) ? option->find("id") : nullptr) option = id;
        return kind == Kind::one_of ? *option : Value{Value::Array{*option}};
      }
      case Kind::text:
      case Kind::long_text:
      case Kind::email:
      case Kind::phone:
      case Kind::identifier:
      case Kind::iban: return maker.text(2);
      default: return std::nullopt;
    }
  }

  void add_rules(MadeQuestion& made, const Names& known, const Value& neighbours) {
    if (!known.empty() && dice_.chance(35)) made.source.add("when", rules(known).question(2));
    if (!made.name) return;
    if (dice_.chance(22)) {
      const bool by_rule = !known.empty() && dice_.chance(45);
      made.source.add("required", by_rule ? rules(known).question(1) : Value{dice_.chance(10)});
    }
    if (!dice_.chance(18)) return;
    auto readable = known;
    readable.push_back(*made.name);
    auto valid = Value::array();
    for (std::size_t number = 0; number <= dice_.below(2); ++number) {
      auto check = Value::object().with("id", Value{"check-" + std::to_string(number + 1)});
      // Two chances to hold, or hardly anybody would get through.
      auto either = Value::Array{rules(readable).question(2), rules(readable).truth(2)};
      check.add("rule", Value::object().with("or", Value{std::move(either)}));
      if (dice_.chance(50)) check.add("severity", Value{dice_.chance(70) ? "warning" : "error"});
      if (!neighbours.items().empty() && dice_.chance(30)) check.add("at", dice_.pick(neighbours.items()));
      valid.push(std::move(check));
    }
    made.source.add("valid", std::move(valid));
  }

  void add_option_rules(MadeQuestion& made, const Names& known) {
    auto* options = made.source.find("options");
    if (known.empty() || !options || !options->is(json::Type::array) || !dice_.chance(15)) return;
    for (auto& option : options->items()) {
      if (!dice_.chance(50)) continue;
      if (!option.is(json::Type::object)) option = Value::object().with("id", option);
      option.add("when", rules(known).question(1));
    }
  }

  std::string compute(Value& dictionary, Names& known, Names* row) {
    auto id = new_id();
    auto maker = rules(known);
    auto made = make_computed(dice_, id, maker);
    dictionary.add(id, std::move(made.source));
    if (row) {
      row->push_back(*made.name);
    } else {
      computed_.push_back(id);
    }
    known.push_back(std::move(*made.name));
    return id;
  }

  void make_list_page() {
    auto made = make_list(known_, 0);
    auto& page = add_page(new_id(), "list");
    page.add("ask", Value{Value::Array{Value{made.name->id}}});
    if (!known_.empty() && dice_.chance(20)) page.add("when", rules(known_).question(1));
    remember_names(made.name->id, made.source);
    questions_.add(made.name->id, std::move(made.source));
    known_.push_back(std::move(*made.name));
  }

  // `depth`: in so many lists.
  MadeQuestion make_list(const Names& known, int depth) {
    auto made = make_question(dice_, new_id(), Kind::list);
    const auto least = dice_.between(0, 2);
    if (dice_.chance(45)) made.source.add("minItems", whole(least));
    if (dice_.chance(45)) made.source.add("maxItems", whole(dice_.between(std::max<std::int64_t>(1, least), 4)));
    if (!known.empty() && dice_.chance(20)) made.source.add("when", rules(known).question(1));
    make_columns(made, known, depth);
    if (!known.empty() && dice_.chance(20)) made.source.add("required", dice_.chance(50) ? Value{false} : rules(known).question(1));
    if (dice_.chance(20)) {
      auto readable = known;
      readable.push_back(*made.name);
      auto check = Value::object().with("id", Value{"rows"}).with("rule", rules(readable).question(2)).with("severity", Value{"warning"});
      made.source.add("valid", Value{Value::Array{std::move(check)}});
    }
    return made;
  }

  void make_columns(MadeQuestion& list, Names known, int depth) {
    auto columns = Value::object(), pages = Value::array(), ask = Value::array();
    const bool own_pages = dice_.chance(50);
    const auto count = 1 + dice_.below(4);
    auto known_before = known;
    const auto turn = [&](bool last) {
      if (ask.items().empty() || (!last && !dice_.chance(35))) return;
      auto page = Value::object().with("id", Value{new_id()});
      if (pages.items().size() > 0 && !known_before.empty() && dice_.chance(30)) page.add("when", rules(known_before).question(1));
      page.add("ask", grouped(std::move(ask)));
      pages.push(std::move(page));
      ask = Value::array();
      known_before = known;
    };
    ask_plain_column(columns, known, ask, list.name->columns);
    for (std::size_t index = 1; index < count; ++index) {
      turn(false);
      ask_one(columns, known, ask, &list.name->columns);
    }
    turn(true);
    // Lists in it come last and each on a page of its own, as they do by default.
    while (depth < 2 && dice_.chance(30)) {
      auto inner = make_list(known, depth + 1);
      ask.push(Value{inner.name->id});
      columns.add(inner.name->id, std::move(inner.source));
      list.name->columns.push_back(*inner.name);
      known.push_back(std::move(*inner.name));
      turn(true);
      if (dice_.chance(40)) compute(columns, known, &list.name->columns);
    }
    list.source.add("questions", std::move(columns));
    if (own_pages) list.source.add("pages", std::move(pages));
  }

  // Every row asks at least one thing.
  void ask_plain_column(Value& columns, Names& known, Value& ask, Names& row) {
    const auto id = new_id();
    auto made = make_question(dice_, id, dice_.chance(50) ? Kind::text : Kind::number);
    columns.add(id, std::move(made.source));
    ask.push(Value{id});
    row.push_back(*made.name);
    known.push_back(std::move(*made.name));
  }

  Value whole_service() {
    auto service = Value::object().with("$schema", Value{"../../schema/service-1.json"}).with("id", Value{"generated"}).with("version", Value{"1.0.0"});
    service.add("languages", make_languages(dice_));
    if (dice_.chance(70)) service.add("standard", make_standard(dice_));
    service.add("questions", questions_);
    auto recipients = make_recipients(dice_, questions_, rules(known_));
    if (auto amounts = used_amounts(amounts_.source, questions_, pages_, recipients); !amounts.members().empty()) service.add("amounts", std::move(amounts));
    service.add("pages", pages_);
    if (!look_ups_.members().empty()) service.add("look-ups", look_ups_);
    add_payment(service);
    service.add("recipients", std::move(recipients));
    if (dice_.chance(10)) service.add("x-origin", Value{"generated"});
    return service;
  }

  void add_payment(Value& service) {
    for (const auto& [id, question] : questions_.members()) {
      if (question.find_string("kind") != "money" || !dice_.chance(40)) continue;
      service.add("payment", Value::object().with("amount", Value{id}));
      return;
    }
  }

  Dice& dice_;
  calendar::Date today_;
  std::uint32_t last_ = 0;
  Names known_;
  Amounts amounts_;
  std::vector<std::string> computed_;
  NamedRows named_rows_;
  std::vector<std::string> sendable_;  // what a look-up may be asked with
  Value look_ups_ = Value::object();
  Value questions_ = Value::object(), pages_ = Value::array();
};

}  // namespace

Value make_definition(Dice& dice, const calendar::Date& today) { return DefinitionMaker{dice, today}.make(); }

}  // namespace polku::rehearsal::generate
