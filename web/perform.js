// SPDX-License-Identifier: EUPL-1.2
// Does what the engine asks for, one file an effect, and brings back the outcome under the effect's number.
/** @import {Effect, Host, Outcome} from './types.js' */
import { announce } from './effects/announce.js';
import { fetchIt } from './effects/fetch.js';
import { forget } from './effects/forget.js';
import { keep } from './effects/keep.js';
import { leave } from './effects/leave.js';
import { moveFocus } from './effects/move-focus.js';
import { recall } from './effects/recall.js';
import { wait } from './effects/wait.js';

/** @type {Record<Effect['effect'], (effect: any, host: Host) => Promise<Outcome | undefined | void> | void>} */
const performers = { announce, fetch: fetchIt, forget, keep, leave, 'move-focus': moveFocus, recall, wait };

// What changes the device goes one after the other, in the order asked: a Forget must not overtake a Keep, and nobody leaves before all is kept.
const ofTheDevice = new Set(['keep', 'recall', 'forget', 'leave']);
/** @type {Promise<unknown>} */
let lastInOrder = Promise.resolve();

/** Settles when everything asked so far about the device is done. */
export const settled = () => lastInOrder;

/** Does it when everything asked before about the device is done. @template T @param {() => Promise<T> | T} work @returns {Promise<T>} */
export function inOrder(work) {
  const doing = lastInOrder.then(work);
  lastInOrder = doing.catch(() => {});
  return doing;
}

/** @param {Effect} effect @param {Host} host */
export function perform(effect, host) {
  const performer = performers[effect.effect];
  if (!performer) throw new Error(`Unknown effect ${effect.effect}`);
  const doing = ofTheDevice.has(effect.effect) ? inOrder(() => performer(effect, host)) : performer(effect, host);
  if (!doing) return;
  doing.then((outcome) => { if (outcome) host.resolve(effect.id, outcome); });
}
