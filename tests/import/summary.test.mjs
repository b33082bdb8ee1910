// SPDX-License-Identifier: EUPL-1.2
// The page on which answers are checked lists what the city's own summary lists (its snapshots of the same examples): the same steps, in them the same rows in the same order,
// with the same label and the same value. A value may be written as Polku writes its kind everywhere, which is worked out here from the city's: a date with its month in words
// (nobody takes the day for the month), an account number in groups of four (ISO 13616), a file with its size, options in the order of the definition.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { answersOf } from './answers.mjs';
import { bratislavaForms, none, outcomeOf, polku, readJson, root, skip, temporary, today } from './forms.mjs';

const wordsOf = (html) => html.replaceAll(/<span class="visually-hidden">.*?<\/span>/g, '').replaceAll(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&').trim();

/** The page's headings and rows: [['# Step'], ['Label', 'value', …]]. */
function rowsShown(html) {
  const rows = [];
  for (const [, heading, term, value] of html.matchAll(/<h2[^>]*>(.*?)<\/h2>|<dt[^>]*>(.*?)<\/dt>\s*<dd class="value">(.*?)<\/dd>/gs)) {
    if (heading !== undefined) rows.push([`# ${wordsOf(heading)}`]);
    else rows.push([wordsOf(term), ...[...value.matchAll(/<(p|li)[^>]*>(.*?)<\/\1>/gs)].map(([, , words]) => wordsOf(words))]);
  }
  return rows;
}

const list = new Intl.ListFormat('sk');
const dayInWords = new Intl.DateTimeFormat('sk', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const size = '2\u00A0kB'; // of every file of the examples (answers.mjs)

/** What the city shows: nothing for what was left empty. */
function rowsWanted(summary, files) {
  const rows = [];
  const add = (node) => {
    if (node.type !== 'Field') { for (const one of node.children ?? []) add(one); return; }
    rows.push([node.label, ...node.displayValues.map(({ type, value, id }) => (type === 'File' ? `${files.find((one) => one.id === id)?.fileName ?? id}, ${size}` : type === 'None' ? '' : value))]);
  };
  for (const step of summary.steps) { rows.push([`# ${step.title}`]); add(step); }
  return rows;
}

/** The city's value as Polku writes it. */
function written(value) {
  const [, day, month, year] = value.match(/^(\d{1,2})\. (\d{1,2})\. (\d{4})$/) ?? [];
  if (year) return dayInWords.format(Date.UTC(year, month - 1, day));
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(value) ? value.match(/.{1,4}/g).join(' ') : value;
}
const plain = (values) => values.map((one) => one.replaceAll(/\s*\n\s*/g, '\n').replaceAll('\u00A0', ' '));
const notGiven = readJson(path.join(root, 'i18n/sk.json'))['check.not-given'];
/** What was left empty is said to be empty. */
const isEmpty = (wanted, shown) => wanted.length === 2 && wanted[1] === '' && shown[1] === (notGiven.text ?? notGiven);
/** Several values stand a line each, or in one line as a list in words; a text of several lines in several paragraphs; the size of a lone file below its name. */
function same(wanted, shown) {
  if (wanted[0] !== shown[0]) return false;
  const [city, ours] = [plain(wanted.slice(1).map(written)), plain(shown.slice(1))];
  const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  return isEmpty(wanted, shown) || isSame([...city].sort(), [...ours].sort()) || isSame([list.format(city)], ours) || isSame(city, [ours.join(', ')]) || isSame(city.join('\n').split('\n'), ours);
}

/** Rows of both beside each other by their labels, the longest run in common: what only one has stands alone. */
function alignedRows(wanted, shown) {
  const lengths = Array.from({ length: wanted.length + 1 }, () => new Array(shown.length + 1).fill(0));
  for (let one = wanted.length - 1; one >= 0; one -= 1) {
    for (let other = shown.length - 1; other >= 0; other -= 1) {
      lengths[one][other] = wanted[one][0] === shown[other][0] ? 1 + lengths[one + 1][other + 1] : Math.max(lengths[one + 1][other], lengths[one][other + 1]);
    }
  }
  const rows = [];
  let [one, other] = [0, 0];
  while (one < wanted.length || other < shown.length) {
    if (one < wanted.length && other < shown.length && wanted[one][0] === shown[other][0]) rows.push([wanted[one++], shown[other++]]);
    else if (other >= shown.length || (one < wanted.length && lengths[one + 1][other] >= lengths[one][other + 1])) rows.push([wanted[one++], null]);
    else rows.push([null, shown[other++]]);
  }
  return rows;
}

for (const form of bratislavaForms) {
  for (const example of form.examples) {
    test(`${example.name}: the same steps, rows and values`, { skip }, () => {
      const outcome = outcomeOf(form);
      assert.ok(outcome.report, outcome.said);
      const answers = path.join(temporary('answers'), 'answers.json');
      fs.writeFileSync(answers, JSON.stringify(answersOf(outcome, example.formData, { files: example.serverFiles })));
      const page = outcome.service.pages.find(({ kind }) => kind === 'check-answers').id;
      const html = execFileSync(polku, ['render', outcome.folder, '--page', page, '--answers', answers, '--language', 'sk', '--format', 'html', '--today', today], { encoding: 'utf8' });
      const shown = rowsShown(html);
      const wanted = rowsWanted(example.summary, example.serverFiles ?? []);
      const wrong = [];
      for (const [city, ours] of alignedRows(wanted, shown)) {
        if (!city || !ours || !same(city, ours)) wrong.push({ example: example.name, city, ours });
      }
      none(wrong, 'rows differ');
    });
  }
}
