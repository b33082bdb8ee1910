// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/definition_maker.h"

#include <array>
#include <set>

#include "json/writer.h"
#include "rehearsal/generate/question_maker.h"

namespace polku::rehearsal::generate {

using json::Value;
using Sort = Name::Sort;
using value::Kind;

namespace {

constexpr std::array<std::string_view, 10> stems{"alder", "birch", "cedar", "elm", "fir", "hazel", "larch", "oak", "pine", "willow"};
constexpr std::array<Kind, 13> asked_kinds{Kind::text,   Kind::long_text,  Kind::number, Kind::money, Kind::date,       Kind::yes_no,     Kind::yes_no,
                                           Kind::one_of, Kind::several_of, Kind::email,  Kind::phone, Kind::identifier, Kind::information};
constexpr std::array<Kind, 5> computed_kinds{Kind::number, Kind::money, Kind::text, Kind::date, Kind::yes_no};

Value whole(std::int64_t number) { return Value{number}; }

class DefinitionMaker {
 public:
  DefinitionMaker(Dice& dice, const calendar::Date& today) : dice_(dice), today_(today) {}

  Value make() {
    make_amounts();
    if (dice_.chance(75)) add_page("start", "start");
    const auto count = 2 + dice_.below(5);
    for (std::size_t index = 0; index < count; ++index) {
      if (index > 0 && dice_.chance(15)) {
        make_exit();
      } else if (dice_.chance(25)) {
        make_list_page();
      } else {
        make_question_page();
      }
    }
    if (dice_.chance(50)) make_computed(questions_, known_, nullptr);
    add_page("check", "check-answers");
    add_page("done", "confirmation");
    return whole_service();
  }

 private:
  std::string new_id() { return std::string{dice_.pick(stems)} + "-" + std::to_string(++last_); }
  RuleMaker rules(const Names& known) { return {dice_, known, amounts_}; }

  void make_amounts() {
    const auto count = dice_.below(4);
    for (std::size_t index = 0; index < count; ++index) {
      AmountName amount{"fee-" + std::to_string(index + 1), dice_.chance(70) ? any_currency(dice_) : std::string{}};
      auto dated = Value::array();
      // Now and then the first date is yet to come: then it is not decided for the day.
      auto from = calendar::add(today_, dice_.chance(8) ? dice_.between(1, 30) : dice_.between(-900, -1), calendar::Unit::days).value_or(today_);
      for (std::size_t number = 0; number <= dice_.below(3); ++number) {
        const auto words = std::to_string(dice_.between(0, 300));
        auto value = amount.currency.empty() ? (dice_.chance(50) ? Value{words} : whole(dice_.between(0, 9)))
                                             : Value::object().with("amount", Value{words}).with("currency", Value{amount.currency});
        dated.push(Value::object().with("from", Value{calendar::to_string(from)}).with("value", std::move(value)).with("source", Value{"council § 88"}));
        from = calendar::add(from, dice_.between(1, 500), calendar::Unit::days).value_or(from);
      }
      amounts_source_.add(amount.name, std::move(dated));
      amounts_.push_back(std::move(amount));
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
    if (!computed_.empty()) shown.push(Value{dice_.pick(computed_)});
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
    page.add("ask", std::move(ask));
    if (!before.empty() && dice_.chance(25)) page.add("when", rules(before).question(2));
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
      const auto id = make_computed(dictionary, known, row);
      if (!row && dice_.chance(70)) ask.push(Value{id});
      return;
    }
    const auto id = new_id();
    auto made = make_question(dice_, id, dice_.pick(asked_kinds));
    add_rules(made, known, ask);
    dictionary.add(id, std::move(made.source));
    ask.push(Value{id});
    if (!made.name) return;
    if (row) row->push_back(*made.name);
    known.push_back(std::move(*made.name));
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

  std::string make_computed(Value& dictionary, Names& known, Names* row) {
    auto id = new_id();
    auto maker = rules(known);
    Name name{.id = id};
    const auto kind = dice_.pick(computed_kinds);
    auto source = Value::object().with("kind", Value{value::name_of(kind)});
    Value calculate;
    switch (kind) {
      case Kind::number:
        name.sort = Sort::number;
        if (dice_.chance(40)) source.add("integer", Value{dice_.chance(80)});
        calculate = maker.number(3);
        break;
      case Kind::money:
        name.sort = Sort::money;
        name.currency = any_currency(dice_);
        source.add("currency", Value{name.currency});
        calculate = dice_.chance(15) ? maker.number(2) : maker.money(name.currency, 3);
        break;
      case Kind::date:
        name.sort = Sort::date;
        calculate = maker.date(3);
        break;
      case Kind::yes_no:
        name.sort = Sort::truth;
        calculate = maker.truth(3);
        break;
      default: calculate = maker.text(3); break;
    }
    source.add("calculate", std::move(calculate));
    if (!known.empty() && dice_.chance(25)) source.add("when", maker.question(1));
    if (dice_.chance(10)) source.add("personal", Value{true});
    dictionary.add(id, std::move(source));
    if (row) {
      row->push_back(name);
    } else if (&dictionary == &questions_) {
      computed_.push_back(id);
    }
    known.push_back(std::move(name));
    return id;
  }

  void make_list_page() {
    const auto id = new_id();
    auto made = make_question(dice_, id, Kind::list);
    const auto least = dice_.between(0, 2);
    if (dice_.chance(45)) made.source.add("minItems", whole(least));
    if (dice_.chance(45)) made.source.add("maxItems", whole(dice_.between(std::max<std::int64_t>(1, least), 4)));
    if (!known_.empty() && dice_.chance(20)) made.source.add("when", rules(known_).question(1));
    make_columns(made);
    if (!known_.empty() && dice_.chance(20)) made.source.add("required", dice_.chance(50) ? Value{false} : rules(known_).question(1));
    auto& page = add_page(new_id(), "list");
    page.add("ask", Value{Value::Array{Value{id}}});
    if (!known_.empty() && dice_.chance(20)) page.add("when", rules(known_).question(1));
    if (dice_.chance(20)) {
      auto readable = known_;
      readable.push_back(*made.name);
      auto check = Value::object().with("id", Value{"rows"}).with("rule", rules(readable).question(2)).with("severity", Value{"warning"});
      made.source.add("valid", Value{Value::Array{std::move(check)}});
    }
    questions_.add(id, std::move(made.source));
    known_.push_back(std::move(*made.name));
  }

  void make_columns(MadeQuestion& list) {
    auto columns = Value::object(), pages = Value::array(), ask = Value::array();
    auto known = known_;
    const bool own_pages = dice_.chance(50);
    const auto count = 1 + dice_.below(4);
    const auto turn = [&](bool last) {
      if (ask.items().empty() || (!last && !dice_.chance(35))) return;
      auto page = Value::object().with("id", Value{new_id()});
      if (pages.items().size() > 0 && !known.empty() && dice_.chance(30)) page.add("when", rules(known_before_).question(1));
      page.add("ask", std::move(ask));
      pages.push(std::move(page));
      ask = Value::array();
      known_before_ = known;
    };
    known_before_ = known;
    ask_plain_column(columns, known, ask, list.name->columns);
    for (std::size_t index = 1; index < count; ++index) {
      turn(false);
      ask_one(columns, known, ask, &list.name->columns);
    }
    turn(true);
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

  Value recipients() {
    const auto count = 1 + dice_.below(3);
    std::vector<Value> entitled(count, Value::array());
    for (const auto& [id, question] : questions_.members()) {
      if (question.find_string("kind") == "information") continue;
      const auto first = dice_.below(count);
      for (std::size_t index = 0; index < count; ++index) {
        if (index == first || dice_.chance(30)) entitled[index].push(Value{id});
      }
    }
    auto all = Value::array();
    for (std::size_t index = 0; index < count; ++index) {
      all.push(Value::object().with("id", Value{"office-" + std::to_string(index + 1)}).with("entitled", std::move(entitled[index])));
    }
    return all;
  }

  // An amount that no rule asks for would be told to the author.
  Value used_amounts() const {
    const auto rules = json::write(questions_) + json::write(pages_);
    auto used = Value::object();
    for (const auto& [name, dated] : amounts_source_.members()) {
      if (rules.find("\"" + name + "\"") != std::string::npos) used.add(name, dated);
    }
    return used;
  }

  Value whole_service() {
    auto service = Value::object().with("$schema", Value{"../../schema/service-1.json"}).with("id", Value{"generated"}).with("version", Value{"1.0.0"});
    std::vector<std::string_view> languages{"fi", "sv", "en", "ar"};
    auto chosen = Value::array();
    const auto count = 2 + dice_.below(3);
    for (std::size_t index = 0; index < count; ++index) {
      const auto at = dice_.below(languages.size());
      chosen.push(Value{languages[at]});
      languages.erase(languages.begin() + static_cast<std::ptrdiff_t>(at));
    }
    service.add("languages", std::move(chosen));
    if (dice_.chance(70)) {
      auto standard = Value::object();
      if (dice_.chance(70)) standard.add("decision-within", Value::object().with("working-days", whole(dice_.between(0, 40))));
      if (dice_.chance(60)) standard.add("redress", Value{"board"});
      service.add("standard", std::move(standard));
    }
    service.add("questions", questions_);
    if (auto amounts = used_amounts(); !amounts.members().empty()) service.add("amounts", std::move(amounts));
    service.add("pages", pages_);
    service.add("recipients", recipients());
    if (dice_.chance(10)) service.add("x-origin", Value{"generated"});
    return service;
  }

  Dice& dice_;
  calendar::Date today_;
  std::uint32_t last_ = 0;
  Names known_, known_before_;
  std::vector<AmountName> amounts_;
  std::vector<std::string> computed_;
  Value questions_ = Value::object(), pages_ = Value::array(), amounts_source_ = Value::object();
};

}  // namespace

Value make_definition(Dice& dice, const calendar::Date& today) { return DefinitionMaker{dice, today}.make(); }

}  // namespace polku::rehearsal::generate
