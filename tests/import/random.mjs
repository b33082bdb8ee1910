// SPDX-License-Identifier: EUPL-1.2
// The same numbers from the same seed on every machine (mulberry32).
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end) => Math.floor(next() * end);
  return {
    next, below,
    one: (list) => list[below(list.length)],
    chance: (share) => next() < share,
    /** `count` different ones, in the order they were drawn. */
    some(list, count) {
      const left = [...list];
      const drawn = [];
      while (drawn.length < count && left.length > 0) drawn.push(...left.splice(below(left.length), 1));
      return drawn;
    },
  };
}

/** A seed out of words. */
export const seedOf = (words) => [...words].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)) >>> 0, 7);
