// SPDX-License-Identifier: EUPL-1.2
// Asks for everything at once. Addresses of services and words are relative to the site's file, those of engine and style to this script.
/** @import {PublicSite} from './types.js' */
/** @import {Loaded} from './shell.js' */

/** @type {RequestCache} */
let cache = 'default';

/** Files of two versions met: from now on nothing is taken from what the browser holds. */
export function distrustCache() {
  cache = 'reload';
  engines.clear();
}

/** @param {string | URL} url @returns {Promise<Response>} */
async function get(url) {
  const reply = await fetch(url, { cache });
  if (!reply.ok) throw new Error(`${reply.status} ${url}`);
  return reply;
}

/** @param {string | URL} url */
const text = async (url) => (await get(url)).text();

/** @type {Map<string, Promise<WebAssembly.Module>>} */
const engines = new Map();

/**
 * One module for all elements of a page whose services need the same. Which one that is was known when this script was built: asking the site
 * first would cost a round trip.
 * @param {string} service
 */
export function loadEngine(service) {
  const name = `${POLKU_ENGINES[service] ?? 'polku'}.wasm`;
  const engine = engines.get(name) ?? compile(new URL(name, import.meta.url));
  engines.set(name, engine);
  engine.catch(() => engines.delete(name));
  return engine;
}

/** @param {URL} url */
async function compile(url) {
  const reply = await get(url);
  // Hosts that do not know .wasm send it as something else; streaming refuses that.
  if (reply.headers.get('Content-Type')?.startsWith('application/wasm')) return WebAssembly.compileStreaming(reply);
  return WebAssembly.compile(await reply.arrayBuffer());
}

/** @type {Promise<CSSStyleSheet> | undefined} */
let style;

export function loadStyle() {
  style ??= text(new URL('polku.css', import.meta.url)).then(sheetOf);
  style.catch(() => { style = undefined; });
  return style;
}

/** @param {string} words a site's tokens */
export function sheetOf(words) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(words);
  return sheet;
}

/**
 * @param {string} service
 * @param {string} siteUrl
 * @param {string} wished a language tag
 * @returns {Promise<Loaded>}
 */
export async function load(service, siteUrl, wished) {
  /** @param {string} path */
  const at = (path) => new URL(path, siteUrl);
  /** @param {string} language */
  const wordsOf = (language) => Promise.all([text(at(`languages/${language}.json`)), text(at(`services/${service}/${language}.json`))]);

  const asking = {
    module: loadEngine(service),
    site: text(at('site.json')),
    // A site without its colours is still a site.
    theme: text(at('theme.css')).catch(() => ''),
    form: text(at(`services/${service}/form.json`)),
    words: wordsOf(wished),
  };
  // Awaited below; until then a failure of one must not be reported as unhandled while another is awaited.
  for (const one of Object.values(asking)) one.catch(() => {});

  /** @type {PublicSite} */
  const site = JSON.parse(await asking.site);
  const language = nearest(wished, site.languages);
  const [pack, serviceWords] = await (language === wished ? asking.words : wordsOf(language));
  const { locale, engine: engineWords, site: siteWords, shell } = JSON.parse(pack);
  const { 'x-engine': engineSite, 'x-languages': languages } = site;
  const tag = JSON.stringify(language);
  const warnings = { [language]: shell };
  return {
    warnings,
    module: await asking.module,
    site,
    theme: await asking.theme,
    siteUrl,
    service,
    language,
    pack: `{"form":${await asking.form},"site":${JSON.stringify(engineSite)},"languages":${JSON.stringify(languages)},`
      + `"locales":{${tag}:${JSON.stringify(locale)}},"words":{"engine":{${tag}:${JSON.stringify(engineWords)}},`
      + `"site":{${tag}:${JSON.stringify(siteWords)}},"service":{${tag}:${serviceWords}}}}`,
    async loadLanguage(other) {
      const [more, words] = await wordsOf(other);
      const parts = JSON.parse(more);
      warnings[other] = parts.shell;
      return `{"language":${JSON.stringify(other)},"locale":${JSON.stringify(parts.locale)},"words":{"engine":${JSON.stringify(parts.engine)},`
        + `"site":${JSON.stringify(parts.site)},"service":${words}}}`;
    },
  };
}

/** RFC 4647 lookup. @param {string} wished @param {string[]} offered */
export function nearest(wished, offered) {
  for (let tag = wished; tag !== ''; tag = tag.replace(/(?:^|-)[^-]*$/, '')) {
    const found = offered.find((one) => one.toLowerCase() === tag.toLowerCase());
    if (found) return found;
  }
  return offered[0] ?? 'en';
}
