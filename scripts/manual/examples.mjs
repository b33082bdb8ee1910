// SPDX-License-Identifier: EUPL-1.2
// The examples of assets/manual/examples/, tried by the engine itself (src/rehearsal/example.h) and shown: definition, words, painted page, what is typed.
import fs from 'node:fs';
import path from 'node:path';
import { alreadyMarkup, html } from '../site/html.mjs';
import { printCode, printJson, printJsonCode } from './code.mjs';
import { inline } from './prose.mjs';

/** [{ name, shows, … , tried }]. Throws when one does not tell the truth: a manual that lies is not built. */
export function readExamples(root, core) {
  const folder = path.join(root, 'assets/manual/examples');
  return fs.readdirSync(folder).filter((file) => file.endsWith('.json')).sort().map((file) => {
    const example = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
    const tried = core.call({ call: 'example', example });
    const wrong = [...(tried.problems ?? []).map((problem) => JSON.stringify(problem)), ...tried.failures];
    if (wrong.length > 0) throw new Error(`assets/manual/examples/${file} does not tell the truth:\n  ${wrong.join('\n  ')}`);
    return { name: path.basename(file, '.json'), ...example, tried };
  }).sort((one, other) => (one.order ?? 0) - (other.order ?? 0));
}

/** The examples that show this: { kind: "date" }, { operator: "if" }, … */
export const examplesOf = (examples, shows) => {
  const [[what, name]] = Object.entries(shows);
  return examples.filter((example) => example.shows[what] === name);
};

/** For a page of the manual: headings stand below the manual's own, and no button or form sends anything. What is seen stays the same. */
const settle = (sheet) => sheet
  .replace(/<h([12])\b/g, (_, level) => `<h${level} aria-level="${Number(level) + 3}"`)
  .replace(/ (?:form="side"|tabindex="-1")/g, '')
  .replace(/type="submit"/g, 'type="button"')
  .replace(/<form id="form"[^>]*>/, '<div>').replace('</form>', '</div>');

/** What stands inside the first <div> that begins so. */
function insideOf(page, beginning) {
  const begin = page.indexOf('>', page.indexOf(beginning)) + 1;
  let depth = 1;
  for (const { 0: tag, index } of page.slice(begin).matchAll(/<(\/?)div\b/g)) {
    depth += tag === '<div' ? 1 : -1;
    if (depth === 0) return page.slice(begin, begin + index);
  }
  throw new Error(`${beginning} is not in the page, or not closed`);
}

/** From our own renderer's page: the sheet without what surrounds it; of a page that asks, the fields alone. */
export function sheetOf({ html: page, kind }, { fieldsOnly }) {
  const sheet = insideOf(page, '<div class="sheet"');
  if (!fieldsOnly || kind !== 'question') return sheet;
  const [, fields] = /<form id="form"[^>]*>(?:<p class="where">.*?<\/p>)?(.*?)<div class="actions">/s.exec(sheet);
  return fields.replace(/<h1 [^>]*>Example<\/h1>/, '');  // of compose(): no example is about it
}

/** In a shadow root of its own, in the citizen's style: nothing of the manual's style reaches it, and no id meets another's. No script is needed. */
function specimen(inner, { language, direction, up }) {
  return alreadyMarkup(`<div class="specimen"><template shadowrootmode="open"><link rel="stylesheet" href="${up}polku.css"><link rel="stylesheet" href="${up}theme.css"><link rel="stylesheet" href="specimen.css">`
    + `<div class="polku" lang="${language}" dir="${direction}"><div class="sheet">${settle(inner)}</div></div></template></div>`);
}

const breakLines = (text) => text.replace(/(<\/(?:div|fieldset|legend|p|ul|li|h1|h2|dl)>)(?=<)/g, '$1\n');

export function paint(example, { t, up, names, fieldsOnly }) {
  const entries = Object.entries(example.tried.painted);
  const shown = entries.map(([language, page]) => ({ language, page, inner: sheetOf(page, { fieldsOnly }) }));
  const [first, ...others] = shown;
  return html`<h3>${t('painted')}</h3>${specimen(first.inner, { language: first.language, direction: first.page.direction, up })}${
    others.map(({ language, page, inner }) => html`<details><summary lang="${language}">${names[language] ?? language}</summary>${specimen(inner, { language, direction: page.direction, up })}</details>
`)}<details><summary>${t('painted.html')}</summary>${printCode(breakLines(first.inner), { language: 'html' })}</details>`;
}

const showTyped = (typed, t) => {
  const parts = Object.values(typed).map((one) => (Array.isArray(one) ? one.map((part) => part || '–').join(' · ') : one)).map((one) => (one.trim() === '' ? t('nothing') : one));
  if (parts.length === 0) return t('nothing');
  return Object.keys(typed).length === 1 ? html`<bdi class="typed">${parts[0]}</bdi>` : html`<dl class="pairs">${Object.keys(typed).map((id, index) => html`<div><dt>${id}</dt><dd><bdi class="typed">${parts[index]}</bdi></dd></div>`)}</dl>`;
};
const wideIfSeveral = (entries) => Object.keys(entries).length > 1 && 'wide';
const only = (answers) => (Object.keys(answers).length === 1 ? Object.values(answers)[0] : answers);

/** One thing tried: what was put in and what came out, each under its name. */
const card = (facts, isWrong = false) => html`<li${isWrong && html` class="wrong"`}><dl>${facts.filter(Boolean).map(([name, value, language, size]) => html`<div${size && html` class="${size}"`}><dt>${name}</dt><dd${
  language && html` lang="${language}"`}>${value}</dd></div>`)}</dl></li>
`;

/** Typed input → answer or problem. */
export function casesOf(example, { t, subjects }) {
  if (!example.cases?.length) return '';
  const languages = Object.keys(example.words);
  const known = new Set(subjects.flatMap((subject) => subject.codes.map(({ code }) => code)));  // else a check of the author's own
  const hasDays = example.cases.some(({ today }) => today);
  const hasLanguages = example.cases.some(({ language }) => language);
  return html`<h3>${t('tried')}</h3><ul class="cases">${example.cases.map((one, index) => {
    const { answers, computed, problems, told, shown } = example.tried.cases[index];
    const language = one.language ?? languages[0];
    const given = { ...answers, ...computed };
    const codes = [...new Set(Object.values(problems))];
    return card([
      [t('typed'), showTyped(one.typed, t), language, wideIfSeveral(one.typed)],
      hasDays && [t('on'), one.today ?? '2026-11-22'],
      hasLanguages && [t('language'), language],
      [t('answer'), Object.keys(given).length > 0 ? html`<code class="lines">${printJson(only(given))}</code>` : t('kind.none'), undefined, wideIfSeveral(given)],
      codes.length > 0 ? [t('problem'), codes.map((code) => (known.has(code) ? html`<a href="problems.html#${code}"><code>${code}</code></a> ` : html`<code>${code}</code> `))] : [t('shown'), shown.join(' · ') || t('kind.none'), language],
      told.length > 0 && [t('told'), told.map((sentence) => html`<span class="said">${sentence}</span>`), language, 'wide'],
    ], codes.length > 0);
  })}</ul>`;
}

/** What examples try of a scheme that has no file of its own: as the schemes' files tell it. */
export const triedOfScheme = (examples, scheme) => examples.flatMap((example) => Object.entries(example.questions ?? {}).filter(([, question]) => question.scheme === scheme)
  .flatMap(([id]) => (example.cases ?? []).map((one, index) => ({ one, found: example.tried.cases[index] })).filter(({ one }) => one.typed[id])
    .map(({ one, found }) => ({ typed: one.typed[id], normal: found.answers[id], problem: found.problems[id] })).filter(({ normal, problem }) => normal !== undefined || problem)));

/** Rule, data → result. */
export function rulesOf(rules, { t }) {
  return html`<ul class="cases">${rules.map(({ rule, data, today, amounts, result }) => card([
    [t('rule'), html`<code class="lines">${printJson(rule)}</code>`, undefined, 'wide'],
    data !== undefined && [t('data'), html`<code class="lines">${printJson(data)}</code>`, undefined, 'wide'],
    amounts && [t('data'), html`<code class="lines">${printJson({ amounts })}</code>`, undefined, 'wide'],
    today && [t('on'), today],
    [t('result'), html`<code class="lines">${printJson(result)}</code>`],
  ]))}</ul>`;
}

/** The whole example. */
export function showExample(example, context) {
  const { t } = context;
  const definition = Object.fromEntries(['questions', 'amounts', 'look-ups', 'payment', 'pages', 'recipients'].filter((name) => example[name]).map((name) => [name, example[name]]));
  return html`<section class="example" id="${example.name}"><h2>${example.title}</h2><p>${inline(example.text)}</p>${example.questions && html`
${paint(example, { ...context, fieldsOnly: !example.shows.page })}
<h3>${t('definition')}</h3>${printJsonCode(definition, { file: 'service.json' })}
<h3>${t('words')}</h3>${Object.entries(example.words).map(([language, words], index) => (index === 0
    ? printJsonCode(words, { file: `${language}.json` })
    : html`<details><summary lang="${language}">${context.names[language] ?? language}</summary>${printJsonCode(words, { file: `${language}.json` })}</details>`))}
${casesOf(example, context)}`}${example.rules && rulesOf(example.rules, context)}</section>
`;
}
