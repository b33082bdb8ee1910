// SPDX-License-Identifier: EUPL-1.2
// The parts a page is drawn of. A new element of the page model is one more function here.
#pragma once

#include "render/imgui/brush.h"

namespace polku::render {

void draw_element(Brush& brush, const page::Element& element);
void draw_field(Brush& brush, const page::Field& field);
void draw_action(Brush& brush, const page::Action& action);
void draw_actions(Brush& brush, const std::vector<page::Action>& actions);
// One line of spans as one thing, then each link in it.
void draw_spans(Brush& brush, Seen::Kind kind, const std::vector<messages::Span>& spans);

}  // namespace polku::render
