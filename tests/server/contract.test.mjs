// SPDX-License-Identifier: EUPL-1.2
// assets/openapi.json is what the server does: its examples fit its schemas, and the real server's replies do.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { fill, newKey, post, root, startServer } from './server.mjs';

const document = JSON.parse(fs.readFileSync(path.join(root, 'assets/openapi.json'), 'utf8'));
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: 'openapi', ...document });
const fragment = (...steps) => ajv.compile({ $ref: `openapi#/${steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).map(encodeURIComponent).join('/')}` });
const assets = path.join(root, 'tests/server/assets');
const answers = { keeper: 'Aino', dogs: [{ 'dog-name': 'Musti', size: 'small' }], terms: true };
const operations = Object.entries(document.paths).flatMap(([address, item]) => Object.entries(item).map(([method, operation]) => ({ address, method, operation })));

let server, submission;
before(async () => {
  submission = fill(path.join(assets, 'services/dog-tag'), answers, { site: path.join(assets, 'sites/testville') });
  server = await startServer({ assets });
});
after(() => server?.end());

const copy = (change) => { const changed = structuredClone(submission); change(changed); return changed; };

async function fits(response, address, method, status) {
  const text = await response.text();
  assert.equal(response.status, status, text);
  const described = document.paths[address][method].responses[String(status)];
  assert.ok(described, `${status} is not in the document`);
  const type = response.headers.get('content-type');
  assert.ok(described.content[type], `${type} is not in the document`);
  const validate = fragment('paths', address, method, 'responses', String(status), 'content', type, 'schema');
  const body = JSON.parse(text);
  assert.ok(validate(body), `${text}\n${ajv.errorsText(validate.errors)}`);
  if (status >= 400) assert.equal(body.status, status);
  return body;
}

test('every example of the document fits its schema', () => {
  let count = 0;
  for (const { address, method, operation } of operations) {
    const bodies = [[operation.requestBody?.content ?? {}, ['paths', address, method, 'requestBody', 'content']],
      ...Object.entries(operation.responses).map(([status, response]) => [response.content ?? {}, ['paths', address, method, 'responses', status, 'content']])];
    for (const [content, steps] of bodies) {
      for (const [type, { examples = {} }] of Object.entries(content)) {
        const validate = fragment(...steps, type, 'schema');
        for (const [name, { value }] of Object.entries(examples)) {
          assert.ok(validate(value), `${name}: ${ajv.errorsText(validate.errors)}`);
          count += 1;
        }
      }
    }
  }
  assert.ok(count >= 10, `${count} examples`);
});

test('a schema of the document can fail', () => {
  const receipt = fragment('components', 'schemas', 'Receipt');
  assert.ok(!receipt({ receipt: 1, reference: 'KOI-7F3K-92QD', receivedAt: '2026-11-22T10:00:00Z', service: 's', version: '1', hash: '00', applicant: 'Aino' }));
  assert.ok(!fragment('components', 'schemas', 'Submission')({ ...submission, answers: { keeper: null } }));
});

test('a submission of the engine fits the document', () => {
  const validate = fragment('components', 'schemas', 'Submission');
  assert.ok(validate(submission), ajv.errorsText(validate.errors));
});

test('first 201, then 200, with the same receipt', async () => {
  const key = newKey();
  const first = await fits(await post(server.address, submission, { key }), '/api/submissions', 'post', 201);
  const again = await fits(await post(server.address, JSON.stringify(submission, null, 2), { key }), '/api/submissions', 'post', 200);
  assert.deepEqual(again, first);
});

const refusals = [
  ['no key', 400, 'key-missing', () => post(server.address, submission, { key: null })],
  ['a key that is none', 400, 'key-malformed', () => post(server.address, submission, { key: 'abc' })],
  ['no JSON', 400, 'json-syntax', () => post(server.address, 'hello')],
  ['a name twice', 400, 'json-repeated-name', () => post(server.address, '{"a":1,"a":1}')],
  ['another media type', 415, 'media-type-unsupported', () => post(server.address, submission, { type: 'text/plain' })],
  ['more than a mebibyte', 413, 'request-too-large', () => post(server.address, `"${'a'.repeat(1 << 20)}"`)],
  ['an unknown definition', 409, 'definition-unknown', () => post(server.address, copy((one) => { one.service.hash = '0'.repeat(64); }))],
  ['an unknown answer', 422, 'answer-unknown', () => post(server.address, copy((one) => { one.answers.cat = 'Miu'; }))],
  ['an answer left out', 422, 'missing', () => post(server.address, copy((one) => { delete one.answers.keeper; }))],
  ['another fee', 422, 'computed-differs', () => post(server.address, copy((one) => { one.computed.fee.amount = '2.00'; }))],
  ['another method', 405, 'method-not-allowed', () => fetch(`${server.address}/api/submissions`, { method: 'DELETE' }), 'post'],
];
for (const [name, status, code, send] of refusals) {
  test(`${name}: ${status} ${code}`, async () => {
    const body = await fits(await send(), '/api/submissions', 'post', status);
    assert.equal(body.code, code);
    assert.equal(body.type, `urn:polku:problem:${code}`);
    assert.ok(body.title.length > 10 && body.title !== code.replaceAll('-', ' '), `no sentence: ${body.title}`);
  });
}

test('a key used for something else: 422', async () => {
  const key = newKey();
  assert.equal((await post(server.address, submission, { key })).status, 201);
  const body = await fits(await post(server.address, copy((one) => { one.answers.keeper = 'Väinö'; }), { key }), '/api/submissions', 'post', 422);
  assert.equal(body.code, 'key-reused');
});

test('it is well', async () => {
  await fits(await fetch(`${server.address}/health`), '/health', 'get', 200);
});
