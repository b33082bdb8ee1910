// SPDX-License-Identifier: EUPL-1.2
// Every scheme of assets/identifiers/ is as assets/schema/identifier-1.json says, and what it says wrongly is refused.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false, strictTuples: false });
addFormats(ajv);
const validate = ajv.compile(read('assets/schema/identifier-1.json'));
const names = readdirSync(join(root, 'assets/identifiers'));

for (const name of names) {
  test(`assets/identifiers/${name} is as its schema says`, () => {
    const scheme = read('assets/identifiers', name);
    assert.ok(validate(scheme), JSON.stringify(validate.errors, null, 1));
    assert.equal(`${scheme.id}.json`, name);
    assert.ok(!scheme.country || scheme.id.startsWith(`${scheme.country.toLowerCase()}-`), `${scheme.id} begins with its country`);
  });
}

test('the list of schemes of a question is the list of files', () => {
  const known = read('assets/schema/service-1.json').$defs.identifier.properties.scheme.enum;
  assert.deepEqual(known, names.map((name) => name.slice(0, -'.json'.length)).sort());
});

const { cases } = read('tests/identifiers/refused.json');
for (const { name, patch, schema = 'refuses' } of cases) {
  test(`${name}: the schema ${schema}`, () => {
    assert.equal(validate({ ...read('tests/identifiers/refused.json').base, ...patch }) ? 'accepts' : 'refuses', schema);
  });
}
