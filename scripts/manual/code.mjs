// SPDX-License-Identifier: EUPL-1.2
// JSON as people write it: what fits stands on one line. And how code is shown.
import { html } from '../site/html.mjs';

const widest = 76;

export function printJson(value, indent = 0, before = 0) {
  const line = JSON.stringify(value, null, 1)?.replace(/\n\s*/g, ' ').replace(/\[ /g, '[').replace(/ \]/g, ']');
  const isNested = value !== null && typeof value === 'object' && Object.keys(value).length > 0;
  if (!isNested || (line.length + indent + before <= widest && !/[\u0600-\u06FF]/.test(line))) return line;
  const inner = ' '.repeat(indent + 2);
  if (Array.isArray(value)) return `[\n${value.map((one) => inner + printJson(one, indent + 2)).join(',\n')}\n${' '.repeat(indent)}]`;
  const members = Object.entries(value).map(([name, one]) => `${inner}${JSON.stringify(name)}: ${printJson(one, indent + 2, name.length + 4)}`);
  return `{\n${members.join(',\n')}\n${' '.repeat(indent)}}`;
}

/** Lines that wrap go on a little further in than they began; their own blanks stay, for who copies them. */
export const inLines = (text) => text.split('\n').map((line) => {
  const blanks = /^ */.exec(line)[0].length;
  return html`<span class="line in-${Math.min(blanks - (blanks % 2), 12)}">${line}
</span>`;
});

/** A block of code; long lines wrap, so that nobody has to scroll sideways. */
export function printCode(text, { file = '', language = '', direction = 'ltr' } = {}) {
  const code = html`<pre dir="${direction}"${language === 'console' && html` class="console"`}><code>${inLines(text)}</code></pre>`;
  return file ? html`<figure class="file"><figcaption><code>${file}</code></figcaption>${code}</figure>` : code;
}

export const printJsonCode = (value, options) => printCode(printJson(value), { language: 'json', ...options });
