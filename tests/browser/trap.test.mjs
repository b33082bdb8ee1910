// SPDX-License-Identifier: EUPL-1.2
// The real engine on the real site, made to trap at a planted place: the person must notice nothing but a moment.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { focused, openWorld, root, stage } from './driver.mjs';

const folder = path.resolve(root, process.env.POLKU_SITE ?? 'build/site');

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

    if (storage !== 'device') await stage(page).locator('button[value="use-shared-computer"]').click();
    await stage(page).locator('button[value="continue"]').click();
    await stage(page).locator('input[name="resident"][value="yes"]').check();
    const asked = await heading();
    await trap();
    await stage(page).locator('button[value="continue"]').click();
    await recovered(1);
    assert.equal(await heading(), asked);
    assert.ok(await stage(page).locator('input[name="resident"][value="yes"]').isChecked());
    await stage(page).locator('button[value="continue"]').click();
    await stage(page).locator('input[name="zone"]').first().check();
    await stage(page).locator('button[value="continue"]').click();

    const field = stage(page).locator('[id="moved-in--month"]');
    await field.fill('marras');
    await trap();
    await field.press('k');
    await recovered(2);
    assert.equal((await focused(page)).value, 'marrask', 'the half-typed word and the focus stay');
    await field.press('u');
    assert.equal(await field.inputValue(), 'marrasku');
    await world.close({ allowErrors: true });
  });
}
