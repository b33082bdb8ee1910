// SPDX-License-Identifier: EUPL-1.2
// Would the judges find anything? An import with one thing wrong, planted here, is found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedDifferently, missedDifferently } from './asking.mjs';
import { forms, outcomeOf, skip } from './forms.mjs';
import { wordsMissing } from './pages.mjs';
import { behaviourOf } from './mutate.mjs';

const form = forms.find(({ name }) => name === 'predzahradky');

/** The outcome with a question of it changed: the first of which `is` is true. */
function withQuestion(is, change) {
  const outcome = outcomeOf(form);
  const service = structuredClone(outcome.service);
  const [id, question] = Object.entries(service.questions).find(([, one]) => is(one));
  service.questions[id] = change(question);
  return { ...outcome, service };
}
const without = (question, member) => Object.fromEntries(Object.entries(question).filter(([name]) => name !== member));

for (const [name, is, change] of [
  ['a condition turned round', (one) => one.when, (one) => ({ ...one, when: { '!': one.when } })],
  ['a condition forgotten', (one) => one.when, (one) => without(one, 'when')],
]) {
  test(`planted: ${name}`, { skip }, () => {
    assert.deepEqual(askedDifferently(form, outcomeOf(form), 40).wrong, []);
    assert.notDeepEqual(askedDifferently(form, withQuestion(is, change), 40).wrong, []);
  });
}

for (const [name, is, change] of [
  ['what must be answered need not be', (one) => one.kind === 'text' && one.required !== false, (one) => ({ ...one, required: false })],
  ['what need not be answered must be', (one) => ['file', 'text', 'long-text'].includes(one.kind) && one.required === false, (one) => without(one, 'required')],
]) {
  test(`planted: ${name}`, { skip }, () => assert.notDeepEqual(missedDifferently(form, withQuestion(is, change), 400), []));
}

test('planted: a note of one’s own is no change, a word is', { skip }, () => {
  const { service, words } = outcomeOf(form);
  const same = behaviourOf({ service, words });
  assert.equal(behaviourOf({ service: { ...service, 'x-note': 'size: medium' }, words: { sk: { ...words.sk, $meta: {} } } }), same);
  assert.notEqual(behaviourOf({ service, words: { sk: { ...words.sk, 'service.title': 'Other' } } }), same);
});

test('planted: a missing word, a sentence of another language, an empty heading', { skip }, () => {
  const page = (html) => wordsMissing([{ name: 'page', html: `<div lang="sk">${html}</div>` }], 'sk');
  assert.deepEqual(page('<nav class="languages"><a lang="en">English</a></nav><h1>Predzáhradky [1]</h1>'), []);
  for (const wrong of ['<p>[question.name.label]</p>', '<p lang="en">Name</p>', '<h1> </h1>']) assert.equal(page(wrong).length, 1, wrong);
});
