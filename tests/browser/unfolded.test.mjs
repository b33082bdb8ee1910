// SPDX-License-Identifier: EUPL-1.2
// What the page does between two paintings: words that unfold stay unfolded while a person answers, and an option that stands alone unticks the others.
import assert from 'node:assert/strict';
import test from 'node:test';
import { focused, stage } from './driver.mjs';
import { inServedWorld, words } from './served.mjs';

const next = (page, language) => stage(page).getByRole('button', { name: words(language, 'button.continue') }).click();
const choose = async (page, language, value) => {
  await stage(page).locator(`input[value="${value}"]`).check();
  await next(page, language);
};
const isOpen = (page) => stage(page).locator('details').evaluate((details) => details.open);
const ticked = (page) => stage(page).locator('input:checked').evaluateAll((inputs) => inputs.map((input) => input.value));

for (const language of ['fi', 'ar']) {
  test(`${language}: what was unfolded by keyboard stays so while a box is ticked, and when a problem is told`, async () => {
    await inServedWorld(async (world) => {
      const page = await world.open(`/${language}/neighbourhood-consultation/`);
      await stage(page).locator('form .button').first().click();
      await choose(page, language, 'harbour-park');
      await choose(page, language, 'self');
      const summary = stage(page).locator('summary');
      assert.equal(await isOpen(page), false);
      await summary.focus();
      await page.keyboard.press('Enter');
      assert.equal(await isOpen(page), true);
      await stage(page).locator('input[value="lives"]').check();
      assert.equal(await isOpen(page), true, 'a tick paints the page again');
      await stage(page).locator('input[value="lives"]').uncheck();
      await next(page, language);
      await stage(page).locator('#summary').waitFor();
      assert.equal(await isOpen(page), true, 'so does a problem');
      const described = await stage(page).locator('fieldset').getAttribute('aria-describedby');
      assert.deepEqual(described.split(' '), ['relation--hint', 'relation--problem'], 'what unfolds is no description');
      assert.equal(await stage(page).locator('legend details, label details').count(), 0);
      await summary.focus();
      await page.keyboard.press('Space');
      assert.equal(await isOpen(page), false, 'and it folds again');
    });
  });
}

test('none of these unticks the others, another unticks it, and the focus stays where it is', async () => {
  await inServedWorld(async (world) => {
    const page = await world.open('/fi/business-registration/');
    await stage(page).locator('form .button').first().click();
    await choose(page, 'fi', 'here');
    const box = (value) => stage(page).locator(`input[value="${value}"]`);
    await box('food').check();
    await box('terrace').check();
    await box('none').focus();
    await page.keyboard.press('Space');
    assert.deepEqual(await ticked(page), ['none']);
    assert.equal((await focused(page)).value, 'none');
    await box('terrace').check();
    assert.deepEqual(await ticked(page), ['terrace']);
    assert.equal(await stage(page).locator('.or').innerText(), words('fi', 'field.or'));
  });
});
