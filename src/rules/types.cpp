// SPDX-License-Identifier: EUPL-1.2
#include "rules/types.h"

#include "json/cursor.h"
#include "locale/locale.h"
#include "rules/evaluator.h"
#include "rules/type.h"

namespace polku::rules {

using problem::Code;
using text::Decimal;

namespace {

// Apart from the other facts, so that the citizen's engine, which checks no definition, goes without them.
constexpr std::string_view kinds_of_arguments[] = {
#define POLKU_OPERATOR(identifier, name, minimum, maximum, home, arguments) arguments,
#include "rules/operators.inc"
#undef POLKU_OPERATOR
};
constexpr std::size_t first = static_cast<std::size_t>(Operator::list) + 1;

// The way from the rule's root to a node, turned into a pointer only when there is something to point at.
struct Place {
  const Place* parent = nullptr;
  std::string_view operation = {};
  std::size_t index = 0;
  enum class Step : std::uint8_t { root, item, bare_argument, argument } step = Step::root;
};

struct Rows {
  const Type* item;
  enum class Look : std::uint8_t { inside_only, outward } look;
  const Rows* outer;
};

class Checker {
 public:
  Checker(const TypeScope& scope, std::string_view pointer, std::string_view document) : scope_(scope), pointer_(pointer), document_(document) {}

  problem::Problems problems;

  void check_result(const Node& root, const Type& found, const Expected& expected) {
    const Place place;
    // The question gives a plain number its currency: legal amounts are often plain.
    const bool is_plain_money = expected.type.is(Sort::money) && found.is(Sort::number);
    const Fit result = is_plain_money ? Fit{Fit::Verdict::fits} : fit(found, expected.type);
    const bool is_right = result.verdict == Fit::Verdict::fits && !found.is(Sort::null);
    switch (expected.purpose) {
      case Expected::Purpose::anything: return;
      case Expected::Purpose::truth:
        if (!is_right) report(Code::rule_not_true_or_false, {{"found", found.name()}}, root, place);
        return;
      case Expected::Purpose::value:
        if (result.verdict == Fit::Verdict::unknown_option) {
          report_option(result, root, place);
        } else if (!is_right) {
          report(Code::rule_result_not_kind, {{"kind", expected.type.name()}, {"found", found.name()}}, root, place);
        }
    }
  }

  Type check(const Node& node, const Place& place, const Rows* rows) {
    switch (node.operation) {
      case Operator::literal: return type_of(node.literal);
      case Operator::list: return check_list(node, place, rows);
      case Operator::var: return check_variable(node, place, rows);
      case Operator::missing:
      case Operator::missing_some: return check_missing(node, place, rows);
      case Operator::if_:
      case Operator::ternary: return check_choice(node, place, rows);
      case Operator::and_:
      case Operator::or_:
        for (std::size_t index = 0; index < node.arguments.size(); ++index) check_argument(node, index, place, rows, Type::boolean());
        return Type::boolean();
      case Operator::equal:
      case Operator::not_equal:
      case Operator::strict_equal:
      case Operator::strict_not_equal: return check_equal(node, place, rows);
      case Operator::less:
      case Operator::less_or_equal:
      case Operator::greater:
      case Operator::greater_or_equal: return check_order(node, place, rows);
      case Operator::in: return check_in(node, place, rows);
      case Operator::plus:
      case Operator::minus:
      case Operator::max:
      case Operator::min: return check_sum(node, place, rows);
      case Operator::times: return check_product(node, place, rows);
      case Operator::divided: return check_quotient(node, place, rows);
      case Operator::round: return check_round(node, place, rows);
      case Operator::money: return check_money(node, place, rows);
      case Operator::amount: return check_amount(node, place, rows);
      case Operator::cat: return check_cat(node, place, rows);
      case Operator::length: return check_length(node, place, rows);
      case Operator::merge: return check_merge(node, place, rows);
      case Operator::map:
      case Operator::filter:
      case Operator::all:
      case Operator::some:
      case Operator::none:
      case Operator::count:
      case Operator::sum:
      case Operator::any:
      case Operator::every: return check_rows(node, place, rows);
      case Operator::reduce:
      case Operator::log: return Type();  // parse has said that definitions have neither
      default: return check_by_facts(node, place, rows);
    }
  }

 private:
  std::string pointer_to(const Place& place) const {
    if (place.step == Place::Step::root) return pointer_;
    std::string pointer = pointer_to(*place.parent);
    if (place.step != Place::Step::item) pointer = problem::join_pointer(pointer, place.operation);
    return place.step == Place::Step::bare_argument ? pointer : problem::join_pointer(pointer, place.index);
  }

  static Place below(const Node& node, std::size_t index, const Place& place) {
    if (node.operation == Operator::list) return {&place, {}, index, Place::Step::item};
    const std::string_view name = facts_of(node.operation).name;
    if (node.spelling == Spelling::bare) return {&place, name, 0, Place::Step::bare_argument};
    // A variable's name is no argument any more: what is left is its default.
    return {&place, name, node.operation == Operator::var && node.has_path ? index + 1 : index, Place::Step::argument};
  }

  void report(Code code, problem::ArgumentViews arguments, const Node& node, const Place& place) {
    problems.push_back(
        {.code = code, .arguments = copied(arguments), .pointer = pointer_to(place), .document = document_, .line = node.line, .column = node.column});
  }

  void report_option(const Fit& result, const Node& node, const Place& place) {
    report(Code::rule_compares_unknown_option,
           {{"question", result.options->question},
            {"option", result.option},
            {"suggestion", json::nearest(result.option, std::span<const std::string>(result.options->ids))}},
           node, place);
  }

  Type report_type(const Node& node, std::size_t index, const Place& place, std::string expected, const Type& found) {
    const std::size_t position = index + (node.operation == Operator::var ? 2 : 1);
    report(Code::wrong_argument_type,
           {{"operator", facts_of(node.operation).name},
            {"position", Decimal{static_cast<std::int64_t>(position)}},
            {"expected", std::move(expected)},
            {"found", found.name()}},
           node.arguments[index], below(node, index, place));
    return Type();
  }

  Type argument(const Node& node, std::size_t index, const Place& place, const Rows* rows) {
    return check(node.arguments[index], below(node, index, place), rows);
  }

  // The argument's type, or `anything` after a report when it does not fit.
  Type check_argument(const Node& node, std::size_t index, const Place& place, const Rows* rows, const Type& wanted) {
    Type found = argument(node, index, place, rows);
    return require(node, index, place, std::move(found), wanted);
  }

  Type require(const Node& node, std::size_t index, const Place& place, Type found, const Type& wanted) {
    const Fit result = fit(found, wanted);
    if (result.verdict == Fit::Verdict::fits) return found;
    if (result.verdict == Fit::Verdict::unknown_option) {
      report_option(result, node.arguments[index], below(node, index, place));
      return Type();
    }
    return report_type(node, index, place, wanted.name(), found);
  }

  static bool may_be_anything(const Type& type) { return type.is(Sort::anything) || type.is(Sort::null); }

  Type number_or_money(const Node& node, std::size_t index, const Place& place, const Rows* rows) {
    Type found = argument(node, index, place, rows);
    if (found.is(Sort::number) || found.is(Sort::money) || may_be_anything(found)) return found;
    return report_type(node, index, place, "number or money", found);
  }

  static Type type_of(const json::Value& value) {
    switch (value.type()) {
      case json::Type::null: return Type::null();
      case json::Type::boolean: return Type::boolean();
      case json::Type::number: return Type::number();
      case json::Type::string: return Type::words({value.string()});
      case json::Type::array: {
        Type item = Type::null();
        for (const json::Value& element : value.items()) {
          const auto together = common(item, type_of(element));
          if (!together) return Type::list(Type(Sort::object));
          item = *together;
        }
        return Type::list(std::move(item));
      }
      case json::Type::object: {
        const auto quantity = quantity_of(value);
        return quantity && locale::currency_places(quantity->currency) ? Type::money(quantity->currency) : Type(Sort::object);
      }
    }
    return Type();
  }

  Type check_list(const Node& node, const Place& place, const Rows* rows) {
    Type item = Type::null();
    for (std::size_t index = 0; index < node.arguments.size(); ++index) {
      const auto together = common(item, argument(node, index, place, rows));
      item = together ? *together : Type(Sort::object);
    }
    return Type::list(std::move(item));
  }

  // ---- names ----

  std::optional<Variable> find(const std::string& name, const Rows* rows) const {
    for (; rows; rows = rows->outer) {
      if (rows->item->is(Sort::anything)) return Variable{};
      if (const Type* field = rows->item->field(name)) return Variable{*field};
      if (rows->look == Rows::Look::inside_only) return std::nullopt;
    }
    return scope_.variable(name);
  }

  std::string suggest(const std::string& name, const Rows* rows) const {
    std::vector<std::string> names;
    const auto add = [&](const std::vector<std::string>& more) { names.insert(names.end(), more.begin(), more.end()); };
    for (; rows; rows = rows->outer) {
      add(rows->item->field_names());
      if (rows->look == Rows::Look::inside_only) return json::nearest(name, std::span<const std::string>(names));
    }
    add(scope_.variable_names());
    return json::nearest(name, std::span<const std::string>(names));
  }

  Type read(const std::vector<std::string>& path, const Node& node, const Place& place, const Rows* rows) {
    if (path.empty()) {
      if (rows) return *rows->item;
      report(Code::rule_reads_unknown, {{"name", ""}, {"suggestion", ""}}, node, place);
      return Type();
    }
    const auto variable = find(path.front(), rows);
    if (!variable) {
      report(Code::rule_reads_unknown, {{"name", path.front()}, {"suggestion", suggest(path.front(), rows)}}, node, place);
      return Type();
    }
    if (variable->standing == Standing::later) report(Code::rule_reads_later, {{"name", path.front()}}, node, place);
    if (variable->standing == Standing::itself) report(Code::rule_reads_itself, {{"name", path.front()}}, node, place);
    Type type = variable->type;
    for (std::size_t index = 1; index < path.size(); ++index) {
      const auto inner = step_into(type, path[index]);
      if (!inner) {
        report(Code::rule_reads_unknown, {{"name", path.front() + "." + path[index]}, {"suggestion", ""}}, node, place);
        return Type();
      }
      type = *inner;
    }
    return type;
  }

  static std::optional<Type> step_into(const Type& type, const std::string& segment) {
    if (type.is(Sort::anything)) return type;
    if (type.is(Sort::money)) {
      if (segment == "amount") return Type::number();
      if (segment == "currency") return Type::text();
    }
    if (const Type* field = type.field(segment)) return *field;
    const bool is_index = !segment.empty() && segment.find_first_not_of("0123456789") == std::string::npos;
    if (is_index && (type.is(Sort::list) || type.is(Sort::options))) return type.item();
    return std::nullopt;
  }

  Type check_variable(const Node& node, const Place& place, const Rows* rows) {
    if (!node.has_path) {
      argument(node, 0, place, rows);
      report(Code::wrong_argument_type, {{"operator", "var"}, {"position", Decimal{1}}, {"expected", "literal text"}, {"found", "rule"}}, node, place);
      return Type();
    }
    const Type type = read(node.path, node, place, rows);
    if (!node.arguments.empty()) check_argument(node, 0, place, rows, type);
    return type;
  }

  Type check_missing(const Node& node, const Place& place, const Rows* rows) {
    for (std::size_t index = 0; index < node.arguments.size(); ++index) {
      const Node& names = node.arguments[index];
      if (names.operation != Operator::literal) {
        report_type(node, index, place, "literal text", argument(node, index, place, rows));
      } else if (names.literal.is(json::Type::string)) {
        read(split_path(names.literal.string()), names, below(node, index, place), rows);
      } else if (names.literal.is(json::Type::array)) {
        for (const json::Value& name : names.literal.items()) {
          if (name.is(json::Type::string)) read(split_path(name.string()), names, below(node, index, place), rows);
        }
      }
    }
    return Type::list(Type::text());
  }

  // ---- choice and comparison ----

  Type check_choice(const Node& node, const Place& place, const Rows* rows) {
    Type result = Type::null();
    const auto add = [&](std::size_t index) {
      const Type branch = argument(node, index, place, rows);
      if (const auto together = common(result, branch)) {
        result = *together;
      } else {
        result = require(node, index, place, branch, result);
      }
    };
    std::size_t index = 0;
    for (; index + 1 < node.arguments.size(); index += 2) {
      check_argument(node, index, place, rows, Type::boolean());
      add(index + 1);
    }
    if (index < node.arguments.size()) add(index);
    return result;
  }

  // Reports at the second of the two.
  bool check_pair(const Node& node, std::size_t index, const Place& place, const Type& left, const Type& right) {
    const Fit one = fit(left, right);
    const Fit other = fit(right, left);
    if (one.verdict == Fit::Verdict::fits || other.verdict == Fit::Verdict::fits) return true;
    if (one.verdict == Fit::Verdict::unknown_option) {
      report_option(one, node.arguments[index - 1], below(node, index - 1, place));
    } else if (other.verdict == Fit::Verdict::unknown_option) {
      report_option(other, node.arguments[index], below(node, index, place));
    } else {
      report_type(node, index, place, left.name(), right);
    }
    return false;
  }

  Type check_equal(const Node& node, const Place& place, const Rows* rows) {
    const Type left = argument(node, 0, place, rows);
    const Type right = argument(node, 1, place, rows);
    check_pair(node, 1, place, left, right);
    return Type::boolean();
  }

  Type check_order(const Node& node, const Place& place, const Rows* rows) {
    Type before;
    for (std::size_t index = 0; index < node.arguments.size(); ++index) {
      Type type = argument(node, index, place, rows);
      bool has_order = type.is(Sort::number) || type.is(Sort::money);
      for (const Sort sort : {Sort::date, Sort::month, Sort::year, Sort::time}) has_order = has_order || fit(type, Type(sort)).verdict == Fit::Verdict::fits;
      if (!has_order) type = report_type(node, index, place, "number, money, date, month, year or time", type);
      if (index > 0) check_pair(node, index, place, before, type);
      before = type;
    }
    return Type::boolean();
  }

  Type check_in(const Node& node, const Place& place, const Rows* rows) {
    const Type needle = argument(node, 0, place, rows);
    const Type where = argument(node, 1, place, rows);
    if (where.is(Sort::list) || where.is(Sort::options)) {
      const Fit one = fit(needle, where.item());
      const Fit other = fit(where.item(), needle);
      if (one.verdict == Fit::Verdict::unknown_option) {
        report_option(one, node.arguments[0], below(node, 0, place));
      } else if (other.verdict == Fit::Verdict::unknown_option) {
        report_option(other, node.arguments[1], below(node, 1, place));
      } else if (one.verdict == Fit::Verdict::differs && other.verdict == Fit::Verdict::differs) {
        report_type(node, 0, place, where.item().name(), needle);
      }
    } else if (where.is(Sort::text)) {
      require(node, 0, place, needle, Type::text());
    } else if (!may_be_anything(where)) {
      report_type(node, 1, place, "list or text", where);
    }
    return Type::boolean();
  }

  // ---- arithmetic ----

  Type check_sum(const Node& node, const Place& place, const Rows* rows) {
    Type result = Type::null();
    for (std::size_t index = 0; index < node.arguments.size(); ++index) {
      const Type type = number_or_money(node, index, place, rows);
      const auto together = common(result, type);
      result = together ? *together : report_type(node, index, place, result.name(), type);
    }
    return result.is(Sort::null) ? Type::number() : result;
  }

  Type check_product(const Node& node, const Place& place, const Rows* rows) {
    Type result = Type::number();
    for (std::size_t index = 0; index < node.arguments.size(); ++index) {
      const Type type = number_or_money(node, index, place, rows);
      if (!type.is(Sort::money)) continue;
      result = result.is(Sort::money) ? report_type(node, index, place, "number", type) : type;
    }
    return result;
  }

  Type check_quotient(const Node& node, const Place& place, const Rows* rows) {
    const Type left = number_or_money(node, 0, place, rows);
    const Type right = number_or_money(node, 1, place, rows);
    if (!right.is(Sort::money)) return left.is(Sort::null) ? Type::number() : left;
    check_pair(node, 1, place, left, right);
    return Type::number();
  }

  // A word that must stand there literally, among those known.
  void check_word(const Node& node, std::size_t index, const Place& place, const Rows* rows, std::string_view allowed) {
    const Type found = argument(node, index, place, rows);
    if (found.words().empty()) {
      report_type(node, index, place, std::string(allowed), found);
      return;
    }
    for (const std::string& word : found.words()) {
      bool is_known = false;
      for (std::string_view rest = allowed; !rest.empty() && !is_known;) {
        const std::size_t end = rest.find(' ');
        is_known = rest.substr(0, end) == word;
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
      }
      if (!is_known) report_type(node, index, place, std::string(allowed), found);
    }
  }

  Type check_round(const Node& node, const Place& place, const Rows* rows) {
    const Type type = number_or_money(node, 0, place, rows);
    check_argument(node, 1, place, rows, Type::number());
    check_word(node, 2, place, rows, "half-up half-even up down floor ceiling");
    return type;
  }

  Type check_money(const Node& node, const Place& place, const Rows* rows) {
    check_argument(node, 0, place, rows, Type::number());
    const Type currency = argument(node, 1, place, rows);
    if (currency.words().size() == 1 && locale::currency_places(currency.words().front())) return Type::money(currency.words().front());
    return report_type(node, 1, place, "currency", currency);
  }

  Type check_amount(const Node& node, const Place& place, const Rows* rows) {
    if (node.arguments.size() > 1) check_argument(node, 1, place, rows, Type::date());
    const Type name = argument(node, 0, place, rows);
    if (name.words().empty()) return report_type(node, 0, place, "literal text", name);
    Type result = Type::null();
    for (const std::string& word : name.words()) {
      const auto type = scope_.amount(word);
      if (!type) {
        report(Code::unknown_amount, {{"name", word}, {"suggestion", json::nearest(word, std::span<const std::string>(scope_.amount_names()))}},
               node.arguments[0], below(node, 0, place));
        return Type();
      }
      const auto together = common(result, *type);
      if (!together) return report_type(node, 0, place, result.name(), *type);
      result = *together;
    }
    return result;
  }

  // ---- text and lists ----

  Type check_cat(const Node& node, const Place& place, const Rows* rows) {
    for (std::size_t index = 0; index < node.arguments.size(); ++index) {
      const Type type = argument(node, index, place, rows);
      bool has_text = type.is(Sort::option) || may_be_anything(type);
      for (const Sort sort : {Sort::text, Sort::number, Sort::date, Sort::month, Sort::year, Sort::time}) has_text = has_text || type.is(sort);
      if (!has_text) report_type(node, index, place, "text, number, date, month, year, time or option", type);
    }
    return Type::text();
  }

  Type check_length(const Node& node, const Place& place, const Rows* rows) {
    const Type type = argument(node, 0, place, rows);
    const bool has_length = type.is(Sort::text) || type.is(Sort::list) || type.is(Sort::options) || may_be_anything(type);
    if (!has_length) report_type(node, 0, place, "text or list", type);
    return Type::number();
  }

  Type check_merge(const Node& node, const Place& place, const Rows* rows) {
    Type item = Type::null();
    for (std::size_t index = 0; index < node.arguments.size(); ++index) {
      const Type type = argument(node, index, place, rows);
      const Type inner = type.is(Sort::list) || type.is(Sort::options) ? type.item() : type;
      const auto together = common(item, inner);
      item = together ? *together : require(node, index, place, inner, item);
    }
    return Type::list(item);
  }

  Type check_rows(const Node& node, const Place& place, const Rows* rows) {
    Type list = argument(node, 0, place, rows);
    if (!list.is(Sort::list) && !list.is(Sort::options) && !may_be_anything(list)) list = report_type(node, 0, place, "list", list);
    const Type item = list.item();
    const Rows inner{&item, is_row_scoped(node.operation) ? Rows::Look::outward : Rows::Look::inside_only, rows};
    switch (node.operation) {
      case Operator::map: return Type::list(argument(node, 1, place, &inner));
      case Operator::filter: check_argument(node, 1, place, &inner, Type::boolean()); return list;
      case Operator::sum: {
        const Type type = number_or_money(node, 1, place, &inner);
        return type.is(Sort::null) ? Type::number() : type;
      }
      case Operator::count:
        if (node.arguments.size() > 1) check_argument(node, 1, place, &inner, Type::boolean());
        return Type::number();
      default: check_argument(node, 1, place, &inner, Type::boolean()); return Type::boolean();
    }
  }

  // ---- operators whose kinds stand in operators.inc ----

  static Type named(std::string_view kind) {
    if (kind == "boolean") return Type::boolean();
    if (kind == "number") return Type::number();
    if (kind == "text") return Type::text();
    if (kind == "date") return Type::date();
    return Type();
  }

  Type check_by_facts(const Node& node, const Place& place, const Rows* rows) {
    std::string_view rest = kinds_of_arguments[static_cast<std::size_t>(node.operation) - first];
    const auto take = [&rest] {
      const std::size_t end = rest.find(' ');
      const std::string_view word = rest.substr(0, end);
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
      return word;
    };
    for (std::size_t index = 0;; ++index) {
      const std::string_view kind = take();
      if (kind == "->" || kind.empty()) return named(take());
      if (index >= node.arguments.size()) continue;
      if (kind == "unit") {
        check_word(node, index, place, rows, "days weeks months years");
      } else {
        check_argument(node, index, place, rows, named(kind));
      }
    }
  }

  const TypeScope& scope_;
  std::string pointer_;
  std::string document_;
};

}  // namespace

problem::Problems check_types(const Rule& rule, const TypeScope& scope, const Expected& expected, std::string_view pointer, std::string_view document,
                              Type* found) {
  if (rule.empty()) return {};
  Checker checker(scope, pointer, document);
  const Type type = checker.check(rule.root(), Place(), nullptr);
  checker.check_result(rule.root(), type, expected);
  if (found) *found = type;
  return std::move(checker.problems);
}

}  // namespace polku::rules
