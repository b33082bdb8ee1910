// SPDX-License-Identifier: EUPL-1.2
// Data as a person could give it to a form: made from the schema alone. A property is there only when what is asked at that moment has it: as ajv says of each `if` with what
// has been answered so far, again and again until nothing changes. Nobody can give an answer to a question that is not asked.
//
//   const { data, asked, seen } = makeData(form, judge, random, leaves);
//     data   the instance          asked  paths of all places that are asked          seen  [{pointer, holds}] of each `if` that was looked at
// A property that is required or has a default is never left out: without it the data are not valid, or the form would have filled it in (DECISIONS 5 then asks nothing either way).
import { at, escaped } from './pointers.mjs';
import { placeIn } from './formats.mjs';

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const words = ['Aino', 'Štefan Kováč', 'x', 'Rantakatu 4 B 12', '12345'];
const samples = {
  email: ['aino@example.fi', 'jan.kovac@priklad.sk'], date: ['2024-07-04', '2026-01-31'], 'ba-slovak-zip': ['82108'], 'ba-phone-number': ['+421905987654'], 'ba-ico': ['12345678', '123456'],
  'ba-iban': ['SK3112000000198742637541'], 'ba-file-uuid': ['b9050ef5-0d98-41c4-aba1-b0fc5a65a442'], 'decimal-number': ['12', '1234.50', '0'],
};

/** All schemas that hold at one place, for what has been answered there. */
function* holding(root, judge, { schema, pointer }, data, seen) {
  if (!isObject(schema)) return;
  yield { schema, pointer };
  if (schema.$ref) yield* holding(root, judge, { schema: at(root, schema.$ref.slice(1)), pointer: schema.$ref.slice(1) }, data, seen);
  for (const [number, one] of (schema.allOf ?? []).entries()) yield* holding(root, judge, { schema: one, pointer: `${pointer}/allOf/${number}` }, data, seen);
  if (schema.if === undefined) return;
  const holds = placeIn(judge, `${pointer}/if`)(data);
  seen.push({ pointer: `${pointer}/if`, holds });
  const branch = holds ? 'then' : 'else';
  if (branch in schema) yield* holding(root, judge, { schema: schema[branch], pointer: `${pointer}/${branch}` }, data, seen);
}

const limitsOf = (root) => {
  const found = [];
  JSON.stringify(root, (name, value) => { if (['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].includes(name)) found.push(value); return value; });
  return found;
};

/** A leaf's value: of what all that is said of it allows, or what some condition asks for. */
function leaf(schemas, root, random) {
  const said = (name) => schemas.map(({ schema }) => schema[name]).find((value) => value !== undefined);
  if (said('const') !== undefined) return said('const');
  if (said('enum')) return random.one(said('enum'));
  const type = said('type') ?? 'string';
  if (type === 'boolean') return random.chance(0.5);
  if (type === 'integer' || type === 'number') return random.one([0, 1, 7, ...limitsOf(root).flatMap((limit) => [limit - 1, limit, limit + 1])]);
  return random.one(samples[said('format')] ?? words);
}

const templateOf = (path) => path.replaceAll(/\/\d+(?=\/|$)/g, '/*');

/** `leaves`: paths whose value is one answer although it has an inside (a file with its facts), as import.json's `answers` say; `give`: what of it. */
export function makeData({ documents: { schema: root } }, judge, random, { leaves = new Set(), give = () => undefined, computed = () => undefined } = {}) {
  const drawn = new Map();
  const draw = (path, make) => { if (!drawn.has(path)) drawn.set(path, make()); return drawn.get(path); };
  let asked, seen;

  function grow(schemas, data, path, whole) {
    const all = schemas.flatMap((one) => [...holding(root, judge, one, data, seen)]);
    const types = all.map(({ schema }) => schema.type);
    const template = templateOf(path);
    const known = computed(template, whole);
    if (known !== undefined) return known;
    const below = [...leaves].filter((one) => one === template || one.startsWith(`${template}/`));
    const given = below.length > 0 ? draw(`given ${path}`, () => give(template)) : undefined;
    if (given !== undefined) { for (const one of below) asked.add(one); return given; }
    if (all.some(({ schema }) => schema.properties)) return object(all, isObject(data) ? data : {}, path, whole);
    if (types.includes('array')) return array(all, Array.isArray(data) ? data : [], path, template, whole);
    if (types.includes('null') || !types.some(Boolean) && !all.some(({ schema }) => schema.enum)) return undefined;
    asked.add(template);
    return draw(path, () => leaf(all, root, random));
  }

  function object(all, data, path, whole) {
    const needed = new Set(all.flatMap(({ schema }) => schema.required ?? []));
    const properties = new Map();
    for (const { schema, pointer } of all) {
      for (const [name, one] of Object.entries(schema.properties ?? {})) properties.set(name, [...(properties.get(name) ?? []), { schema: one, pointer: `${pointer}/properties/${escaped(name)}` }]);
    }
    const grown = {};
    for (const [name, schemas] of properties) {
      const place = `${path}/${escaped(name)}`;
      const value = grow(schemas, data[name], place, whole);
      const must = needed.has(name) || isObject(value) || computed(templateOf(place), whole) !== undefined || schemas.some(({ schema }) => schema.default !== undefined);
      if (value === undefined) continue;
      if (must || draw(`${place}?`, () => random.chance(0.7))) grown[name] = value;
      else for (const row of [...asked].filter((one) => one.startsWith(`${templateOf(place)}/*`))) asked.delete(row); // no rows, no questions in them
    }
    return grown;
  }

  function array(all, data, path, template, whole) {
    const listed = all.find(({ schema }) => Array.isArray(schema.items));
    if (listed?.schema.items.every(({ type }) => type === 'null')) return undefined;
    asked.add(template);
    const several = all.find(({ schema }) => schema.items?.enum);
    const least = Math.max(0, ...all.map(({ schema }) => schema.minItems ?? 0));
    if (several) return draw(path, () => random.some(several.schema.items.enum, least + random.below(3)));
    const count = draw(`${path}#`, () => least + random.below(3));
    const of = (number) => all.flatMap(({ schema, pointer }) => {
      if (Array.isArray(schema.items)) return number < schema.items.length ? [{ schema: schema.items[number], pointer: `${pointer}/items/${number}` }] : schema.additionalItems ? [{ schema: schema.additionalItems, pointer: `${pointer}/additionalItems` }] : [];
      return schema.items ? [{ schema: schema.items, pointer: `${pointer}/items` }] : [];
    });
    return Array.from({ length: count }, (_, number) => grow(of(number), data[number], `${path}/${number}`, whole)).filter((one) => one !== undefined);
  }

  let data = {};
  for (let rounds = 0; rounds < 12; rounds += 1) {
    [asked, seen] = [new Set(), []];
    const next = grow([{ schema: root, pointer: '' }], data, '', data);
    const settled = JSON.stringify(next) === JSON.stringify(data);
    data = next;
    if (settled) return { data, asked, seen };
  }
  throw new Error('what is asked does not settle');
}
