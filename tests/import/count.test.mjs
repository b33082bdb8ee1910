// SPDX-License-Identifier: EUPL-1.2
// Nothing of the two cities' forms is lost unsaid: the importer's count of constructs is ours (count.mjs), what it does not carry over it names, each once and where it
// is, and of what does anything in its own form (idle.mjs) that is at most two in a hundred; what a form names and nobody defines it reports.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, describe, test } from 'node:test';
import { constructsOf, nameOf } from './count.mjs';
import { forms, none, outcomeOf, polku, skip } from './forms.mjs';
import { idleConstructs } from './idle.mjs';
import { brokenReferences, conditionsOf } from './places.mjs';
import { at, partsOf, stringsIn } from './pointers.mjs';

const rows = [];
function* questionsOf(questions) {
  for (const question of Object.values(questions)) {
    yield question;
    if (question.questions) yield* questionsOf(question.questions);
  }
}
const pad = (cells) => cells.map((cell, at_) => String(cell)[at_ === 0 ? 'padEnd' : 'padStart']([55, 9, 8, 11, 6, 11, 8, 6, 6, 6, 9][at_])).join(' ');
after(() => {
  if (rows.length > 0) console.log([pad(['form', 'questions', 'options', 'conditions', 'texts', 'constructs', 'carried', '%', 'idle', '% live', 'problems']), ...rows.map(pad)].join('\n'));
});

/** Keys of texts (`x.title`) that schema or uiSchema use and no translation defines. */
function undefinedTexts({ documents }) {
  const defined = new Set([0, 1].flatMap((number) => Object.keys(documents[`translations/${number}`].translations)));
  const paths = new Set([...stringsIn(documents['ui-schema'])].filter((one) => at(documents.schema, `/definitions/${one.split('.')[0]}`)));
  return [...stringsIn([documents.schema, documents['ui-schema']])].filter((one) => /^\w+(\.\w+)+$/.test(one) && !defined.has(one) && !paths.has(one));
}

for (const form of forms) {
  describe(`${form.city} ${form.name}`, () => {
    test('is imported, and polku check finds no error in it', () => {
      const { folder, report, said } = outcomeOf(form);
      assert.ok(report, said);
      assert.match(execFileSync(polku, ['check', folder], { encoding: 'utf8' }), /: 0 errors/);
    });

    test('every construct is carried over or named as a loss', () => {
      const { report, service, words } = outcomeOf(form);
      const constructs = new Set(constructsOf(form.documents).map(nameOf));
      assert.equal(report.constructs, constructs.size);
      const lost = report.losses.map(nameOf);
      none(lost.filter((one) => !constructs.has(one)), 'losses that are no construct of the form');
      none(lost.filter((one, number) => lost.indexOf(one) !== number), 'losses told twice');
      for (const loss of report.losses) assert.ok(loss.construct && loss.reason, JSON.stringify(loss));
      assert.equal(report.carried + report.losses.length, report.constructs);
      const questions = [...questionsOf(service.questions)];
      const texts = Object.values(words).reduce((sum, catalog) => sum + Object.keys(catalog).filter((key) => !key.startsWith('$')).length, 0);
      const idle = idleConstructs(form);
      none([...idle.keys()].filter((one) => !lost.includes(one)), 'called carried over, but they do nothing in the form itself');
      const share = (100 * report.carried) / report.constructs, live = (100 * report.carried) / (report.constructs - idle.size);
      rows.push([`${form.city} ${form.name}`, questions.length, questions.reduce((sum, { options }) => sum + (options?.length ?? 0), 0), conditionsOf(form.documents.schema).length, texts,
        report.constructs, report.carried, share.toFixed(1), idle.size, live.toFixed(1), report.problems.length]);
      const reasons = report.losses.reduce((sum, { reason }) => ({ ...sum, [reason]: (sum[reason] ?? 0) + 1 }), {});
      assert.ok(live >= 98, `only ${live.toFixed(1)} % are carried over; lost: ${JSON.stringify(reasons)}`);
      if (share >= 98) return;
      const whys = [...idle.values()].reduce((sum, why) => ({ ...sum, [why]: (sum[why] ?? 0) + 1 }), {});
      console.error(`!!! ${form.name}: ${share.toFixed(1)} % of all constructs; ${idle.size} do nothing in the form itself: ${Object.entries(whys).map(([why, count]) => `${count} × ${why}`).join(', ')}`);
    });

    test('every condition is told of, and every question it brings up is one of the service', () => {
      const { report, service } = outcomeOf(form);
      assert.deepEqual(report.conditions.map(({ pointer }) => pointer).sort(), conditionsOf(form.documents.schema).sort());
      const ids = new Set();
      const gather = (questions) => { for (const [id, one] of Object.entries(questions)) { ids.add(id); gather(one.questions ?? {}); } };
      gather(service.questions);
      for (const { pointer, questions } of report.conditions) assert.deepEqual(questions.filter((id) => !ids.has(id)), [], pointer);
      for (const { question } of report.answers) assert.ok(ids.has(question), question);
    });

    test('broken references are reported', () => {
      const { report } = outcomeOf(form);
      const told = (document, about, pointer) => report.problems.some((one) => one.document === document && (pointer === undefined || one.pointer.startsWith(pointer))
        && JSON.stringify([one.arguments, partsOf(one.pointer)]).includes(JSON.stringify(about)));
      const missed = brokenReferences(form).filter(({ document, pointer, about }) => !told(document, about, pointer));
      if (form.city === 'helsinki') {
        for (const key of undefinedTexts(form)) if (!told('schema', key) && !told('ui-schema', key)) missed.push({ about: key, why: 'used and defined nowhere' });
        const used = stringsIn([form.documents.schema, form.documents['ui-schema']]);
        for (const key of Object.keys(form.documents['translations/0'].translations)) if (!used.has(key) && !told('translations/0', key)) missed.push({ about: key, why: 'defined and unused' });
      }
      none(missed, 'broken references are not reported');
    });
  });
}

// These two lines are what scripts/test looks for: the forms were there and were imported.
for (const [city, suite, count] of [['helsinki', 'forms/helsinki-grants', 8], ['bratislava', 'forms/bratislava-konto', 9]]) {
  test(`${suite} was heard: ${count} forms`, { skip }, () => {
    const ofCity = forms.filter((form) => form.city === city);
    assert.equal(ofCity.length, count);
    for (const form of ofCity) assert.ok(outcomeOf(form).report, `${form.name} is not imported`);
  });
}
