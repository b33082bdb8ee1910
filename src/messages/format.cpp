// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "messages/isolate.h"
#include "messages/node.h"

namespace polku::messages {
namespace {

using text::Decimal;
using Kind = Message::Node::Kind;

std::optional<Decimal> number_of(const ArgumentValue& value) {
  if (const auto* number = std::get_if<Decimal>(&value)) return *number;
  if (const auto* money = std::get_if<Money>(&value)) return money->amount;
  if (const auto* words = std::get_if<std::string>(&value)) return Decimal::parse(*words);
  return std::nullopt;
}

std::optional<calendar::Date> date_of(const ArgumentValue& value) {
  if (const auto* date = std::get_if<calendar::Date>(&value)) return *date;
  if (const auto* words = std::get_if<std::string>(&value)) return calendar::parse_date(*words);
  return std::nullopt;
}

// What is someone's words, or nullptr.
const std::string* words_of(const ArgumentValue& value) {
  if (const auto* chosen = std::get_if<Chosen>(&value)) return &chosen->words;
  return std::get_if<std::string>(&value);
}

std::string selector_of(const ArgumentValue& value) {
  if (const auto* chosen = std::get_if<Chosen>(&value)) return chosen->id;
  if (const auto* words = std::get_if<std::string>(&value)) return words->empty() ? "none" : *words;
  if (const auto* date = std::get_if<calendar::Date>(&value)) return calendar::to_string(*date);
  return number_of(value).value_or(Decimal{}).to_string();
}

void collect_names(const std::vector<Message::Node>& nodes, std::vector<std::string>& names) {
  for (const auto& node : nodes) {
    if (node.kind == Kind::literal || node.kind == Kind::hash) continue;
    if (std::find(names.begin(), names.end(), node.text) == names.end()) names.push_back(node.text);
    for (const auto& arm : node.arms) collect_names(arm.nodes, names);
  }
}

}  // namespace

std::vector<std::string> Message::argument_names() const {
  std::vector<std::string> names;
  if (nodes_) collect_names(*nodes_, names);
  return names;
}

class MessageFormatter {
 public:
  MessageFormatter(const Arguments& arguments, const locale::Locale& locale, Isolation isolation)
      : arguments_(arguments), locale_(locale), isolation_(isolation) {}

  Formatted format(const Message& message) {
    if (message.nodes_) write_all(*message.nodes_, nullptr);
    return std::move(result_);
  }

 private:
  // What # stands for: the number of the plural around it, less the offset; nothing: its argument is missing or no number.
  struct Counted {
    const Message::Node& node;
    const ArgumentValue* value;
    std::optional<Decimal> number;
  };

  void write_all(const std::vector<Message::Node>& nodes, const Counted* counted) {
    for (const auto& node : nodes) write(node, counted);
  }

  void write(const Message::Node& node, const Counted* counted) {
    if (node.kind == Kind::literal) {
      result_.text += node.text;
      return;
    }
    if (node.kind == Kind::hash) {
      if (!counted) return;
      if (counted->number) {
        result_.text += locale_.number(*counted->number);
      } else {
        write_as_it_is(counted->node.text, counted->value);
      }
      return;
    }
    const ArgumentValue* value = find(node.text);
    if (!value) note_missing(node.text);
    if (node.kind == Kind::select) {
      write_all(select(node, value), nullptr);
    } else if (node.kind == Kind::plural || node.kind == Kind::ordinal) {
      write_plural(node, value);
    } else if (!write_formatted(node, value)) {
      write_as_it_is(node.text, value);
    }
  }

  bool write_formatted(const Message::Node& node, const ArgumentValue* value) {
    if (!value) return false;
    if (node.kind == Kind::date) {
      const auto date = date_of(*value);
      if (date) result_.text += locale_.date(*date, node.date_style);
      return date.has_value();
    }
    if (node.kind == Kind::number) {
      const auto number = number_of(*value);
      if (number) result_.text += write_number(node, *number);
      return number.has_value();
    }
    return false;
  }

  std::string write_number(const Message::Node& node, const Decimal& number) const {
    if (node.number_style == NumberStyle::percent) return locale_.percent(number, node.shape);
    if (node.number_style == NumberStyle::number) return locale_.number(number, node.shape);
    const auto hundredth = Decimal::parse("0.01");
    return locale_.percent(multiply(number, *hundredth).value_or(number), node.shape);
  }

  // In the form that its type has by itself.
  void write_as_it_is(const std::string& name, const ArgumentValue* value) {
    if (!value) {
      result_.text += "{" + name + "}";
    } else if (const auto* number = std::get_if<Decimal>(value)) {
      result_.text += locale_.number(*number);
    } else if (const auto* date = std::get_if<calendar::Date>(value)) {
      result_.text += locale_.date(*date, locale::DateStyle::medium_form);
    } else if (const auto* money = std::get_if<Money>(value)) {
      result_.text += locale_.money(money->amount, money->currency);
    } else if (const auto* words = words_of(*value)) {
      const std::size_t begin = result_.text.size();
      if (isolation_ == Isolation::isolate && needs_isolation(*words, locale_.direction())) {
        append_isolated(result_.text, *words);
      } else {
        result_.text += *words;
      }
      result_.verbatim.emplace_back(begin, result_.text.size());
    }
  }

  static const std::vector<Message::Node>& select(const Message::Node& node, const ArgumentValue* value) {
    const std::string wanted = value ? selector_of(*value) : "other";
    return arm_named(node, wanted).nodes;
  }

  static const Arm& arm_named(const Message::Node& node, std::string_view name) {
    const auto named = [&](std::string_view wanted) {
      return std::find_if(node.arms.begin(), node.arms.end(), [&](const Arm& arm) { return !arm.exact && arm.selector == wanted; });
    };
    const auto found = named(name);
    return found != node.arms.end() ? *found : *named("other");
  }

  void write_plural(const Message::Node& node, const ArgumentValue* value) {
    const auto number = value ? number_of(*value) : std::nullopt;
    if (!number) {
      const Counted counted{node, value, std::nullopt};
      write_all(arm_named(node, "other").nodes, &counted);
      return;
    }
    const Counted counted{node, value, subtract(*number, node.offset).value_or(*number)};
    for (const auto& arm : node.arms) {
      if (arm.exact && *arm.exact == *number) {
        write_all(arm.nodes, &counted);
        return;
      }
    }
    // The category is that of the number as # shows it.
    const std::string shown = counted.number->rounded(locale::NumberShape{}.maximum_places, text::Rounding::half_even).to_string();
    const auto operands = locale::PluralOperands::parse(shown).value_or(locale::PluralOperands{});
    const auto category = node.kind == Kind::plural ? locale_.cardinal(operands) : locale_.ordinal(operands);
    write_all(arm_named(node, locale::name_of(category)).nodes, &counted);
  }

  const ArgumentValue* find(std::string_view name) const {
    const auto found = std::find_if(arguments_.begin(), arguments_.end(), [&](const Argument& argument) { return argument.name == name; });
    return found == arguments_.end() ? nullptr : &found->value;
  }

  void note_missing(const std::string& name) {
    if (std::find(result_.missing.begin(), result_.missing.end(), name) == result_.missing.end()) result_.missing.push_back(name);
  }

  const Arguments& arguments_;
  const locale::Locale& locale_;
  const Isolation isolation_;
  Formatted result_;
};

Formatted format(const Message& message, const Arguments& arguments, const locale::Locale& locale, Isolation isolation) {
  return MessageFormatter(arguments, locale, isolation).format(message);
}

}  // namespace polku::messages
