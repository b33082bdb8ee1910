// SPDX-License-Identifier: EUPL-1.2
// Every service of the site, walked in the browser with the answers of tests/scenarios/answers, ends as one row that holds what `polku fill` makes of the same
// answers. Each is walked in another language; in all of them with POLKU_TEST_SCALE=10.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { root } from './driver.mjs';
import { answersOf, atAddress, fill, inServedWorld, keyboardOf, languages, services, walkTo } from './served.mjs';

const definitionOf = (service) => JSON.parse(fs.readFileSync(path.join(root, 'assets/services', service, 'service.json'), 'utf8'));
const withPoint = new Set(['en', 'ar']);

/** Answers as a person types them: {"<field>": text or [chosen…]}; rows by their place: "vehicles/1/plate", "children/2/week/1/days". */
function typedFrom(questions, answers, language, before = '') {
  const typed = {};
  const decimal = (number) => (withPoint.has(language) ? number : number.replace('.', ','));
  for (const [id, value] of Object.entries(answers)) {
    const place = before + id;
    switch (questions[id].kind) {
      case 'list':
        value.forEach((row, at) => Object.assign(typed, typedFrom(questions[id].questions, row, language, `${place}/${at + 1}/`)));
        break;
      case 'yes-no': typed[place] = [value ? 'yes' : 'no']; break;
      case 'consent': typed[place] = ['yes']; break;
      case 'one-of': typed[place] = [value]; break;
      case 'several-of': typed[place] = value; break;
      case 'date': [typed[`${place}/year`], typed[`${place}/month`], typed[`${place}/day`]] = value.split('-'); break;
      case 'month': [typed[`${place}/year`], typed[`${place}/month`]] = value.split('-'); break;
      case 'address': for (const [part, member] of [['street', 'street'], ['postal-code', 'postalCode'], ['town', 'town']]) typed[`${place}/${part}`] = value[member]; break;
      case 'location':
        typed[`${place}/description`] = value.properties.description ?? '';
        typed[`${place}/coordinates`] = value.geometry?.coordinates.toReversed().join(', ') ?? '';
        break;
      case 'money': typed[place] = decimal(value.amount); break;
      case 'number': typed[place] = decimal(String(value)); break;
      default: typed[place] = value;
    }
  }
  return typed;
}

const inAll = Number(process.env.POLKU_TEST_SCALE ?? 1) >= 10;
// Who answers by a link that somebody passed on: invitations.test.mjs.
const isByLink = (service) => Object.values(definitionOf(service)['look-ups'] ?? {}).some(({ invited }) => invited);
const walks = services.filter((service) => !isByLink(service)).flatMap((service, at) => (inAll ? languages : [languages[at % languages.length]]).map((language) => ({ service, language })));
for (const { service, language } of walks) {
  test(`${service} is walked to a stored submission in ${language}`, async () => {
    const answers = answersOf(service);
    await inServedWorld(async (world, server) => {
      const page = await world.open(`/${language}/${service}/`);
      await walkTo(page, 'check', typedFrom(definitionOf(service).questions, answers, language));
      await keyboardOf(page).button('submit');
      await atAddress(page, 'done');
      assert.deepEqual(server.rows().map(({ body }) => JSON.parse(body)), [fill(service, answers, { language }).submission]);
    });
  });
}
