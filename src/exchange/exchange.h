// SPDX-License-Identifier: EUPL-1.2
// What others wrote their forms in, read as a service: JSON Schema (draft-07 and 2020-12) with the uiSchema of react-jsonschema-form and texts by key.
//
//   auto imported = exchange::import_json_schema({.schema = {"form.json", schema, digest}, .languages = {{"sk", words}}, .language = "sk"});
//   if (!imported.service) return imported.problems;      // refused: why, and where in which document
//
// Every occurrence of a schema keyword, every leaf of a uiSchema and of the texts is a construct. Whoever carries one over says so in the ledger
// (ledger.h); what nobody said of is a loss, so that nothing is dropped in silence. No sentence is made here: problems and losses are codes.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "json/value.h"

namespace polku::exchange {

struct Document {
  std::string name;  // as the person called it
  json::Value value;
  std::string sha256;
};

// What the importer itself says in a language, from i18n/import: "add", "start.title", …
using OwnWords = std::map<std::string, std::string>;

struct Sources {
  Document schema;
  std::optional<Document> ui_schema = {};
  std::vector<Document> translations = {};  // the first that has a key says it
  std::map<std::string, OwnWords> own_words = {};
  std::string language = "en";  // of texts that stand in the schema itself
  std::string id = {};          // of the service; empty: from the schema's title
};

// "schema", "ui-schema", "translations/0"
struct Loss {
  std::string document, pointer, construct, reason;
};

struct Finding {
  std::string document, pointer, code;
  std::vector<std::pair<std::string, std::string>> arguments = {};
};

struct Import {
  std::optional<json::Value> service;  // nothing: it could not be read at all
  std::vector<std::pair<std::string, json::Value>> catalogs;
  json::Value record;  // import.json
  std::vector<Loss> losses;
  std::vector<Finding> problems;
  std::size_t constructs = 0, questions = 0, pages = 0, conditions = 0;
};

Import import_json_schema(const Sources& sources);

}  // namespace polku::exchange
