// SPDX-License-Identifier: EUPL-1.2
// Every page of every imported service, in every language it has: reached, without a text that is missing, without a sentence of another language, and valid HTML. All pages
// are read; of each service and language some are validated, all of them under --full.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forms, none, outcomeOf, scale, skip } from './forms.mjs';
import { pagesOf, wordsMissing } from './pages.mjs';
import { randomOf } from './random.mjs';
import { faultsOf } from './validator.mjs';

const validated = scale >= 10 ? Infinity : 12;
const random = randomOf(Number(process.env.POLKU_TEST_SEED ?? 2026));
let read = 0, examined = 0;

for (const form of forms) {
  describe(`${form.city} ${form.name}`, () => {
    for (const language of form.languages) {
      test(`in ${language}: all words are there and in this language, and the HTML is valid`, { skip }, async () => {
        const pages = pagesOf(form, language);
        const wrong = new Set(wordsMissing(pages, language));
        read += pages.length;
        for (const { name, html } of validated === Infinity ? pages : random.some(pages, validated)) {
          examined += 1;
          for (const fault of await faultsOf(html)) wrong.add(`${name.split('+')[0]}: ${fault}`);
        }
        none([...wrong], 'faults');
      });
    }

    test('every page of it is reached', { skip }, () => {
      const met = new Set(pagesOf(form, form.languages[0]).map(({ address }) => address.split('/')[0]));
      none(outcomeOf(form).service.pages.map(({ id }) => id).filter((id) => !met.has(id)), 'pages are not reached');
    });
  });
}

test('pages were read', { skip }, () => {
  console.log(`${read} pages and states read, ${examined} validated`);
  assert.ok(read > 500);
});
