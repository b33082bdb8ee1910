// SPDX-License-Identifier: EUPL-1.2
// The seventeen forms of two cities that the importer is judged by, where they lie beside the project, and `polku import` called on them or on a changed copy.
//
//   for (const form of forms) { const { folder, outcome } = importForm(form); … }
//   importForm(form, changed(form.documents, { document: 'schema', pointer: '/title' }, () => 'Other'));
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
export const polku = path.resolve(root, process.env.POLKU ?? 'build/polku');
export const scale = Math.max(1, Number(process.env.POLKU_TEST_SCALE ?? 1));
export const today = '2026-11-22';
const suites = path.resolve(root, '../shared/suites/forms');
const cities = { helsinki: path.join(suites, 'helsinki-grants/public/modules/custom/grants_application/fixtures'), bratislava: path.join(suites, 'bratislava-konto/json') };

/** For node:test: false, or why the forms cannot be heard. */
export const skip = Object.values(cities).every((folder) => fs.existsSync(folder)) ? false : 'NOT IMPORTED: ../shared/suites/forms IS NOT THERE';
if (skip) console.error(`\n!!! ${skip}\n`);

export const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const entries = (folder) => (skip ? [] : fs.readdirSync(folder).sort());

/** `documents`: as import.json names them → their JSON. */
const helsinki = entries(cities.helsinki).filter((name) => !name.endsWith('.json')).map((name) => ({
  city: 'helsinki', name, languages: ['fi', 'sv', 'en'],
  documents: {
    schema: readJson(path.join(cities.helsinki, name, 'schema.json')), 'ui-schema': readJson(path.join(cities.helsinki, name, 'uiSchema.json')),
    'translations/0': readJson(path.join(cities.helsinki, name, 'translation.json')), 'translations/1': readJson(path.join(cities.helsinki, 'defaultTranslations.json')),
  },
}));
const pairs = skip ? {} : readJson(path.join(cities.bratislava, 'example_pairs.json'));
/** The snapshots' files say which example they are of: getSummaryJson_<example>_summary_JSON_…; two say it with a name of the same example. */
const summaries = path.join(cities.bratislava, 'summary');
const example = (name) => ({
  name, ...readJson(path.join(cities.bratislava, 'examples', `${name}.json`)),
  summary: readJson(path.join(summaries, `getSummaryJson_${name}_summary_JSON_should_match_snapshot_1.json`)),
});
const bratislava = entries(path.join(cities.bratislava, 'schemas')).map((file) => file.replace(/\.json$/, '')).map((name) => ({
  city: 'bratislava', name, languages: ['sk'], documents: { schema: readJson(path.join(cities.bratislava, 'schemas', `${name}.json`)) },
  examples: pairs[name].map(example), defaults: readJson(path.join(cities.bratislava, 'default-state', `${name}.json`)),
}));
export const forms = [...helsinki, ...bratislava];
export const bratislavaForms = bratislava;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'polku-import-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
/** A folder that is gone when the tests are. */
export const temporary = (name) => fs.mkdtempSync(path.join(folder, `${name}-`));

/** As assets lie, so that the program finds a service by its name. */
const placeFor = (form) => path.join(temporary('assets'), 'services', form.name.replaceAll('_', '-'));

/** Writes the documents and gives the words of the call. */
function wordsOf(form, documents, out) {
  const home = temporary('source');
  const write = (name, json) => {
    const file = path.join(home, name);
    fs.writeFileSync(file, JSON.stringify(json));
    return file;
  };
  const words = ['import', 'json-schema', write(`${form.name}.schema.json`, documents.schema), '--out', out, '--id', form.name.replaceAll('_', '-')];
  if (documents['ui-schema']) words.push('--ui-schema', write('uiSchema.json', documents['ui-schema']));
  for (let at = 0; documents[`translations/${at}`]; at += 1) words.push('--translations', write(`translations-${at}.json`, documents[`translations/${at}`]));
  return [...words, '--language', form.city === 'bratislava' ? 'sk' : 'fi'];
}

const outcomeIn = (out, status, said) => ({
  folder: out, status, said,
  ...(fs.existsSync(path.join(out, 'service.json')) ? {
    report: readJson(path.join(out, 'import.json')), service: readJson(path.join(out, 'service.json')),
    words: Object.fromEntries(fs.readdirSync(out).filter((file) => /^[a-z]{2,3}(-.*)?\.json$/.test(file)).map((file) => [file.replace('.json', ''), readJson(path.join(out, file))])),
  } : {}),
});

/** {folder, status, said, report (import.json), service, words: {language: catalog}}; without report when the form was refused. */
export function importForm(form, documents = form.documents) {
  const out = placeFor(form);
  try {
    return outcomeIn(out, 0, execFileSync(polku, wordsOf(form, documents, out), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 }));
  } catch (error) {
    return outcomeIn(out, error.status ?? -1, `${error.stdout}${error.stderr}`);
  }
}

/** The same, so that two can run beside each other; nothing is left on the disk. */
export const importBeside = (form, documents) => new Promise((done) => {
  const out = placeFor(form);
  const words = wordsOf(form, documents, out);
  execFile(polku, words, { encoding: 'utf8', timeout: 60_000, maxBuffer: 16 << 20 }, (error, said, told) => {
    const outcome = outcomeIn(out, error ? (error.code ?? -1) : 0, said + told);
    for (const one of [path.dirname(path.dirname(out)), path.dirname(words[2])]) fs.rmSync(one, { recursive: true, force: true });
    done(outcome);
  });
});

const imported = new Map();
/** Each form once a file of tests. */
export const outcomeOf = (form) => {
  if (!imported.has(form.name)) imported.set(form.name, importForm(form));
  return imported.get(form.name);
};

/** Fails with every entry on a line of its own. */
export function none(list, what = '') {
  const lines = list.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  assert.ok(lines.length === 0, `${lines.length} ${what}:\n${lines.slice(0, Number(process.env.POLKU_TEST_LINES ?? 60)).join('\n')}`);
}
