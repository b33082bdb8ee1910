// SPDX-License-Identifier: EUPL-1.2
/** @import {Host, KeepEffect, Outcome} from '../types.js' */
import { replaceKept } from '../drafts.js';

/** @param {KeepEffect} effect @param {Host} host @returns {Promise<Outcome>} */
export async function keep(effect, host) {
  try {
    const record = { name: effect.name, revision: effect.revision, body: effect.body, at: Date.now() };
    if ((await replaceKept(record, effect.expected)) === 'newer-exists') return { outcome: 'not-kept', reason: 'newer-exists' };
    host.noteRevision(effect.revision);
    return { outcome: 'kept' };
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    return { outcome: 'not-kept', reason: isFull ? 'full' : 'unavailable' };
  }
}
