// SPDX-License-Identifier: EUPL-1.2
// What cannot work is not published: build-site says what is wrong and leaves no site.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

test('a service in a folder of another name is refused: its drafts would be kept under one name and looked for under the other', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'polku-build-'));
  try {
    fs.cpSync(path.join(root, 'assets/services/street-fault'), path.join(folder, 'services/fault'), { recursive: true });
    fs.cpSync(path.join(root, 'assets/sites/koivuranta'), path.join(folder, 'sites/koivuranta'), { recursive: true });
    const file = path.join(folder, 'sites/koivuranta/site.json');
    fs.writeFileSync(file, JSON.stringify({ ...JSON.parse(fs.readFileSync(file, 'utf8')), services: ['fault'] }));
    const output = path.join(folder, 'built');
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build-site.mjs', '--site', path.join(folder, 'sites/koivuranta'), '--services', path.join(folder, 'services'), '--output', output],
      { cwd: root, encoding: 'utf8' });
    assert.notEqual(status, 0);
    assert.match(stderr, /services\/fault holds the service “street-fault”\. Give the folder and the service the same name/);
    assert.ok(!fs.existsSync(output));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
