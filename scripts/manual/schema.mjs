// SPDX-License-Identifier: EUPL-1.2
// What a JSON Schema says of an object's members, for people: name, type, default, constraints, description. Schemas are found, not listed.
import fs from 'node:fs';
import path from 'node:path';
import { html } from '../site/html.mjs';
import { inline } from './prose.mjs';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** [{ name: "service", file, schema }]: every schema there is in assets/schema. */
export function readSchemas(root) {
  const folder = path.join(root, 'assets/schema');
  return fs.readdirSync(folder).filter((file) => file.endsWith('.json')).sort()
    .map((file) => ({ name: file.replace(/(-\d+)?\.json$/, ''), file, schema: JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) }))
    .filter(({ schema }) => schema.$schema === dialect);
}

export const serviceSchema = (schemas) => schemas.find(({ name }) => name === 'service').schema;
export const kindsOf = (schema) => schema.$defs.question.properties.kind.enum;
export const pageKindsOf = (schema) => schema.$defs.page.properties.kind.enum;
/** Definitions that belong to a kind: its own and that of its computed form. */
export const isOfKind = (schema, definition) => kindsOf(schema).includes(definition.replace(/^computed-/, ''));

const code = (value) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
const values = (all) => all.map(code).join(', ');

const limits = ['minimum', 'exclusiveMinimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties', 'format', 'pattern'];

/** "integer, at least 0, at most 100000" with links to definitions, in the manual's Markdown. */
export class Teller {
  /** @param {{ schema: object, page: string, hrefOf: (definition: string) => string, t: Function }} where */
  constructor({ schema, hrefOf, t }) { Object.assign(this, { schema, hrefOf, t }); }

  typeOf(sub) {
    if (sub.$ref) {
      const name = sub.$ref.replace('#/$defs/', '');
      return `[${name}](${this.hrefOf(name)})`;
    }
    if (sub.const !== undefined) return code(sub.const);
    if (sub.enum) return this.t('one-of', { values: values(sub.enum) });
    if (sub.anyOf) return sub.anyOf.map((one) => this.typeAndLimits(one)).join(this.t('or'));
    if (sub.allOf && !sub.type) return sub.allOf.filter((one) => one.$ref).map((one) => this.typeOf(one)).join(', ');
    if (sub.type === 'array') return this.t('list-of', { what: sub.items ? this.typeOf(sub.items) : this.t('anything') });
    if (sub.type === 'object' && sub.additionalProperties?.$ref) return this.t('object-of', { what: this.typeOf(sub.additionalProperties) });
    return [sub.type ?? this.t('anything')].flat().join(this.t('or'));
  }

  typeAndLimits(sub) {
    const told = limits.filter((keyword) => sub[keyword] !== undefined && sub[keyword] !== false)
      .map((keyword) => this.t(`limit.${keyword}`, { value: keyword === 'pattern' ? code(sub[keyword]) : sub[keyword] }));
    return [this.typeOf(sub), ...told].join(', ');
  }

  /** The members of an object, those of objects inside it right after it. */
  *membersOf(object, before = '') {
    for (const [name, sub] of Object.entries(object.properties ?? {})) {
      yield { name: before + name, sub, needed: object.required?.includes(name) ?? false };
      if (sub.type === 'object' && sub.properties) yield* this.membersOf(sub, `${before + name}.`);
      if (sub.items?.properties) yield* this.membersOf(sub.items, `${before + name}[].`);
      if (sub.additionalProperties?.properties) yield* this.membersOf(sub.additionalProperties, `${before + name}.*.`);
    }
  }

  members(object, anchor) {
    const rows = [...this.membersOf(object)];
    if (rows.length === 0) return '';
    return html`<dl class="members">${rows.map(({ name, sub, needed }) => html`<div><dt id="${anchor}-${name.replace(/[^a-zA-Z0-9-]+/g, '-')}"><code>${name}</code>${
      needed && html` <span class="needed">${this.t('needed')}</span>`}</dt><dd><p class="type">${inline(this.typeAndLimits(sub))}${
      sub.default !== undefined && html`; ${inline(this.t('default', { value: code(sub.default) }))}`}</p><p>${inline(sub.description ?? '')}</p></dd></div>
`)}</dl>${this.conditions(object)}`;
  }

  /** if/then of the simple sort: a member has one of these values, then others are needed, or may not be. */
  conditions(object) {
    const told = (object.allOf ?? [object]).flatMap(({ if: when, then }) => {
      const [name, sub] = Object.entries(when?.properties ?? {})[0] ?? [];
      if (!then || !sub) return [];
      const what = [];
      if (then.required) what.push(this.t('must-have', { names: values(then.required.filter((one) => one !== name)) }));
      if (then.not?.required) what.push(this.t('must-not-have', { names: values(then.not.required) }));
      return what.length === 0 ? [] : [this.t('when-then', { name, values: values(sub.enum ?? [sub.const]), what: what.join(', ') })];
    });
    return told.length === 0 ? '' : html`<ul>${told.map((one) => html`<li>${inline(one)}</li>`)}</ul>`;
  }

  /** A definition of its own, with heading. */
  definition(name, sub) {
    return html`<section><h2 id="${name}"><code>${name}</code></h2><p>${inline(sub.description ?? '')}</p>${
      sub.properties ? '' : html`<p class="type">${inline(this.typeAndLimits(sub))}</p>`}${this.members(sub, name)}</section>
`;
  }
}
