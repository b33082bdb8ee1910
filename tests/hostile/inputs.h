// SPDX-License-Identifier: EUPL-1.2
// Everything that comes in from outside, each with a sample that is right and with what takes it in.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "problem/problem.h"
#include "session/session.h"

namespace polku::hostile {

// What became of it: what was told, and every page it led to.
struct Outcome {
  problem::Problems problems;
  std::vector<std::string> pages;  // HTML
};

enum class Audience { author, program, nobody };  // who is told what is wrong: problems with places, a problem without, or a page goes on without it

struct Input {
  std::string name, sample;
  Audience audience;
  std::function<Outcome(const std::string& bytes)> take;
};

// The resident parking permit of Koivuranta, in Finnish.
const session::World& permit();
std::vector<Input> all_inputs();

// The first thing in an HTML page that did not come from the renderer: an element, attribute or address it never writes. Empty: nothing.
std::string find_foreign_markup(std::string_view html);
// English, as an author reads it, and the arguments it wanted and did not get.
struct Sentence {
  std::string words;
  std::vector<std::string> missing;
};
Sentence sentence_of(const problem::Problem& problem);

}  // namespace polku::hostile
