// SPDX-License-Identifier: EUPL-1.2
// A municipality that offers imported services: published and served by the real server, with its database in a folder of its own.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { startServer } from '../server/server.mjs';
import { localesFolder, rehearsalFile } from '../wasm/host.mjs';
import { outcomeOf, root, temporary } from './forms.mjs';

const words = {
  'site.name': 'Importované služby', 'site.short': 'Import', 'site.contact': '[{phone}](tel:+421212345678)', 'site.privacy': 'Ochrana údajov', 'site.accessibility': 'Prístupnosť',
};

/** {address, rows(), end()}: rows are the submissions stored, in their order. */
export async function serveImported(forms) {
  const assets = temporary('served');
  const languages = [...new Set(forms.flatMap((form) => form.languages))];
  const ids = forms.map((form) => path.basename(outcomeOf(form).folder));
  for (const form of forms) fs.cpSync(outcomeOf(form).folder, path.join(assets, 'services', path.basename(outcomeOf(form).folder)), { recursive: true });
  const site = path.join(assets, 'sites/imported');
  fs.mkdirSync(site, { recursive: true });
  fs.writeFileSync(path.join(site, 'site.json'), JSON.stringify({
    $schema: '../../../schema/site-1.json', id: 'imported', languages, timeZone: 'Europe/Bratislava', contact: { phone: '02 1234 5678', email: 'info@import.example', web: 'https://import.example' },
    privacy: '/privacy', accessibility: '/accessibility', theme: { brand: '#0b5a54' }, services: ids, submissions: '/api/submissions',
  }));
  for (const language of languages) fs.writeFileSync(path.join(site, `${language}.json`), JSON.stringify(words));
  const folder = temporary('published');
  execFileSync(process.execPath, ['scripts/build-site.mjs', '--site', site, '--services', path.join(assets, 'services'), '--rehearsal', rehearsalFile,
    '--wasm', process.env.POLKU_WASM ?? 'build/web/polku.wasm', '--locales', localesFolder, '--output', folder, '--without-manual'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const server = await startServer({ assets, site: folder });
  return {
    address: server.address, folder, ids, end: () => server.end(),
    rows: () => JSON.parse(execFileSync('sqlite3', ['-readonly', '-json', path.join(server.data, 'polku.sqlite'), 'SELECT body FROM submissions ORDER BY number'], { encoding: 'utf8', maxBuffer: 64 << 20 }) || '[]').map(({ body }) => JSON.parse(body)),
  };
}

/** Answers as a person of the language types them, by the names of fields; rows by their place. */
export function typedFrom(questions, answers, language, before = '') {
  const typed = {};
  const decimal = (number) => (language === 'en' ? String(number) : String(number).replace('.', ','));
  for (const [id, value] of Object.entries(answers)) {
    const place = before + id;
    switch (questions[id].kind) {
      case 'list': value.forEach((row, number) => Object.assign(typed, typedFrom(questions[id].questions, row, language, `${place}/${number + 1}/`))); break;
      case 'yes-no': typed[place] = [value ? 'yes' : 'no']; break;
      case 'consent': if (value) typed[place] = ['yes']; break;
      case 'one-of': typed[place] = [value]; break;
      case 'several-of': typed[place] = value; break;
      case 'date': [typed[`${place}/year`], typed[`${place}/month`], typed[`${place}/day`]] = value.split('-'); break;
      case 'year': typed[place] = String(value); break;
      case 'money': typed[place] = decimal(value.amount); break;
      case 'number': typed[place] = decimal(value); break;
      case 'file': break;
      default: typed[place] = value;
    }
  }
  return typed;
}
