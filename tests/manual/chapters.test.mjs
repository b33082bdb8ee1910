// SPDX-License-Identifier: EUPL-1.2
// The manual's chapters are done as they say: their files are written, their commands typed, and what they show is what comes out. A "…" stands for anything.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { blocksOf, slugOf } from '../../scripts/manual/prose.mjs';
import { root } from '../wasm/host.mjs';

const polku = path.resolve(root, process.env.POLKU ?? 'build/polku');
const folder = path.join(root, 'assets/manual/chapters');
const chapters = fs.readdirSync(folder).filter((name) => name.endsWith('.md')).sort().map((name) => ({ name, blocks: blocksOf(fs.readFileSync(path.join(folder, name), 'utf8')) }));

// A checkout of its own, as far as authors touch it.
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'polku-manual-'));
after(() => fs.rmSync(home, { recursive: true, force: true }));
fs.mkdirSync(path.join(home, 'build'));
fs.cpSync(path.join(root, 'assets'), path.join(home, 'assets'), { recursive: true });
fs.symlinkSync(path.join(root, 'scripts'), path.join(home, 'scripts'));
fs.symlinkSync(polku, path.join(home, 'build/polku'));

const type = (command) => {
  const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: home, encoding: 'utf8' });
  return (stdout + stderr).trimEnd();
};
const asPattern = (shown) => new RegExp(`^${shown.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[\\s\\S]*?')}$`);

/** [{ command, shown }]: what follows a line with "$ " is what it says. */
const commandsOf = (text) => text.split(/^\$ /m).slice(1).map((one) => {
  const [command, ...shown] = one.split('\n');
  return { command, shown: shown.join('\n').trimEnd() };
});

function perform({ language, file, text }, done) {
  const target = path.join(home, file);
  if (language === 'console') {
    for (const { command, shown } of commandsOf(text)) {
      assert.match(type(command), asPattern(shown), command);
      done.commands += 1;
    }
  } else if (language === 'edit') {
    const [before, becomes, ...others] = text.split('\n');
    const content = fs.readFileSync(target, 'utf8');
    assert.equal(others.length, 0, 'an edit is one line that becomes another');
    assert.equal(content.split(before).length, 2, `${file} has ${before} once`);
    fs.writeFileSync(target, content.replace(before, () => becomes));
  } else if (file) {
    if (file.endsWith('.json')) JSON.parse(text);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, `${text}\n`);
    done.files += 1;
  }
}

// One after the other, for a chapter goes on where the one before it ended.
const done = { commands: 0, files: 0 };
for (const { name, blocks } of chapters) {
  test(`${name} is as it says`, () => {
    for (const block of blocks.filter(({ kind }) => kind === 'code')) perform(block, done);
  });
}

test('the chapters were really done', () => {
  console.log(`${chapters.length} chapters, ${done.files} files, ${done.commands} commands`);
  assert.ok(chapters.length >= 6 && done.commands >= 20 && done.files >= 10);
});

test('commands that a chapter only names exist', () => {
  for (const { name, blocks } of chapters) {
    for (const { text } of blocks.filter(({ language }) => language === 'sh')) {
      const [program, ...words] = text.split(/\s+/);
      assert.ok(fs.existsSync(path.join(root, program)) || program === 'build/polku', `${name}: ${program}`);
      const help = program === 'build/polku' ? type(`build/polku ${words[0]} --help`) : '';
      for (const option of words.filter((word) => program === 'build/polku' && word.startsWith('--'))) assert.ok(help.includes(option), `${name}: ${option}`);
    }
  }
});

test('chapters lead only to chapters, pages and headings that exist', () => {
  const made = new Set(chapters.map(({ name }) => name.replace(/^\d+-/, '')));
  const generated = new Set(['kinds.md', 'features.md', 'pages.md', 'operators.md', 'identifiers.md', 'problems.md']);
  for (const { name, blocks } of chapters) {
    assert.equal(blocks[0].level, 1, `${name} begins with its title`);
    for (const [, target] of JSON.stringify(blocks).matchAll(/\]\(([^)#]*)(?:#[^)]*)?\)/g)) {
      if (!/^(https:|tel:|mailto:)/.test(target)) assert.ok(made.has(target) || generated.has(target), `${name} leads to ${target}`);
    }
    const headings = blocks.filter(({ kind, level }) => kind === 'heading' && level > 1).map(({ text }) => slugOf(text));
    assert.equal(new Set(headings).size, headings.length, `${name} has two headings of one name`);
  }
});
