// SPDX-License-Identifier: EUPL-1.2
// studio.html in a real browser: walked by labels with mouse and keys to the dry-run submission, files dropped on it, Arabic as HTML, rest, the policy.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { root } from './driver.mjs';
import { answersOf, fill, siteFolder } from './served.mjs';
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
