// SPDX-License-Identifier: EUPL-1.2
// Bratislava's own example data are accepted, and refused where one answer of them is spoiled (spoil.mjs) exactly as ajv with the city's formats refuses it: both or neither,
// and at the same place.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { answersOf, walkAll, withoutRows } from './answers.mjs';
import { judgeOf } from './formats.mjs';
import { bratislavaForms, none, outcomeOf, polku, skip, temporary, today } from './forms.mjs';
import { spoiledOf } from './spoil.mjs';

/** Only what is asked: what a form would have sent. */
function asked(walk, answers) {
  const names = new Set(walk.asked.map(withoutRows));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => names.has(id)));
}

/** Where ajv finds fault: paths of the data, that of what is missing included. */
const placesOf = (errors) => new Set(errors.filter(({ keyword }) => !['if', 'allOf', 'anyOf'].includes(keyword))
  .map(({ instancePath, keyword, params }) => (keyword === 'required' ? `${instancePath}/${params.missingProperty}` : instancePath)));

/** Both name the place, one of them a part of it or what it is a part of. */
const touches = (one, other) => one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

for (const form of bratislavaForms) {
  for (const example of form.examples) {
    describe(`${form.name}: ${example.name}`, () => {
      test('is accepted: filled, sent and verified', { skip }, () => {
        const outcome = outcomeOf(form);
        const isValid = judgeOf(form.documents.schema).getSchema('form');
        assert.ok(isValid(example.formData), `ajv refuses it: ${JSON.stringify(isValid.errors)}`);
        const answers = answersOf(outcome, example.formData, { files: example.serverFiles });
        const [walk] = walkAll(outcome, [answers], 'sk');
        assert.deepEqual(walk.problems.filter(({ severity }) => severity !== 'warning'), []);
        const home = temporary('submission');
        const write = (name, json) => { fs.writeFileSync(path.join(home, name), JSON.stringify(json)); return path.join(home, name); };
        const filled = JSON.parse(execFileSync(polku, ['fill', outcome.folder, '--answers', write('answers.json', asked(walk, answers)), '--language', 'sk', '--today', today, '--json'], { encoding: 'utf8' }));
        assert.ok(filled.complete, JSON.stringify(filled.problems));
        assert.match(execFileSync(polku, ['verify', outcome.folder, write('submission.json', filled.submission), '--today', today], { encoding: 'utf8' }), /^verified$/m);
      });

      test('is refused where ajv refuses it, each answer spoiled in turn', { skip }, () => {
        const outcome = outcomeOf(form);
        const isValid = judgeOf(form.documents.schema).getSchema('form');
        const questions = new Map();
        for (const { pointer, question } of outcome.report.answers) questions.set(question, pointer);
        const spoiled = spoiledOf(form.documents.schema, example.formData);
        const walks = walkAll(outcome, spoiled.map(({ data }) => answersOf(outcome, data, { files: example.serverFiles })), 'sk');
        const wrong = [];
        const counts = { accepted: 0, refused: 0 };
        for (const [number, { place, how, data }] of spoiled.entries()) {
          const ajv = isValid(data) ? [] : [...placesOf(isValid.errors)];
          const ours = walks[number].problems.filter(({ severity }) => severity !== 'warning').map(({ pointer }) => questions.get(withoutRows(pointer ?? '')) ?? pointer ?? '');
          const agree = ajv.length === 0 ? ours.length === 0 : ours.some((one) => ajv.some((other) => touches(one.replaceAll('/*', ''), other)));
          if (agree) { counts[ajv.length === 0 ? 'accepted' : 'refused'] += 1; continue; }
          wrong.push({ place, how, ajv, ours, codes: walks[number].problems.map(({ code }) => code) });
        }
        console.log(`${example.name}: ${spoiled.length} spoiled, both refuse ${counts.refused}, both accept ${counts.accepted}, ${spoiled.length - counts.refused - counts.accepted} differ`);
        none(wrong, 'verdicts differ');
      });
    });
  }
}
