// SPDX-License-Identifier: EUPL-1.2
// A file that is chosen: its bytes stay on this device under a random name for as long as the draft speaks of it; the engine is only told what it is.
// Loaded when a file can be chosen. It imports nothing, so that it and the shell share no third file: what it needs of the device is handed in.
/** @typedef {typeof import('./drafts.js').deviceFiles} Device */

/** On a shared computer, and where the device keeps nothing: for as long as the page is open. @type {Map<string, Blob>} */
const held = new Map();

/** What keeping came to, and what the engine is told. @typedef {{typed: string[], trouble?: 'file-unreadable' | 'file-not-kept'}} Chosen */

/** "image/*,application/pdf" @param {string} accept @param {string} type */
const isAccepted = (accept, type) => accept === '' || accept.split(',').some((one) => (one.endsWith('/*') ? type.startsWith(one.slice(0, -1)) : one === type));

const hex = (/** @type {ArrayBuffer} */ bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * @param {Device} device
 * @param {File} file
 * @param {{accept: string, largest: number, draft: string, keeps: boolean, ref: string}} wanted ref: random
 * @returns {Promise<Chosen>}
 */
export async function keepFile(device, file, { accept, largest, draft, keeps, ref }) {
  const type = file.type.toLowerCase() || 'application/octet-stream';
  const about = [file.name, type, String(file.size)];
  // Refused by the engine, in words: not even read.
  if (file.size > largest || !isAccepted(accept, type)) return { typed: [...about, '', ''] };
  try {
    const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    const isKept = keeps && (await device.put(draft, ref, file).then(() => true, () => false));
    if (!isKept) held.set(ref, file);
    return { typed: [...about, sha256, ref], ...(keeps && !isKept && { trouble: /** @type {const} */ ('file-not-kept') }) };
  } catch {
    return { typed: [], trouble: 'file-unreadable' };
  }
}

/** Forgets what is held for answers that are gone. @param {unknown} facts everything the engine knows */
export function dropHeld(facts) {
  if (held.size === 0) return;
  const words = JSON.stringify(facts);
  for (const ref of held.keys()) if (!words.includes(ref)) held.delete(ref);
}

/** The device will be told to forget, the page goes on. @param {Device} device @param {string} draft */
export async function holdFiles(device, draft) {
  for (const { ref, bytes } of await device.all(draft).catch(() => [])) held.set(ref, bytes);
}

/** The other way round. @param {Device} device @param {string} draft */
export async function keepHeld(device, draft) {
  for (const [ref, bytes] of held) await device.put(draft, ref, bytes).then(() => held.delete(ref), () => {});
}
