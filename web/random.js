// SPDX-License-Identifier: EUPL-1.2

/** @param {number} bytes @returns {string} hexadecimal digits, two a byte */
export function randomHex(bytes) {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
