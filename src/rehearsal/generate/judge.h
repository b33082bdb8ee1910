// SPDX-License-Identifier: EUPL-1.2
// The properties every moment of every transaction has, each with its name in a failure:
//   "walks-alike"    walking and painting again gives the same journey and the same bytes, and so do facts read back
//   "asked-plainly"  what is asked, every live value, where the way ends and whether it is complete are as DECISIONS 5 to 7 read plainly (plain_reading.h)
//   "silent"         other answers where nothing is asked change no byte of any page and of what would be sent
//   "returns"        what was answered before its question went stands there again when the question comes back; only what the service filled in may follow its source
//   "restores"       facts read back give the same page and the same submission
//   "words"          no page lacks a text, and its markup is balanced
//   "accepted"       what the session holds to be complete, a verifier takes; it makes the same canonical bytes of it
//   "alteration"     the same with one part altered is refused
//   "entitled"       a recipient's delivery has what it is entitled to and nothing else
#pragma once

#include <string>
#include <vector>

#include "rehearsal/generate/dice.h"
#include "rehearsal/generate/engine.h"
#include "rehearsal/generate/features.h"

namespace polku::rehearsal::generate {

struct Failure {
  std::string property, found;
};

class Judge {
 public:
  Judge(const session::World& world, const Engine& engine, Dice dice, Features& features) : world_(world), engine_(engine), dice_(dice), features_(features) {}

  // A moment of one tab. `html`: as it was painted then.
  void judge(const session::State& state, const std::string& html);
  // The person has put other answers in place of these: another tab, begun anew.
  void forget();
  // Something a verifying host has stored; `today`: its day.
  void judge_stored(const std::string& body, const calendar::Date& today);

  std::vector<Failure> take_failures() { return std::move(failures_); }

 private:
  void fail(std::string property, std::string found);
  void judge_walk(const session::State& state, const journey::Journey& journey, const std::string& html);
  void judge_asked(const session::State& state, const journey::Journey& journey);
  void judge_return(const session::State& state, const journey::Journey& journey);
  void judge_silence(const session::State& state, const journey::Journey& journey);
  void judge_restoring(const session::State& state);
  void judge_words(const std::string& html);
  void judge_alteration(const json::Value& submission, const session::State& state, const calendar::Date& today);
  void judge_deliveries(const json::Value& submission);
  std::string sight(const session::State& state, const journey::Journey& journey) const;

  const session::World& world_;
  const Engine& engine_;
  Dice dice_;
  Features& features_;
  std::vector<Failure> failures_;
  std::set<journey::Place> asked_;                          // now
  std::map<journey::Place, journey::Answer> out_of_sight_;  // answered, and not asked at the last moment
};

// Why a text of HTML is not balanced, or "".
std::string find_unbalanced(const std::string& html);
// A message that was not found: "[question.name.label]", or "".
std::string find_missing_text(const std::string& html);

}  // namespace polku::rehearsal::generate
