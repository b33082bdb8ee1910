// SPDX-License-Identifier: EUPL-1.2
// The grammar is that of ICU's MessagePattern with apostrophe mode DOUBLE_OPTIONAL.
#include <algorithm>

#include "messages/node.h"
#include "text/utf8.h"

namespace polku::messages {
namespace {

using Kind = Message::Node::Kind;

constexpr std::string_view fault_names[] = {"unclosed", "bad-name", "unknown-type", "unknown-style", "bad-selector", "bad-offset", "no-arms", "too-deep"};

// Pattern_White_Space (UAX #31): also the marks that right-to-left editors put between words.
std::size_t blank_length(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
  if (text.substr(0, 2) == "\u0085") return 2;
  for (std::string_view mark : {"\u200E", "\u200F", "\u2028", "\u2029"}) {
    if (text.substr(0, 3) == mark) return 3;
  }
  return 0;
}

// Letters, digits, '_' and everything outside ASCII, as ICU; also '-', which ids of questions have.
std::size_t name_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size()) {
    const auto byte = static_cast<unsigned char>(text[length]);
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
    if (!letter && byte != '_' && byte != '-' && byte < 0x80) break;
    if (byte >= 0x80 && blank_length(text.substr(length)) > 0) break;
    ++length;
  }
  return length;
}

bool is_plural(Kind kind) { return kind == Kind::plural || kind == Kind::ordinal; }

}  // namespace

std::string_view name_of(Fault fault) { return fault_names[static_cast<std::size_t>(fault)]; }

class MessageCompiler {
 public:
  explicit MessageCompiler(std::string_view source) : source_(source) {}

  CompiledMessage compile() {
    std::vector<Message::Node> nodes;
    read_words(nodes, Kind::literal, 0, 0);
    CompiledMessage result;
    if (fault_) {
      const auto offset = static_cast<std::int64_t>(text::count_code_points(source_.substr(0, fault_at_)));
      result.problems.push_back({.code = problem::Code::message_syntax,
                                 .arguments = {{"key", std::string()}, {"offset", text::Decimal{offset}}, {"fault", std::string(name_of(*fault_))}}});
    } else if (lacks_other_) {
      result.problems.push_back({.code = problem::Code::message_plural_without_other, .arguments = {{"key", std::string()}}});
    }
    if (!result.problems.empty()) {
      nodes.assign(1, Message::Node{});
      nodes.front().text = source_;
    }
    result.message.nodes_ = std::make_shared<const std::vector<Message::Node>>(std::move(nodes));
    return result;
  }

 private:
  bool fail(Fault fault, std::size_t at) {
    if (!fault_) {
      fault_ = fault;
      fault_at_ = at;
    }
    return false;
  }

  // A fault here, or at the end of the source the brace that nobody closed.
  bool fail_here(Fault fault, std::size_t opened) { return at_ < source_.size() ? fail(fault, at_) : fail(Fault::unclosed, opened); }

  std::string_view rest() const { return source_.substr(at_); }
  char here() const { return at_ < source_.size() ? source_[at_] : '\0'; }
  void skip_blanks() {
    while (const std::size_t length = blank_length(rest())) at_ += length;
  }
  std::string_view take_name() {
    const std::string_view name = rest().substr(0, name_length(rest()));
    at_ += name.size();
    return name;
  }
  bool take(char sign) {
    skip_blanks();
    if (at_ >= source_.size() || source_[at_] != sign) return false;
    ++at_;
    return true;
  }

  // Words up to the '}' that closes an arm opened there, or to the end of the message. `inside` is the kind of the argument whose arm this
  // is.
  bool read_words(std::vector<Message::Node>& nodes, Kind inside, int depth, std::size_t opened) {
    std::string words;
    const auto flush = [&] {
      if (words.empty()) return;
      nodes.emplace_back().text = std::move(words);
      words.clear();
    };
    while (at_ < source_.size()) {
      const char sign = source_[at_];
      if (sign == '\'') {
        read_apostrophe(words, inside);
      } else if (sign == '#' && is_plural(inside)) {
        flush();
        nodes.emplace_back().kind = Kind::hash;
        ++at_;
      } else if (sign == '{') {
        flush();
        if (!read_argument(nodes.emplace_back(), depth)) return false;
      } else if (sign == '}' && depth > 0) {
        flush();
        return true;
      } else {
        words += sign;
        ++at_;
      }
    }
    flush();
    return depth == 0 || fail(Fault::unclosed, opened);
  }

  void read_apostrophe(std::string& words, Kind inside) {
    const char next = at_ + 1 < source_.size() ? source_[at_ + 1] : '\0';
    if (next == '\'') {
      words += '\'';
      at_ += 2;
      return;
    }
    ++at_;
    if (next != '{' && next != '}' && !(next == '#' && is_plural(inside))) {
      words += '\'';
      return;
    }
    while (at_ < source_.size()) {  // literal text up to the closing apostrophe, or to the end
      if (source_[at_] == '\'') {
        ++at_;
        if (here() != '\'') return;
      }
      words += source_[at_++];
    }
  }

  bool read_argument(Message::Node& node, int depth) {
    const std::size_t start = at_++;
    skip_blanks();
    node.kind = Kind::plain;
    node.text = take_name();
    if (node.text.empty()) return fail_here(Fault::bad_name, start);
    if (take('}')) return true;
    if (!take(',')) return fail_here(Fault::bad_name, start);
    skip_blanks();
    const std::size_t type_at = at_;
    const std::string_view type = take_name();
    if (type == "plural" || type == "selectordinal" || type == "select") {
      node.kind = type == "plural" ? Kind::plural : type == "select" ? Kind::select : Kind::ordinal;
      if (!take(',')) return fail_here(Fault::no_arms, start);
      return read_arms(node, start, depth);
    }
    if (type == "number") {
      node.kind = Kind::number;
    } else if (type == "date") {
      node.kind = Kind::date;
    } else if (type == "money") {
      node.kind = Kind::money;
    } else {
      return at_ < source_.size() ? fail(Fault::unknown_type, type_at) : fail(Fault::unclosed, start);
    }
    if (take('}')) return true;
    if (!take(',')) return fail_here(Fault::unknown_type, start);
    skip_blanks();
    const std::size_t style_at = at_;
    const std::size_t close = source_.find_first_of("{}'", at_);
    if (close == std::string_view::npos) return fail(Fault::unclosed, start);
    const std::string_view style = text::trim(source_.substr(style_at, close - style_at));
    at_ = close;
    if (!take('}') || !read_style(node, style)) return fail(Fault::unknown_style, style_at);
    return true;
  }

  static bool read_style(Message::Node& node, std::string_view style) {
    if (node.kind == Kind::date) {
      constexpr std::string_view styles[] = {"short", "medium", "long", "full"};
      const auto* found = std::find(std::begin(styles), std::end(styles), style);
      if (found == std::end(styles)) return false;
      node.date_style = static_cast<locale::DateStyle>(found - std::begin(styles));
      return true;
    }
    if (node.kind != Kind::number) return false;
    if (style == "integer" || style == "percent") {
      node.shape.maximum_places = 0;
      if (style == "percent") node.number_style = NumberStyle::percent;
      return true;
    }
    return style.substr(0, 2) == "::" && read_skeleton(node, style.substr(2));
  }

  static bool read_skeleton(Message::Node& node, std::string_view skeleton) {
    node.shape.maximum_places = 6;  // ICU's default for skeletons
    bool percent = false, scaled = false;
    while (!(skeleton = text::trim(skeleton)).empty()) {
      const std::string_view token = skeleton.substr(0, skeleton.find(' '));
      skeleton.remove_prefix(token.size());
      if (token == "group-off" || token == ",_") {
        node.shape.grouping = locale::NumberShape::Grouping::plain;
      } else if (token == "percent" || token == "%") {
        percent = true;
      } else if (token == "scale/100") {
        scaled = true;
      } else if (token == "%x100") {
        percent = scaled = true;
      } else if (token == "precision-integer") {
        node.shape.minimum_places = node.shape.maximum_places = 0;
      } else if (!read_precision(node.shape, token)) {
        return false;
      }
    }
    if (percent) node.number_style = scaled ? NumberStyle::percent : NumberStyle::percent_unscaled;
    return percent || !scaled;
  }

  static bool read_precision(locale::NumberShape& shape, std::string_view token) {
    if (token.empty() || token[0] != '.' || token.size() > 21) return false;
    const std::size_t zeros_end = std::min(token.find_first_not_of('0', 1), token.size());
    if (token.find_first_not_of('#', zeros_end) != std::string_view::npos) return false;
    shape.minimum_places = static_cast<int>(zeros_end - 1);
    shape.maximum_places = static_cast<int>(token.size() - 1);
    return true;
  }

  bool read_arms(Message::Node& node, std::size_t start, int depth) {
    if (depth >= maximum_depth) return fail(Fault::too_deep, start);
    const bool plural = is_plural(node.kind);
    skip_blanks();
    if (plural && rest().substr(0, 7) == "offset:") {
      at_ += 7;
      if (!read_number(node.offset)) return fail(Fault::bad_offset, at_);
    }
    bool other = false;
    while (!take('}')) {
      if (at_ >= source_.size()) return fail(Fault::unclosed, start);
      const std::size_t selector_at = at_;
      Arm arm;
      if (plural && here() == '=') {
        ++at_;
        if (!read_number(arm.exact.emplace())) return fail(Fault::bad_selector, selector_at);
      } else {
        arm.selector = take_name();
        if (arm.selector.empty() || (plural && !is_category(arm.selector))) return fail(Fault::bad_selector, selector_at);
      }
      other = other || arm.selector == "other";
      if (!take('{')) return fail_here(Fault::bad_selector, start);
      if (!read_words(arm.nodes, node.kind, depth + 1, at_ - 1)) return false;
      ++at_;
      node.arms.push_back(std::move(arm));
    }
    if (node.arms.empty()) return fail(Fault::no_arms, start);
    lacks_other_ = lacks_other_ || !other;
    return true;
  }

  static bool is_category(std::string_view word) {
    for (int index = 0; index <= static_cast<int>(locale::PluralCategory::other); ++index) {
      if (locale::name_of(static_cast<locale::PluralCategory>(index)) == word) return true;
    }
    return false;
  }

  bool read_number(text::Decimal& number) {
    skip_blanks();
    const std::size_t length = std::min(rest().find_first_not_of("0123456789.+-"), rest().size());
    const auto parsed = text::Decimal::parse(rest().substr(0, length));
    if (!parsed) return false;
    number = *parsed;
    at_ += length;
    return true;
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::optional<Fault> fault_;
  std::size_t fault_at_ = 0;
  bool lacks_other_ = false;
};

CompiledMessage compile(std::string_view source) { return MessageCompiler(source).compile(); }

}  // namespace polku::messages
