// SPDX-License-Identifier: EUPL-1.2
// The naughty strings of others (shared/suites/security/blns), as answers, as an author's words and as a server's reply, in a real browser: whatever they are,
// the page has the elements and attributes it always has, no script runs and nobody else is asked for anything.
// POLKU_TEST_SCALE=10 takes all of them, else every tenth.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { after } from 'node:test';
import { openWorld, root, stage } from './driver.mjs';
import { answersOf, atAddress, fill, goOn, openServed, siteFolder, startServer, temporaryFolder } from './served.mjs';

const file = path.join(root, '../shared/suites/security/blns/blns.json');
const skip = fs.existsSync(file) ? false : 'NOT RUN: ../shared/suites/security/blns is not there';
const all = skip ? [] : JSON.parse(fs.readFileSync(file, 'utf8'));
const every = Number(process.env.POLKU_TEST_SCALE ?? 1) >= 10 ? 1 : 10;
const strings = all.filter((_, index) => index % every === 0);

const folder = temporaryFolder();
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A service of one page and its site, built with these words. */
function build(words) {
  const here = fs.mkdtempSync(path.join(folder, 'site-'));
  const write = (name, value) => {
    fs.mkdirSync(path.dirname(path.join(here, name)), { recursive: true });
    fs.writeFileSync(path.join(here, name), JSON.stringify(value));
  };
  write('site/site.json', { id: 'naughty', languages: ['en'], timeZone: 'Europe/Helsinki', contact: { phone: '015 123 4567' }, services: ['words'], submissions: '/api/submissions', connectors: [] });
  write('services/words/service.json', {
    id: 'words', version: '1.0.0', languages: ['en'],
    questions: {
      line: { kind: 'text', required: false, maxLength: 3000 }, lines: { kind: 'long-text', required: false, maxLength: 9000 },
      choice: { kind: 'one-of', options: ['a', 'b'], required: false }, told: { kind: 'information' },
    },
    pages: [{ id: 'start', kind: 'start' }, { id: 'words', ask: ['line', 'lines', 'choice', 'told'] }, { id: 'check', kind: 'check-answers' }, { id: 'done', kind: 'confirmation' }],
    recipients: [{ id: 'office', entitled: ['line', 'lines', 'choice'] }],
  });
  const keys = {
    site: ['site.name', 'site.short', 'site.contact', 'site.privacy', 'site.accessibility'],
    service: ['service.title', 'service.summary', 'service.audience', 'service.cost', 'service.duration', 'page.start.title', 'page.start.body', 'page.words.title', 'page.words.body',
      'question.line.label', 'question.line.hint', 'question.lines.label', 'question.lines.hint', 'question.choice.label', 'question.choice.hint', 'question.choice.option.a',
      'question.choice.option.b', 'question.told.label', 'question.told.body', 'page.check.title', 'page.done.title', 'page.done.next'],
  };
  write('site/en.json', Object.fromEntries(keys.site.map((key) => [key, words(key)])));
  write('services/words/en.json', Object.fromEntries(keys.service.map((key) => [key, words(key)])));
  execFileSync(process.execPath, ['scripts/build-site.mjs', '--site', path.join(here, 'site'), '--services', path.join(here, 'services'), '--output', path.join(here, 'built'), '--without-manual'],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  return path.join(here, 'built');
}

/** What would have been hurt: runs before anything of the page. */
const listenForHarm = (context) => context.addInitScript(() => {
  globalThis.harm = [];
  for (const name of ['alert', 'confirm', 'prompt']) globalThis[name] = () => harm.push(name);
});

/** Every element with its attributes' names, and every address, of page and service: as a browser made them, not as they were written. `planted`: an element to find in the heading. */
const shapeOf = (page, planted) => page.evaluate((stranger) => {
  // Planted and looked at in one turn: the page may be drawn again at any moment (what was typed is kept now), and that takes out what the engine did not write.
  if (stranger) document.querySelector('polku-service').shadowRoot.querySelector('h1').append(document.createElement(stranger));
  const found = new Set(globalThis.harm.map((name) => `called: ${name}`));
  const visit = (root, where) => {
    for (const element of root.querySelectorAll('*')) {
      found.add(`${where} ${element.localName}`);
      for (const { name, value } of element.attributes) {
        found.add(`${where} ${element.localName} ${name}`);
        if (/^(href|src|action|formaction|data|xlink:href|srcdoc|ping)$/.test(name)) found.add(`scheme ${/^[a-z][a-z0-9+.-]*:/i.exec(value.trim())?.[0].toLowerCase() ?? (/^[\s\\/]{2}/.test(value) ? 'another host' : 'here')}`);
      }
      if (element.shadowRoot) visit(element.shadowRoot, 'service');
    }
  };
  visit(document, 'page');
  return [...found];
}, planted);

const plain = (key) => ({ 'site.contact': 'Service desk [015 123 4567](tel:+358151234567) [here](https://naughty.example)', 'page.words.body': '**Strong**\n\n- one\n- two\n\nSee [here](mailto:a@b.example).' })[key] ?? `Words of ${key}`;
const receipt = (reference) => ({ status: 201, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ receipt: 1, reference, receivedAt: '2026-11-22T10:00:00+02:00', service: 'words', version: '1.0.0', hash: '0'.repeat(64) }) });

async function inWords(built, answers, walk, closing) {
  const world = await openWorld({ folder: built, api: (request) => (request.url.startsWith('/api/') ? answers() : undefined) });
  try {
    await listenForHarm(world.context);
    await walk(await world.open('/en/words/'), world);
    await world.close(closing);
  } catch (error) {
    await world.close({ allowErrors: true }).catch(() => {});
    throw error;
  }
}
const answered = (page) => page.waitForFunction(() => !document.querySelector('polku-service').shadowRoot.querySelector('.progress, button[value="submit"]'));
const press = (page, value) => stage(page).locator(`button[value="${value}"]`).click();

/** The control: the same walks with plain words, errors and a refusal included. */
async function shapeOfPlainWalks() {
  const known = new Set();
  const built = build(plain);
  const note = async (page) => { for (const one of await shapeOf(page)) known.add(one); };
  const refusal = { title: 'Refused', problems: [{ code: 'too-long', pointer: '/answers/line', arguments: { maximum: '3' } }] };
  await inWords(built, () => ({ status: 422, headers: { 'Content-Type': 'application/problem+json' }, body: JSON.stringify(refusal) }), async (page) => {
    await note(page);
    await goOn(page);
    await stage(page).locator('[name="line"]').fill('x'.repeat(3001));
    await goOn(page);
    await stage(page).locator('#summary').waitFor();
    await note(page);
    for (const words of ['one', 'two\nlines\n\nand more']) {
      await stage(page).locator('[name="line"]').fill('plain');
      await stage(page).locator('[name="lines"]').fill(words);
      await goOn(page);
      await atAddress(page, 'check');
      await note(page);
      await page.goBack();
      await atAddress(page, 'words');
      await note(page);
    }
    await goOn(page);
    await atAddress(page, 'check');
    await press(page, 'submit');
    await answered(page);
    await note(page);
  }, { allowErrors: true });
  await inWords(built, () => receipt('NAU-1'), async (page, world) => {
    await goOn(page);
    await atAddress(page, 'words');
    await goOn(page);
    await atAddress(page, 'check');
    await press(page, 'submit');
    await atAddress(page, 'done');
    await note(page);
    await page.goto(`${world.url}/en/`);
    await note(page);
  });
  return known;
}
const known = skip ? new Set() : await shapeOfPlainWalks();
const strangers = async (page, planted) => (await shapeOf(page, planted)).filter((one) => !known.has(one));

test('as answers they stand on the check page as words, or are told about', { skip }, () => inWords(build(plain), () => receipt('NAU-1'), async (page) => {
  await goOn(page);
  let arrived = 0;
  for (const words of strings) {
    await stage(page).locator('[name="line"]').fill(words);
    await stage(page).locator('[name="lines"]').fill(`${words}\n\n${words}`);
    await goOn(page);
    await page.waitForFunction(() => history.state?.polku === 'check' || document.querySelector('polku-service').shadowRoot.querySelector('#summary'));
    assert.deepEqual(await strangers(page), [], words);
    if (await page.evaluate(() => history.state.polku) !== 'check') continue;
    if (words.trim() && (await stage(page).locator('#form').textContent()).includes(words)) arrived += 1;
    await page.goBack();
    await atAddress(page, 'words');
  }
  console.log(`${strings.length} naughty answers, ${arrived} stood on the check page as they were`);
  assert.ok(arrived > strings.length / 2);
  // This test can fail.
  assert.deepEqual(await strangers(page, 'script'), ['service script']);
}));

test('as an author’s words they become no markup, on the pages and around them', { skip }, async () => {
  // A pattern's own signs are quoted; those of the safe inline markup are not.
  const quoted = (words) => words.replaceAll("'", "''").replace(/[{}]/g, "'$&'");
  for (let from = 0; from < strings.length; from += 27) {
    let next = from;
    await inWords(build(() => quoted(strings[next++ % strings.length])), () => receipt('NAU-1'), async (page, world) => {
      const look = async (where) => assert.deepEqual(await strangers(page), [], `${where}, from string ${from}`);
      await look('start');
      await goOn(page);
      await atAddress(page, 'words');
      await look('questions');
      await goOn(page);
      await atAddress(page, 'check');
      await look('check');
      await press(page, 'submit');
      await atAddress(page, 'done');
      await look('confirmation');
      await page.goto(`${world.url}/en/`);
      await look('list of services');
    });
  }
});

test('as a server’s reply they are words, or not believed', { skip }, async () => {
  let reply;
  const json = (status, body) => ({ status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  await inWords(build(plain), () => reply, async (page, world) => {
    for (let from = 0; from < strings.length; from += 3) {
      const [one, two = '', three = ''] = strings.slice(from, from + 3);
      for (const answer of [
        json(201, { receipt: 1, reference: one, receivedAt: two, service: three, version: one, hash: two }),
        json(422, { type: one, title: two, detail: three, instance: one, problems: [{ code: one, pointer: two, arguments: { maximum: three } }, { code: 'too-long', pointer: `/answers/${one}`, arguments: { maximum: two } }] }),
        { status: 422, headers: { 'Content-Type': 'text/html' }, body: one },
      ]) {
        reply = answer;
        await goOn(page);
        await atAddress(page, 'words');
        await goOn(page);
        await atAddress(page, 'check');
        await press(page, 'submit');
        await answered(page);
        assert.deepEqual(await strangers(page), [], `${answer.status} ${answer.body}`);
        await page.evaluate(() => new Promise((done) => { const gone = indexedDB.deleteDatabase('polku'); gone.onsuccess = gone.onblocked = done; }));
        await page.goto(`${world.url}/en/words/`);
        await world.ready(page);
        if (await stage(page).locator('button[value="start-over"]').count()) await press(page, 'start-over');
        await stage(page).locator('button[value="continue"]').waitFor();
      }
    }
  }, { allowErrors: true });
});

test('officials read them as words', { skip }, async () => {
  assert.ok(fs.existsSync(siteFolder));
  const server = await startServer();
  const world = await openServed(server);
  await listenForHarm(world.context);
  try {
    const page = await world.context.newPage();
    await page.goto(`${server.url}/officials/login?language=en`);
    await page.fill('#token', server.token());
    await page.press('#token', 'Enter');
    await page.waitForFunction(() => !document.querySelector('#token'));
    // More than one page of the list has, so that links to older ones are usual.
    const plain = JSON.stringify(fill('street-fault', answersOf('street-fault')).submission);
    for (let count = 0; count < 60; count += 1) assert.equal((await server.post(plain, { 'Idempotency-Key': count.toString(16).padStart(32, '0') })).status, 201);
    let usual;
    for (const words of ['Plain words of a person', ...strings.filter((_, index) => index % 2 === 0)]) {
      const filled = fill('street-fault', { ...answersOf('street-fault'), description: `As it was:\n\n${words}\n\nand more`, name: words.slice(0, 90) || 'Nobody' });
      if (!filled.submission) continue; // refused, and told why
      const kept = await server.post(JSON.stringify(filled.submission), { 'Idempotency-Key': [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('') });
      assert.equal(kept.status, 201, await kept.clone().text());
      const { reference } = await kept.json();
      await page.goto(`${server.url}/officials?language=en`);
      const seen = new Set(await shapeOf(page));
      await page.goto(`${server.url}/officials/submissions/${reference}?language=en`);
      for (const one of await shapeOf(page)) seen.add(one);
      await page.click('a[href*="/record"]');
      await page.waitForLoadState();
      for (const one of await shapeOf(page)) seen.add(one);
      usual ??= seen;
      assert.deepEqual([...seen].filter((one) => !usual.has(one)), [], words);
    }
    await world.close();
  } finally {
    await world.browser.close();
    await server.remove();
  }
});
