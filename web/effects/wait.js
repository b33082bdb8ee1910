// SPDX-License-Identifier: EUPL-1.2
/** @import {Outcome, WaitEffect} from '../types.js' */

/** @param {WaitEffect} effect @returns {Promise<Outcome>} */
export async function wait(effect) {
  await new Promise((done) => setTimeout(done, effect.seconds * 1000));
  return { outcome: 'waited' };
}
