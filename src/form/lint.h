// SPDX-License-Identifier: EUPL-1.2
// Told to an author before publication: what compiles and is still wrong. One rule a file in lint/, each with a name and one sentence.
#pragma once

#include <memory>
#include <vector>

#include "form/form.h"
#include "form/review.h"
#include "form/site.h"
#include "messages/catalog.h"

namespace polku::form {

struct Subject {
  const json::Value& source;  // service.json
  const CompiledForm& form;
  std::vector<std::shared_ptr<const messages::Catalog>> catalogs = {};  // the service's, one a language
  const messages::Catalog* engine = nullptr;                            // English engine words, for keys a service may override
  const Site* site = nullptr;
  // Languages with a locale pack and engine words; null: not known here, not checked.
  const std::vector<std::string>* languages_with_pack = nullptr;
  std::vector<Review> reviews = {};                                               // what the catalogs say of themselves, the service's and the site's
  std::vector<std::shared_ptr<const messages::Catalog>> code_list_catalogs = {};  // of the code lists it uses, one a list and language
};

struct Lint {
  std::string_view name;  // "every-page-reachable"
  void (*run)(const Subject& subject, problem::Problems& problems);
};
const std::vector<Lint>& lints();
problem::Problems lint(const Subject& subject);

}  // namespace polku::form
