// SPDX-License-Identifier: EUPL-1.2
// The published schemas say what compile() says: an editor that checks with them accepts and refuses the same definitions, as far as structure goes.
// The tables are tests/form/definitions/*.json; "schema": "refuses" marks what structure alone can tell.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));
const dialect = 'https://json-schema.org/draft/2020-12/schema';
const schemas = readdirSync(join(root, 'assets/schema'))
  .map((name) => ({ name, schema: read('assets/schema', name) }))
  .filter(({ schema }) => schema.$schema === dialect);

function compile(name) {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
  addFormats(ajv);
  return ajv.compile(read('assets/schema', name));
}
const validators = { service: compile('service-1.json'), site: compile('site-1.json') };
const catalog = compile('catalog-1.json');

// RFC 7396
function mergePatch(target, patch) {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) return patch;
  const merged = target !== null && typeof target === 'object' && !Array.isArray(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = mergePatch(merged[name], value);
  }
  return merged;
}

for (const file of readdirSync(join(root, 'tests/form/definitions'))) {
  const table = read('tests/form/definitions', file);
  const validate = validators[table.format];
  for (const { name, patch, problems = [], schema = 'accepts' } of table.cases) {
    test(`${file}: ${name}: the schema ${schema}`, () => {
      const definition = patch === undefined ? table.base : mergePatch(table.base, patch);
      const accepted = validate(definition);
      assert.equal(accepted ? 'accepts' : 'refuses', schema, JSON.stringify(validate.errors, null, 1));
      if (!accepted) assert.ok(problems.some((line) => !line.startsWith('~')), 'compile() takes it');
    });
  }
}

function* withoutDescription(schema, pointer = '') {
  if (schema === null || typeof schema !== 'object') return;
  for (const keyword of ['properties', 'patternProperties']) {
    for (const [name, property] of Object.entries(schema[keyword] ?? {})) {
      if (typeof property?.description !== 'string' || property.description.length < 4) yield `${pointer}/${keyword}/${name}`;
    }
  }
  for (const [name, below] of Object.entries(schema)) yield* withoutDescription(below, `${pointer}/${name}`);
}

for (const { name, schema } of schemas) {
  test(`${name}: every property has a description`, () => {
    // A property that is itself called "properties" would be a schema to this walk: there is none.
    assert.deepEqual([...withoutDescription(schema)], []);
    assert.ok(schema.title && schema.description);
  });
}

for (const [folder, file, validate] of [['assets/services', 'service.json', validators.service], ['assets/sites', 'site.json', validators.site]]) {
  if (!existsSync(join(root, folder))) continue;
  for (const name of readdirSync(join(root, folder))) {
    if (!existsSync(join(root, folder, name, file))) continue;
    test(`${folder}/${name}/${file} is as its schema says`, () => {
      assert.ok(validate(read(folder, name, file)), JSON.stringify(validate.errors, null, 1));
    });
  }
}

const folders = ['i18n', 'i18n/web', ...['assets/services', 'assets/sites'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))];
for (const folder of folders) {
  for (const file of readdirSync(join(root, folder)).filter((name) => name.endsWith('.json') && !['notes.json', 'service.json', 'site.json'].includes(name))) {
    test(`${folder}/${file} is a catalog as its schema says, and says whether it is reviewed`, () => {
      const words = read(folder, file);
      assert.ok(catalog(words), JSON.stringify(catalog.errors, null, 1));
      assert.ok(words.$meta?.review, 'no "$meta": {"review": …}');
    });
  }
}

test('who says that a catalog is reviewed says by whom and when', () => {
  const said = (review) => catalog({ $meta: { review }, 'service.title': 'Words' });
  assert.ok(said({ state: 'not-reviewed' }) && said({ state: 'reviewed', by: 'Aino', on: '2026-11-02', 'x-desk': 7 }));
  for (const review of [{}, { state: 'reviewed' }, { state: 'reviewed', by: 'Aino', on: '2.11.2026' }, { state: 'not-reviewed', nota: 'x' }]) assert.ok(!said(review), JSON.stringify(review));
});
