// SPDX-License-Identifier: EUPL-1.2
// studio.html in a real browser: walked by labels with mouse and keys to the dry-run submission, files dropped on it, Arabic as HTML, rest, the policy.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { root, until, watch } from './driver.mjs';
import { answersOf, fill, siteFolder, temporaryFolder } from './served.mjs';
import { openStudio, openStudioWorld } from './studio_hand.mjs';

const permit = path.join(root, 'assets/services/resident-parking-permit');
const lacksStudio = !fs.existsSync(path.join(siteFolder, 'studio.html')) && 'the site was built without Dear ImGui’s sources, so it has no studio';

async function inStudio(walk, options) {
  const world = await openStudioWorld(options);
  try {
    await walk(await openStudio(world), world);
    await world.close();
  } finally {
    await world.abandon();
  }
}
const promise = (name, walk) => test(name, { skip: lacksStudio }, () => inStudio(walk));

promise('a permit is walked by labels to the submission that `polku fill` makes of the same answers', async (studio) => {
  for (const step of [
    'Aloita hakemus', 'Kyllä', 'Jatka', 'Ranta (B)', 'Jatka', ['Päivä', '15'], ['Kuukausi', '8'], ['Vuosi', '2023'], 'Jatka',
    ['Mikä on henkilötunnuksesi?', '131052-308T'], 'Jatka', ['Etu- ja sukunimi', 'Aino-Kaisa Þórsdóttir'], ['Osoite', 'Rantakatu 4 B 12, 50100 Koivuranta'], 'Jatka',
    ['Rekisteritunnus', 'krt 482'], 'Minun', 'Jatka', 'Bensiini', ['Hiilidioksidipäästöt (CO₂)', '128'], 'Jatka', 'Lisää toinen ajoneuvo',
    ['Rekisteritunnus', 'LUX-7'], 'Työnantajani', ['Työnantajan Y-tunnus', '0112038-9'], 'Jatka', 'Sähkö', 'Jatka', 'Jatka',
    ['Päivä', '1'], ['Kuukausi', 'joulukuu'], ['Vuosi', '2026'], 'Jatka', 'Sähköpostilla', 'Tekstiviestillä',
    ['Sähköpostiosoite', 'aino-kaisa@posti.example'], ['Puhelinnumero', '+358 40 123 4567'], 'Jatka',
    ['Haluatko kertoa vielä jotain? (vapaaehtoinen)', 'Vaihdan bensiiniauton sähköautoon keväällä.'], 'Jatka',
    'Vakuutan, että antamani tiedot ovat oikein. Ilmoitan 14 päivän kuluessa, jos muutan tai luovun ajoneuvosta.', 'Jatka', 'Lähetä hakemus',
  ]) {
    if (Array.isArray(step)) await studio.type(...step);
    else await studio.press(step);
  }
  const { submissions, panels } = await studio.sight();
  assert.equal(submissions.length, 1);
  assert.deepEqual(JSON.parse(submissions[0]), fill('resident-parking-permit', answersOf('resident-parking-permit')).submission);
  assert.ok(await studio.seen('Hakemuksesi on vastaanotettu'));
  assert.match(panels.submission.join('\n'), /^sent \(dry run\): /);
  assert.ok(panels.log.includes('person  submit'), panels.log.slice(-8).join('\n'));
});

promise('beside the page stands why a question is not asked, and what the route is', async (studio) => {
  await studio.press('Aloita hakemus');
  const { panels: before } = await studio.sight();
  const email = before.why.indexOf('email: not asked: its own rule says no');
  assert.equal(before.why[email + 1], '    "email" in decision-by-letter: false');
  await studio.press('Ei');
  const { panels } = await studio.sight();
  assert.ok(panels.why.includes('zone: not asked: the route ends before its page'), panels.why.join('\n'));
  assert.ok(panels.route.some((line) => line.startsWith('  ends at: ')), panels.route.join('\n'));
  await studio.press('route');
  assert.equal((await studio.seen('route')).current, true);
});

promise('a changed file is read again: its words are on the page, the person stands where they stood with their answers', async (studio) => {
  for (const step of ['Aloita hakemus', 'Kyllä', 'Jatka', 'Ranta (B)']) await studio.press(step);
  await studio.dropChanged(path.join(permit, 'fi.json'), '"question.zone.label": "', '"question.zone.label": "Muutettu: ');
  const heading = (await studio.sight()).seen.find((one) => one.kind === 'heading').words;
  assert.match(heading, /^Muutettu: /);
  assert.equal((await studio.seen('Ranta (B)')).chosen, true);
  await studio.press('Takaisin');
  assert.equal((await studio.seen('Kyllä')).chosen, true);
});

promise('a broken file is told in words with its place, and the walk goes on as it was', async (studio) => {
  await studio.press('Aloita hakemus');
  const check = (name) => path.join(permit, name);
  await studio.dropChanged(check('service.json'), '"version": "1.0.0",', '"version": ');
  const problems = studio.page.locator('#problems');
  assert.match(await problems.innerText(), /service\.json:\d+:\d+ {2}error {2}json-syntax\n {4}This is not JSON/);
  await studio.press('Kyllä');
  await studio.press('Jatka');
  assert.ok(await studio.seen('Ranta (B)'));
  // What can be walked but not published is told as well, as `polku check` tells it.
  await studio.dropChanged(check('service.json'), '"ask": ["zone"]', '"ask": ["zone", "no-such-question"]');
  assert.match(await problems.innerText(), /error.*at \/pages\//);
  await studio.dropChanged(check('service.json'), '"version": "1.0.0"', '"version": "1.0.1"');
  assert.equal(await problems.isVisible(), false, await problems.innerText());
  assert.match(await studio.page.locator('#status').innerText(), /^Read again: services\/resident-parking-permit\/service\.json\.$/);
});

promise('a folder dropped on the page is another service, walked at once; a picked file is as good as a dropped one', async (studio) => {
  const folder = temporaryFolder();
  const own = path.join(folder, 'own');
  fs.cpSync(path.join(root, 'assets/services/street-fault'), own, { recursive: true });
  const definition = path.join(own, 'service.json');
  fs.writeFileSync(definition, fs.readFileSync(definition, 'utf8').replace('"id": "street-fault"', '"id": "own-fault"'));
  await studio.drop(own);
  await studio.status(/^Walking own-fault without a site/);
  await studio.rest();
  assert.equal(await studio.page.locator('#service').inputValue(), 'own-fault');
  const words = JSON.parse(fs.readFileSync(path.join(own, 'fi.json'), 'utf8'));
  assert.ok(await studio.seen(words['page.start.title']), (await studio.sight()).seen[0].words);
  const picked = path.join(folder, 'fi.json');
  fs.writeFileSync(picked, JSON.stringify({ ...words, 'page.start.title': 'Poimittu' }));
  await studio.page.setInputFiles('#files', picked);
  await studio.status(/^Read again: services\/own-fault\/fi\.json/);
  await studio.rest();
  assert.ok(await studio.seen('Poimittu'));
  fs.rmSync(folder, { recursive: true });
});

promise('Arabic cannot be drawn: that is said, the button shows the page as HTML, and the walk goes on in it', async (studio) => {
  await studio.press('Aloita hakemus');
  await studio.press('العربية');
  assert.ok(await studio.seen('This language\'s script cannot be shaped here. The HTML page can.'));
  await studio.press('Show the HTML page');
  const page = studio.page.locator('#html-page');
  const stage = studio.page.locator('#html-page #polku-root');
  assert.deepEqual([await stage.getAttribute('lang'), await stage.getAttribute('dir')], ['ar', 'rtl']);
  const words = JSON.parse(fs.readFileSync(path.join(permit, 'ar.json'), 'utf8'));
  const said = (key) => (typeof words[key] === 'string' ? words[key] : words[key].text);
  assert.equal(await page.locator('h1').innerText(), said('question.resident.label'));
  const brand = await page.locator('button[value="continue"]').evaluate((one) => getComputedStyle(one).backgroundColor);
  assert.equal(brand, 'rgb(11, 90, 84)', 'it wears the citizen’s style and the site’s colours');
  await page.locator('input[value="yes"]').check();
  await page.locator('button[value="continue"]').click();
  await page.locator('h1', { hasText: said('question.zone.label') }).waitFor();
  // The panels beside it know, on the canvas and as text.
  assert.ok((await studio.sight()).panels.route.includes('> area: to do'));
  assert.match(await studio.page.locator('#panels [data-panel="route"] pre').textContent(), /^> area: to do$/m);
  await page.locator('button[value="continue"]').click();
  await page.locator('#summary').waitFor();
  assert.equal(await studio.page.evaluate(() => document.querySelector('#html-page').shadowRoot.activeElement.id), 'summary', 'focus goes where a citizen’s goes');
  // Also for a language that can be drawn, and back: it is one walk.
  await page.locator('button[value="choose-language:en"]').click();
  await page.locator('#polku-root[lang="en"]').waitFor();
  await page.locator('input[value="shore"]').check();
  await studio.page.locator('#as-html').click();
  await studio.rest();
  const { seen, panels } = await studio.sight();
  assert.equal(seen.find((one) => one.chosen)?.kind, 'option', `${panels.route.join('\n')}\n${panels.log.slice(-6).join('\n')}\n${seen.map((one) => `${one.kind} ${one.words}`).join(' | ')}`);
  await studio.press('English');
});

promise('nothing is drawn while nothing happens; a press is', async (studio) => {
  const frames = async () => (await studio.sight()).frames;
  const before = await frames();
  await studio.page.waitForTimeout(1000);
  assert.equal(await frames(), before);
  await studio.press('route');
  assert.ok(await frames() > before);
});

promise('a file that is deep, huge, empty, no UTF-8 or full of markup is told about, and the walk goes on', async (studio, world) => {
  const folder = temporaryFolder();
  const drop = async (name, content) => {
    fs.writeFileSync(path.join(folder, name), content);
    await studio.drop(path.join(folder, name));
    const told = await studio.status(/Something is wrong/);
    await studio.rest();
    // Words that are missing are shown by their names; a structure that is broken is not walked.
    assert.match(told, name === 'fi.json' ? /as far as it goes/ : /The walk before stays/);
    assert.ok(await studio.seen(name === 'fi.json' ? '[service.title]' : 'Aloita hakemus'), told);
    const problems = await studio.page.locator('#problems').innerText();
    await studio.page.evaluate(() => { document.querySelector('#status').textContent = ''; });
    return problems;
  };
  assert.match(await drop('service.json', '['.repeat(10_000)), /json-too-deep/);
  assert.match(await drop('service.json', `{"id":"${'a'.repeat(10_000_000)}"}`), /service\.json:1:\d+ {2}error/);
  assert.match(await drop('service.json', ' '.repeat(20_000_000)), /json-too-large/);
  assert.match(await drop('service.json', ''), /json-syntax/);
  assert.match(await drop('service.json', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])), /error/);
  await studio.drop(path.join(permit, 'service.json'));
  await studio.status(/Read again/);
  assert.match(await drop('fi.json', '{"service.title": "<img src=x onerror=alert(1)>", "page.start.title": "{'), /fi\.json:1/);
  fs.rmSync(folder, { recursive: true });
  // A trap is said, not kept quiet.
  world.notes.errors.length = 0;
  await studio.page.evaluate(() => { Promise.reject(new WebAssembly.RuntimeError('planted')); });
  await studio.status(/broke down \(planted\)/);
  world.notes.errors.length = 0;
});

promise('after loading nothing is asked for, of nobody', async (studio, world) => {
  const loaded = world.notes.requests.length;
  assert.ok(world.notes.requests.every((url) => url.startsWith(world.url)));
  await studio.press('Aloita hakemus');
  await studio.page.locator('#service').selectOption('street-fault');
  await studio.page.locator('#as-html').click();
  await studio.page.locator('#again').click();
  await studio.rest();
  assert.deepEqual(world.notes.requests.slice(loaded), []);
});

promise('Tab comes to the canvas and leads on from it; in a box Escape first', async (studio) => {
  const focused = () => studio.page.evaluate(() => document.activeElement.id || document.activeElement.localName);
  await studio.page.locator('#as-html').focus();
  await studio.page.keyboard.press('Tab');
  assert.equal(await focused(), 'studio-canvas');
  await studio.page.keyboard.press('Shift+Tab');
  assert.equal(await focused(), 'as-html');
  for (const step of ['Aloita hakemus', 'Kyllä', 'Jatka', 'Ranta (B)', 'Jatka', ['Päivä', '15']]) {
    if (Array.isArray(step)) await studio.type(...step);
    else await studio.press(step);
  }
  await studio.page.keyboard.press('Tab');
  assert.notEqual(await focused(), 'studio-canvas');
  assert.equal((await studio.sight()).seen.find((one) => one.words === 'Päivä' && one.kind === 'box').typed, '15', 'Escape took nothing back');
});

promise('what is copied and pasted goes by the machine’s own clipboard', async (studio, world) => {
  await world.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { keyboard } = studio.page;
  for (const step of ['Aloita hakemus', 'Kyllä', 'Jatka', 'Ranta (B)', 'Jatka', ['Vuosi', '2023']]) {
    if (Array.isArray(step)) await studio.type(...step);
    else await studio.press(step);
  }
  await studio.enter('Vuosi');
  await keyboard.press('Control+a');
  await keyboard.press('Control+c');
  // The clipboard is written when the browser comes to it.
  await until('2023 on the clipboard', async () => (await studio.page.evaluate(() => navigator.clipboard.readText())) === '2023');
  await studio.rest();  // where frames are slow, keys that are held repeat: it may have been copied twice
  await studio.page.evaluate(() => navigator.clipboard.writeText('elokuu'));
  await studio.enter('Kuukausi');
  await keyboard.press('Control+v');
  await studio.page.waitForFunction(() => globalThis.polkuStudio.sight().seen.some((one) => one.words === 'Kuukausi' && one.kind === 'box' && one.typed === 'elokuu'));
});

test('without WebGL the page and its panels are there as HTML, and that is said', { skip: lacksStudio }, async () => {
  const world = await openStudioWorld();
  try {
    await world.context.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; });
    const page = await world.context.newPage();
    watch(page, world.notes);
    await page.goto(`${world.url}/studio.html`);
    await page.locator('#status', { hasText: 'no WebGL 2' }).waitFor();
    assert.equal(await page.locator('#studio-canvas').isVisible(), false);
    await page.locator('#html-page button[value="continue"]').click();
    await page.locator('#html-page input[value="yes"]').check();
    assert.match(await page.locator('#panels [data-panel="submission"] pre').textContent(), /"resident": true/);
    await world.close();
  } finally {
    await world.abandon();
  }
});

for (const colorScheme of ['light', 'dark']) {
  test(`nothing is found on the page around the canvas, nor on the page as HTML (${colorScheme})`, { skip: lacksStudio }, async () => {
    const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await inStudio(async (studio) => {
      await studio.page.evaluate(axe);
      const examine = () => studio.page.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations
        .flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`)));
      assert.deepEqual(await examine(), []);
      await studio.dropChanged(path.join(permit, 'service.json'), '"version": "1.0.0",', '"version": ');
      await studio.page.locator('#as-html').click();
      await studio.page.locator('#panels [data-panel="why"] summary').click();
      assert.deepEqual(await examine(), []);
    }, { context: { viewport: { width: 1000, height: 800 }, bypassCSP: true, colorScheme } });
  });
}
