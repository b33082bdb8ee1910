// SPDX-License-Identifier: EUPL-1.2
// The language packs and the engine's own words inside native programs, so that the command line and the server need no files beside them;
// and the citizen's style sheet, for pages the studio shows outside a browser shell. Generated at build time by scripts/embed-words.mjs; the browser fetches the same files.
#pragma once

#include <string_view>
#include <vector>

namespace polku::host {

std::vector<std::string_view> embedded_languages();           // of the packs
std::string_view embedded_locale(std::string_view language);  // the pack as JSON, or empty
std::string_view embedded_words(std::string_view language);   // i18n/<language>.json, or empty
std::vector<std::string_view> embedded_import_languages();    // of i18n/import, what an imported service says that its source does not
std::string_view embedded_import_words(std::string_view language);
std::string_view embedded_style();  // assets/styles/polku.css in one piece, for a document instead of a shadow root

}  // namespace polku::host
