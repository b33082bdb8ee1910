// SPDX-License-Identifier: EUPL-1.2
// The page on which answers are checked lists what the city's own summary lists (its snapshots of the same examples): the same steps, in them the same rows in the same order,
// with the same label and the same value shown; files by their names. Where the two may differ, differences.json says so one by one, with the reason.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { answersOf } from './answers.mjs';
import { bratislavaForms, none, outcomeOf, polku, readJson, root, skip, temporary, today } from './forms.mjs';

const { summaries } = readJson(path.join(root, 'tests/import/differences.json'));
const used = new Set();
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
/** What the city shows: nothing for what was left empty. */
function rowsWanted(summary, files) {
  const rows = [];
  const add = (node) => {
    if (node.type !== 'Field') { for (const one of node.children ?? []) add(one); return; }
    rows.push([node.label, ...node.displayValues.map(({ type, value, id }) => (type === 'File' ? files.find((one) => one.id === id)?.fileName ?? id : type === 'None' ? '' : value))]);
  };
  for (const step of summary.steps) { rows.push([`# ${step.title}`]); add(step); }
  return rows;
}
/** Several values stand in one line here, as a list in words; a text of several lines in several paragraphs. */
const lineOf = (values) => values.map((one) => one.replaceAll(/\s*\n\s*/g, '\n'));
const notGiven = readJson(path.join(root, 'i18n/sk.json'))['check.not-given'];
/** What was left empty is said to be empty. */
const isEmpty = (wanted, shown) => wanted.length === 2 && wanted[1] === '' && shown[1] === (notGiven.text ?? notGiven);
const same = (wanted, shown) => wanted[0] === shown[0] && (isEmpty(wanted, shown) || JSON.stringify(lineOf(wanted.slice(1))) === JSON.stringify(shown.slice(1)) || list.format(wanted.slice(1)) === shown[1] || lineOf(wanted.slice(1)).join('\n') === shown.slice(1).join('\n'));

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
        if (city && ours && same(city, ours)) continue;
        const difference = summaries.find((one) => one.example === example.name && JSON.stringify([one.city, one.ours]) === JSON.stringify([city, ours]));
        if (difference) used.add(difference);
        else wrong.push({ example: example.name, city, ours });
      }
      none(wrong, 'rows differ');
    });
  }
}

test('no difference is stated that is none', { skip }, () => {
  for (const one of summaries) {
    assert.ok(one.reason.length > 20, JSON.stringify(one));
    assert.ok(used.has(one), `differences.json: ${JSON.stringify(one)} is no difference any more`);
  }
});
