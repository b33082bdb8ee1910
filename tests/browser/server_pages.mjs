// SPDX-License-Identifier: EUPL-1.2
// For tests that go from the citizen's page to those the server makes itself: payments and invitations.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { stage } from './driver.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, by rule. */
export async function faults(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations.map(({ id }) => id));
}

/** Rows of the database of a server of served.mjs. */
export const rowsOf = (server, query) =>
  JSON.parse(execFileSync('sqlite3', ['-readonly', '-json', path.join(server.folder, 'data/polku.sqlite'), query], { encoding: 'utf8' }) || '[]');

export const press = (page, intent) => stage(page).locator(`button[value="${intent}"]`).first().click();

/** Pictures to look at, when the variable names a folder. */
export const picturesInto = (variable) => async (page, name) => {
  if (process.env[variable]) await page.screenshot({ path: path.join(process.env[variable], `${name}.png`), fullPage: true });
};
