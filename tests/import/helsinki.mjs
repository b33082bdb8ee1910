// SPDX-License-Identifier: EUPL-1.2
// What Helsinki's own widgets keep in the data, beyond what the schema says of it: a subvention's row, a file with its facts, a sum made of others.
import { schemasOf } from './places.mjs';
import { at } from './pointers.mjs';

const uiOf = (form, template) => (form.city === 'helsinki' ? at(form.documents['ui-schema'], template.replaceAll('/*', '/items')) : undefined);

/** The grants offered at a place: `options` of the schema there, by their ids. */
const optionsAt = (form, template) => [...schemasOf(form.documents.schema)].filter(({ path, schema }) => path === template && schema.options).flatMap(({ schema }) => schema.options);

/** Path of the leaf → what stands there. undefined: the schema is enough. */
export const givenIn = (form, random) => (template) => {
  const ui = uiOf(form, template);
  if (ui?.['ui:field'] === 'atvFile') return { fileName: 'liite.pdf' };
  if (ui?.['ui:field'] === 'actingYear') return random.one(['2026', '2027']);
  if (ui?.['ui:field'] === 'subventionTable') {
    const { useSingleSubvention, startGrant } = ui['ui:options'] ?? {};
    const ids = optionsAt(form, template).map(({ id }) => String(id)).filter((id) => id !== startGrant?.subventionId);
    return Object.fromEntries((useSingleSubvention ? [random.one(ids)] : ids).map((id) => [id, random.one(['100', '4999.99', '5000', '12000'])]));
  }
  if (ui?.['ui:widget'] === 'date') return random.one(['2026-01-31', '2026-12-24']);
  return undefined;
};
/** A sum of what stands at other places, as text or, with `numericOutput`, as a number. */
export const computedIn = (form) => (template, data) => {
  const ui = uiOf(form, template);
  if (ui?.['ui:field'] !== 'computedSum') return undefined;
  const { sourceFields, numericOutput } = ui['ui:options'];
  const sum = sourceFields.map((field) => at(data, `/${field.replaceAll('.', '/')}`)).flatMap((value) => (value !== null && typeof value === 'object' ? Object.values(value) : [value ?? 0])).reduce((total, one) => total + Number(one), 0);
  return numericOutput ? sum : String(sum);
};
/** `misc:required` of the uiSchema: the city's form wants it although its schema does not. */
export const isRequiredByWidget = (form, template) => uiOf(form, template)?.['misc:required'] === true;
