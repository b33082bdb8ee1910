// SPDX-License-Identifier: EUPL-1.2
// Conditions flip as ajv says on the city's own schema. Data are made as a person could give them (instances.mjs); for each set, ajv says of every `if` whether it holds, and
// with that what is asked; the imported service, given the same answers through import.json, asks exactly that. 500 sets a form, 5,000 under --full. And of valid data
// one answer is taken away, any: both miss it or neither does.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { askedDifferently, missedDifferently } from './asking.mjs';
import { forms, none, outcomeOf, scale } from './forms.mjs';

// Required within a section that is itself not required: as data may leave the whole section out, Polku does not insist, and `polku import` says so (required-in-optional); the
// city's form always sends the section and does. To insist would take all meaning from what its schema says of sections.
const looser = [['kuva_projekti', '/grant_info_step/other_compensations_section/have_received_other_compensations']];
const sets = 500 * scale;
const never = [];
let conditions = 0;
after(() => conditions > 0 && console.log(never.length === 0 ? `all ${conditions} conditions were seen to hold and not to hold` : `of ${conditions} conditions never exercised: ${never.join(', ')}`));

for (const form of forms) {
  describe(`${form.city} ${form.name}`, () => {
    test(`asks what ajv says is asked, for ${sets} sets of data`, () => {
      const outcome = outcomeOf(form);
      assert.ok(outcome.report, outcome.said);
      const found = askedDifferently(form, outcome, sets);
      never.push(...found.never);
      conditions += found.conditions;
      none(found.wrong, 'differences');
    });

    test('an answer taken away is missed by both or by neither', () => {
      const outcome = outcomeOf(form);
      assert.ok(outcome.report, outcome.said);
      none(missedDifferently(form, outcome, 60 * scale).filter((one) => !looser.some(([name, place]) => form.name === name && one.startsWith(`${place} `))), 'differences');
    });
  });
}
