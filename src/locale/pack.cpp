// SPDX-License-Identifier: EUPL-1.2
// Reads a pack as scripts/build-locales.mjs writes it.
#include "locale/locale.h"
#include "text/utf8.h"

namespace polku::locale {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string result;
  while (!text.empty()) result += text::take_code_point(text);
  return result;
}

}  // namespace

class PackReader {
 public:
  explicit PackReader(const json::Value& pack) : pack_(pack) {}

  std::optional<Locale> read(std::string_view numbering_system) {
    Locale locale;
    locale.tag_ = text(pack_, "language");
    locale.own_name_ = text(pack_, "name");
    if (text(pack_, "direction") == "rtl") locale.direction_ = text::Direction::right_to_left;
    locale.cardinal_ = rules("plural");
    locale.ordinal_ = rules("ordinal");
    read_numbers(locale, numbering_system);
    if (const auto* symbols = object(pack_, "currencies")) locale.currencies_ = pairs(*symbols);
    if (const auto* names = pack_.find("territories"); names && names->is(json::Type::object)) locale.territories_ = pairs(*names);
    locale.time_ = text(pack_, "time");
    locale.month_and_year_ = text(pack_, "monthAndYear");
    locale.day_halves_ = texts(pack_, "dayHalves", 2);
    locale.date_patterns_ = texts(pack_, "dates", 4);
    locale.months_ = texts(pack_, "months", 12);
    locale.months_short_ = texts(pack_, "monthsShort", 12);
    locale.weekdays_ = texts(pack_, "weekdays", 7);
    locale.months_alone_ = pack_.find("monthsAlone") ? texts(pack_, "monthsAlone", 12) : locale.months_;
    locale.months_short_alone_ = pack_.find("monthsShortAlone") ? texts(pack_, "monthsShortAlone", 12) : locale.months_short_;
    locale.weekdays_alone_ = pack_.find("weekdaysAlone") ? texts(pack_, "weekdaysAlone", 7) : locale.weekdays_;
    if (const auto* lists = object(pack_, "lists")) {
      locale.and_ = texts(*lists, "and", 4);
      locale.or_ = texts(*lists, "or", 4);
    }
    if (!sound_) return std::nullopt;
    return locale;
  }

 private:
  const json::Value* object(const json::Value& parent, std::string_view name) {
    const auto* found = parent.find(name);
    if (found && found->is(json::Type::object)) return found;
    sound_ = false;
    return nullptr;
  }

  std::string text(const json::Value& parent, std::string_view name) {
    const auto found = parent.find_string(name);
    if (!found) sound_ = false;
    return std::string(found.value_or(""));
  }

  std::vector<std::string> texts(const json::Value& parent, std::string_view name, std::size_t count) {
    std::vector<std::string> result;
    const auto* found = parent.find(name);
    if (found && found->is(json::Type::array)) {
      for (const auto& item : found->items()) {
        if (item.is(json::Type::string)) result.push_back(item.string());
      }
    }
    if (result.size() != count) sound_ = false;
    return result;
  }

  static std::vector<std::pair<std::string, std::string>> pairs(const json::Value& object) {
    std::vector<std::pair<std::string, std::string>> result;
    for (const auto& member : object.members()) {
      if (member.value.is(json::Type::string)) result.emplace_back(member.name, member.value.string());
    }
    return result;
  }

  PluralRules rules(std::string_view name) {
    std::vector<std::pair<std::string_view, std::string_view>> pairs;
    if (const auto* found = object(pack_, name)) {
      for (const auto& member : found->members()) {
        if (member.value.is(json::Type::string)) pairs.emplace_back(member.name, member.value.string());
      }
    }
    auto compiled = PluralRules::compile(pairs);
    if (!compiled) sound_ = false;
    return compiled.value_or(PluralRules{});
  }

  void read_numbers(Locale& locale, std::string_view numbering_system) {
    if (const auto* minimum = pack_.find("minimumGrouping"); minimum && minimum->is(json::Type::number)) {
      locale.minimum_grouping_ = static_cast<int>(minimum->number().to_integer().value_or(1));
    }
    const auto* systems = object(pack_, "numbers");
    if (!systems || !object(*systems, "latn")) return;
    locale.digit_sets_.clear();
    for (const auto& system : systems->members()) {
      locale.digit_sets_.push_back(code_points(text(system.value, "digits")));
      if (locale.digit_sets_.back().size() != 10) sound_ = false;
    }
    // A site's numbering system is for the languages that have it; the others keep Latin digits.
    const auto* chosen = systems->find(numbering_system);
    const auto& system = chosen ? *chosen : *systems->find("latn");
    locale.digits_ = code_points(text(system, "digits"));
    locale.decimal_ = text(system, "decimal");
    locale.group_ = text(system, "group");
    locale.minus_ = text(system, "minus");
    locale.percent_sign_ = text(system, "percentSign");
    locale.number_ = NumberPattern::parse(text(system, "number"));
    locale.percent_ = NumberPattern::parse(text(system, "percent"));
    locale.money_ = NumberPattern::parse(text(system, "money"));
    const auto beside_letter = system.find_string("moneyBesideLetter");
    locale.money_beside_letter_ = beside_letter ? NumberPattern::parse(*beside_letter) : locale.money_;
  }

  const json::Value& pack_;
  bool sound_ = true;
};

std::optional<Locale> load(const json::Value& pack, std::string_view numbering_system) { return PackReader(pack).read(numbering_system); }

}  // namespace polku::locale
