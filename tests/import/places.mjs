// SPDX-License-Identifier: EUPL-1.2
// What a schema says of each place of its data, gathered from wherever it says it ($ref, allOf, if/then/else): by the place's path, `/rows/*/amount`.
import { at, escaped } from './pointers.mjs';

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Each schema that speaks of a place: {path, schema, pointer, conditions: pointers of the `if`s it stands under}. What stands in an `if` is not among them. */
export function* schemasOf(root, { schema = root, pointer = '', path = '', conditions = [], met = [] } = {}) {
  if (!isObject(schema) || met.filter((one) => one === schema).length > 1) return;
  const go = (below, more = {}) => schemasOf(root, { schema: schema[below] ?? at(schema, `/${below}`), pointer: `${pointer}/${below}`, path, conditions, met: [...met, schema], ...more });
  yield { path, schema, pointer, conditions };
  if (schema.$ref) yield* schemasOf(root, { schema: at(root, schema.$ref.slice(1)), pointer: schema.$ref.slice(1), path, conditions, met: [...met, schema] });
  for (const name of Object.keys(schema.properties ?? {})) yield* go(`properties/${escaped(name)}`, { path: `${path}/${escaped(name)}` });
  for (const list of ['allOf', 'anyOf', 'oneOf']) for (const number of (schema[list] ?? []).keys()) yield* go(`${list}/${number}`);
  if (schema.if !== undefined) for (const branch of ['then', 'else'].filter((one) => one in schema)) yield* go(branch, { conditions: [...conditions, `${pointer}/if`] });
  if (Array.isArray(schema.items)) for (const number of schema.items.keys()) yield* go(`items/${number}`, { path: `${path}/*` });
  else if (schema.items) yield* go('items', { path: `${path}/*` });
  if (isObject(schema.additionalItems)) yield* go('additionalItems', { path: `${path}/*` });
}

/** path → names of the properties an object there may have. */
export function propertiesByPath(root) {
  const found = new Map();
  for (const { path, schema } of schemasOf(root)) {
    if (!found.has(path)) found.set(path, new Set());
    for (const name of Object.keys(schema.properties ?? {})) found.get(path).add(name);
  }
  return found;
}

/** Pointers of every `if`, each once. */
export const conditionsOf = (root) => [...new Set([...schemasOf(root)].filter(({ schema }) => schema.if !== undefined).map(({ pointer }) => `${pointer}/if`))];

/** What a form's documents name and nobody defines, or define and nobody names: [{document, pointer?, about}]. */
export function brokenReferences({ documents }) {
  const found = [];
  const known = propertiesByPath(documents.schema);
  for (const { path, schema, pointer } of schemasOf(documents.schema)) {
    for (const name of schema.required ?? []) {
      if (known.has(path) && !known.get(path).has(name)) found.push({ document: 'schema', pointer: `${pointer}/required`, about: name });
    }
  }
  const ordered = (ui, pointer, path) => {
    if (!isObject(ui)) return;
    for (const name of ui['ui:order'] ?? []) {
      if (name !== '*' && !known.get(path)?.has(name)) found.push({ document: 'ui-schema', pointer: `${pointer}/ui:order`, about: name });
    }
    for (const [name, one] of Object.entries(ui)) {
      if (!isObject(one) || /^(ui|misc):/.test(name)) continue;
      const below = name === 'items' && known.has(`${path}/*`) && !known.get(path)?.has('items') ? '*' : escaped(name);
      if (!known.has(`${path}/${below}`) && below !== 'additionalItems') found.push({ document: 'ui-schema', pointer: `${pointer}/${escaped(name)}`, about: name });
      ordered(one, `${pointer}/${escaped(name)}`, `${path}/${below === 'additionalItems' ? '*' : below}`);
    }
  };
  if (documents['ui-schema']) ordered(documents['ui-schema'], '', '');
  return found;
}
