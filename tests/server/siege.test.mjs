// SPDX-License-Identifier: EUPL-1.2
// The real server under load and violence: others are served, memory is bounded, and every acknowledged submission is in the table once.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { fill, newKey, post, root, startServer } from './server.mjs';

const assets = path.join(root, 'tests/server/assets');
const submission = fill(path.join(assets, 'services/dog-tag'), { keeper: 'Aino Koivu', dogs: [{ 'dog-name': 'Musti', size: 'small' }], terms: true },
  { site: path.join(assets, 'sites/testville') });
const keysIn = (data) => JSON.parse(execFileSync('sqlite3', ['-json', path.join(data, 'polku.sqlite'), 'select key from submissions'], { encoding: 'utf8' }) || '[]').map(({ key }) => key);

/** Kilobytes of memory that are really used. */
const residentOf = (pid) => Number(/^VmRSS:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);

test('a thousand connections that say nothing keep nobody waiting, and cost little', async (t) => {
  const server = await startServer({ assets });
  t.after(() => server.end());
  const { port, hostname } = new URL(server.address);
  const before = residentOf(server.pid);
  const idle = await Promise.all(Array.from({ length: 1000 }, () => new Promise((done, fail) => {
    const socket = net.connect(Number(port), hostname, () => done(socket));
    socket.on('error', fail);
  })));
  t.after(() => { for (const socket of idle) socket.destroy(); });
  for (let number = 0; number < 20; number += 1) assert.equal((await post(server.address, submission)).status, 201);
  const grown = residentOf(server.pid) - before;
  console.log(`1,000 idle connections: ${grown} kB more memory`);
  assert.ok(grown < 150_000, `${grown} kB`);
  assert.equal((await fetch(`${server.address}/health`)).status, 200);
});

test('killed amid two hundred submissions, three times: each that has a receipt is there once, and none twice', async (t) => {
  let server = await startServer({ assets });
  t.after(() => server.end());
  const keys = Array.from({ length: 200 }, newKey);
  const acknowledged = new Map();
  for (let kills = 0; kills < 3; kills += 1) {
    const waiting = keys.filter((key) => !acknowledged.has(key));
    let replies = 0;
    const sending = waiting.map(async (key) => {
      try {
        const reply = await post(server.address, submission, { key });
        if (reply.status !== 201 && reply.status !== 200) return;
        acknowledged.set(key, await reply.text());
        replies += 1;
        // In the middle: some have their receipt, some are being written, some wait.
        if (replies === 40) server.end('SIGKILL');
      } catch {
        // The server is gone: asked again with the same key.
      }
    });
    await Promise.all(sending);
    await server.end('SIGKILL');
    const kept = keysIn(server.data);
    assert.equal(new Set(kept).size, kept.length);
    for (const key of acknowledged.keys()) assert.ok(kept.includes(key), `the receipt of ${key} was a promise`);
    server = await startServer({ assets, data: server.data });
  }
  for (const key of keys) {
    const reply = await post(server.address, submission, { key });
    assert.ok(reply.status === 201 || reply.status === 200, `${reply.status}`);
    const receipt = await reply.text();
    if (acknowledged.has(key)) assert.equal(receipt, acknowledged.get(key), 'the same receipt as before the kill');
  }
  assert.deepEqual(keysIn(server.data).sort(), [...keys].sort());
});
