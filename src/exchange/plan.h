// SPDX-License-Identifier: EUPL-1.2
// What is asked, on which pages, in which words: the imported form before it is written down.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "exchange/tree.h"
#include "exchange/words.h"

namespace polku::exchange {

// How an answer is compared with what the source's conditions say.
enum class Comparison : std::uint8_t { text, number, money, truth, option, options, tick, list, nothing };

struct Asked {
  std::string id;
  std::string kind;
  json::Value members = json::Value::object();  // beside kind, required, when, valid and questions
  std::map<std::string, Words> words = {};      // "label", "option.yes.label"
  const Node* node = nullptr;
  std::string pointer = {};  // into the source's data
  Asked* list = nullptr;
  std::vector<Asked*> columns = {};
  std::vector<std::pair<json::Value, std::string>> options = {};  // the source's value → ours
  Comparison comparison = Comparison::text;
  bool is_answer = true;                                         // else a computed value or information
  bool is_required = false;                                      // before its object's own being optional is looked at
  bool is_shown = true;                                          // on its page
  std::vector<std::pair<std::string, json::Value>> checks = {};  // `valid`: id → rule
  std::vector<json::Value> further_when = {};                    // beside what the source's conditions say
  std::vector<const Asked*> unless_earlier = {};                 // optional object: required once one of these is answered
  bool is_in_optional = false;
  Piece sum_of = {};                           // computed: paths of what is summed
  Piece controlled_by = {};                    // computed: the path of the question that decides whether it is given
  std::vector<const Asked*> at_most_one = {};  // of these only one may be answered, told beside the last
};

struct PlannedGroup {
  bool boxed = false;
  bool in_print = true;  // its title stands before the names of its questions where they are printed
  std::string id;
  Words title, body;
};

struct Item {
  Asked* asked;
  const PlannedGroup* group = nullptr;
};

struct PlannedPage {
  std::string id, section;
  bool is_list = false;
  Words title, body;
  const Node* node = nullptr;  // whose conditions are the page's
  std::vector<Item> items;
};

struct Plan {
  std::string id;
  Words title, summary, introduction;
  std::deque<Asked> asked;
  std::deque<PlannedGroup> groups;
  std::vector<PlannedPage> pages;
  std::map<std::string, Words> sections;
  std::map<std::string, Words> row_titles, row_pages;  // page id → title, body
  std::set<const Node*> kept_back;                     // answers the source does not send
};

// Ids of kebab-case, each given once.
class Ids {
 public:
  std::string take(const std::string& wanted, const std::string& otherwise = {});

 private:
  std::set<std::string> taken_;
};
// "ulicaACislo" → "ulica-a-cislo", "Právnická osoba" → "pravnicka-osoba"; begins with a letter.
std::string kebab(std::string_view words);
// At most 64 characters: whole parts, the last ones.
std::string kebab_path(const std::vector<std::string>& parts);

struct Workshop {
  Ledger& ledger;
  Texts& texts;
  std::vector<Finding>& problems;
  Plan& plan;
  Ids question_ids = {}, page_ids = {};
  bool prints_names = false;  // the uiSchema says which names are left out in print: so those of fieldsets are in it

  void report(const Piece& piece, std::string code, std::vector<std::pair<std::string, std::string>> arguments = {}) {
    problems.push_back({name_of_document(piece.place.document), piece.place.pointer, std::move(code), std::move(arguments)});
  }
};

// A new question of a part of the tree, not on any page yet.
Asked& make_asked(Workshop& shop, const Node& node, const std::string& suffix = {});
// The constants of a leaf (or of what an array holds), with what they are called.
struct Choice {
  json::Value value;
  Words name, hint;
};
std::vector<Choice> read_choices(Workshop& shop, const Node& node);
// Of a leaf (or an array of constants): kind, constraints, words. false: it asks nothing.
bool describe_leaf(Workshop& shop, const Node& node, Asked& asked);
Words label_of(Workshop& shop, const Node& node);
Words hint_of(Workshop& shop, const Node& node);

// What the front ends have components of their own for (`ui:field`): several questions, or information. false: none of those.
class Walker;
Words links_beside(Workshop& shop, const Node& node, const char* where);
bool ask_specially(Workshop& shop, const Node& node, Walker& walker);
bool ask_for_files(Workshop& shop, const Node& node, Walker& walker);
void make_plan(Workshop& shop, const Node& root);
// In data of the source the value is `wanted`.
const std::string* option_of(const Asked& asked, const json::Value& wanted);

}  // namespace polku::exchange
