// SPDX-License-Identifier: EUPL-1.2
// The real server, an identity provider on this machine, and a browser that is a cookie jar: who signed in is known, and a submission that says otherwise is refused.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openProvider } from './identity_provider.mjs';
import { post, root, startServer, temporaryFolder } from './server.mjs';

let provider, server;
before(async () => {
  provider = await openProvider();
  const assets = temporaryFolder();
  fs.cpSync(path.join(root, 'tests/browser/identity/services'), path.join(assets, 'services'), { recursive: true });
  fs.cpSync(path.join(root, 'tests/browser/identity/site'), path.join(assets, 'sites/identity'), { recursive: true });
  const file = path.join(assets, 'sites/identity/site.json');
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('http://127.0.0.1:1', provider.address));
  server = await startServer({ assets, site: temporaryFolder(), more: { POLKU_SECRET_LOGIN: 'a secret of the test' } });
});
after(async () => { await server?.end(); provider?.close(); });

function openBrowser() {
  const jar = new Map();
  async function ask(address, options = {}) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(new URL(address, server.address), { redirect: 'manual', ...options, headers: { ...options.headers, cookie } });
    for (const line of reply.headers.getSetCookie?.() ?? reply.headers.get('set-cookie')?.split(/, (?=polku)/) ?? []) {
      assert.match(line, /; HttpOnly; SameSite=Lax/);
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (/Max-Age=0/.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return reply;
  }
  return {
    ask,
    async signIn(to = '/wish/') {
      const away = await ask(`/sign-in/suomi?to=${encodeURIComponent(to)}`);
      assert.equal(away.status, 303);
      const there = await fetch(away.headers.get('location'), { redirect: 'manual' });
      const back = await ask(there.headers.get('location'));
      assert.equal(back.status, 303);
      return back.headers.get('location');
    },
    lookUp: (headers = {}) => ask('/api/look-ups/suomi', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json', ...headers } }),
  };
}
const rows = (query) => JSON.parse(execFileSync('sqlite3', ['-readonly', '-json', path.join(server.data, 'polku.sqlite'), query], { encoding: 'utf8' }) || '[]');

test('who signs in is known to their own browser alone, and a submission of theirs is taken with the fact as verified; a forged one is refused', async () => {
  const browser = openBrowser();
  assert.equal((await browser.lookUp()).status, 401);
  assert.equal(await browser.signIn('/wish/#who'), '/wish/#who');
  assert.deepEqual(provider.faults, []);
  const reply = await browser.lookUp();
  assert.equal(reply.status, 200);
  const { result, at, proof } = await reply.json();
  assert.deepEqual(result, { name: 'Aino Esimerkki', 'personal-id': '131052-308T' });
  assert.equal((await openBrowser().lookUp()).status, 401);
  assert.equal((await browser.lookUp({ Origin: 'https://evil.example' })).status, 401);

  const [{ hash }] = rows('SELECT hash FROM definitions');
  const fact = { source: 'suomi', request: {}, at, result, proof };
  const submission = (answers = {}, facts = [fact]) => ({ submission: 1, site: 'identity', service: { id: 'wish', version: '1.0.0', hash }, language: 'fi', on: '2026-11-22',
    answers: { wish: 'Penkki lammelle', 'full-name': 'Aino Esimerkki', 'personal-id': '131052-308T', ...answers }, computed: {}, consents: {}, ...(facts && { facts }) });
  const forgeries = [
    ['another name', submission({ 'full-name': 'Joku Muu' }), 'identity-differs'],
    ['another name, in the fact too', submission({ 'full-name': 'Joku Muu' }, [{ ...fact, result: { ...result, name: 'Joku Muu' } }]), 'identity-differs'],
    ['another proof', submission({}, [{ ...fact, proof: 'f'.repeat(64) }]), 'identity-differs'],
    ['no proof', submission({}, [{ source: 'suomi', request: {}, at, result }]), 'identity-differs'],
    ['no fact', submission({}, null), 'sign-in-needed'],
  ];
  for (const [what, forged, code] of forgeries) {
    const refused = await post(server.address, forged);
    assert.equal(refused.status, 422, what);
    assert.equal((await refused.json()).code, code, what);
  }
  assert.deepEqual(rows('SELECT count(*) AS count FROM submissions'), [{ count: 0 }]);
  assert.equal((await browser.lookUp()).status, 200, 'who is refused is still known');
  const taken = await post(server.address, submission());
  assert.equal(taken.status, 201, await taken.text());
  assert.equal((await browser.lookUp()).status, 401, 'and who has submitted is not any more: at a shared computer the next person is somebody else');
  const [{ body }] = rows('SELECT body FROM deliveries');
  assert.deepEqual(JSON.parse(body).facts, [{ source: 'suomi', request: {}, at, result, verified: true }]);

  await browser.signIn();
  const out = await browser.ask('/sign-in/suomi/out', { method: 'POST' });
  assert.equal(out.status, 204);
  assert.equal((await browser.lookUp()).status, 401);
  assert.deepEqual(rows('SELECT count(*) AS count FROM persons'), [{ count: 0 }]);
  for (const personal of ['Aino', '131052', 'code=']) assert.ok(!server.log().includes(personal), `the log says ${personal}`);
});

for (const manner of ['denied', 'state', 'nonce', 'expired', 'audience', 'down']) {
  test(`a sign-in that goes wrong makes nobody known, leads back, and says so: ${manner}`, async () => {
    const browser = openBrowser();
    provider.manner = manner;
    assert.equal(await browser.signIn('/wish/'), '/wish/');
    assert.equal((await browser.lookUp()).status, 502);
    provider.manner = 'honest';
    assert.equal(await browser.signIn(), '/wish/');
    assert.equal((await browser.lookUp()).status, 200);
  });
}

test('nobody is led to another host', async () => {
  for (const to of ['//evil.example', 'https://evil.example/', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)']) assert.equal(await openBrowser().signIn(to), '/', to);
});

test('a code of another browser is worth nothing', async () => {
  const mine = openBrowser(), theirs = openBrowser();
  const away = await mine.ask('/sign-in/suomi?to=/');
  const there = await fetch(away.headers.get('location'), { redirect: 'manual' });
  await theirs.ask('/sign-in/suomi?to=/');
  assert.equal((await theirs.ask(there.headers.get('location'))).status, 303);
  assert.equal((await theirs.lookUp()).status, 502);
});
