// SPDX-License-Identifier: EUPL-1.2
// The same line gives the same line: every case of the rooms' tables through `polku … --lines` and through the wasm, and the classic JsonLogic suite in both.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { addLanguages, localesFolder, openEngine, rehearsalFile, root } from './host.mjs';

const polku = path.resolve(root, process.env.POLKU ?? 'build/polku');
const core = await openEngine(rehearsalFile);
addLanguages(core, fs.readdirSync(localesFolder).filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', '')));

function linesOf(command, cases) {
  const run = spawnSync(polku, [command, '--lines'], { input: cases.map((one) => `${JSON.stringify(one)}\n`).join(''), encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(run.stderr, '');
  return run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
}

for (const [command, file] of [['evaluate', 'tests/rules/cases.json'], ['format', 'tests/messages/cases.json'], ['decode', 'tests/value/cases.json']]) {
  test(`${file} gives the same natively and in wasm`, () => {
    const cases = JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
    assert.ok(cases.length > 50);
    const native = linesOf(command, cases);
    assert.equal(native.length, cases.length);
    for (const [index, one] of cases.entries()) assert.deepEqual(core.call({ call: command, ...one }), native[index], JSON.stringify(one));
  });
}

const schemesFolder = path.join(root, 'assets/identifiers');
test('every example of every scheme of identifiers has its verdict natively and in wasm', () => {
  const schemes = fs.readdirSync(schemesFolder).map((name) => JSON.parse(fs.readFileSync(path.join(schemesFolder, name), 'utf8')));
  const examples = schemes.flatMap(({ id, examples: all }) => all.map((example) => ({ id, ...example })));
  const cases = examples.map(({ id, typed }) => ({ kind: 'identifier', scheme: id, value: typed, language: 'fi' }));
  const native = linesOf('decode', cases);
  for (const [index, one] of cases.entries()) {
    const { normal = null, problem } = examples[index];
    assert.equal(native[index].normal, normal, JSON.stringify(one));
    assert.equal(native[index].problem?.code, problem, JSON.stringify(one));
    assert.deepEqual(core.call({ call: 'decode', ...one }), native[index], JSON.stringify(one));
  }
  console.log(`${schemes.length} schemes, ${cases.length} examples`);
});

const suite = path.join(root, '../shared/suites/jsonlogic/suites/compatible.json');
const skip = fs.existsSync(suite) ? false : `NOT JUDGED: ${suite} is not there`;
if (skip) console.error(`\n!!! ${skip}\n`);
test('all cases of the classic JsonLogic suite, natively and in wasm', { skip }, () => {
  const cases = JSON.parse(fs.readFileSync(suite, 'utf8')).filter((one) => typeof one === 'object');
  assert.equal(cases.length, 278);
  const native = linesOf('evaluate', cases.map(({ rule, data = null }) => ({ rule, data })));
  for (const [index, { rule, data = null, result }] of cases.entries()) {
    assert.deepEqual(native[index].result, result, JSON.stringify(rule));
    assert.deepEqual(core.call({ call: 'evaluate', rule, data }).result, result, JSON.stringify(rule));
  }
});
