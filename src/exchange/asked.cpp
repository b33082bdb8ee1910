// SPDX-License-Identifier: EUPL-1.2
// A question and its words: label, hint, what it is called where it is checked.
#include "exchange/plan.h"

namespace polku::exchange {

namespace {

std::vector<std::string> path_of(const Node& node) {
  std::vector<std::string> path;
  for (const Node* one = &node; one->parent; one = one->parent) {
    if (one->name != "*") path.insert(path.begin(), one->name);
  }
  return path;
}

// Of the same property in another branch: the constant that its branch is about.
std::string branch_of(const Node& node) {
  for (const Node* one = &node; one; one = one->parent) {
    if (one->when.empty()) continue;
    for (const auto& [name, schema] : one->when.back().schema.member("properties").members()) {
      Piece constant = schema.member("const");
      if (!constant) constant = schema.member("enum").item(0);
      if (constant.is(json::Type::string)) return kebab(constant.text());
      if (constant.is(json::Type::boolean)) return constant.value->boolean() ? "yes" : "no";
    }
  }
  return {};
}

// "income_group_name" → "Income group name": what is left to say when nothing is said.
std::string readable(const std::string& name) {
  std::string words = kebab(name);
  for (char& sign : words) sign = sign == '-' ? ' ' : sign;
  if (words.front() >= 'a' && words.front() <= 'z') words.front() = static_cast<char>(words.front() - 32);
  return words;
}

// Words of a tooltip that say more than the label does.
Words tooltip_of(Workshop& shop, const Node& node, const Words& label) {
  const Words text = shop.texts.say(node.hint("tooltipText"), Markup::prose);
  Words title = shop.texts.say(node.hint("tooltipLabel")), button = shop.texts.say(node.hint("tooltipButtonLabel"));
  if (button == title) button.clear();
  if (title == label) title.clear();
  if (button == label) button.clear();
  return joined({button, title, text}, ": ");
}

// Where a text is not said to be Markdown, brackets are brackets.
Words help_of(Workshop& shop, const Node& node) {
  const Piece help = node.hint("helptext");
  const Piece markdown = node.hint("helptextMarkdown");
  Words words = shop.texts.say(help, Markup::prose);
  const bool has_marks = help.text().find("](") != std::string::npos || help.text().find("**") != std::string::npos;
  if (markdown && has_marks)
    shop.ledger.carry(markdown);
  else if (markdown)
    shop.ledger.lose(markdown, "without-effect");
  if (has_marks && !(markdown.is(json::Type::boolean) && markdown.value->boolean())) {
    for (auto& [language, text] : words) {
      for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at)) text.replace(at, 2, "] (");
    }
  }
  return words;
}

}  // namespace

Words label_of(Workshop& shop, const Node& node) {
  Words words;
  for (const Piece& piece : {node.hint("title"), node.keyword("title")}) {
    const Words said = shop.texts.say(piece);
    if (words.empty())
      words = said;
    else if (!said.empty())
      shop.ledger.lose(piece, "said-elsewhere");
  }
  return words;
}

Words hint_of(Workshop& shop, const Node& node) {
  const Words label = shop.texts.peek(node.keyword("title"));
  const auto say = [&](const Piece& piece) { return shop.texts.say(piece, Markup::prose); };
  return joined({say(node.keyword("description")), say(node.hint("description")), help_of(shop, node), say(node.hint("help")), say(node.hint("placeholder")),
                 tooltip_of(shop, node, label)},
                " ");
}

const std::string* option_of(const Asked& asked, const json::Value& wanted) {
  for (const auto& [value, id] : asked.options) {
    if (value == wanted) return &id;
  }
  return nullptr;
}

Asked& make_asked(Workshop& shop, const Node& node, const std::string& suffix) {
  std::vector<std::string> path = path_of(node);
  // A slot of files is called by the name the source's own storage knows it by.
  if (const Piece slot = node.hint("slotId"); slot.is(json::Type::string) && !path.empty()) {
    shop.ledger.carry(slot);
    path.back() = slot.text();
  }
  if (!suffix.empty()) path.push_back(suffix);
  std::vector<std::string> other = path;
  if (const std::string branch = branch_of(node); !branch.empty()) other.push_back(branch);
  Asked& asked = shop.plan.asked.emplace_back();
  asked.id = shop.question_ids.take(kebab_path(path), other.size() > path.size() ? kebab_path(other) : std::string());
  asked.node = &node;
  asked.pointer = node.pointer();
  if (suffix.empty()) {
    Words label = label_of(shop, node);
    const Node& named = node.name == "*" ? *node.parent : node;
    asked.words["label"] = label.empty() ? shop.texts.everywhere(readable(named.name)) : std::move(label);
  }
  return asked;
}

}  // namespace polku::exchange
