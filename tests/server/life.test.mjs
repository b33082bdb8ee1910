// SPDX-License-Identifier: EUPL-1.2
// The real server from start to stop: what a crash leaves, what reaches the recipient, what officials see, what the log says.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { fill, newKey, polku, post, root, startServer, temporaryFolder } from './server.mjs';

const assets = path.join(root, 'tests/server/assets');
const submission = fill(path.join(assets, 'services/dog-tag'), { keeper: 'Aino Unique', dogs: [{ 'dog-name': 'Musti', size: 'small' }], terms: true },
  { site: path.join(assets, 'sites/testville') });

async function started(t, options) {
  const server = await startServer(options);
  t.after(() => server.end());
  return server;
}

test('what has a receipt survives a kill', async (t) => {
  let server = await started(t, { assets });
  const key = newKey();
  const first = await (await post(server.address, submission, { key })).json();
  await server.end('SIGKILL');
  server = await started(t, { assets, data: server.data });
  const again = await post(server.address, submission, { key });
  assert.equal(again.status, 200);
  assert.deepEqual(await again.json(), first);
  const rows = execFileSync('sqlite3', [path.join(server.data, 'polku.sqlite'), 'select body from submissions'], { encoding: 'utf8' });
  assert.equal(rows, `${JSON.stringify(submission)}\n`);
  await server.end();
});

test('twenty at once with one key are one row', async (t) => {
  const server = await started(t, { assets });
  const key = newKey();
  const replies = await Promise.all(Array.from({ length: 20 }, () => post(server.address, submission, { key })));
  const bodies = new Set(await Promise.all(replies.map((reply) => reply.text())));
  assert.equal(bodies.size, 1);
  assert.equal(replies.filter((reply) => reply.status === 201).length, 1);
  await server.end();
});

test('it stops when asked, with 0, and says nothing of what was answered', async (t) => {
  const server = await started(t, { assets });
  await post(server.address, submission);
  await post(server.address, { ...submission, site: 'Unique' });
  assert.equal(await server.end('SIGTERM'), 0);
  assert.match(server.log(), /submission-kept/);
  for (const secret of ['Unique', 'Musti', server.token()]) assert.ok(!server.log().includes(secret), secret);
});

test('a port that is taken is said', async (t) => {
  const server = await started(t, { assets });
  const taken = new URL(server.address).port;
  const second = spawnSync(polku, ['serve', '--port', taken, '--data', path.join(temporaryFolder(), 'data'), '--assets', assets], { encoding: 'utf8', timeout: 20000 });
  assert.equal(second.status, 1);
  assert.match(second.stderr, new RegExp(taken));
  await server.end();
});

test('a recipient gets the delivery once it answers, with one key and its secret, and nothing it is not entitled to', async (t) => {
  const received = [];
  let busy = true;
  const recipient = http.createServer((request, response) => {
    let body = '';
    request.on('data', (bytes) => { body += bytes; });
    request.on('end', () => {
      received.push({ address: request.url, key: request.headers['idempotency-key'], secret: request.headers.authorization, body: JSON.parse(body) });
      response.writeHead(busy ? 503 : 201, busy ? { 'Retry-After': '1' } : { 'Content-Type': 'application/json' });
      response.end(busy ? '' : '{"caseNumber":"C-77"}');
      busy = false;
    });
  });
  await new Promise((resolve) => { recipient.listen(0, '127.0.0.1', resolve); });
  t.after(() => recipient.closeAllConnections());
  t.after(() => recipient.close());
  const folder = path.join(temporaryFolder(), 'assets');
  fs.cpSync(assets, folder, { recursive: true });
  const file = path.join(folder, 'sites/testville/site.json');
  const site = JSON.parse(fs.readFileSync(file, 'utf8'));
  site.connectors[0].url = `http://127.0.0.1:${recipient.address().port}/cases/{service}`;
  site.connectors[0].authentication = { kind: 'bearer', secret: 'case-api' };
  fs.writeFileSync(file, JSON.stringify(site));
  const server = await started(t, { assets: folder, more: { POLKU_SECRET_CASE_API: 's3cret' } });
  await post(server.address, submission);
  const state = () => execFileSync('sqlite3', [path.join(server.data, 'polku.sqlite'), "select stage || ' ' || their_reference from deliveries where recipient = 'office'"], { encoding: 'utf8' }).trim();
  for (let tries = 0; tries < 100 && state() !== 'delivered C-77'; tries += 1) await new Promise((resolve) => { setTimeout(resolve, 100); });
  assert.equal(state(), 'delivered C-77');
  assert.equal(received.length, 2);
  assert.deepEqual(received[0], received[1]);
  assert.deepEqual(received[0].body, { keeper: 'Aino Unique', fee: 20 });
  assert.equal(received[0].address, '/cases/dog-tag');
  assert.equal(received[0].secret, 'Bearer s3cret');
  assert.match(received[0].key, /^[0-9a-f]{32}$/);
  await server.end();
  assert.ok(!server.log().includes('s3cret'));
});

const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { 'doctype-style': ['error', { style: 'lowercase' }], 'long-title': 'off', 'no-trailing-whitespace': 'off', 'tel-non-breaking': 'off', 'no-inline-style': 'error', 'no-raw-characters': ['error', { relaxed: true }] },
}));
async function isGoodPage(html) {
  const report = await validator.validateString(html);
  assert.ok(report.valid, JSON.stringify(report.results.flatMap((one) => one.messages.map((message) => `${message.line}:${message.column} ${message.ruleId} ${message.message}`)), null, 1));
}

for (const language of ['fi', 'sv', 'en', 'ar']) {
  test(`the officials' pages are accessible HTML: ${language}`, async (t) => {
    const demo = path.join(root, 'assets');
    const report = fill(path.join(demo, 'services/street-fault'), {
      danger: false, category: 'street-light', 'lamps-out': 2, description: 'Two street lights are dark by the <school> gate.', 'place-by': 'words', 'place-words': 'Koulukatu 3',
      'noticed-on': '2026-11-20', damage: false, 'contact-wish': false,
    }, { site: path.join(demo, 'sites/koivuranta'), language });
    const server = await started(t, { assets: demo });
    const { reference } = await (await post(server.address, report)).json();
    const login = `${server.address}/officials/login?language=${language}`;
    await isGoodPage(await (await fetch(login)).text());
    const form = (token) => ({ method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ token }), redirect: 'manual' });
    const wrong = await fetch(login, form('wrong'));
    assert.equal(wrong.status, 403);
    await isGoodPage(await wrong.text());
    const right = await fetch(login, form(server.token()));
    assert.equal(right.status, 303);
    const headers = { Cookie: right.headers.get('set-cookie').split(';')[0] };
    for (const address of [`/officials?language=${language}`, `/officials/submissions/${reference}?language=${language}`, `/officials/submissions/${reference}/record?recipient=street-maintenance`]) {
      const page = await fetch(`${server.address}${address}`, { headers });
      const html = await page.text();
      assert.equal(page.status, 200, address);
      assert.equal(page.headers.get('cache-control'), 'no-store');
      assert.ok(!html.includes('<school>') && !/<script|\[officials\./.test(html), address);
      await isGoodPage(html);
      if (address.includes(reference)) assert.ok(html.includes('&lt;school&gt;'), html);
    }
    await server.end();
  });
}
