// SPDX-License-Identifier: EUPL-1.2
// The constructs of a form, counted from its documents alone and without asking the importer.
//
// 1. In the schema every member of a schema is one construct, at its own place, whatever it holds (`/allOf/0/required` is one with however many names, `enum` one with
//    however many values), known to JSON Schema or not (`baOrder`, `options`). A schema is the root and what stands in the places of `inner` below. A definition counts
//    once, where it stands, however often it is referred to. Boolean schemas hold no members and add none.
// 2. `baUiSchema` is Bratislava's uiSchema, embedded: the member is none, each leaf in it is one, as is each leaf of the uiSchema document. A leaf is what is neither
//    object nor array: an empty one says nothing, and nothing can be carried over of it.
// 3. Of translations each leaf below `/translations` is one. The first document is the form's own: there even what the form never uses counts. Of those after it
//    (defaultTranslations.json, which all forms share) a leaf counts only when its key is a string value somewhere in schema or uiSchema, and no document before it has that key in that language.
import { escaped, stringsIn } from './pointers.mjs';

const inner = {
  map: ['properties', 'patternProperties', 'definitions', '$defs', 'dependentSchemas', 'dependencies'],
  list: ['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items'],
  one: ['items', 'additionalItems', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties', 'contains', 'not', 'if', 'then', 'else', 'propertyNames'],
};
const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

function* leaves(value, pointer) {
  if (value === null || typeof value !== 'object') yield pointer;
  else for (const [name, one] of Object.entries(value)) yield* leaves(one, `${pointer}/${escaped(name)}`);
}

function* ofSchema(schema, pointer) {
  if (!isObject(schema)) return;
  for (const [keyword, value] of Object.entries(schema)) {
    const place = `${pointer}/${escaped(keyword)}`;
    if (keyword === 'baUiSchema') {
      for (const leaf of leaves(value, place)) yield { pointer: leaf, sort: 'ui', keyword: leaf.slice(place.length + 1) };
      continue;
    }
    yield { pointer: place, sort: 'keyword', keyword };
    if (inner.map.includes(keyword) && isObject(value)) for (const [name, one] of Object.entries(value)) yield* ofSchema(one, `${place}/${escaped(name)}`);
    else if (inner.list.includes(keyword) && Array.isArray(value)) for (const [number, one] of value.entries()) yield* ofSchema(one, `${place}/${number}`);
    else if (inner.one.includes(keyword)) yield* ofSchema(value, place);
  }
}

function* ofTranslations(documents) {
  const used = stringsIn([documents.schema, documents['ui-schema']]);
  const known = new Set();
  for (let number = 0; documents[`translations/${number}`]; number += 1) {
    for (const [key, texts] of Object.entries(documents[`translations/${number}`].translations)) {
      for (const pointer of leaves(texts, `/translations/${escaped(key)}`)) {
        if (number > 0 && (!used.has(key) || known.has(pointer))) continue;
        known.add(pointer);
        yield { document: `translations/${number}`, pointer, sort: 'text', keyword: key };
      }
    }
  }
}

/** [{document, pointer, sort: 'keyword' | 'ui' | 'text', keyword}] */
export function constructsOf(documents) {
  const found = [...ofSchema(documents.schema, '')].map((one) => ({ document: 'schema', ...one }));
  if (documents['ui-schema']) {
    for (const pointer of leaves(documents['ui-schema'], '')) found.push({ document: 'ui-schema', pointer, sort: 'ui', keyword: pointer.match(/\/((?:ui|misc):.*)$/)?.[1] ?? pointer });
  }
  return [...found, ...ofTranslations(documents)];
}

export const nameOf = ({ document, pointer }) => `${document}#${pointer}`;
