// SPDX-License-Identifier: EUPL-1.2
// The same scenario gives the same bytes natively and through the wasm: pages, problems, submissions, formatted numbers, dates and money.
//   POLKU=build/polku POLKU_REHEARSAL=build/web/polku-rehearsal.wasm node --test tests/scenarios/same-everywhere.test.mjs
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { loadModule, sourcesOf } from '../wasm/host.mjs';
import { launch } from '../browser/driver.mjs';
import { rehearse } from './rehearse.mjs';
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

function native(file) {
  const run = spawnSync(polku, ['replay', '--assets', 'assets', '--json', file], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ok(run.stdout, `${polku} said nothing of ${file}: ${run.stderr}`);
  return run.stdout.trimEnd();
}

const packs = new Map();
function packFor(service) {
  if (!packs.has(service)) packs.set(service, sourcesOf({ site: 'assets/sites/koivuranta', service: `assets/services/${service}` }));
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

test('every scenario is the same in Chromium', { skip }, async () => {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.evaluate(async ([wasm, source]) => {
      const bytes = Uint8Array.from(atob(wasm), (sign) => sign.charCodeAt(0));
      const compiled = await WebAssembly.compile(bytes);
      const stop = (status) => { throw new Error(`the module ended with ${status}`); };
      const { rehearse: ask } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
      globalThis.rehearseAnew = async (pack, request) => {
        const imports = { wasi_snapshot_preview1: { proc_exit: stop }, env: { emscripten_notify_memory_growth() {} } };
        const { exports } = await WebAssembly.instantiate(compiled, imports);
        exports._initialize?.();
        ask(exports, pack);
        return ask(exports, request);
      };
    }, [fs.readFileSync(moduleFile).toString('base64'), fs.readFileSync(path.join(root, 'tests/scenarios/rehearse.mjs'), 'utf8')]);
    for (const file of scenarioFiles()) {
      const source = read(file);
      const pack = `{"open":${packFor(JSON.parse(source).service)}}`;
      const inChromium = await page.evaluate(([open, request]) => globalThis.rehearseAnew(open, request), [pack, `{"request":{"call":"replay","scenario":${source}}}`]);
      assert.equal(inChromium, native(file), file);
    }
  } finally {
    await browser.close();
  }
});
