// SPDX-License-Identifier: EUPL-1.2
#include "sight_of_html.h"

#include <map>
#include <optional>
#include <string>

namespace polku::test {
namespace {

using render::Seen;
using Kind = Seen::Kind;

struct Tag {
  std::string name;
  std::map<std::string, std::string> attributes;

  bool has(const std::string& attribute) const { return attributes.count(attribute) != 0; }
  std::string get(const std::string& attribute) const { return has(attribute) ? attributes.at(attribute) : std::string(); }
  bool is_classed(const std::string& word) const { return (" " + get("class") + " ").find(" " + word + " ") != std::string::npos; }
};

std::string unescape(std::string_view source) {
  static const std::map<std::string_view, char> entities = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
  std::string words;
  while (!source.empty()) {
    bool is_entity = false;
    for (const auto& [entity, character] : entities) {
      if (source.substr(0, entity.size()) != entity) continue;
      words += character;
      source.remove_prefix(entity.size());
      is_entity = true;
      break;
    }
    if (is_entity) continue;
    words += source.front();
    source.remove_prefix(1);
  }
  return words;
}

// `source` begins after "<"; it is left after ">".
Tag take_tag(std::string_view& source) {
  Tag tag;
  const auto end_of_name = source.find_first_of(" >");
  tag.name = source.substr(0, end_of_name);
  source.remove_prefix(end_of_name);
  while (source.front() == ' ') {
    source.remove_prefix(1);
    const auto end = source.find_first_of(" =>");
    const std::string name{source.substr(0, end)};
    source.remove_prefix(end);
    std::string value;
    if (source.substr(0, 2) == "=\"") {
      const auto close = source.find('"', 2);
      value = unescape(source.substr(2, close - 2));
      source.remove_prefix(close + 1);
    }
    tag.attributes[name] = value;
  }
  source.remove_prefix(1);
  return tag;
}

bool holds_things(Kind kind) { return kind == Kind::question || kind == Kind::note || kind == Kind::card; }

class Reader {
 public:
  std::vector<Seen> read(std::string_view html) {
    while (!html.empty()) {
      if (html.front() != '<') {
        const auto end = html.find('<');
        take_words(unescape(html.substr(0, end)));
        html.remove_prefix(end == std::string_view::npos ? html.size() : end);
      } else if (html.substr(0, 2) == "</") {
        html.remove_prefix(html.find('>') + 1);
        open_.pop_back();
      } else {
        html.remove_prefix(1);
        begin(take_tag(html));
      }
    }
    return finish();
  }

 private:
  enum class Words { pass, stay };  // whether the words of an element are those of the elements around it too
  struct Open {
    Tag tag;
    std::optional<std::size_t> thing;
    Words words = Words::pass;
  };

  bool is_inside(const std::string& name, const std::string& word = {}) const {
    for (const Open& open : open_) {
      if (open.tag.name == name && (word.empty() || open.tag.is_classed(word))) return true;
    }
    return false;
  }

  std::size_t add(Seen seen) {
    seen_.push_back(std::move(seen));
    return seen_.size() - 1;
  }

  void take_words(const std::string& words) {
    for (std::size_t index = open_.size(); index-- > 0;) {
      const Open& open = open_[index];
      if (open.thing && !holds_things(seen_[*open.thing].kind)) (open.tag.name == "textarea" ? seen_[*open.thing].typed : seen_[*open.thing].words) += words;
      if (open.words == Words::stay) return;
    }
  }

  void begin(Tag tag) {
    if (tag.name == "br") return take_words("\n");
    if (tag.name == "input") return add_input(tag);
    Open open{tag, find_thing(tag), tag.name == "textarea" || tag.get("translate") == "no" ? Words::stay : Words::pass};
    open_.push_back(std::move(open));
  }

  void add_input(const Tag& tag) {
    if (tag.get("type") == "hidden") return;
    const bool is_box = tag.get("type") == "text" || tag.get("type") == "file";
    things_by_id_[tag.get("id")] = add({.kind = is_box ? Kind::box : Kind::option,
                                        .typed = is_box ? tag.get("value") : std::string(),
                                        .is_chosen = tag.has("checked"),
                                        .is_wrong = tag.has("aria-invalid")});
  }

  std::optional<std::size_t> find_thing(const Tag& tag) {
    const std::string& name = tag.name;
    if (name == "h1") {
      // A legend that is the page's heading is no label besides.
      if (!open_.empty() && open_.back().tag.name == "legend") {
        seen_[*open_.back().thing].kind = Kind::heading;
        return std::nullopt;
      }
      return add({.kind = Kind::heading});
    }
    if (name == "h2") return add({.kind = Kind::subheading});
    if (name == "summary") return add({.kind = Kind::title});
    // One that is heard only is said by the heading.
    if (name == "legend") return tag.is_classed("visually-hidden") ? std::nullopt : std::optional{add({.kind = Kind::label})};
    if (name == "label") return find_label(tag);
    if (name == "p") return find_paragraph(tag);
    if (name == "li" && tag.is_classed("card")) return add({.kind = Kind::card, .is_wrong = tag.is_classed("wrong")});
    if (name == "li" && is_inside("div", "prose")) return add({.kind = Kind::item});
    if (name == "a") return add({.kind = Kind::link});
    if (name == "button") return add({.kind = Kind::button, .is_current = tag.has("aria-current")});
    if (name == "dt") return add({.kind = Kind::term, .is_total = open_.back().tag.is_classed("total")});
    if (name == "dd" && !tag.has("class")) return add({.kind = Kind::value});
    if (name == "strong" && tag.get("translate") == "no") return add({.kind = Kind::reference});
    if (tag.is_classed("affix")) return add({.kind = Kind::affix});
    if (tag.is_classed("question")) return add({.kind = Kind::question, .is_wrong = tag.is_classed("wrong")});
    if (tag.is_classed("note")) return add({.kind = Kind::note, .tone = tone_of(tag)});
    if (name == "option") return add({.kind = Kind::option, .is_chosen = tag.has("selected")});
    if (name == "textarea") return things_by_id_[tag.get("id")] = add({.kind = Kind::box, .is_wrong = tag.has("aria-invalid")});
    return std::nullopt;
  }

  static Seen::Tone tone_of(const Tag& tag) {
    if (tag.is_classed("caution")) return Seen::Tone::caution;
    return tag.is_classed("good") ? Seen::Tone::good : Seen::Tone::plain;
  }

  std::optional<std::size_t> find_paragraph(const Tag& tag) {
    if (is_inside("dd", "value")) return add({.kind = Kind::value});
    if (tag.is_classed("hint")) return add({.kind = Kind::hint});
    if (tag.is_classed("problem")) return add({.kind = Kind::problem});
    if (tag.is_classed("warning")) return add({.kind = Kind::warning});
    if (tag.is_classed("title")) return add({.kind = Kind::title});
    return add({.kind = Kind::text, .tone = tone_of(tag)});
  }

  std::optional<std::size_t> find_label(const Tag& tag) {
    const std::string control = tag.get("for");
    if (const auto option = things_by_id_.find(control); option != things_by_id_.end()) return option->second;
    if (!open_.empty() && open_.back().tag.name == "h1") {
      labels_by_id_[control] = *open_.back().thing;
      return std::nullopt;
    }
    return labels_by_id_[control] = add({.kind = Kind::label});
  }

  std::vector<Seen> finish() {
    for (const auto& [id, label] : labels_by_id_) {
      if (const auto thing = things_by_id_.find(id); thing != things_by_id_.end()) seen_[thing->second].words = seen_[label].words;
    }
    std::vector<Seen> all;
    for (Seen& seen : seen_) {
      if (seen.kind == Kind::box && seen.typed.substr(0, 1) == "\n") seen.typed.erase(0, 1);  // a textarea's first line feed is dropped
      if (holds_things(seen.kind) || seen.kind == Kind::box || !seen.words.empty()) all.push_back(std::move(seen));
    }
    return all;
  }

  std::vector<Seen> seen_;
  std::vector<Open> open_;
  std::map<std::string, std::size_t> things_by_id_, labels_by_id_;
};

}  // namespace

std::vector<Seen> read_html(std::string_view html) { return Reader{}.read(html); }

}  // namespace polku::test
