// SPDX-License-Identifier: EUPL-1.2
// The real thing for browser and server tests: `polku serve` with its database, the site as it is published, and a day that does not move.
//
//   const server = await startServer();                    // POLKU or build/polku, POLKU_SITE or build/site, POLKU_TODAY=2026-11-22
//   const world = await openServed(server);                 // driver.mjs' world; the browser's calendar stands on the same day
//   server.rows();                                          // what is in SQLite
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWorld, root, stage } from './driver.mjs';

export const polku = path.resolve(root, process.env.POLKU ?? 'build/polku');
export const siteFolder = path.resolve(root, process.env.POLKU_SITE ?? 'build/site');
export const today = '2026-11-22';
export const services = JSON.parse(fs.readFileSync(path.join(root, 'assets/sites/koivuranta/site.json'), 'utf8')).services;
export const languages = ['fi', 'sv', 'en', 'ar'];
/** Nine in the morning where the municipality is. */
const now = new Date(`${today}T07:00:00Z`);

for (const [what, place] of [['the command line', polku], ['the site', siteFolder]]) {
  if (!fs.existsSync(place)) throw new Error(`${what} is missing at ${place}: scripts/run --build-only makes it`);
}

export const temporaryFolder = () => fs.mkdtempSync(path.join(os.tmpdir(), 'polku-test-'));

/** The project's assets, but nobody else's system is asked: a register of the real world would answer differently every day. */
function makeAssets(folder, payments) {
  const assets = path.join(folder, 'assets');
  if (fs.existsSync(assets)) return assets;
  fs.mkdirSync(path.join(assets, 'sites'), { recursive: true });
  for (const name of fs.readdirSync(path.join(root, 'assets'))) {
    if (name !== 'sites') fs.symlinkSync(path.join(root, 'assets', name), path.join(assets, name));
  }
  fs.cpSync(path.join(root, 'assets/sites'), path.join(assets, 'sites'), { recursive: true });
  const site = path.join(assets, 'sites/koivuranta/site.json');
  const read = JSON.parse(fs.readFileSync(site, 'utf8'));
  for (const source of read.sources) source.url &&= source.url.replace(/^https:\/\/[^/]+/, 'http://127.0.0.1:1');
  for (const way of [read.payments.create, read.payments.status]) way.url = way.url.replace('127.0.0.1:8099', `127.0.0.1:${payments}`);
  fs.writeFileSync(site, JSON.stringify(read));
  return assets;
}

/** Starts the server, on the port it had before when told so. `folder` keeps database and officials' code. */
export async function startServer({ port = 0, folder = temporaryFolder(), day = today, payments = 1 } = {}) {
  const data = path.join(folder, 'data');
  const child = spawn(polku, ['serve', '--port', String(port), '--data', data, '--assets', makeAssets(folder, payments), '--public', siteFolder], { cwd: root, env: { ...process.env, POLKU_TODAY: day, POLKU_SECRET_PAYMENTS: 'practice' } });
  let log = '';
  child.stderr.on('data', (words) => { log += words; });
  const ended = new Promise((done) => { child.once('exit', done); });
  const url = await new Promise((done, fail) => {
    let said = '';
    child.stdout.on('data', (words) => {
      said += words;
      const found = said.match(/^Citizens:\s+(http:\/\/\S+?)\/$/m);
      if (found) done(found[1]);
    });
    ended.then(() => fail(new Error(`the server did not start: ${said}${log}`)));
  });
  const sql = (query) => execFileSync('sqlite3', ['-readonly', '-json', path.join(data, 'polku.sqlite'), query], { encoding: 'utf8', maxBuffer: 64 << 20 });
  return {
    url, folder, port: Number(new URL(url).port), log: () => log,
    token: () => fs.readFileSync(path.join(data, 'officials.token'), 'utf8').trim(),
    rows: () => JSON.parse(sql('SELECT * FROM submissions ORDER BY number') || '[]'),
    deliveries: () => JSON.parse(sql('SELECT * FROM deliveries ORDER BY reference, recipient') || '[]'),
    post: (body, headers = {}) => fetch(`${url}/api/submissions`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body }),
    /** Asked to stop; `kill`: as when the machine goes down. */
    async stop(signal = 'SIGTERM') { child.kill(signal); await ended; },
    kill() { return this.stop('SIGKILL'); },
    async remove() { await this.stop(); fs.rmSync(folder, { recursive: true, force: true }); },
  };
}

export const standStill = (context) => context.clock.setFixedTime(now);

export async function openServed(server, options = {}) {
  const world = await openWorld({ url: server.url, ...options });
  await standStill(world.context);
  return world;
}

/** Runs a test with a server and a browser of its own, and cleans up however it ends. */
export async function inServedWorld(walk, { closing, ...options } = {}) {
  const server = await startServer();
  const world = await openServed(server, options);
  try {
    await walk(world, server);
    await world.close(closing);
  } finally {
    await world.browser.close();
    await server.remove();
  }
}

/** What the command line makes of answers: the submission the browser has to make too. */
export function fill(service, answers, { language = 'fi', day = today } = {}) {
  const folder = temporaryFolder();
  const file = path.join(folder, 'answers.json');
  fs.writeFileSync(file, JSON.stringify(answers));
  try {
    const words = execFileSync(polku, ['fill', `assets/services/${service}`, '--site', 'assets/sites/koivuranta', '--answers', file, '--language', language, '--today', day, '--json'],
      { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    return JSON.parse(words);
  } catch (error) {
    if (!error.stdout) throw error;
    return JSON.parse(error.stdout);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

export const answersOf = (service) => JSON.parse(fs.readFileSync(path.join(root, 'tests/scenarios/answers', `${service}.json`), 'utf8'));

/** What an engine's text says, so that tests need not repeat words. */
const catalogs = new Map();
export function words(language, key) {
  if (!catalogs.has(language)) catalogs.set(language, JSON.parse(fs.readFileSync(path.join(root, 'i18n', `${language}.json`), 'utf8')));
  const found = catalogs.get(language)[key];
  assert.ok(found !== undefined, `i18n/${language}.json has no ${key}`);
  return typeof found === 'string' ? found : found.text;
}

export const heading = (page) => stage(page).locator('h1');
export const addressOf = (page) => page.evaluate(() => history.state?.polku ?? decodeURIComponent(location.hash.slice(1)));
export const atAddress = async (page, address) => {
  try {
    await page.waitForFunction((wanted) => (history.state?.polku ?? '') === wanted, address, { timeout: 15_000 });
  } catch {
    throw new Error(`expected the page ${address}, stands on ${await addressOf(page)}`);
  }
};

/** What stands in every field of the page, by name. */
export const fieldsOf = (page) => page.evaluate(() => {
  const fields = {};
  for (const control of document.querySelector('polku-service').shadowRoot.querySelectorAll('#form input, #form textarea, #form select')) {
    const choice = control.type === 'radio' || control.type === 'checkbox';
    if (choice) { fields[control.name] ??= []; if (control.checked) fields[control.name].push(control.value); } else fields[control.name] = control.value;
  }
  return fields;
});

/** The record on the device, parsed; undefined: none. */
export const keptOn = (page, service = 'resident-parking-permit') => page.evaluate((name) => new Promise((done, fail) => {
  const request = indexedDB.open('polku');
  request.onerror = () => fail(request.error);
  request.onsuccess = () => {
    const database = request.result;
    if (!database.objectStoreNames.contains('kept')) { database.close(); done(undefined); return; }
    const get = database.transaction('kept').objectStore('kept').get(name);
    get.onsuccess = () => { database.close(); done(get.result && { ...get.result, body: JSON.parse(get.result.body) }); };
  };
}), `koivuranta/${service}`);

/** Waits until what was typed is on the device: the page says so. */
export const saved = async (page, service) => {
  const words = () => page.evaluate(() => document.querySelector('polku-service').shadowRoot.querySelector('.saved')?.textContent ?? '');
  for (let tries = 0; tries < 200; tries += 1) {
    const unsaved = await page.evaluate(() => { const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented; });
    if (!unsaved && (await keptOn(page, service))) return words();
    await page.waitForTimeout(50);
  }
  throw new Error(`never kept; the page says: ${await words()}`);
};

/** The rows of one walk: which place a row's id has in its list, counted in the order they are met. */
function rowsMet() {
  const lists = new Map();
  const placeOf = (row, list) => {
    if (!lists.has(list)) lists.set(list, []);
    const met = lists.get(list);
    if (!met.includes(row)) met.push(row);
    return met.indexOf(row) + 1;
  };
  const nameOf = (path) => path.split('/').map((part, at, parts) => (/^r\d+$/.test(part) ? placeOf(part, parts.slice(0, at).join('/')) : part)).join('/');
  const pathOf = (row) => [...lists].filter(([, met]) => met.includes(row)).map(([list]) => `${list}/${row}`)[0];
  return { nameOf, pathOf };
}
const rowsByNumber = { nameOf: (path) => path.replaceAll(/\/r(\d+)(?=\/)/g, '/$1') };

/** Fills what the page asks for from `typed` (by name; rows by their place: "vehicles/1/plate", "children/2/week/1/days"), also what an answer brings up. */
export async function answerPage(page, typed, rows = rowsByNumber) {
  const done = new Set();
  const valueOf = (name) => typed[name] ?? typed[rows.nameOf(name)];
  for (;;) {
    const names = Object.keys(await fieldsOf(page));
    const next = names.find((name) => !done.has(name) && valueOf(name) !== undefined);
    if (next === undefined) return;
    done.add(next);
    const value = valueOf(next);
    const control = stage(page).locator(`#form [name="${next}"]`);
    if (Array.isArray(value) && (await control.first().evaluate((one) => one.localName)) === 'select') await control.selectOption(value);
    else if (Array.isArray(value)) for (const one of value) await stage(page).locator(`#form [name="${next}"][value="${one}"]`).check();
    else await control.fill(value);
  }
}

/** The button for another row, where the page is a list that has fewer rows than `typed` tells of. */
async function rowToAdd(page, typed, rows) {
  const button = stage(page).locator('button[value^="add-row:"]');
  if ((await button.count()) === 0) return undefined;
  const [, list, parent] = (await button.getAttribute('value')).split(':');
  const before = `${rows.nameOf(parent ? `${rows.pathOf(`r${parent}`)}/${list}` : list)}/`;
  const places = Object.keys(typed).filter((name) => name.startsWith(before)).map((name) => Number(name.slice(before.length).split('/')[0]));
  return Math.max(0, ...places) > (await stage(page).locator('li.card').count()) ? button : undefined;
}

export const goOn = (page) => stage(page).locator('#form button[value="continue"]').click();

/** Walks from the page it stands on to `until` (an address, or the first that has not to be filled), answering on the way. Calls `on` before each Continue. */
export async function walkTo(page, until, typed, on = async () => {}) {
  const rows = rowsMet();
  for (let steps = 0; steps < 100; steps += 1) {
    const address = await addressOf(page);
    if (address === until) return;
    await answerPage(page, typed, rows);
    await on(address);
    const more = await rowToAdd(page, typed, rows);
    if (more) await more.click();
    else await goOn(page);
    await page.waitForFunction((before) => history.state?.polku !== before || document.querySelector('polku-service').shadowRoot.querySelector('#summary'), address, { timeout: 15_000 });
    if ((await addressOf(page)) === address) throw new Error(`${address} is not left: ${await stage(page).locator('#summary').innerText()}`);
  }
  throw new Error(`${until} is not reached`);
}

/** tests/scenarios/answers/resident-parking-permit.json as a Finnish person types it. */
export const permitTyped = {
  resident: ['yes'], zone: ['shore'], 'moved-in/day': '15', 'moved-in/month': '8', 'moved-in/year': '2023', applicant: '131052-308t', name: 'Aino-Kaisa Þórsdóttir',
  'street-address': 'Rantakatu 4 B 12, 50100 Koivuranta',
  'vehicles/1/plate': 'krt 482', 'vehicles/1/keeper': ['owner'], 'vehicles/1/power': ['petrol'], 'vehicles/1/emissions': '128',
  'vehicles/2/plate': 'LUX-7', 'vehicles/2/keeper': ['employer'], 'vehicles/2/employer-id': '0112038-9', 'vehicles/2/power': ['electric'],
  'valid-from/day': '1', 'valid-from/month': '12', 'valid-from/year': '2026', 'decision-by-letter': ['email', 'sms'], email: 'aino-kaisa@posti.example', phone: '040 123 4567',
  more: 'Vaihdan bensiiniauton sähköautoon keväällä.', terms: ['yes'],
};

/** tests/scenarios/answers/street-fault.json as a Finnish person types it. */
export const faultTyped = {
  danger: ['no'], category: ['street-light'], 'lamps-out': '4', 'lamp-number': 'KR 1042', description: 'Neljä peräkkäistä katuvaloa on pimeänä koulun edessä.',
  affects: ['walking', 'cycling'], 'place-by': ['coordinates'], latitude: '61,0523', longitude: '27,2031', 'noticed-on/day': '20', 'noticed-on/month': '11', 'noticed-on/year': '2026',
  damage: ['yes'], 'damage-estimate': '180,50', 'contact-wish': ['yes'], name: 'Aino-Kaisa Þórsdóttir', phone: '040 123 4567',
};

// ---- the keyboard, and nothing else ----

const active = (page) => page.evaluate(() => {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  return { id: one?.id ?? '', name: one?.getAttribute?.('name') ?? '', value: one?.value ?? '', tag: one?.localName ?? '', checked: one?.checked, href: one?.getAttribute?.('href') ?? '', type: one?.type ?? '' };
});

export function keyboardOf(page) {
  const press = (key) => page.keyboard.press(key);
  /** Tab (or Shift+Tab) until the focus is where `is` says. */
  const to = async (is, { back = false } = {}) => {
    const met = [];
    for (let count = 0; count < 80; count += 1) {
      const here = await active(page);
      if (is(here)) return here;
      met.push(here.id || here.value || here.tag);
      await press(back ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`the keyboard does not get there; it met ${met.join(', ')}`);
  };
  const field = (name) => to((one) => one.name === name);
  return {
    press, to, field,
    active: () => active(page),
    async type(name, text) { await field(name); await press('ControlOrMeta+a'); await page.keyboard.type(text); },
    /** A radio button: Tab into the group, then arrows. */
    async choose(name, value) {
      let here = await field(name);
      for (let count = 0; count < 12 && !(here.value === value && here.checked); count += 1) {
        if (here.value === value) await press('Space');
        else await press('ArrowDown');
        here = await active(page);
      }
      assert.deepEqual([here.name, here.value, here.checked], [name, value, true]);
    },
    async tick(name, value) {
      await to((one) => one.name === name && one.value === value);
      await press('Space');
      assert.equal((await active(page)).checked, true);
    },
    async button(value, key = 'Enter') { await to((one) => one.tag === 'button' && one.value === value); await press(key); },
  };
}
