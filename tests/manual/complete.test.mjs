// SPDX-License-Identifier: EUPL-1.2
// Nothing is missing in the reference manual: every kind, page, operator and scheme has an example, every member a description, and what is shown exists.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { readCodes, readSchemes } from '../../scripts/manual/reference.mjs';
import { kindsOf, pageKindsOf, readSchemas, serviceSchema, Teller } from '../../scripts/manual/schema.mjs';
import { readTexts } from '../../scripts/manual/texts.mjs';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const folder = 'assets/manual/examples';
const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
const examples = fs.readdirSync(path.join(root, folder)).map((file) => ({ file, ...read(`${folder}/${file}`) }));
const schemas = readSchemas(root);
const schema = serviceSchema(schemas);
const { operators } = read('assets/schema/operators.json');
const shown = (what) => new Set(examples.map(({ shows }) => shows[what]).filter(Boolean));
const isNamed = (value, wanted) => JSON.stringify(value).includes(`"scheme":"${wanted}"`);

const how = 'src/rehearsal/example.h tells what stands in it, the other files there show it';

for (const [what, names] of [['kind', kindsOf(schema)], ['page', pageKindsOf(schema)]]) {
  test(`every ${what} has an example`, () => {
    const missing = names.filter((name) => !shown(what).has(name));
    assert.deepEqual(missing, [], `add ${missing.map((name) => `${folder}/${what}-${name}.json`).join(', ')}; ${how}`);
  });
}

test('every operator has an example', () => {
  const missing = operators.filter(({ example }) => !example || !('rule' in example) || !('result' in example)).map(({ name }) => name);
  assert.deepEqual(missing, [], 'each entry of assets/schema/operators.json has an "example" with "rule" and "result"');
  assert.deepEqual([...shown('operator')].filter((name) => !operators.some((operator) => operator.name === name)), [], 'these operators do not exist');
});

test('every scheme of identifiers has an example', () => {
  const missing = readSchemes(root, schema).filter((scheme) => !scheme.examples?.length && !examples.some(({ questions }) => questions && isNamed(questions, scheme.id))).map(({ id }) => id);
  assert.deepEqual(missing, [], `give the file of the scheme "examples", or show it in ${folder}/feature-schemes.json`);
});

test('examples show what exists, and say what and why', () => {
  const known = { kind: kindsOf(schema), page: pageKindsOf(schema), operator: operators.map(({ name }) => name) };
  for (const { file, shows, title, text, example, words, cases, rules, steps } of examples) {
    const [[what, name], ...others] = Object.entries(shows);
    assert.equal(others.length, 0, file);
    assert.ok(what === 'feature' || known[what]?.includes(name), `${file} shows ${what} ${name}, which does not exist`);
    assert.equal(file, `${what}-${name}.json`, 'its name says what it shows');
    assert.ok(title && text && example === 1, file);
    assert.ok(cases?.length || rules?.length || steps || shows.page, `${file} tries nothing`);
    if (shows.kind) assert.deepEqual(Object.keys(words).sort(), ['ar', 'en', 'fi', 'sv'], `${file} is painted in four languages`);
    if (shows.kind) assert.ok(cases.some(({ problems }) => problems) || name === 'information', `${file} shows no problem`);
  }
});

function* withoutDescription(sub, place) {
  if (sub === null || typeof sub !== 'object') return;
  for (const [name, property] of Object.entries(sub.properties ?? {})) if (!property.description) yield `${place}/properties/${name}`;
  for (const [name, below] of Object.entries(sub)) yield* withoutDescription(below, `${place}/${name}`);
}

test('every definition, member and operator has a description', () => {
  const missing = schemas.flatMap(({ file, schema: one }) => [
    ...Object.entries(one.$defs ?? {}).filter(([, definition]) => !definition.description).map(([name]) => `${file}#/$defs/${name}`), ...withoutDescription(one, `${file}#`)]);
  assert.deepEqual(missing, [], 'add a "description" there');
  assert.deepEqual(operators.filter(({ does }) => !does).map(({ name }) => name), []);
  assert.deepEqual(kindsOf(schema).filter((kind) => !schema.$defs[kind]), [], 'a kind has no definition of its own');
});

test('every problem has a sentence, under a heading', () => {
  const words = read('i18n/en.json');
  const t = readTexts(root);
  for (const { subject, codes } of readCodes(root)) {
    assert.ok(t(`subject.${subject}`), `assets/manual/en.json lacks subject.${subject}`);
    for (const { code } of codes) assert.ok(words[`problem.${code}`], code);
  }
});

test('types, limits and conditions of members are told in words', () => {
  const teller = new Teller({ schema: {}, hrefOf: (name) => `service.html#${name}`, t: readTexts(root) });
  for (const [sub, told] of [
    [{ type: 'integer', minimum: 0, maximum: 9 }, 'integer, at least 0, at most 9'], [{ enum: ['a', 'b'] }, 'one of `a`, `b`'], [{ $ref: '#/$defs/id' }, '[id](service.html#id)'],
    [{ type: 'array', items: { $ref: '#/$defs/id' }, minItems: 1 }, 'list of [id](service.html#id), at least 1 of them'], [{ anyOf: [{ type: 'number' }, { const: 'today' }] }, 'number or `today`'],
    [{ type: 'string', format: 'date' }, 'string, in the format date'], [{ type: ['boolean', 'null'] }, 'boolean or null'],
  ]) assert.equal(teller.typeAndLimits(sub), told);
  const conditions = String(teller.conditions({ allOf: [{ if: { properties: { kind: { const: 'exit' } }, required: ['kind'] }, then: { required: ['when'] } }] }));
  assert.match(conditions, /When <code>kind<\/code> is <code>exit<\/code>: it needs <code>when<\/code>\./);
});

test('no text of the manual is left over', () => {
  const scripts = ['scripts/build-manual.mjs', ...fs.readdirSync(path.join(root, 'scripts/manual')).map((name) => `scripts/manual/${name}`)].map((file) => fs.readFileSync(path.join(root, file), 'utf8')).join('');
  const unused = Object.keys(read('assets/manual/en.json')).filter((key) => !/^(\$|subject\.|limit\.)/.test(key) && !scripts.includes(`'${key}'`));
  assert.deepEqual(unused, []);
});
