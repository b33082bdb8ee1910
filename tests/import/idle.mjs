// SPDX-License-Identifier: EUPL-1.2
// Constructs that do nothing in the form they stand in, by the form's own documents and the standards alone, without asking the importer: whatever they are changed to,
// nobody who reads or fills in the city's form could tell. Nothing of them can be carried over, so a form's share is counted of the others; both shares are printed.
import { partsOf, stringsIn } from './pointers.mjs';
import { constructsOf, nameOf } from './count.mjs';
import { brokenReferences, propertiesByPath, schemasOf } from './places.mjs';

const isBelow = (pointer, above) => pointer === above || pointer.startsWith(`${above}/`);

/** Map: name of the construct → why. */
export function idleConstructs(form) {
  const { schema, 'ui-schema': ui } = form.documents;
  const constructs = constructsOf(form.documents);
  const found = new Map();
  const add = (one, why) => found.set(nameOf(one), why);

  // A text by a key that neither document names; a text in what is no language of the form.
  const named = stringsIn([schema, ui]);
  for (const one of constructs.filter(({ sort, document }) => sort === 'text' && document === 'translations/0')) {
    const [, key, language] = partsOf(one.pointer);
    if (!named.has(key)) add(one, 'a text that the form names nowhere');
    else if (!form.languages.includes(language)) add(one, `"${language}" is no language of the form`);
  }

  // How a property is drawn that the schema does not have.
  const known = propertiesByPath(schema);
  for (const { document, pointer } of brokenReferences(form).filter((one) => one.document === 'ui-schema' && !one.pointer.endsWith('/ui:order'))) {
    for (const one of constructs) if (one.document === document && isBelow(one.pointer, pointer)) add(one, 'drawn, but no property of the schema');
  }

  for (const { path, schema: here, pointer } of schemasOf(schema)) {
    // JSON Schema draft-07, validation, 6.4.2: without items, or where items is one schema, additionalItems is ignored.
    if ('additionalItems' in here && !Array.isArray(here.items)) {
      for (const one of constructs) if (one.document === 'schema' && isBelow(one.pointer, `${pointer}/additionalItems`)) add(one, 'additionalItems beside items for all');
    }
    // Bratislava's order among the properties of an object that has one property.
    const siblings = known.get(path.slice(0, path.lastIndexOf('/')));
    if ('baOrder' in here && path !== '' && siblings?.size === 1) add({ document: 'schema', pointer: `${pointer}/baOrder` }, 'the order of an only child');
  }
  for (const name of found.keys()) if (!constructs.some((one) => nameOf(one) === name)) throw new Error(`${name} is no construct`);
  return found;
}
