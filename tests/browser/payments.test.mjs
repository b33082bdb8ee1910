// SPDX-License-Identifier: EUPL-1.2
// A resident applies for a parking permit and pays for it: from the confirmation page to the payment service and back, in a browser, with the real server.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import test, { after, before } from 'node:test';
import { practicePayments } from '../../scripts/practice-payments.mjs';
import { stage } from './driver.mjs';
import { faults, picturesInto, press, rowsOf } from './server_pages.mjs';
import { atAddress, openServed, permitTyped, startServer, walkTo, words } from './served.mjs';

const practice = practicePayments();
let server;
before(async () => {
  practice.server.listen(0, '127.0.0.1');
  await once(practice.server, 'listening');
  server = await startServer({ payments: practice.server.address().port });
});
after(async () => {
  practice.server.close();
  practice.server.closeAllConnections();
  await server?.remove();
});

const rows = (query) => rowsOf(server, query);
const picture = picturesInto('POLKU_PAYMENT_PICTURES');

/** Opens the permit in that language, fills it in and sends it; stands on the confirmation page. */
async function applied(world, language) {
  const page = await world.open(`/${language}/resident-parking-permit/`);
  await walkTo(page, 'check', permitTyped, async () => {});
  return page;
}

/** Nobody but the payment service is asked for anything, and that only because the person went there. */
async function inWorld(language, walk) {
  const world = await openServed(server, { context: { viewport: { width: 390, height: 844 }, locale: language } });
  try {
    await walk(world);
  } catch (error) {
    await world.abandon();
    throw error;
  }
  const paying = `http://127.0.0.1:${practice.server.address().port}/pay/`;
  world.notes.requests = world.notes.requests.filter((url) => !url.startsWith(paying) && url !== new URL('/favicon.ico', paying).href);
  await world.close({ allowErrors: true });
}

for (const [language, amount] of [['fi', '270,00 €'], ['ar', '270.00 €']]) {
  test(`who applies is told the fee before sending, pays it, and reads that it is paid: ${language}`, async () => {
    await inWorld(language, async (world) => {
      const page = await applied(world, language);
      const told = (await stage(page).locator('#payment').innerText()).replaceAll(/[\u200e\u200f\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ');
      assert.ok(told.includes(amount), told);
      await picture(page, `check-${language}`);
      await press(page, 'submit');
      await atAddress(page, 'done');
      assert.deepEqual(await faults(page), []);
      await picture(page, `done-${language}`);
      assert.equal(rows('SELECT stage FROM deliveries ORDER BY rowid DESC LIMIT 1')[0].stage, 'awaiting-payment');

      await press(page, 'pay');
      await page.waitForURL(/\/payments\//);
      assert.deepEqual(await faults(page), []);
      await picture(page, `due-${language}`);
      await page.locator('main button').click();
      await page.waitForURL(/\/pay\//);
      await picture(page, `practice-${language}`);
      await page.locator('button[value="success"]').click();
      await page.waitForURL(/\/payments\//);
      assert.equal(await page.locator('h1').innerText(), words(language, 'payment.paid-title'));
      assert.deepEqual(await faults(page), []);
      await picture(page, `paid-${language}`);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.equal(await page.locator('main button').count(), 0, 'nothing is left to press');

      const [delivery] = rows('SELECT stage, body FROM deliveries ORDER BY rowid DESC LIMIT 1');
      assert.equal(delivery.stage, 'kept');
      const { amount: paid, currency } = JSON.parse(delivery.body).payment;
      assert.deepEqual([paid, currency], ['270.00', 'EUR']);
    });
  });
}

test('who comes back without paying, or finds the payment service away, can pay later from the confirmation page', async () => {
  await inWorld('fi', async (world) => {
    const page = await applied(world, 'fi');
    await press(page, 'submit');
    await atAddress(page, 'done');
    const done = page.url();
    await press(page, 'pay');
    await page.waitForURL(/\/payments\//);
    practice.away = 503;
    await page.locator('main button').click();
    await page.locator('[role="alert"]').waitFor();
    assert.equal((await page.locator('[role="alert"]').innerText()).trim(), words('fi', 'payment.unreachable'));
    assert.deepEqual(await faults(page), []);
    await picture(page, 'away-fi');
    practice.away = 0;
    await page.locator('main button').click();
    await page.waitForURL(/\/pay\//);
    await page.locator('button[value="cancelled"]').click();
    await page.waitForURL(/\/payments\//);
    assert.equal(await page.locator('h1').innerText(), words('fi', 'payment.failed-title'));
    await picture(page, 'failed-fi');

    // The receipt is kept on the device: tomorrow it still leads there.
    await page.goto(done);
    await press(page, 'pay');
    await page.waitForURL(/\/payments\//);
    await page.locator('main button').click();
    await page.waitForURL(/\/pay\//);
    await page.locator('button[value="success"]').click();
    await page.waitForURL(/\/payments\//);
    assert.equal(await page.locator('h1').innerText(), words('fi', 'payment.paid-title'));
  });
});
