// SPDX-License-Identifier: EUPL-1.2
// What a citizen's first load weighs: node scripts/print-sizes.mjs [SITE_FOLDER] [--service ID] [--language TAG]. Exit 1 beyond 150 kB brotli.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const LIMIT = 150_000;
const AIM = 100_000;
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { service: { type: 'string' }, language: { type: 'string' } } });
const folder = path.resolve(positionals[0] ?? path.join(root, 'build/site'));
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
const site = JSON.parse(fs.readFileSync(path.join(folder, 'site.json'), 'utf8'));

// The heaviest service and language unless named: the promise is for every citizen.
const weigh = (names) => names.reduce((sum, name) => sum + manifest[name].brotli, 0);
const filesOf = (service, language) => [
  ['engine', [/[\w-]+\.wasm/.exec(fs.readFileSync(path.join(folder, language, service, 'index.html'), 'utf8'))[0]]], ['interface', ['polku.js', 'polku.css', 'page.css', 'theme.css', 'favicon.svg', `${language}/${service}/index.html`]],
  ['site', ['site.json']], ['language', [`languages/${language}.json`]], ['service', [`services/${service}/form.json`, `services/${service}/${language}.json`]],
];
const loads = site.services.flatMap((service) => site.languages.filter((language) => manifest[`services/${service}/${language}.json`])
  .map((language) => ({ service, language, groups: filesOf(service, language) })))
  .filter((load) => (!values.service || load.service === values.service) && (!values.language || load.language === values.language))
  .map((load) => ({ ...load, total: weigh(load.groups.flatMap(([, names]) => names)) }))
  .sort((one, other) => other.total - one.total);
const heaviest = loads[0];

const row = (name, bytes, brotli) => `| ${name.padEnd(58)} | ${String(bytes).padStart(8)} | ${String(brotli).padStart(8)} |`;
console.log(`First load: ${heaviest.service}, ${heaviest.language} (the heaviest of ${loads.length})\n`);
console.log(`| ${'file'.padEnd(58)} | ${'bytes'.padStart(8)} | ${'brotli'.padStart(8)} |\n|${'-'.repeat(60)}|${'-'.repeat(9)}:|${'-'.repeat(9)}:|`);
for (const [group, names] of heaviest.groups) for (const name of names) console.log(row(`${group}: ${name}`, manifest[name].bytes, manifest[name].brotli));
const bytes = heaviest.groups.flatMap(([, names]) => names).reduce((sum, name) => sum + manifest[name].bytes, 0);
console.log(row('**together**', bytes, heaviest.total));
console.log(`\n${heaviest.total <= AIM ? 'Within the aim' : heaviest.total <= LIMIT ? 'Within the limit' : 'Beyond the limit'}: aim ${AIM}, limit ${LIMIT} bytes.`);
// The authors' studio is no citizen's load, but its weight is not hidden either.
const studio = Object.keys(manifest).filter((name) => name === 'studio.html' || name.startsWith('studio/'));
if (studio.length > 0) console.log(`Not counted, for authors: studio.html with everything it loads, ${weigh(studio)} bytes brotli.`);
const manual = Object.keys(manifest).filter((name) => name.startsWith('manual/'));
if (manual.length > 0) console.log(`Nor the manual, also for authors: ${manual.length} files, ${weigh(manual)} bytes brotli.`);
process.exitCode = heaviest.total <= LIMIT ? 0 : 1;
