// SPDX-License-Identifier: EUPL-1.2
// `Carried over` means: where it is changed in the source, the imported service changes. Constructs drawn from what the report calls carried are changed one at a time
// and the form is imported again: service.json or a catalog must differ (notes of one's own and remarks apart, behaviourOf). Where a change makes a form that is none any more
// (mayBeRefused) it may be refused, in words, too. And the other way round: what is told as lost can be changed and nothing differs. POLKU_TEST_SCALE makes more; POLKU_TEST_SEED others.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constructsOf, nameOf } from './count.mjs';
import { forms, importBeside, none, outcomeOf, scale, skip } from './forms.mjs';
import { behaviourOf, mutationsOf } from './mutate.mjs';
import { at } from './pointers.mjs';
import { randomOf } from './random.mjs';

const seed = Number(process.env.POLKU_TEST_SEED ?? 2026);
const carriedCount = scale >= 10 ? Infinity : 300 * scale;
const lostCount = scale >= 10 ? Infinity : 60 * scale;
const everything = forms.flatMap((form) => constructsOf(form.documents).map((construct) => ({ form, construct })));
/** A loss told because it names a text that nobody defines would be none if it named another. */
const isUndefined = ({ form, construct }) => outcomeOf(form).report.losses.some((loss) => nameOf(loss) === nameOf(construct) && loss.reason === 'text-undefined');
const isLost = ({ form, construct }) => outcomeOf(form).report?.losses.some((loss) => nameOf(loss) === nameOf(construct)) ?? false;
const told = ({ form, construct }) => `${form.name} ${nameOf(construct)} ${JSON.stringify(at(form.documents[construct.document], construct.pointer)).slice(0, 80)}`;

const mayBeRefused = ['type', '$ref', 'definitions', '$defs', 'properties', 'allOf', 'items', 'required'];

const isTold = ({ form, construct }, entry) => outcomeOf(form).report.problems.some(({ document, pointer, arguments: about }) => document === construct.document && pointer.startsWith(construct.pointer) && JSON.stringify([about, pointer]).includes(String(entry)));

/** Two at a time: the machine may have no more. */
async function each(list, ask) {
  const left = [...list.entries()];
  const answers = [];
  const work = async () => { for (let next = left.shift(); next; next = left.shift()) answers[next[0]] = await ask(next[1], next[0]); };
  await Promise.all([work(), work()]);
  return answers;
}

/** 'same' | 'differs' | 'refused' | 'broken' (an end without words). */
async function compare(form, documents) {
  const before = behaviourOf(outcomeOf(form));
  const outcome = await importBeside(form, documents);
  if (outcome.report) return behaviourOf(outcome) === before ? 'same' : 'differs';
  return outcome.status === 1 && outcome.said.trim().length > 20 ? 'refused' : 'broken';
}

test('what is called carried over changes the service when it changes', { skip }, async () => {
  const random = randomOf(seed);
  const drawn = random.some(everything.filter((one) => !isLost(one)), carriedCount);
  const counts = { differs: 0, refused: 0 };
  const wrong = [];
  await each(drawn.map((one) => ({ ...one, mutations: mutationsOf(one.construct, one.form.documents, random) })), async (one) => {
    const tried = [];
    for (const { how, entry, documents } of one.mutations) {
      const result = await compare(one.form, documents);
      if (result === 'differs' || (result === 'refused' && mayBeRefused.includes(one.construct.keyword))) { counts[result] += 1; return; }
      tried.push(`${how}: ${result}`);
      // An entry without effect among others is told of as a problem of the form.
      if (entry !== undefined && !isTold(one, entry)) break;
    }
    wrong.push(`${told(one)} — ${tried.join('; ')}`);
  });
  console.log(`${drawn.length} of ${everything.length} constructs changed: ${counts.differs} change the service, ${counts.refused} are refused in words, ${wrong.length} change nothing`);
  assert.equal(drawn.length, Math.min(carriedCount, everything.filter((one) => !isLost(one)).length));
  none(wrong.sort(), 'carried and without effect');
});

test('what is told as lost changes nothing when it changes', { skip }, async () => {
  const random = randomOf(seed + 1);
  const drawn = random.some(everything.filter((one) => isLost(one) && !isUndefined(one)), lostCount);
  const wrong = [];
  await each(drawn.map((one) => ({ ...one, mutations: mutationsOf(one.construct, one.form.documents, random) })), async (one) => {
    for (const { how, documents } of one.mutations) {
      const result = await compare(one.form, documents);
      if (result !== 'same') { wrong.push(`${told(one)} — ${how}: ${result}`); return; }
    }
  });
  console.log(`${drawn.length} losses changed: ${wrong.length} change the service`);
  none(wrong.sort(), 'lost and with effect');
});
