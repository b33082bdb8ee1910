// SPDX-License-Identifier: EUPL-1.2
// Starts the real server on a free port with a data folder of its own. `through`: words of a command that begins it, in whose place it then stands.
import { spawn, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const polku = process.env.POLKU ?? path.join(root, 'build/polku');

export function temporaryFolder() {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'polku-server-'));
}

export async function startServer({ data = path.join(temporaryFolder(), 'data'), assets = path.join(root, 'assets'), site = path.join(root, 'build/site'), today = '2026-11-22',
  more = {}, through = [] } = {}) {
  const [program, ...words] = [...through, polku, 'serve', '--port', '0', '--data', data, '--assets', assets, '--public', site];
  const child = spawn(program, words, { env: { ...process.env, POLKU_TODAY: today, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '', log = '';
  child.stderr.on('data', (bytes) => { log += bytes; });
  const address = await new Promise((resolve, reject) => {
    child.stdout.on('data', (bytes) => {
      output += bytes;
      const found = /Citizens: +(http:\S+)\//.exec(output);
      if (found) resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${log}`)));
  });
  return {
    address, data, pid: child.pid,
    log: () => log,
    token: () => fs.readFileSync(path.join(data, 'officials.token'), 'utf8').trim(),
    async end(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      return (await ended)[0];
    },
  };
}

// The submission the engine itself makes of these answers.
export function fill(service, answers, { site, language = 'en', today = '2026-11-22' }) {
  const file = path.join(temporaryFolder(), 'answers.json');
  fs.writeFileSync(file, JSON.stringify(answers));
  const output = execFileSync(polku, ['fill', service, '--site', site, '--answers', file, '--language', language, '--today', today, '--json'], { encoding: 'utf8' });
  const filled = JSON.parse(output);
  if (!filled.submission) throw new Error(`no submission: ${output}`);
  return filled.submission;
}

let keys = 0;
export function newKey() {
  keys += 1;
  return keys.toString(16).padStart(32, '0');
}

export function post(address, body, { key = newKey(), type = 'application/json' } = {}) {
  const headers = { 'Content-Type': type };
  if (key !== null) headers['Idempotency-Key'] = key;
  return fetch(`${address}/api/submissions`, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
}
