// SPDX-License-Identifier: EUPL-1.2
// The manual's chapters: plain Markdown, of which this much is read: # ## ### headings, paragraphs, "- " and "1. " lists, "> " notes, | tables |, fenced code,
// `code`, **strong**, *emphasis* and [links](place). A fence's first word is its language, the rest the name of the file it stands for; in an `edit` the first line
// becomes the second. tests/manual/chapters.test.mjs does all of it.
import { html } from '../site/html.mjs';
import { printCode } from './code.mjs';

export const slugOf = (words) => words.toLowerCase().replace(/`/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/** `code`, **strong**, *emphasis*, [words](address): addresses of other chapters end in .md where they are written and in .html where they are read. */
export function inline(words) {
  return words.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*|\[[^\]]+\]\([^)\s]+\))/).map((part) => {
    const link = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(part);
    if (link) return html`<a href="${link[2].replace(/\.md(?=#|$)/, '.html')}">${inline(link[1])}</a>`;
    if (/^`.+`$/.test(part)) return html`<code>${part.slice(1, -1)}</code>`;
    if (/^\*\*.+\*\*$/.test(part)) return html`<strong>${inline(part.slice(2, -2))}</strong>`;
    if (/^\*.+\*$/.test(part)) return html`<em>${inline(part.slice(1, -1))}</em>`;
    return html`${part}`;
  });
}

/** [{ kind, … }]: what the source is made of, block by block. */
export function blocksOf(source) {
  const blocks = [];
  const lines = source.split('\n');
  const last = (kind, make) => {
    if (blocks.at(-1)?.kind !== kind || blocks.at(-1).closed) blocks.push({ kind, ...make });
    return blocks.at(-1);
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    const fence = /^```(\S*)\s*(.*)$/.exec(line);
    const heading = /^(#{1,3}) (.+)$/.exec(line);
    const item = /^(?:- |\d+\. )(.*)$/.exec(line);
    if (fence) {
      const end = lines.indexOf('```', at + 1);
      if (end < 0) throw new Error(`line ${at + 1}: the fence is not closed`);
      blocks.push({ kind: 'code', language: fence[1], file: fence[2], text: lines.slice(at + 1, end).join('\n') });
      at = end;
    } else if (heading) blocks.push({ kind: 'heading', level: heading[1].length, text: heading[2] });
    else if (item) last(line.startsWith('- ') ? 'bullets' : 'numbers', { items: [] }).items.push(item[1]);
    else if (/^ {2,}\S/.test(line) && blocks.at(-1)?.items) blocks.at(-1).items.push(`${blocks.at(-1).items.pop()} ${line.trim()}`);
    else if (line.startsWith('> ')) last('note', { lines: [] }).lines.push(line.slice(2));
    else if (line.startsWith('|')) last('table', { rows: [] }).rows.push(line.split('|').slice(1, -1).map((cell) => cell.trim()));
    else if (line.trim() !== '') last('paragraph', { lines: [] }).lines.push(line);
    else if (blocks.length > 0) blocks.at(-1).closed = true;
  }
  return blocks;
}

const list = (items) => items.map((item) => html`<li>${inline(item)}</li>`);

function table([head, , ...rows]) {
  return html`<table><thead><tr>${head.map((cell) => html`<th scope="col">${inline(cell)}</th>`)}</tr></thead><tbody>${
    rows.map((row) => html`<tr>${row.map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`)}</tbody></table>`;
}

/** A line that becomes another. */
function edit(file, text) {
  const [before, after] = text.split('\n');
  return html`<figure class="file"><figcaption><code>${file}</code></figcaption><pre dir="ltr"><code><del>${before}</del>
<ins>${after}</ins></code></pre></figure>`;
}

const writers = {
  heading: ({ level, text }) => (level === 1 ? html`<h1>${inline(text)}</h1>` : level === 2 ? html`<h2 id="${slugOf(text)}">${inline(text)}</h2>` : html`<h3 id="${slugOf(text)}">${inline(text)}</h3>`),
  code: ({ language, file, text }) => (language === 'edit' ? edit(file, text) : printCode(text, { language, file })),
  bullets: ({ items }) => html`<ul>${list(items)}</ul>`,
  numbers: ({ items }) => html`<ol>${list(items)}</ol>`,
  note: ({ lines }) => html`<p class="remark">${inline(lines.join(' '))}</p>`,
  table: ({ rows }) => table(rows),
  paragraph: ({ lines }) => html`<p>${inline(lines.join(' '))}</p>`,
};

/** Html of a whole chapter. */
export const prose = (source) => blocksOf(source).map((block) => html`${writers[block.kind](block)}
`);

/** Of its first heading, without markup. */
export const titleOf = (source) => blocksOf(source).find(({ kind, level }) => kind === 'heading' && level === 1).text.replace(/[`*]/g, '');
