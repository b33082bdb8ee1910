// SPDX-License-Identifier: EUPL-1.2
// The same scenario gives the same bytes natively and through the wasm: pages, problems, submissions, formatted numbers, dates and money.
//   POLKU=build/polku POLKU_REHEARSAL=build/web/polku-rehearsal.wasm node --test tests/scenarios/same-everywhere.test.mjs
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { loadModule, packOf } from '../wasm/host.mjs';
import { read, root, scenarioFiles } from './scenarios.mjs';

const polku = path.resolve(root, process.env.POLKU ?? 'build/polku');
const moduleFile = path.resolve(root, process.env.POLKU_REHEARSAL ?? 'build/web/polku-rehearsal.wasm');
const skip = fs.existsSync(moduleFile) ? false : `NOT COMPARED: ${moduleFile} is not built (cmake --preset web, target rehearsal_wasm)`;
if (skip) console.error(`\n!!! ${skip}\n`);

async function openRehearsal() {
  const stop = (status) => { throw new Error(`the module ended with ${status}`); };
  const instance = await WebAssembly.instantiate(await loadModule(moduleFile), {
    wasi_snapshot_preview1: { proc_exit: stop },
    env: { emscripten_notify_memory_growth() {} },
  });
  instance.exports._initialize?.();
  return instance.exports;
}

// The answer stays text: what is compared are bytes.
function rehearse(exports, text) {
  const bytes = new TextEncoder().encode(text);
  const argument = exports.polku_allocate(bytes.length);
  new Uint8Array(exports.memory.buffer, argument, bytes.length).set(bytes);
  const answer = exports.polku_rehearse(argument, bytes.length);
  exports.polku_release(argument);
  const length = new DataView(exports.memory.buffer).getUint32(answer, true);
  const result = new TextDecoder().decode(new Uint8Array(exports.memory.buffer, answer + 4, length));
  exports.polku_release(answer);
  return result;
}

function native(file) {
  const run = spawnSync(polku, ['replay', '--assets', 'assets', '--json', file], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ok(run.stdout, `${polku} said nothing of ${file}: ${run.stderr}`);
  return run.stdout.trimEnd();
}

const packs = new Map();
function packFor(service) {
  if (!packs.has(service)) packs.set(service, packOf({ site: 'assets/sites/koivuranta', service: `assets/services/${service}` }));
  return packs.get(service);
}

for (const file of scenarioFiles()) {
  test(`${file.replace('tests/scenarios/', '')} is the same in wasm`, { skip }, async () => {
    const source = read(file);
    const exports = await openRehearsal();
    rehearse(exports, `{"open":${packFor(JSON.parse(source).service)}}`);
    // Problems tell lines: the scenario begins on the first line here as in its file.
    const inWasm = rehearse(exports, `{"request":{"call":"replay","scenario":${source}}}`);
    assert.equal(inWasm, native(file));
  });
}
