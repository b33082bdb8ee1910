// SPDX-License-Identifier: EUPL-1.2
// The `polku` command as a person calls it: calls.json says what is called, with which exit status it ends and what is said (`says`, `exactly`, `json`: standard
// output; `told`: standard error). {service} and {site} are copies of the street fault and Koivuranta, in which `change` replaced words or
// members of files; `files` are written beside them, and {out} is a folder that is not there yet.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { polku, root } from '../server/server.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'polku-terminal-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
const calls = JSON.parse(fs.readFileSync(path.join(root, 'tests/terminal/calls.json'), 'utf8'));

/** A folder that lies as the assets do, so that calendars are found. */
function prepare({ change = {}, files = {}, answers }, number) {
  const home = path.join(folder, String(number));
  const places = { service: path.join(home, 'services/street-fault'), site: path.join(home, 'sites/koivuranta'), answers: path.join(home, 'answers.json'), out: path.join(home, 'services/imported') };
  fs.cpSync(path.join(root, 'assets/services/street-fault'), places.service, { recursive: true });
  fs.cpSync(path.join(root, 'assets/sites/koivuranta'), places.site, { recursive: true });
  fs.cpSync(path.join(root, 'assets/calendars'), path.join(home, 'calendars'), { recursive: true });
  fs.writeFileSync(places.answers, JSON.stringify(answers ?? {}));
  for (const [name, content] of Object.entries(files)) {
    places[name] = path.join(home, `${name}.json`);
    fs.writeFileSync(places[name], typeof content === 'string' ? content : JSON.stringify(content));
  }
  for (const [name, how] of Object.entries(change)) {
    const file = path.join(name === 'site.json' ? places.site : places.service, name);
    const before = fs.readFileSync(file, 'utf8');
    if (typeof how === 'string') fs.writeFileSync(file, how);
    else if (Array.isArray(how)) {
      assert.ok(before.includes(how[0]), `${name} has no ${how[0]}`);
      fs.writeFileSync(file, before.replace(how[0], how[1]));
    } else fs.writeFileSync(file, JSON.stringify({ ...JSON.parse(before), ...how }, null, 2));
  }
  return places;
}

for (const [number, one] of calls.entries()) {
  test(`${one.call[0] ?? 'polku'}: ${one.name}`, () => {
    const places = prepare(one, number);
    const words = one.call.map((word) => places[/^\{(\w+)\}$/.exec(word)?.[1]] ?? word);
    const run = spawnSync(polku, words, { cwd: root, input: one.input ?? '', encoding: 'utf8', timeout: 20_000 });
    assert.equal(run.status, one.status, run.stdout + run.stderr);
    for (const said of one.says ?? []) assert.ok(run.stdout.includes(said), `“${said}” is not in:\n${run.stdout}${run.stderr}`);
    for (const told of one.told ?? []) assert.ok(run.stderr.includes(told), `“${told}” is not in:\n${run.stderr}`);
    if (one.exactly !== undefined) assert.equal(run.stdout, one.exactly);
    if (one.status === 0) assert.equal(run.stderr, '');
    if (!one.json) return;
    const { problems } = JSON.parse(run.stdout);
    assert.equal(problems.length, one.json.problems.length, run.stdout);
    for (const [at, wanted] of one.json.problems.entries()) for (const [name, value] of Object.entries(wanted)) assert.equal(problems[at][name], value);
    for (const problem of problems) assert.ok(problem.text.length > 10 && problem.line > 0 && problem.pointer.startsWith('/'), JSON.stringify(problem));
  });
}
