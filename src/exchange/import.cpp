// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "exchange/exchange.h"
#include "exchange/write.h"

namespace polku::exchange {

using json::Type;
using json::Value;

namespace {

bool has_leaf(const Piece& piece, std::string_view name) {
  if (piece.member(name)) return true;
  const auto items = piece.items();
  const auto members = piece.members();
  return std::any_of(items.begin(), items.end(), [&](const Piece& one) { return has_leaf(one, name); }) ||
         std::any_of(members.begin(), members.end(), [&](const auto& one) { return has_leaf(one.second, name); });
}

std::string stem_of(std::string name) {
  if (const std::size_t slash = name.find_last_of('/'); slash != std::string::npos) name.erase(0, slash + 1);
  return name.substr(0, name.find('.'));
}

// The service's id: asked for, or what its title is, or what its file is called.
std::string id_of(const Sources& sources, const Plan& plan, const std::string& language) {
  if (!sources.id.empty()) return sources.id;
  const auto title = plan.title.find(language);
  return kebab_path({title == plan.title.end() ? stem_of(sources.schema.name) : title->second});
}

// What names a definition that nothing leads to.
void tell_unused_definitions(const Piece& schema, Ledger& ledger, std::vector<Finding>& problems) {
  for (const char* keyword : {"definitions", "$defs"}) {
    for (const auto& [name, definition] : schema.member(keyword).members()) {
      const auto members = definition.members();
      const bool is_used = members.empty() || std::any_of(members.begin(), members.end(), [&](const auto& one) { return ledger.is_carried(one.second); });
      if (is_used) continue;
      ledger.explain_below(schema.member(keyword), "unused-definition");
      problems.push_back({name_of_document(in_schema), definition.place.pointer, "definition-unused", {{"name", name}}});
      ledger.explain_below(definition, "unused-definition");
    }
  }
}

// A question has one label and one hint: other words, said of the same property in a branch, are not shown there.
void tell_conditional_words(Workshop& shop, const Node& node) {
  for (const char* keyword : {"title", "description"}) {
    const Words always = shop.texts.peek(node.keyword(keyword));
    for (const Facet& facet : node.facets) {
      const Piece here = facet.schema.member(keyword);
      if (facet.when.empty() || shop.ledger.is_carried(here)) continue;
      const Words words = shop.texts.peek(here);
      if (words.empty() || words == always) continue;
      shop.report(here, "conditional-wording", {{"name", node.name}});
      shop.ledger.lose(here, "conditional-wording");
    }
  }
  for (const auto& child : node.children) tell_conditional_words(shop, *child);
}

// What is only looked at, and what the front ends keep for themselves.
void explain_looks(const Piece& ui, Ledger& ledger) {
  constexpr const char* looks[] = {
      "objectDisplay", "variant",   "orientations", "size",         "selfColumn",         "columns",         "columnsRatio",      "rows",
      "spaceTop",      "className", "classNames",   "misc:variant", "affirmativeExpands", "hideFromPreview", "hideNameFromPrint", "stepperTitle",
      "hideLabel"};
  constexpr std::pair<const char*, const char*> others[] = {
      {"misc:profilePrefill", "needs-a-look-up"}, {"numericOutput", "without-effect"}, {"format", "without-effect"}};
  for (const Piece& item : ui.items()) explain_looks(item, ledger);
  for (const auto& [name, member] : ui.members()) {
    for (const char* look : looks) {
      if (name == look) ledger.explain_below(member, "look");
    }
    for (const auto& [known, reason] : others) {
      if (name == known) ledger.explain_below(member, reason);
    }
    explain_looks(member, ledger);
  }
}

// Why well-known keywords do not come over, where nobody carried them.
void explain(const Piece& schema, Ledger& ledger) {
  constexpr std::pair<const char*, const char*> reasons[] = {{"additionalItems", "without-effect"},
                                                             {"additionalProperties", "closed-anyway"},
                                                             {"unevaluatedProperties", "closed-anyway"},
                                                             {"$schema", "without-effect"},
                                                             {"$id", "without-effect"},
                                                             {"$comment", "without-effect"},
                                                             {"examples", "without-effect"},
                                                             {"patternProperties", "names-open"},
                                                             {"propertyNames", "names-open"},
                                                             {"minProperties", "not-in-form-language"},
                                                             {"maxProperties", "not-in-form-language"},
                                                             {"contains", "not-in-form-language"},
                                                             {"default", "not-in-form-language"},
                                                             {"title", "said-elsewhere"},
                                                             {"not", "not-in-form-language"},
                                                             {"anyOf", "not-in-form-language"},
                                                             {"oneOf", "not-in-form-language"}};
  for (const Piece& item : schema.items()) explain(item, ledger);
  for (const auto& [name, member] : schema.members()) {
    for (const auto& [keyword, reason] : reasons) {
      if (name == keyword) ledger.explain_below(member, reason);
    }
    if (name == "baUiSchema")
      explain_looks(member, ledger);
    else
      explain(member, ledger);
  }
}

}  // namespace

Import import_json_schema(const Sources& sources) {
  Import import;
  Ledger ledger;
  const Piece schema{&sources.schema.value, {in_schema, ""}};
  const Piece ui = sources.ui_schema ? Piece{&sources.ui_schema->value, {in_ui_schema, ""}} : Piece{};
  ledger.count_schema(schema);
  if (ui) ledger.count_leaves(ui);
  Texts texts(sources, ledger, import.problems);
  texts.settle(schema, ui);
  Tree tree = grow_tree(sources, ledger, import.problems);
  if (!tree.root) {
    import.record = Value::object();
    return import;
  }
  Plan plan;
  Workshop shop{.ledger = ledger, .texts = texts, .problems = import.problems, .plan = plan};
  shop.prints_names = has_leaf(ui, "hideNameFromPrint");
  for (const char* id : {"start", "check", "done"}) shop.page_ids.take(id);
  make_plan(shop, *tree.root);
  if (plan.title.empty()) plan.title = texts.everywhere(stem_of(sources.schema.name));
  if (plan.summary.empty()) plan.summary = texts.own("summary");
  plan.id = id_of(sources, plan, texts.languages().front());
  RuleMaker rules(shop, *tree.root);
  const Written written = make_rules(shop, rules);
  import.service = write_service(shop, rules, written);
  for (const std::string& language : texts.languages()) import.catalogs.emplace_back(language, write_catalog(shop, language));
  tell_conditional_words(shop, *tree.root);
  tell_unused_definitions(schema, ledger, import.problems);
  explain(schema, ledger);
  explain_looks(ui, ledger);
  ledger.settle_twins();
  import.losses = ledger.losses();
  import.constructs = ledger.size();
  for (const Asked& asked : plan.asked) import.questions += asked.kind == "information" ? 0U : 1U;
  import.pages = plan.pages.size();
  import.record = write_record(shop, sources, *tree.root, import);
  import.conditions = import.record.find("conditions")->items().size();
  return import;
}

}  // namespace polku::exchange
