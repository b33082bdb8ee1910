// SPDX-License-Identifier: EUPL-1.2
// Every expected file of every component is valid, accessible HTML as far as html-validate can tell; and it can tell: planted faults are found.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const components = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../src/render/html/components');
const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'long-title': 'off',
    'no-trailing-whitespace': 'off',  // in words of examples
    'no-raw-characters': ['error', { relaxed: true }],
    'valid-id': ['error', { relaxed: true }],
    'tel-non-breaking': 'off',        // words are an author's
    'prefer-native-element': 'error',
    'no-inline-style': 'error',
    'no-missing-references': 'error',
    'input-missing-label': 'error',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
  },
}));

const files = fs.readdirSync(components).flatMap((component) => {
  const folder = path.join(components, component, 'expected');
  return fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.html')).map((name) => path.join(folder, name)) : [];
});

async function faultsOf(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) => result.messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`));
}

test('there are examples', () => assert.ok(files.length >= 30, `${files.length}`));

for (const file of files) {
  test(path.relative(components, file), async () => assert.deepEqual(await faultsOf(fs.readFileSync(file, 'utf8')), []));
}

for (const [name, html] of Object.entries({
  'an input without a label': '<input type="text" id="a" name="a">',
  'an id twice': '<p id="a"></p><p id="a"></p>',
  'a style attribute': '<p style="color:red">x</p>',
  'a description that is not there': '<label for="a">A</label><input type="text" id="a" name="a" aria-describedby="b">',
  'a button of no type': '<button>x</button>',
  'an element where it may not be': '<ul><p>x</p></ul>',
})) {
  test(`planted: ${name}`, async () => assert.notDeepEqual(await faultsOf(html), []));
}
