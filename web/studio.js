// SPDX-License-Identifier: EUPL-1.2
// studio.html: the studio's canvas, the files dropped on it, and the page as HTML beside it. Everything is asked for at the beginning, nothing afterwards.
/** @import {Files, Glue, Sources} from './studio/types.js' */
/** @import {Walked} from './studio/dropped.js' */
import { sheetOf } from './load.js';
import { place, readDropped, readFiles } from './studio/dropped.js';
import { HtmlPage } from './studio/html_page.js';
import { Workshop } from './studio/workshop.js';
import { todayIn } from './today.js';

const here = new URL('.', import.meta.url);

/** @param {string} path */
async function get(path) {
  const reply = await fetch(new URL(path, here));
  if (!reply.ok) throw new Error(`${reply.status} ${path}`);
  return reply;
}

/** @template {HTMLElement} Kind @param {string} id @param {new () => Kind} kind @returns {Kind} */
function element(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`#${id} is missing`);
  return found;
}

const canvas = element('studio-canvas', HTMLCanvasElement);
const services = element('service', HTMLSelectElement);
const asHtml = element('as-html', HTMLButtonElement);
const html = element('html', HTMLElement);

/** @param {string} words */
function say(words) { element('status', HTMLElement).textContent = words; }

/** @param {string[]} lines */
function tellProblems(lines) {
  const problems = element('problems', HTMLElement);
  problems.textContent = lines.join('\n');
  problems.hidden = lines.length === 0;
}

class StudioPage {
  #workshop;
  #sources;
  #html;
  /** @type {Walked} */
  #now;
  #isAsked = false;

  /** @param {Workshop} workshop @param {Sources} sources @param {CSSStyleSheet[]} sheets */
  constructor(workshop, sources, sheets) {
    this.#workshop = workshop;
    this.#sources = sources;
    this.#now = { service: '', site: sources.site };
    this.#html = new HtmlPage(element('html-page', HTMLElement), element('panels', HTMLElement), sheets, (intent) => {
      this.#workshop.act(intent);
      this.#paint();
    });
  }

  /** @param {Walked} wanted @param {string} words said when it is walked */
  walk(wanted, words) {
    const files = this.#workshop.walk(wanted.service, wanted.site, todayIn(this.#sources.timeZone));
    if (files.isWalked) this.#now = wanted;
    this.#tell(files, words);
    this.#offer(this.#now.service);
    this.#paint();
  }

  /** @param {string} service */
  choose(service) {
    const site = [this.#now.site, this.#sources.site].find((one) => this.#servicesOf(one).includes(service)) ?? '';
    this.walk({ service, site }, 'Ready.');
  }

  again() { this.walk(this.#now, 'Begun anew.'); }

  /** @param {import('./studio/dropped.js').Dropped[]} dropped */
  take(dropped) {
    const placed = place(dropped, this.#now, (site) => this.#servicesOf(site));
    for (const { path, words } of placed.writes) this.#workshop.write(path, words);
    const names = placed.writes.map(({ path }) => path).join(', ');
    if (placed.writes.length === 0) return say(`Nothing of the studio’s was in it: ${placed.ignored.join(', ') || 'no file'}.`);
    const isAnother = placed.service !== this.#now.service || placed.site !== this.#now.site;
    if (isAnother) return this.walk(placed, `Walking ${placed.service}${placed.site ? ` in ${placed.site}` : ' without a site'}: ${names}.`);
    this.#tell(this.#workshop.readFiles(), `Read again: ${names}.`);
    this.#paint();
  }

  /** The page or the session changed. Asked for in the middle of a frame, so done after it. */
  onChange() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    queueMicrotask(() => { this.#isAsked = false; this.#paint(); });
  }

  /** @param {boolean} wanted */
  showHtml(wanted) {
    asHtml.setAttribute('aria-pressed', String(wanted));
    html.hidden = !wanted;
    this.#workshop.showPageElsewhere(wanted);
    this.#paint();
  }

  /** Asked for on the canvas, which no longer has the page. */
  leadToHtml() {
    this.showHtml(true);
    this.#html.focus();
  }

  #paint() {
    if (html.hidden) return;
    this.#html.show(this.#workshop.page(), this.#workshop.sight().panels);
  }

  /** @param {Files} files @param {string} words */
  #tell(files, words) {
    tellProblems(files.problems);
    const hasErrors = files.problems.some((line) => / {2}error {2}/.test(line));
    const result = files.isWalked ? 'It is walked as far as it goes.' : 'The walk before stays.';
    say(hasErrors ? `${words} Something is wrong with it. ${result}` : words);
  }

  /** @param {string} site @returns {string[]} */
  #servicesOf(site) {
    try {
      return JSON.parse(this.#workshop.read(`sites/${site}/site.json`)).services ?? [];
    } catch {
      return [];
    }
  }

  /** @param {string} service */
  #offer(service) {
    if (![...services.options].some((option) => option.value === service)) services.add(new Option(service, service));
    services.value = service;
  }
}

async function open() {
  /** @type {Promise<{default(options: object): Promise<Glue>}>} */
  const loading = import(new URL('polku-studio.js', here).href);
  const asked = [get('sources.json'), get('fonts/regular.ttf'), get('fonts/bold.ttf'), get('../polku.css'), get('../theme.css')];
  for (const one of [loading, ...asked]) one.catch(() => {});
  const [list, regular, bold, style, theme] = await Promise.all(asked);
  if (!list || !regular || !bold || !style || !theme) throw new Error('a file is missing');
  /** @type {Sources} */
  const sources = await list.json();

  /** @type {StudioPage | undefined} */
  let studio;
  const glue = await (await loading).default({
    onChange: () => studio?.onChange(),
    onWish: () => studio?.leadToHtml(),
    // Refused where the page is not secure (plain http on another machine): then nothing is copied.
    onCopy: (/** @type {string} */ words) => { navigator.clipboard?.writeText(words).catch(() => {}); },
  });
  const workshop = new Workshop(glue);
  workshop.giveFont('regular', new Uint8Array(await regular.arrayBuffer()));
  workshop.giveFont('bold', new Uint8Array(await bold.arrayBuffer()));
  await Promise.all(sources.files.map(async (path) => workshop.write(path, await (await get(`sources/${path}`)).text())));
  const canDraw = workshop.open();
  studio = new StudioPage(workshop, sources, [sheetOf(await style.text()), sheetOf(await theme.text())]);
  for (const { id, title } of sources.services) services.add(new Option(title, id));
  const first = sources.services[0]?.id ?? '';
  studio.walk({ service: first, site: sources.site }, 'Ready.');
  globalThis.polkuStudio = { sight: () => workshop.sight() };
  if (canDraw) {
    fitWhenever(workshop);
  } else {
    element('drawn', HTMLElement).hidden = true;
    studio.showHtml(true);
    say('This browser has no WebGL 2 to draw with: the page and its panels are shown as HTML.');
  }
  listenToThePage(studio, workshop);
}

/** The canvas lies on whole dots of the screen: between them every letter would be blurred. @param {Workshop} workshop */
function fitWhenever(workshop) {
  const around = element('drawn', HTMLElement);
  const fit = () => {
    const scale = devicePixelRatio;
    const box = around.getBoundingClientRect();
    const [left, top] = [Math.ceil(box.left * scale), Math.ceil(box.top * scale)];
    const [width, height] = [Math.floor(box.right * scale) - left, Math.floor(box.bottom * scale) - top];
    if (width <= 0 || height <= 0) return;
    const { style } = canvas;
    [style.left, style.top, style.width, style.height] = [left / scale - box.left, top / scale - box.top, width / scale, height / scale].map((dots) => `${dots}px`);
    workshop.fit(width, height, scale);
  };
  new ResizeObserver(fit).observe(around);
  window.addEventListener('resize', fit);  // also when the page is zoomed
  fit();
}

/** @param {StudioPage} studio @param {Workshop} workshop */
function listenToThePage(studio, workshop) {
  services.addEventListener('change', () => studio.choose(services.value));
  element('again', HTMLButtonElement).addEventListener('click', () => studio.again());
  asHtml.addEventListener('click', () => studio.showHtml(asHtml.getAttribute('aria-pressed') !== 'true'));
  for (const [button, field] of /** @type {const} */ ([['open', 'files'], ['open-folder', 'folder']])) {
    const input = element(field, HTMLInputElement);
    element(button, HTMLButtonElement).addEventListener('click', () => input.click());
    input.addEventListener('change', async () => {
      studio.take(await readFiles(input.files ?? []));
      input.value = '';  // the same file may be picked again
    });
  }
  document.addEventListener('paste', (event) => {
    if (document.activeElement === canvas) workshop.paste(event.clipboardData?.getData('text/plain') ?? '');
  });
  const root = document.documentElement;
  document.addEventListener('dragover', (event) => { event.preventDefault(); root.classList.add('over'); });
  document.addEventListener('dragleave', (event) => { if (!event.relatedTarget) root.classList.remove('over'); });
  document.addEventListener('drop', async (event) => {
    event.preventDefault();
    root.classList.remove('over');
    if (event.dataTransfer) studio.take(await readDropped(event.dataTransfer));
  });
}

// A trap: nothing of the walk can be trusted any more. The author's files are where they always were.
for (const kind of ['error', 'unhandledrejection']) {
  window.addEventListener(kind, (event) => {
    const reason = event instanceof ErrorEvent ? event.error : /** @type {PromiseRejectionEvent} */ (event).reason;
    if (reason instanceof WebAssembly.RuntimeError || reason instanceof RangeError) say(`The studio broke down (${reason.message}). Load this page again; your files are as they were.`);
  });
}

open().catch((error) => {
  console.error('polku studio', error);
  say(`The studio could not be loaded: ${error.message}`);
});
