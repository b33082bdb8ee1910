// SPDX-License-Identifier: EUPL-1.2
// What a citizen's first visit really brings over the line from our own server: every service in every language, an empty cache, until the first page stands.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { inServedWorld, languages, services, siteFolder } from './served.mjs';

const LIMIT = 150_000;

test('a first visit is at most 150 kB over the line, from the municipality’s own server alone', async () => {
  await inServedWorld(async (world, server) => {
    for (const service of services) {
      for (const language of languages) {
        const context = await world.newContext();
        const page = await context.newPage();
        const replies = [];
        page.on('requestfinished', (request) => replies.push(request));
        await page.goto(`${server.url}/${language}/${service}/`);
        await world.ready(page);
        await page.waitForLoadState('networkidle');
        const sizes = await Promise.all(replies.map(async (request) => {
          const response = await request.response();
          return { url: request.url(), bytes: (await request.sizes()).responseBodySize, coding: (await response.allHeaders())['content-encoding'] };
        }));
        const bytes = sizes.reduce((sum, one) => sum + one.bytes, 0);
        console.log(`first visit: ${service} in ${language}, ${sizes.length} requests, ${bytes} bytes`);
        for (const one of sizes) {
          assert.ok(one.url.startsWith(server.url), `${one.url} is of a third party`);
          assert.ok(one.bytes < 1000 || one.coding === 'br', `${one.url} came as ${one.coding ?? 'it is'}: ${one.bytes} bytes`);
        }
        assert.equal(sizes.filter((one) => one.url.endsWith('.wasm')).length, 1);
        // The theme, less than a hundred bytes, is read by the page as a style and by the service as words.
        assert.deepEqual(sizes.map((one) => one.url).filter((url, at, all) => all.indexOf(url) !== at && !url.endsWith('/theme.css')), [], 'nothing is got twice');
        assert.ok(!sizes.some((one) => one.url.endsWith('/service.json')), 'what is not used is not got');
        assert.ok(bytes > 50_000 && bytes <= LIMIT, `${bytes} bytes`);
        await context.close();
      }
    }
  });
});

test('what catalogs say to authors about themselves is not published to citizens', () => {
  const published = [...languages.map((language) => `languages/${language}.json`), ...services.flatMap((service) => languages.map((language) => `services/${service}/${language}.json`))];
  for (const file of published) assert.ok(!/"\$(?!format")[a-z]/.test(fs.readFileSync(path.join(siteFolder, file), 'utf8')), file);
});
