// SPDX-License-Identifier: EUPL-1.2
/** @import {Host, LeaveEffect} from '../types.js' */

/** @param {LeaveEffect} effect @param {Host} host */
export function leave(effect, host) {
  // Where one gets back to.
  const here = encodeURIComponent(location.pathname + location.search + location.hash);
  const address = new URL(effect.address.replace('{here}', () => here), host.siteUrl);
  if (address.protocol === 'https:' || address.origin === location.origin) location.assign(address);
}
