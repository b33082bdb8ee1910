// SPDX-License-Identifier: EUPL-1.2
/** @import {AnnounceEffect, Host} from '../types.js' */

/** @param {AnnounceEffect} effect @param {Host} host */
export function announce(effect, host) {
  const region = /** @type {HTMLElement} */ (host.root.querySelector('#polku-live'));
  region.lang = effect.language ?? host.stage.lang;
  region.dir = effect.direction ?? host.stage.dir;
  // Emptied first: the same words twice would not be heard the second time.
  region.textContent = '';
  setTimeout(() => { region.textContent = effect.text; }, 50);
}
