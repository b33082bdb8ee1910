// SPDX-License-Identifier: EUPL-1.2
// axe finds nothing on any page and in any state of any service, in any language, light or dark; nothing has to be scrolled sideways on the narrowest
// telephone. Pages come from the engine (enumerated.mjs) and stand in a real page of the site. That axe would have found something is tested with
// a planted defect for each of its groups of rules.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from './driver.mjs';
import { pagesOf, showPage } from './enumerated.mjs';
import { answersOf, fill, languages, openServed, services, startServer } from './served.mjs';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Everything WCAG 2.0 to 2.2 asks for at A and AA, and axe's best practices. With tags, axe leaves out by itself what is `experimental` or `deprecated`,
// and AAA rules are not asked for: EN 301 549 does not.
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'wcag2a-obsolete', 'best-practice'];
/** Rules turned off, each with its reason. */
const off = {};
/** Rules whose result can change with the colours alone. */
const colour = ['color-contrast', 'link-in-text-block'];

let server, world;
before(async () => {
  server = await startServer();
  world = await openServed(server);
});
after(async () => {
  await world?.browser.close();
  await server?.remove();
});

/** A page of the site in which pages can be put and axe be asked. The policy is off here, and only here: axe is injected. */
async function openStage(service, language, { width, dark }) {
  const context = await world.newContext({ bypassCSP: true, viewport: { width, height: 800 }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${server.url}/${language}/${service}/`);
  await world.ready(page);
  await page.evaluate(axeSource);
  await page.evaluate(`globalThis.showPage = ${showPage}`);
  return page;
}

/** What is wrong with each page: [{name, found: ["rule: element"], scrolls}]; in one call, for going back and forth costs more than axe. */
const examine = (page, pages, rules) => page.evaluate(async ([all, runOnly, offRules]) => {
  const results = [];
  for (const one of all) {
    globalThis.showPage(one);
    const { violations, incomplete, passes } = await globalThis.axe.run(document, { runOnly, resultTypes: ['violations', 'incomplete'], rules: Object.fromEntries(offRules.map((rule) => [rule, { enabled: false }])) });
    const told = (list) => list.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat().join(' ')} ${node.any?.[0]?.message ?? ''}`));
    results.push({ name: one.name, found: told(violations), unsure: incomplete.map(({ id }) => id), rules: passes.length, scrolls: document.documentElement.scrollWidth - innerWidth });
  }
  return results;
}, [pages.map(({ name, html, language, direction, title }) => ({ name, html, language, direction, title })), rules, Object.keys(off)]);

const counts = [];
for (const service of services) {
  describe(service, { concurrency: 2 }, () => {
    for (const language of languages) {
      test(`nothing is found in ${language}, light or dark, narrow or wide`, async () => {
        const pages = await pagesOf(service, language);
        const wrong = [];
        const unsure = new Map();
        for (const [how, options, rules] of [
          ['light, 320 wide', { width: 320, dark: false }, { type: 'tag', values: tags }],
          ['dark, 1280 wide', { width: 1280, dark: true }, { type: 'rule', values: colour }],
        ]) {
          const page = await openStage(service, language, options);
          for (const result of await examine(page, pages, rules)) {
            for (const found of result.found) wrong.push(`${result.name} (${how}) ${found}`);
            for (const rule of result.unsure) unsure.set(rule, (unsure.get(rule) ?? 0) + 1);
            if (result.scrolls > 0) wrong.push(`${result.name} (${how}) is ${result.scrolls} pixels too wide`);
          }
          await page.context().close();
        }
        counts.push(pages.length);
        console.log(`${service} ${language}: ${pages.length} pages and states, twice${unsure.size ? `; axe is not sure about ${JSON.stringify(Object.fromEntries(unsure))}` : ''}`);
        assert.deepEqual([...new Set(wrong)], []);
      });
    }
  });
}

/** Axe and the narrowest telephone on the page as it stands. */
async function examineAsItStands(page, where, wrong) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async (values) => (await globalThis.axe.run(document, { runOnly: { type: 'tag', values } })).violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`), tags);
  for (const one of found) wrong.push(`${where} ${one}`);
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (scrolls > 0) wrong.push(`${where} is ${scrolls} pixels too wide`);
}

const surroundings = [[320, false], [1280, true]];
const openIn = ([width, dark]) => world.newContext({ bypassCSP: true, viewport: { width, height: 800 }, colorScheme: dark ? 'dark' : 'light' });

test('nothing is found on the pages around the services either', async () => {
  const wrong = [];
  for (const around of surroundings) {
    const context = await openIn(around);
    const page = await context.newPage();
    const own = languages.flatMap((language) => [`/${language}/`, `/${language}/privacy.html`, `/${language}/accessibility.html`]);
    for (const address of ['/', '/embed.html', '/nowhere', ...own]) {
      await page.goto(server.url + address);
      await examineAsItStands(page, `${address} (${around})`, wrong);
    }
    await context.close();
  }
  assert.deepEqual(wrong, []);
});

test('nothing is found on the officials’ pages: signing in, a wrong code, the list, one submission and its record', async () => {
  const kept = await server.post(JSON.stringify(fill('street-fault', answersOf('street-fault')).submission), { 'Idempotency-Key': '0'.repeat(32) });
  assert.equal(kept.status, 201, await kept.clone().text());
  const { reference } = await kept.json();
  const wrong = [];
  for (const language of languages) {
    for (const around of surroundings) {
      const context = await openIn(around);
      const page = await context.newPage();
      // With its style: a page of which only the words have come is nobody's page yet.
      const look = (where) => page.waitForLoadState().then(() => examineAsItStands(page, `${where} in ${language} (${around})`, wrong));
      await page.goto(`${server.url}/officials/login?language=${language}`);
      assert.equal(await page.getAttribute('html', 'lang'), language);
      await look('signing in');
      await page.fill('#token', 'not the code');
      await page.press('#token', 'Enter');
      await page.waitForSelector('[aria-invalid]');
      await look('a wrong code');
      await page.fill('#token', server.token());
      await page.press('#token', 'Enter');
      await page.waitForSelector('table');
      await look('the list');
      await page.click(`a:has-text("${reference}")`);
      await page.waitForSelector('.record');
      await look('one submission');
      await page.click('a[href*="/record"]');
      await page.waitForLoadState();
      await look('its record');
      await context.close();
    }
  }
  assert.deepEqual(wrong, []);
});

test('every kind of page was looked at', async () => {
  assert.ok(counts.length === services.length * languages.length || counts.length === 0, `${counts.length}`);
  const kinds = new Set();
  for (const service of services) for (const { kind } of await pagesOf(service, 'fi')) kinds.add(kind);
  for (const kind of ['start', 'question', 'list', 'row', 'exit', 'check-answers', 'confirmation', 'returning', 'opening', 'sending', 'waiting', 'refused', 'read-only', 'forgotten']) {
    assert.ok(kinds.has(kind), `no ${kind} among ${[...kinds].join(', ')}`);
  }
  console.log(`${counts.reduce((sum, count) => sum + count, 0)} pages and states in ${languages.length} languages`);
});

// ---- would anything have been found? ----

const auditFile = path.resolve(root, '../shared/suites/accessibility/gds-tool-audit/tests.json');
const audit = fs.existsSync(auditFile) ? JSON.parse(fs.readFileSync(auditFile, 'utf8')) : undefined;
const fromAudit = (group, name) => audit?.[group]?.[name]?.example;

// One for each group of rules: from the GDS audit of tools where it has one that stands alone in a page, else of our own.
const planted = {
  'cat.keyboard': fromAudit('Keyboard Access', 'Tabindex greater than 0') ?? '<a href="x" tabindex="5">Link</a>',
  'cat.text-alternatives': fromAudit('Images', 'Image with no alt attribute') ?? '<img src="x.png">',
  'cat.aria': fromAudit('HTML', 'Invalid ARIA role names') ?? '<div role="breadcrumbs">x</div>',
  'cat.name-role-value': fromAudit('Buttons', 'Empty button') ?? '<button></button>',
  'cat.time-and-media': fromAudit('Typography', 'Blink element found') ?? '<blink>x</blink>',
  'cat.forms': fromAudit('Forms', 'Form element has no label') ?? '<form><input type="text"></form>',
  'cat.structure': fromAudit('Lists', 'LI element with no parent') ?? '<li>x</li>',
  'cat.parsing': fromAudit('Typography', 'Marquee element found') ?? '<marquee>x</marquee>',
  'cat.language': fromAudit('Language of content', 'lang attribute used to identify change of language, but with invalid value') ?? '<span lang="frrr">x</span>',
  'cat.color': '<p style="color: #999; background: #fff">Too pale</p>',
  'cat.semantics': '<h2>Two</h2><h5>Five</h5>',
  'cat.sensory-and-visual-cues': '<p style="line-height: 1"><button style="width: 8px; height: 8px; padding: 0; font-size: 6px">a</button><button style="width: 8px; height: 8px; padding: 0; font-size: 6px">b</button></p>',
  'cat.tables': '<table><tr><th scope="sideways">a</th><td>b</td></tr></table>',
};

test('a planted defect of each group of rules is found', async () => {
  if (!audit) console.error('\n!!! ../shared/suites/accessibility IS NOT THERE: planted defects are all our own\n');
  const [first] = await pagesOf('resident-parking-permit', 'en');
  const page = await openStage('resident-parking-permit', 'en', { width: 1280, dark: false });
  const groups = await page.evaluate((wanted) => [...new Set(globalThis.axe.getRules(wanted).flatMap(({ tags: ofRule }) => ofRule.filter((tag) => tag.startsWith('cat.'))))].sort(), tags);
  assert.deepEqual(Object.keys(planted).sort(), groups, 'every group axe has rules in');
  const [clean] = await examine(page, [first], { type: 'tag', values: tags });
  assert.deepEqual(clean.found, []);
  const missed = [];
  for (const [group, defect] of Object.entries(planted)) {
    const [{ found }] = await examine(page, [{ ...first, html: first.html.replace('<form id="side"', `<div class="sheet">${defect}</div><form id="side"`) }], { type: 'tag', values: tags });
    const rules = await page.evaluate((wanted) => globalThis.axe.getRules([wanted]).map(({ ruleId }) => ruleId), group);
    const hit = found.filter((one) => rules.includes(one.split(':')[0]));
    console.log(`${group}: ${hit.map((one) => one.split(':')[0]).join(', ') || 'NOTHING'}`);
    if (hit.length === 0) missed.push(group);
  }
  assert.deepEqual(missed, []);
  await page.context().close();

  // Dark is really dark: what is readable on white is found there.
  const grey = [{ ...first, html: first.html.replace('<form id="side"', '<div class="sheet"><p style="color: #444">Dark grey</p></div><form id="side"') }];
  for (const dark of [false, true]) {
    const stage = await openStage('resident-parking-permit', 'en', { width: 1280, dark });
    assert.equal((await examine(stage, grey, { type: 'rule', values: colour }))[0].found.length, dark ? 1 : 0);
    await stage.context().close();
  }
  // And too wide is seen.
  const narrow = await openStage('resident-parking-permit', 'en', { width: 320, dark: false });
  const wide = [{ ...first, html: first.html.replace('<form id="side"', '<p style="width: 400px">x</p><form id="side"') }];
  assert.ok((await examine(narrow, wide, { type: 'rule', values: colour }))[0].scrolls > 0);
  await narrow.context().close();
});
