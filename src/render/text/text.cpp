// SPDX-License-Identifier: EUPL-1.2
#include "render/text/text.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace polku::render {

using messages::Text;

namespace {

// Control characters would speak to the terminal, not to the reader: none gets through but the line feeds written here.
std::string clean(std::string_view words) {
  std::string result;
  for (std::size_t index = 0; index < words.size(); ++index) {
    const auto byte = static_cast<unsigned char>(words[index]);
    if (byte == 0xC2 && index + 1 < words.size() && static_cast<unsigned char>(words[index + 1]) < 0xA0) {
      ++index;  // U+0080 to U+009F
      result += ' ';
    } else {
      result += byte < 0x20 || byte == 0x7F ? ' ' : words[index];
    }
  }
  return result;
}

class Sheet {
 public:
  void line(std::string_view words, std::size_t indent = 0) {
    output_ += std::string(indent + indent_, ' ');
    output_ += words;
    while (!output_.empty() && output_.back() == ' ') output_.pop_back();
    output_ += '\n';
  }
  void block() {
    if (!output_.empty() && (output_.size() < 2 || output_[output_.size() - 2] != '\n')) output_ += '\n';
  }
  void heading(const Text& text, char under) {
    if (text.empty()) return;
    block();
    const std::string words = clean(text.words());
    line(words);
    line(std::string(text::count_code_points(words), under));
  }
  void indent(int by) { indent_ = static_cast<std::size_t>(static_cast<int>(indent_) + by); }
  std::string take() { return std::move(output_); }

 private:
  std::string output_;
  std::size_t indent_ = 0;
};

std::string words_of(const std::vector<messages::Span>& spans) {
  std::string words;
  for (const messages::Span& span : spans) {
    words += clean(span.words);
    if (span.kind == messages::Span::Kind::link) words += " <" + clean(span.address) + ">";
  }
  return words;
}

struct Writing {
  Sheet& sheet;
  const page::Page& page;

  void operator()(const page::Group& group) const {
    if (group.edge == page::Group::Edge::begin) sheet.heading(group.title, '-');
  }
  void operator()(const page::Heading& heading) const {
    if (heading.unfolds.empty()) return sheet.heading(heading.text, '-');
    sheet.block();
    sheet.line("+ " + clean(heading.text.words()));
    sheet.indent(2);
    (*this)(messages::parse_markup(heading.unfolds));
    sheet.indent(-2);
    sheet.block();
  }

  void operator()(const page::Prose& prose) const {
    using Kind = messages::Block::Kind;
    for (const messages::Block& block : prose.blocks) {
      if (block.kind == Kind::heading) {
        sheet.block();
        for (const auto& line : block.lines) sheet.line(words_of(line));
        if (!block.lines.empty()) sheet.line(std::string(text::count_code_points(words_of(block.lines.back())), '-'));
        continue;
      }
      sheet.block();
      int number = 0;
      for (const auto& line : block.lines) {
        ++number;
        const std::string mark = block.kind == Kind::bullets ? "- " : block.kind == Kind::numbers ? std::to_string(number) + ". " : "";
        sheet.line(mark + words_of(line));
      }
    }
  }

  void operator()(const page::Facts& facts) const {
    sheet.block();
    for (const auto& [label, value] : facts.pairs) sheet.line(clean(label.words()) + ": " + clean(value.words()));
  }

  void operator()(const page::Answers& answers) const {
    sheet.heading(answers.heading, '-');
    if (answers.heading.empty()) sheet.block();
    for (const page::AnswerLine& line : answers.lines) {
      if (line.values.size() == 1) {
        sheet.line(clean(line.label.words()) + ": " + clean(line.values.front().words()));
        continue;
      }
      sheet.line(clean(line.label.words()) + ":");
      for (const Text& value : line.values) sheet.line(clean(value.words()), 2);
    }
  }

  void operator()(const page::Rows& rows) const {
    sheet.block();
    if (rows.rows.empty() && !rows.empty.empty()) sheet.line(clean(rows.empty.words()));
    for (const page::Row& row : rows.rows) {
      sheet.line("* " + clean(row.title.words()));
      if (!row.problem.empty()) sheet.line("! " + clean(row.problem.words()), 2);
      for (const auto& [label, value] : row.facts) sheet.line(clean(label.words()) + ": " + clean(value.words()), 2);
      actions(row.actions, 2);
    }
  }

  void operator()(const page::Tasks& tasks) const {
    sheet.block();
    if (!tasks.completed.empty()) sheet.line(clean(tasks.completed.words()));
    for (const page::TaskRow& row : tasks.rows) {
      sheet.line("* " + clean(row.title.words()) + ": " + clean(row.status.words()) + (row.address.empty() ? "" : "  (" + clean(row.address) + ")"));
      if (!row.hint.empty()) sheet.line(clean(row.hint.words()), 2);
    }
  }

  void operator()(const page::Note& note) const {
    sheet.block();
    sheet.indent(2);
    (*this)(note.prose);
    actions(note.actions, 0);
    sheet.indent(-2);
  }

  void operator()(const page::Panel& panel) const {
    sheet.heading(panel.heading, '=');
    sheet.line(clean(panel.words.words()) + " " + clean(panel.reference.words()));
  }

  void operator()(const page::Progress& progress) const {
    sheet.block();
    sheet.line(clean(progress.text.words()));
  }

  void operator()(const page::Field& field) const {
    using Control = page::Field::Control;
    if (field.is_heading) {
      sheet.heading(field.label, '=');
    } else if (field.control != Control::tick) {
      sheet.block();
      if (!field.is_label_hidden) sheet.line(clean(field.label.words()));
    } else {
      sheet.block();
    }
    if (!field.note.empty()) sheet.line(clean(field.note.words()));
    if (!field.hint.empty()) sheet.line(words_of(messages::parse_inline(field.hint)));
    if (!field.more.text.empty()) (*this)(field.more);
    if (!field.problem.empty()) sheet.line("! " + clean(page.problem_prefix.words()) + clean(field.problem.words()));
    if (!field.warning.empty()) sheet.line("! " + clean(page.warning_prefix.words()) + clean(field.warning.words()));
    switch (field.control) {
      case Control::line: sheet.line(affix(field.prefix, "", " ") + "[" + typed(field, 0) + "]" + affix(field.suffix, " ", "")); break;
      case Control::lines: sheet.line("[" + typed(field, 0) + "]"); break;
      case Control::tick: sheet.line((value::is_empty(field.typed) ? "[ ] " : "[x] ") + clean(field.label.words())); break;
      case Control::parts: parts(field); break;
      case Control::file: file(field); break;
      case Control::choice:
      case Control::select:
      case Control::choices: options(field); break;
    }
    if (!field.length_note.empty()) sheet.line(clean(field.length_note.words()));
  }

  void actions(const std::vector<page::Action>& all, std::size_t indent) const {
    for (const page::Action& action : all) {
      const std::string subject = action.subject.empty() ? "" : " " + clean(action.subject.words());
      sheet.line("> " + clean(action.label.words()) + subject + "  (" + clean(action.address.empty() ? action.intent : action.address) + ")", indent);
    }
  }

 private:
  static std::string typed(const page::Field& field, std::size_t part) { return part < field.typed.size() ? clean(field.typed[part]) : std::string(); }
  static std::string affix(const Text& text, std::string_view before, std::string_view after) {
    return text.empty() ? std::string() : std::string(before) + clean(text.words()) + std::string(after);
  }
  // Parts beside each other share a line, unless one has something to say.
  void parts(const page::Field& field) const {
    std::string line;
    for (std::size_t at = 0; at < field.parts.size(); ++at) {
      const page::Part& part = field.parts[at];
      const bool speaks = !part.hint.empty() || !part.problem.empty();
      if (!line.empty() && (speaks || !part.is_beside)) sheet.line(std::exchange(line, {}));
      if (!part.hint.empty()) sheet.line(words_of(messages::parse_inline(part.hint)));
      if (!part.problem.empty()) sheet.line("! " + clean(page.problem_prefix.words()) + clean(part.problem.words()));
      if (part.control == page::Part::Control::select) {
        if (!line.empty()) sheet.line(std::exchange(line, {}));
        sheet.line(clean(part.label.words()));
        for (const page::Option& option : part.options) sheet.line((option.chosen ? "(o) " : "( ) ") + clean(option.label.words()));
        continue;
      }
      line += (line.empty() ? "" : "  ") + clean(part.label.words()) + " [" + typed(field, at) + "]";
    }
    if (!line.empty()) sheet.line(line);
  }
  void file(const page::Field& field) const {
    if (field.chosen.empty()) sheet.line("[]");
    for (const page::ChosenFile& chosen : field.chosen) {
      sheet.line("[" + clean(chosen.name.words()) + "] " + clean(chosen.size.words()));
      actions({chosen.remove}, 0);
    }
    options(field);
  }
  void options(const page::Field& field) const {
    const bool several = field.control == page::Field::Control::choices;
    for (const page::Option& option : field.options) {
      if (option.id.empty()) continue;  // a select's that chooses nothing
      if (option.is_apart) sheet.line(clean(page.divider.words()));
      const std::string mark = several ? (option.chosen ? "[x] " : "[ ] ") : (option.chosen ? "(o) " : "( ) ");
      sheet.line(mark + clean(option.label.words()));
      if (!option.hint.empty()) sheet.line(words_of(messages::parse_inline(option.hint)), 4);
      sheet.indent(4);
      for (const std::size_t index : option.reveals) {
        if (index < page.elements.size()) std::visit(*this, page.elements[index]);
      }
      sheet.indent(-4);
    }
  }
};

}  // namespace

std::string text(const page::Page& page) {
  Sheet sheet;
  const Writing writing{sheet, page};
  if (page.back) writing.actions({*page.back}, 0);
  if (!page.summary.empty()) {
    sheet.block();
    sheet.line("! " + clean(page.summary_heading.words()));
    for (const page::SummaryLine& line : page.summary) sheet.line("- " + clean(line.problem.words()), 2);
  }
  if (!page.caption.empty()) {
    sheet.block();
    sheet.line(clean(page.caption.words()));
  }
  sheet.heading(page.heading, '=');
  for (std::size_t index = 0; index < page.elements.size(); ++index) {
    if (std::find(page.nested.begin(), page.nested.end(), index) == page.nested.end()) std::visit(writing, page.elements[index]);
  }
  if (!page.actions.empty()) sheet.block();
  writing.actions(page.actions, 0);
  if (!page.saved.empty()) {
    sheet.block();
    sheet.line(clean(page.saved.words()));
  }
  if (!page.footer.empty()) sheet.block();
  writing.actions(page.footer, 0);
  return sheet.take();
}

std::string text(const page::Record& record) {
  Sheet sheet;
  const page::Page page;
  const Writing writing{sheet, page};
  sheet.line(clean(record.site.words()));
  sheet.heading(record.title, '=');
  writing(page::Facts{record.facts});
  for (const page::Answers& section : record.sections) writing(section);
  if (!record.note.empty()) {
    sheet.block();
    sheet.line(clean(record.note.words()));
  }
  return sheet.take();
}

}  // namespace polku::render
