// SPDX-License-Identifier: EUPL-1.2
// The pages of the reference: one function a page, each gives its Html. What there is comes from schemas, examples and lists of the engine.
import fs from 'node:fs';
import path from 'node:path';
import { html } from '../site/html.mjs';
import { examplesOf, rulesOf, showExample, triedOfScheme } from './examples.mjs';
import { inline } from './prose.mjs';
import { isOfKind, kindsOf, pageKindsOf } from './schema.mjs';

const head = (title, intro) => html`<h1>${title}</h1>${intro && html`<p class="lead">${inline(intro)}</p>`}
`;
const shortcuts = (names, anchor) => html`<ul class="shortcuts">${names.map((name) => html`<li><a href="#${anchor}-${name}"><code>${name}</code></a></li>`)}</ul>`;
const show = (context, shows) => examplesOf(context.examples, shows).map((example) => showExample(example, context));

export function kindsPage({ schema, t }) {
  return html`${head(t('kinds'), t('kinds.intro'))}<dl class="members">${kindsOf(schema).map((kind) => html`<div><dt><a href="kind-${kind}.html"><code>${kind}</code></a></dt><dd><p>${
    inline(schema.$defs[kind]?.description ?? '')}</p></dd></div>
`)}</dl>`;
}

export function kindPage(kind, context) {
  const { schema, teller, t } = context;
  const computed = schema.$defs[`computed-${kind}`];
  return html`${head(kind, schema.$defs[kind].description)}${show(context, { kind })}<section><h2 id="members">${t('members')}</h2>${teller.members(schema.$defs[kind], 'member')}<p>${
    inline(t('own-members'))}</p></section>${computed && html`
<section><h2 id="computed">${t('computed')}</h2><p>${inline(t('computed.intro'))}</p>${teller.members(computed, 'computed')}</section>`}`;
}

export function featuresPage(context) {
  const features = context.examples.filter(({ shows }) => shows.feature);
  return html`${head(context.t('features'), context.t('features.intro'))}${features.map((example) => showExample(example, context))}`;
}

export const pagesPage = (context) => html`${head(context.t('pages'), context.t('pages.intro'))}${pageKindsOf(context.schema).map((page) => show(context, { page }))}`;

export function operatorsPage({ operators, examples, t }) {
  const signature = ({ name, arguments: given, result }) => `{"${name}": [${given.map((one) => `${one.name}${one.repeated ? '…' : one.optional ? '?' : ''}`).join(', ')}]} → ${result}`;
  return html`${head(t('operators'), t('operators.intro'))}${shortcuts(operators.map(({ name }) => name), 'operator')}${operators.map((operator) => {
    const more = examplesOf(examples, { operator: operator.name });
    const notes = [operator.origin === 'polku' ? t('ours') : '', operator.definitions ? '' : t('not-in-definitions')].filter(Boolean);
    return html`<section class="operator" id="operator-${operator.name}"><h2><code>${operator.name}</code>${notes.map((note) => html` <span class="mark">${note}</span>`)}</h2><p>${inline(operator.does)}</p><p class="type"><code>${
      signature(operator)}</code></p><ul class="arguments">${operator.arguments.map((one) => html`<li><code>${one.name}</code> ${one.type}${one.optional && html`, ${t('optional')}`}${one.repeated && html`, ${t('repeated')}`}</li>`)}</ul>${
      rulesOf([operator.example], { t })}${more.map((example) => html`<h3>${example.title}</h3><p>${inline(example.text)}</p>${rulesOf(example.rules, { t })}`)}</section>
`;
  })}`;
}

/** Schemes that are files (assets/identifiers/) tell all about themselves; the others the schema names. */
export function readSchemes(root, schema) {
  const folder = path.join(root, 'assets/identifiers');
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.json')).sort() : [];
  const known = files.map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))).filter(({ id }) => id);
  const named = (schema.$defs.identifier?.properties.scheme.enum ?? []).filter((id) => !known.some((one) => one.id === id)).map((id) => ({ id }));
  return [...known, ...named];
}

export function identifiersPage({ schemes: known, examples, t }) {
  const schemes = known.map((scheme) => ({ ...scheme, examples: scheme.examples ?? triedOfScheme(examples, scheme.id) }));
  const fact = (name, value) => value && html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  const source = ({ source: from }) => from && (from.url ? html`<a href="${from.url}" rel="noreferrer">${from.title}</a>` : from.title ?? from);
  return html`${head(t('identifiers'), t('identifiers.intro'))}<p>${inline(t('identifiers.examples'))}</p>${shortcuts(schemes.map(({ id }) => id), 'scheme')}${schemes.map((scheme) => html`<section class="scheme" id="scheme-${scheme.id}"><h2><code>${scheme.id}</code></h2>${
    (scheme.source || scheme.sort) && html`<dl class="pairs">${fact(t('scheme.country'), scheme.country)}${fact(t('scheme.sort'), scheme.sort)}${fact(t('scheme.source'), source(scheme))}</dl>`}${
    scheme.note && html`<p>${scheme.note}</p>`}${scheme.examples && html`<ul class="cases">${scheme.examples.map(({ typed, normal, shown, problem, why }) => html`<li${problem && html` class="wrong"`}><dl>${
      fact(t('typed'), html`<bdi class="typed">${typed}</bdi>`)}${fact(t('scheme.normal'), normal && html`<code>${normal}</code>`)}${fact(t('shown'), shown && shown !== normal && shown)}${
      fact(t('problem'), problem && html`<a href="problems.html#${problem}"><code>${problem}</code></a>${why && html` (${why})`}`)}</dl></li>
`)}</ul>`}</section>
`)}`;
}

/** [{ subject, codes: [{ code, arguments }] }] as src/problem/codes.inc lists them. */
export function readCodes(root) {
  const entries = [...fs.readFileSync(path.join(root, 'src/problem/codes.inc'), 'utf8').matchAll(/^POLKU_CODE\((\w+), (\w+), "([^"]*)"\)/gm)];
  const subjects = [...new Set(entries.map(([, , subject]) => subject))];
  // What citizens are told first: that is what services say in their own words.
  const ordered = ['answer', ...subjects.filter((subject) => subject !== 'answer')];
  return ordered.map((subject) => ({ subject, codes: entries.filter((one) => one[2] === subject).map(([, name, , given]) => ({ code: name.replaceAll('_', '-'), arguments: given })) }));
}

export function problemsPage({ subjects, engineWords, names, t }) {
  const sentences = (code) => Object.entries(engineWords).flatMap(([language, words]) => Object.entries(words)
    .filter(([key]) => key === `problem.${code}` || new RegExp(`^problem\\.[a-z-]+\\.${code}$`).test(key))
    .map(([key, words_]) => ({ language, kind: key.split('.').length > 2 ? key.split('.')[1] : '', words: words_ })));
  const line = ({ language, kind, words }) => html`<li>${kind && html`<code>${kind}</code> `}<span lang="${language}" dir="auto">${words}</span></li>`;
  return html`${head(t('problems'), t('problems.intro'))}${subjects.map(({ subject, codes }) => html`<section><h2 id="${subject}">${t(`subject.${subject}`)}</h2><dl class="members">${codes.map(({ code, arguments: given }) => {
    const all = sentences(code);
    const others = Object.keys(engineWords).filter((language) => language !== 'en' && all.some((one) => one.language === language));
    return html`<div><dt id="${code}"><code>${code}</code></dt><dd><ul class="sentences">${all.filter(({ language }) => language === 'en').map(line)}</ul>${
      given && html`<p class="type">${inline(t('code.arguments', { names: given.split(' ').map((one) => `\`${one}\``).join(', ') }))}</p>`}${others.length > 0 && html`<details><summary>${
      others.map((language) => names[language] ?? language).join(', ')}</summary><ul class="sentences">${all.filter(({ language }) => language !== 'en').map(line)}</ul></details>`}</dd></div>
`;
  })}</dl></section>
`)}`;
}

/** A whole schema: what stands at its top, then its definitions, without those that are kinds. */
export function schemaPage({ file, schema, teller, t }) {
  const definitions = Object.entries(schema.$defs ?? {}).filter(([name]) => !schema.$defs.question || (name !== 'question' && !isOfKind(schema, name)));
  return html`${head(schema.title, schema.description)}<p class="type"><code>assets/schema/${file}</code></p><section><h2 id="members">${t('members')}</h2>${teller.members(schema, 'member')}<p>${inline(t('own-members'))}</p></section>
${definitions.map(([name, sub]) => teller.definition(name, sub))}`;
}
