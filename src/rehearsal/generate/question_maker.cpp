// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/question_maker.h"

#include <array>

#include "identifiers/built_in.h"

namespace polku::rehearsal::generate {

using json::Value;
using Sort = Name::Sort;
using value::Kind;

namespace {

struct Patterned {
  std::string_view pattern;
  std::array<std::string_view, 2> matches;
};
constexpr std::array<Patterned, 5> patterns{{{"[A-Z]{2}\\d{3,5}", {"AB123", "ZZ98765"}},
                                             {"\\p{L}+( \\p{L}+)*", {"Aino Þórsdóttir", "سارة"}},
                                             {"(north|south)-[0-9]{1,2}", {"north-7", "south-42"}},
                                             {"[^<>]{1,40}", {"a & b", "“quoted”"}},
                                             {"\\d{2}\\.\\d{2}", {"07.30", "23.59"}}}};

constexpr std::array<std::string_view, 9> option_names{"centre", "shore", "north", "by-letter", "2-wheels", "none-of-these", "other", "x1", "employer"};

Value whole(std::int64_t number) { return Value{number}; }

// As a number or as a string: both are decimals.
Value decimal(Dice& dice, std::string_view words) { return dice.chance(50) ? Value{words} : Value{*text::Decimal::parse(words)}; }

void add_texts(Dice& dice, Value& source, Kind kind) {
  if (dice.chance(kind == Kind::text ? 20 : 10)) {
    source.add("pattern", Value{dice.pick(patterns).pattern});
    return;
  }
  const auto least = dice.between(0, 8);
  if (dice.chance(25)) source.add("minLength", whole(least));
  if (dice.chance(35)) source.add("maxLength", whole(dice.between(least + 1, 60)));
  // Whatever a person writes rightly has four words at most.
  if (dice.chance(20)) source.add("maxWords", whole(dice.between(4, 300)));
}

void add_bounds(Dice& dice, Value& source) {
  constexpr std::array<std::string_view, 4> least{"0", "-5", "1", "10"}, most{"25", "600", "99", "30"}, steps{"1", "5", "2", "1"};
  const auto which = dice.below(least.size());
  if (dice.chance(45)) source.add("minimum", decimal(dice, least[which]));
  if (dice.chance(45)) source.add("maximum", decimal(dice, most[which]));
  if (dice.chance(25)) source.add("multipleOf", decimal(dice, dice.chance(70) ? steps[which] : "0.5"));
}

Value day_bound(Dice& dice, std::int64_t count, std::string_view fixed) {
  if (dice.chance(35)) return Value{fixed};
  if (dice.chance(30)) return Value{"today"};
  return Value::object().with("today", whole(count));
}

void add_days(Dice& dice, Value& source, Kind kind) {
  const std::size_t length = kind == Kind::date ? 10 : kind == Kind::month ? 7 : 4;
  const std::string_view first = "1998-03-01", last = "2034-12-31";
  if (dice.chance(40)) source.add("minimum", day_bound(dice, dice.between(-400, 0), first.substr(0, length)));
  if (dice.chance(40)) source.add("maximum", day_bound(dice, dice.between(0, 400), last.substr(0, length)));
}

void add_hours(Dice& dice, Value& source) {
  if (dice.chance(40)) source.add("minimum", Value{dice.chance(50) ? "08:00" : "00:30"});
  if (dice.chance(40)) source.add("maximum", Value{dice.chance(50) ? "16:15" : "23:59"});
}

// Around Koivuranta, or wherever it is not.
void add_place(Dice& dice, Value& source) {
  constexpr std::array<std::string_view, 4> bounds{"26.5", "60.5", "28.25", "61.75"};
  if (dice.chance(50)) {
    auto edges = Value::array();
    for (const auto edge : bounds) edges.push(decimal(dice, edge));
    source.add("bounds", std::move(edges));
  }
  if (dice.chance(50)) source.add("coordinates", Value{dice.chance(60) ? "required" : "optional"});
}

void add_options(Dice& dice, Value& source, Name& name) {
  auto options = Value::array();
  const auto first = dice.below(option_names.size());
  const auto count = 1 + dice.below(4);
  for (std::size_t index = 0; index <= count; ++index) {
    name.options.emplace_back(option_names[(first + index) % option_names.size()]);
    options.push(Value{name.options.back()});
  }
  auto& last = options.items().back();
  if (name.sort == Sort::options && dice.chance(25)) last = Value::object().with("id", last).with("exclusive", Value{dice.chance(90)});
  source.add("options", std::move(options));
  if (name.sort != Sort::options) return;
  const auto least = dice.between(0, static_cast<std::int64_t>(count));
  if (dice.chance(30)) source.add("minItems", whole(least));
  if (dice.chance(30)) source.add("maxItems", whole(std::max<std::int64_t>(1, dice.between(least, static_cast<std::int64_t>(count) + 1))));
}

void add_autocomplete(Dice& dice, Value& source, Kind kind) {
  constexpr std::array<std::string_view, 5> tokens{"off", "name", "street-address", "postal-code", "organization"};
  if (!dice.chance(25)) return;
  const auto token = kind == Kind::address ? "off" : dice.pick(tokens);
  source.add("autocomplete", Value{kind == Kind::email ? "email" : kind == Kind::phone ? "tel" : kind == Kind::date ? "bday" : token});
}

// How it is drawn.
void add_display(Dice& dice, Value& source, Kind kind) {
  constexpr std::array<std::string_view, 4> widths{"tiny", "small", "middle", "full"};
  constexpr std::array<std::string_view, 3> layouts{"column", "row", "list"};
  const bool is_choice = kind == Kind::yes_no || kind == Kind::one_of || kind == Kind::several_of;
  const bool is_line = kind == Kind::text || kind == Kind::number || kind == Kind::money || kind == Kind::email || kind == Kind::phone ||
                       kind == Kind::identifier || kind == Kind::iban;
  if (is_line && dice.chance(15)) source.add("width", Value{dice.pick(widths)});
  if (is_choice && dice.chance(25)) source.add("layout", Value{layouts[dice.below(kind == Kind::several_of ? 2 : 3)]});
  if ((is_choice || kind == Kind::file || kind == Kind::consent) && dice.chance(15)) source.add("boxed", Value{dice.chance(80)});
}

bool takes_autocomplete(Kind kind) {
  return kind != Kind::location && kind != Kind::file && kind != Kind::yes_no && kind != Kind::several_of && kind != Kind::list && kind != Kind::consent &&
         kind != Kind::information;
}

void add_constraints(Dice& dice, Value& source, Name& name, Kind kind) {
  switch (kind) {
    case Kind::text:
    case Kind::long_text: add_texts(dice, source, kind); break;
    case Kind::number:
      if (dice.chance(50)) source.add("integer", Value{dice.chance(80)});
      add_bounds(dice, source);
      break;
    case Kind::money:
      name.currency = any_currency(dice);
      source.add("currency", Value{name.currency});
      add_bounds(dice, source);
      break;
    case Kind::date:
    case Kind::month:
    case Kind::year: add_days(dice, source, kind); break;
    case Kind::time: add_hours(dice, source); break;
    case Kind::iban:
      if (dice.chance(50)) source.add("countries", Value{Value::Array{Value{"FI"}, Value{"SE"}}});
      break;
    case Kind::address:
      source.add("countries", dice.chance(50) ? Value{Value::Array{Value{"FI"}}} : Value{Value::Array{Value{"FI"}, Value{"SE"}, Value{"XK"}}});
      if (dice.chance(40)) source.add("addition", Value{dice.chance(80)});
      break;
    case Kind::location: add_place(dice, source); break;
    case Kind::file:
      if (dice.chance(50)) source.add("accept", Value{Value::Array{Value{"application/pdf"}, Value{"image/*"}}});
      if (dice.chance(50)) source.add("maxSize", whole(dice.between(2'000, 50'000'000)));
      if (dice.chance(30)) source.add("later", Value{dice.chance(80)});
      break;
    case Kind::one_of:
    case Kind::several_of: add_options(dice, source, name); break;
    case Kind::identifier: source.add("scheme", Value{dice.pick(identifiers::built_in_ids())}); break;
    default: break;
  }
}

}  // namespace

Name::Sort sort_of(Kind kind) {
  switch (kind) {
    case Kind::number: return Sort::number;
    case Kind::money: return Sort::money;
    case Kind::date: return Sort::date;
    case Kind::month: return Sort::month;
    case Kind::year: return Sort::year;
    case Kind::time: return Sort::time;
    case Kind::yes_no:
    case Kind::consent: return Sort::truth;
    case Kind::one_of: return Sort::option;
    case Kind::several_of: return Sort::options;
    case Kind::list: return Sort::list;
    case Kind::address: return Sort::address;
    case Kind::location:
    case Kind::file: return Sort::presence;
    default: return Sort::text;
  }
}

std::string any_currency(Dice& dice) {
  constexpr std::array<std::string_view, 6> currencies{"EUR", "EUR", "EUR", "SEK", "JPY", "KWD"};
  return std::string{dice.pick(currencies)};
}

std::vector<std::string> matches_of(std::string_view pattern) {
  for (const auto& known : patterns) {
    if (known.pattern == pattern) return {known.matches.begin(), known.matches.end()};
  }
  return {};
}

MadeQuestion make_question(Dice& dice, std::string id, Kind kind) {
  MadeQuestion made{Value::object().with("kind", Value{value::name_of(kind)}), Name{.id = std::move(id), .sort = sort_of(kind)}};
  add_constraints(dice, made.source, *made.name, kind);
  if (takes_autocomplete(kind)) add_autocomplete(dice, made.source, kind);
  add_display(dice, made.source, kind);
  if (kind != Kind::consent && kind != Kind::information && dice.chance(20)) made.source.add("personal", Value{dice.chance(80)});
  if (dice.chance(3)) made.source.add("x-note", Value{"left alone"});
  if (kind == Kind::information) made.name.reset();
  return made;
}

}  // namespace polku::rehearsal::generate
