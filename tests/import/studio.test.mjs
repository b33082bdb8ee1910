// SPDX-License-Identifier: EUPL-1.2
// Imported services open in the studio like any other: all seventeen in the native one, walked by labels to their first page of questions; one of each city dropped on the
// browsers' one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { siteFolder } from '../browser/served.mjs';
import { openStudio, openStudioWorld } from '../browser/studio_hand.mjs';
import { forms, outcomeOf, polku, skip, today } from './forms.mjs';

const lacksNative = !fs.existsSync(path.join(path.dirname(polku), 'polku-studio')) && 'NOT OPENED: the native studio is not built';
const lacksBrowsers = !fs.existsSync(path.join(siteFolder, 'studio.html')) && 'NOT OPENED: the site was built without Dear ImGui’s sources, so it has no studio';
for (const one of [lacksNative, lacksBrowsers]) if (one && !skip) console.error(`\n!!! ${one}\n`);

/** The start page's button, the first page behind it, and a label that stands on that. */
function beginningOf(form) {
  const { service, words } = outcomeOf(form);
  const [language] = form.languages;
  const start = JSON.parse(fs.readFileSync(new URL(`../../i18n/${language}.json`, import.meta.url), 'utf8'))['button.start'];
  const page = service.pages.find(({ kind = 'question' }) => kind !== 'start');
  const asked = page.ask.flatMap((one) => one.ask ?? [one]);
  const said = (key) => words[language][key]?.text ?? words[language][key];
  const label = asked.map((id) => said(`question.${id}.label`)).find(Boolean) ?? said(`page.${page.id}.title`);
  return { language, start: start.text ?? start, label };
}

for (const form of forms) {
  test(`${form.city} ${form.name} is walked in the native studio`, { skip: skip || lacksNative }, () => {
    const { language, start, label } = beginningOf(form);
    const said = execFileSync(polku, ['studio', outcomeOf(form).folder, '--headless', '--language', language, '--today', today], { input: `press ${start}\nsee\n`, encoding: 'utf8' });
    assert.ok(said.includes(label), `“${label}” is not seen: ${said.slice(0, 600)}`);
  });
}

for (const name of ['kuva_projekti', 'stanovisko-k-investicnemu-zameru']) {
  test(`${name} is dropped on the browsers’ studio and walked there`, { skip: skip || lacksBrowsers, timeout: 120_000 }, async () => {
    const form = forms.find((one) => one.name === name);
    const { start, label } = beginningOf(form);
    const world = await openStudioWorld();
    try {
      const studio = await openStudio(world);
      await studio.drop(outcomeOf(form).folder);
      await studio.status(new RegExp(`^Walking ${outcomeOf(form).service.id} `));
      await studio.rest();
      await studio.press(start);
      await studio.rest();
      const { seen } = await studio.sight();
      assert.ok(seen.some(({ words }) => words?.includes(label)), `“${label}” is not seen: ${seen.map(({ words }) => words).join(' | ').slice(0, 600)}`);
    } finally {
      await world.abandon();
    }
  });
}
