// SPDX-License-Identifier: EUPL-1.2
#include "rules/type.h"

#include <algorithm>

#include "calendar/date.h"

namespace polku::rules {

Type Type::money(std::string currency) {
  Type type(Sort::money);
  type.currency_ = std::move(currency);
  return type;
}

Type Type::option(std::string question, std::vector<std::string> ids) {
  Type type(Sort::option);
  type.options_ = std::make_shared<const Options>(Options{std::move(question), std::move(ids)});
  return type;
}

Type Type::options(std::string question, std::vector<std::string> ids) {
  Type type = option(std::move(question), std::move(ids));
  type.sort_ = Sort::options;
  return type;
}

Type Type::list(Type item) {
  Type type(Sort::list);
  type.item_ = std::make_shared<const Type>(std::move(item));
  return type;
}

Type Type::row(Fields fields) {
  Type type(Sort::row);
  type.fields_ = std::make_shared<const Fields>(std::move(fields));
  return type;
}

Type Type::words(std::vector<std::string> words) {
  Type type(Sort::text);
  type.words_ = std::move(words);
  return type;
}

Type Type::item() const {
  if (sort_ == Sort::list && item_) return *item_;
  if (sort_ != Sort::options) return Type();
  Type type = *this;
  type.sort_ = Sort::option;
  return type;
}

const Type* Type::field(std::string_view name) const {
  if (!fields_) return nullptr;
  for (const auto& [known, type] : *fields_) {
    if (known == name) return &type;
  }
  return nullptr;
}

std::vector<std::string> Type::field_names() const {
  std::vector<std::string> names;
  if (fields_) {
    for (const auto& field : *fields_) names.push_back(field.first);
  }
  return names;
}

std::string Type::name() const {
  constexpr std::string_view names[] = {"null",  "boolean", "number",  "text", "date", "month",  "year",    "time",
                                        "money", "option",  "options", "list", "row",  "object", "anything"};
  std::string name(names[static_cast<std::size_t>(sort_)]);
  if (sort_ == Sort::money && !currency_.empty()) name += " " + currency_;
  if (sort_ == Sort::list && item_) name += " of " + item_->name();
  if (options_) name += " of " + options_->question;
  return name;
}

namespace {

// Whether a literal is a date, month, year or time in its normal form; of another sort it is none.
bool is_literal_of(Sort sort, const std::string& word) {
  switch (sort) {
    case Sort::date: return calendar::parse_date(word).has_value();
    case Sort::month: return calendar::parse_date(word + "-01").has_value();
    case Sort::year: return calendar::parse_date(word + "-01-01").has_value();
    case Sort::time: {
      const bool is_clock = word.size() == 5 && word[2] == ':' && word.find_first_not_of("0123456789:") == std::string::npos;
      return is_clock && word.substr(0, 2) < "24" && word.substr(3) < "60";
    }
    default: return false;
  }
}

Fit fit_words(const std::vector<std::string>& words, const Type& wanted) {
  if (words.empty()) return {};
  for (const std::string& word : words) {
    const auto& ids = wanted.choices()->ids;
    if (std::find(ids.begin(), ids.end(), word) == ids.end()) return {Fit::Verdict::unknown_option, word, wanted.choices()};
  }
  return {Fit::Verdict::fits};
}

}  // namespace

Fit fit(const Type& found, const Type& wanted) {
  const Fit fits{Fit::Verdict::fits};
  if (found.is(Sort::null) || found.is(Sort::anything) || wanted.is(Sort::null) || wanted.is(Sort::anything)) return fits;
  if (found.is(Sort::text)) {
    if (wanted.is(Sort::text)) return fits;
    const auto& words = found.words();
    const bool are_literals = std::all_of(words.begin(), words.end(), [&](const std::string& word) { return is_literal_of(wanted.sort(), word); });
    if (!words.empty() && are_literals) return fits;
    return wanted.is(Sort::option) && wanted.choices() ? fit_words(found.words(), wanted) : Fit{};
  }
  if (found.is(Sort::list) && (wanted.is(Sort::list) || wanted.is(Sort::options))) return fit(found.item(), wanted.item());
  if (found.is(Sort::options) && wanted.is(Sort::list)) return fit(found.item(), wanted.item());
  if (found.sort() != wanted.sort()) return {};
  if (found.is(Sort::object)) return {};
  if (found.is(Sort::money)) return found.currency().empty() || wanted.currency().empty() || found.currency() == wanted.currency() ? fits : Fit{};
  return fits;
}

std::optional<Type> common(const Type& left, const Type& right) {
  if (left.is(Sort::null)) return right;
  if (right.is(Sort::null)) return left;
  if (left.is(Sort::text) && right.is(Sort::text)) {
    if (left.words().empty() || right.words().empty()) return Type::text();
    std::vector<std::string> words = left.words();
    for (const std::string& word : right.words()) {
      if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
    return Type::words(std::move(words));
  }
  if (left.is(Sort::list) && right.is(Sort::list)) {
    auto item = common(left.item(), right.item());
    return item ? std::optional(Type::list(std::move(*item))) : std::nullopt;
  }
  if (fit(right, left).verdict == Fit::Verdict::fits) return left.is(Sort::anything) ? right : left;
  if (fit(left, right).verdict == Fit::Verdict::fits) return right;
  return std::nullopt;
}

}  // namespace polku::rules
