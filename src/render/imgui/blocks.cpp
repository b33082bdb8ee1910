// SPDX-License-Identifier: EUPL-1.2
#include "render/imgui/intent.h"
#include "render/imgui/parts.h"

namespace polku::render {
namespace {

using Kind = Seen::Kind;

Seen::Tone tone_of(page::Note::Tone tone) {
  switch (tone) {
    case page::Note::Tone::calm: return Seen::Tone::plain;
    case page::Note::Tone::warning: return Seen::Tone::caution;
    case page::Note::Tone::good: break;
  }
  return Seen::Tone::good;
}

void append_words(std::vector<messages::Span>& spans, const std::vector<messages::Span>& line) { spans.insert(spans.end(), line.begin(), line.end()); }

struct Drawing {
  Brush& brush;

  void operator()(const page::Field& field) const { draw_field(brush, field); }
  void operator()(const page::Group& group) const {
    if (group.edge == page::Group::Edge::begin) brush.say(Kind::subheading, group.title);
  }
  // Always unfolded: an author wants to see it.
  void operator()(const page::Heading& heading) const {
    if (heading.unfolds.empty()) return brush.say(Kind::subheading, heading.text);
    brush.say(Kind::title, heading.text);
    brush.indent();
    (*this)(messages::parse_markup(heading.unfolds));
    brush.unindent();
  }

  void operator()(const page::Prose& prose) const {
    using BlockKind = messages::Block::Kind;
    for (const messages::Block& block : prose.blocks) {
      brush.gap();
      if (block.kind == BlockKind::bullets || block.kind == BlockKind::numbers) {
        for (const auto& line : block.lines) draw_spans(brush, Kind::item, line);
        continue;
      }
      std::vector<messages::Span> spans;
      for (const auto& line : block.lines) {
        if (!spans.empty() && block.kind == BlockKind::paragraph) spans.push_back({messages::Span::Kind::words, "\n", {}});
        append_words(spans, line);
      }
      draw_spans(brush, block.kind == BlockKind::heading ? Kind::subheading : Kind::text, spans);
    }
  }

  void operator()(const page::Facts& facts) const {
    for (const auto& [label, value] : facts.pairs) {
      brush.say(Kind::term, label);
      brush.indent();
      brush.say(Kind::value, value);
      brush.unindent();
    }
  }

  void operator()(const page::Answers& answers) const {
    brush.say(Kind::subheading, answers.heading);
    for (const page::AnswerLine& line : answers.lines) {
      brush.say({.kind = Kind::term, .words = line.label.words(), .is_total = line.is_total});
      brush.indent();
      for (const messages::Text& value : line.values) brush.say(Kind::value, value);
      if (line.change) draw_action(brush, *line.change);
      brush.unindent();
    }
  }

  void operator()(const page::Rows& rows) const {
    if (rows.rows.empty()) brush.say(Kind::text, rows.empty);
    for (const page::Row& row : rows.rows) {
      brush.arrive(row.id);
      brush.begin({.kind = Kind::card, .is_wrong = !row.problem.empty()});
      brush.say(Kind::title, row.title);
      if (!row.problem.empty()) brush.say({.kind = Kind::problem, .words = brush.page().problem_prefix.words() + row.problem.words()});
      (*this)(page::Facts{row.facts});
      draw_actions(brush, row.actions);
      brush.end();
    }
  }

  void operator()(const page::Tasks& tasks) const {
    brush.say(Kind::text, tasks.completed);
    for (const page::TaskRow& row : tasks.rows) {
      brush.gap();
      if (row.address.empty()) {
        brush.say(Kind::title, row.title);
      } else {
        page::Action link;
        link.label = row.title;
        link.address = row.address;
        draw_action(brush, link);
      }
      brush.indent();
      brush.say(Kind::hint, row.hint);
      brush.say(Kind::text, row.status);
      brush.unindent();
    }
  }

  void operator()(const page::Note& note) const {
    brush.arrive(note.id);
    brush.begin({.kind = Kind::note, .tone = tone_of(note.tone)});
    (*this)(note.prose);
    draw_actions(brush, note.actions);
    brush.end();
  }

  void operator()(const page::Panel& panel) const {
    brush.arrive("heading");
    brush.say(Kind::heading, panel.heading);
    brush.say(Kind::text, panel.words);
    brush.say(Kind::reference, panel.reference);
  }

  void operator()(const page::Progress& progress) const { brush.say(Kind::text, progress.text); }
};

}  // namespace

void draw_element(Brush& brush, const page::Element& element) { std::visit(Drawing{brush}, element); }

void draw_spans(Brush& brush, Kind kind, const std::vector<messages::Span>& spans) {
  std::string words;
  for (const messages::Span& span : spans) words += span.words;
  brush.say({.kind = kind, .words = words});
  for (const messages::Span& span : spans) {
    if (span.kind != messages::Span::Kind::link) continue;
    if (brush.link({.kind = Kind::link, .words = span.words}, span.address) == Brush::Press::yes) brush.act(deed_of_link(span.address));
  }
}

void draw_action(Brush& brush, const page::Action& action) {
  std::string words = action.label.words();
  if (!action.subject.empty()) words += " " + action.subject.words();
  if (!action.address.empty()) {
    if (brush.link({.kind = Kind::link, .words = words}, action.address) == Brush::Press::yes) brush.act(deed_of_link(action.address));
    return;
  }
  if (brush.button({.kind = Kind::button, .words = words}, action.intent, action.look) != Brush::Press::yes) return;
  if (auto deed = deed_of_button(action.intent, brush.gathered())) brush.act(std::move(*deed));
}

void draw_actions(Brush& brush, const std::vector<page::Action>& actions) {
  if (!actions.empty()) brush.gap();
  for (const page::Action& action : actions) draw_action(brush, action);
}

}  // namespace polku::render
