// SPDX-License-Identifier: EUPL-1.2
/** @import {Host, LeaveEffect} from '../types.js' */

/** @param {LeaveEffect} effect @param {Host} host */
export function leave(effect, host) {
  const address = new URL(effect.address, host.siteUrl);
  if (address.protocol === 'https:' || address.origin === location.origin) location.assign(address);
}
