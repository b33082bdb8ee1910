// SPDX-License-Identifier: EUPL-1.2
// The studio's wasm and the author's files in its memory. Files lie there as in a repository: services/<id>/, sites/<id>/, calendars/, code-lists/<id>/.
/** @import {Files, Glue, Sight, StudioPage} from './types.js' */

const HOME = '/author';

export class Workshop {
  #glue;
  /** @param {Glue} glue */
  constructor(glue) {
    this.#glue = glue;
    for (const folder of [HOME, '/fonts']) glue.FS.mkdirTree(folder);
  }

  /** @param {string} name @param {Uint8Array} bytes */
  giveFont(name, bytes) { this.#glue.FS.writeFile(`/fonts/${name}.ttf`, bytes); }

  /** @param {string} path @param {string} words */
  write(path, words) {
    const file = `${HOME}/${path}`;
    this.#glue.FS.mkdirTree(file.slice(0, file.lastIndexOf('/')));
    this.#glue.FS.writeFile(file, words);
  }

  /** @param {string} path */
  has(path) { return this.#glue.FS.analyzePath(`${HOME}/${path}`).exists; }
  /** @param {string} path */
  read(path) { return this.has(path) ? this.#glue.FS.readFile(`${HOME}/${path}`, { encoding: 'utf8' }) : ''; }

  /** Whether there is a canvas to draw on. */
  open() { return this.#call('studio_open', 'number') === 1; }
  /** @param {number} width of the screen's dots @param {number} height @param {number} scale dots for one pixel of CSS */
  fit(width, height, scale) { this.#call('studio_fit', null, width, height, scale); }
  /** @param {string} service @param {string} site @param {string} today @returns {Files} */
  walk(service, site, today) {
    return this.#ask('studio_walk', `${HOME}/services/${service}`, site && `${HOME}/sites/${site}`, '', today);
  }
  /** @returns {Files} */
  readFiles() { return this.#ask('studio_read_files'); }
  /** @param {boolean} elsewhere */
  showPageElsewhere(elsewhere) { this.#call('studio_show_page_elsewhere', null, elsewhere ? 1 : 0); }
  /** @param {unknown} intent */
  act(intent) { this.#call('studio_act', null, JSON.stringify(intent)); }
  /** @param {string} words */
  paste(words) { this.#call('studio_paste', null, words); }
  /** @returns {StudioPage} */
  page() { return this.#ask('studio_page'); }
  /** @returns {Sight} */
  sight() { return this.#ask('studio_sight'); }

  /** @param {string} name @param {...string} words */
  #ask(name, ...words) { return JSON.parse(String(this.#call(name, 'string', ...words))); }

  /**
   * Words go by the heap: Emscripten's own way puts them on the stack, which a long text overflows.
   * @param {string} name @param {'string' | 'number' | null} result @param {...(string | number)} values
   */
  #call(name, result, ...values) {
    const glue = this.#glue;
    /** @type {number[]} */
    const held = [];
    const given = values.map((value) => {
      if (typeof value === 'number') return value;
      const size = glue.lengthBytesUTF8(value) + 1;
      const pointer = glue._malloc(size);
      if (pointer === 0) throw new RangeError('The studio has no memory left');
      held.push(pointer);
      glue.stringToUTF8(value, pointer, size);
      return pointer;
    });
    try {
      return glue.ccall(name, result, given.map(() => 'number'), given);
    } finally {
      for (const pointer of held) glue._free(pointer);
    }
  }
}
