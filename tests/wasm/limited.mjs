// SPDX-License-Identifier: EUPL-1.2
// A device with little memory: the same module, told that its memory may not grow beyond what it begins with and `more` bytes.
//
//   const module = await WebAssembly.compile(limitMemory(fs.readFileSync(wasmFile), 1 << 20));
const page = 65536;

/** LEB128, unsigned (WebAssembly Core Specification, 5.2.2). */
function readNumber(bytes, at) {
  let value = 0, shift = 0, byte;
  do {
    byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    shift += 7;
  } while (byte & 0x80);
  return { value, end: at };
}

function writeNumber(value) {
  const bytes = [];
  do {
    bytes.push((value % 128) | (value >= 128 ? 0x80 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return bytes;
}

/** @param {Uint8Array} bytes a module that defines one memory */
export function limitMemory(bytes, more) {
  for (let at = 8; at < bytes.length;) {
    const id = bytes[at];
    const size = readNumber(bytes, at + 1);
    if (id === 5) {
      // Section 5: a vector of memories, here one: flags, pages at first, pages at most (5.3.8, 5.5.8).
      const first = readNumber(bytes, size.end + 2).value;
      const section = [1, 1, ...writeNumber(first), ...writeNumber(first + Math.ceil(more / page))];
      return Uint8Array.from([...bytes.subarray(0, at), 5, ...writeNumber(section.length), ...section, ...bytes.subarray(size.end + size.value)]);
    }
    at = size.end + size.value;
  }
  throw new Error('the module has no memory of its own');
}

/** Takes all memory there is and gives `left` bytes of it back. @param {any} exports */
export function eatMemory(exports, left) {
  const held = [];
  for (let size = 1 << 20; size >= 64; size /= 2) {
    for (let block = exports.polku_allocate(size); block !== 0; block = exports.polku_allocate(size)) held.push({ block, size });
  }
  for (let given = 0; given < left && held.length > 0;) {
    const { block, size } = held.pop();
    exports.polku_release(block);
    given += size;
  }
}
