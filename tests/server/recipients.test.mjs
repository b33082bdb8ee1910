// SPDX-License-Identifier: EUPL-1.2
// Each office gets its own part of a submission and nothing of another's; one that is not concerned gets nothing at all.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fill, post, root, startServer } from './server.mjs';

const site = path.join(root, 'assets/sites/koivuranta');
const answersOf = (service) => JSON.parse(fs.readFileSync(path.join(root, 'tests/scenarios/answers', `${service}.json`), 'utf8'));

let server;
before(async () => { server = await startServer(); });
after(() => server?.end());

/** What each recipient gets of these answers: {"<recipient>": what its delivery holds}. */
async function deliveriesOf(service, answers) {
  const submission = fill(path.join(root, 'assets/services', service), answers, { site, language: 'fi' });
  const response = await post(server.address, submission);
  const { reference } = await response.json();
  assert.equal(response.status, 201);
  const rows = JSON.parse(execFileSync('sqlite3', ['-readonly', '-json', path.join(server.data, 'polku.sqlite'), `SELECT recipient, body FROM deliveries WHERE reference = '${reference}'`], { encoding: 'utf8' }));
  return Object.fromEntries(rows.map(({ recipient, body }) => [recipient, JSON.parse(body)]));
}

test('who decides on a day-care place sees no income, and who decides on the fee no child’s health', async () => {
  const { 'day-care-office': place, 'client-fees': fees, ...others } = await deliveriesOf('day-care-application', answersOf('day-care-application'));
  assert.deepEqual(others, {});
  assert.equal(place.answers.children[0]['diet-what'], 'Kananmuna ja pähkinät');
  for (const secret of ['4200.00', '3950.50', '8165.50', '010594Y9021']) assert.ok(!JSON.stringify(place).includes(secret), secret);
  assert.deepEqual(fees.computed['total-fee'], { amount: '211.00', currency: 'EUR' });
  for (const secret of ['Kananmuna', 'Puheterapia', 'Eetu', '030323A919X']) assert.ok(!JSON.stringify(fees).includes(secret), secret);
});

test('each agency gets its own part of a new business', async () => {
  const all = await deliveriesOf('business-registration', answersOf('business-registration'));
  const own = { 'food-control': 'food-premises', 'health-protection': 'wellbeing-kinds', 'street-land': 'terraces', 'tobacco-licences': 'sales-places' };
  assert.deepEqual(Object.keys(all).sort(), ['business-desk', ...Object.keys(own)].sort());
  for (const [recipient, { answers }] of Object.entries(all)) {
    for (const [agency, part] of Object.entries(own)) assert.equal(part in answers, recipient === agency, `${recipient}: ${part}`);
    assert.equal('contact-hetu' in answers, !['business-desk', 'street-land'].includes(recipient), recipient);
  }
});

test('an agency that a new business does not concern gets nothing', async () => {
  const { does, 'wellbeing-kinds': kinds, 'wellbeing-customers': customers, 'wellbeing-starts': starts, 'sales-places': sales, terraces, 'own-control': control, ...cafe } = answersOf('business-registration');
  assert.ok(does && kinds && customers && starts && sales && terraces && control);
  assert.deepEqual(Object.keys(await deliveriesOf('business-registration', { ...cafe, does: ['food'] })).sort(), ['business-desk', 'food-control']);
});

test('each office gets its own part of a move, and only help with the notice sees age and old address', async () => {
  const all = await deliveriesOf('moving-to-town', answersOf('moving-to-town'));
  const own = { 'notice-help': 'old-address', 'early-education': 'care-for', 'waste-company': 'bin', 'parking-office': 'plate' };
  assert.deepEqual(Object.keys(all).sort(), ['newcomer-desk', ...Object.keys(own)].sort());
  for (const [recipient, { answers }] of Object.entries(all)) {
    for (const [office, part] of Object.entries(own)) assert.equal(part in answers, recipient === office, `${recipient}: ${part}`);
    assert.equal('children' in answers, ['notice-help', 'early-education'].includes(recipient), recipient);
    assert.equal(JSON.stringify(answers).includes('1985-03-27'), recipient === 'notice-help', recipient);
  }
});

test('who moves alone to a flat and needs nothing is known to the newcomers’ desk only', async () => {
  const { from, 'moves-on': day, 'new-address': address, 'mover-name': name, 'home-language': home, 'contact-language': language, phone } = answersOf('moving-to-town');
  const flat = { from, 'moves-on': day, notice: 'done', 'new-address': address, dwelling: 'in-company', possession: 'rent', 'mover-name': name, 'with-children': false, parking: false,
    'home-language': home, 'contact-language': language, phone };
  assert.deepEqual(Object.keys(await deliveriesOf('moving-to-town', flat)), ['newcomer-desk']);
});

test('environmental protection gets the place of a sauna on a shore, and not whose it is', async () => {
  const { 'environment-protection': environment, 'building-control': control, ...others } = await deliveriesOf('building-permit-enquiry', answersOf('building-permit-enquiry'));
  assert.deepEqual(others, {});
  assert.equal(control.answers.name, 'Mikko Koivu');
  assert.equal(environment.answers.area, '29.5');
  for (const secret of ['Mikko Koivu', '+358401234567', 'mikko@posti.example', 'Puukiuas']) assert.ok(!JSON.stringify(environment).includes(secret), secret);
});

test('on dry land only building control hears of a question', async () => {
  assert.deepEqual(Object.keys(await deliveriesOf('building-permit-enquiry', { ...answersOf('building-permit-enquiry'), shore: false })), ['building-control']);
});
