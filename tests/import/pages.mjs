// SPDX-License-Identifier: EUPL-1.2
// Every page and state of an imported service in a language, natively and once a file of tests: as the engine finds them by walking with samples (rehearsal/enumerate.cpp),
// and each page that no sample leads to with data made from the city's schema that do.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { answersOf, callAll, walkAll, withoutRows } from './answers.mjs';
import { dataMaker } from './asking.mjs';
import { outcomeOf, polku, temporary, today } from './forms.mjs';

const known = new Map();
const ways = new Map();

/** Some valid sets of answers with what is asked for them: the same for every language. */
function waysThrough(form, outcome) {
  if (!ways.has(form.name)) {
    const maker = dataMaker(form, outcome, 11);
    const sets = Array.from({ length: 40 }, () => answersOf(outcome, maker.next().data));
    ways.set(form.name, walkAll(outcome, sets, form.languages[0]).map(({ asked }, number) => ({ answers: sets[number], asked: new Set(asked.map(withoutRows)) })));
  }
  return ways.get(form.name);
}

/** The page as a person sees it who answered so that it is asked; undefined: nobody does. */
function rendered(form, outcome, page, language) {
  const way = waysThrough(form, outcome).find(({ asked }) => !page.ask || page.ask.flatMap((one) => one.ask ?? one).some((id) => asked.has(id)));
  if (!way) return undefined;
  const file = path.join(temporary('answers'), 'answers.json');
  fs.writeFileSync(file, JSON.stringify(way.answers));
  const html = execFileSync(polku, ['render', outcome.folder, '--page', page.id, '--answers', file, '--language', language, '--format', 'html', '--today', today], { encoding: 'utf8', maxBuffer: 16 << 20 });
  return { name: `${page.id} answered`, address: page.id, kind: page.kind ?? 'question', title: page.id, language, direction: 'ltr', html };
}

/** [{name, address, kind, title, language, direction, html}] */
export function pagesOf(form, language) {
  const key = `${form.name} ${language}`;
  if (!known.has(key)) {
    const outcome = outcomeOf(form);
    assert.ok(outcome.report, outcome.said);
    const [{ pages }] = callAll(outcome, [{ call: 'pages', language, today }], language);
    assert.ok(pages?.length > 0, 'no page was found');
    const met = new Set(pages.map(({ address }) => address.split('/')[0]));
    const others = outcome.service.pages.filter(({ id }) => !met.has(id)).map((page) => rendered(form, outcome, page, language));
    known.set(key, [...pages, ...others.filter(Boolean)]);
  }
  return known.get(key);
}

/** What a reader of the language would miss: keys in brackets, elements in another language (those that offer the languages apart), headings and labels without words. */
export function wordsMissing(pages, language) {
  const wrong = new Set();
  for (const { name: whole, html } of pages) {
    const name = whole.replace(/\+\S*/, '');
    for (const [missing] of html.matchAll(/\[[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+\]/g)) wrong.add(`${name}: ${missing} is said nowhere`);
    for (const [element, other] of html.replaceAll(/<nav class="languages".*?<\/nav>/gs, '').matchAll(/<[^>]* lang="([^"]+)"[^>]*>[^<]*/g)) if (other !== language) wrong.add(`${name}: in ${other}: ${element.slice(0, 120)}`);
    for (const [empty] of html.matchAll(/<(h1|h2|legend|label|button|dt)\b[^>]*>\s*<\/\1>/g)) wrong.add(`${name}: empty ${empty}`);
  }
  return [...wrong];
}
