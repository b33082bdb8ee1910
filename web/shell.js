// SPDX-License-Identifier: EUPL-1.2
// One service being walked: passes intents and outcomes to the engine, its pages to the painter, its wishes to perform.js. Decides nothing.
/** @import {Facts, Given, Host, Intent, Outcome, PublicSite, Step, Storage} from './types.js' */
/** @import {Core} from './core.js' */
/** @import {Cause, Painter} from './paint.js' */
import { CoreTrap, openCore } from './core.js';
import { canKeep, deviceFiles } from './drafts.js';
import { addressShown } from './paint.js';
import { inOrder, perform, settled } from './perform.js';
import { randomHex } from './random.js';
import { todayIn } from './today.js';

/** @type {Promise<typeof import('./files.js')> | undefined} */
let filesLoading;
/** Got when a file can be chosen, not before: few services ask for one. */
function loadFiles() {
  filesLoading ??= import('./files.js');
  filesLoading.catch(() => { filesLoading = undefined; });
  return filesLoading;
}

const SHARED = 'polku:shared-computer';
const LANGUAGE = 'polku:language';
const TRAPS_A_MINUTE = 3;

/** The browser held files of two versions. */
export class OutdatedFiles extends Error {}

/**
 * @typedef {object} Loaded
 * @property {WebAssembly.Module} module
 * @property {PublicSite} site
 * @property {string} siteUrl
 * @property {string} theme its tokens as CSS
 * @property {string} service
 * @property {string} language
 * @property {string} pack
 * @property {Given | undefined} [given] what the page around knows already
 * @property {Record<string, Record<string, string>>} warnings by language: what the shell itself says while an engine is there
 * @property {(language: string) => Promise<string>} loadLanguage the argument of polku_add_language
 */

export class Shell {
  /** @type {Core | undefined} */
  #core;
  /** @type {Facts} */
  #facts = { revision: 0 };
  /** @type {[Intent, Cause][]} */
  #queue = [];
  /** @type {number[]} */
  #traps = [];
  /** @type {Map<string, Promise<string>>} */
  #languages = new Map();
  /** Outcomes for an engine that is gone are dropped. */
  #generation = 0;
  #storage = /** @type {Storage} */ ('device');
  #language;
  #kind = '';
  #unsaved = false;

  /**
   * @param {Loaded} loaded
   * @param {Painter} painter
   * @param {(error: unknown) => void} fail
   * @param {string} around the language of the page around
   */
  constructor(loaded, painter, fail, around) {
    this.around = around;
    this.loaded = loaded;
    this.painter = painter;
    this.fail = fail;
    this.#language = loaded.language;
    this.revision = 0;
    this.#languages.set(loaded.language, Promise.resolve(''));
  }

  // ---- what intent.js sees ----
  get stage() { return this.painter.stage; }
  get isPainting() { return this.painter.isPainting; }
  get hasHistory() { return this.painter.manner.hasHistory; }
  get wouldLoseAnswers() { return this.#unsaved; }
  get keeps() { return this.#storage === 'device'; }
  get isSending() { return this.#kind === 'sending'; }

  async start() {
    this.#storage = sessionStorageItem(SHARED) ? 'none' : (await canKeep()) ? 'device' : 'unavailable';
    await this.#open();
    this.#step(() => this.#engine().update(this.#begin(this.hasHistory ? addressShown() : '')), 'begin');
  }

  /** @param {Intent} intent @param {Cause} [cause] */
  send(intent, cause = 'act') {
    if (!this.#core) {
      this.#queue.push([intent, cause]);
    } else if (intent.intent === 'choose-language') {
      const language = String(intent['language']);
      this.addLanguage(language).then(() => this.#update(intent, cause), () => this.#warn('language-failed'));
    } else {
      this.#update(intent, cause);
    }
  }

  /** @param {HTMLInputElement} input */
  async chooseFile(input) {
    const files = [...(input.files ?? [])];
    const { place = '', largest } = input.dataset;
    if (!POLKU_HAS_FILES || files.length === 0) return;
    /** @type {string[]} */
    const typed = [];
    let trouble;
    // One after the other: a cheap phone has no room for several photographs at once.
    for (const file of files) {
      const kept = loadFiles().then(({ keepFile }) => keepFile(deviceFiles, file, {
        accept: input.accept, largest: Number(largest), draft: this.#name, keeps: this.keeps, ref: randomHex(16),
      }));
      const one = await kept.catch(() => ({ typed: [], trouble: 'file-unreadable' }));
      typed.push(...one.typed);
      trouble ??= one.trouble;
    }
    // The page says what was chosen; the control would go on naming a file that was refused or removed.
    input.value = '';
    if (typed.length > 0) this.send({ intent: 'type', place, typed });
    const told = trouble ?? (this.#storage === 'unavailable' && typed[4] ? 'file-not-kept' : undefined);
    if (told) this.#warn(told);
  }

  stop() {
    this.#generation += 1;
    this.#core = undefined;
  }

  /** Another tab went on: what is kept is the truth. */
  async restart() {
    this.stop();
    try {
      await settled();
      await this.#open();
      this.#step(() => this.#engine().update(this.#begin(this.painter.address ?? '')), 'visit');
    } catch (error) {
      this.fail(error);
    }
  }

  /** @param {string} language */
  async addLanguage(language) {
    if (this.#languages.has(language)) return void (await this.#languages.get(language));
    const loading = this.loaded.loadLanguage(language);
    this.#languages.set(language, loading);
    try {
      const addition = await loading;
      const problems = this.#core?.addLanguage(addition).problems ?? [];
      if (problems.length > 0) throw new Error(JSON.stringify(problems));
    } catch (error) {
      this.#languages.delete(language);
      throw error;
    }
  }

  #engine() {
    if (!this.#core) throw new Error('The engine is not open');
    return this.#core;
  }

  async #open() {
    const core = await openCore(this.loaded.module);
    const answer = core.open(this.loaded.pack);
    if (!answer.open) {
      const isOutdated = answer.problems.some((/** @type {{code: string}} */ { code }) => code === 'unknown-format-version');
      throw new (isOutdated ? OutdatedFiles : Error)(`The service cannot be opened: ${JSON.stringify(answer.problems)}`);
    }
    for (const addition of await Promise.all(this.#languages.values())) if (addition) core.addLanguage(addition);
    this.#core = core;
  }

  /** @param {string} address @returns {Intent} */
  #begin(address) {
    return { intent: 'begin', language: this.#language, address, storage: this.#storage, seed: randomHex(16), today: this.#today(), ...(this.loaded.given && { given: this.loaded.given }) };
  }

  get #name() { return `${this.loaded.site.id}/${this.loaded.service}`; }

  #today() { return todayIn(this.loaded.site.timeZone); }

  /** @param {Intent} intent @param {Cause} cause */
  #update(intent, cause) {
    if (intent.intent === 'use-shared-computer') { this.#storage = 'none'; sessionStorageItem(SHARED, '1'); if (POLKU_HAS_FILES) inOrder(async () => (await loadFiles()).holdFiles(deviceFiles, this.#name)); }
    if (intent.intent === 'use-this-device') { this.#storage = 'device'; sessionStorageItem(SHARED, ''); if (POLKU_HAS_FILES) inOrder(async () => (await loadFiles()).keepHeld(deviceFiles, this.#name)); }
    // A service that is the page has its language in the address; one within another page keeps it for as long as that page keeps its own.
    if (intent.intent === 'choose-language' && !this.painter.manner.isPage) sessionStorageItem(LANGUAGE, `${this.around}>${intent['language']}`);
    this.#step(() => this.#engine().update({ ...intent, today: this.#today() }), cause);
  }

  /** @param {() => Step} ask @param {Cause} cause */
  #step(ask, cause) {
    if (!this.#core) return;
    try {
      const step = ask();
      if (step.problems) console.error('polku', JSON.stringify(step.problems));
      this.#show(step, cause);
      this.#facts = this.#engine().facts();
      if (POLKU_HAS_FILES) this.#mindFiles(this.#facts);
    } catch (error) {
      if (error instanceof CoreTrap) void this.#recover(error);
      else this.fail(error);
    }
  }

  /** @param {Facts} facts */
  #mindFiles(facts) {
    // Before the person chooses one: by then the network may be gone.
    if (this.stage.querySelector('input[type="file"]')) loadFiles().catch(() => {});
    filesLoading?.then(({ dropHeld }) => dropHeld(facts), () => {});
  }

  /** @param {Step} step @param {Cause} cause */
  #show(step, cause) {
    if (step.page) {
      this.#language = step.page.language;
      this.#kind = step.page.kind;
      this.#unsaved = step.page.unsaved;
      this.painter.paint(step.page, cause);
    }
    for (const effect of step.effects ?? []) perform(effect, this.#host());
  }

  /** @returns {Host} */
  #host() {
    const generation = this.#generation;
    const shell = this;
    return {
      name: this.#name,
      site: this.loaded.site,
      siteUrl: this.loaded.siteUrl,
      stage: this.painter.stage,
      root: this.painter.root,
      get keeps() { return shell.keeps; },
      get revision() { return shell.revision; },
      noteRevision: (revision) => { this.revision = revision; },
      resolve: (/** @type {number} */ id, /** @type {Outcome} */ outcome) => {
        if (generation === this.#generation) this.#step(() => this.#engine().resolve(id, outcome), 'outcome');
      },
      addLanguage: (language) => this.addLanguage(language),
      restart: () => { if (generation === this.#generation) void this.restart(); },
    };
  }

  /** @param {string} which */
  #warn(which) { this.painter.warn(this.loaded.warnings[this.#language]?.[which] ?? ''); }

  /** @param {CoreTrap} trap */
  async #recover(trap) {
    this.stop();
    const now = Date.now();
    this.#traps = [...this.#traps.filter((time) => now - time < 60_000), now];
    this.painter.root.host.dispatchEvent(new CustomEvent('polku-trap', { bubbles: true, composed: true, detail: trap }));
    if (this.#traps.length > TRAPS_A_MINUTE) return this.fail(trap);
    try {
      await settled();
      await this.#open();
      const facts = { ...this.#facts, revision: this.revision };
      this.#step(() => this.#engine().restore(this.#begin(this.painter.address ?? ''), facts), 'visit');
      this.#warn('restarted');
      for (const [intent, cause] of this.#queue.splice(0)) this.send(intent, cause);
    } catch (error) {
      this.fail(error);
    }
  }
}

/** The language chosen in this tab, while the page around has the language it had then. @param {string} around */
export function chosenLanguage(around) {
  const [before, chosen] = sessionStorageItem(LANGUAGE)?.split('>') ?? [];
  return before === around ? chosen : undefined;
}

/** @param {string} name @param {string} [value] empty: taken away */
function sessionStorageItem(name, value) {
  try {
    if (value === undefined) return sessionStorage.getItem(name);
    if (value) sessionStorage.setItem(name, value);
    else sessionStorage.removeItem(name);
  } catch {
    // Storage is refused here: then the choice lasts as long as the page.
  }
  return null;
}
