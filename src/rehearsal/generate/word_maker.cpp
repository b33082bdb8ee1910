// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/word_maker.h"

#include <array>

namespace polku::rehearsal::generate {

using json::Value;
using value::Kind;

namespace {

struct Language {
  std::string_view tag;
  std::array<std::string_view, 4> words;
};
constexpr std::array<Language, 4> languages{{{"fi", {"Mikä on", "Ilmoita", "Lähetä hakemus", "Tiedot"}},
                                             {"sv", {"Vad är", "Ange", "Skicka ansökan", "Uppgifter"}},
                                             {"en", {"What is", "Enter", "Send the form", "Details"}},
                                             {"ar", {"ما هو", "أدخل", "أرسل الطلب", "التفاصيل"}}}};

// Marks of markup, of MessageFormat and of direction, quoted where they would mean something.
constexpr std::array<std::string_view, 7> odd_words{"<b>&amp;</b>", "'{'not an argument'}'", "it''s", "\"quoted\" & ‘both’", "\u202eturned\u202c",
                                                    "![x] (a) [b",  "a_b *c* ~d~ `e` #"};

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> endings) {
  for (const auto ending : endings) {
    if (key.ends_with(ending)) return true;
  }
  return false;
}

class WordMaker {
 public:
  WordMaker(Dice& dice, const form::CompiledForm& form, Features& features) : dice_(dice), form_(form), features_(features) {}

  Value make() {
    std::vector<const form::CompiledForm::Key*> chosen;
    const auto keys = form_.catalog_keys();
    for (const auto& key : keys) {
      const auto percent = key.key.find(".problem.") != std::string::npos ? 2u : needs_reason(key.key) ? 100u : 30u;
      // In all languages or in none: a hint that one language lacks is told to the author.
      // What unfolds has a title, told right after it.
      const bool is_title = !key.needed && key.key.ends_with(".more.title");
      if (is_title ? chosen.back()->key + ".title" == key.key : key.needed || dice_.chance(percent)) chosen.push_back(&key);
    }
    auto catalogs = Value::object();
    for (const auto& language : form_.languages) {
      auto catalog = Value::object();
      for (const auto* key : chosen) catalog.add(key->key, Value{say(*key, language)});
      catalogs.add(language, std::move(catalog));
    }
    return catalogs;
  }

 private:
  // What is personal says what it is needed for.
  bool needs_reason(std::string_view key) const {
    if (!key.starts_with("question.") || !key.ends_with(".hint")) return false;
    const auto* question = form_.find_question(key.substr(9, key.size() - 14));
    return question && question->personal;
  }

  std::string word(std::string_view language) {
    for (const auto& known : languages) {
      if (known.tag == language) return std::string{dice_.pick(known.words)};
    }
    return "Word";
  }

  std::string say(const form::CompiledForm::Key& key, const std::string& language) {
    auto words = word(language);
    words.append(" ").append(std::to_string(dice_.below(90)));
    if (dice_.chance(15)) words.append(" ").append(dice_.pick(odd_words));
    if (!key.arguments.empty() && (dice_.chance(35) || key.key.ends_with(".row"))) {
      words.append(" ").append(argument(dice_.pick(key.arguments), language));
    }
    const bool blocks = is_one_of(key.key, {".body", ".next", ".need", ".more"}) || key.key.starts_with("standard.");
    return blocks ? with_blocks(std::move(words), language) : words;
  }

  std::string with_blocks(std::string words, const std::string& language) {
    constexpr std::array<std::string_view, 4> links{"https://www.example.org/a?b=1&c=(2", "mailto:help@example.org", "tel:+358151234567", "/privacy.html"};
    // One throw at a time: in which order the parts of a sum are made is the compiler's choice.
    const auto put = [&](std::string_view before, std::string_view after) { words.append(before).append(word(language)).append(after); };
    if (dice_.chance(40)) put("\n\n## ", "");
    if (dice_.chance(40)) {
      put("\n\n- **", "**");
      put("\n- ", "");
    }
    if (dice_.chance(20)) {
      put("\n\n1. ", "");
      put("\n2. ", "");
    }
    if (dice_.chance(40)) {
      put("\n\n[", "](");
      words.append(dice_.pick(links)).append(") ");
      ++features_["words:link"];
    }
    return words;
  }

  std::string used(std::string_view form, std::string words) {
    ++features_["words:" + std::string{form}];
    return words;
  }

  std::string number(const std::string& name, const std::string& language) {
    const auto one = word(language);
    switch (dice_.below(6)) {
      case 0: return used("plural", "{" + name + ", plural, =0 {" + one + "} one {# " + one + "} few {#-" + one + "} other {# **" + one + "**}}");
      case 1: return used("plural-offset", "{" + name + ", plural, offset:1 =1 {" + one + "} one {# +1} other {# {" + name + ", number}}}");
      case 2: return used("selectordinal", "{" + name + ", selectordinal, one {#st} two {#nd} few {#rd} other {#th}}");
      case 3: return used("number-integer", "{" + name + ", number, integer}");
      case 4: return used("number-skeleton", "{" + name + ", number, ::.00 group-off}");
      default: return used("number", "{" + name + ", number}");
    }
  }

  std::string argument(const std::string& name, const std::string& language) {
    if (name.starts_with("count-") || name == "number" || name == "minimum" || name == "maximum") return number(name, language);
    constexpr std::array<std::string_view, 4> styles{"short", "medium", "long", "full"};
    const auto* question = form_.find_question(name);
    const auto kind = question ? question->shape.kind : Kind::text;
    switch (kind) {
      case Kind::number: return number(name, language);
      case Kind::money: return used("money", "{" + name + ", money}");
      case Kind::date: return used("date", "{" + name + ", date, " + std::string{dice_.pick(styles)} + "}");
      case Kind::one_of:
      case Kind::yes_no: return used("select", "{" + name + ", select, none {-} other {" + word(language) + " {" + name + "}}}");
      default: break;
    }
    if (name == "decision-by" || name == "received") return used("date", "{" + name + ", date, long}");
    return used("argument", "{" + name + "}");
  }

  Dice& dice_;
  const form::CompiledForm& form_;
  Features& features_;
};

}  // namespace

Value make_catalogs(Dice& dice, const form::CompiledForm& form, Features& features) { return WordMaker{dice, form, features}.make(); }

Value make_site_catalogs(Dice& dice, const form::CompiledForm& form) {
  auto catalogs = Value::object();
  for (const auto& language : form.languages) {
    catalogs.add(language, Value::object()
                               .with("site.name", Value{"City of Ö " + std::to_string(dice.below(9))})
                               .with("site.short", Value{"Ö"})
                               .with("site.contact", Value{"[{phone}](tel:+358151234567) {email} {web}"})
                               .with("site.privacy", Value{"Privacy"})
                               .with("site.accessibility", Value{"Accessibility"}));
  }
  return catalogs;
}

}  // namespace polku::rehearsal::generate
