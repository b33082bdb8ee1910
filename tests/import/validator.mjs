// SPDX-License-Identifier: EUPL-1.2
// html-validate with the rules the components are held to (tests/render/html_validate.test.mjs); what an author's words may hold is left to the author.
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'long-title': 'off', 'no-trailing-whitespace': 'off', 'no-raw-characters': ['error', { relaxed: true }], 'valid-id': ['error', { relaxed: true }], 'tel-non-breaking': 'off',
    'prefer-native-element': 'error', 'no-inline-style': 'error', 'no-missing-references': 'error', 'input-missing-label': 'error',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
  },
}));

export async function faultsOf(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) => result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
