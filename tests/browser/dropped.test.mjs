// SPDX-License-Identifier: EUPL-1.2
// Where each file that is dropped on the studio belongs, whole or broken, alone or in its folder.
import assert from 'node:assert/strict';
import test from 'node:test';
import { place } from '../../web/studio/dropped.js';

const now = { service: 'street-fault', site: 'koivuranta' };
const offered = (site) => (site === 'koivuranta' ? ['street-fault', 'resident-parking-permit'] : []);
const service = (id) => `{ "id": "${id}", "version": "1.0.0" }`;
const words = '{ "service.title": "Vikailmoitus" }';
const siteWords = '{ "site.name": "Koivuranta" }';
const calendar = '{ "id": "fi", "holidays": [] }';

// what is dropped → where it lies then, and what is walked
const cases = [
  ['a service of the same name', { 'service.json': service('street-fault') }, ['services/street-fault/service.json'], now],
  ['a service broken before its name', { 'service.json': '{ "id" ' }, ['services/street-fault/service.json'], now],
  ['a service broken after its name', { 'service.json': '{ "id": "street-fault", "version" ' }, ['services/street-fault/service.json'], now],
  ['another service of the site', { 'service.json': service('resident-parking-permit') }, ['services/resident-parking-permit/service.json'], { ...now, service: 'resident-parking-permit' }],
  ['a service no site has', { 'service.json': service('own') }, ['services/own/service.json'], { service: 'own', site: '' }],
  ['words alone', { 'sv.json': words }, ['services/street-fault/sv.json'], now],
  ['words of a language with a region', { 'zh-Hant-TW.json': words }, ['services/street-fault/zh-Hant-TW.json'], now],
  ['broken words', { 'sv.json': '{ "service.title": "Vik' }, ['services/street-fault/sv.json'], now],
  ['a site’s words alone', { 'sv.json': siteWords }, ['sites/koivuranta/sv.json'], now],
  ['a calendar', { 'fi.json': calendar }, ['calendars/fi.json'], now],
  ['a service with its words, one by one', { 'service.json': service('own'), 'fi.json': words }, ['services/own/service.json', 'services/own/fi.json'], { service: 'own', site: '' }],
  ['a folder of a service', { 'mine/service.json': service('own'), 'mine/fi.json': words, 'mine/scenarios/all.json': '{}', 'mine/README.md': '#' },
    ['services/own/service.json', 'services/own/fi.json'], { service: 'own', site: '' }],
  ['a folder of a site', { 'town/site.json': '{ "id": "town" }', 'town/fi.json': siteWords }, ['sites/town/site.json', 'sites/town/fi.json'], { service: 'street-fault', site: 'town' }],
  ['everything at once', { 'assets/services/own/service.json': service('own'), 'assets/services/own/fi.json': words, 'assets/sites/town/site.json': '{ "id": "town" }',
    'assets/sites/town/fi.json': siteWords, 'assets/calendars/fi.json': calendar },
  ['services/own/service.json', 'services/own/fi.json', 'sites/town/site.json', 'sites/town/fi.json', 'calendars/fi.json'], { service: 'own', site: 'town' }],
  ['a folder of a code list', { 'code-lists/languages/code-list.json': '{ "id": "languages", "codes": ["fi"] }', 'code-lists/languages/fi.json': words },
    ['code-lists/languages/code-list.json', 'code-lists/languages/fi.json'], now],
  ['nothing of the studio’s', { 'notes.txt': 'x', 'package-lock.json': '{}' }, [], now],
];

for (const [name, files, paths, walked] of cases) {
  test(`${name} has its place`, () => {
    const placed = place(Object.entries(files).map(([path, text]) => ({ path, words: text })), now, offered);
    assert.deepEqual(placed.writes.map(({ path }) => path), paths);
    assert.deepEqual({ service: placed.service, site: placed.site }, walked);
    assert.equal(placed.writes.length + placed.ignored.length, Object.keys(files).length, 'none is lost');
  });
}

test('nothing dropped can be written outside the author’s files', () => {
  const placed = place([{ path: '../../service.json', words: '{ "id": "../../etc" }' }, { path: '../../fi.json', words }], now, offered);
  for (const { path } of placed.writes) assert.match(path, /^services\/street-fault\/(service|fi)\.json$/);
});
