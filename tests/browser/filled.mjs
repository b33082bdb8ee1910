// SPDX-License-Identifier: EUPL-1.2
// The services of tests/browser/filled with the real server, and a register of the test's own that it asks.
//
//   const town = await openTown(); …; await town.close();   // town.register.asked: what was asked; .answer = (reply, request) => …
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import http from 'node:http';
import path from 'node:path';
import { startServer, temporaryFolder } from '../server/server.mjs';
import { localesFolder, rehearsalFile } from '../wasm/host.mjs';
import { openWorld, root, stage } from './driver.mjs';
import { keyboardOf, standStill } from './served.mjs';

/** `answer(reply, request)`: what the register says. */
export async function openTown(answer) {
  const assets = temporaryFolder();
  const folder = temporaryFolder();
  const register = { asked: [], answer };
  const source = http.createServer((request, reply) => {
    request.resume();
    register.asked.push(`${request.method} ${request.url}`);
    register.answer(reply, request);
  }).listen(0, '127.0.0.1');
  await once(source, 'listening');
  const site = fs.readFileSync(path.join(root, 'tests/browser/filled/site/site.json'), 'utf8').replaceAll('127.0.0.1:1/', `127.0.0.1:${source.address().port}/`);
  fs.cpSync(path.join(root, 'tests/browser/filled/services'), path.join(assets, 'services'), { recursive: true });
  fs.cpSync(path.join(root, 'tests/browser/filled/site'), path.join(assets, 'sites/filled'), { recursive: true });
  fs.writeFileSync(path.join(assets, 'sites/filled/site.json'), site);
  execFileSync(process.execPath, ['scripts/build-site.mjs', '--site', path.join(assets, 'sites/filled'), '--services', path.join(assets, 'services'), '--rehearsal', rehearsalFile,
    '--wasm', process.env.POLKU_WASM ?? 'build/web/polku.wasm', '--locales', localesFolder, '--output', folder, '--without-manual'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const server = await startServer({ assets, site: folder });
  const database = path.join(server.data, 'polku.sqlite');
  return {
    register, folder, server,
    rows: (query) => JSON.parse(execFileSync('sqlite3', ['-readonly', '-json', database, query], { encoding: 'utf8' }) || '[]'),
    async visit(address, walk) {
      register.asked.length = 0;
      const world = await openWorld({ url: server.address, context: { viewport: { width: 390, height: 844 } } });
      try {
        await standStill(world.context);
        const page = await world.open(address);
        await walk(page, keyboardOf(page), world);
      } catch (error) {
        await world.abandon();
        throw error;
      }
      // A register that answers 404 or 502 stands in the console as what could not be loaded.
      await world.close({ allowErrors: true });
    },
    async close() {
      await server.end();
      source.close();
      for (const one of [assets, folder]) fs.rmSync(one, { recursive: true, force: true });
    },
  };
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
export async function faults(page) {
  await page.evaluate(fs.readFileSync(axe, 'utf8'));
  return page.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations.map(({ id }) => id));
}
export const note = (page, place) => stage(page).locator(`[id="${place}--note"]`);
export const field = (page, place) => stage(page).locator(`input[name="${place}"]`);
/** Typed and left, as a person does. */
export async function write(page, place, words) {
  await field(page, place).fill(words);
  await field(page, place).blur();
}
export async function picture(page, name) {
  if (process.env.POLKU_FILLED_PICTURES) await page.screenshot({ path: path.join(process.env.POLKU_FILLED_PICTURES, `${name}.png`), fullPage: true });
}
