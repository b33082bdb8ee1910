// SPDX-License-Identifier: EUPL-1.2
// A clerk imports a form and reads what `polku import` says at the end: what came over, what did not and where it stands, what to look at first, and commands that work as
// they are printed. (The result served and filled in: browser.test.mjs.)
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { forms, outcomeOf, polku, root, skip, temporary } from './forms.mjs';

const schema = {
  title: 'Borrow a trailer', type: 'object', required: ['name', 'phone'],
  properties: { name: { title: 'Your name', type: 'string' }, days: { title: 'For how many days?', type: 'integer', minimum: 1, maximum: 3, 'x-colour': 'red' } },
};

function importSchema(...words) {
  const folder = temporary('clerk');
  fs.cpSync(path.join(root, 'assets'), path.join(folder, 'assets'), { recursive: true, filter: (from) => !from.includes(`${path.sep}manual`) });
  fs.writeFileSync(path.join(folder, 'form.json'), JSON.stringify(schema));
  // Who refuses at once reads nothing: only what is asked for lines gets some.
  const run = (...call) => execFileSync(polku, call, { cwd: folder, encoding: 'utf8', ...(call[0] === 'import' ? {} : { input: 'see\n' }) });
  return { folder, run, said: run('import', 'json-schema', 'form.json', '--out', 'assets/services/trailer', ...words) };
}

test('what came over is counted, what did not is named with its place, and faults come first to look at', () => {
  const { said } = importSchema();
  assert.match(said, /What came over: 2 questions on \d pages?, 0 conditions, words in en; \d+ of \d+ constructs/);
  assert.match(said, /What did not come over[^]*schema#\/properties\/days\/x-colour/);
  assert.match(said, /Look at first[^]*Required, but there is no such property: "phone"\.\n +schema#\/required/);
});

test('a language that nobody said is told, one that was said is not', () => {
  assert.match(importSchema().said, /taken to be in "en"[^]*--language fi/);
  const { said } = importSchema('--language', 'fi');
  assert.doesNotMatch(said, /taken to be/);
  assert.match(said, /words in fi/);
});

test('the commands it ends with work as they are printed', () => {
  const { said, run, folder } = importSchema();
  const commands = [...said.matchAll(/^ {2}polku (.*)$/gm)].map(([, words]) => words.split(' '));
  assert.deepEqual(commands.map(([verb]) => verb), ['check', 'studio', 'serve']);
  assert.match(run(...commands[0]), /: 0 errors/);
  if (fs.existsSync(path.join(path.dirname(polku), 'polku-studio'))) assert.match(run(...commands[1], '--headless'), /Borrow a trailer/);
  assert.ok(fs.existsSync(path.join(folder, 'assets/services/trailer/service.json')));
});

test('the service is called as its folder, where a site looks for it', () => {
  const { folder, run } = importSchema();
  const idIn = (out) => JSON.parse(fs.readFileSync(path.join(folder, out, 'service.json'), 'utf8')).id;
  assert.equal(idIn('assets/services/trailer'), 'trailer');
  run('import', 'json-schema', 'form.json', '--out', 'assets/services/van/');
  assert.equal(idIn('assets/services/van'), 'van');
  run('import', 'json-schema', 'form.json', '--out', 'Perä kärry');
  assert.equal(idIn('Perä kärry'), 'borrow-a-trailer', 'a folder whose name is no id');
});

test('a second import leaves alone what a clerk changed since the first', () => {
  const { run, folder } = importSchema();
  const file = path.join(folder, 'assets/services/trailer/en.json');
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('Your name', 'What is your name?'));
  assert.throws(() => run('import', 'json-schema', 'form.json', '--out', 'assets/services/trailer'), /holds a service already/);
  assert.ok(fs.readFileSync(file, 'utf8').includes('What is your name?'));
});

for (const form of forms) {
  test(`${form.city} ${form.name}: the report is a page to read, not the list of everything`, { skip }, () => {
    const { said, report } = outcomeOf(form);
    assert.ok(said.split('\n').length <= 70, `${said.split('\n').length} lines`);
    for (const reason of new Set(report.losses.map(({ reason: one }) => one))) assert.ok(!said.includes(`  ${reason}\n`), `${reason} is a code, not words`);
  });
}
