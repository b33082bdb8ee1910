// SPDX-License-Identifier: EUPL-1.2
/** @import {ForgetEffect, Host} from '../types.js' */
import { forgetKept } from '../drafts.js';

/** @param {ForgetEffect} effect @param {Host} host */
export async function forget(effect, host) {
  await forgetKept(effect.name).catch(() => {});
  host.noteRevision(0);
}
