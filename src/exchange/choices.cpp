// SPDX-License-Identifier: EUPL-1.2
// The constants to choose from: `enum`, or `const` in oneOf and anyOf, with the names that stand beside them or in the uiSchema.
#include <algorithm>

#include "exchange/plan.h"
#include "json/writer.h"

namespace polku::exchange {

using json::Type;

namespace {

class ChoiceReader {
 public:
  ChoiceReader(Workshop& shop, const Node& node) : shop_(shop), node_(node) {}

  std::vector<Choice> read() {
    const Node& holder = node_.form == Form::array && !node_.children.empty() ? *node_.children.front() : node_;
    read_enum(holder.keyword("enum"));
    for (const char* keyword : {"oneOf", "anyOf"}) {
      if (choices_.empty()) read_constants(holder.keyword(keyword));
    }
    for (const Piece& one : node_.hint("enumMetadata").items()) name_by_metadata(one);
    return std::move(choices_);
  }

 private:
  void read_enum(const Piece& all) {
    if (!all.is(Type::array)) return;
    shop_.ledger.carry(all);
    std::vector<Piece> names = node_.hint("enumNames").items();
    if (names.empty()) names = node_.keyword("enumNames").items();
    if (!names.empty()) shop_.ledger.carry(node_.keyword("enumNames"));
    const auto constants = all.items();
    for (std::size_t at = 0; at < constants.size(); ++at) {
      choices_.push_back({*constants[at].value, shop_.texts.say(at < names.size() ? names[at] : constants[at]), {}});
    }
    for (std::size_t at = constants.size(); at < names.size(); ++at) shop_.ledger.lose(names[at], "names-no-option");
  }

  void read_constants(const Piece& all) {
    const auto items = all.items();
    if (items.empty() || !std::all_of(items.begin(), items.end(), [](const Piece& one) { return one.member("const"); })) return;
    shop_.ledger.carry(all);
    for (const Piece& one : items) {
      shop_.ledger.carry(one.member("const"));
      shop_.ledger.explain_below(one.member("type"), "without-effect");
      choices_.push_back({*one.member("const").value, shop_.texts.say(one.member("title")), shop_.texts.say(one.member("description"), Markup::prose)});
    }
  }

  void name_by_metadata(const Piece& one) {
    const Piece value = one.member("value");
    const auto known = std::find_if(choices_.begin(), choices_.end(), [&](const Choice& choice) { return value && *value.value == choice.value; });
    if (known == choices_.end()) {
      shop_.report(one, "option-unknown", {{"value", value ? json::write(*value.value) : ""}});
      shop_.ledger.explain_below(one, "names-no-option");
      return;
    }
    known->name = shop_.texts.say(one.member("label"));
    known->hint = shop_.texts.say(one.member("description"), Markup::prose);
    const bool is_said = choices_.size() == 1 && value.text() == one.member("label").text();
    if (is_said) shop_.ledger.lose(value, "said-elsewhere");
    shop_.ledger.carry(value);
  }

  Workshop& shop_;
  const Node& node_;
  std::vector<Choice> choices_;
};

}  // namespace

std::vector<Choice> read_choices(Workshop& shop, const Node& node) { return ChoiceReader(shop, node).read(); }

}  // namespace polku::exchange
