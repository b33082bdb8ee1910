// SPDX-License-Identifier: EUPL-1.2
// The page as citizens get it, in a shadow root with their style, walked like the drawn one: what is done in it goes to the studio's session. Below it
// the panels as text, for whom a canvas is nothing.
/** @import {Intent} from '../types.js' */
/** @import {StudioPage} from './types.js' */
import { focusOn } from '../effects/move-focus.js';
import { listen } from '../intent.js';
import { Painter } from '../paint.js';

export class HtmlPage {
  #painter;
  #panels;
  /**
   * @param {HTMLElement} host
   * @param {HTMLElement} panels
   * @param {CSSStyleSheet[]} sheets
   * @param {(intent: Intent) => void} send
   */
  constructor(host, panels, sheets, send) {
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = sheets;
    const stage = document.createElement('div');
    stage.id = 'polku-root';
    root.append(stage);
    this.#painter = new Painter(root, stage, { isPage: false, hasHistory: false });
    this.#panels = panels;
    const painter = this.#painter;
    // A preview keeps no bytes: that a file was chosen is enough.
    const chooseFile = (/** @type {HTMLInputElement} */ input) => {
      const file = input.files?.[0];
      const typed = file && [file.name, file.type, String(file.size), '0'.repeat(64), '0'.repeat(32)];
      if (typed) send({ intent: 'type', place: input.dataset['place'] ?? '', typed });
      input.value = '';
    };
    listen({ stage, hasHistory: false, get isPainting() { return painter.isPainting; }, send, chooseFile }, new AbortController().signal);
    // A walk must not be lost by a link that leads out of it.
    stage.addEventListener('click', (event) => {
      const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest('a[href]'));
      if (!link || link.getAttribute('href')?.startsWith('#')) return;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
    }, { capture: true });
  }

  /** @param {StudioPage} page @param {Record<string, string[]>} panels */
  show(page, panels) {
    this.#painter.paint({ ...page, changed: false, unsaved: false }, 'act');
    if (page.focus) focusOn(this.#painter.stage, page.focus);
    for (const [name, lines] of Object.entries(panels)) this.#panel(name).textContent = lines.join('\n');
  }

  focus() { focusOn(this.#painter.stage, 'heading'); }

  /** @param {string} name */
  #panel(name) {
    const known = this.#panels.querySelector(`[data-panel="${name}"] pre`);
    if (known) return known;
    const [panel, title, words] = ['details', 'summary', 'pre'].map((kind) => document.createElement(kind));
    if (!panel || !title || !words) throw new Error('no elements');
    panel.dataset['panel'] = name;
    title.textContent = name;
    words.tabIndex = 0;
    panel.append(title, words);
    this.#panels.append(panel);
    return words;
  }
}
