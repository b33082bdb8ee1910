// SPDX-License-Identifier: EUPL-1.2
// The boundary itself: what the wasm wants from its host and gives it, and that a host survives a trap.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { CoreTrap, openCore } from '../../web/core.js';
import { addLanguages, call, engineFile, lighterEngines, loadModule, openEngine, packOf, rehearsalFile, root, wasmFile } from './host.mjs';

const golden = (name) => fs.readFileSync(path.join(root, 'tests/wasm', name), 'utf8').trim().split('\n');

test('the engine wants nothing from its host but what is on the reviewed list', async () => {
  const wanted = WebAssembly.Module.imports(await loadModule()).map(({ module, name }) => `${module}.${name}`).sort();
  // Newer Emscripten wants less (seen: 3.1.69 has no use for proc_exit).
  assert.deepEqual(wanted.filter((name) => !golden('imports.txt').includes(name)), []);
  assert.ok(wanted.length <= golden('imports.txt').length);
});

test('the lighter engines want and give what the whole one does', async () => {
  const whole = await loadModule();
  for (const name of lighterEngines) {
    const module = await loadModule(engineFile(name));
    assert.deepEqual(WebAssembly.Module.imports(module), WebAssembly.Module.imports(whole), name);
    assert.deepEqual(WebAssembly.Module.exports(module), WebAssembly.Module.exports(whole), name);
  }
});

const site = 'assets/sites/koivuranta';
for (const id of fs.readdirSync(path.join(root, 'assets/services')).filter((name) => !name.includes('.'))) {
  test(`${id} is opened by the engine it is published for as by the whole one, and refused by those that lack what it uses`, async () => {
    const pack = await packOf({ site, service: `assets/services/${id}`, languages: ['fi', 'ar'] });
    const { engine } = JSON.parse(pack).needs;
    const [own, whole] = [await openEngine(engineFile(engine)), await openEngine()];
    assert.ok(whole.open(pack).open);
    assert.ok(own.open(pack).open, engine);
    const begun = { intent: 'begin', today: '2026-11-22', language: 'ar', address: '', storage: 'none', seed: '00112233445566778899aabbccddeeff' };
    for (const intent of [begun, { intent: 'continue', typed: [] }, { intent: 'continue', typed: [] }]) assert.deepEqual(own.update(intent), whole.update(intent));
    // The lightest that opens it is the one.
    for (const lighter of lighterEngines.slice(0, engine === 'polku' ? undefined : lighterEngines.indexOf(engine))) {
      assert.equal((await openEngine(engineFile(lighter))).open(pack).problems[0].code, 'unknown-format-version', lighter);
    }
  });
}

test('what asks for everything is refused by every lighter engine instead of asked without it', async () => {
  const pack = await packOf({ site: 'tests/browser/kinds/site', service: 'tests/browser/kinds/services/every-kind', languages: ['fi'] });
  assert.equal(JSON.parse(pack).needs.engine, 'polku');
  for (const name of lighterEngines) assert.equal((await openEngine(engineFile(name))).open(pack).problems[0].code, 'unknown-format-version', name);
});

test('the engine gives the exports that the door promises', async () => {
  const given = WebAssembly.Module.exports(await loadModule()).map(({ name }) => name).filter((name) => name === 'memory' || name.startsWith('polku_')).sort();
  assert.deepEqual(given, golden('exports.txt'));
});

test('a rule is evaluated, a message formatted and an answer decoded in wasm', async () => {
  const core = await openEngine(rehearsalFile);
  addLanguages(core, ['fi']);
  assert.deepEqual(call(core, { call: 'evaluate', rule: { '+': [1, 2] }, data: null }), { result: 3 });
  assert.deepEqual(call(core, { call: 'format', language: 'fi', pattern: '{n, plural, one {# auto} other {# autoa}}', args: { n: 2 } }), { text: '2 autoa', missing: [] });
  assert.deepEqual(call(core, { call: 'decode', kind: 'money', value: '1 234,50 €', language: 'fi' }), { valid: true, normal: { amount: '1234.50', currency: 'EUR' } });
});

test('what is no JSON, and no request, is answered with a problem', async () => {
  const core = await openEngine();
  assert.equal(core.open('{').problems[0].code, 'json-syntax');
  assert.equal(core.addLanguage('[]').problems[0].code, 'missing-member');
  assert.ok(core.update({ intent: 'begin' }).problems);
});

test('answers of a megabyte, with letters of all lengths, come back whole', async () => {
  const core = await openEngine(rehearsalFile);
  const long = 'aä€😀'.repeat(100_000);
  assert.equal(call(core, { call: 'evaluate', rule: { var: 'x' }, data: { x: long } }).result, long);
});

test('memory does not grow with the number of calls', async () => {
  const core = await openEngine(rehearsalFile);
  const once = () => call(core, { call: 'evaluate', rule: { cat: [{ var: 'x' }, 'b'] }, data: { x: 'a'.repeat(1000) } });
  for (let count = 0; count < 200; count += 1) once();
  const before = core.exports.memory.buffer.byteLength;
  for (let count = 0; count < 5000; count += 1) once();
  assert.equal(core.exports.memory.buffer.byteLength, before);
});

test('a trap is told apart, and the next instance of the same module works', async () => {
  const module = await loadModule();
  const core = await openCore(module);
  // An answer that lies outside memory: what a bug in the engine would look like.
  core.exports = { ...core.exports, polku_facts: () => 0xffff_fff0 };
  assert.throws(() => core.facts(), CoreTrap);
  assert.deepEqual((await openCore(module)).facts(), { revision: 0 });
});

test('a real trap inside wasm (the stand-in is asked for one) is told apart', async (context) => {
  const fake = path.join(path.dirname(wasmFile), 'fake.wasm');
  if (!fs.existsSync(fake)) return context.skip('fake.wasm is not built');
  const core = await openEngine(fake);
  core.open(JSON.stringify({ form: [1, 's'], site: [1, 't'], languages: { fi: {} } }));
  assert.throws(() => core.update({ intent: 'type', place: 'name-field', typed: ['TRAP'] }), CoreTrap);
});
