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

// The inline markup of catalogs (src/messages/catalog.h): **strong** and [words](address) with https:, mailto:, tel: or a path.
export function inline(words) {
  return words.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)\s]+\))/).map((part) => {
    const strong = /^\*\*([^*]+)\*\*$/.exec(part);
    if (strong) return html`<strong>${strong[1]}</strong>`;
    const link = /^\[([^\]]+)\]\((https:[^)\s]+|mailto:[^)\s]+|tel:[^)\s]+|\/[^)\s]*)\)$/.exec(part);
    return link ? html`<a href="${link[2]}">${link[1]}</a>` : html`${part}`;
  });
}
