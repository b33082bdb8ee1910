// SPDX-License-Identifier: EUPL-1.2
// A page as semantic HTML: the content of <polku-service>'s shadow root. No style, script or event attribute is ever written, and every name is a
// literal (writer.h), so nothing that anyone typed can become markup.
//
// For the shell:
// - Two forms. #form holds fields and the primary button, which is its only submit button, so that Enter means Continue. Every other button belongs to
//   the empty #side. `event.submitter.value` is the intent: "continue", "choose-language:sv", "remove-row:2".
// - Links: href="#<address>" is Visit; href="#change:<address>:<place>" is Change.
// - Focus: "heading" and "summary" take focus; a place is the id of its first control, for a date of the group, which takes focus too.
// - A problem's link has data-focus: it moves focus and visits nothing.
// - The live region is the shell's own, beside the stage: painting would empty one in here.
#pragma once

#include <string>

#include "page/page.h"

namespace polku::render {

std::string html(const page::Page& page);

}  // namespace polku::render
