// SPDX-License-Identifier: EUPL-1.2
/** @import {Host, Outcome, RecallEffect} from '../types.js' */
import { readKept } from '../drafts.js';

/** @param {RecallEffect} effect @param {Host} host @returns {Promise<Outcome>} */
export async function recall(effect, host) {
  const kept = await readKept(effect.name).catch(() => undefined);
  if (!kept) return { outcome: 'recalled', revision: 0 };
  // An answer is read in the language it was typed in.
  const languages = new Set([...kept.body.matchAll(/"language"\s*:\s*"([A-Za-z0-9-]+)"/g)].map((match) => /** @type {string} */ (match[1])));
  await Promise.all([...languages].map((language) => host.addLanguage(language).catch(() => {})));
  host.noteRevision(kept.revision);
  return { outcome: 'recalled', body: kept.body, revision: kept.revision };
}
