// SPDX-License-Identifier: EUPL-1.2
// The manual as it is published: axe finds nothing, nothing has to be scrolled sideways on a telephone, the policy holds, every link leads somewhere, its
// examples stand painted in the citizen's style; and no page of a citizen knows of it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { openWorld, root } from './driver.mjs';

const site = path.resolve(root, process.env.POLKU_SITE ?? 'build/site');
const folder = path.join(site, 'manual');
const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'wcag2a-obsolete', 'best-practice'];
assert.ok(fs.existsSync(folder), `${folder} is missing: scripts/run --build-only makes it`);
const pages = fs.readdirSync(folder).filter((name) => name.endsWith('.html'));
const sourceOf = (page) => fs.readFileSync(path.join(folder, page), 'utf8');

let world;
before(async () => { world = await openWorld({ folder: site }); });
after(async () => { await world?.abandon(); });

for (const [how, width, dark] of [['light, 320 wide', 320, false], ['dark, 1280 wide', 1280, true]]) {
  test(`nothing is found on any page, ${how}`, async () => {
    const context = await world.newContext({ bypassCSP: true, viewport: { width, height: 800 }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
    const page = await context.newPage();
    const wrong = [];
    for (const name of pages) {
      await page.goto(`${world.url}/manual/${name}`);
      // What is folded away is looked at too.
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
      await page.evaluate(axeSource);
      const found = await page.evaluate(async (values) => (await globalThis.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })).violations
        .flatMap(({ id, nodes }) => nodes.slice(0, 2).map((node) => `${id}: ${node.target.flat().join(' ')} ${node.html.slice(0, 120)}`)), tags);
      for (const one of found) wrong.push(`${name} ${one}`);
      const scrolls = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (scrolls > 0) wrong.push(`${name} is ${scrolls} pixels too wide`);
    }
    console.log(`${pages.length} pages of the manual, ${how}`);
    assert.deepEqual(wrong, []);
    await context.close();
  });
}

test('pages keep to their policy, run no script and ask nobody else', async () => {
  const context = await world.newContext();
  const page = await context.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const name of pages) {
    await page.goto(`${world.url}/manual/${name}`);
    assert.deepEqual(await page.evaluate(() => globalThis.polkuViolations), [], name);
  }
  assert.deepEqual(asked.filter((url) => !url.startsWith(world.url)), []);
  for (const name of pages) {
    const source = sourceOf(name).replace(/<pre[^>]*>.*?<\/pre>/gs, '');
    assert.ok(!/<script|<style|\sstyle=|\son[a-z]+=/.test(source), name);
  }
  await context.close();
});

test('examples stand painted, in the citizen’s style, in every language they have words in', async () => {
  const page = await world.context.newPage();
  let painted = 0;
  for (const name of pages.filter((one) => one.startsWith('kind-'))) {
    await page.goto(`${world.url}/manual/${name}`);
    const found = await page.evaluate(() => [...document.querySelectorAll('.specimen')].map(({ shadowRoot }) => {
      const stage = shadowRoot?.querySelector('.polku');
      return { language: stage?.lang, direction: stage?.dir, words: stage?.textContent.trim().length, styled: stage && getComputedStyle(stage).containerType };
    }));
    assert.deepEqual(found.map(({ language }) => language).sort(), ['ar', 'en', 'fi', 'sv'], name);
    for (const { language, direction, words, styled } of found) {
      assert.equal(direction, language === 'ar' ? 'rtl' : 'ltr', name);
      assert.ok(words > 3 && styled === 'inline-size', `${name} ${language}: ${words} ${styled}`);
    }
    painted += found.length;
  }
  console.log(`${painted} painted examples of kinds`);
  assert.ok(painted >= 14 * 4);
  await page.close();
});

test('every link of the manual leads to a page and a place that exist', () => {
  const idsOf = new Map(pages.map((name) => [name, new Set([...sourceOf(name).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]));
  const lost = [];
  let links = 0;
  for (const name of pages) {
    for (const [, href] of sourceOf(name).replace(/<template.*?<\/template>/gs, '').matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) {
      links += 1;
      const [file, place] = href.replaceAll('&amp;', '&').split('#');
      if (/^[a-z]+:/.test(file)) continue;
      const target = file === '' ? name : file;
      if (!idsOf.has(target)) lost.push(`${name}: ${href}`);
      else if (place && !idsOf.get(target).has(place)) lost.push(`${name}: ${href} has no such place`);
    }
  }
  assert.deepEqual([...new Set(lost)], []);
  assert.ok(links > 500, `${links}`);
});

test('no page of a citizen leads to the manual', () => {
  const citizens = fs.readdirSync(site, { recursive: true }).filter((name) => /\.(html|js|json)$/.test(name) && !/^(manual|studio)/.test(name) && name !== 'manifest.json');
  assert.ok(citizens.length > 10);
  for (const name of citizens) assert.ok(!/["'/]manual\//.test(fs.readFileSync(path.join(site, name), 'utf8')), name);
});

test('printed, the page is its words alone', async () => {
  const page = await world.context.newPage();
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${world.url}/manual/kind-date.html`);
  const seen = await page.evaluate(() => ['.contents', '.masthead', '.turn', 'main h1', '.specimen'].filter((one) => document.querySelector(one).getClientRects().length > 0));
  assert.deepEqual(seen, ['main h1', '.specimen']);
  await page.close();
});
