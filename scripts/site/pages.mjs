// SPDX-License-Identifier: EUPL-1.2
// The pages around a service: masthead, footer, the list of services, the example of embedding.
import { blocks, html, inline } from './html.mjs';

const shield = html`<svg viewBox="0 0 42 48" aria-hidden="true"><path class="shield" d="M2 2h38v24c0 11-9 17-19 20C11 43 2 37 2 26z"/><path class="path" d="M14 38c2-8 14-8 14-16s-12-7-12-13"/></svg>`;

// One part in every language of the page, the others hidden; paint.js shows another when the person chooses it.
function inLanguages(languages, current, make) {
  return languages.map((language) => html`<span data-polku-language="${language.tag}" lang="${language.tag}" dir="${language.direction}"${
    language.tag === current.tag ? '' : html` hidden`}>${make(language)}</span>`);
}

function masthead({ languages, current, say, up, under, nav }) {
  return html`<header class="masthead"><div>${shield}<a class="name" href="${up}${current.tag}/">${inLanguages(languages, current, (language) => html`${say(language, 'site.name')}${
    under && html`<small>${under(language)}</small>`}`)}</a>${nav ?? ''}</div></header>`;
}

// A statement is a page of this site where the site's words hold it, else where site.json says.
function footer({ languages, current, say, has, site, up }) {
  const link = (language, name, url) => {
    const href = has(language, `site.${name}-body`) ? `${up}${language.tag}/${name}.html` : url && localised(url, language.tag);
    return href ? html`<a href="${href}">${say(language, `site.${name}`)}</a>` : '';
  };
  return html`<footer class="foot"><div>${inLanguages(languages, current, (language) => html`${link(language, 'privacy', site.privacy)}${
    link(language, 'accessibility', site.accessibility)}<span>${inline(say(language, 'site.contact'))}</span>`)}</div></footer>`;
}

// An address may be one for all languages, or one a language.
const localised = (url, tag) => (typeof url === 'string' ? url.replaceAll('{language}', tag) : url[tag] ?? Object.values(url)[0]);

function frame({ current, title, up, head = '', body, policy, alternates }) {
  return html`<!doctype html>
<html lang="${current.tag}" dir="${current.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<link rel="icon" href="${up}favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${up}page.css">
<link rel="stylesheet" href="${up}theme.css">
${alternates.map(({ tag, href }) => html`<link rel="alternate" hreflang="${tag}" href="${href}">
`)}${head}</head>
<body>
${body}
</body>
</html>
`.text;
}

export function servicePage(context) {
  const { current, up, service, services, languages, say, titleOf } = context;
  const words = (key) => say(current, key);
  const files = [services.find(({ id }) => id === service).engine, `polku.css`, `site.json`, `languages/${current.tag}.json`, `services/${service}/form.json`, `services/${service}/${current.tag}.json`];
  const head = html`<link rel="modulepreload" href="${up}polku.js">
${files.map((file) => html`<link rel="preload" href="${up}${file}" as="fetch" crossorigin>
`)}<script type="module" src="${up}polku.js"></script>
`;
  const body = html`<a class="skip" href="#main" data-polku-skip>${inLanguages(languages, current, (language) => say(language, 'web.skip'))}</a>
${masthead({ ...context, under: (language) => titleOf(language, service) })}
<main id="main" tabindex="-1">
<polku-service service="${service}" language="${current.tag}" site="${up}site.json" page><p class="sheet">${words('web.loading')}</p></polku-service>
<noscript><div class="sheet"><p>${words('web.no-script')}</p><p>${inline(words('site.contact'))}</p></div></noscript>
</main>
${footer(context)}`;
  return frame({
    ...context, head, body, title: `${titleOf(current, service)} – ${words('site.name')}`,
    alternates: languages.map(({ tag }) => ({ tag, href: `${up}${tag}/${service}/` })),
  });
}

export function listPage(context) {
  const { current, up, services, languages, say, titleOf, summaryOf } = context;
  const words = (key) => say(current, key);
  const nav = html`<nav aria-label="${words('web.language')}"><ul class="languages">${languages.map(({ tag, name, direction }) => html`<li><a href="${up}${tag}/" lang="${tag}" hreflang="${tag}" dir="${direction}"${
    tag === current.tag ? html` aria-current="true"` : ''}>${name}</a></li>`)}</ul></nav>`;
  const body = html`<a class="skip" href="#main">${words('web.skip')}</a>
${masthead({ ...context, languages: [current], nav })}
<main id="main" tabindex="-1"><div class="sheet"><h1>${words('web.services')}</h1>
<ul class="services">${services.filter((service) => service.languages.includes(current.tag)).map(({ id }) => html`<li><a href="${up}${current.tag}/${id}/">${titleOf(current, id)}</a><p>${summaryOf(current, id)}</p></li>
`)}</ul></div></main>
${footer({ ...context, languages: [current] })}`;
  return frame({ ...context, body, title: `${words('web.services')} – ${words('site.name')}`, alternates: languages.map(({ tag }) => ({ tag, href: `${up}${tag}/` })) });
}

// The privacy or accessibility statement.
export function statementPage(context) {
  const { current, up, name, languages, say } = context;
  const title = say(current, `site.${name}`);
  const body = html`<a class="skip" href="#main">${say(current, 'web.skip')}</a>
${masthead({ ...context, languages: [current] })}
<main id="main" tabindex="-1"><div class="sheet prose"><h1>${title}</h1>
${blocks(say(current, `site.${name}-body`))}</div></main>
${footer({ ...context, languages: [current] })}`;
  return frame({ ...context, body, title: `${title} – ${say(current, 'site.name')}`, alternates: languages.map(({ tag }) => ({ tag, href: `${up}${tag}/${name}.html` })) });
}

export function notFoundPage(context) {
  const { current, say } = context;
  const words = (key) => say(current, key);
  const body = html`${masthead({ ...context, languages: [current] })}
<main id="main"><div class="sheet"><h1>${words('web.not-found.title')}</h1><p>${words('web.not-found.body')}</p><p><a href="${context.up}${current.tag}/">${words('web.home')}</a></p></div></main>
${footer({ ...context, languages: [current] })}`;
  return frame({ ...context, body, title: `${words('web.not-found.title')} – ${words('site.name')}`, alternates: [] });
}

export function embedPage(context) {
  const { current, up, service, say } = context;
  const words = (key) => say(current, key);
  const lines = `<script type="module" src="https://services.example/polku.js"></script>\n<polku-service service="${service}"></polku-service>`;
  const body = html`<main id="main"><div class="sheet"><h1>${words('web.embed.title')}</h1><p>${words('web.embed.body')}</p><pre dir="ltr" tabindex="0"><code>${lines}</code></pre></div>
<polku-service service="${service}"></polku-service></main>`;
  const head = html`<script type="module" src="${up}polku.js"></script>
`;
  return frame({ ...context, head, body, title: words('web.embed.title'), alternates: [] });
}
