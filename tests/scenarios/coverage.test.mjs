// SPDX-License-Identifier: EUPL-1.2
// Every scenario passes, and together they touch every page, kind, problem code, operator and language there is. What is untouched is printed by name.
//   POLKU=build/polku node --test tests/scenarios/coverage.test.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { entries, kebab, read, root, scenarioFiles } from './scenarios.mjs';

const polku = path.resolve(root, process.env.POLKU ?? 'build/polku');
const { services } = JSON.parse(read('assets/sites/koivuranta/site.json'));
const definitions = Object.fromEntries(services.map((id) => [id, JSON.parse(read(`assets/services/${id}/service.json`))]));
const scenarios = scenarioFiles().map((file) => ({ file, ...JSON.parse(read(file)) }));

function replay(file) {
  try {
    return JSON.parse(execFileSync(polku, ['replay', '--assets', 'assets', '--json', file], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }));
  } catch (failure) {
    if (!failure.stdout) throw failure;
    return JSON.parse(failure.stdout);
  }
}

const touched = { codes: new Set(), kinds: new Set(), operators: new Set(), languages: new Set(), pages: new Set() };

function noteOperators(rule, known) {
  if (Array.isArray(rule)) rule.forEach((one) => noteOperators(one, known));
  else if (rule && typeof rule === 'object') {
    const names = Object.keys(rule);
    if (names.length === 1 && known.has(names[0])) touched.operators.add(names[0]);
    names.forEach((name) => noteOperators(rule[name], known));
  }
}

const operators = entries('src/rules/operators.inc', 'POLKU_OPERATOR').map(([, name]) => JSON.parse(name));
const codes = entries('src/problem/codes.inc', 'POLKU_CODE').map(([identifier]) => kebab(identifier));

// Those of its tasks too.
const pagesOf = (service) => definitions[service].pages.flatMap((one) => (one.task ? one.pages : [one]));

// A page of a list's rows is an address of its own: "cars/r2/engine" stands for the row page "engine".
function notePages(service, transcript) {
  const rowPages = (page) => (page.kind === 'list' ? definitions[service].questions[page.ask[0]].pages : []);
  for (const { address, kind } of transcript) {
    if (address === undefined || ['opening', 'returning', 'waiting', 'refused', 'read-only', 'forgotten'].includes(kind)) continue;
    const [id, row, rowPage] = address.split('/');
    const page = pagesOf(service).find((one) => one.id === id);
    touched.pages.add(`${service}: ${id}${row ? `/${rowPage ?? rowPages(page)[0].id}` : ''}`);
  }
}

test('there are at least sixty scenarios, each named as a promise', () => {
  assert.ok(scenarios.length >= 60, `${scenarios.length} scenarios`);
  const names = scenarios.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length, 'two scenarios promise the same');
});

for (const scenario of scenarios) {
  test(`${scenario.file.replace('tests/scenarios/', '')}: ${scenario.name}`, () => {
    const result = replay(scenario.file);
    result.touched.codes.forEach((code) => touched.codes.add(code));
    result.touched.kinds.forEach((kind) => touched.kinds.add(kind));
    notePages(scenario.service, result.transcript);
    const known = new Set(operators);
    touched.languages.add(scenario.language);
    for (const step of scenario.steps) {
      if (step.do === 'choose-language') touched.languages.add(step.language);
      if (step.call?.language) touched.languages.add(step.call.language);
      if (step.call?.call === 'evaluate') noteOperators(step.call.rule, known);
      // What no sample service asks yet is asked by a small one of the scenario's own.
      if (step.call?.call === 'walk') Object.values(step.call.service.questions).forEach(({ kind }) => touched.kinds.add(kind));
    }
    assert.deepEqual(result.failures, []);
    assert.equal(result.passed, true);
  });
}

function complete(what, wanted, seen) {
  const untouched = wanted.filter((one) => !seen.has(one));
  assert.deepEqual(untouched, [], `${untouched.length} of ${wanted.length} ${what} are touched by no scenario: ${untouched.join(', ')}`);
}

test('every page of every service is walked, rows, exits and confirmations too', () => {
  const pages = services.flatMap((id) => pagesOf(id).flatMap((page) => {
    const rows = page.kind === 'list' ? definitions[id].questions[page.ask[0]].pages.map((row) => `${id}: ${page.id}/${row.id}`) : [];
    return [`${id}: ${page.id}`, ...rows];
  }));
  complete('pages', pages, touched.pages);
});

test('every kind of question is asked or shown', () => {
  const kinds = [...new Set(JSON.parse(read('assets/schema/service-1.json')).$defs ? kindsOfSchema() : [])];
  assert.ok(kinds.length >= 14, `the schema names ${kinds.length} kinds`);
  complete('kinds', [...kinds, 'computed'], touched.kinds);
});

function kindsOfSchema() {
  const kinds = [];
  const look = (value) => {
    if (Array.isArray(value)) value.forEach(look);
    else if (value && typeof value === 'object') {
      if (typeof value.kind?.const === 'string') kinds.push(value.kind.const);
      Object.values(value).forEach(look);
    }
  };
  look(JSON.parse(read('assets/schema/service-1.json')));
  const pages = new Set(['start', 'question', 'exit', 'check-answers', 'confirmation']);
  return kinds.filter((kind) => !pages.has(kind));
}

test('every problem code is met', () => complete('codes', codes, touched.codes));

test('every operator of rules is used by a service or evaluated', () => {
  const known = new Set(operators);
  for (const definition of Object.values(definitions)) noteOperators([definition.questions, definition.pages], known);
  complete('operators', operators, touched.operators);
});

test('every language is spoken', () => {
  const site = JSON.parse(read('assets/sites/koivuranta/site.json'));
  complete('languages', site.languages, touched.languages);
  for (const language of site.languages) assert.ok(fs.existsSync(path.join(root, `i18n/${language}.json`)), language);
});
