// SPDX-License-Identifier: EUPL-1.2
// What stands in fields before the person wrote: looked up by the real server at a register of this test, known by the page around, or the author's default.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { stage } from './driver.mjs';
import { faults, field, note, openTown, picture, write } from './filled.mjs';
import { atAddress } from './served.mjs';

let town;
let register;
before(async () => {
  town = await openTown((reply) => reply.writeHead(200, { 'Content-Type': 'application/json' }).end('{"names": [{"name": "Koivurannan Leipä Oy"}]}'));
  register = town.register;
  fs.writeFileSync(path.join(town.folder, 'my-pages.html'), `<!doctype html><html lang="fi"><title>Omat sivut</title><script type="module" src="polku.js"></script>
<polku-service service="company" given='{"from": "my-pages", "answers": {"mail": "aino@example.fi", "bill-to": 7}}'></polku-service>`);
});
after(() => town?.close());

const inWorld = (address, walk) => town.visit(address, walk);
const isDescribedByNote = async (page, place) => (await field(page, place).getAttribute('aria-describedby'))?.split(' ').includes(`${place}--note`);

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
      await picture(page, `filled-${language}`);
      await keys.button('continue');
      await atAddress(page, 'contact');
      assert.equal(await field(page, 'bill-to').inputValue(), 'Koivurannan Leipä Oy', 'a default made of what was looked up');
      await field(page, 'mail').fill('aino@example.fi');
      await field(page, 'bill-to').fill('Leipä / laskut');
      await keys.button('continue');
      await atAddress(page, 'check');
      await keys.button('submit');
      await atAddress(page, 'done');
      const [row] = town.rows('SELECT body FROM submissions ORDER BY number DESC LIMIT 1');
      const { answers, facts } = JSON.parse(row.body);
      assert.deepEqual(answers, { 'business-id': '0112038-9', name: 'Koivurannan Leipä Oy', mail: 'aino@example.fi', letter: false, 'bill-to': 'Leipä / laskut' });
      assert.match(facts[0].proof, /^[0-9a-f]{64}$/);
      const deliveries = town.rows('SELECT recipient, body FROM deliveries ORDER BY rowid DESC LIMIT 2');
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
      const asking = new Promise((done) => { register.answer = done; });
      await write(page, 'business-id', '0112038-9');
      await note(page, 'name').getByText('Haetaan tietoa').waitFor();
      (await asking).writeHead(404).end();
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
