// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "form/lint/lints.h"
#include "text/language_tag.h"

namespace polku::form::linting {

void languages_have_packs(const Subject& subject, problem::Problems& problems) {
  if (!subject.languages_with_pack) return;
  const std::vector<std::string>& packs = *subject.languages_with_pack;
  for (std::size_t index = 0; index < subject.form.languages.size(); ++index) {
    bool has_pack = false;
    for (const std::string& tag : text::lookup_chain(subject.form.languages[index])) {
      has_pack = has_pack || std::find(packs.begin(), packs.end(), tag) != packs.end();
    }
    if (has_pack) continue;
    problems.push_back(
        at(subject, problem::Code::language_without_pack, {{"language", subject.form.languages[index]}}, problem::join_pointer("/languages", index)));
  }
}

}  // namespace polku::form::linting
