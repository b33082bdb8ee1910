// SPDX-License-Identifier: EUPL-1.2
// Data with one answer spoiled: [{place, how, data}]. Each answer is taken away, has another type, and, as what the schema says of it allows, breaks its format in the ways
// people do or is none of its options.
import { schemasOf } from './places.mjs';
import { replaced } from './pointers.mjs';

const broken = {
  email: ['jan.kovac', 'jan@'], date: ['2024-13-45', '4. 7. 2024'], 'ba-slovak-zip': ['811 01', '8110', '811012', '81101 Bratislava'],
  'ba-phone-number': ['0905987654', '+421905', '+421 905 987 654', '+4219059876541234'], 'ba-ico': ['12345', '123456789', '1234567a'], 'ba-iban': ['SK3112000000198742637542', '12345'],
};
const others = { string: 7, boolean: 'áno', array: 'x', object: 'x' };

function* leavesOf(value, path = '') {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) for (const [name, one] of Object.entries(value)) yield* leavesOf(one, `${path}/${name}`);
  else yield { path, value };
}

export function spoiledOf(schema, data) {
  const said = new Map();
  for (const { path, schema: one } of schemasOf(schema)) said.set(path, [...(said.get(path) ?? []), one]);
  const found = [];
  for (const { path, value } of leavesOf(data)) {
    const schemas = said.get(path) ?? [];
    const format = schemas.map((one) => one.format).find(Boolean);
    const spoil = (how, other) => found.push({ place: path, how, data: replaced(data, path, other) });
    spoil('removed', undefined);
    // A file's id is made by the server that took the file in: nobody answers it.
    const isFile = schemas.some((one) => one.baFile || one.items?.baFile);
    if (!isFile) spoil('of another type', others[Array.isArray(value) ? 'array' : typeof value]);
    for (const other of broken[format] ?? []) spoil(`format ${format}: ${other}`, other);
    if (schemas.some((one) => one.enum)) spoil('none of the options', `${value}X`);
    if (Array.isArray(value)) spoil('empty', []);
    if (Array.isArray(value) && schemas.some((one) => one.items?.enum)) spoil('with none of the options in it', [...value, 'X']);
    if (Array.isArray(value) && schemas.some((one) => one.uniqueItems)) spoil('one twice', [...value, value[0]]);
    if (typeof value === 'boolean') spoil('the other answer', !value);
  }
  return found;
}
