// SPDX-License-Identifier: EUPL-1.2
// A disk that is full: nobody gets a receipt for what is not kept, nothing that has one is lost, and with room again the same key is taken once.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fill, newKey, post, root, startServer, temporaryFolder } from './server.mjs';

const assets = path.join(root, 'tests/server/assets');
const submission = fill(path.join(assets, 'services/dog-tag'), { keeper: 'Aino Koivu', dogs: [{ 'dog-name': 'Musti', size: 'small' }], terms: true },
  { site: path.join(assets, 'sites/testville') });

/** `data`: the server's folder as it is seen from here. */
async function walkIntoTheFullDisk(server, data, { fillUp, makeRoom }) {
  const first = newKey();
  assert.equal((await post(server.address, submission, { key: first })).status, 201);
  fillUp();
  const acknowledged = [first], refused = [];
  while (refused.length < 5) {
    assert.ok(acknowledged.length < 2000, 'the disk is never full');
    const key = newKey();
    const reply = await post(server.address, submission, { key });
    const words = await reply.text();
    if (reply.status === 201) {
      acknowledged.push(key);
      continue;
    }
    assert.equal(reply.status, 503, words);
    assert.equal(JSON.parse(words).problems[0].code, 'storage-unavailable');
    assert.doesNotMatch(words, /sqlite|disk|database|\/tmp|errno|\.cpp/i, 'nothing about the inside');
    refused.push(key);
  }
  // Who has a receipt gets it again, and who only reads is served.
  assert.equal((await post(server.address, submission, { key: first })).status, 200);
  assert.equal((await fetch(`${server.address}/site.json`)).status, 200);
  assert.doesNotMatch(server.log(), /Aino|Musti/);
  makeRoom();
  for (const key of refused) assert.equal((await post(server.address, submission, { key })).status, 201);
  for (const key of acknowledged) assert.equal((await post(server.address, submission, { key })).status, 200);
  // A copy: SQLite would look for the database where the server's own disk is not mounted.
  const copy = temporaryFolder();
  fs.cpSync(data, copy, { recursive: true });
  const kept = JSON.parse(execFileSync('sqlite3', ['-json', path.join(copy, 'polku.sqlite'), 'select key from submissions'], { encoding: 'utf8' }));
  assert.deepEqual(kept.map(({ key }) => key).sort(), [...acknowledged, ...refused].sort());
  console.log(`${acknowledged.length} kept before the disk was full, 5 refused, all 5 taken afterwards`);
}

test('on a full disk nobody gets a receipt for nothing, and with room again the same key is taken once', async (t) => {
  const folder = temporaryFolder();
  const through = ['unshare', ...(process.getuid() === 0 ? [] : ['--user', '--map-root-user']), '--mount', 'sh', '-c', 'mount -t tmpfs -o size=3m tmpfs "$0" && exec "$@"', folder];
  if (spawnSync(through[0], [...through.slice(1), 'true']).status !== 0) return t.skip('NOT RUN: a disk of its own cannot be mounted here; the next test does without');
  const server = await startServer({ assets, data: path.join(folder, 'data'), through });
  t.after(() => server.end());
  // Mounted where only the server sees it.
  const disk = path.join('/proc', String(server.pid), 'root', folder);
  const filler = path.join(disk, 'filler');
  await walkIntoTheFullDisk(server, path.join(disk, 'data'), {
    fillUp() {
      try {
        for (;;) fs.appendFileSync(filler, Buffer.alloc(4096));
      } catch (error) {
        assert.equal(error.code, 'ENOSPC');
      }
      fs.truncateSync(filler, fs.statSync(filler).size - (200 << 10));
    },
    makeRoom: () => fs.rmSync(filler),
  });
});

test('a database that may not grow is a full disk too', async (t) => {
  // Without the trap the signal of the limit would end the program; with it a write fails, as on a disk with quotas.
  const server = await startServer({ assets, through: ['sh', '-c', 'trap "" XFSZ; exec "$0" "$@"'] });
  t.after(() => server.end());
  const limit = (bytes) => execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${bytes}:unlimited`]);
  await walkIntoTheFullDisk(server, server.data, { fillUp: () => limit(300 << 10), makeRoom: () => limit('unlimited') });
});

test('a server whose data cannot be kept does not start, and says so', async () => {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'data'), 'a file where the folder should be');
  await assert.rejects(startServer({ assets, data: path.join(folder, 'data') }), (error) => /the server ended with 1/.test(error.message) && /data/.test(error.message));
});
