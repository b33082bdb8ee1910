// SPDX-License-Identifier: EUPL-1.2
// Asking the rehearsal's wasm module, with nothing of Node: the same function runs in Chromium.

/** @param {WebAssembly.Exports} exports @param {string} text the request @returns {string} the answer's text: what is compared are bytes */
export function rehearse(exports, text) {
  const bytes = new TextEncoder().encode(text);
  const argument = exports.polku_allocate(bytes.length);
  new Uint8Array(exports.memory.buffer, argument, bytes.length).set(bytes);
  const answer = exports.polku_rehearse(argument, bytes.length);
  exports.polku_release(argument);
  const length = new DataView(exports.memory.buffer).getUint32(answer, true);
  const result = new TextDecoder().decode(new Uint8Array(exports.memory.buffer, answer + 4, length));
  exports.polku_release(answer);
  return result;
}
