// SPDX-License-Identifier: EUPL-1.2
// Seeds of the fuzz targets, taken out of what the tests have already: node tests/fuzz/seeds.mjs FOLDER → FOLDER/<target>/<number>
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const [folder] = process.argv.slice(2);
const read = (...parts) => fs.readFileSync(path.join(root, ...parts), 'utf8');
const json = (...parts) => JSON.parse(read(...parts));
const put = (target, seeds) => {
  const home = path.join(folder, target);
  fs.mkdirSync(home, { recursive: true });
  for (const [number, seed] of [...new Set(seeds)].entries()) fs.writeFileSync(path.join(home, String(number)), seed);
};
const services = fs.readdirSync(path.join(root, 'assets/services'));
const scenarios = fs.readdirSync(path.join(root, 'tests/scenarios/resident-parking-permit')).map((name) => json('tests/scenarios/resident-parking-permit', name));

put('reader', [...services.map((name) => read('assets/services', name, 'service.json')), ...services.map((name) => read('assets/services', name, 'ar.json')),
  '{"a":[1,-2.5e-3,"\\u00e4\\ud83d\\ude00",null,true,{}]}', '[0.1,1E+2,-0]', '"\\n\\/"', '{"a":1,"a":2}']);
put('rules', json('tests/rules/cases.json').map(({ rule, data = null }) => `${JSON.stringify(rule)}\n${JSON.stringify(data)}`));
put('messages', [...json('tests/messages/cases.json').map(({ pattern }) => pattern), ...services.flatMap((name) => Object.values(json('assets/services', name, 'fi.json')).filter((words) => typeof words === 'string'))]);
put('patterns', ['\\d{5}\n00100', '[A-ZÅÄÖ]{1,3}-\\d{1,3}\nKRT-482', '(a+)+b\naaaaaaaa', '\\p{L}+( \\p{Lu}\\p{Ll}*)?\nAino Koivu', '[^a-c\\s]|x?y*z{2,}\nzz', '(?:a|b|)\\.\\-\na.-', '[\\u00e4-ö]\nö']);
put('door', scenarios.map(({ language, today, steps }) => [
  { intent: 'begin', language, today, storage: 'device', seed: '0'.repeat(32), address: '' }, { outcome: 'recalled', id: 1, revision: 0 },
  ...steps.filter((step) => step.do && !['close', 'wait'].includes(step.do)).map(({ do: intent, ...more }) => ({ intent, ...more, ...(intent === 'submit' && { key: '0'.repeat(32) }) })),
  { outcome: 'kept', id: 9 }, { outcome: 'fetched', id: 12, status: 201, body: '{"receipt":1,"reference":"KOI-1"}' },
].map((line) => JSON.stringify(line)).join('\n')));
const filled = execFileSync(path.join(root, 'build/polku'), ['fill', 'assets/services/resident-parking-permit', '--site', 'assets/sites/koivuranta', '--answers',
  'tests/scenarios/answers/resident-parking-permit.json', '--language', 'fi', '--today', '2026-11-22', '--json'], { cwd: root, encoding: 'utf8' });
const { submission } = JSON.parse(filled);
const inParagraphs = { ...submission, answers: { ...submission.answers, more: 'Keväällä.\n\n\nSyksyllä.' } };
put('intake', [submission, inParagraphs].map((one) => JSON.stringify(one)));
