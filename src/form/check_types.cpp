// SPDX-License-Identifier: EUPL-1.2
// What a rule of this definition can name, and of which type it is. The checker itself is in room rules.
#include "form/rule_site.h"
#include "rules/types.h"

namespace polku::form {

using rules::Type;
using value::Kind;

namespace {

class DefinitionScope final : public rules::TypeScope {
 public:
  DefinitionScope(const CompiledForm& form, QuestionIndex list) : form_(form), list_(list) {}

  std::optional<rules::Variable> variable(std::string_view name) const override {
    const QuestionIndex index = form_.index_of(name);
    if (index == none || !is_visible(form_.questions[index])) return std::nullopt;
    return rules::Variable{.type = type_of(form_.questions[index])};  // when it is known is checked by the order of pages
  }

  std::vector<std::string> variable_names() const override {
    std::vector<std::string> names;
    for (const Question& question : form_.questions) {
      if (is_visible(question)) names.push_back(question.id);
    }
    return names;
  }

  std::optional<Type> amount(std::string_view name) const override {
    const Amount* found = form_.find_amount(name);
    if (!found) return std::nullopt;
    const auto currency = found->dated.empty() ? std::nullopt : found->dated.front().value.find_string("currency");
    return currency ? Type::money(std::string(*currency)) : Type::number();
  }

  std::vector<std::string> amount_names() const override {
    std::vector<std::string> names;
    for (const Amount& amount : form_.amounts) names.push_back(amount.name);
    return names;
  }

  Type type_of(const Question& question) const {
    switch (question.shape.kind) {
      case Kind::text:
      case Kind::long_text:
      case Kind::email:
      case Kind::phone:
      case Kind::identifier:
      case Kind::iban: return Type::text();
      case Kind::number: return Type::number();
      case Kind::money: return Type::money(question.shape.currency);
      case Kind::date: return Type::date();
      case Kind::month: return Type(rules::Sort::month);
      case Kind::year: return Type(rules::Sort::year);
      case Kind::time: return Type(rules::Sort::time);
      case Kind::yes_no:
      case Kind::consent: return Type::boolean();
      case Kind::one_of: return question.shape.open_options ? Type::text() : Type::option(question.id, question.shape.options);
      case Kind::several_of: return question.shape.open_options ? Type::list(Type::text()) : Type::options(question.id, question.shape.options);
      case Kind::address: {
        Type::Fields fields;
        for (const char* member : {"street", "addition", "postalCode", "town", "country"}) fields.emplace_back(member, Type::text());
        if (!question.shape.has_addition) fields.erase(fields.begin() + 1);
        return Type::row(std::move(fields));
      }
      // Whether there is one is all that a rule can ask, or whether it is promised.
      case Kind::file:
        if (question.shape.may_come_later) return Type::row({{"later", Type::boolean()}});
        [[fallthrough]];
      case Kind::location: return Type(rules::Sort::object);
      case Kind::list: {
        Type::Fields fields;
        for (QuestionIndex column : question.columns) fields.emplace_back(form_.questions[column].id, type_of(form_.questions[column]));
        return Type::list(Type::row(std::move(fields)));
      }
      case Kind::information: break;
    }
    return Type::null();
  }

 private:
  // In a row: the row, then outward. Other lists' columns are seen only row by row.
  bool is_visible(const Question& question) const {
    if (question.shape.kind == Kind::information) return false;
    return question.list == none || form_.is_inside(list_, question.list);
  }

  const CompiledForm& form_;
  QuestionIndex list_;
};

}  // namespace

void check_types(Building& building, const RuleSite& site) {
  const DefinitionScope scope(building.form, site.scope);
  const bool is_value = site.purpose == RuleSite::Purpose::value || site.purpose == RuleSite::Purpose::preset;
  const auto expected = is_value ? rules::Expected::value(scope.type_of(building.form.questions[site.owner])) : rules::Expected::truth();
  for (auto& problem : rules::check_types(*site.rule, scope, expected, site.place.pointer(), building.document)) {
    building.problems.push_back(std::move(problem));
  }
}

}  // namespace polku::form
