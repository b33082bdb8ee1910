// SPDX-License-Identifier: EUPL-1.2
// The one Trusted Types policy. Markup comes from the engine's renderer alone, which escapes in one place; nothing else may ask this file.

/** @typedef {{createHTML(html: string): string}} Policy */

/** @type {Policy} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('polku', { createHTML: (/** @type {string} */ html) => html }) ?? {
  createHTML: (html) => html,
};

/** @param {string} html of the engine's renderer @returns {DocumentFragment} */
export function parse(html) {
  const template = document.createElement('template');
  template.innerHTML = policy.createHTML(html);
  return template.content;
}
