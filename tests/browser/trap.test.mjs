// SPDX-License-Identifier: EUPL-1.2
// The real engine on the real site, made to trap at a planted place: the person must notice nothing but a moment and one sentence.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { eatMemory, limitMemory } from '../wasm/limited.mjs';
import { focused, openWorld, root, stage } from './driver.mjs';

const folder = path.resolve(root, process.env.POLKU_SITE ?? 'build/site');
const sentence = JSON.parse(fs.readFileSync(path.join(root, 'i18n/web/fi.json'), 'utf8'))['web.restarted'];

// An answer that lies outside memory is what a bug in the engine would look like to its host.
function plantTrap() {
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...args) => {
    const { exports } = await instantiate(...args);
    const planted = { ...exports, polku_update: (...more) => (globalThis.trapNext-- > 0 ? 0xffff_fff0 : exports.polku_update(...more)) };
    return { exports: planted };
  };
  globalThis.trapNext = 0;
  globalThis.traps = 0;
  document.addEventListener('polku-trap', () => { globalThis.traps += 1; });
}

for (const storage of ['device', 'shared computer']) {
  test(`a trap on any intent loses no answer and no page (${storage})`, async () => {
    const world = await openWorld({ folder });
    await world.context.addInitScript(plantTrap);
    const page = await world.open('/fi/resident-parking-permit/');
    const trap = () => page.evaluate(() => { globalThis.trapNext = 1; });
    const recovered = (count) => page.waitForFunction((wanted) => globalThis.traps === wanted && !document.querySelector('polku-service').shadowRoot.querySelector('#failure'), count);
    const heading = () => stage(page).locator('h1').innerText();
    const told = async () => (await stage(page).getByRole('alert').allInnerTexts()).filter((words) => words === sentence).length;

    if (storage !== 'device') await stage(page).locator('button[value="use-shared-computer"]').click();
    await stage(page).locator('button[value="continue"]').click();
    await stage(page).locator('input[name="resident"][value="yes"]').check();
    const asked = await heading();
    await trap();
    await stage(page).locator('button[value="continue"]').click();
    await recovered(1);
    assert.equal(await heading(), asked);
    assert.equal(await told(), 1);
    assert.ok(await stage(page).locator('input[name="resident"][value="yes"]').isChecked());
    await stage(page).locator('button[value="continue"]').click();
    await stage(page).locator('input[name="zone"]').first().check();
    assert.equal(await told(), 0, 'another page, and it is forgotten');
    await stage(page).locator('button[value="continue"]').click();

    const field = stage(page).locator('[id="moved-in--month"]');
    await field.fill('marras');
    await trap();
    await field.press('k');
    await recovered(2);
    assert.equal((await focused(page)).value, 'marrask', 'the half-typed word and the focus stay');
    assert.equal(await told(), 1);
    await field.press('u');
    assert.equal(await field.inputValue(), 'marrasku');
    assert.equal(await told(), 1, 'there is time to read it');
    await world.close({ allowErrors: true });
  });
}

/** The engine's exports, where a test can take its memory away. */
function showEngine() {
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...args) => {
    const instance = await instantiate(...args);
    globalThis.engine = instance.exports;
    return instance;
  };
  globalThis.traps = 0;
  document.addEventListener('polku-trap', () => { globalThis.traps += 1; });
}

test('memory that runs out in the middle of a page loses no answer: the person is told in one sentence and goes on to the end of the page', async () => {
  const world = await openWorld({ folder });
  const limited = Buffer.from(limitMemory(fs.readFileSync(path.join(folder, 'polku-plain.wasm')), 8 << 20));
  await world.context.route('**/polku-plain.wasm', (route) => route.fulfill({ body: limited, contentType: 'application/wasm' }));
  await world.context.addInitScript(showEngine);
  const page = await world.open('/fi/resident-parking-permit/');
  const heading = () => stage(page).locator('h1').innerText();
  const traps = () => page.evaluate(() => globalThis.traps);
  const goOn = () => stage(page).locator('button[value="continue"]').click();
  await goOn();
  await stage(page).locator('input[name="resident"][value="yes"]').check();
  const before = await heading();
  // Nothing left: it fails at once. Some kilobytes: while the page is being made.
  for (const left of [0, 1 << 10, 3 << 10]) {
    const count = await traps();
    await page.evaluate(`(${eatMemory})(globalThis.engine, ${left})`);
    await goOn();
    await page.waitForFunction((wanted) => globalThis.traps === wanted, count + 1);
    await stage(page).getByRole('alert').getByText(sentence).waitFor();
    assert.ok(await stage(page).getByRole('alert').evaluate((note) => note.getBoundingClientRect().top >= 0), 'it is in sight');
    assert.equal(await heading(), before);
    assert.ok(await stage(page).locator('input[name="resident"][value="yes"]').isChecked());
  }
  await goOn();
  await stage(page).locator('input[name="zone"]').first().check();
  assert.notEqual(await heading(), before);
  await world.close({ allowErrors: true });
});
