// SPDX-License-Identifier: EUPL-1.2
// What the imported service asks beside what ajv says is asked, and what it misses beside what ajv misses; both give what differs, in words.
import assert from 'node:assert/strict';
import { answersOf, questionsOf, walkAll, withoutRows } from './answers.mjs';
import { judgeOf } from './formats.mjs';
import { computedIn, givenIn, isRequiredByWidget } from './helsinki.mjs';
import { makeData } from './instances.mjs';
import { conditionsOf, schemasOf } from './places.mjs';
import { replaced } from './pointers.mjs';
import { randomOf, seedOf } from './random.mjs';

/** Valid data, one after the other: makeData's. */
export function dataMaker(form, outcome, seed) {
  const judge = judgeOf(form.documents.schema);
  const isValid = judge.getSchema('form');
  const random = randomOf(seed);
  const leaves = new Set(outcome.report.answers.map(({ pointer }) => pointer));
  // A bound for everything made of one form: a mistake here must not keep the machine.
  const until = Date.now() + 240_000;
  const next = () => {
    assert.ok(Date.now() < until, `the data of ${form.name} take too long to make`);
    const made = makeData(form, judge, random, { leaves, give: givenIn(form, random), computed: computedIn(form) });
    assert.ok(isValid(made.data), `the data made are not valid: ${JSON.stringify(isValid.errors)}`);
    return made;
  };
  return { next, isValid, random, leaves };
}

const isError = ({ severity }) => severity !== 'warning';

/** {wrong: ["… (n times, e.g. …)"], never: conditions not seen both ways}. */
export function askedDifferently(form, outcome, sets) {
  const maker = dataMaker(form, outcome, seedOf(form.name));
  const tally = new Map(conditionsOf(form.documents.schema).map((pointer) => [pointer, [0, 0]]));
  const walks = Array.from({ length: sets }, () => {
    const { data, asked, seen } = maker.next();
    for (const { pointer, holds } of seen) tally.get(pointer)[Number(holds)] += 1;
    return { answers: answersOf(outcome, data), asked, seen: new Map(seen.map(({ pointer, holds }) => [pointer, holds])) };
  });
  const places = new Map();
  for (const { pointer, question } of outcome.report.answers) places.set(pointer, [...(places.get(pointer) ?? []), question]);
  const broughtUp = new Map();
  for (const condition of outcome.report.conditions) for (const id of condition.questions) broughtUp.set(id, [...(broughtUp.get(id) ?? []), condition]);
  const questions = questionsOf(outcome.service);
  const met = new Set();
  const wrong = new Map();
  const results = walkAll(outcome, walks.map(({ answers }) => answers), form.languages[0]);
  for (const [number, { asked: names, problems }] of results.entries()) {
    const walk = walks[number];
    const note = (what) => wrong.set(what, [(wrong.get(what)?.[0] ?? 0) + 1, wrong.get(what)?.[1] ?? JSON.stringify(walk.answers).slice(0, 300)]);
    assert.ok(names, JSON.stringify(problems).slice(0, 500));
    const asked = new Set(names.map(withoutRows));
    for (const [place, ids] of places) {
      if (ids.every((id) => Object.hasOwn(questions.get(id), 'calculate') || questions.get(id).kind === 'information')) continue; // nobody is asked
      const isAsked = ids.some((id) => asked.has(id));
      if (isAsked !== walk.asked.has(place)) note(`${place} is ${isAsked ? '' : 'not '}asked`);
    }
    for (const [id, conditions] of broughtUp) {
      if (!asked.has(id)) continue;
      met.add(id);
      if (!conditions.some(({ pointer, negated }) => walk.seen.get(pointer) === !negated)) note(`${id} is asked and none of the conditions holds that are said to bring it up`);
    }
    for (const { code, pointer, arguments: about } of problems.filter(isError)) {
      if (pointer && questions.has(withoutRows(pointer))) note(`valid data have the problem ${code} at ${withoutRows(pointer)} ${JSON.stringify(about ?? {}).slice(0, 80)}`);
    }
  }
  for (const id of broughtUp.keys()) if (!met.has(id)) wrong.set(`${id} is never asked`, [0, '']);
  return {
    wrong: [...wrong].map(([what, [times, example]]) => `${what} (${times} times, e.g. ${example})`),
    never: [...tally].filter(([, [no, yes]]) => no === 0 || yes === 0).map(([pointer, [no, yes]]) => `${form.name} ${pointer} (${yes} times true, ${no} times false)`),
    conditions: tally.size,
  };
}

function* leavesIn(value, path = '') {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) for (const [name, one] of Object.entries(value)) yield* leavesIn(one, `${path}/${name}`);
  else if (Array.isArray(value) && value.some((one) => one !== null && typeof one === 'object')) for (const [number, one] of value.entries()) yield* leavesIn(one, `${path}/${number}`);
  else yield path;
}
const templateOf = (path) => path.replaceAll(/\/\d+(?=\/|$)/g, '/*');

/** Of valid data one answer is taken away, any: what ajv and we do not both miss. */
export function missedDifferently(form, outcome, count) {
  const maker = dataMaker(form, outcome, seedOf(form.name) + 1);
  const places = new Map(outcome.report.answers.map(({ pointer, question }) => [question, pointer]));
  // What has a default is never missing: the form fills it in.
  const defaulted = new Set([...schemasOf(form.documents.schema)].filter(({ schema }) => schema.default !== undefined).map(({ path }) => path));
  const cases = [];
  for (let tries = 0; cases.length < count && tries < 10 * count; tries += 1) {
    const { data } = maker.next();
    const answered = [...leavesIn(data)].filter((path) => maker.leaves.has(templateOf(path)) && !defaulted.has(templateOf(path)));
    if (answered.length === 0) continue;
    const place = maker.random.one(answered);
    const without = replaced(data, place, undefined);
    const errors = maker.isValid(without) ? [] : maker.isValid.errors.filter(({ keyword }) => keyword === 'required').map(({ instancePath, params }) => templateOf(`${instancePath}/${params.missingProperty}`));
    if (isRequiredByWidget(form, templateOf(place))) errors.push(templateOf(place));
    cases.push({ place: templateOf(place), errors, answers: answersOf(outcome, without) });
  }
  const wrong = new Set();
  for (const [number, { problems }] of walkAll(outcome, cases.map(({ answers }) => answers), form.languages[0]).entries()) {
    const { place, errors } = cases[number];
    const missed = problems.filter((one) => isError(one) && places.has(withoutRows(one.pointer ?? ''))).map(({ pointer }) => places.get(withoutRows(pointer)));
    const agree = errors.length === 0 ? missed.length === 0 : missed.some((one) => errors.some((other) => one === other || one.startsWith(`${other}/`)));
    if (!agree) wrong.add(`${place} taken away: ajv misses ${JSON.stringify([...new Set(errors)])}, we miss ${JSON.stringify([...new Set(missed)])}`);
  }
  return [...wrong];
}
