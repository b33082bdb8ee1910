// SPDX-License-Identifier: EUPL-1.2
// Inside this room only: the rules, one a file, and what several of them need.
#pragma once

#include <string>
#include <vector>

#include "form/lint.h"

namespace polku::form::linting {

// No page stands behind a rule that never holds, or behind an exit that everybody takes.
void every_page_reachable(const Subject& subject, problem::Problems& problems);
// A question in the dictionary stands on a page.
void every_question_asked(const Subject& subject, problem::Problems& problems);
// What is asked is given to somebody: otherwise it need not be asked.
void every_question_entitled(const Subject& subject, problem::Problems& problems);
// What a citizen must read exists in every declared language.
void messages_complete(const Subject& subject, problem::Problems& problems);
// A catalog holds no key that nothing says: most are mistyped.
void messages_used(const Subject& subject, problem::Problems& problems);
// Words that unfold have a title, and under a title something unfolds.
void more_is_whole(const Subject& subject, problem::Problems& problems);
// A message names only what is known where it is said.
void message_arguments_known(const Subject& subject, problem::Problems& problems);
// Links in markup lead to https, mailto, tel or a path.
void markup_links_allowed(const Subject& subject, problem::Problems& problems);
// Whoever asks for something personal says what for.
void personal_has_reason(const Subject& subject, problem::Problems& problems);
// A declared language has numbers, dates and the engine's words.
void languages_have_packs(const Subject& subject, problem::Problems& problems);
// A legal amount in the definition is used by a rule.
void amounts_used(const Subject& subject, problem::Problems& problems);
// A catalog says whether a reader of its language has reviewed it.
void catalogs_tell_review(const Subject& subject, problem::Problems& problems);
// Every recipient can be reached from this site.
void recipients_have_connectors(const Subject& subject, problem::Problems& problems);
// What a look-up asks, this site can ask.
void look_ups_have_sources(const Subject& subject, problem::Problems& problems);
// Who is invited finds the service to answer in, and what they are asked.
void invited_can_answer(const Subject& subject, problem::Problems& problems);
// What is paid can be paid at this site.
void payment_has_provider(const Subject& subject, problem::Problems& problems);
// What a look-up is asked with stands in an address.
void look_ups_ask_nothing_personal(const Subject& subject, problem::Problems& problems);

// ---- needed by several ----
// At a pointer into service.json, with its place.
problem::Problem at(const Subject& subject, problem::Code code, std::vector<problem::Argument> arguments, std::string pointer,
                    problem::Severity severity = problem::Severity::error);
// At a key of a catalog.
problem::Problem in_catalog(const messages::Catalog& catalog, std::string_view key, problem::Code code, std::vector<problem::Argument> arguments,
                            problem::Severity severity = problem::Severity::error);
// "question.x.more", "page.x.more": words that unfold.
bool is_more(std::string_view key);
// Of such words their title, of the title the words; empty: of something else.
std::string other_half(std::string_view key);
enum class Constant { holds, never_holds, depends };
Constant constant_of(const rules::Rule& rule);  // an empty rule holds

}  // namespace polku::form::linting
