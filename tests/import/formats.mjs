// SPDX-License-Identifier: EUPL-1.2
// Ajv as the two cities use it (through react-jsonschema-form's validator: ajv 8, all errors, not strict, ajv-formats), with Bratislava's own formats. They are stated from
// the city's published source, github.com/bratislava/konto.bratislava.sk, forms-shared/src/form-utils/ajvFormats.ts.
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

/** ISO 13616: letters are numbers from 10, the first four characters go to the end, and the remainder by 97 is 1. The city asks ibantools, which knows each country's length besides. */
const ibanLengths = { SK: 24, CZ: 24, AT: 20, DE: 22, FI: 18, SE: 24, HU: 28, PL: 28, EE: 20 };
function isIban(text) {
  const plain = text.replaceAll(/[\s-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(plain) || (ibanLengths[plain.slice(0, 2)] ?? plain.length) !== plain.length) return false;
  const digits = [...plain.slice(4) + plain.slice(0, 4)].map((letter) => parseInt(letter, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

export const cityFormats = {
  'ba-slovak-zip': /\b\d{5}\b/, // not anchored: a town behind it is let through
  'ba-phone-number': /^\+[1-9]\d{10,14}$/,
  'ba-ico': /^\d{6,8}$/,
  'ba-iban': isIban,
  'ba-file-uuid': /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i,
  'decimal-number': true, // Helsinki's: a mark for its own widget; its validator knows no such format
};

/** An ajv that knows the form as `form`: judge.getSchema('form#/allOf/0/if') is a validator of what stands there. */
export function judgeOf(schema) {
  const judge = addFormats(new Ajv({ strict: false, allErrors: true, logger: false, formats: cityFormats }));
  judge.addSchema({ ...schema, $id: 'form' }, 'form');
  return judge;
}
/** A pointer as the fragment of an address: what is no letter of an address is percent-encoded. */
export const placeIn = (judge, pointer) => judge.getSchema(`form#${pointer.split('/').map(encodeURIComponent).join('/')}`);
