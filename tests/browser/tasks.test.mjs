// SPDX-License-Identifier: EUPL-1.2
// A service with tasks in the browser, in Finnish and in Arabic: tests/browser/tasks, published for itself.
//   POLKU_TASKS_PICTURES=FOLDER also writes pictures of the task list at a telephone's width and a wide one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { localesFolder, rehearsalFile } from '../wasm/host.mjs';
import { openWorld, root, stage } from './driver.mjs';
import { pagesOf, showPage } from './enumerated.mjs';
import { atAddress, keyboardOf, standStill } from './served.mjs';

const site = 'tests/browser/tasks/site', services = 'tests/browser/tasks/services';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'polku-tasks-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
execFileSync(process.execPath, ['scripts/build-site.mjs', '--site', site, '--services', services, '--rehearsal', rehearsalFile,
  '--wasm', process.env.POLKU_WASM ?? 'build/web/polku.wasm', '--locales', localesFolder, '--output', folder], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const pictures = process.env.POLKU_TASKS_PICTURES;

const seen = (page) => stage(page).locator('.tasks li').evaluateAll((rows) => rows.map((row) => `${row.querySelector('a') ? '>' : ' '} ${row.querySelector('.title').textContent}: ${row.querySelector('.status').textContent}`));

test('by keyboard through a task and back to the list, which says what has become of it', { timeout: 120_000 }, async () => {
  const world = await openWorld({ folder, context: { viewport: { width: 390, height: 844 } } });
  try {
    await standStill(world.context);
    const page = await world.open('/fi/building-permit/');
    const keyboard = keyboardOf(page);
    const goOn = () => keyboard.button('continue');
    const follow = async (address) => { await keyboard.to((one) => one.href === `#${address}`); await keyboard.press('Enter'); };
    await goOn();
    await atAddress(page, 'owning');
    await keyboard.choose('owner', 'yes');
    await goOn();
    await atAddress(page, 'tasks');
    assert.deepEqual(await seen(page), ['> Rakennuspaikka: Aloittamatta', '> Pääsuunnittelija ja rakentajat: Aloittamatta', '  Rakennuspiirustukset: Ei voi vielä aloittaa', '> Muuta kerrottavaa: Vapaaehtoinen']);
    assert.equal(await stage(page).locator('button[value="continue"]').innerText(), 'Jatka: Rakennuspaikka');
    await follow('design');
    await atAddress(page, 'design');
    await follow('tasks');
    await atAddress(page, 'tasks');
    await goOn();
    await atAddress(page, 'where');
    await keyboard.type('site', 'Koivukuja 3');
    await goOn();
    await atAddress(page, 'old');
    await keyboard.choose('protected', 'yes');
    await goOn();
    await atAddress(page, 'plot-check');
    await goOn();
    await atAddress(page, 'tasks');
    assert.deepEqual((await seen(page)).slice(0, 3), ['> Rakennuspaikka: Valmis', '> Pääsuunnittelija ja rakentajat: Aloittamatta', '> Museoviraston lausunto: Aloittamatta']);
    await follow('plot-check');
    await atAddress(page, 'plot-check');
  } catch (error) {
    await world.abandon();
    throw error;
  }
  await world.close();
});

test('axe finds nothing on any page of it, and nothing is wider than the narrowest telephone', { timeout: 240_000 }, async () => {
  const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const world = await openWorld({ folder, context: { bypassCSP: true, viewport: { width: 320, height: 800 }, reducedMotion: 'reduce' } });
  try {
    for (const language of ['fi', 'ar']) {
      const pages = (await pagesOf('building-permit', language, { site, services })).filter(({ kind }) => kind === 'task-list' || kind === 'check-answers');
      const lists = pages.filter(({ kind }) => kind === 'task-list');
      for (const status of ['status', 'status open']) assert.ok(lists.some(({ html }) => html.includes(`class="${status}"`)), status);
      assert.ok(lists.length > 4 && pages.length > lists.length, `${lists.length} states of the list, ${pages.length} pages`);
      const page = await world.open(`/${language}/building-permit/`);
      await page.evaluate(axeSource);
      await page.evaluate(`globalThis.showPage = ${showPage}`);
      const all = pages.map(({ name, html, language: tag, direction, title }) => ({ name, html, language: tag, direction, title }));
      const found = await page.evaluate(async (shown) => {
        const results = [];
        for (const one of shown) {
          globalThis.showPage(one);
          const { violations } = await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'] });
          results.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${one.name}: ${id} ${node.target.flat().join(' ')} ${node.any?.[0]?.message ?? ''}`)));
          if (document.documentElement.scrollWidth > innerWidth) results.push(`${one.name}: wider than the screen`);
        }
        return results;
      }, all);
      assert.deepEqual(found, []);
      if (!pictures) continue;
      for (const [at, one] of all.filter(({ name }) => name.startsWith('tasks')).slice(0, 4).entries()) {
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await page.evaluate((shown) => globalThis.showPage(shown), one);
          await page.screenshot({ path: path.join(pictures, `${language}-${at}-${width}.png`), fullPage: true });
        }
      }
      await page.setViewportSize({ width: 320, height: 800 });
    }
  } finally {
    await world.abandon();
  }
});
