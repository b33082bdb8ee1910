// SPDX-License-Identifier: EUPL-1.2
// A parking permit from the first page to the row in the database, by keyboard alone, in two languages, with an error and a change of mind.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { focused, root, stage } from './driver.mjs';
import { addressOf, atAddress, faultTyped, fieldsOf, fill, goOn, heading, inServedWorld, keyboardOf, today, walkTo, words } from './served.mjs';

const serviceWords = (language, key) => {
  const found = JSON.parse(fs.readFileSync(path.join(root, 'assets/services/resident-parking-permit', `${language}.json`), 'utf8'))[key];
  return typeof found === 'string' ? found : found.text;
};
const errorPrefix = (language) => {
  const prefix = words(language, 'page.title-error').split('{')[0];
  assert.notEqual(prefix, '');
  return prefix;
};
// Everything but the two hashes, which follow from the service's own files and which `polku fill` computes.
const expected = ({ hash, terms }) => ({
  submission: 1,
  site: 'koivuranta',
  service: { id: 'resident-parking-permit', version: '1.0.0', hash },
  language: 'ar',
  on: today,
  answers: {
    resident: true, zone: 'shore', 'moved-in': '2023-08-15', applicant: '131052-308T', name: 'Aino-Kaisa Þórsdóttir', 'street-address': 'Rantakatu 4 B 12, 50100 Koivuranta',
    vehicles: [
      { plate: 'KRT-482', keeper: 'owner', power: 'petrol', emissions: 128 },
      { plate: 'LUX-7', keeper: 'employer', 'employer-id': '0112038-9', power: 'electric' },
    ],
    'valid-from': '2026-12-01', 'decision-by-letter': ['email', 'letter'], email: 'aino-kaisa@posti.example', more: 'أنتظر القرار.\nKiitos!',
  },
  computed: {
    vehicles: [
      { 'low-emission': false, 'vehicle-fee': { amount: '120.00', currency: 'EUR' } },
      { 'low-emission': true, 'vehicle-fee': { amount: '60.00', currency: 'EUR' } },
    ],
    'valid-until': '2027-11-30', 'further-vehicles-fee': { amount: '90.00', currency: 'EUR' }, fee: { amount: '270.00', currency: 'EUR' },
  },
  consents: { terms: { text: terms, language: 'ar' } },
});

test('a permit by keyboard alone: begun in Finnish, ended in Arabic, an error corrected, an answer changed, one row, byte for byte', async () => {
  await inServedWorld(async (world, server) => {
    const page = await world.open('/fi/resident-parking-permit/');
    const posts = [];
    page.on('request', (request) => { if (request.method() === 'POST') posts.push({ headers: request.headers(), body: request.postData() }); });
    const keys = keyboardOf(page);

    await keys.button('continue');
    await atAddress(page, 'residence');
    assert.equal((await focused(page)).id, 'heading', 'a new page is entered at its heading');
    await keys.choose('resident', 'yes');
    await keys.button('continue', 'Space');
    await atAddress(page, 'area');
    await keys.choose('zone', 'shore');
    await keys.press('Enter');
    await atAddress(page, 'since');
    await keys.type('moved-in/day', '15');
    await keys.type('moved-in/month', '8');
    await keys.type('moved-in/year', '2023');
    await keys.press('Enter');

    // An error is made: one digit is wrong.
    await atAddress(page, 'who');
    const title = await page.title();
    await keys.type('applicant', '131052-307T');
    await keys.press('Enter');
    await stage(page).locator('#summary').waitFor();
    assert.equal((await focused(page)).id, 'summary', 'the summary has the focus');
    assert.equal(await page.title(), `${errorPrefix('fi')}${title}`, 'the title says that there is an error');
    await keys.press('Tab');
    assert.equal((await focused(page)).tag, 'a');
    await keys.press('Enter');
    assert.deepEqual(await focused(page).then(({ id, value }) => [id, value]), ['applicant', '131052-307T'], 'the link leads into the field, where the typed text is');
    assert.match(await stage(page).locator('#applicant').getAttribute('aria-describedby'), /problem|error/);
    assert.equal(await stage(page).locator('#applicant').getAttribute('aria-invalid'), 'true');
    // … and corrected.
    await keys.type('applicant', '131052-308t');
    await keys.press('Enter');
    await atAddress(page, 'contact');
    assert.ok(!(await page.title()).startsWith(errorPrefix('fi')));

    // Halfway, in the middle of a word, the language is changed.
    await keys.type('name', 'Aino-Kaisa Þórsdóttir');
    await keys.type('street-address', 'Rantakatu 4 B');
    await keys.to((one) => one.id === 'language--ar', { back: true });
    await keys.press('Enter');
    await heading(page).getByText(serviceWords('ar', 'page.contact.title')).waitFor();
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
    assert.equal(await addressOf(page), 'contact', 'the page stays');
    assert.equal(new URL(page.url()).pathname, '/ar/resident-parking-permit/');
    assert.deepEqual(await fieldsOf(page), { name: 'Aino-Kaisa Þórsdóttir', 'street-address': 'Rantakatu 4 B' }, 'half-typed text stays');
    assert.equal((await focused(page)).id, 'language--ar', 'the focus stays');
    await keys.field('street-address');
    await keys.press('End');
    await page.keyboard.type(' 12, 50100 Koivuranta');
    await keys.press('Enter');

    await atAddress(page, 'cars/r1');
    await keys.type('vehicles/r1/plate', 'krt 482');
    await keys.choose('vehicles/r1/keeper', 'owner');
    await keys.press('Enter');
    await atAddress(page, 'cars/r1/engine');
    await keys.choose('vehicles/r1/power', 'petrol');
    await keys.type('vehicles/r1/emissions', '١٢٨');
    await keys.press('Enter');
    await atAddress(page, 'cars');
    await keys.button('add-row:vehicles');
    await atAddress(page, 'cars/r2');
    await keys.type('vehicles/r2/plate', 'LUX-7');
    await keys.choose('vehicles/r2/keeper', 'owner');
    await keys.button('continue');
    await atAddress(page, 'cars/r2/engine');
    await keys.choose('vehicles/r2/power', 'electric');
    await keys.button('continue');
    await atAddress(page, 'cars');
    await keys.button('continue');
    await atAddress(page, 'validity');
    await keys.type('valid-from/day', '1');
    await keys.type('valid-from/month', '12');
    await keys.type('valid-from/year', '2026');
    await keys.press('Enter');
    await atAddress(page, 'notice');
    await keys.tick('decision-by-letter', 'email');
    await keys.type('email', 'aino-kaisa@posti.example');
    await keys.tick('decision-by-letter', 'letter');
    await keys.button('continue');
    await atAddress(page, 'anything-else');
    await keys.field('more');
    await page.keyboard.type('أنتظر القرار.');
    await keys.press('Enter');
    await page.keyboard.type('Kiitos!');
    await keys.button('continue');
    await atAddress(page, 'promise');
    await keys.button('continue');
    await stage(page).locator('#summary').waitFor();
    assert.ok((await page.title()).startsWith(errorPrefix('ar')), await page.title());
    await keys.tick('terms', 'yes');
    await keys.button('continue');

    // From the check page an answer is changed, and a question comes up that was not there before.
    await atAddress(page, 'check');
    await keys.to((one) => one.href === '#change:cars/r2:');
    await keys.press('Enter');
    await atAddress(page, 'cars/r2');
    assert.deepEqual(Object.keys(await fieldsOf(page)), ['vehicles/r2/plate', 'vehicles/r2/keeper']);
    await keys.choose('vehicles/r2/keeper', 'employer');
    await stage(page).locator('[name="vehicles/r2/employer-id"]').waitFor();
    assert.equal((await focused(page)).value, 'employer', 'a question that comes up does not take the focus');
    await keys.button('continue');
    await stage(page).locator('#summary').waitFor();
    await keys.type('vehicles/r2/employer-id', '0112038-9');
    await keys.press('Enter');
    await atAddress(page, 'check');
    await keys.button('submit');
    await atAddress(page, 'done');
    assert.equal((await focused(page)).id, 'heading');

    const rows = server.rows();
    assert.equal(rows.length, 1);
    const made = fill('resident-parking-permit', { ...expected({}).answers, terms: true }, { language: 'ar' }).submission;
    const wanted = JSON.stringify(expected({ hash: made.service.hash, terms: made.consents.terms.text }));
    assert.equal(rows[0].body, wanted, 'the row is the expected submission, byte for byte');
    assert.equal(JSON.stringify(made), wanted, 'the command line makes the same');
    const shown = await stage(page).locator('.reference, bdi').first().innerText();
    assert.equal(shown.replace(/[⁦-⁩]/g, ''), rows[0].reference, 'the person has the reference of the row');

    // The same again, as a lost reply would bring it.
    assert.equal(posts.length, 1);
    const again = await server.post(posts[0].body, { 'Idempotency-Key': posts[0].headers['idempotency-key'] });
    assert.equal(again.status, 200);
    const receipt = await again.json();
    assert.deepEqual([receipt.reference, receipt.hash], [rows[0].reference, rows[0].body_hash]);
    // By the clock of the place, so that a citizen reads the day that was on the calendar.
    assert.match(receipt.receivedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[23]:00$/);
    assert.equal(Date.parse(receipt.receivedAt), Date.parse(rows[0].received_at));
    assert.equal(JSON.stringify(receipt), JSON.stringify(await (await server.post(posts[0].body, { 'Idempotency-Key': posts[0].headers['idempotency-key'] })).json()));
    assert.deepEqual(server.rows(), rows, 'no second row, and the first as it was');
  });
});

test('an answer changed from the check page leads back through the page it has made necessary', async () => {
  await inServedWorld(async (world, server) => {
    const page = await world.open('/fi/street-fault/');
    await walkTo(page, 'check', faultTyped);
    const keys = keyboardOf(page);
    await keys.to((one) => one.href === '#change:what:category');
    await keys.press('Enter');
    await atAddress(page, 'what');
    await keys.choose('category', 'pothole');
    await keys.press('Enter');
    await atAddress(page, 'pothole');
    await keys.choose('pothole-size', 'larger');
    await goOn(page);
    await atAddress(page, 'check');
    await keys.button('submit');
    await atAddress(page, 'done');
    const { answers } = JSON.parse(server.rows()[0].body);
    assert.deepEqual([answers.category, answers['pothole-size'], answers['lamps-out'], answers['lamp-number']], ['pothole', 'larger', undefined, undefined],
      'what is no longer asked is not sent');
  });
});
