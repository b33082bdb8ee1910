// SPDX-License-Identifier: EUPL-1.2
// The page around everything in the manual: masthead, contents at the side where there is room, what comes before and after.
import { html } from '../site/html.mjs';

// Nothing of the manual runs, sends or loads anything but styles.
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

const link = (page, current) => html`<li><a href="${page.file}"${page.file === current && html` aria-current="page"`}>${page.title}</a></li>`;

/** `pages`: [{ file, title, part: "chapters" | "reference" | "schemas" | a file below which it stands }] in reading order. */
export function frame({ page, pages, body, t }) {
  const parts = ['chapters', 'reference', 'schemas'].map((part) => html`<h2>${t(part)}</h2><ul>${pages.filter((one) => one.part === part).map((one) => {
    const below = pages.filter((other) => other.part === one.file);
    const isOpen = one.file === page.file || below.some(({ file }) => file === page.file);
    return html`${link(one, page.file)}${isOpen && below.length > 0 && html`<li><ul>${below.map((other) => link(other, page.file))}</ul></li>`}`;
  })}</ul>`);
  const at = pages.findIndex(({ file }) => file === page.file);
  const [before, after] = [pages[at - 1], pages[at + 1]];
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${page.title === t('manual') ? page.title : `${page.title} – ${t('manual')}`}</title>
<link rel="icon" href="../favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="manual.css">
<link rel="stylesheet" href="../theme.css">
</head>
<body>
<a class="skip" href="#main">${t('skip')}</a>
<header class="masthead"><div><a class="name" href="index.html">${t('manual')}</a><a class="to-contents" href="index.html">${t('contents')}</a></div></header>
<div class="leaf${at < 0 && html` alone`}">
${at >= 0 && html`<nav class="contents" aria-label="${t('contents')}">${parts}</nav>`}
<main id="main" tabindex="-1">
${body}
<nav class="turn" aria-label="${t('turn')}">${before ? html`<a rel="prev" href="${before.file}"><small>${t('previous')}</small> ${before.title}</a>` : html`<span></span>`}${
  after && html`<a rel="next" href="${after.file}"><small>${t('next')}</small> ${after.title}</a>`}</nav>
</main>
</div>
<footer class="foot"><p>${t('made')}</p></footer>
</body>
</html>
`.toString();
}
