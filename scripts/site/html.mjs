// SPDX-License-Identifier: EUPL-1.2
// Markup of the pages around a service: tagged templates escape whatever is put in, except what was made here.

class Html {
  constructor(text) { this.text = text; }
  toString() { return this.text; }
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escape = (words) => String(words).replace(/[&<>"']/g, (sign) => entities[sign]);

function put(value) {
  if (value === undefined || value === null || value === false) return '';
  if (Array.isArray(value)) return value.map(put).join('');
  return value instanceof Html ? value.text : escape(value);
}

export const html = (parts, ...values) => new Html(parts.reduce((text, part, index) => text + put(values[index - 1]) + part));

/** For what our own renderer painted, which is markup and escaped already; never for words. */
export const alreadyMarkup = (text) => new Html(text);

// The inline markup of catalogs (src/messages/catalog.h): **strong** and [words](address) with https:, mailto:, tel: or a path.
export function inline(words) {
  return words.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)\s]+\))/).map((part) => {
    const strong = /^\*\*([^*]+)\*\*$/.exec(part);
    if (strong) return html`<strong>${strong[1]}</strong>`;
    const link = /^\[([^\]]+)\]\((https:[^)\s]+|mailto:[^)\s]+|tel:[^)\s]+|\/[^)\s]*)\)$/.exec(part);
    return link ? html`<a href="${link[2]}">${link[1]}</a>` : html`${part}`;
  });
}

// Its blocks too: paragraphs, "## heading", "- item" and "1. item" lists; lines of a paragraph stay lines.
export function blocks(words) {
  return words.split(/\n{2,}/).map((block) => {
    const lines = block.split('\n').filter(Boolean);
    if (lines.length === 0) return '';
    if (lines.every((line) => line.startsWith('- '))) return html`<ul>${lines.map((line) => html`<li>${inline(line.slice(2))}</li>`)}</ul>`;
    if (lines.every((line) => /^\d+\. /.test(line))) return html`<ol>${lines.map((line) => html`<li>${inline(line.replace(/^\d+\. /, ''))}</li>`)}</ol>`;
    if (lines[0].startsWith('## ')) return html`<h2>${inline(lines[0].slice(3))}</h2>${lines.length > 1 ? html`<p>${inline(lines.slice(1).join(' '))}</p>` : ''}`;
    return html`<p>${lines.map((line, index) => html`${index > 0 ? html`<br>` : ''}${inline(line)}`)}</p>`;
  });
}
