// SPDX-License-Identifier: EUPL-1.2
// Services and persons made up from seeds: natively and in wasm every seed gives the same pages, effects, facts, problems and submissions (one digest of all),
// no property of src/rehearsal/generate/judge.h fails, and every part of the form language has been met.
//   POLKU=build/polku POLKU_REHEARSAL=build/web/polku-rehearsal.wasm POLKU_TEST_SCALE=10 node --test tests/generated/generated.test.mjs
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { loadModule, localesFolder } from '../wasm/host.mjs';
import { rehearse } from '../scenarios/rehearse.mjs';
import { read, root } from '../scenarios/scenarios.mjs';

const polku = path.resolve(root, process.env.POLKU ?? 'build/polku');
const moduleFile = path.resolve(root, process.env.POLKU_REHEARSAL ?? 'build/web/polku-rehearsal.wasm');
const count = 1050 * Math.max(1, Number(process.env.POLKU_TEST_SCALE ?? 1));
const skip = fs.existsSync(moduleFile) ? false : `NOT COMPARED: ${moduleFile} is not built (cmake --preset web, target rehearsal_wasm)`;
if (skip) console.error(`\n!!! ${skip}\n`);

/** The command's lines: one a seed, then what was met. */
function generateNatively() {
  return new Promise((resolve, reject) => {
    const run = spawn(polku, ['generate', '--from', '1', '--count', String(count)], { cwd: root });
    const chunks = [];
    run.stdout.on('data', (chunk) => chunks.push(chunk));
    run.on('error', reject);
    run.on('close', () => {
      const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n');
      resolve({ features: JSON.parse(lines.pop()).features, lines });
    });
  });
}

/** The same from the module of tests, some seeds at a time so that the command runs beside it. */
async function generateInWasm() {
  const stop = (status) => { throw new Error(`the module ended with ${status}`); };
  const { exports } = await WebAssembly.instantiate(await loadModule(moduleFile), {
    wasi_snapshot_preview1: { proc_exit: stop },
    env: { emscripten_notify_memory_growth() {} },
  });
  exports._initialize?.();
  const each = (make) => `{${['fi', 'sv', 'en', 'ar'].map((language) => `"${language}":${make(language)}`).join(',')}}`;
  const packs = each((language) => fs.readFileSync(path.join(localesFolder, `${language}.json`), 'utf8'));
  rehearse(exports, `{"open":{"locales":${packs},"words":{"engine":${each((language) => read(`i18n/${language}.json`))}}}}`);
  const lines = [];
  const features = {};
  for (let from = 1; from <= count; from += 50) {
    const some = Math.min(50, count + 1 - from);
    const answer = JSON.parse(rehearse(exports, `{"request":{"call":"generate","from":${from},"count":${some}}}`));
    lines.push(...answer.lines.map((line) => JSON.stringify(line)));
    for (const [name, times] of Object.entries(answer.features)) features[name] = (features[name] ?? 0) + times;
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  return { features, lines };
}

const native = generateNatively();
const inWasm = skip ? null : generateInWasm();

test('no property fails of any service and person', async () => {
  const lines = (await native).lines.map((line) => JSON.parse(line));
  assert.equal(lines.length, count);
  const failed = lines.filter((line) => line.failures.length > 0);
  const told = failed.slice(0, 5).map((line) => `polku generate --seed ${line.seed} --out DIR   ${JSON.stringify(line.failures[0])}`);
  assert.equal(failed.length, 0, told.join('\n'));
  assert.equal(lines.filter((line) => line.service === 'refused').length, Math.floor(count / 8));
  const accepted = lines.reduce((sum, line) => sum + line.accepted, 0);
  assert.ok(accepted > count / 2, `only ${accepted} submissions were accepted`);
  console.log(`${count} services, ${accepted} submissions accepted`);
});

test('native and wasm agree byte for byte', { skip }, async () => {
  const [one, other] = await Promise.all([native, inWasm]);
  for (const [at, line] of one.lines.entries()) assert.equal(other.lines[at], line);
  assert.deepEqual(other.features, one.features);
});

const schema = JSON.parse(read('assets/schema/service-1.json'));
const { operators } = JSON.parse(read('assets/schema/operators.json'));
const members = (name) => Object.keys(schema.$defs[name].properties);
const kinds = schema.$defs.question.properties.kind.enum;

/** Everything a definition may hold, read off the schema and the list of operators. */
function* everything() {
  for (const name of Object.keys(schema.properties)) yield `service:${name}`;
  for (const name of Object.keys(schema.properties.standard.properties)) yield `standard:${name}`;
  for (const kind of kinds) {
    yield `question:${kind}`;
    for (const name of members(kind)) yield `member:${kind}.${name}`;
    if (schema.$defs.list.properties.questions.additionalProperties.allOf[1].properties.kind.not.const !== kind) yield `column:${kind}`;
  }
  for (const name of Object.keys(schema.$defs)) {
    if (name.startsWith('computed-')) for (const member of members(name)) yield `member:${name}.${member}`;
  }
  for (const kind of ['one-of', 'several-of']) for (const source of ['rows', 'by', 'look-up', 'take', 'id', 'when']) yield `options:${kind}.${source}`;
  if (count > 10_000) yield* schemes;
  for (const kind of schema.$defs.page.properties.kind.enum) yield `page:${kind}`;
  for (const name of ['section', 'when', 'ask', 'kind']) yield `page:question.${name}`;
  for (const name of ['section', 'when']) yield `page:list.${name}`;
  for (const kind of ['start', 'exit', 'task-list', 'check-answers', 'confirmation']) yield `page:${kind}.ask`;
  for (const name of members('check')) yield `check:${name}`;
  for (const name of members('rowPage')) yield `row-page:${name}`;
  for (const name of members('group')) yield `group:${name}`;
  for (const name of members('task')) yield `task:${name}`;
  for (const name of members('datedAmount')) yield `amount:${name}`;
  for (const name of members('recipient')) yield `recipient:${name}`;
  for (const operator of operators) if (operator.definitions) yield `operator:${operator.name}`;
}

// There are more schemes of identifiers than a thousand services ask for; tests/wasm/lines.test.mjs asks for each.
const schemes = schema.$defs.identifier.properties.scheme.enum.map((scheme) => `scheme:${scheme}`);
test('nine schemes of ten are met', async () => {
  const { features } = await native;
  const met = schemes.filter((scheme) => features[scheme]).length;
  assert.ok(met >= schemes.length * 0.9, `${met} of ${schemes.length}`);
});

const persons = ['continue', 'type', 'visit', 'change', 'add-row', 'remove-row', 'restore-row', 'choose-language', 'submit', 'go-on', 'start-over', 'delete-draft',
  'use-shared-computer', 'use-this-device', 'load-newer', 'try-again', 'close', 'wait', 'day', 'network', 'device', 'refusal', 'other-tab'].map((step) => `step:${step}`);
const phases = ['returning', 'filling', 'sending', 'sent', 'refused', 'read-only', 'forgotten'].map((phase) => `phase:${phase}`);
const words = ['plural', 'plural-offset', 'selectordinal', 'select', 'number', 'number-integer', 'number-skeleton', 'money', 'date', 'argument', 'link'].map((form) => `words:${form}`);
const answers = ['right', 'blank', 'half', 'too-much', 'not-an-option', 'outside', 'hostile'].map((way) => `typed:${way}`);
const judged = ['hidden', 'flipped', 'silence-tried', 'restored', 'submission', 'alteration:not asked', 'alteration:computed', 'alteration:without', 'alteration:no option of'];

test('every kind, page kind, operator and constraint is met', async () => {
  const { features } = await native;
  const unmet = [...everything(), ...persons, ...phases, ...words, ...answers, ...judged].filter((feature) => !features[feature]);
  assert.deepEqual(unmet, []);
});

test('every sort of fault in a definition is planted and refused', async () => {
  const { features } = await native;
  const source = read('src/rehearsal/generate/damage.cpp');
  const faults = [...source.matchAll(/^ {4}\{"([a-z-]+)",/gm)].map((found) => found[1]);
  assert.ok(faults.length > 20);
  assert.deepEqual(faults.filter((fault) => !features[`damage:${fault}`]), []);
});
