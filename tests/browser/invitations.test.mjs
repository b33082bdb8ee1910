// SPDX-License-Identifier: EUPL-1.2
// A parent applies for day care, passes a link on, and the other guardian answers by it in a browser of their own, with the real server: what each of them reads.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { root, stage } from './driver.mjs';
import { faults, picturesInto, press, rowsOf } from './server_pages.mjs';
import { addressOf, atAddress, goOn, openServed, startServer, walkTo, words } from './served.mjs';

let server;
before(async () => { server = await startServer(); });
after(() => server?.remove());

const rows = (query) => rowsOf(server, query);
const picture = picturesInto('POLKU_INVITATION_PICTURES');
const reads = (page, wanted) => page.waitForFunction((one) => document.querySelector('polku-service')?.shadowRoot?.textContent.includes(one), wanted, { timeout: 8000 });
const main = (page) => page.locator('main').innerText();
const phone = { width: 390, height: 844 };

const applied = {
  'lives-here': ['yes'], 'at-school': ['no'], 'applicant-role': ['guardian'], 'other-guardian': ['yes'], 'applicant-name': 'Aino Koivu', 'applicant-hetu': '131052-308T', phone: '040 123 4567',
  'fee-basis': ['highest'], 'children/1/child-name': 'Eetu Koivu', 'children/1/child-hetu': '030323A919X', 'children/1/now-in': ['home'],
  'children/1/start-on/day': '2', 'children/1/start-on/month': '8', 'children/1/start-on/year': '2027', 'children/1/care-kind': ['centre'], 'children/1/shift-care': ['no'], 'children/1/care-time': ['full'],
  'children/1/week/1/days': ['mon', 'tue', 'wed', 'thu', 'fri'], 'children/1/week/1/arrives': '08:00', 'children/1/week/1/leaves': '16:30',
  'children/1/diet': ['no'], 'children/1/support': ['no'], 'children/1/younger-siblings': ['none'], 'wish-first': ['bear-cub'],
};
const answered = { 'children-answered': ['Eetu Koivu'], answer: ['disagree'], reason: 'Päiväkoti on liian kaukana.', 'own-name': 'Mikko Virta', 'own-hetu': '010594Y9021', phone: '040 765 4321' };

/** In a browser of one person, who is somebody else than the person before. */
async function as(language, size, walk) {
  const world = await openServed(server, { context: { viewport: size, locale: language } });
  try {
    const result = await walk(world);
    await world.close({ allowErrors: true });
    return result;
  } catch (error) {
    await world.abandon();
    throw error;
  }
}

for (const [language, size] of [['fi', phone], ['ar', phone], ['sv', { width: 1280, height: 900 }], ['en', phone]]) {
  test(`one guardian applies, the other answers by the link, and the office gets both: ${language}`, async () => {
    const title = JSON.parse(fs.readFileSync(path.join(root, 'assets/services/day-care-application', `${language}.json`), 'utf8'))['recipient.other-guardian.title'];
    const link = await as(language, size, async (world) => {
      const page = await world.open(`/${language}/day-care-application/`);
      await walkTo(page, 'check', applied);
      assert.ok((await stage(page).locator('#invited--other-guardian').innerText()).includes(title), 'told before it is sent');
      await picture(page, `1-check-${language}`);
      await press(page, 'submit');
      await atAddress(page, 'done');
      await reads(page, title);
      assert.deepEqual(await faults(page), []);
      await picture(page, `2-done-${language}`);
      await press(page, 'invite:other-guardian');
      await page.waitForURL(/\/invitations\/[0-9a-f]{64}\/pass-on/);
      assert.deepEqual(await faults(page), []);
      await picture(page, `3-pass-on-${language}`);
      const address = await page.locator('input[readonly]').inputValue();
      for (const way of ['sms:', 'mailto:']) assert.ok(decodeURIComponent(await page.locator(`a[href^="${way}"]`).getAttribute('href')).includes(address), way);
      return address;
    });
    const [first] = rows("SELECT reference FROM submissions ORDER BY number DESC LIMIT 1");
    assert.deepEqual(rows(`SELECT recipient, stage FROM deliveries WHERE reference = '${first.reference}' ORDER BY recipient`),
      [{ recipient: 'client-fees', stage: 'awaiting-answer' }, { recipient: 'day-care-office', stage: 'awaiting-answer' }, { recipient: 'other-guardian', stage: 'invited' }]);

    await as(language, size, async (world) => {
      const page = await world.context.newPage();
      await page.goto(`${link}?language=${language}`);
      assert.ok(!(await main(page)).includes('Eetu'), 'nothing that was answered is on the page behind the link');
      assert.deepEqual(await faults(page), []);
      await picture(page, `4-asked-${language}`);
      await page.locator('main button').click();
      await page.waitForURL(`**/${language}/day-care-agreement/**`);
      await world.ready(page);
      await walkTo(page, 'request', {});
      await reads(page, first.reference);
      await reads(page, 'Aino Koivu');
      assert.equal(await stage(page).locator('#form input[name="applicant"]').count(), 0, 'there is nothing to type another name in');
      assert.ok(!(await stage(page).innerText()).includes('030323A919X'), 'what the other guardian is not entitled to is not there');
      assert.deepEqual(await faults(page), []);
      await picture(page, `5-request-${language}`);
      await page.reload();
      await world.ready(page);
      await atAddress(page, 'request');
      await reads(page, 'Aino Koivu');
      await walkTo(page, 'check', answered);
      await reads(page, 'Eetu Koivu');
      await picture(page, `6-check-${language}`);
      await press(page, 'submit');
      await atAddress(page, 'done');
      await picture(page, `7-done-${language}`);
      await page.goto(`${link}?language=${language}`);
      assert.equal(await page.locator('main button').count(), 0, 'it is answered once');
      await picture(page, `8-answered-${language}`);
      await page.goto(`${link}/pass-on?language=${language}`);
      assert.equal(await page.locator('input[readonly]').count(), 0);
      assert.deepEqual(await faults(page), []);
      await picture(page, `9-has-answered-${language}`);
    });
    const [second] = rows('SELECT reference FROM submissions ORDER BY number DESC LIMIT 1');
    const deliveries = rows(`SELECT recipient, stage, body FROM deliveries WHERE reference = '${first.reference}' AND recipient = 'day-care-office'`);
    assert.equal(deliveries[0].stage, 'kept');
    assert.equal(JSON.parse(deliveries[0].body).invited[0].reference, second.reference);
    const answer = JSON.parse(rows(`SELECT body FROM deliveries WHERE reference = '${second.reference}'`)[0].body);
    assert.deepEqual(answer.invitation, { reference: first.reference, recipient: 'other-guardian' });
    assert.equal(answer.answers['application-number'], first.reference);
    assert.equal(answer.facts[0].verified, true);
  });
}

test('who comes without the link reads that they need it, and nothing is asked that they could not answer', async () => {
  await as('fi', phone, async (world) => {
    const page = await world.open('/fi/day-care-agreement/');
    await goOn(page);
    await atAddress(page, 'request');
    await reads(page, words('fi', 'identity.uninvited').split('.')[0]);
    await goOn(page);
    await reads(page, words('fi', 'problem.invitation-needed'));
    assert.equal(await addressOf(page), 'request');
    assert.deepEqual(await faults(page), []);
    await picture(page, 'without-the-link');
  });
});
