// SPDX-License-Identifier: EUPL-1.2
// A choice among what another system offers: by keyboard, on a phone, also in the row of a list, and when the other system is slow, has nothing or is down.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { stage } from './driver.mjs';
import { faults, field, note, openTown, picture, write } from './filled.mjs';
import { atAddress } from './served.mjs';

const units = {
  schools: [{ id: 12, name: 'Keskustan koulu' }, { id: 7, name: 'Rannan koulu <b>' }, { id: 9 }, 'nothing'],
  clubs: ['Shakki', 'Kuoro', 'Shakki'],
};
const knows = (reply) => reply.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(units));
let town;
before(async () => { town = await openTown(knows); });
after(() => town?.close());

const option = (page, place, value) => stage(page).locator(`input[name="${place}"][value="${value}"]`);
const lastRow = () => JSON.parse(town.rows('SELECT body FROM submissions ORDER BY number DESC LIMIT 1')[0].body);

for (const [language, from] of [['fi', 'Palvelukartta'], ['ar', 'خريطة الخدمات']]) {
  test(`what is offered is chosen by keyboard, said with its source, sent as its value and shown by its name: ${language}`, async () => {
    await town.visit(`/${language}/schools/`, async (page, keys) => {
      await keys.button('continue');
      await atAddress(page, 'home');
      assert.equal(await stage(page).locator('[name="school"]').count(), 0, 'nothing is asked before there is something to ask with');
      await write(page, 'postal-code', '55100');
      await note(page, 'school').getByText(from).waitFor();
      await option(page, 'school', '12').waitFor();
      assert.deepEqual(town.register.asked, ['GET /units/55100']);
      assert.equal(await stage(page).locator('input[name="school"]').count(), 2, 'what has no name or no value is not offered');
      assert.equal(await note(page, 'school').getAttribute('role'), 'status');
      assert.deepEqual(await faults(page), []);
      await picture(page, `offered-${language}`);
      await keys.button('continue');
      await stage(page).locator('.summary').waitFor();
      await option(page, 'school', '12').focus();
      await page.keyboard.press('ArrowDown');
      assert.ok(await option(page, 'school', '7').isChecked());
      await keys.button('continue');
      await atAddress(page, 'who/r1');
      await write(page, 'children/r1/child-name', 'Aino');
      await write(page, 'children/r1/child-code', '55120');
      await option(page, 'children/r1/clubs', 'Kuoro').waitFor();
      assert.deepEqual(await faults(page), []);
      await option(page, 'children/r1/clubs', 'Kuoro').check();
      await picture(page, `offered-in-row-${language}`);
      await keys.button('continue');
      await atAddress(page, 'who');
      await keys.button('continue');
      await atAddress(page, 'check');
      await stage(page).getByText('Rannan koulu <b>').waitFor();
      await picture(page, `offered-check-${language}`);
      await keys.button('submit');
      await atAddress(page, 'done');
      const { answers, facts } = lastRow();
      assert.deepEqual(answers, { 'postal-code': '55100', school: '7', children: [{ 'child-name': 'Aino', 'child-code': '55120', clubs: ['Kuoro'] }] });
      assert.deepEqual(facts.map(({ request }) => request), [{ code: '55100' }, { code: '55120' }]);
      assert.deepEqual(facts[0].result.schools, [{ value: '12', label: 'Keskustan koulu' }, { value: '7', label: 'Rannan koulu <b>' }]);
      const [delivery] = town.rows("SELECT body FROM deliveries WHERE recipient = 'office' ORDER BY rowid DESC LIMIT 1");
      assert.ok(JSON.parse(delivery.body).facts.every(({ verified }) => verified));
    });
  });
}

test('a system that is slow, has nothing or is down takes own words; when it is back what was written is asked again from what there is', async () => {
  try {
    await town.visit('/fi/schools/', async (page, keys) => {
      await keys.button('continue');
      await atAddress(page, 'home');
      let release;
      town.register.answer = (reply) => { release = () => reply.writeHead(500).end(); };
      await write(page, 'postal-code', '55100');
      await note(page, 'school').getByText('Haetaan tietoa').waitFor();
      assert.deepEqual(await faults(page), []);
      release();
      await note(page, 'school').getByText('Kirjoita se itse').waitFor();
      assert.deepEqual(await faults(page), []);
      await picture(page, 'offered-down');
      await write(page, 'school', 'Se järven rannalla');
      await keys.button('continue');
      await atAddress(page, 'who/r1');
      town.register.answer = knows;
      await page.goBack();
      await atAddress(page, 'home');
      await option(page, 'school', '12').waitFor();
      await stage(page).getByText('Valitse uudelleen').first().waitFor();
      assert.deepEqual(await faults(page), []);
      await option(page, 'school', '12').check();
      await keys.button('continue');
      await atAddress(page, 'who');
    });
  } finally {
    town.register.answer = knows;
  }
});
