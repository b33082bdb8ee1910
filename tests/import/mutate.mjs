// SPDX-License-Identifier: EUPL-1.2
// A construct changed as its sort can be: [{how, documents, entry?}], the likeliest to matter first. What holds several (required, enum, properties, allOf) loses one of them,
// each in turn in an order that is drawn; `entry` is that one.
import { at, partsOf, replaced } from './pointers.mjs';

const otherTypes = ['string', 'boolean', 'integer', 'array', 'object'];
const otherFormats = { email: 'date', date: 'email' };
const otherWidgets = [['Input', 'TextArea', 'RadioGroup', 'Select', 'Checkbox', 'FileUpload', 'DatePicker'], ['textarea', 'date', 'radio', 'select', 'hidden']];
const otherFields = ['textParagraph', 'atvFile', 'subventionTable', 'actingYear', 'computedSum'];
const changedText = (text) => (text === '' ? 'Other' : `${text} other`);
const lists = ['required', 'enum', 'allOf', 'anyOf', 'oneOf', 'properties', 'definitions', '$defs', 'ui:order'];

/** Another key of the form's texts where a text is a key, as in Helsinki. */
function otherText(text, documents, random) {
  const keys = Object.keys(documents['translations/1']?.translations ?? {});
  const isKey = keys.includes(text) || Object.hasOwn(documents['translations/0']?.translations ?? {}, text);
  return isKey ? random.one(keys.filter((key) => key !== text && key.endsWith('.title'))) : changedText(text);
}

/** Each member or element in turn taken out; of values one is renamed instead, now and then. */
function* withoutOne(value, keyword, random) {
  if (!Array.isArray(value)) {
    for (const name of random.some(Object.keys(value), Infinity)) yield { how: `without ${name}`, entry: name, value: Object.fromEntries(Object.entries(value).filter(([one]) => one !== name)) };
    return;
  }
  for (const number of random.some([...value.keys()], Infinity)) {
    if (keyword === 'enum' && typeof value[number] === 'string' && random.chance(0.5)) yield { how: `${value[number]} renamed`, entry: value[number], value: value.map((one, here) => (here === number ? changedText(one) : one)) };
    else yield { how: `without ${JSON.stringify(value[number]).slice(0, 60)}`, entry: value[number], value: value.filter((_, here) => here !== number) };
  }
}

/** A leaf somewhere in a value that is more than a scalar. */
function withLeafChanged(value, random) {
  if (Array.isArray(value) || (value !== null && typeof value === 'object')) {
    const names = Object.keys(value);
    if (names.length === 0) return Array.isArray(value) ? ['other'] : { other: 'other' };
    const name = random.one(names);
    return replaced(value, `/${name}`, withLeafChanged(value[name], random));
  }
  return typeof value === 'string' ? changedText(value) : typeof value === 'number' ? value + 7 : !value;
}

function* valuesFor(value, keyword, documents, random) {
  const last = keyword.split('/').at(-1);
  if (lists.includes(keyword) && Object.keys(value).length > 0) return yield* withoutOne(value, keyword, random);
  if (keyword === 'type' && typeof value === 'string') for (const other of otherTypes.filter((one) => one !== value)) yield { how: `${value} → ${other}`, value: other };
  else if (keyword === 'format') yield { how: 'another format', value: otherFormats[value] ?? 'email' };
  else if (last === 'ui:widget') for (const other of otherWidgets.find((some) => some.includes(value) || some[0] === 'Input' === /^[A-Z]/.test(value)).filter((one) => one !== value)) yield { how: `${value} → ${other}`, value: other };
  else if (last === 'orientations') yield { how: 'the other direction', value: value === 'row' ? 'column' : 'row' };
  else if (last === 'ui:field') for (const other of otherFields.filter((one) => one !== value)) yield { how: `${value} → ${other}`, value: other };
  else if (last === 'inputType') for (const other of ['email', 'tel', 'number'].filter((one) => one !== value)) yield { how: `${value} → ${other}`, value: other };
  else if (typeof value === 'string') yield { how: 'another text', value: otherText(value, documents, random) };
  else if (typeof value === 'boolean') yield { how: `${value} → ${!value}`, value: !value };
  else if (typeof value === 'number') { yield { how: 'larger', value: value + 1000 }; yield { how: 'smaller', value: Math.max(0, Math.floor(value / 2) - 1) }; }
  else if (keyword === 'default' || !['if', 'then', 'else', 'items', 'additionalItems', 'not', 'contains'].includes(keyword)) yield { how: 'a leaf in it changed', value: withLeafChanged(value, random) };
  if (value === 'true') yield { how: 'false', value: 'false' };
  yield { how: 'removed', value: undefined };
}

/** What stands in a list in an order, or belongs to its neighbours' others, changes places with its neighbour. */
function swapped(order, number) {
  const other = number === 0 ? 1 : number - 1;
  return order.map((one, here) => order[here === number ? other : here === other ? number : here]);
}

export function mutationsOf({ document, pointer, keyword }, documents, random) {
  const source = documents[document];
  const found = [];
  const order = /^(.*\/ui:order)\/(\d+)$/.exec(pointer);
  if (order && at(source, order[1]).length > 1) found.push({ how: 'changes places with its neighbour', documents: { ...documents, [document]: replaced(source, order[1], swapped(at(source, order[1]), Number(order[2]))) } });
  const option = /^(.*\/enumMetadata)\/(\d+)\/value$/.exec(pointer);
  if (option) {
    const entries = at(source, option[1]);
    const values = swapped(entries.map(({ value }) => value), Number(option[2]));
    found.push({ how: 'changes places with its neighbour', documents: { ...documents, [document]: replaced(source, option[1], entries.map((entry, number) => ({ ...entry, value: values[number] }))) } });
  }
  for (const { how, entry, value } of valuesFor(at(source, pointer), partsOf(`/${keyword}`).join('/'), documents, random)) {
    found.push({ how, entry, documents: { ...documents, [document]: replaced(source, pointer, value) } });
  }
  return found;
}

/** What a person sees or a service does, as text: without notes of one's own (`x-`), remarks ($meta) and the order of members. */
export function behaviourOf({ service, words }) {
  const plain = (value) => {
    if (Array.isArray(value)) return value.map(plain);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.keys(value).filter((name) => !/^(x-|\$)/.test(name)).sort().map((name) => [name, plain(value[name])]));
  };
  return JSON.stringify(plain({ service, words }));
}
