// SPDX-License-Identifier: EUPL-1.2
// What stands in fields before the person wrote: looked up by the real server at a register of this test, known by the page around, or the author's default.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import http from 'node:http';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { startServer, temporaryFolder } from '../server/server.mjs';
import { localesFolder, rehearsalFile } from '../wasm/host.mjs';
import { openWorld, root, stage } from './driver.mjs';
import { atAddress, keyboardOf, standStill } from './served.mjs';

const assets = temporaryFolder();
const folder = temporaryFolder();
const register = { asked: [], answer: (reply) => reply.writeHead(200, { 'Content-Type': 'application/json' }).end('{"names": [{"name": "Koivurannan Leipä Oy"}]}') };
let source;
let server;
before(async () => {
  source = http.createServer((request, reply) => {
    request.resume();
    register.asked.push(`${request.method} ${request.url}`);
    register.answer(reply);
  }).listen(0, '127.0.0.1');
  await once(source, 'listening');
  const site = fs.readFileSync(path.join(root, 'tests/browser/filled/site/site.json'), 'utf8').replaceAll('127.0.0.1:1/', `127.0.0.1:${source.address().port}/`);
  fs.cpSync(path.join(root, 'tests/browser/filled/services'), path.join(assets, 'services'), { recursive: true });
  fs.cpSync(path.join(root, 'tests/browser/filled/site'), path.join(assets, 'sites/filled'), { recursive: true });
  fs.writeFileSync(path.join(assets, 'sites/filled/site.json'), site);
  execFileSync(process.execPath, ['scripts/build-site.mjs', '--site', path.join(assets, 'sites/filled'), '--services', path.join(assets, 'services'), '--rehearsal', rehearsalFile,
    '--wasm', process.env.POLKU_WASM ?? 'build/web/polku.wasm', '--locales', localesFolder, '--output', folder, '--without-manual'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  fs.writeFileSync(path.join(folder, 'my-pages.html'), `<!doctype html><html lang="fi"><title>Omat sivut</title><script type="module" src="polku.js"></script>
<polku-service service="company" given='{"from": "my-pages", "answers": {"mail": "aino@example.fi", "bill-to": 7}}'></polku-service>`);
  server = await startServer({ assets, site: folder });
});
after(async () => {
  await server?.end();
  source?.close();
  for (const one of [assets, folder]) fs.rmSync(one, { recursive: true, force: true });
});

async function inWorld(address, walk) {
  register.asked.length = 0;
  const world = await openWorld({ url: server.address, context: { viewport: { width: 390, height: 844 } } });
  try {
    await standStill(world.context);
    const page = await world.open(address);
    await walk(page, keyboardOf(page), world);
  } catch (error) {
    await world.abandon();
    throw error;
  }
  // A register that answers 404 or 502 stands in the console as what could not be loaded.
  await world.close({ allowErrors: true });
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const faults = async (page) => {
  await page.evaluate(fs.readFileSync(axe, 'utf8'));
  return page.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations.map(({ id }) => id));
};
const note = (page, place) => stage(page).locator(`[id="${place}--note"]`);
const field = (page, place) => stage(page).locator(`input[name="${place}"]`);
const isDescribedByNote = async (page, place) => (await field(page, place).getAttribute('aria-describedby'))?.split(' ').includes(`${place}--note`);
/** Typed and left, as a person does. */
async function write(page, place, words) {
  await field(page, place).fill(words);
  await field(page, place).blur();
}

for (const [language, from] of [['fi', 'Yritysrekisteri'], ['ar', 'سجل الشركات']]) {
  test(`what the register knows stands in its field and says from where, is sent with its proof, and can be corrected: ${language}`, async () => {
    await inWorld(`/${language}/company/`, async (page, keys) => {
      await keys.button('continue');
      await atAddress(page, 'who');
      await write(page, 'business-id', '0112038-9');
      await note(page, 'name').waitFor();
      await page.waitForFunction(() => document.querySelector('polku-service').shadowRoot.querySelector('input[name="name"]').value !== '');
      assert.equal(await field(page, 'name').inputValue(), 'Koivurannan Leipä Oy');
      assert.ok((await note(page, 'name').innerText()).includes(from));
      assert.ok(await isDescribedByNote(page, 'name'));
      assert.deepEqual(register.asked, ['GET /companies/0112038-9']);
      assert.deepEqual(await faults(page), []);
      if (process.env.POLKU_FILLED_PICTURES) await page.screenshot({ path: path.join(process.env.POLKU_FILLED_PICTURES, `filled-${language}.png`), fullPage: true });
      await keys.button('continue');
      await atAddress(page, 'contact');
      assert.equal(await field(page, 'bill-to').inputValue(), 'Koivurannan Leipä Oy', 'a default made of what was looked up');
      await field(page, 'mail').fill('aino@example.fi');
      await field(page, 'bill-to').fill('Leipä / laskut');
      await keys.button('continue');
      await atAddress(page, 'check');
      await keys.button('submit');
      await atAddress(page, 'done');
      const row = JSON.parse(execFileSync('sqlite3', ['-readonly', '-json', path.join(server.data, 'polku.sqlite'), 'SELECT body FROM submissions ORDER BY number DESC LIMIT 1'], { encoding: 'utf8' }))[0];
      const { answers, facts } = JSON.parse(row.body);
      assert.deepEqual(answers, { 'business-id': '0112038-9', name: 'Koivurannan Leipä Oy', mail: 'aino@example.fi', letter: false, 'bill-to': 'Leipä / laskut' });
      assert.match(facts[0].proof, /^[0-9a-f]{64}$/);
      const deliveries = JSON.parse(execFileSync('sqlite3', ['-readonly', '-json', path.join(server.data, 'polku.sqlite'), 'SELECT recipient, body FROM deliveries ORDER BY rowid DESC LIMIT 2'], { encoding: 'utf8' }));
      const of = Object.fromEntries(deliveries.map(({ recipient, body }) => [recipient, JSON.parse(body)]));
      assert.deepEqual(of.office.facts, [{ source: 'register', request: { id: '0112038-9' }, at: '2026-11-22', result: { name: 'Koivurannan Leipä Oy' }, verified: true }]);
      assert.equal(of.post.facts, undefined, 'who does not see the company does not see what was looked up of it');
    });
  });
}

test('a register that is down, slow or knows nothing stops nobody; coming back it is asked again', async () => {
  const knows = register.answer;
  try {
    await inWorld('/fi/company/', async (page, keys, world) => {
      await keys.button('continue');
      await atAddress(page, 'who');
      let release;
      register.answer = (reply) => { release = () => reply.writeHead(404).end(); };
      await write(page, 'business-id', '0112038-9');
      await note(page, 'name').getByText('Haetaan tietoa').waitFor();
      release();
      await note(page, 'name').getByText('Tietoa ei löytynyt').waitFor();
      register.answer = (reply) => reply.writeHead(500).end();
      await write(page, 'business-id', '2617416-4');
      await note(page, 'name').getByText('ei saada nyt haettua').waitFor();
      assert.deepEqual(await faults(page), []);
      await world.context.setOffline(true);
      await write(page, 'business-id', '1572860-0');
      await note(page, 'name').getByText('ei saada nyt haettua').waitFor();
      await write(page, 'name', 'Itse kirjoitettu');
      await keys.button('continue');
      await atAddress(page, 'contact');
      await world.context.setOffline(false);
      register.answer = knows;
      const asked = register.asked.length;
      await page.goBack();
      await atAddress(page, 'who');
      for (let tries = 0; register.asked.length === asked && tries < 100; tries += 1) await page.waitForTimeout(50);
      assert.equal(register.asked.at(-1), 'GET /companies/1572860-0');
      assert.equal(await field(page, 'name').inputValue(), 'Itse kirjoitettu');
    });
  } finally {
    register.answer = knows;
  }
});

test('what the page around knows stands in its field with its source; what does not fit the question does not', async () => {
  await inWorld('/my-pages.html', async (page, keys) => {
    await keys.button('continue');
    await stage(page).locator('input[name="business-id"]').waitFor();
    await write(page, 'business-id', '0112038-9');
    await write(page, 'name', 'A');
    await keys.button('continue');
    await field(page, 'mail').waitFor();
    assert.equal(await field(page, 'mail').inputValue(), 'aino@example.fi');
    assert.match(await note(page, 'mail').innerText(), /omat sivusi/);
    assert.equal(await field(page, 'bill-to').inputValue(), 'A');
    await field(page, 'mail').fill('muu@example.fi');
    await field(page, 'mail').blur();
    await note(page, 'mail').waitFor({ state: 'detached' });
  });
});
