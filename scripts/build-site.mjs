// SPDX-License-Identifier: EUPL-1.2
// Assembles the static site: node scripts/build-site.mjs [--site assets/sites/koivuranta] [--services assets/services] [--lists assets/code-lists] [--wasm build/web/polku.wasm] [--rehearsal build/web/polku-rehearsal.wasm]
//   [--locales build/web/locales] [--words i18n] [--styles assets/styles] [--studio build/web/studio] [--output build/site]
//   [--without-manual]
// Everything a citizen's browser needs, for any host of static files; no secret and nothing of connectors that only the server uses (DECISIONS 17).
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { themeRules } from './site/theme.mjs';
import { addManual } from './build-manual.mjs';
import { addStudio, lacksForStudio } from './site/studio.mjs';
import { embedPage, listPage, notFoundPage, servicePage, statementPage } from './site/pages.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values: given } = parseArgs({
  options: { 'without-manual': { type: 'boolean' }, ...Object.fromEntries(['site', 'services', 'lists', 'wasm', 'rehearsal', 'locales', 'words', 'styles', 'studio', 'output'].map((name) => [name, { type: 'string' }])) },
});
const at = (name, fallback) => path.resolve(given[name] ?? path.join(root, fallback));
const folders = {
  site: at('site', 'assets/sites/koivuranta'), services: at('services', 'assets/services'), lists: at('lists', 'assets/code-lists'),
  wasm: at('wasm', 'build/web/polku.wasm'),
  rehearsal: at('rehearsal', 'build/web/polku-rehearsal.wasm'),
  locales: at('locales', 'build/web/locales'), words: at('words', 'i18n'), styles: at('styles', 'assets/styles'), studio: at('studio', 'build/web/studio'), output: at('output', 'build/site'),
};

function fail(message) {
  console.error(`build-site: ${message}`);
  process.exit(1);
}
const readText = (...parts) => {
  const file = path.join(...parts);
  if (!fs.existsSync(file)) fail(`${path.relative(root, file)} is missing`);
  return fs.readFileSync(file, 'utf8');
};
const readJson = (...parts) => {
  try {
    return JSON.parse(readText(...parts));
  } catch (error) {
    return fail(`${path.join(...parts)}: ${error.message}`);
  }
};
const readJsonIfThere = (...parts) => (fs.existsSync(path.join(...parts)) ? readJson(...parts) : {});
// Problems a citizen is never told are told to authors by the command line, and to programs by the server: the browser does without their words.
const codes = [...readText(root, 'src/problem/codes.inc').matchAll(/^POLKU_CODE\((\w+), (\w+),/gm)].map(([, identifier, subject]) => ({ name: identifier.replaceAll('_', '-'), subject }));
const others = new Set(codes.filter(({ subject }) => ['reading', 'definition', 'rule', 'catalog', 'host'].includes(subject)).map(({ name }) => `problem.${name}`));
// Nor does it need what is said to officials, to who pays or is invited, or on records, which the server makes.
const citizensOnly = (catalog) => Object.fromEntries(Object.entries(wordsOnly(catalog)).filter(([key]) => !others.has(key) && !/^(?:officials|payment|invitations|record)\./.test(key)));
// What is said of some kinds of questions only stands among the words of the services that ask them.
const saidOfKinds = [
  [/^problem\.(?:not-a-time|ambiguous-time|time-too-)/, ['time']], [/^problem\.country-/, ['iban']],
  [/^field\.(?:street|addition|postal-code|town|country)$|^problem\.not-a-postal-code$/, ['address']],
  [/^field\.(?:description|coordinates)|^problem\.(?:not-)?coordinates/, ['location']], [/^problem\.part-/, ['address', 'location']],
  [/^(?:check|done|button)\.pay$/, ['payment']], [/^(?:check|done|button)\.invite$/, ['invitations']], [/^task\./, ['tasks']], [/^look-up\./, ['look-ups']], [/^identity\.|^problem\.(sign-in-needed|identity-differs|invitation-(needed|answered))$/, ['identity']], [/^field\.words|^problem\.too-many-words$/, ['word-limits']], [/^field\.or$|^problem\.option-excludes$/, ['exclusive-options']], [/^problem\.option-gone$/, ['row-options', 'look-ups', 'option-rules']],
  [/^list\.|^check\.(?:column|row-in-row)$|^problem\.(?:too-(?:few|many)-rows|row-incomplete)$/, ['list']],
  [/^file\.|^problem\.(?:not-a-)?file(?:-|$)/, ['file']],
];
const kindsSaidOf = (key) => (/^problem\.[^.]+\./.test(key) ? [key.split('.')[1]] : saidOfKinds.find(([pattern]) => pattern.test(key))?.[1]);
const chosen = (catalog, choose) => Object.fromEntries(Object.entries(catalog).filter(([key]) => choose(kindsSaidOf(key))));
const ofEveryKind = (catalog) => chosen(catalog, (saidOf) => !saidOf);
const ofItsKinds = (catalog, kinds) => chosen(catalog, (saidOf) => saidOf?.some((kind) => kinds.has(kind)));
// Notes to translators and other remarks are not for the citizen's browser.
const wordsOnly = (catalog) => Object.fromEntries(Object.entries(catalog).filter(([key]) => !key.startsWith('$')));

// The statements are pages of their own; the engine never says them.
const withoutStatements = (catalog) => Object.fromEntries(Object.entries(catalog).filter(([key]) => !key.endsWith('-body')));

/** Path in the site → bytes. Written at the end: only what changed, and nothing left over from before. */
const files = new Map();
const add = (name, content) => files.set(name, Buffer.from(content));
const withoutBlanks = (json) => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, string) => string ?? '');
const addJson = (name, value) => add(name, JSON.stringify(value));

// ---- what there is ----
const site = readJson(folders.site, 'site.json');
const languages = site.languages.map((tag) => {
  const locale = readJson(folders.locales, `${tag}.json`);
  return { tag, locale, name: locale.name, direction: locale.direction };
});
const services = site.services.map((id) => {
  const definition = readText(folders.services, id, 'service.json');
  const { id: called, languages } = JSON.parse(definition);
  // What a browser keeps is called by the definition, what it asks for by the folder.
  if (called !== id) fail(`${path.join(folders.services, id)} holds the service “${called}”. Give the folder and the service the same name`);
  return { id, definition, languages: languages.filter((tag) => site.languages.includes(tag)) };
});
const allCodeLists = fs.existsSync(folders.lists) ? fs.readdirSync(folders.lists).filter((list) => fs.existsSync(path.join(folders.lists, list, 'code-list.json'))) : [];
const codeListFiles = allCodeLists.map((list) => `"${list}":${readText(folders.lists, list, 'code-list.json')}`).join();
// ---- words of the pages around: said by the engine itself, so that patterns mean the same here ----
const { openCore } = await import(pathToFileURL(path.join(root, 'web/core.js')));
const core = await openCore(await WebAssembly.compile(fs.readFileSync(folders.rehearsal)));
/** What the citizen's engine opens, from sources as JSON text: numbers in them are exact decimals, which JavaScript would round. @param {string} what whose problems are told */
function publish(what, sources) {
  const { pack, problems } = core.call({ call: 'publish', sources });
  const errors = problems.filter(({ severity }) => severity !== 'warning');
  if (errors.length > 0) fail(`${what}: ${errors.map(({ code, pointer, document, line }) => `${document ?? ''}:${line ?? ''} ${pointer ?? ''} ${code}`).join('; ')}. polku check says more.`);
  return JSON.parse(pack);
}
// What the services need is known when they are published.
for (const service of services) Object.assign(service, publish(`${service.id}/service.json`, `{"service":${service.definition},"code-lists":{${codeListFiles}}}`));
const wordsOfLists = ({ needs }, tag) => Object.assign({}, ...needs['code-lists'].map((list) => wordsOnly(readJson(folders.lists, list, `${tag}.json`))));
const kindsOf = ({ needs }) => new Set([...needs.kinds, ...needs.features]);
const kinds = new Set(services.flatMap(({ needs }) => needs.kinds));
const countries = new Set(services.flatMap(({ needs }) => needs.countries));
for (const { locale } of languages) {
  locale.territories = Object.fromEntries(Object.entries(locale.territories).filter(([code]) => countries.has(code)));
}
const catalogs = Object.fromEntries(languages.map(({ tag }) => {
  const words = readJsonIfThere(folders.words, `${tag}.json`);
  return [tag, {
    engine: ofEveryKind(citizensOnly(words)),
    site: wordsOnly(readJson(folders.site, `${tag}.json`)),
    web: wordsOnly(readJsonIfThere(root, 'i18n/web', `${tag}.json`)),
    services: Object.fromEntries(services.filter((service) => service.languages.includes(tag)).map((service) => [service.id, {
      ...ofItsKinds(citizensOnly(words), kindsOf(service)), ...wordsOfLists(service, tag), ...wordsOnly(readJson(folders.services, service.id, `${tag}.json`)),
    }])),
  }];
}));
for (const { tag, locale } of languages) core.addLanguage(JSON.stringify({ language: tag, locale, words: {} }));
const args = { ...site.contact };
const fallbackOf = (tag) => [tag, ...(site.fallback?.[tag] ?? []), site.languages[0], 'en'];

function pattern(tag, find) {
  for (const language of fallbackOf(tag)) {
    const found = catalogs[language] && find(catalogs[language]);
    if (found !== undefined) return { language, found };
  }
  return undefined;
}
function say({ tag }, key) {
  const web = pattern(tag, (catalog) => catalog.site[key] ?? catalog.web[key]);
  if (!web) return `[${key}]`;
  const answer = core.call({ call: 'format', language: web.language, pattern: web.found, args });
  return answer.text ?? fail(`${tag} ${key}: ${JSON.stringify(answer.problem)}`);
}
const ofService = (key) => ({ tag }, id) => pattern(tag, (catalog) => catalog.services[id]?.[key])?.found ?? '';

// ---- policy ----
const connectors = site.connectors ?? [];
const straight = connectors.filter((connector) => connector.via === 'browser');
for (const connector of straight) if (connector.authentication?.secret) fail(`the connector ${connector.id} would show a secret to every browser`);
const origins = [...new Set([...straight.map((connector) => connector.url), site.submissions ?? ''].filter((url) => /^https?:/.test(url)).map((url) => new URL(url).origin))];
const policyOf = (directives) => directives.map((directive) => directive.join(' ')).join('; ');
const directives = [
  ['default-src', "'none'"], ['script-src', "'self'", "'wasm-unsafe-eval'"], ['style-src', "'self'"], ['connect-src', "'self'", ...origins], ['img-src', "'self'"],
  ['base-uri', "'none'"], ['form-action', "'self'"], ['require-trusted-types-for', "'script'"], ['trusted-types', 'polku'],
];
const policy = policyOf(directives);  // in the page; what a page cannot say of itself comes only by header
const headerPolicy = policyOf([...directives, ['frame-ancestors', "'self'"]]);
add('csp.txt', `${headerPolicy}\n`);
// Read by several hosts of static files; others take csp.txt.
add('_headers', `/*\n  Content-Security-Policy: ${headerPolicy}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n`);

// ---- engine, shell, style ----
// The whole one is there for whoever embeds a service that is added later.
add('polku.wasm', fs.readFileSync(folders.wasm));
// The others lie beside it; of a test's own module there is only the one.
for (const service of services) service.engine = given.wasm ? 'polku.wasm' : `${service.needs.engine}.wasm`;
for (const name of new Set(services.map(({ engine }) => engine))) if (name !== 'polku.wasm') add(name, fs.readFileSync(path.join(path.dirname(folders.wasm), name)));
const shellWords = Object.fromEntries(fs.readdirSync(path.join(root, 'i18n/web')).filter((name) => name !== 'notes.json').map((name) => {
  const all = readJson(root, 'i18n/web', name);
  const needed = ['web.loading', 'web.failed.title', 'web.failed.body', 'web.try-again', 'web.phone'];
  return [path.basename(name, '.json'), Object.fromEntries(needed.map((key) => [key, all[key]]))];
}));
const bundle = await esbuild.build({
  entryPoints: [path.join(root, 'web/polku.js')], bundle: true, minify: true, format: 'esm', target: 'es2022', charset: 'utf8', write: false, legalComments: 'none',
  external: ['./files.js'],
  define: {
    POLKU_WORDS: JSON.stringify(shellWords), POLKU_HAS_FILES: String(kinds.has('file')),
    POLKU_ENGINES: JSON.stringify(Object.fromEntries(services.map(({ id, engine }) => [id, path.basename(engine, '.wasm')]))),
  },
  nodePaths: [path.join(root, 'node_modules')], logLevel: 'warning', absWorkingDir: root,
});
add('polku.js', bundle.outputFiles[0].contents);
// Loaded by the script above when a page lets a file be chosen.
if (kinds.has('file')) add('files.js', esbuild.transformSync(readText(root, 'web/files.js'), { minify: true, format: 'esm', target: 'es2022', legalComments: 'none' }).code);
for (const name of ['polku.css', 'page.css']) {
  if (!fs.existsSync(path.join(folders.styles, name))) {
    console.warn(`build-site: ${name} is missing, the pages will be plain`);
    add(name, '');
    continue;
  }
  const style = await esbuild.build({
    entryPoints: [path.join(folders.styles, name)], bundle: true, minify: true, write: false, charset: 'utf8', target: 'es2022', logLevel: 'warning', absWorkingDir: root,
  });
  add(name, style.outputFiles[0].contents);
}
// For the page (:root) and for the service in it (:host), whatever page that is.
add('theme.css', themeRules(site.theme ?? {}, ':root,:host'));
const brand = /^#[0-9a-f]{3,8}$/i.test(site.theme?.brand ?? '') ? site.theme.brand : '#0b5a54';
add('favicon.svg', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 42 48"><path fill="${brand}" d="M2 2h38v24c0 11-9 17-19 20C11 43 2 37 2 26z"/><path fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" d="M14 38c2-8 14-8 14-16s-12-7-12-13"/></svg>`);

// ---- site, languages, services ----
const siteFile = readText(folders.site, 'site.json');
const calendarFile = site.calendar ? readText(root, 'assets/calendars', `${site.calendar}.json`) : 'null';
addJson('site.json', {
  ...site, connectors: straight, sources: undefined, payments: undefined, 'x-engine': publish('site.json', `{"site":${siteFile},"calendar":${calendarFile}}`).site,
  'x-languages': Object.fromEntries(languages.map(({ tag, name, direction }) => [tag, { name, direction }])),
});
const ofLanguage = (tag, more) => JSON.stringify({ language: tag, numberingSystem: site.numberingSystem ?? {}, ...more });
for (const { tag, locale } of languages) {
  const shell = Object.fromEntries(['language-failed', 'restarted', ...(kinds.has('file') ? ['file-unreadable', 'file-not-kept'] : [])].map((name) => [name, pattern(tag, (catalog) => catalog.web[`web.${name}`]).found]));
  const { engine, site: words } = catalogs[tag];
  const made = publish(`${tag}.json`, ofLanguage(tag, { locale, words: { engine, site: withoutStatements(words) } }));
  addJson(`languages/${tag}.json`, { locale: made.locale, ...made.words, shell });
}
for (const service of services) {
  // The definition as it was written is what a submission's hash is of; a citizen's browser takes what was made of it.
  add(`services/${service.id}/service.json`, withoutBlanks(service.definition));
  addJson(`services/${service.id}/form.json`, service.form);
  for (const tag of service.languages) {
    addJson(`services/${service.id}/${tag}.json`, publish(`${service.id}/${tag}.json`, ofLanguage(tag, { words: { service: catalogs[tag].services[service.id] } })).words.service);
  }
}

// Beside a definition as it was written, as in the sources: with both its hash can be found again.
const codeLists = [...new Set(services.flatMap(({ needs }) => needs['code-lists']))];
for (const list of codeLists) add(`code-lists/${list}/code-list.json`, withoutBlanks(readText(folders.lists, list, 'code-list.json')));

// ---- pages ----
const has = (language, key) => key in catalogs[language.tag].site;
const common = { site, services, say, has, titleOf: ofService('service.title'), summaryOf: ofService('service.summary'), policy };
const named = (tags) => languages.filter(({ tag }) => tags.includes(tag));
add('index.html', listPage({ ...common, languages, current: languages[0], up: './' }));
add('404.html', notFoundPage({ ...common, languages, current: languages[0], up: '/' }));
for (const current of languages) add(`${current.tag}/index.html`, listPage({ ...common, languages, current, up: '../' }));
for (const service of services) {
  for (const current of named(service.languages)) {
    add(`${current.tag}/${service.id}/index.html`, servicePage({ ...common, languages: named(service.languages), current, service: service.id, up: '../../' }));
  }
}
for (const name of ['privacy', 'accessibility']) {
  const written = languages.filter((language) => has(language, `site.${name}-body`));
  for (const current of written) add(`${current.tag}/${name}.html`, statementPage({ ...common, languages: written, current, name, up: '../' }));
  if (written.length > 0) add(`${name}.html`, statementPage({ ...common, languages: written, current: written[0], name, up: './' }));
}
add('embed.html', embedPage({ ...common, languages, current: languages[0], service: services[0].id, up: './' }));

// ---- studio: the authors' ----
const lack = lacksForStudio(folders.studio);
if (lack) console.warn(`build-site: without studio.html: ${lack}`);
else await addStudio({ root, folders, site, straight, lists: codeLists, policy, add, titleOf: (id) => ofService('service.title')({ tag: 'en' }, id) || id });

// ---- manual: the authors' too; no citizen's page leads there ----
if (!given['without-manual']) {
  const trying = await openCore(await WebAssembly.compile(fs.readFileSync(folders.rehearsal)));
  await addManual({ root, core: trying, locales: folders.locales, styles: path.join(root, 'assets/styles'), add });
}

// ---- write ----
const manifest = {};
for (const [name, content] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
  manifest[name] = { bytes: content.length, sha256: crypto.createHash('sha256').update(content).digest('hex') };
}
const before = readJsonIfThere(folders.output, 'manifest.json');
for (const [name, content] of files) {
  const target = path.join(folders.output, name);
  if (before[name]?.sha256 === manifest[name].sha256 && [target, `${target}.br`, `${target}.gz`].every((file) => fs.existsSync(file))) {
    manifest[name].brotli = before[name].brotli;
    continue;
  }
  const packed = zlib.brotliCompressSync(content, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
  manifest[name].brotli = packed.length;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, content);
  // Beside it, for hosts that send what was compressed beforehand, as ours does; no host compresses this well while a citizen waits.
  fs.writeFileSync(`${target}.br`, packed);
  fs.writeFileSync(`${target}.gz`, zlib.gzipSync(content, { level: 9 }));
}
for (const name of Object.keys(before)) {
  if (files.has(name)) continue;
  for (const ending of ['', '.br', '.gz']) fs.rmSync(path.join(folders.output, name + ending), { force: true });
}
fs.writeFileSync(path.join(folders.output, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
console.log(`${files.size} files in ${path.relative(process.cwd(), folders.output) || '.'}`);
