// SPDX-License-Identifier: EUPL-1.2
// Node as a host of the engine: the same web/core.js the browser uses, with a pack read from files.
//
//   const core = await openEngine();                                     // build/web/polku.wasm, or POLKU_WASM
//   const calls = await openEngine(rehearsalFile);                        // with polku_call
//   call(calls, { call: 'evaluate', rule: { '+': [1, 2] } }).result;       // 3
//   core.open(await packOf({ site: 'assets/sites/koivuranta', service: 'assets/services/street-fault', languages: ['fi'] }));
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCore } from '../../web/core.js';

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
export const wasmFile = process.env.POLKU_WASM ?? path.join(root, 'build/web/polku.wasm');
export const localesFolder = process.env.POLKU_LOCALES ?? path.join(root, 'build/web/locales');

const read = (...parts) => fs.readFileSync(path.resolve(root, ...parts), 'utf8');
const readIfThere = (...parts) => (fs.existsSync(path.resolve(root, ...parts)) ? read(...parts) : '{}');

/** The module of tests and tools: the engine with polku_call and polku_rehearse. */
export const rehearsalFile = process.env.POLKU_REHEARSAL ? path.resolve(root, process.env.POLKU_REHEARSAL) : path.join(path.dirname(wasmFile), 'polku-rehearsal.wasm');

/** The engines without what some services do not use (form/engines.h), and the whole one. */
export const engineFile = (name) => path.join(path.dirname(wasmFile), `${name}.wasm`);
export const lighterEngines = ['polku-plain', 'polku-registers', 'polku-persons', 'polku-people', 'polku-projects'];

export async function loadModule(file = wasmFile) {
  return WebAssembly.compile(fs.readFileSync(file));
}

export async function openEngine(file = wasmFile) {
  return openCore(await loadModule(file));
}

/** One request of the command line's --lines. */
export const call = (core, request) => core.call(request);

/** The languages of the build's packs, for `format` and `decode`. */
export function addLanguages(core, languages) {
  for (const language of languages) {
    core.addLanguage(`{"language":${JSON.stringify(language)},"locale":${read(localesFolder, `${language}.json`)},"words":{}}`);
  }
}

/** What the JSON text of sources publishes to: what a citizen's engine opens. */
export async function publish(sources) {
  const { pack, problems } = (await openEngine(rehearsalFile)).call({ call: 'publish', sources });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return pack;
}

/** The JSON text of polku_open's argument. */
export const packOf = (given) => publish(sourcesOf(given));

/** The JSON text of what a pack is made of. Paths are relative to the repository. */
export function sourcesOf({ site, service, languages, calendar }) {
  const siteFile = JSON.parse(read(site, 'site.json'));
  const chosen = languages ?? siteFile.languages;
  const calendarFile = calendar ?? (siteFile.calendar && `assets/calendars/${siteFile.calendar}.json`);
  const each = (make) => `{${chosen.map((language) => `${JSON.stringify(language)}:${make(language)}`).join(',')}}`;
  const definition = read(service, 'service.json');
  const lists = [...new Set([...definition.matchAll(/"code-list"\s*:\s*"([a-z][a-z0-9-]*)"/g)].map(([, list]) => `assets/code-lists/${list}`))];
  const wordsOf = (language) => lists.length === 0 ? readIfThere(service, `${language}.json`)
    : JSON.stringify(Object.assign({}, ...[...lists, service].map((folder) => JSON.parse(readIfThere(folder, `${language}.json`)))));
  return `{"service":${definition},"code-lists":{${lists.map((list) => `"${list.split('/').pop()}":${read(list, 'code-list.json')}`)}},"site":${JSON.stringify(siteFile)},"calendar":${calendarFile ? read(calendarFile) : 'null'},`
    + `"locales":${each((language) => read(localesFolder, `${language}.json`))},"words":{"engine":${each((language) => readIfThere('i18n', `${language}.json`))},`
    + `"site":${each((language) => readIfThere(site, `${language}.json`))},"service":${each(wordsOf)}}}`;
}
