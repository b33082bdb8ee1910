// SPDX-License-Identifier: EUPL-1.2
// The manual's own words, assets/manual/en.json: nothing a person reads stands in code.
import fs from 'node:fs';
import path from 'node:path';

export function readTexts(root) {
  const texts = JSON.parse(fs.readFileSync(path.join(root, 'assets/manual/en.json'), 'utf8'));
  return (key, values = {}) => {
    if (typeof texts[key] !== 'string') throw new Error(`assets/manual/en.json has no ${key}`);
    return Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), texts[key]);
  };
}
