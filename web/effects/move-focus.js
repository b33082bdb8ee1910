// SPDX-License-Identifier: EUPL-1.2
/** @import {Host, MoveFocusEffect} from '../types.js' */

/** @param {MoveFocusEffect} effect @param {Host} host */
export function moveFocus(effect, host) {
  focusOn(host.stage, effect.target);
}

/**
 * @param {HTMLElement} stage
 * @param {string} target an element's id, or a place: "vehicles/r2/plate"
 */
export function focusOn(stage, target) {
  const id = target.replaceAll('/', '--');
  const element = /** @type {HTMLElement | null} */ (stage.querySelector(`[id="${CSS.escape(id)}"]`) ?? stage.querySelector('h1'));
  if (!element) return;
  if (element.matches('h1') && !element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus();
  // What stands above the heading (back link, caption) belongs to the page that begins.
  if ((target === 'heading' || target === 'summary') && stage.getBoundingClientRect().top < 0) stage.scrollIntoView();
}
