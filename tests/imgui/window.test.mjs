// SPDX-License-Identifier: EUPL-1.2
// The studio's own window, on a screen without a person: it shows the page its walk led to, rests while nothing happens, and reads a file that changed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { openWindow, pause, whatIsMissing } from './desk.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const missing = whatIsMissing();
const skip = missing ? `NOT RUN: ${missing}` : false;
if (skip) console.error(`\n!!! ${skip}\n`);

/** How many dots have the colour, in a part of the picture. */
function count({ width, dots }, [red, green, blue], [left, right]) {
  let found = 0;
  for (let at = 0; at < dots.length; at += 4) {
    const across = (at / 4) % width;
    if (across >= left && across < right && dots[at] === red && dots[at + 1] === green && dots[at + 2] === blue) found += 1;
  }
  return found;
}
const brand = [0x0b, 0x5a, 0x54];
/** Hundredths of a second of work so far (proc(5), utime and stime). */
const workOf = (pid) => {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return Number(fields[11]) + Number(fields[12]);
};

test('the window shows the page its walk led to, does nothing while nothing happens, and reads a file that changed', { skip }, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'polku-window-'));
  const service = path.join(folder, 'resident-parking-permit');
  fs.cpSync(path.join(root, 'assets/services/resident-parking-permit'), service, { recursive: true });
  const desk = await openWindow({ service });
  try {
    const first = await desk.settle();
    assert.deepEqual([first.width, first.height], [1400, 900]);
    assert.ok(count(first, brand, [0, 800]) > 1000, 'a button to go on stands at the left');
    // A frame in software costs more than all of this second and a half may.
    const before = workOf(desk.pid);
    await pause(1500);
    assert.ok(workOf(desk.pid) - before <= 5, `${workOf(desk.pid) - before} hundredths of work at rest`);
    assert.ok(desk.look().dots.equals(first.dots));
    const catalog = path.join(service, 'en.json');
    const words = fs.readFileSync(catalog, 'utf8');
    assert.ok(words.includes('"question.plate.label": "Registration number"'));
    fs.writeFileSync(catalog, words.replace('"question.plate.label": "Registration number"', '"question.plate.label": "What is written on its plate"'));
    let after = first;
    for (let tries = 0; tries < 40 && after.dots.equals(first.dots); tries += 1) {
      await pause(250);
      after = await desk.settle();
    }
    assert.ok(!after.dots.equals(first.dots), 'the new words are seen');
  } finally {
    await desk.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
