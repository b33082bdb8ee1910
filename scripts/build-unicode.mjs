// SPDX-License-Identifier: EUPL-1.2
// Packs the Unicode classes of patterns into a C++ table: node scripts/build-unicode.mjs OUTPUT
// A class is a list of ranges; each range is two variable-length numbers (seven bits a byte, lowest first, high bit: more follows):
// the gap since the last range ended, and its length less one. unicode_classes.cpp unpacks it.
import { createRequire } from 'node:module';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);
const classes = { letters: 'Letter', numbers: 'Number', upper_letters: 'Uppercase_Letter', lower_letters: 'Lowercase_Letter' };

const number = (value) => {
  const bytes = [];
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
};

const pack = (ranges) => {
  const bytes = [];
  let next = 0;
  for (const { begin, end } of ranges) {
    bytes.push(...number(begin - next), ...number(end - begin - 1));
    next = end;
  }
  return bytes;
};

const lines = ['// Made by scripts/build-unicode.mjs from @unicode/unicode-15.1.0.'];
for (const [name, category] of Object.entries(classes)) {
  const ranges = [...require(`@unicode/unicode-15.1.0/General_Category/${category}/ranges.js`)].sort((a, b) => a.begin - b.begin);
  const bytes = pack(ranges);
  lines.push(`constexpr unsigned char ${name}[] = {  // ${ranges.length} ranges, ${bytes.length} bytes`);
  for (let at = 0; at < bytes.length; at += 32) lines.push(`  ${bytes.slice(at, at + 32).join(',')},`);
  lines.push('};');
}
const output = process.argv[2];
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, lines.join('\n') + '\n');
