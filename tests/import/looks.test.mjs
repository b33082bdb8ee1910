// SPDX-License-Identifier: EUPL-1.2
// What was carried over of looks is seen: each member of the imported services that only says how a question or a group is drawn changes the pages when it is taken out or, where it
// says what would be without it, says something else.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { callAll } from './answers.mjs';
import { forms, outcomeOf, skip, temporary, today } from './forms.mjs';

const drawing = { width: ['small', 'tiny'], layout: ['row', 'list'], boxed: [], autocomplete: ['off'] };

/** Everything with such members in a service: its questions, and the groups of its pages. */
function* drawn(service) {
  const ofQuestions = function* (questions) {
    for (const question of Object.values(questions)) {
      yield [question.kind, question];
      yield* ofQuestions(question.questions ?? {});
    }
  };
  yield* ofQuestions(service.questions);
  for (const page of service.pages) for (const one of page.ask ?? []) if (typeof one === 'object') yield ['group', one];
}

function htmlOf(form, service) {
  const folder = path.join(temporary('looks'), 'services', path.basename(outcomeOf(form).folder));
  fs.cpSync(outcomeOf(form).folder, folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'service.json'), JSON.stringify(service));
  const [{ pages }] = callAll({ folder }, [{ call: 'pages', language: form.languages[0], today }], form.languages[0]);
  return pages.map(({ html }) => html).join('\n');
}

const met = new Map();
for (const form of forms) {
  const { service } = outcomeOf(form);
  for (const [kind, one] of service ? drawn(service) : []) {
    for (const member of Object.keys(drawing)) if (one[member] !== undefined) met.set(`${kind}: ${member} ${JSON.stringify(one[member])}`, [...(met.get(`${kind}: ${member} ${JSON.stringify(one[member])}`) ?? []), form]);
  }
}

for (const [name, where] of met) {
  test(`${name} is seen`, { skip }, () => {
    const [form] = where;
    const member = name.split(' ')[1];
    const before = htmlOf(form, outcomeOf(form).service);
    const seen = [undefined, ...drawing[member]].some((other) => {
      const changed = structuredClone(outcomeOf(form).service);
      for (const [kind, one] of drawn(changed)) if (`${kind}: ${member} ${JSON.stringify(one[member])}` === name) { if (other === undefined) delete one[member]; else one[member] = other; }
      return htmlOf(form, changed) !== before;
    });
    assert.ok(seen, `no page of ${form.name} looks different without it`);
  });
}
