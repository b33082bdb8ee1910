// SPDX-License-Identifier: EUPL-1.2
#include "host/terminal/import_words.h"

namespace polku::host {

namespace {

struct Reason {
  std::string_view code, words;
};

// clang-format off
constexpr Reason reasons[] = {
    {"look", "only how it looked there; pages here look after themselves"},
    {"without-effect", "has no effect in the source, or none here"},
    {"names-no-property", "speaks of a property that the schema does not have"},
    {"names-no-option", "speaks of an option that the schema does not have"},
    {"unused-definition", "a definition that nothing refers to"},
    {"condition-unsupported", "a condition that rules here cannot say: what depends on it is always asked"},
    {"conditional-wording", "words that are there under a condition only"},
    {"said-elsewhere", "another place says it already"},
    {"text-undefined", "names a text that is defined nowhere"},
    {"text-unused", "a text that the form does not use"},
    {"not-a-language", "is no language of this form"},
    {"pattern-unsupported", "a pattern outside what is matched here"},
    {"format-unknown", "a format that is not known here: any text is taken"},
    {"widget-unknown", "a widget that is not known here: the schema's type decides"},
    {"field-unknown", "a component that is not known here: the schema's type decides"},
    {"component-unknown", "a component that is not known here"},
    {"file-record-unknown", "a file kept in a form that is not known here"},
    {"file-type-unknown", "a type of file that is not known here"},
    {"never-valid", "types that contradict each other: no answer could ever be right"},
    {"asks-nothing", "asks nothing: no type, no constants, or hidden without a value"},
    {"needs-a-look-up", "filled in from a register: name the register as a look-up of the service"},
    {"closed-anyway", "no answers but the form's own can be given here"},
    {"names-open", "names of properties that are made up while answering"},
    {"not-in-form-language", "a constraint that questions here do not have"},
    {"not-understood", "not understood"},
};

struct Sentence {
  std::string_view code;
  int urgency;
  bool singly;
  std::string_view before, argument, after;
};
constexpr Sentence sentences[] = {
    {"reference-remote", 0, true, "The reference leads elsewhere and is not fetched: ", "reference", ". Put what it leads to under definitions."},
    {"reference-unknown", 0, true, "The reference leads to nothing: ", "reference", "."},
    {"reference-circular", 0, true, "The reference leads back to itself: ", "reference", ". A form cannot be endless."},
    {"root-not-an-object", 0, true, "The schema describes no object, so there are no questions in it.", "", ""},
    {"not-a-schema", 0, true, "This is no JSON Schema: an object is expected.", "", ""},
    {"too-large", 0, true, "The schema is too large: its parts multiply beyond what a form can have.", "", ""},
    {"too-deep", 0, true, "The schema is nested too deeply for a form.", "", ""},
    {"condition-unsupported", 1, true, "This condition cannot be said as a rule, so what depends on it is always asked.", "", ""},
    {"condition-reads-unknown", 1, true, "The condition reads a property that does not exist: ", "name", "."},
    {"condition-reads-later", 1, true, "The condition reads what is asked later, so it is left out: ", "reads", "."},
    {"condition-never-true", 1, true, "The condition compares with what is no option: ", "value", "."},
    {"types-contradict", 1, true, "The types contradict each other: elsewhere it is ", "type", "."},
    {"file-record-unknown", 1, true, "The file is kept in a form that is not known here, so its parts became questions.", "", ""},
    {"files-beforehand", 1, true, "Files are there from the beginning, which cannot be said here: publish them and link to them in the hint.", "", ""},
    {"conditional-wording", 2, true, "Other words under a condition, which are not shown; make two questions of it if they matter: ", "name", "."},
    {"required-unknown", 2, true, "Required, but there is no such property: ", "name", "."},
    {"required-may-be-empty", 4, false, "arrays are required, but may be empty, so nobody has to answer them", "", ""},
    {"required-in-optional", 2, true, "Required, but in a part that nobody has to fill in, so it is asked as optional: ", "name", "."},
    {"order-unknown", 2, true, "In the order, but there is no such property: ", "name", "."},
    {"ui-unknown", 2, true, "Described for the page, but there is no such property: ", "name", "."},
    {"option-unknown", 2, true, "Named, but not among the constants: ", "value", "."},
    {"path-unknown", 2, true, "The path leads to nothing: ", "path", "."},
    {"text-undefined", 2, true, "The text is used but defined nowhere: ", "key", "."},
    {"text-missing", 2, true, "The text is missing in a language: ", "key", "."},
    {"definition-unused", 3, true, "Nothing refers to the definition ", "name", "."},
    {"question-moved", 3, true, "Moved behind what decides whether it is asked: ", "question", "."},
    {"format-unknown", 3, true, "The format is not known here, any text is taken: ", "name", "."},
    {"pattern-unsupported", 3, true, "The pattern cannot be matched here, any text is taken: ", "pattern", ""},
    {"widget-unknown", 3, true, "The widget is not known here: ", "name", "."},
    {"field-unknown", 3, true, "The component is not known here: ", "name", "."},
    {"component-unknown", 3, true, "The component is not known here: ", "name", "."},
    {"file-type-unknown", 3, true, "The type of file is not known here: ", "name", "."},
    {"schema-says-nothing", 3, true, "A property without a schema asks nothing.", "", ""},
    {"array-of-nothing", 3, true, "An array whose entries are not described asks nothing.", "", ""},
    {"asks-nothing", 3, true, "It asks nothing: no type, no constants, or hidden without a value.", "", ""},
    {"text-said-twice", 4, false, "texts are defined again in a later file; the first counts", "", ""},
    {"text-unused", 4, false, "texts are defined and used nowhere in this form", "", ""},
};
// clang-format on

const Sentence* find(std::string_view code) {
  for (const Sentence& one : sentences) {
    if (one.code == code) return &one;
  }
  return nullptr;
}

}  // namespace

std::string reason_in_words(std::string_view reason) {
  for (const Reason& one : reasons) {
    if (one.code == reason) return std::string(one.words);
  }
  return std::string(reason);
}

std::string finding_in_words(const exchange::Finding& finding) {
  const Sentence* found = find(finding.code);
  if (!found) return finding.code;
  std::string words(found->before);
  for (const auto& [name, value] : finding.arguments) {
    if (name == found->argument) words.append("\"").append(value).append("\"");
    if (name == "language") words = value + ": " + words;
  }
  return words.append(found->after);
}

int urgency_of(std::string_view code) {
  const Sentence* found = find(code);
  return found ? found->urgency : 1;
}

bool is_told_singly(std::string_view code) {
  const Sentence* found = find(code);
  return !found || found->singly;
}

}  // namespace polku::host
