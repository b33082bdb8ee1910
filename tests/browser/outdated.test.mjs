// SPDX-License-Identifier: EUPL-1.2
// What a browser holds of an older version of the site, met by a newer one: told apart, got anew, and the citizen sees nothing of it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { stage } from './driver.mjs';
import { inServedWorld } from './served.mjs';

/** Answers the first so many requests for a file as an older version would have. */
async function olderFirst(world, pattern, change, times = 1) {
  let older = times;
  await world.context.route(pattern, async (route) => {
    if (older === 0) return route.continue();
    older -= 1;
    const reply = await route.fetch();
    return route.fulfill({ response: reply, body: JSON.stringify(change(await reply.json())) });
  });
  // A test cannot see what the browser takes from its cache, but it can see what the page asks of it.
  await world.context.addInitScript(() => {
    const { fetch } = window;
    window.asked = [];
    window.fetch = (url, options) => {
      window.asked.push([new URL(url).pathname, options?.cache]);
      return fetch(url, options);
    };
  });
}

const askedOf = (page, file) => page.evaluate((name) => window.asked.filter(([path]) => path.endsWith(name)).map(([, cache]) => cache), file);

const older = {
  'the form': ['**/street-fault/form.json', ([, ...rest]) => [0, ...rest]],
  'the site': ['**/site.json', (site) => ({ ...site, 'x-engine': [0] })],
  'the language': ['**/languages/fi.json', (pack) => ({ ...pack, locale: { language: 'fi' } })],
  'the service’s words': ['**/street-fault/fi.json', ({ $format, ...words }) => words],
};
for (const [what, [pattern, change]] of Object.entries(older)) {
  test(`${what} of an older version is got anew, past the browser’s cache`, async () => {
    await inServedWorld(async (world) => {
      await olderFirst(world, pattern, change);
      const page = await world.open('/fi/street-fault/');
      await stage(page).locator('h1').waitFor();
      assert.deepEqual(await askedOf(page, pattern.replace('**', '')), ['default', 'reload']);
      assert.deepEqual(await askedOf(page, '/polku-plain.wasm'), ['default', 'reload']);
    });
  });
}

test('files that stay of two versions end in words, not in a blank or a loop', async () => {
  await inServedWorld(async (world) => {
    await olderFirst(world, ...older['the form'], 2);
    const page = await world.open('/fi/street-fault/');
    await stage(page).getByRole('alert').waitFor();
    assert.deepEqual(await askedOf(page, '/form.json'), ['default', 'reload']);
  }, { closing: { allowErrors: true } });
});
