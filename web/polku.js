// SPDX-License-Identifier: EUPL-1.2
// <polku-service service="resident-parking-permit" language="fi" site="/site.json">: a service in any page.
//
//   <script type="module" src="https://services.example/polku.js"></script>
//   <polku-service service="resident-parking-permit"></polku-service>
//
// language: default that of the page around. site: default site.json beside this script. page: the service is the page (title, language, direction are
// its own). given: what the page around knows of the person, as JSON: {"from": "my-pages", "answers": {"email": "aino@example.fi"}}; it stands in the
// fields, says where it is from, and can be corrected. history="off": addresses are left alone, for a second service in one page. phone: whom to call when nothing can be loaded.
import { failureNote, loadingNote } from './failure.js';
import { listen } from './intent.js';
import { distrustCache, load, loadStyle, sheetOf } from './load.js';
import { Painter } from './paint.js';
import { OutdatedFiles, Shell, chosenLanguage } from './shell.js';
import { todayIn } from './today.js';

class PolkuService extends HTMLElement {
  static observedAttributes = ['language'];

  /** @type {Shell | undefined} */
  #shell;
  /** @type {AbortController | undefined} */
  #life;
  /** @type {string | undefined} */
  #phone;

  connectedCallback() {
    this.#life = new AbortController();
    this.#start(this.#life.signal).catch((error) => this.#startAnew(error)).catch((error) => this.#fail(error));
  }

  /** Once more with files of one version, when those that the browser held were of two. @param {unknown} error */
  async #startAnew(error) {
    if (!(error instanceof OutdatedFiles) || !this.#life) throw error;
    this.#shell?.stop();
    distrustCache();
    await this.#start(this.#life.signal);
  }

  disconnectedCallback() {
    this.#life?.abort();
    this.#shell?.stop();
    this.#shell = undefined;
  }

  /** @param {string} _name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(_name, before, now) {
    if (this.#shell && now && before !== now) this.#shell.send({ intent: 'choose-language', language: now });
  }

  /** @param {AbortSignal} life */
  async #start(life) {
    // A declarative shadow root is adopted with what was already typed into it; attaching another would empty it.
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    if (!root.querySelector('#polku-root')) {
      const slot = document.createElement('slot');
      slot.append(loadingNote(this.#language()));
      root.replaceChildren(slot);
    }
    const siteUrl = new URL(this.getAttribute('site') ?? new URL('site.json', import.meta.url), document.baseURI).href;
    const styling = loadStyle().catch(() => undefined);
    const around = this.#language();
    const language = (!this.hasAttribute('page') && chosenLanguage(around)) || around;
    const loaded = await load(this.getAttribute('service') ?? '', siteUrl, language);
    loaded.given = this.#given();
    this.#phone = loaded.site.contact?.phone;
    const sheet = await styling;
    if (life.aborted) return;

    root.adoptedStyleSheets = [...(sheet ? [sheet] : []), sheetOf(loaded.theme)];
    const stage = root.querySelector('#polku-root') ?? document.createElement('div');
    stage.id = 'polku-root';
    const live = document.createElement('div');
    live.id = 'polku-live';
    live.setAttribute('aria-live', 'polite');
    live.className = 'visually-hidden';
    root.replaceChildren(stage, live);

    const painter = new Painter(root, /** @type {HTMLElement} */ (stage), { isPage: this.hasAttribute('page'), hasHistory: this.getAttribute('history') !== 'off' });
    const shell = new Shell(loaded, painter, (error) => this.#fail(error), around);
    this.#shell = shell;
    await shell.start();
    listen(shell, life);
    this.#listenToTheWorld(shell, life, () => todayIn(loaded.site.timeZone));
    this.dispatchEvent(new CustomEvent('polku-ready', { bubbles: true, composed: true }));
  }

  /** @param {Shell} shell @param {AbortSignal} signal @param {() => string} today */
  #listenToTheWorld(shell, signal, today) {
    window.addEventListener('beforeunload', (event) => { if (shell.wouldLoseAnswers) event.preventDefault(); }, { signal });
    window.addEventListener('online', () => { if (shell.isSending) shell.send({ intent: 'try-again' }); }, { signal });
    // The skip link must not change the address: that would look like a visit.
    if (this.hasAttribute('page')) {
      document.querySelector('[data-polku-skip]')?.addEventListener('click', (event) => {
        event.preventDefault();
        this.closest('main')?.focus();
      }, { signal });
    }
    let day = today();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || today() === day) return;
      day = today();
      shell.send({ intent: 'new-day' });
    }, { signal });
  }

  #language() {
    const around = /** @type {HTMLElement | null} */ (this.closest('[lang]'));
    return this.getAttribute('language') || around?.lang || navigator.language || 'en';
  }

  /** @returns {import('./types.js').Given | undefined} */
  #given() {
    const words = this.getAttribute('given');
    if (!words) return undefined;
    try {
      const { from, answers } = JSON.parse(words);
      if (/^[a-z][a-z0-9-]*$/.test(from) && answers && typeof answers === 'object' && !Array.isArray(answers)) return { from, answers };
    } catch {
      // Told below.
    }
    console.error('polku: given wants {"from": "an-id", "answers": {…}}; the service goes on without it');
    return undefined;
  }

  /** @param {unknown} error */
  #fail(error) {
    console.error('polku', error);
    this.#shell?.stop();
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.replaceChildren(failureNote(this.#language(), this.getAttribute('phone') ?? this.#phone));
  }
}

loadStyle().catch(() => {});
customElements.define('polku-service', PolkuService);
