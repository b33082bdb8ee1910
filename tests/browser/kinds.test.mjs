// SPDX-License-Identifier: EUPL-1.2
// Each kind of question that is more than a line of text, filled by keyboard in Finnish and in Arabic: the service tests/browser/kinds, published for itself.
//   POLKU_KINDS_PICTURES=FOLDER also writes a picture of every page at a telephone's width.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { localesFolder, rehearsalFile } from '../wasm/host.mjs';
import { openWorld, root, stage, until } from './driver.mjs';
import { pagesOf, showPage } from './enumerated.mjs';
import { addressOf, atAddress, fieldsOf, keyboardOf, standStill, words } from './served.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'polku-kinds-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
execFileSync(process.execPath, ['scripts/build-site.mjs', '--site', 'tests/browser/kinds/site', '--services', 'tests/browser/kinds/services', '--rehearsal', rehearsalFile,
  '--wasm', process.env.POLKU_WASM ?? 'build/web/polku.wasm', '--locales', localesFolder, '--output', folder], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const pictures = process.env.POLKU_KINDS_PICTURES;
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function inWorld(language, walk) {
  const world = await openWorld({ folder, context: { viewport: { width: 390, height: 844 } } });
  try {
    await standStill(world.context);
    const page = await world.open(`/${language}/every-kind/`);
    await walk(page, keyboardOf(page), world);
  } catch (error) {
    await world.abandon();
    throw error;
  }
  await world.close();
}

const text = (page, selector) => stage(page).locator(selector).innerText();
const summaryLinks = (page) => stage(page).locator('#summary a').evaluateAll((links) => links.map((link) => link.dataset.focus.replaceAll('--', '/')));
const device = (page) => page.evaluate(() => new Promise((done, fail) => {
  const request = indexedDB.open('polku');
  request.onerror = () => fail(request.error);
  request.onsuccess = () => {
    const found = {};
    const transaction = request.result.transaction(['kept', 'files']);
    transaction.objectStore('kept').getAll().onsuccess = (event) => { found.kept = event.target.result.map((one) => one.body); };
    transaction.objectStore('files').getAll().onsuccess = async (event) => { found.files = event.target.result; };
    transaction.oncomplete = async () => {
      request.result.close();
      done({ kept: found.kept, files: await Promise.all(found.files.map(async ({ ref, draft, bytes }) => ({ ref, draft, size: bytes.size, text: await bytes.text() }))) });
    };
  };
}));
const picture = async (page, name) => {
  if (!pictures) return;
  fs.mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true, animations: 'disabled', caret: 'hide' });
};
const reload = async (page, world) => { await page.reload(); await world.ready(page); };
/** "2:30 pm" with the blank that the language puts there. */
const plain = (found) => found.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(/[\u2066-\u2069]/g, '');

const typed = {
  fi: { time: 'klo 18.30', month: 'joulukuu', unclear: '25', account: 'FI21 1234 5600 0007 85' },
  ar: { time: '٦:٣٠ م', month: '١٢', unclear: '6:30', account: 'FI21 1234 5600 0007 85' },
};
const shown = { fi: ['18.30', 'joulukuu 2026'], ar: ['6:30 م', 'ديسمبر 2026'] };

for (const language of ['fi', 'ar']) {
  test(`every kind is filled by keyboard, checked, kept over a reload and said in the other language: ${language}`, async () => {
    await inWorld(language, async (page, keys, world) => {
      const on = async (from, to) => { await keys.button('continue'); await atAddress(page, to); assert.notEqual(from, to); };
      await keys.button('continue');
      await atAddress(page, 'when');

      // A time, a month, a year: nonsense is asked about, then put right.
      await keys.type('starts', typed[language].unclear);
      await keys.type('from-month/month', '');
      await keys.type('from-month/year', '2026');
      await keys.type('built', '85');
      await keys.button('continue');
      await stage(page).locator('#summary').waitFor();
      assert.deepEqual(await summaryLinks(page), ['starts', 'from-month/month', 'built']);
      await picture(page, `${language}-1-when-wrong`);
      await keys.type('starts', typed[language].time);
      await stage(page).locator('p', { hasText: language === 'fi' ? 'Illalla ovet avaa vartija.' : 'في المساء' }).waitFor();
      await keys.type('from-month/month', typed[language].month);
      await keys.type('built', '1985');
      await picture(page, `${language}-2-when`);
      await on('when', 'money');

      await keys.type('account', 'DE89 3704 0044 0532 0130 00');
      await keys.button('continue');
      await stage(page).locator('#summary').waitFor();
      assert.match(await text(page, '#account--problem'), language === 'fi' ? /Suomi tai Ruotsi/ : /فنلندا أو السويد/);
      assert.equal(await stage(page).locator('#account').getAttribute('autocomplete'), 'off');
      await picture(page, `${language}-3-account-wrong`);
      await keys.type('account', typed[language].account);
      await on('money', 'address');

      // An address: each part that is wrong is marked and told alone.
      await keys.type('home/street', 'Koivukuja 3 A 12');
      await keys.type('home/postal-code', '1');
      await keys.button('continue');
      await stage(page).locator('#summary').waitFor();
      assert.deepEqual(await summaryLinks(page), ['home/postal-code', 'home/town']);
      assert.deepEqual(await stage(page).locator('#form [aria-invalid]').evaluateAll((all) => all.map((one) => one.name)), ['home/postal-code', 'home/town']);
      assert.match(await stage(page).locator('[name="home/town"]').getAttribute('aria-describedby'), /home--town--problem/);
      assert.deepEqual(await stage(page).locator('#form [autocomplete]').evaluateAll((all) => all.map((one) => one.autocomplete)),
        ['address-line1', 'address-line2', 'postal-code', 'address-level2', 'country']);
      await picture(page, `${language}-4-address-wrong`);
      await keys.type('home/postal-code', '00100');
      await keys.type('home/town', 'Helsinki');
      await picture(page, `${language}-5-address`);
      await on('address', 'in-helsinki');
      await keys.choose('helsinki', 'no');
      await on('in-helsinki', 'where');

      await keys.type('place/coordinates', '27.2031, 61.0523');
      await keys.button('continue');
      await stage(page).locator('#summary').waitFor();
      assert.deepEqual(await summaryLinks(page), ['place/coordinates']);
      assert.equal(plain(await text(page, '#summary a')), words(language, 'problem.coordinates-swapped'));
      await picture(page, `${language}-6-place-wrong`);
      await keys.type('place/description', language === 'fi' ? 'Koulun edessä' : 'أمام المدرسة');
      await keys.type('place/coordinates', 'https://www.openstreetmap.org/?mlat=61.0523&mlon=27.2031#map=15/61/27');
      await on('where', 'papers');

      // The control for a file is heard, and seen by its label when the keyboard stands on it.
      await keys.to((one) => one.type === 'file');
      const ring = await stage(page).locator('label[for="attachment"]').evaluate((label) => getComputedStyle(label).outlineStyle);
      assert.equal(ring, 'solid');
      await picture(page, `${language}-7-file-focused`);
      // A file: refused before it is kept, kept, replaced, there after a reload.
      const choose = (name, mimeType, buffer) => stage(page).locator('#attachment').setInputFiles({ name, mimeType, buffer });
      await choose('iso.png', 'image/png', Buffer.alloc(200_001));
      await stage(page).locator('#summary').waitFor();
      assert.match(plain(await text(page, '#summary')), /200/);
      await choose('ohjelma.exe', 'application/x-msdownload', png);
      await until('the other problem', async () => /PDF/.test(await text(page, '#attachment--problem')));
      assert.deepEqual((await device(page)).files, [], 'nothing that is refused is kept');
      await picture(page, `${language}-7-file-refused`);
      await choose('kuva & <1>.png', 'image/png', png);
      await stage(page).locator('#attachment--chosen').waitFor();
      assert.equal(await stage(page).locator('#summary').count(), 0);
      await picture(page, `${language}-8-file`);
      await choose('iso.png', 'image/png', Buffer.alloc(200_001));
      await stage(page).locator('#summary').waitFor();
      assert.match(await text(page, '#attachment--chosen'), /kuva & <1>\.png/, 'the file before stays');
      await choose('toinen.pdf', 'application/pdf', Buffer.from('%PDF-1.7 x'));
      await until('the other file', async () => /toinen\.pdf/.test(await text(page, '#attachment--chosen')));
      await until('one file on the device', async () => (await device(page)).files.length === 1);
      const [kept] = (await device(page)).files;
      assert.deepEqual([kept.draft, kept.text], ['kinds/every-kind', '%PDF-1.7 x']);
      assert.ok((await device(page)).kept[0].includes(kept.ref));
      await reload(page, world);
      if (await stage(page).locator('button[value="go-on"]').count()) await stage(page).locator('button[value="go-on"]').click();
      await atAddress(page, 'papers');
      assert.match(await text(page, '#attachment--chosen'), /toinen\.pdf/);
      assert.equal((await device(page)).files[0].text, '%PDF-1.7 x');
      await on('papers', 'photos');

      // Several at once: what does is kept, what does not is told by its name; one is removed and put back.
      const chosen = () => stage(page).locator('li.chosen p bdi').allTextContents();
      const chooseAll = (...files) => stage(page).locator('#pictures').setInputFiles(files.map(([name, bytes]) => ({ name, mimeType: 'image/png', buffer: bytes })));
      assert.equal(await stage(page).locator('#pictures').getAttribute('multiple'), '');
      await keys.to((one) => one.type === 'file');
      await picture(page, `${language}-8-pictures-none`);
      await chooseAll(['pohjoinen.png', png], ['iso.png', Buffer.alloc(200_001)], ['eteläinen 2.png', png]);
      await stage(page).locator('#summary').waitFor();
      assert.match(plain(await text(page, '#summary')), /iso\.png.*200/s);
      assert.deepEqual(await chosen(), ['pohjoinen.png', 'eteläinen 2.png']);
      await until('three files on the device', async () => (await device(page)).files.length === 3);
      await picture(page, `${language}-8-pictures-one-refused`);
      await stage(page).locator('li.chosen button').first().click();
      await until('one fewer', async () => (await chosen()).length === 1);
      await stage(page).locator('button[value="restore-row"]').click();
      await until('put back', async () => (await chosen()).length === 2);
      await chooseAll(['kolmas.png', png], ['neljas.png', png]);
      await until('the fourth is told', async () => /neljas\.png/.test(await text(page, '#summary')));
      assert.deepEqual(await chosen(), ['pohjoinen.png', 'eteläinen 2.png', 'kolmas.png']);
      assert.equal(await stage(page).locator('input#pictures').count(), 0, 'there is room for no more');
      assert.deepEqual(await summaryLinks(page), ['pictures']);
      await stage(page).locator('#summary a').click();
      assert.equal((await keys.active()).id, 'pictures', 'the link leads to what was chosen');
      await picture(page, `${language}-8-pictures-full`);
      await reload(page, world);
      if (await stage(page).locator('button[value="go-on"]').count()) await stage(page).locator('button[value="go-on"]').click();
      await atAddress(page, 'photos');
      assert.deepEqual(await chosen(), ['pohjoinen.png', 'eteläinen 2.png', 'kolmas.png']);
      await on('photos', 'visiting');

      // In a row a part's place has more before it.
      await keys.button('add-row:visits');
      await page.waitForFunction(() => history.state?.polku?.startsWith('visiting/'));
      await keys.type('visits/r4/visit-at', '14:30');
      await keys.type('visits/r4/visit-home/street', 'Rantakatu 1');
      await keys.type('visits/r4/visit-home/postal-code', '50100');
      await keys.type('visits/r4/visit-home/town', 'Mikkeli');
      await on('row', 'visiting');
      await on('visiting', 'check');
      const answers = plain(await text(page, '#form'));
      for (const one of [...shown[language], '1985', 'FI21 1234 5600 0007 85', 'Koivukuja 3 A 12', '00100 Helsinki', '61.0523, 27.2031', 'toinen.pdf', 'pohjoinen.png', 'kolmas.png', '50100 Mikkeli']) assert.ok(answers.includes(one), one);
      await picture(page, `${language}-9-check`);

      // The other language: values in its form, in fields too.
      const other = language === 'fi' ? 'ar' : 'fi';
      await stage(page).locator(`button[value="choose-language:${other}"]`).click();
      await page.waitForFunction((tag) => document.documentElement.lang === tag, other);
      const again = plain(await text(page, '#form'));
      for (const one of [...shown[other], other === 'fi' ? 'Suomi' : 'فنلندا', '00100 Helsinki']) assert.ok(again.includes(one), one);
      await stage(page).locator('a[href*="when"]').first().click();
      await atAddress(page, 'when');
      const fields = await fieldsOf(page);
      assert.deepEqual([fields.starts, fields['from-month/month'], fields['from-month/year'], fields.built], ['18:30', '12', '2026', '1985']);
      await keys.button('continue');
      await atAddress(page, 'check');

      // Deleted with the draft.
      await stage(page).locator('button[value="delete-draft"]').click();
      await until('nothing on the device', async () => { const { kept: drafts, files } = await device(page); return drafts.length === 0 && files.length === 0; });
    });
  });
}

test('a file that is removed leaves the device, and on a shared computer none gets there', async () => {
  await inWorld('fi', async (page, keys) => {
    const papers = async () => {
      await keys.button('continue');
      for (const [place, values] of [['when', { starts: '12', 'from-month/month': '12', 'from-month/year': '2026' }], ['money', { account: 'FI21 1234 5600 0007 85' }],
        ['address', { 'home/street': 'A 1', 'home/postal-code': '50100', 'home/town': 'Mikkeli' }], ['where', { 'place/description': 'x' }]]) {
        await atAddress(page, place);
        for (const [name, value] of Object.entries(values)) await keys.type(name, value);
        await keys.button('continue');
      }
      await atAddress(page, 'papers');
    };
    const choose = () => stage(page).locator('#attachment').setInputFiles({ name: 'kuva.png', mimeType: 'image/png', buffer: png });
    await papers();
    await choose();
    await until('a file on the device', async () => (await device(page)).files.length === 1);
    await stage(page).locator('button[value="type:attachment"]').click();
    await until('none', async () => (await device(page)).files.length === 0);
    assert.equal(await stage(page).locator('#attachment--chosen').count(), 0);
    await choose();
    await until('a file on the device', async () => (await device(page)).files.length === 1);
    assert.equal(await addressOf(page), 'papers');
    await page.goBack();
    await atAddress(page, 'where');
    for (let tries = 0; (await addressOf(page)) !== 'start' && tries < 9; tries += 1) await page.goBack();
    const shared = stage(page).locator('button[value="use-shared-computer"]');
    await shared.click();
    await until('nothing on the device', async () => { const { kept, files } = await device(page); return kept.length === 0 && files.length === 0; });
    await papers();
    assert.match(await text(page, '#attachment--chosen'), /kuva\.png/, 'still chosen, in memory');
    await choose();
    assert.deepEqual((await device(page)).files, []);
  });
});

test('axe finds nothing on any page of it, with problems or without, and nothing is wider than the narrowest telephone', { timeout: 240_000 }, async () => {
  const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const world = await openWorld({ folder, context: { bypassCSP: true, viewport: { width: 320, height: 800 }, reducedMotion: 'reduce' } });
  try {
    for (const language of ['fi', 'ar']) {
      const pages = (await pagesOf('every-kind', language, { site: 'tests/browser/kinds/site', services: 'tests/browser/kinds/services' }))
        .filter(({ html }) => html.includes('class="question'));
      assert.ok(pages.length > 8, `${pages.length} pages ask something`);
      const page = await world.open(`/${language}/every-kind/`);
      await page.evaluate(axeSource);
      await page.evaluate(`globalThis.showPage = ${showPage}`);
      const found = await page.evaluate(async (all) => {
        const results = [];
        for (const one of all) {
          globalThis.showPage(one);
          const { violations } = await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'] });
          results.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${one.name}: ${id} ${node.target.flat().join(' ')} ${node.any?.[0]?.message ?? ''}`)));
          if (document.documentElement.scrollWidth > innerWidth) results.push(`${one.name}: wider than the screen`);
        }
        return results;
      }, pages.map(({ name, html, language: tag, direction, title }) => ({ name, html, language: tag, direction, title })));
      assert.deepEqual(found, []);
      if (!pictures) continue;
      await page.setViewportSize({ width: 1280, height: 800 });
      for (const [at, one] of pages.filter(({ name }) => /address|papers/.test(name)).entries()) {
        await page.evaluate((shownPage) => globalThis.showPage(shownPage), { html: one.html, language: one.language, direction: one.direction, title: one.title });
        await picture(page, `${language}-wide-${at}`);
      }
    }
  } finally {
    await world.abandon();
  }
});
