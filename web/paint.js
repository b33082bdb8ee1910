// SPDX-License-Identifier: EUPL-1.2
// Puts a page on the stage: the same address is morphed, so that focus, caret and half-typed words stay; another address begins anew.
/** @import {Page} from './types.js' */
import { Idiomorph } from 'idiomorph';
import { parse } from './policy.js';

/** What led to a page: only what the person did in it (`act`) is a step to come back from. @typedef {'begin' | 'visit' | 'act' | 'outcome'} Cause */

export class Painter {
  /** @type {string | undefined} */
  #address;
  #language = '';
  /** @type {HTMLElement | undefined} */
  #warning;
  /**
   * @param {ShadowRoot} root
   * @param {HTMLElement} stage
   * @param {{isPage: boolean, hasHistory: boolean}} manner
   */
  constructor(root, stage, manner) {
    this.root = root;
    this.stage = stage;
    this.manner = manner;
    /** Events the painting itself causes (a focused field that is removed changes) are nobody's doing. */
    this.isPainting = false;
  }

  get address() { return this.#address; }

  /** @param {Page} page @param {Cause} cause */
  paint(page, cause) {
    if (page.address !== this.#address || page.language !== this.stage.lang) this.#warning?.remove();
    this.isPainting = true;
    try {
      if (page.html !== undefined) this.#put(page.html, page.address === this.#address);
    } finally {
      this.isPainting = false;
    }
    this.stage.lang = page.language;
    this.stage.dir = page.direction;
    if (this.manner.hasHistory) this.#remember(page.address, cause);
    this.#address = page.address;
    if (this.manner.isPage) this.#adorn(page);
  }

  /** Above the page and in its language, until there is another page or language. @param {string} words */
  warn(words) {
    this.#warning?.remove();
    const note = this.#warning = document.createElement('p');
    note.lang = this.stage.lang;
    note.dir = this.stage.dir;
    note.className = 'polku note caution';
    note.setAttribute('role', 'alert');
    note.textContent = words;
    this.stage.before(note);
    note.scrollIntoView({ block: 'nearest' });
  }

  /** @param {string} html @param {boolean} isSamePage */
  #put(html, isSamePage) {
    const nodes = parse(html);
    const active = /** @type {HTMLElement | null} */ (this.root.activeElement);
    if (!isSamePage) {
      this.stage.replaceChildren(nodes);
      // The engine moves the focus; should it not, it must not fall back to the top of the host's page.
      if (active) {
        const heading = this.stage.querySelector('h1');
        if (heading) { heading.tabIndex = -1; heading.focus(); }
      }
      return;
    }
    const caret = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? caretOf(active) : undefined;
    Idiomorph.morph(this.stage, [...nodes.childNodes], {
      morphStyle: 'innerHTML',
      restoreFocus: false,
      // What the person has unfolded stays so: the page knows nothing of it.
      // Idiomorph looks for the focused element in the document, which has only the host: what is being typed would be overwritten.
      callbacks: { beforeAttributeUpdated: (name, element) => name !== 'open' && !(name === 'value' && element === this.root.activeElement && isTextField(element)) },
    });
    if (active && this.root.activeElement !== active && active.id) {
      const again = /** @type {HTMLElement | null} */ (this.stage.querySelector(`[id="${CSS.escape(active.id)}"]`));
      again?.focus();
      if (caret && (again instanceof HTMLInputElement || again instanceof HTMLTextAreaElement)) again.setSelectionRange(...caret);
    }
  }

  /** @param {string} address @param {Cause} cause */
  #remember(address, cause) {
    const state = { ...history.state, polku: address };
    // Nothing is added to the address of a first page that was asked for without one.
    if (cause === 'begin') history.replaceState(state, '', location.hash === '' ? location.href : `#${address}`);
    else if (address === addressShown()) return;
    else if (cause === 'act') history.pushState(state, '', `#${address}`);
    else history.replaceState(state, '', `#${address}`);
  }

  /** @param {Page} page */
  #adorn(page) {
    document.title = page.title;
    document.documentElement.lang = page.language;
    document.documentElement.dir = page.direction;
    if (page.language === this.#language) return;
    this.#language = page.language;
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-polku-language]'))) {
      part.hidden = part.dataset['polkuLanguage'] !== page.language;
    }
    // A reload, or the address given to someone, keeps the language.
    const alternate = /** @type {HTMLLinkElement | null} */ (document.querySelector(`link[rel="alternate"][hreflang="${CSS.escape(page.language)}"]`));
    const url = alternate && new URL(alternate.href, location.href);
    if (url && url.origin === location.origin) history.replaceState(history.state, '', url.pathname + location.search + location.hash);
  }
}

/** Where the address bar says we are: our own note of it, else the hash. */
export function addressShown() {
  const noted = history.state?.polku;
  if (typeof noted === 'string' && (location.hash === '' || location.hash === `#${noted}`)) return noted;
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** @param {Element} element */
const isTextField = (element) => element.matches('textarea, input:not([type="radio"], [type="checkbox"])');

/** @param {HTMLInputElement | HTMLTextAreaElement} field @returns {[number, number] | undefined} */
function caretOf(field) {
  const { selectionStart, selectionEnd } = field;
  return selectionStart === null || selectionEnd === null ? undefined : [selectionStart, selectionEnd];
}
