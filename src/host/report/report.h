// SPDX-License-Identifier: EUPL-1.2
// Problems told to a person at a terminal or in the studio, or to a program.
#pragma once

#include <string>

#include "json/value.h"
#include "messages/catalog.h"
#include "problem/problem.h"

namespace polku::host {

enum class Form { words, json };

// "service.json:12:7  error  /pages/3/ask/0\n    There is no question …". In JSON: {"problems": […]} with each problem's sentence as "text".
std::string report(const problem::Problems& problems, Form form, const std::string& language = "en");
// The same as a value, for who adds to it.
json::Value report_as_json(const problem::Problems& problems, const std::string& language = "en");
std::string sentence(const problem::Problem& problem, const messages::Words& words);
// The engine's words alone, for sentences about files.
messages::Words engine_words_in(const std::string& language);

}  // namespace polku::host
