// SPDX-License-Identifier: EUPL-1.2
// From an accepted submission every single change is refused with its code and leaves the table as it was.
// Under the key of the accepted one every change is refused, whatever it is: the key is bound to the body. Under a key of its own a change is refused
// with the code of what it breaks. A few changes break nothing (another name is as good a name): the body is then another valid request, which only the
// key can tell from the first. Those are listed in `harmless`, and the receipt of each names another hash than the first.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fill, newKey, post, root, startServer } from './server.mjs';

const site = path.join(root, 'assets/sites/koivuranta');
const { services } = JSON.parse(fs.readFileSync(path.join(site, 'site.json'), 'utf8'));
const definitionOf = (service) => JSON.parse(fs.readFileSync(path.join(root, 'assets/services', service, 'service.json'), 'utf8'));
const answersOf = (service) => JSON.parse(fs.readFileSync(path.join(root, 'tests/scenarios/answers', `${service}.json`), 'utf8'));
const submissionOf = (service) => fill(path.join(root, 'assets/services', service), answersOf(service), { site, language: 'fi' });

let server;
before(async () => { server = await startServer(); });
after(() => server?.end());
/** Everything there is of submissions and deliveries: what must not change. */
const rows = () => execFileSync('sqlite3', ['-readonly', path.join(server.data, 'polku.sqlite'), 'SELECT reference, key, body_hash, body FROM submissions ORDER BY number; SELECT reference, key, body FROM deliveries ORDER BY reference'],
  { encoding: 'utf8', maxBuffer: 64 << 20 }).trimEnd().split('\n');
const table = () => `${rows().length} rows, ${crypto.createHash('sha256').update(rows().join('\n')).digest('hex')}`;

// ---- changing one thing ----

const at = (value, pointer) => pointer.split('/').slice(1).reduce((inner, step) => inner?.[step], value);
function set(submission, pointer, value) {
  const changed = structuredClone(submission);
  const steps = pointer.split('/').slice(1);
  const last = steps.pop();
  const parent = steps.reduce((inner, step) => inner[step], changed);
  if (value !== undefined) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return changed;
}
/** Every pointer of a value, parts before wholes. */
function pointers(value, pointer = '') {
  if (typeof value !== 'object' || value === null) return [pointer];
  return [...Object.keys(value).flatMap((name) => pointers(value[name], `${pointer}/${name}`)), ...(pointer ? [pointer] : [])];
}
const objects = (value, pointer = '') =>
  (typeof value !== 'object' || value === null ? [] : [...(Array.isArray(value) ? [] : [pointer]), ...Object.entries(value).flatMap(([name, inner]) => objects(inner, `${pointer}/${name}`))]);

/** The definition's question for a pointer below /answers, nested ones included. */
function questionAt(definition, pointer) {
  let questions = definition.questions;
  let found;
  for (const step of pointer.split('/').slice(2)) {
    if (!Number.isNaN(Number(step))) continue;
    // Parts of a value (amount, currency) belong to the question.
    found = questions?.[step] ?? found;
    questions = questions?.[step]?.questions;
  }
  return found;
}

const listsOf = (definition) => Object.keys(definition.questions).filter((id) => definition.questions[id].kind === 'list');
/** Listed below as a row that may go. */
const isHarmless = (service, row) => harmless[service].some(([pointer, value]) => pointer === row && value === undefined);

/** One digit or letter is another one. */
const otherText = (words) => words.slice(0, -1) + (words.endsWith('0') ? '1' : '0');

/** A value of another JSON type is `wrong-type`, unless the type is right and the value is not; several-of, money, an address and a place are one value. */
function codesOfOtherType(question, wrong) {
  if (['several-of', 'money', 'address'].includes(question.kind)) return ['wrong-type', 'answer-not-normal'];
  if (question.kind === 'location') return ['wrong-type', 'answer-not-normal', ...(typeof wrong === 'number' ? ['coordinates-outside'] : [])];
  if (question.kind === 'number' && typeof wrong === 'number') return Number.isInteger(wrong) ? ['below-minimum', 'wrong-type'] : ['not-an-integer', 'wrong-type'];
  if (typeof wrong === 'object' && wrong !== null && !Array.isArray(wrong)) return ['wrong-type', 'answer-unknown', 'missing-member', 'unknown-member'];
  return ['wrong-type'];
}

/** What each single change has to be refused with: [name, body, status, codes]: one of the codes is among the server's problems. */
function* changes(service) {
  const definition = definitionOf(service);
  const good = submissionOf(service);
  const change = (name, pointer, value, codes, status = 422) => [`${name} ${pointer}`, set(good, pointer, value), status, codes];

  // The head.
  for (const member of Object.keys(good)) yield change('removed', `/${member}`, undefined, ['missing-member']);
  for (const member of Object.keys(good.service)) yield change('removed', `/service/${member}`, undefined, ['missing-member']);
  for (const pointer of ['/site', '/service/id', '/service/version', '/service/hash', '/language', '/on']) {
    for (const [kind, value] of [['a number', 1], ['null', null], ['a list', []], ['an object', {}]]) yield change(`${kind} for`, pointer, value, ['wrong-type']);
  }
  for (const member of ['service', 'answers', 'computed', 'consents']) for (const value of ['x', 1, null, []]) yield change('no object', `/${member}`, value, ['wrong-type', 'missing-member']);
  yield change('other format', '/submission', 2, ['unknown-format-version']);
  yield change('other format', '/submission', 0, ['unknown-format-version']);
  yield change('no format', '/submission', '1', ['wrong-type']);
  yield change('other site', '/site', 'elsewhere', ['site-unknown']);
  yield change('other service', '/service/id', services.find((one) => one !== service), ['service-unknown']);
  yield change('the other service’s hash', '/service/hash', submissionOf(services.find((one) => one !== service)).service.hash, ['service-unknown']);
  yield change('other version', '/service/version', '1.0.1', ['definition-version-differs']);
  for (let digit = 0; digit < 64; digit += 7) {
    const { hash } = good.service;
    yield change(`digit ${digit} of`, '/service/hash', hash.slice(0, digit) + (hash[digit] === 'a' ? 'b' : 'a') + hash.slice(digit + 1), ['definition-unknown'], 409);
  }
  yield change('upper case', '/service/hash', good.service.hash.toUpperCase(), ['definition-unknown'], 409);
  yield change('language not offered', '/language', 'de', ['language-not-offered']);
  if (Object.keys(good.consents).length) for (const other of ['sv', 'en', 'ar']) yield change('a language the consent was not given in', '/language', other, ['consent-text-differs']);
  yield change('tomorrow', '/on', '2026-11-23', ['submission-in-future']);
  yield change('31 days ago', '/on', '2026-10-22', ['submission-too-old']);
  yield change('years ago', '/on', '2020-11-22', ['submission-too-old']);
  for (const words of ['22.11.2026', '2026-11-31', '2026-11-22T00:00:00Z', '']) yield change(`“${words}” for`, '/on', words, ['bad-date']);
  for (const pointer of ['', '/service']) yield change('unknown member', `${pointer}/more`, 'x', ['unknown-member']);

  // Answers.
  for (const pointer of pointers(good.answers, '/answers')) {
    if (pointer === '/answers') continue;
    const question = questionAt(definition, pointer);
    const value = at(good, pointer);
    const isPart = question.kind !== 'list' && questionAt(definition, pointer.slice(0, pointer.lastIndexOf('/'))) === question;
    // Parts of a value are taken from it in `broken`; an optional answer removed is `harmless`.
    const isRow = question.kind === 'list' && /\/\d+$/.test(pointer);
    if (isRow && !isHarmless(service, pointer)) {
      yield change('row removed', pointer, undefined, ['computed-differs', 'too-few-rows', 'not-valid', 'option-gone']);
    } else if (!isRow && !isPart && question.required !== false) {
      yield change('removed', pointer, undefined, [question.kind === 'list' ? 'too-few-rows' : 'missing']);
    }
    // A place in words alone has no geometry: that is harmless.
    const wrongs = [null, 7.5, [[]], { a: 1 }, -1].filter((wrong) => wrong !== null || !(question.kind === 'location' && pointer.endsWith('/geometry')));
    for (const wrong of wrongs) yield change(`${JSON.stringify(wrong)} for`, pointer, wrong, codesOfOtherType(question, wrong));
    if (typeof value === 'string') {
      for (const blank of [` ${value}`, `${value} `]) yield change('a blank with', pointer, blank, ['answer-not-normal', 'not-an-option', 'wrong-type', 'not-among', 'bad-amount']);
      yield change('empty', pointer, '', ['answer-not-normal', 'missing', 'part-missing', 'not-an-option', 'wrong-type', 'not-among', 'bad-amount']);
    }
    if (typeof value === 'boolean') yield change('as words', pointer, 'yes', ['answer-not-normal', 'wrong-type']);
    if (typeof value === 'number') yield change('as words', pointer, String(value), ['answer-not-normal', 'wrong-type']);
    if (question.kind === 'one-of') yield change('no option', pointer, 'none-of-them', ['not-an-option', 'answer-not-normal']);
  }
  for (const [pointer, value, ...codes] of broken[service]) yield change(`${JSON.stringify(value)} for`, pointer, value, codes);
  for (const [pointer, value] of hidden[service]) yield change('a hidden answer', pointer, value, ['answer-not-asked']);
  for (const where of ['/answers', ...listsOf(definition).flatMap((list) => objects(good.answers[list] ?? [], `/answers/${list}`))]) yield change('an unknown answer', `${where}/favourite-colour`, 'blue', ['answer-unknown', 'unknown-member']);
  for (const id of Object.keys(good.computed)) if (!listsOf(definition).includes(id)) yield change('a computed value among answers', `/answers/${id}`, good.computed[id], ['answer-not-asked', 'answer-unknown']);

  // Computed values.
  for (const pointer of pointers(good.computed, '/computed')) {
    if (pointer === '/computed') continue;
    const value = at(good, pointer);
    yield change('removed', pointer, undefined, ['computed-differs']);
    const others = { string: [otherText(`${value}`), '', ` ${value}`], number: [value + 1, String(value), value + 0.5], boolean: [!value, 'yes'], object: [Array.isArray(value) ? [...value, {}] : { ...value, more: 1 }] }[typeof value];
    for (const other of [...others, null]) yield change(`${JSON.stringify(other)} for`, pointer, other, ['computed-differs']);
  }
  yield change('a computed value nobody computes', '/computed/discount', { amount: '1.00', currency: 'EUR' }, ['computed-differs']);

  // Consents.
  for (const id of Object.keys(good.consents)) {
    // One that need not be given may be removed, but not what was computed from it or asked for it.
    yield change('removed', `/consents/${id}`, undefined, definition.questions[id].required === false ? ['computed-differs', 'answer-not-asked'] : ['consent-not-given', 'missing']);
    yield change('other text', `/consents/${id}/text`, otherText(good.consents[id].text), ['consent-text-differs']);
    for (const language of ['sv', 'de', '']) yield change('other language', `/consents/${id}/language`, language, ['consent-text-differs']);
    for (const member of ['text', 'language']) yield change('removed', `/consents/${id}/${member}`, undefined, ['consent-text-differs']);
    yield change('more', `/consents/${id}/more`, true, ['consent-text-differs']);
    for (const other of [true, null, 'yes', []]) yield change(`${JSON.stringify(other)} for`, `/consents/${id}`, other, ['consent-text-differs']);
    yield change('a consent among answers', `/answers/${id}`, true, ['answer-not-asked']);
  }
  yield change('a consent nobody asked for', '/consents/marketing', { text: '0'.repeat(64), language: 'fi' }, ['answer-unknown']);
  yield change('an answer among consents', '/consents/phone', { text: '0'.repeat(64), language: 'fi' }, ['answer-unknown']);

  // A name that stands twice, in every object, with the same value and with another.
  for (const pointer of objects(good)) {
    const whole = pointer ? at(good, pointer) : good;
    const [name] = Object.keys(whole);
    if (name === undefined) continue;
    const part = JSON.stringify(whole);
    for (const twice of [whole[name], 'other']) {
      const doubled = `${part.slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(twice)}}`;
      const body = pointer ? JSON.stringify(set(good, pointer, '@@')).replace('"@@"', () => doubled) : doubled;
      yield [`“${name}” twice in ${pointer || 'the body'}`, body, 400, ['json-repeated-name']];
    }
  }
  const body = JSON.stringify(good);
  yield ['cut short', body.slice(0, -1), 400, ['json-syntax']];
  yield ['something behind it', `${body}x`, 400, ['json-syntax']];
  yield ['a comma too many', `${body.slice(0, -1)},}`, 400, ['json-syntax']];
  yield ['two bodies', `${body}${body}`, 400, ['json-syntax']];
  yield ['in a list', `[${body}]`, 422, ['missing-member', 'wrong-type']];
  yield ['nothing', '', 400, ['json-syntax']];
}

/** Each option to every other valid one that changes the route or a computed value, and each value to one its question refuses. */
const broken = {
  'resident-parking-permit': [
    ['/answers/resident', false, 'not-eligible'],
    ['/answers/moved-in', '2027-02-01', 'date-too-late'], ['/answers/moved-in', '1919-12-31', 'date-too-early'], ['/answers/moved-in', '15.8.2023', 'answer-not-normal'],
    ['/answers/moved-in', '2023-02-29', 'answer-not-normal', 'date-not-real'],
    ['/answers/applicant', '131052-307T', 'identifier-checksum', 'answer-not-normal'], ['/answers/applicant', '131052-308t', 'answer-not-normal'], ['/answers/applicant', 'x', 'not-an-identifier', 'answer-not-normal'],
    ['/answers/name', 'a'.repeat(101), 'too-long'],
    ['/answers/vehicles/0/plate', 'krt-482', 'answer-not-normal'], ['/answers/vehicles/0/plate', 'KRT482', 'answer-not-normal'], ['/answers/vehicles/0/plate', 'ÄÄÄÄÄ-1', 'not-an-identifier', 'answer-not-normal'],
    ['/answers/vehicles/0/keeper', 'employer', 'missing'], ['/answers/vehicles/1/keeper', 'owner', 'answer-not-asked'], ['/answers/vehicles/1/keeper', 'holder', 'answer-not-asked'],
    ['/answers/vehicles/1/employer-id', '0112038-8', 'identifier-checksum', 'answer-not-normal'],
    ['/answers/vehicles/0/power', 'electric', 'answer-not-asked'],
    ...['petrol', 'diesel', 'gas', 'hybrid'].map((power) => ['/answers/vehicles/1/power', power, 'missing']),
    ['/answers/vehicles/0/emissions', 50, 'computed-differs'], ['/answers/vehicles/0/emissions', 0, 'computed-differs'], ['/answers/vehicles/0/emissions', 601, 'above-maximum'],
    ['/answers/vehicles/0/emissions', -1, 'below-minimum'], ['/answers/vehicles/0/emissions', 128.5, 'not-an-integer', 'answer-not-normal', 'wrong-type'],
    ['/answers/vehicles', [], 'too-few-rows', 'missing', 'answer-not-normal'],
    ['/answers/vehicles/2', { plate: 'ABC-1', keeper: 'owner', power: 'electric' }, 'computed-differs'],
    ['/answers/vehicles', Array(4).fill({ plate: 'ABC-1', keeper: 'owner', power: 'electric' }), 'too-many-rows'],
    ['/answers/vehicles', [{ plate: 'LUX-7', keeper: 'employer', 'employer-id': '0112038-9', power: 'electric' }, { plate: 'KRT-482', keeper: 'owner', power: 'petrol', emissions: 128 }], 'computed-differs'],
    ['/answers/valid-from', '2026-12-02', 'computed-differs'], ['/answers/valid-from', '2026-11-21', 'date-too-early'], ['/answers/valid-from', '2027-01-22', 'date-too-late'],
    ['/answers/decision-by-letter', ['email'], 'answer-not-asked'], ['/answers/decision-by-letter', ['sms'], 'answer-not-asked'], ['/answers/decision-by-letter', ['letter'], 'answer-not-asked'],
    ['/answers/decision-by-letter', ['sms', 'email'], 'answer-not-normal'], ['/answers/decision-by-letter', ['email', 'sms', 'sms'], 'answer-not-normal'],
    ['/answers/decision-by-letter', [], 'missing', 'too-few-chosen', 'answer-not-normal'], ['/answers/decision-by-letter', ['email', 'pigeon'], 'not-an-option', 'answer-not-normal'],
    ['/answers/decision-by-letter', 'email', 'wrong-type', 'answer-not-normal'],
    ['/answers/email', 'aino', 'not-an-email', 'answer-not-normal'], ['/answers/phone', '040 123 4567', 'answer-not-normal'], ['/answers/phone', '+1', 'not-a-phone', 'answer-not-normal'],
    ['/answers/more', 'a'.repeat(1001), 'too-long'],
  ],
  'street-fault': [
    ['/answers/danger', true, 'not-eligible'],
    ...['pothole', 'snow-ice', 'drain', 'traffic-sign', 'tree', 'litter', 'other'].map((category) => ['/answers/category', category, 'answer-not-asked']),
    ['/answers/lamps-out', 3, 'computed-differs'], ['/answers/lamps-out', 0, 'below-minimum'], ['/answers/lamps-out', 201, 'above-maximum'],
    ['/answers/lamp-number', 'x-1', 'pattern-mismatch', 'answer-not-normal'],
    ['/answers/description', 'Lyhyt', 'too-short'], ['/answers/description', 'a'.repeat(2001), 'too-long'],
    ['/answers/affects', ['cycling', 'walking'], 'answer-not-normal'], ['/answers/affects', ['flying'], 'not-an-option', 'answer-not-normal'], ['/answers/affects', [], 'answer-not-normal'],
    ['/answers/place-by', 'words', 'answer-not-asked'],
    ['/answers/latitude', '60.89', 'below-minimum'], ['/answers/latitude', '61.41', 'above-maximum'], ['/answers/latitude', '61.05230', 'answer-not-normal'], ['/answers/latitude', '61,0523', 'answer-not-normal'],
    ['/answers/latitude', 61.0523, 'wrong-type', 'answer-not-normal'], ['/answers/longitude', '+27.2031', 'answer-not-normal'], ['/answers/longitude', '2.72031e1', 'not-a-number'],
    ['/answers/noticed-on', '2026-11-23', 'date-too-late'], ['/answers/noticed-on', '2025-11-21', 'date-too-early'],
    ['/answers/damage', false, 'answer-not-asked'],
    ['/answers/damage-estimate/amount', '0.00', 'below-minimum'], ['/answers/damage-estimate/amount', '100000.01', 'above-maximum'], ['/answers/damage-estimate/amount', '180.5', 'answer-not-normal'],
    ['/answers/damage-estimate/amount', '180.500', 'answer-not-normal'], ['/answers/damage-estimate/amount', 180.5, 'wrong-type', 'answer-not-normal'], ['/answers/damage-estimate/currency', 'SEK', 'answer-not-normal'],
    ['/answers/damage-estimate/more', 1, 'answer-not-normal', 'unknown-member'], ['/answers/damage-estimate', '180.50', 'wrong-type', 'answer-not-normal'],
    ['/answers/contact-wish', false, 'answer-not-asked'],
    ['/answers/phone', '040 123 4567', 'answer-not-normal'],
  ],
  'neighbourhood-consultation': [
    ['/answers/plan', 'other', 'not-eligible'], ['/answers/plan', 'school-hill', 'not-eligible'], ['/answers/plan', 'station-quarter', 'answer-not-asked'],
    ['/answers/speaks-for', 'self', 'answer-not-asked'], ['/answers/authority', 'none', 'not-eligible'], ['/answers/organisation', 'a'.repeat(121), 'too-long'],
    ['/answers/topics', ['height', 'green'], 'answer-not-normal'], ['/answers/topics', ['weather'], 'not-an-option', 'answer-not-normal'], ['/answers/topics', [], 'missing', 'too-few-chosen', 'answer-not-normal'],
    ['/answers/opinion', 'Lyhyt', 'too-short'], ['/answers/opinion', 'a'.repeat(4001), 'too-long'], ['/answers/change', 'a'.repeat(5001), 'too-long'], ['/answers/change', Array(201).fill('puu').join(' '), 'too-many-words'],
    ['/answers/wishes', ['approval', 'position'], 'answer-not-normal'], ['/answers/wishes', undefined, 'answer-not-asked'], ['/answers/reply-by', 'letter', 'missing', 'computed-differs'],
    ['/answers/name', 'a'.repeat(101), 'too-long'], ['/answers/email', 'aino', 'not-an-email', 'answer-not-normal'], ['/answers/email', 'aino@posti.example', 'computed-differs'],
  ],
  'library-card': [
    ['/answers/need', 'first', 'answer-not-asked'], ['/answers/need', 'pin', 'not-eligible'], ['/answers/what-happened', 'worn', 'computed-differs'],
    ['/answers/holder', 'group', 'not-eligible'], ['/answers/address-in-finland', false, 'not-eligible'],
    ['/answers/born', '2011-11-22', 'not-valid'], ['/answers/born', '2026-11-23', 'date-too-late'], ['/answers/born', '1899-12-31', 'date-too-early'], ['/answers/born', '27.3.2014', 'answer-not-normal'],
    ['/answers/name', 'a'.repeat(101), 'too-long'], ['/answers/street-address', 'a'.repeat(101), 'too-long'], ['/answers/postal-town', 'a'.repeat(61), 'too-long'],
    ['/answers/guardian-elsewhere', false, 'answer-not-asked'], ['/answers/guardian-address', 'a'.repeat(161), 'too-long'],
    ['/answers/pickup-notice', 'letter', 'answer-not-asked'], ['/answers/due-notice', 'none', 'answer-not-asked'],
    ['/answers/phone', '040 123 4567', 'answer-not-normal'], ['/answers/email', 'aino', 'not-an-email', 'answer-not-normal'],
  ],
  'day-care-application': [
    ['/answers/lives-here', false, 'not-eligible'], ['/answers/at-school', true, 'not-eligible'], ['/answers/applicant-role', 'guardian', 'answer-not-asked'],
    ['/answers/applicant-hetu', '131052-308A', 'identifier-checksum', 'answer-not-normal'], ['/answers/fee-basis', 'highest', 'answer-not-asked'], ['/answers/partner', false, 'answer-not-asked'],
    ['/answers/minor-children', 0, 'below-minimum'], ['/answers/minor-children', 16, 'above-maximum'], ['/answers/minor-children', 2, 'computed-differs'],
    ['/answers/own-income/amount', '4200.01', 'computed-differs'], ['/answers/own-income/amount', '-0.01', 'below-minimum', 'answer-not-normal'], ['/answers/child-income', undefined, 'computed-differs'],
    ['/answers/maintenance-paid', undefined, 'computed-differs'],
    ['/answers/children/0/start-on', '2026-11-21', 'date-too-early'], ['/answers/children/0/start-on', '2028-11-22', 'date-too-late'], ['/answers/children/0/start-on', '2027-03-22', 'answer-not-asked'],
    ['/answers/children/1/start-on', '2027-03-21', 'missing'], ['/answers/children/0/sudden', false, 'computed-differs'], ['/answers/children/1/shift-care', false, 'missing'],
    ['/answers/children/0/care-time', 'short', 'computed-differs'], ['/answers/children/1/younger-siblings', 'none', 'not-valid'], ['/answers/children/1/younger-siblings', 'more', 'computed-differs'],
    ['/answers/children/0/week/0/days', ['mon', 'thu'], 'not-valid'], ['/answers/children/0/week/0/days', ['sat'], 'not-valid'], ['/answers/children/0/week/0/days', ['tue', 'mon'], 'answer-not-normal'],
    ['/answers/children/0/week/0/days', [], 'missing', 'too-few-chosen', 'answer-not-normal'], ['/answers/children/0/week/0/arrives', '24:00', 'not-a-time', 'answer-not-normal'],
    ['/answers/children/0/week/2', { days: ['sun'] }, 'missing'], ['/answers/children/0/week', [], 'too-few-rows', 'missing', 'answer-not-normal'],
    ['/answers/children/1/week', Array(8).fill({ days: ['mon'] }), 'too-many-rows'], ['/answers/children', Array(7).fill({}), 'too-many-rows'],
    ['/answers/children/0/diet', false, 'answer-not-asked'], ['/answers/children/0/support', false, 'answer-not-asked'], ['/answers/children/0/support-what', 'a'.repeat(1001), 'too-long'],
    ['/answers/wish-second', 'night-star', 'not-valid'], ['/answers/wish-second', undefined, 'answer-not-asked'], ['/answers/wish-third', 'bear-cub', 'not-valid'],
    ['/answers/email', 'mikko', 'not-an-email', 'answer-not-normal'],
  ],
  'business-registration': [
    ['/answers/where', 'elsewhere', 'not-eligible'], ['/answers/does', ['none'], 'not-eligible'], ['/answers/does', ['food', 'none'], 'option-excludes'], ['/answers/does', ['food'], 'answer-not-asked'],
    ['/answers/does', ['food', 'wellbeing', 'terrace', 'tobacco', 'animal-products'], 'not-eligible'], ['/answers/has-id', true, 'missing'], ['/answers/legal-form', 'sole-trader', 'answer-not-asked'],
    ['/answers/owners/0/signs-alone', false, 'not-valid'], ['/answers/owners', Array(6).fill({ 'owner-name': 'Aino', 'signs-alone': true }), 'too-many-rows'],
    ['/answers/food-premises/0/food-at-main', false, 'missing'], ['/answers/food-premises/1/food-at-main', true, 'answer-not-asked'], ['/answers/food-premises/0/food-activity', 'online', 'answer-not-asked'],
    ['/answers/food-premises/1/food-activity', 'shop', 'missing'], ['/answers/food-premises/0/food-area', 0, 'below-minimum'], ['/answers/food-premises/0/food-starts', '2026-11-21', 'date-too-early'],
    ['/answers/food-premises/0/food-starts', '2027-11-23', 'date-too-late'], ['/answers/food-premises/0/food-groups', [], 'too-few-rows', 'missing', 'answer-not-normal'],
    ['/answers/food-premises/0/food-groups', Array(9).fill({ 'food-group': 'meat', 'food-handling': ['stores'] }), 'too-many-rows'], ['/answers/food-premises/0/food-groups/2', {}, 'missing'],
    ['/answers/food-premises/0/food-groups/0/food-handling', ['serves', 'cooks'], 'answer-not-normal'], ['/answers/wellbeing-kinds', [], 'missing', 'too-few-chosen', 'answer-not-normal'],
    ['/answers/terraces/0/terrace-area', '24.25', 'not-a-multiple'], ['/answers/terraces/0/terrace-area', '24.50', 'answer-not-normal'], ['/answers/terraces/0/terrace-area', '25', 'computed-differs'],
    ['/answers/terraces/0/terrace-until', '2027-04-30', 'not-valid'], ['/answers/sales-places/0/sales-at-main', true, 'answer-not-asked'],
    ['/answers/sales-places/0/sales-points/2', { 'point-name': 'Kassa 3', 'point-products': ['tobacco'] }, 'computed-differs'],
  ],
  'moving-to-town': [
    ['/answers/from', 'koivuranta', 'not-eligible'], ['/answers/from', 'abroad', 'missing', 'answer-not-asked'], ['/answers/moves-on', '2026-12-16', 'computed-differs'],
    ['/answers/moves-on', '2025-11-21', 'date-too-early'], ['/answers/moves-on', '2027-11-23', 'date-too-late'], ['/answers/notice', 'self', 'answer-not-asked'],
    ['/answers/new-address/country', 'SE', 'answer-not-normal', 'not-among'], ['/answers/new-address/postalCode', '1', 'not-a-postal-code', 'answer-not-normal'],
    ['/answers/new-address/street', undefined, 'missing-member', 'part-missing', 'answer-not-normal', 'wrong-type'], ['/answers/dwelling', 'in-company', 'answer-not-asked', 'computed-differs'],
    ['/answers/possession', 'own', 'answer-not-asked'], ['/answers/mover-born', '2010-01-01', 'not-valid'], ['/answers/adults', 3, 'computed-differs'], ['/answers/adults', 0, 'below-minimum'],
    ['/answers/adults', 21, 'above-maximum'], ['/answers/with-children', false, 'answer-not-asked'], ['/answers/children/1/child-born', '2008-12-15', 'not-valid'],
    ['/answers/children/0/child-born', '2026-11-23', 'date-too-late'], ['/answers/children/0/child-born', '2019-12-15', 'not-valid'], ['/answers/children/0/child-name', 'Eeli', 'option-gone'],
    ['/answers/care-needed', false, 'answer-not-asked'], ['/answers/care-for', ['Oona Þórsdóttir'], 'not-valid'], ['/answers/care-for', ['Nobody'], 'option-gone'],
    ['/answers/care-for', ['Nur Þórsdóttir', 'Eetu Þórsson'], 'answer-not-normal'], ['/answers/care-for', [], 'missing', 'too-few-chosen', 'answer-not-normal'],
    ['/answers/care-month', '2026-10', 'date-too-early'], ['/answers/care-month', '2028-12', 'date-too-late'], ['/answers/waste-self', false, 'answer-not-asked', 'computed-differs'],
    ['/answers/bin', 'litres-140', 'answer-not-asked'], ['/answers/biowaste', 'own-bin', 'not-valid'], ['/answers/waste-from', '2026-11-21', 'date-too-early'],
    ['/answers/parking', false, 'answer-not-asked'], ['/answers/plate', 'krt-482', 'answer-not-normal'], ['/answers/home-language', 'tlh', 'not-an-option', 'answer-not-normal'],
    ['/answers/email', 'aino', 'not-an-email', 'answer-not-normal'],
  ],
  'building-permit-enquiry': [
    ['/answers/matter', 'demolish', 'not-eligible'], ['/answers/matter', 'started', 'not-eligible'], ['/answers/matter', 'change', 'missing', 'answer-not-asked'],
    ['/answers/site/geometry/coordinates', [24.9384, 60.1699], 'coordinates-outside', 'answer-not-normal'], ['/answers/property-id', '491312', 'pattern-mismatch', 'answer-not-normal'],
    ['/answers/new-kind', 'shelter', 'answer-not-asked'], ['/answers/area', '30', 'computed-differs'], ['/answers/area', '0.4', 'below-minimum'], ['/answers/volume', '120', 'computed-differs'],
    ['/answers/cooker', true, 'computed-differs'], ['/answers/description', 'Lyhyt', 'too-short'], ['/answers/starts', '2026-10', 'date-too-early'], ['/answers/starts', '2031-12', 'date-too-late'],
    ['/answers/role', 'owner', 'answer-not-asked'], ['/answers/answer-by', 'email', 'answer-not-asked'], ['/answers/answer-days', ['thu', 'tue'], 'answer-not-normal'],
    ['/answers/answer-from', '15:01', 'time-too-late'], ['/answers/answer-from', '08:59', 'time-too-early'], ['/answers/answer-from', '13.30', 'answer-not-normal'],
    ['/answers/phone', '040 123 4567', 'answer-not-normal'], ['/answers/email', 'mikko', 'not-an-email', 'answer-not-normal'],
  ],
};

/** Answers to questions that are not asked on this way. */
const hidden = {
  'resident-parking-permit': [['/answers/vehicles/0/employer-id', '0112038-9'], ['/answers/vehicles/1/emissions', 0]],
  'street-fault': [['/answers/pothole-size', 'hand'], ['/answers/winter-trouble', 'slippery'], ['/answers/winter-slip', true], ['/answers/water-on-street', true], ['/answers/sign-name', 'STOP'],
    ['/answers/tree-across', false], ['/answers/place-words', 'Rantakatu 4']],
  'neighbourhood-consultation': [['/answers/relation', ['lives']], ['/answers/named', true], ['/answers/street-address', 'Rantakatu 4'], ['/answers/postal-town', '50100 Koivuranta']],
  'library-card': [], // its answers take the way on which everything is asked
  'day-care-application': [['/answers/children/1/sudden', true], ['/answers/children/1/diet-what', 'Maito'], ['/answers/children/1/support-what', 'Tulkki']],
  'business-registration': [['/answers/business-id', '0112038-9'], ['/answers/food-premises/0/food-address', 'Rantakatu 1'], ['/answers/food-premises/1/food-area', 5]],
  'moving-to-town': [['/answers/may-live-here', true]],
  'building-permit-enquiry': [['/answers/protected', 'no'], ['/answers/changes', ['use']], ['/answers/built', '1962'], ['/answers/height', '12'], ['/answers/advert-size', '1']],
};

/** Changes that make another valid request: nothing but the key ties them to the first. */
const harmless = {
  'resident-parking-permit': [
    ['/answers/zone', 'centre'], ['/answers/zone', 'station'], ['/answers/moved-in', '2023-08-16'], ['/answers/applicant', '010594Y9021'], ['/answers/name', 'Aino Virtanen'],
    ['/answers/street-address', 'Rantakatu 5'], ['/answers/vehicles/0/plate', 'KRT-483'], ['/answers/vehicles/0/keeper', 'holder'], ['/answers/vehicles/0/power', 'diesel'],
    ['/answers/vehicles/0/power', 'gas'], ['/answers/vehicles/0/power', 'hybrid'], ['/answers/vehicles/0/emissions', 129], ['/answers/vehicles/1/plate', 'LUX-8'],
    ['/answers/decision-by-letter', ['email', 'sms', 'letter']], ['/answers/email', 'aino@posti.example'], ['/answers/phone', '+358401234568'], ['/answers/more', 'Kiitos'], ['/answers/more', undefined],
    ['/on', '2026-11-21'],
  ],
  'street-fault': [
    ['/answers/lamps-out', 5], ['/answers/lamp-number', 'KR 1043'], ['/answers/lamp-number', undefined], ['/answers/description', 'Neljä katuvaloa on pimeänä.'], ['/answers/affects', ['walking']],
    ['/answers/affects', undefined], ['/answers/latitude', '61.05'], ['/answers/longitude', '27.2'], ['/answers/noticed-on', '2026-11-21'], ['/answers/damage-estimate', undefined],
    ['/answers/damage-estimate/amount', '180.51'], ['/answers/name', 'Aino'], ['/answers/name', undefined], ['/answers/phone', '0401234567'], ['/language', 'sv'],
  ],
  'neighbourhood-consultation': [
    ['/answers/speaks-for', 'association'], ['/answers/speaks-for', 'company'], ['/answers/organisation', 'Rannan asukkaat'], ['/answers/authority', 'signatory'], ['/answers/authority', 'proxy'],
    ['/answers/topics', ['green']], ['/answers/opinion', 'Neljä kerrosta riittää.'], ['/answers/change', 'Kolme kerrosta'], ['/answers/change', undefined], ['/answers/wishes', ['position']],
    ['/answers/name', 'Aino'], ['/on', '2026-11-21'],
  ],
  'library-card': [
    ['/answers/what-happened', 'broken'], ['/answers/holder', 'self'], ['/answers/born', '2014-03-28'], ['/answers/name', 'Eetu'], ['/answers/street-address', 'Rantakatu 5'],
    ['/answers/postal-town', '00100 Helsinki'], ['/answers/guardian-name', 'Aino'], ['/answers/guardian-address', 'Torikatu 9'], ['/answers/home-library', 'main'], ['/answers/overdue-notice', 'email'],
    ['/answers/notice-language', 'swedish'], ['/answers/phone', '+358401234568'], ['/answers/email', 'aino@posti.example'], ['/on', '2026-11-21'],
  ],
  'day-care-application': [
    ['/answers/other-guardian', true],
    ['/answers/guardian-name', 'Aino'], ['/answers/applicant-name', 'Mikko'], ['/answers/phone', '+358401234568'], ['/answers/partner-name', 'Aino'], ['/answers/children/0/child-name', 'Eetu'],
    ['/answers/children/0/now-in', 'city'], ['/answers/children/0/care-kind', 'either'], ['/answers/children/0/shift-care', true], ['/answers/children/0/week/0/arrives', '08:15'],
    ['/answers/children/0/week/0', undefined], ['/answers/children/0/week/1', undefined], ['/answers/children/0/week/1/days', ['thu']], ['/answers/children/1/week/0/arrives', '14:00'],
    ['/answers/wish-third', undefined], ['/answers/wish-third', 'shore-nest'], ['/answers/email', 'aino@posti.example'], ['/on', '2026-11-21'],
  ],
  'business-registration': [
    ...['business-name', 'contact-name', 'street-address', 'postal-town'].map((id) => [`/answers/${id}`, 'Aino']), ['/answers/phone', '0401234567'], ['/answers/email', 'koivu@posti.example'],
    ['/answers/legal-form', 'cooperative'], ['/answers/owners/1', undefined], ['/answers/owners/1/owner-name', 'Mikko'], ['/answers/owners/1/signs-alone', true],
    ['/answers/food-premises/0/food-place', 'Koivu'], ['/answers/food-premises/0/food-area', 90], ['/answers/food-premises/0/food-starts', '2027-01-16'],
    ['/answers/food-premises/0/food-groups/0', undefined], ['/answers/food-premises/0/food-groups/1', undefined], ['/answers/food-premises/0/food-groups/0/food-handling', ['cooks']],
    ['/answers/food-premises/1/food-address', 'Rantakatu 2'], ['/answers/wellbeing-kinds', ['sauna']], ['/answers/wellbeing-customers', 13], ['/answers/terraces/0/terrace-closes', 'at-20'],
    ['/answers/sales-places/0/sales-place', 'Kioski'], ['/answers/sales-places/0/sales-points/0/point-name', 'Luukku'], ['/on', '2026-11-21'],
  ],
  'moving-to-town': [
    ['/answers/new-address/street', 'Rantakatu 5'], ['/answers/new-address/postalCode', '00530'], ['/answers/possession', 'other'], ['/answers/mover-name', 'Aino'],
    ['/answers/mover-born', '1985-03-28'], ['/answers/old-address/town', 'Espoo'], ['/answers/children/1/child-name', 'Oili'], ['/answers/children/0/child-born', '2023-03-04'],
    ['/answers/care-for', ['Eetu Þórsson']], ['/answers/care-month', '2027-05'], ['/answers/shared-with', 'Koulukuja 7'], ['/answers/emptied', 'two-weeks'], ['/answers/waste-from', '2026-12-17'],
    ['/answers/zone', 'centre'], ['/answers/plate', 'KRT-483'], ['/answers/permit-from', '2026-12-16'], ['/answers/home-language', 'fi'], ['/answers/contact-language', 'fi'],
    ['/answers/phone', '+358401234568'], ['/answers/email', 'aino@posti.example'], ['/answers/email', undefined], ['/on', '2026-11-21'],
  ],
  'building-permit-enquiry': [
    ['/answers/site/geometry', null], ['/answers/site/properties/description', 'Rantakatu 5'], ['/answers/property-id', '491-3-12-8'], ['/answers/property-id', undefined], ['/answers/plan', 'detailed'], ['/answers/shore', false],
    ['/answers/area', '28'], ['/answers/volume', '85'], ['/answers/volume', undefined], ['/answers/description', 'Pihasauna, puukiuas.'], ['/answers/starts', '2027-06'], ['/answers/starts', undefined],
    ['/answers/role', 'tenant'], ['/answers/name', 'Aino'], ['/answers/phone', '+358401234568'], ['/answers/email', 'aino@posti.example'], ['/answers/answer-by', 'phone'],
    ['/answers/answer-days', ['mon']], ['/answers/answer-from', '09:00'], ['/answers/answer-language', 'fi'], ['/on', '2026-11-21'],
  ],
};

// ---- what is promised ----

// Who answers by a link that somebody passed on proves it by a fact of the server: invitations_test.cpp spoils those.
const isByLink = (service) => Object.values(definitionOf(service)['look-ups'] ?? {}).some(({ invited }) => invited);
for (const service of services.filter((one) => !isByLink(one))) {
  describe(service, () => {
    const good = submissionOf(service);
    const key = newKey();
    let accepted, kept, first;
    before(async () => {
      const response = await post(server.address, good, { key });
      accepted = await response.json();
      assert.equal(response.status, 201, JSON.stringify(accepted));
      kept = table();
      first = rows().filter((row) => row.startsWith(accepted.reference));
      assert.equal(first.length, 1 + definitionOf(service).recipients.filter(({ invited }) => !invited).length, 'a submission and its deliveries');
    });

    test('every single change is refused with its code, and the table is as it was', async () => {
      const wrong = [];
      const codes = new Map();
      let count = 0;
      for (const [name, body, status, expected] of changes(service)) {
        const response = await post(server.address, body);
        const reply = await response.json();
        count += 1;
        codes.set(reply.code, (codes.get(reply.code) ?? 0) + 1);
        const given = reply.problems?.map((problem) => problem.code) ?? [];
        if (response.status !== status || !expected.some((code) => given.includes(code)) || !response.headers.get('content-type').startsWith('application/problem+json')) {
          wrong.push(`${name}: ${status} ${expected.join(' or ')} expected, ${response.status} ${given.join(', ')} ${reply.pointer ?? JSON.stringify(reply)} given`);
        }
      }
      console.log(`${service}: ${count} changes refused: ${[...codes].map(([code, times]) => `${code} ${times}`).join(', ')}`);
      assert.deepEqual(wrong, []);
      assert.equal(table(), kept);
    });

    test('under the accepted key every change is refused, the harmless ones too', async () => {
      const wrong = [];
      for (const [name, body, status, expected] of changes(service)) {
        const response = await post(server.address, body, { key });
        const reply = await response.json();
        // What is no JSON at all has no hash to compare.
        const right = status === 400 ? [400, ...expected] : [422, 'key-reused'];
        if (response.status !== right[0] || !right.includes(reply.code)) wrong.push(`${name}: ${response.status} ${reply.code}`);
      }
      for (const [pointer, value] of harmless[service]) {
        const response = await post(server.address, set(good, pointer, value), { key });
        if (response.status !== 422 || (await response.json()).code !== 'key-reused') wrong.push(`${pointer}: ${response.status}`);
      }
      assert.deepEqual(wrong, []);
      assert.equal(table(), kept);
    });

    test('without a key, with two or with one that is none, nothing is taken', async () => {
      for (const [bad, code] of [[null, 'key-missing'], ['', 'key-malformed'], ['x', 'key-malformed'], [key.toUpperCase().replace(/^./, 'A'), 'key-malformed'], [`${newKey()}, ${newKey()}`, 'key-malformed']]) {
        const response = await post(server.address, good, { key: bad });
        const reply = await response.json();
        assert.equal(response.status, 400, `${bad}`);
        assert.ok(reply.code === code || (bad === '' && reply.code === 'key-missing'), `${bad}: ${reply.code}`);
      }
      for (const type of ['text/plain', 'application/json; charset=iso-8859-1', 'application/x-www-form-urlencoded']) {
        const response = await post(server.address, good, { type });
        assert.deepEqual([response.status, (await response.json()).code], [415, 'media-type-unsupported']);
      }
      assert.equal(table(), kept);
    });

    test('the same again gives the same receipt, also spaced and ordered otherwise, and no second row', async () => {
      const reordered = Object.fromEntries(Object.entries(good).reverse());
      for (const body of [JSON.stringify(good), JSON.stringify(good, null, 2), JSON.stringify(reordered), `\n ${JSON.stringify(good)} `]) {
        const response = await post(server.address, body, { key });
        assert.equal(response.status, 200);
        assert.deepEqual(await response.json(), accepted);
      }
      assert.equal(table(), kept);
    });

    test('what is harmless is another request: its receipt has another hash and reference', async () => {
      const seen = new Set([accepted.hash]);
      for (const [pointer, value] of harmless[service]) {
        const response = await post(server.address, set(good, pointer, value));
        const reply = await response.json();
        assert.equal(response.status, 201, `${pointer} ${JSON.stringify(value)}: ${JSON.stringify(reply)}`);
        assert.ok(!seen.has(reply.hash), pointer);
        assert.notEqual(reply.reference, accepted.reference);
        seen.add(reply.hash);
      }
      // And the first is still what it was.
      assert.deepEqual(rows().filter((row) => row.startsWith(accepted.reference)), first);
    });
  });
}
