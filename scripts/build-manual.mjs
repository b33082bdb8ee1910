// SPDX-License-Identifier: EUPL-1.2
// The reference manual as static pages, manual/… of the built site: chapters of assets/manual/chapters, and what schemas, examples and the engine's lists give.
// scripts/build-site.mjs calls it. An example that does not tell the truth stops the build.
import fs from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { html } from './site/html.mjs';
import { readExamples } from './manual/examples.mjs';
import { frame } from './manual/frame.mjs';
import { inline, prose, titleOf } from './manual/prose.mjs';
import * as reference from './manual/reference.mjs';
import { kindsOf, readSchemas, serviceSchema, Teller } from './manual/schema.mjs';
import { readTexts } from './manual/texts.mjs';

/** Chapters in the order of their numbers: "10-rules.md" is rules.html. */
function readChapters(root) {
  const folder = path.join(root, 'assets/manual/chapters');
  return fs.readdirSync(folder).filter((name) => name.endsWith('.md')).sort().map((name) => {
    const source = fs.readFileSync(path.join(folder, name), 'utf8');
    return { file: name.replace(/^\d+-/, '').replace('.md', '.html'), title: titleOf(source), part: 'chapters', body: () => prose(source) };
  });
}

function contentsPage(pages, t) {
  const list = (part) => html`<ul class="index">${pages.filter((one) => one.part === part).map(({ file, title }) => html`<li><a href="${file}">${title}</a></li>`)}</ul>`;
  return html`<h1>${t('manual')}</h1><p class="lead">${inline(t('contents.intro'))}</p><h2>${t('chapters')}</h2>${list('chapters')}<h2>${t('reference')}</h2>${list('reference')}<h2>${t('schemas')}</h2>${list('schemas')}`;
}

/** Page and title of everything in the reference. */
function referencePages(context) {
  const { schemas, schema, t } = context;
  const hrefOf = (page) => (name) => (page === 'service' && kindsOf(schema).includes(name) ? `kind-${name}.html` : name === 'question' ? 'kinds.html' : `${page}.html#${name}`);
  const tellerOf = (name, ofSchema) => new Teller({ schema: ofSchema, hrefOf: hrefOf(name), t });
  const withService = { ...context, teller: tellerOf('service', schema) };
  return [
    { file: 'kinds.html', title: t('kinds'), part: 'reference', body: () => reference.kindsPage(withService) },
    ...kindsOf(schema).map((kind) => ({ file: `kind-${kind}.html`, title: kind, part: 'kinds.html', body: () => reference.kindPage(kind, withService) })),
    { file: 'features.html', title: t('features'), part: 'reference', body: () => reference.featuresPage(withService) },
    { file: 'pages.html', title: t('pages'), part: 'reference', body: () => reference.pagesPage(withService) },
    { file: 'operators.html', title: t('operators'), part: 'reference', body: () => reference.operatorsPage(context) },
    { file: 'identifiers.html', title: t('identifiers'), part: 'reference', body: () => reference.identifiersPage(context) },
    { file: 'problems.html', title: t('problems'), part: 'reference', body: () => reference.problemsPage(context) },
    ...schemas.map(({ name, file, schema: one }) => ({
      file: `${name}.html`, title: one.title, part: 'schemas', body: () => reference.schemaPage({ file, schema: one, teller: tellerOf(name, one), t }),
    })),
  ];
}

/** What there is to tell, read and tried. `core`: the rehearsal's module, without languages yet. */
export function readManual({ root, core, locales }) {
  const readJson = (...parts) => JSON.parse(fs.readFileSync(path.join(...parts), 'utf8'));
  const languages = fs.readdirSync(path.join(root, 'i18n')).filter((name) => name.endsWith('.json') && name !== 'notes.json').map((name) => path.basename(name, '.json'));
  const packs = Object.fromEntries(languages.map((language) => [language, readJson(locales, `${language}.json`)]));
  const engineWords = Object.fromEntries(languages.map((language) => [language, readJson(root, 'i18n', `${language}.json`)]));
  for (const language of languages) core.addLanguage(JSON.stringify({ language, locale: packs[language], words: { engine: engineWords[language] } }));
  const schemas = readSchemas(root);
  const schema = serviceSchema(schemas);
  const { operators } = readJson(root, 'assets/schema/operators.json');
  // Its own amounts are beside an operator's example, which `evaluate` knows nothing of: those the native test of the rules judges.
  for (const { name, example: { rule, data = null, today = '2026-11-22', result, amounts } } of operators) {
    const found = amounts ? result : core.call({ call: 'evaluate', rule, data, today }).result;
    if (JSON.stringify(found) !== JSON.stringify(result)) throw new Error(`operators.json: ${name} gives ${JSON.stringify(found)}, not ${JSON.stringify(result)}`);
  }
  return {
    schemas, schema, operators, examples: readExamples(root, core), schemes: reference.readSchemes(root, schema), subjects: reference.readCodes(root), engineWords,
    names: Object.fromEntries(languages.map((language) => [language, packs[language].name])), t: readTexts(root), up: '../',
  };
}

/** `add(name, content)` takes each file. */
export async function addManual({ root, core, locales, styles, add }) {
  const context = readManual({ root, core, locales });
  const { t } = context;
  const pages = [...readChapters(root), ...referencePages(context)];
  const contents = { file: 'index.html', title: t('manual') };
  add('manual/index.html', frame({ page: contents, pages, body: contentsPage(pages, t), t }));
  for (const page of pages) add(`manual/${page.file}`, frame({ page, pages, body: page.body(), t }));
  for (const name of ['manual.css', 'specimen.css']) {
    const style = await esbuild.build({ entryPoints: [path.join(styles, name)], bundle: true, minify: true, write: false, charset: 'utf8', target: 'es2022', logLevel: 'warning', absWorkingDir: root });
    add(`manual/${name}`, style.outputFiles[0].contents);
  }
}
