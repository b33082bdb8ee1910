// SPDX-License-Identifier: EUPL-1.2
// A catalog as the citizen's engine gets it: {"key": "words", "other": ["source", node, node …]}. Words without arguments stand as they are; what has
// some is a tape, with its source in front, for that is what a consent's hash is made of.
#include "json/tape.h"

#include "messages/catalog.h"
#include "messages/node.h"

namespace polku::messages {

namespace {

constexpr std::string_view format_key = "$format";

using json::Tape;
using json::Value;
using Node = Message::Node;
using Kind = Node::Kind;

void describe(Tape& tape, std::vector<Node>& nodes, int depth);

void describe(Tape& tape, Arm& arm, int depth) {
  tape.maybe(arm.exact, [&](text::Decimal& number) { tape.decimal(number); });
  if (!arm.exact) tape.text(arm.selector);
  describe(tape, arm.nodes, depth + 1);
}

void describe(Tape& tape, Node& node, int depth) {
  tape.choice(node.kind, Kind::hash);
  if (node.kind != Kind::hash) tape.text(node.text);
  if (node.kind == Kind::number) {
    tape.number(node.shape.minimum_places, 100);
    tape.number(node.shape.maximum_places, 100);
    tape.choice(node.shape.grouping, locale::NumberShape::Grouping::plain);
    tape.choice(node.number_style, NumberStyle::percent_unscaled);
  }
  if (node.kind == Kind::date) tape.choice(node.date_style, locale::DateStyle::full_form);
  if (node.kind != Kind::plural && node.kind != Kind::ordinal && node.kind != Kind::select) return;
  tape.decimal(node.offset);
  bool has_other = false;
  tape.each(node.arms, [&](Arm& arm) {
    describe(tape, arm, depth);
    has_other = has_other || (!arm.exact && arm.selector == "other");
  });
  if (!has_other) tape.fail();
}

void describe(Tape& tape, std::vector<Node>& nodes, int depth) {
  if (depth > maximum_depth + 1) return tape.fail();
  tape.each(nodes, [&](Node& node) { describe(tape, node, depth); });
}

bool is_literal(const std::vector<Node>& nodes, std::string_view source) {
  return nodes.empty() ? source.empty() : nodes.size() == 1 && nodes.front().kind == Kind::literal && nodes.front().text == source;
}

}  // namespace

Value Catalog::record() const {
  Value recorded = Value::object().with(format_key, Value{Tape::current_format});
  for (const auto& [key, entry] : entries_) {
    if (is_literal(*entry.message.nodes_, entry.source)) {
      recorded.add(key, Value{entry.source});
      continue;
    }
    Tape tape;
    std::string source = entry.source;
    tape.text(source);
    auto nodes = *entry.message.nodes_;
    describe(tape, nodes, 1);
    recorded.add(key, tape.take());
  }
  return recorded;
}

std::optional<Catalog> Catalog::play(const Value& recorded, std::string language) {
  Catalog catalog;
  catalog.language_ = std::move(language);
  const Value* format = recorded.find(format_key);
  if (!format || *format != Value{Tape::current_format}) return std::nullopt;
  for (const auto& [key, value] : recorded.members()) {
    if (key == format_key) continue;
    Entry entry;
    std::vector<Node> nodes;
    if (value.is(json::Type::string)) {
      entry.source = value.string();
      nodes.push_back({.text = entry.source});
    } else {
      Tape tape(value);
      tape.text(entry.source);
      describe(tape, nodes, 1);
      if (!tape.finished()) return std::nullopt;
    }
    entry.message.nodes_ = std::make_shared<const std::vector<Node>>(std::move(nodes));
    catalog.entries_.insert_or_assign(key, std::move(entry));
  }
  return catalog;
}

}  // namespace polku::messages
