// SPDX-License-Identifier: EUPL-1.2
// Imported services in Chromium: three of them (one of Helsinki's, two of Bratislava's) filled in and sent to a row in the database that holds what `polku fill` makes of the
// same answers; and axe, on pages of all seventeen in every language: some a run, all under --full.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openWorld } from '../browser/driver.mjs';
import { showPage } from '../browser/enumerated.mjs';
import { atAddress, keyboardOf, standStill, walkTo } from '../browser/served.mjs';
import { localesFolder, rehearsalFile } from '../wasm/host.mjs';
import { answersOf, walkAll, withoutRows } from './answers.mjs';
import { dataMaker } from './asking.mjs';
import { forms, none, outcomeOf, polku, scale, skip, temporary, today } from './forms.mjs';
import { pagesOf } from './pages.mjs';
import { randomOf } from './random.mjs';
import { serveImported, typedFrom } from './site.mjs';

const formNamed = (name) => forms.find((form) => form.name === name);
const sent = skip ? [] : [formNamed('hyteed_pienavustus'), formNamed('olo-olo-taxi'), formNamed('ziadost-o-slobodny-pristup-k-informaciam')];
const examined = scale >= 10 ? Infinity : 3;
const missing = [rehearsalFile, localesFolder].find((one) => !fs.existsSync(one));
const skipped = skip || (missing && `NOT SEEN IN A BROWSER: ${missing} is not built`) || false;
if (!skip && missing) console.error(`\n!!! ${skipped}\n`);

let server;
before(async () => { if (!skipped) server = await serveImported(sent); });
after(() => server?.end());

/** The example's data, or data made of the schema; without files, for which the person would have to have them. */
function answersFor(form) {
  const outcome = outcomeOf(form);
  const data = form.examples?.[0].formData ?? dataMaker(form, outcome, 7).next().data;
  const answers = answersOf(outcome, data);
  const hasFile = (questions, id) => questions[id].kind === 'file' || Object.values(questions[id].questions ?? {}).some(({ kind }) => kind === 'file');
  for (const id of Object.keys(answers)) if (hasFile(outcome.service.questions, id)) delete answers[id];
  const [walk] = walkAll(outcome, [answers], form.languages[0]);
  const names = new Set(walk.asked.map(withoutRows));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => names.has(id)));
}

function submissionOf(form, answers, language) {
  const file = path.join(temporary('answers'), 'answers.json');
  fs.writeFileSync(file, JSON.stringify(answers));
  const { submission, problems } = JSON.parse(execFileSync(polku, ['fill', outcomeOf(form).folder, '--answers', file, '--language', language, '--today', today, '--json'], { encoding: 'utf8' }));
  assert.ok(submission, JSON.stringify(problems));
  return submission;
}

for (const [number, form] of sent.entries()) {
  test(`${form.city} ${form.name} is filled in and sent to a stored row`, { skip: skipped, timeout: 120_000 }, async () => {
    const language = form.languages[0];
    const answers = answersFor(form);
    const wanted = submissionOf(form, answers, language);
    const { service } = outcomeOf(form);
    const idOf = (kind) => service.pages.find((page) => page.kind === kind).id;
    const world = await openWorld({ url: server.address });
    try {
      await standStill(world.context);
      const page = await world.open(`/${language}/${server.ids[number]}/`);
      await walkTo(page, idOf('check-answers'), typedFrom(service.questions, answers, language));
      await keyboardOf(page).button('submit');
      await atAddress(page, idOf('confirmation'));
    } catch (error) {
      await world.abandon();
      throw error;
    }
    await world.close();
    const stored = server.rows().find((row) => row.service.id === wanted.service.id);
    assert.deepEqual({ ...stored, site: undefined }, { ...wanted, site: undefined });
  });
}

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'wcag2a-obsolete', 'best-practice'];

test('axe finds nothing on the pages of any imported service, and nothing is wider than the narrowest telephone', { skip: skipped, timeout: 1_800_000 }, async () => {
  const random = randomOf(Number(process.env.POLKU_TEST_SEED ?? 2026));
  const world = await openWorld({ url: server.address, context: { bypassCSP: true, viewport: { width: 320, height: 800 }, reducedMotion: 'reduce' } });
  const wrong = new Set();
  let count = 0;
  try {
    const page = await world.open(`/${sent[1].languages[0]}/${server.ids[1]}/`);
    await page.evaluate(axeSource);
    await page.evaluate(`globalThis.showPage = ${showPage}`);
    for (const form of forms) {
      for (const language of form.languages) {
        const all = pagesOf(form, language);
        const chosen = examined === Infinity ? all : random.some(all, examined);
        const shown = chosen.map(({ name, html, language: tag, direction, title }) => ({ name, html, language: tag, direction, title }));
        const results = await page.evaluate(async ([some, values]) => {
          const found = [];
          for (const one of some) {
            globalThis.showPage(one);
            const { violations } = await globalThis.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
            found.push(...violations.map(({ id, nodes }) => `${one.name}: ${id} ${nodes[0].html.slice(0, 160)}`));
            const over = document.documentElement.scrollWidth - innerWidth;
            if (over > 0) found.push(`${one.name}: ${over} pixels too wide`);
          }
          return found;
        }, [shown, tags]);
        count += shown.length;
        for (const one of results) wrong.add(`${form.name} ${language} ${one}`);
      }
    }
  } finally {
    await world.abandon();
  }
  console.log(`axe looked at ${count} pages of ${forms.length} imported services`);
  none([...wrong], 'faults');
});
