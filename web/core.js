// SPDX-License-Identifier: EUPL-1.2
// The only file that touches wasm memory. A trap (a failed allocation, a bug) leaves as a CoreTrap: the instance is of no use any more, its holder
// opens another from the same module and goes on from the facts.
/** @import {Exports, Facts, Intent, Outcome, Step} from './types.js' */

export class CoreTrap extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super('The engine stopped', { cause });
    this.name = 'CoreTrap';
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** All the imports there are; tests/wasm/imports.txt is the reviewed list. */
function imports() {
  return {
    wasi_snapshot_preview1: {
      /** @param {number} status */
      proc_exit(status) {
        throw new Error(`The engine left with status ${status}`);
      },
    },
    env: { emscripten_notify_memory_growth() {} },
  };
}

/** @param {WebAssembly.Module} module */
export async function openCore(module) {
  const wanted = new Set(WebAssembly.Module.imports(module).map(({ module: room, name }) => `${room}.${name}`));
  const known = new Set(Object.entries(imports()).flatMap(([room, names]) => Object.keys(names).map((name) => `${room}.${name}`)));
  for (const name of wanted) if (!known.has(name)) throw new Error(`The engine wants ${name}`);
  const instance = await WebAssembly.instantiate(module, imports());
  return new Core(/** @type {Exports} */ (/** @type {unknown} */ (instance.exports)));
}

/** @typedef {'polku_open' | 'polku_add_language' | 'polku_update' | 'polku_resolve' | 'polku_restore' | 'polku_call'} Asking */

export class Core {
  /** @param {Exports} exports */
  constructor(exports) {
    this.exports = exports;
    exports._initialize();
  }

  /** @param {string} pack the JSON text of polku_open's argument */
  open(pack) { return this.#ask('polku_open', pack); }
  /** @param {string} addition */
  addLanguage(addition) { return this.#ask('polku_add_language', addition); }
  /** @param {Intent} intent @returns {Step} */
  update(intent) { return this.#ask('polku_update', JSON.stringify(intent)); }
  /** @param {number} id @param {Outcome} outcome @returns {Step} */
  resolve(id, outcome) { return this.#ask('polku_resolve', JSON.stringify({ ...outcome, id })); }
  /** @param {Intent} begin @param {Facts} facts @returns {Step} */
  restore(begin, facts) { return this.#ask('polku_restore', JSON.stringify({ begin, facts })); }
  /** @returns {Facts} */
  facts() { return this.#ask('polku_facts'); }
  /** Of the module polku-rehearsal only: what tests and tools ask. @param {unknown} request */
  call(request) { return this.#ask('polku_call', JSON.stringify(request)); }
  close() { this.exports.polku_close(); }

  /** @param {Asking | 'polku_facts'} name @param {string} [argument] */
  #ask(name, argument) {
    try {
      const words = name === 'polku_facts' ? this.#read(this.exports.polku_facts()) : this.#pass(name, encoder.encode(argument));
      return JSON.parse(words);
    } catch (cause) {
      throw new CoreTrap(cause);
    }
  }

  /** @param {Asking} name @param {Uint8Array} bytes */
  #pass(name, bytes) {
    const pointer = this.exports.polku_allocate(bytes.length);
    if (pointer === 0 && bytes.length > 0) throw new RangeError('The engine has no memory left');
    // Views are made anew each time: memory that grew has another buffer.
    new Uint8Array(this.exports.memory.buffer, pointer, bytes.length).set(bytes);
    const words = this.#read(this.exports[name](pointer, bytes.length));
    this.exports.polku_release(pointer);
    return words;
  }

  /** @param {number} answer */
  #read(answer) {
    const length = new DataView(this.exports.memory.buffer).getUint32(answer, true);
    const words = decoder.decode(new Uint8Array(this.exports.memory.buffer, answer + 4, length));
    this.exports.polku_release(answer);
    return words;
  }
}
