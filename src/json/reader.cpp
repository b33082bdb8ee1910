// SPDX-License-Identifier: EUPL-1.2
#include "json/reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "text/utf8.h"

namespace polku::json {
namespace {

using problem::Code;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t longest_quote = 40;

// Walks over the bytes beside the parser, because its events carry no place: before each event only white space, commas and colons are left out,
// so that the next other byte is where the token begins. One pass, hence linear.
class Place {
 public:
  explicit Place(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t line() const { return line_; }
  std::uint32_t column() const { return column_; }

  void find_token() {
    while (at_ < bytes_.size() && is_between(bytes_[at_])) step();
  }

  // Takes the token at hand; the parser has found it well-formed.
  std::string_view take_token() {
    const std::size_t start = at_;
    if (at_ == bytes_.size()) return {};
    if (bytes_[at_] == '"') {
      step();
      while (at_ < bytes_.size() && bytes_[at_] != '"') {
        if (bytes_[at_] == '\\') step();
        step();
      }
      step();
    } else if (is_bracket(bytes_[at_])) {
      step();
    } else {
      while (at_ < bytes_.size() && !is_between(bytes_[at_]) && !is_bracket(bytes_[at_]) && bytes_[at_] != '"') step();
    }
    return bytes_.substr(start, at_ - start);
  }

  void go_to(std::size_t offset) {
    while (at_ < offset && at_ < bytes_.size()) step();
  }

 private:
  static bool is_between(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == ',' || byte == ':'; }
  static bool is_bracket(char byte) { return byte == '{' || byte == '}' || byte == '[' || byte == ']'; }

  void step() {
    if (at_ == bytes_.size()) return;
    const auto byte = static_cast<unsigned char>(bytes_[at_++]);
    if (byte == '\n') {
      ++line_;
      column_ = 1;
    } else if (at_ == bytes_.size() || (static_cast<unsigned char>(bytes_[at_]) & 0xC0u) != 0x80u) {
      ++column_;  // once a code point: when the next byte begins another
    }
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

class Handler {
 public:
  Handler(std::string_view bytes, const Limits& limits) : place_(bytes), bytes_(bytes), limits_(limits) {}

  bool null() { return put(Value()); }
  bool boolean(bool truth) { return put(Value(truth)); }
  bool number_integer(std::int64_t) { return put_number(); }
  bool number_unsigned(std::uint64_t) { return put_number(); }
  template <typename Float, typename Literal>
  bool number_float(Float, const Literal&) {
    return put_number();
  }
  bool string(std::string& words) { return put(Value(std::move(words))); }
  template <typename Bytes>
  bool binary(Bytes&) {
    return false;
  }
  bool start_object(std::size_t) { return open(Value::object()); }
  bool start_array(std::size_t) { return open(Value::array()); }
  bool key(std::string& name) {
    take();
    open_.back()->members().push_back(Member{std::move(name), Value()});
    return true;
  }
  bool end_object() {
    check_names(*open_.back());
    return close();
  }
  bool end_array() { return close(); }

  template <typename Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception& exception) {
    place_.go_to(position == 0 ? 0 : position - 1);
    if (exception.id == 406) {  // too large for the parser's own double, which we do not use
      report(Code::number_too_long, {{"found", quote(position)}});
    } else {
      report(Code::json_syntax, {{"found", quote(position)}});
    }
    return false;
  }

  void report_at(std::size_t offset, Code code, problem::ArgumentViews arguments) {
    place_.go_to(offset);
    report(code, arguments);
  }

  Reading finish() {
    Reading reading;
    reading.problems = std::move(problems_);
    if (reading.problems.empty()) reading.value = std::move(root_);
    return reading;
  }

 private:
  void report(Code code, problem::ArgumentViews arguments) { report(code, arguments, place_.line(), place_.column()); }
  void report(Code code, problem::ArgumentViews arguments, std::uint32_t line, std::uint32_t column) {
    problems_.push_back({.code = code, .arguments = copied(arguments), .pointer = pointer(), .document = limits_.document, .line = line, .column = column});
  }

  // To the innermost open container.
  std::string pointer() const {
    std::string pointer;
    for (std::size_t index = 0; index + 1 < open_.size(); ++index) {
      const Value& container = *open_[index];
      pointer = container.is(Type::array) ? problem::join_pointer(pointer, container.items().size() - 1)
                                          : problem::join_pointer(pointer, container.members().back().name);
    }
    return pointer;
  }

  // The character that the parser could not take, or nothing at the end.
  std::string quote(std::size_t position) const {
    std::size_t start = position == 0 ? 0 : position - 1;
    if (start >= bytes_.size()) return {};
    while (start > 0 && (static_cast<unsigned char>(bytes_[start]) & 0xC0u) == 0x80u) --start;
    std::string_view rest = bytes_.substr(start);
    std::string found;
    text::append_code_point(found, text::take_code_point(rest));
    return found;
  }

  std::string_view take() {
    place_.find_token();
    line_ = place_.line();
    column_ = place_.column();
    return place_.take_token();
  }

  bool put_number() {
    place_.find_token();
    line_ = place_.line();
    column_ = place_.column();
    const std::string_view literal = place_.take_token();
    auto number = text::Decimal::parse(literal);
    if (!number) report(Code::number_too_long, {{"found", literal.substr(0, longest_quote)}}, line_, column_);
    return place(number ? Value(*number) : Value()) != nullptr;
  }

  bool put(Value value) {
    take();
    return place(std::move(value)) != nullptr;
  }

  bool open(Value container) {
    take();
    if (open_.size() == limits_.depth) {
      report(Code::json_too_deep, {{"maximum", text::Decimal{static_cast<std::int64_t>(limits_.depth)}}}, line_, column_);
      return false;
    }
    Value* placed = place(std::move(container));
    if (!placed) return false;
    open_.push_back(placed);
    return true;
  }

  bool close() {
    take();
    open_.pop_back();
    return true;
  }

  // Where a value lies stays its address while it is open: only the innermost open container grows.
  Value* place(Value value) {
    if (++values_ > limits_.values) {
      report(Code::json_too_many_values, {{"maximum", text::Decimal{static_cast<std::int64_t>(limits_.values)}}}, line_, column_);
      return nullptr;
    }
    value.line = line_;
    value.column = column_;
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Value& parent = *open_.back();
    if (parent.is(Type::array)) {
      parent.items().push_back(std::move(value));
      return &parent.items().back();
    }
    Value& member = parent.members().back().value;
    member = std::move(value);
    return &member;
  }

  // By sorting, not hashing: nobody can choose names that make it slow.
  void check_names(const Value& object) {
    const Value::Object& members = object.members();
    if (members.size() < 2) return;
    const auto sorted = sorted_members(members, [](const Member* left, const Member* right) {
      if (left->name.size() != right->name.size()) return left->name.size() < right->name.size();
      const int order = left->name.compare(right->name);
      return order != 0 ? order < 0 : left < right;
    });
    for (std::size_t index = 1; index < sorted.size(); ++index) {
      if (sorted[index]->name != sorted[index - 1]->name) continue;
      const Member& repeated = *sorted[index];
      report(Code::json_repeated_name, {{"name", repeated.name}}, repeated.value.line, repeated.value.column);
    }
  }

  Place place_;
  std::string_view bytes_;
  const Limits& limits_;
  problem::Problems problems_;
  Value root_;
  std::vector<Value*> open_;
  std::size_t values_ = 0;
  std::uint32_t line_ = 0;
  std::uint32_t column_ = 0;
};

}  // namespace

Reading read(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.bytes) {
    Handler handler({}, limits);
    handler.report_at(0, Code::json_too_large, {{"maximum", text::Decimal{static_cast<std::int64_t>(limits.bytes)}}});
    return handler.finish();
  }
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  Handler handler(bytes, limits);
  if (const auto offset = text::find_invalid_utf8(bytes)) {
    handler.report_at(*offset, Code::not_utf8, {{"offset", text::Decimal{static_cast<std::int64_t>(*offset)}}});
    return handler.finish();
  }
  // The parser takes a zero byte for the end of its input.
  if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos) {
    handler.report_at(zero, Code::json_syntax, {{"found", std::string_view{"\0", 1}}});
    return handler.finish();
  }
  nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &handler);
  return handler.finish();
}

}  // namespace polku::json
